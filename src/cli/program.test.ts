import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { runHere } from '../testing/run-here.ts'

const launcher = join(import.meta.dirname, '../../bin/trialway.js')

const wrongUses: readonly (readonly [words: string, message: RegExp])[] = [
  ['', /Usage: trialway/],
  ['serv', /unknown command 'serv'[^]*Did you mean serve/],
  ['serve --port 80', /unknown option '--port'/],
  ['import', /missing required argument 'source'/],
  ['import nowhere.json', /There is no file or folder nowhere\.json\./],
  ['import nowhere.json neither.xml', /nowhere\.json\.\nThere is no file or folder neither\.xml/],
  ['import --since 2026-02-30 https://registry.example', /It must be a day, such as 2026-01-31/],
  ['import --since 2026-01-31 --changed https://registry.example', /not both/],
  ['import --changed .', /for the address of an API/],
  [
    'import . --report nowhere/report.ndjson',
    /nowhere\/report\.ndjson cannot be written \(ENOENT\)/,
  ],
  ['search --nearby Paris', /unknown option '--nearby'/],
  ['doctor everything', /too many arguments/],
]

for (const [words, message] of wrongUses)
  test(`trialway ${words}: exit code 2, a message, and no data`, async (t) => {
    const ran = words.split(' ').filter(Boolean)
    const { status, stdout, stderr } = await runHere(ran, { DATA_DIR: newFolder(t) })
    assert.equal(status, 2, stderr)
    assert.equal(stdout, '')
    assert.match(stderr, message)
    assert.ok(!/^\s+at /m.test(stderr), 'no stack trace')
  })

test('the process ends with the exit code of its command', (t) => {
  const { status, stdout, stderr } = trialway(t, 'import nowhere.json')
  assert.deepEqual([status, stdout], [2, ''])
  assert.equal(stderr, 'There is no file or folder nowhere.json.\n')
})

test('wrong settings are all named, with exit code 2, before anything is done', (t) => {
  const { status, stdout, stderr } = trialway(t, 'serve', { PORT: 'http', LOG_LEVEL: 'loud' })
  assert.equal(status, 2)
  assert.equal(stdout, '')
  assert.match(stderr, /PORT must be[^]*LOG_LEVEL must be/)
})

test('a .env file is read, and the environment wins over it', (t) => {
  const { status, stderr } = trialway(t, 'serve', { PORT: 'high' }, 'PORT=low\nHOST=no way\n')
  assert.equal(status, 2)
  assert.match(stderr, /PORT must be .* it is "high"/)
  assert.match(stderr, /HOST must be/)
})

test('help and version are data, with exit code 0', async (t) => {
  for (const words of [['--help'], ['help', 'import'], ['import', '--help']]) {
    const { status, stdout, stderr } = await runHere(words, {})
    assert.equal(status, 0, words.join(' '))
    assert.match(stdout, /Usage: trialway/)
    assert.equal(stderr, '')
  }
  assert.match(trialway(t, '--version').stdout, /^\d+\.\d+\.\d+\n$/)
})

test('every command is in the README', async () => {
  const help = (await runHere(['--help'], {})).stdout
  const listed = help.slice(help.indexOf('Commands:'))
  const names = [...listed.matchAll(/^ {2}([a-z-]+)[ \n]/gm)].map(([, name]) => name)
  const expected =
    'serve import search match alerts mail protocol report demo account claims migrate backup restore export erase'
  assert.deepEqual(
    names.filter((name) => name !== 'help'),
    [...expected.split(' '), 'rotate-keys', 'audit', 'doctor'],
  )
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  for (const name of names) assert.match(readme, new RegExp(`npx trialway ${name}`))
})

function trialway(t: TestContext, words: string, settings: Record<string, string> = {}, env = '') {
  const cwd = newFolder(t)
  mkdirSync(join(cwd, 'var'))
  if (env) writeFileSync(join(cwd, '.env'), env)
  return spawnSync(process.execPath, [launcher, ...words.split(' ').filter(Boolean)], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...settings },
  })
}

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-cli-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}
