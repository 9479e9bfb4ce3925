import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { exampleData } from '../testing/example-catalogue.ts'
import { exampleStudy, paris } from '../testing/test-alerts.ts'

const main = join(import.meta.dirname, '../main.ts')

async function openRun(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-alerts-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const { folder: example } = await exampleData()
  cpSync(example, join(folder, 'var'), { recursive: true })
  const run = (words: string) =>
    spawnSync(process.execPath, [main, ...words.split(' ')], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'var') },
      encoding: 'utf8',
    })
  const study = exampleStudy({
    nctId: 'NCT09999999',
    posted: new Date().toISOString().slice(0, 10),
    updated: '2026-11-01',
    sites: [paris],
  })
  writeFileSync(join(folder, 'new.json'), JSON.stringify(study))
  assert.equal(run('import new.json --quiet').status, 0)
  return run
}

test('the mail that somebody would get of the last import is shown, and nothing is sent', async (t) => {
  const run = await openRun(t)
  const { status, stdout } = run('alerts preview kawasaki --near Paris --within 50km --language fr')
  assert.equal(status, 0)
  assert.match(stdout, /^1 étude que vous attendez\n/)
  assert.match(stdout, /Paris Hospital, Paris, à 1.km de Paris/)
  assert.match(run('alerts preview kawasaki --html').stdout, /<!doctype html>/)
  const nothing = run('alerts preview asthma')
  assert.deepEqual([nothing.status, nothing.stdout], [0, ''])
  assert.match(nothing.stderr, /would be told. No mail/)
  for (const [words, message] of [
    ['alerts preview x --near Nowhereville', /cannot be understood/],
    ['alerts preview --study 12', /not an id/],
    ['alerts preview x --language de', /Allowed choices/],
    ['alerts nonsense', /unknown command/],
  ] as const) {
    const ended = run(words)
    assert.deepEqual([ended.status, ended.stdout], [2, ''], words)
    assert.match(ended.stderr, message)
  }
})

test('a run says what was matched and made, and the state is numbers', async (t) => {
  const run = await openRun(t)
  assert.equal(run('migrate').status, 0)
  const ran = run('alerts run --json')
  assert.equal(ran.status, 0, ran.stderr)
  const told = JSON.parse(ran.stdout) as { run: { digests: number; matched: unknown[] } }
  assert.equal(told.run.digests, 0)
  assert.ok(told.run.matched.length >= 1)
  const figures = JSON.parse(run('alerts status --json').stdout) as { confirmed: number }
  assert.equal(figures.confirmed, 0)
})
