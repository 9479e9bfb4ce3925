import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { runHere } from '../testing/run-here.ts'

const folder = mkdtempSync(join(tmpdir(), 'trialway-report-'))
after(() => rmSync(folder, { recursive: true }))

const run = (words: readonly string[], input?: string) =>
  runHere(words, { DATA_DIR: folder }, input)
const facts = join(folder, 'facts.ndjson')
const demo = await run(['demo', 'facts', '--out', folder])
/** Three children are enough for what is not about counts. */
const few = readFileSync(facts, 'utf8')
  .split('\n')
  .filter((line) => /INVENTED-0[123]/.test(line))
  .map((line) => `${line}\n`)
  .join('')

test('the demonstration writes invented children, and says how to make their report', () => {
  assert.equal(demo.status, 0)
  assert.match(demo.stderr, /16 invented children: no such child exists/)
  assert.match(demo.stderr, /trialway report NCT02390596\.report .*facts\.ndjson --beside/)
  for (const line of readFileSync(facts, 'utf8').trim().split('\n'))
    assert.equal(JSON.parse(line).details.invented, true)
})

test('a report is a page on standard output, and the same facts give the same bytes', async () => {
  const words = ['report', 'NCT02390596.report', '-', '--beside', 'NCT02390596.listing']
  const first = await run(words, few)
  assert.equal(first.status, 0, first.stderr)
  assert.match(first.stdout, /^<!doctype html>/)
  assert.match(first.stdout, /INVENTED PARTICIPANTS/)
  assert.match(first.stdout, /The same histories by two versions/)
  assert.equal((await run(words, few)).stdout, first.stdout)
  const french = await run([...words, '--lang', 'fr'], few)
  assert.match(french.stdout, /<html lang="fr">[^]*PARTICIPANTS INVENTÉS/)
})

test('tables are spreadsheets and JSON, figures are SVG, each in a file of its own', async () => {
  const out = join(folder, 'files')
  for (const format of ['csv', 'json', 'svg']) {
    const words = ['report', 'NCT02390596.report', '-', '--format', format, '--out', out, '--quiet']
    assert.deepEqual(await run(words, few), { status: 0, stdout: '', stderr: '' })
  }
  const files = readdirSync(out)
  for (const name of [
    'flow.csv',
    'endpoints-primary.json',
    'report.json',
    'time-defervescence.svg',
  ])
    assert.ok(files.includes(name), name)
  assert.equal(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')).version.version, 'report')
  const one = ['report', 'NCT02390596.report', '-', '--format', 'csv', '--only', 'flow']
  assert.match((await run(one, few)).stdout, /in-file,In the file of facts,3\/3/)
})

test('a file with a fault is refused with each line and what is wrong, and nothing is written', async () => {
  const bad = `${few}{"item":"temperature","value":1,"at":"2017-02-29","participant":"X"}\nhello\n`
  const { status, stdout, stderr } = await run(['report', 'NCT02390596.report', '-'], bad)
  assert.deepEqual([status, stdout], [1, ''])
  const line = few.split('\n').length
  assert.match(stderr, new RegExp(`line ${line}: .*2017-02-29`))
  assert.match(stderr, new RegExp(`line ${line + 1}: This is not JSON`))
})

test('a file whose facts name nobody is said to, not to be empty', async () => {
  const nameless = JSON.parse(few.split('\n')[0] ?? '')
  delete nameless.participant
  const words = ['report', 'NCT02390596.report', '-']
  const { status, stderr } = await run(words, JSON.stringify(nameless))
  assert.deepEqual([status, /names no participant\. Write "participant"/.test(stderr)], [1, true])
  assert.match((await run([...words, '--lang', 'fr'], '')).stderr, /aucun fait/)
})

test('two people under one id are named', async () => {
  const born = (value: string) =>
    JSON.stringify({ participant: 'P1', item: 'birthDate', value, at: '2017-01-01' })
  const two = `${born('2014-02-10')}\n${born('2013-05-01')}\n`
  const { status, stderr } = await run(['report', 'NCT02390596.report', '-'], two)
  assert.equal(status, 1)
  assert.match(stderr, /P1: two people under one id\? birthDate is 2014-02-10 and 2013-05-01/)
})

test('what cannot be asked for ends with 2 and says what to do', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['NCT02390596', facts], /several versions/],
    [['NCT02390596.report', join(folder, 'none')], /no file/],
    [['NCT02390596.report', facts, '--format', 'csv', '--at', 'yesterday'], /not a time/],
    [['NCT02390596.report', facts, '--beside', 'NCT02390596.report'], /both are the version/],
    [['NCT02390596.report', '-', '--format', 'csv'], /Name a folder with --out/],
    [['NCT02390596.report', '-', '--format', 'csv', '--only', 'x'], /there is no x/],
  ]
  for (const [words, message] of cases) {
    const { status, stdout, stderr } = await run(['report', ...words], few)
    assert.deepEqual([status, stdout], [2, ''], stderr)
    assert.match(stderr, message)
  }
  const plan = join(folder, 'plan.json')
  writeFileSync(plan, '{"format":1}')
  const wrong = await run(['report', 'NCT02390596.report', facts, '--plan', plan])
  assert.equal(wrong.status, 1)
  assert.match(wrong.stderr, /plan\.json: .*study/)
})
