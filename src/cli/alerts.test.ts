import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { bigTowns } from '../testing/big-towns.ts'
import { exampleData } from '../testing/example-catalogue.ts'
import { runHere } from '../testing/run-here.ts'
import { exampleStudy, paris } from '../testing/test-alerts.ts'

async function openRun(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-alerts-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const { folder: example } = await exampleData()
  cpSync(join(example, 'catalogue'), join(folder, 'var/catalogue'), { recursive: true })
  symlinkSync(await bigTowns(), join(folder, 'var/places.sqlite'))
  const run = (words: string) => runHere(words.split(' '), { DATA_DIR: join(folder, 'var') })
  const study = exampleStudy({
    nctId: 'NCT09999999',
    posted: new Date().toISOString().slice(0, 10),
    updated: '2026-11-01',
    sites: [paris],
  })
  writeFileSync(join(folder, 'new.json'), JSON.stringify(study))
  assert.equal((await run(`import ${join(folder, 'new.json')} --quiet`)).status, 0)
  return run
}

test('the mail that somebody would get of the last import is shown, and nothing is sent', async (t) => {
  const run = await openRun(t)
  const { status, stdout } = await run(
    'alerts preview kawasaki --near Paris --within 50km --language fr',
  )
  assert.equal(status, 0)
  assert.match(stdout, /^1 étude que vous attendez\n/)
  assert.match(stdout, /Paris Hospital, Paris, à 1.km de Paris/)
  const inArea = await run('alerts preview kawasaki --near 75 --language fr')
  assert.match(inArea.stdout, /Un centre dans Paris \(department\)[^\n]* : Paris Hospital, Paris\n/)
  assert.match(inArea.stdout, /kawasaki.», dans Paris \(department\)/)
  assert.equal((await run('alerts preview kawasaki --near 93')).stdout, '')
  assert.match((await run('alerts preview kawasaki --html')).stdout, /<!doctype html>/)
  const nothing = await run('alerts preview asthma')
  assert.deepEqual([nothing.status, nothing.stdout], [0, ''])
  assert.match(nothing.stderr, /would be told. No mail/)
  for (const [words, message] of [
    ['alerts preview x --near Nowhereville', /cannot be understood/],
    ['alerts preview --study 12', /not an id/],
    ['alerts preview x --language de', /Allowed choices/],
    ['alerts nonsense', /unknown command/],
  ] as const) {
    const ended = await run(words)
    assert.deepEqual([ended.status, ended.stdout], [2, ''], words)
    assert.match(ended.stderr, message)
  }
})

test('a run says what was matched and made, and the state is numbers', async (t) => {
  const run = await openRun(t)
  assert.equal((await run('migrate')).status, 0)
  const ran = await run('alerts run --json')
  assert.equal(ran.status, 0, ran.stderr)
  const told = JSON.parse(ran.stdout) as { run: { digests: number; matched: unknown[] } }
  assert.equal(told.run.digests, 0)
  assert.ok(told.run.matched.length >= 1)
  const figures = JSON.parse((await run('alerts status --json')).stdout) as { confirmed: number }
  assert.equal(figures.confirmed, 0)
})
