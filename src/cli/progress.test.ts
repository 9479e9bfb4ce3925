import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openProgress, stepInWords, timeInWords } from './progress.ts'

test('progress says how much, how fast and how long still', () => {
  const step = { label: 'Importing', done: 12_000, total: 60_000, unit: 'studies' }
  assert.equal(
    stepInWords(step, 8),
    'Importing: 12,000 of 60,000 studies, 1,500 a second, 32 s left',
  )
  assert.equal(stepInWords({ label: 'Reading', done: 5, unit: 'files' }, 0.1), 'Reading: 5 files')
})

test('durations read as a person says them', () => {
  assert.deepEqual([0, 9.96, 10, 59.4, 59.6, 60, 185, 7800].map(timeInWords), [
    '0 s',
    '10 s',
    '10 s',
    '59 s',
    '1 min 0 s',
    '1 min 0 s',
    '3 min 5 s',
    '2 h 10 min',
  ])
})

test('without a terminal there is a plain line at most every ten seconds', () => {
  const { written, progress, tick } = start(false)
  for (let done = 1; done <= 25; done++) {
    progress.show({ label: 'Importing', done, total: 25, unit: 'studies' })
    tick(1000)
  }
  assert.equal(written.length, 3)
  assert.ok(written.every((text) => text.endsWith('\n') && !text.includes('\x1B')))
})

test('at a terminal the bar is redrawn at most ten times a second and never wider than the window', () => {
  const { written, progress, tick } = start(true)
  for (let done = 1; done <= 100; done++) {
    progress.show({ label: 'Importing a very long name', done, total: 200, unit: 'studies' })
    tick(10)
  }
  assert.equal(written.length, 10)
  assert.ok(written.every((text) => text.replace('\r\x1B[2K', '').length < 40))
})

test('quiet says nothing', () => {
  const written: string[] = []
  const stream = { write: (text: string) => written.push(text) }
  const progress = openProgress({ stream, quiet: true, clock: () => 0 })
  progress.show({ label: 'Importing', done: 1, unit: 'studies' })
  progress.say('hello')
  progress.end()
  assert.equal(written.length, 0)
})

function start(isTTY: boolean) {
  const written: string[] = []
  let now = 0
  const stream = { isTTY, columns: 40, write: (text: string) => written.push(text) }
  const progress = openProgress({ stream, quiet: false, clock: () => now })
  return { written, progress, tick: (ms: number) => (now += ms) }
}
