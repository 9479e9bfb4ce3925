import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from './log.ts'
import { openLogSink } from './log-sink.ts'

type Written = (error?: Error | null) => void

/** A standard output that can be full or closed, as the system says it. */
function troubledOutput() {
  const output = {
    taken: '',
    tries: 0,
    trouble: undefined as string | undefined,
    writableLength: 0,
    write: (text: string, written: Written): void => {
      output.tries += 1
      if (output.trouble !== undefined)
        return written(Object.assign(new Error(output.trouble), { code: output.trouble }))
      output.taken += text
      written()
    },
  }
  return output
}

test('a line that cannot be written is dropped and counted, and the log goes on where it can', () => {
  const output = troubledOutput()
  const sink = openLogSink(output, (missing) => log.warn({ missing }, 'lines are missing'))
  const log = openLog({ level: 'info', stream: sink })
  output.trouble = 'ENOSPC'
  log.info('one')
  log.info('two')
  assert.equal(sink.dropped(), 2)
  output.trouble = undefined
  log.info('three')
  log.info('four')
  const lines = output.taken.split('\n').filter(Boolean)
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)).map(({ msg, missing }) => [msg, missing]),
    [
      ['three', undefined],
      ['lines are missing', 2],
      ['four', undefined],
    ],
  )
  assert.ok(output.taken.startsWith('\n'), 'half of a line may stand before')
})

test('a disk that stays full is tried once a line, and never for its own fault', () => {
  const output = troubledOutput()
  const sink = openLogSink(output, () => assert.fail('nothing was written'))
  output.trouble = 'ENOSPC'
  for (let line = 0; line < 100; line++) sink.write('a line\n')
  assert.deepEqual([output.tries, sink.dropped()], [100, 100])
})

test('a reader that has stopped reading costs a bounded memory', () => {
  const output = {
    writableLength: 0,
    write: (text: string): void => {
      output.writableLength += text.length
    },
  }
  const sink = openLogSink(output, () => {})
  for (let line = 0; line < 50_000; line++) sink.write(`${'x'.repeat(99)}\n`)
  assert.ok(output.writableLength < 1_100_000)
  assert.ok(sink.dropped() > 35_000)
})

test('a reader that has ended is told of, and nothing more is written', async () => {
  const output = troubledOutput()
  const sink = openLogSink(output, () => {})
  output.trouble = 'EPIPE'
  sink.write('a line\n')
  await sink.lost
  sink.write('another\n')
  assert.deepEqual([output.tries, sink.dropped()], [1, 2])
})
