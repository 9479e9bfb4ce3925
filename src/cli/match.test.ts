import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { exampleData } from '../testing/example-catalogue.ts'
import { runHere } from '../testing/run-here.ts'

const main = join(import.meta.dirname, '../main.ts')
let folder: string
let data: string

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trialway-match-'))
  data = (await exampleData()).folder
})
after(() => rmSync(folder, { recursive: true }))

function trialway(words: readonly string[], input = '') {
  return runHere(words, { DATA_DIR: data }, input)
}

/** The same as an operator runs it. */
function trialwayApart(words: readonly string[], input: string) {
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, ...words],
      { env: { ...process.env, DATA_DIR: data } },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    )
    // A command that has read enough may be gone before all is written.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

const note = 'A 2-year-old boy with Kawasaki disease.'

test('a note on standard input gives studies in order of fit, near a place with the nearest open site, its distance and doubt of the status, and its limit holds', async () => {
  const words = ['match', '-', '--limit', '2', '--near', 'Lyon']
  const { status, stdout, stderr } = await trialwayApart(words, note)
  assert.equal(status, 0)
  assert.match(stdout, /^Read: 2 years, male/)
  assert.match(stdout, /1\. NCT\d{8}/)
  assert.doesNotMatch(stdout, /^3\. /m)
  assert.match(stderr, /Near Lyon/)
  assert.match(stdout, /Bicêtre.*about \d+ km away/)
  assert.match(stdout, /not confirmed since/)
  const inArea = await trialway(['match', '-', '--near', '94'], note)
  assert.match(inArea.stderr, /In Val-de-Marne/)
  assert.match(inArea.stdout, /Bicêtre.*in the area asked for/)
  assert.equal((await trialway(['match', '-', '--near', 'Nowheretown'], note)).status, 2)
})

test('a Bundle in a file gives data with evidence, and with the nearest open site', async () => {
  const file = join(folder, 'bundle.json')
  const resources = [
    { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '2024-05-01' },
    { resourceType: 'Condition', id: 'c', code: { text: 'Kawasaki disease' } },
  ]
  const entry = resources.map((resource) => ({ resource }))
  writeFileSync(file, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
  const { status, stdout } = await trialway(['match', file, '--near', 'Lyon', '--json'])
  assert.equal(status, 0)
  const { source, matches } = JSON.parse(stdout)
  assert.equal(source, 'bundle')
  const own = matches.find(({ nctId }: { nctId: string }) => nctId === 'NCT02390596')
  assert.ok(own.criteria.length > 0)
  assert.ok(own.nearestSite.km > 300 && own.nearestSite.km < 500)
})

test('what cannot be matched is said in one line, without a stack', async () => {
  for (const [words, input, said] of [
    [['match', join(folder, 'missing.txt')], '', /is not there\. Give a text file/],
    [['match', folder], '', /is a folder\. Give a text file/],
    [['match', '-'], '  ', /no text/],
    [['match', '-'], '{"resourceType":"Patient"}', /not a Bundle/],
  ] as const) {
    const { status, stdout, stderr } = await trialway(words, input)
    assert.equal(status, 1)
    assert.equal(stdout, '')
    assert.match(stderr, said)
    assert.doesNotMatch(stderr, /\n\s+at /)
  }
  const long = await trialwayApart(['match', '-'], 'a'.repeat(1_100_000))
  assert.deepEqual([long.status, long.stdout], [1, ''])
  assert.match(long.stderr, /^A note or a Bundle may be one megabyte\.\n$/)
  assert.equal((await trialway(['match', '-', '--limit', 'many'])).status, 2)
})

test('bytes that are no text are refused, and nothing is read in them', async () => {
  const file = join(folder, 'noise')
  const noise = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256)
  for (const bytes of [noise, Buffer.from(`${note}\0`), Buffer.from('%PDF-1.7 asthma')]) {
    writeFileSync(file, bytes)
    const { status, stdout, stderr } = await trialway(['match', file])
    assert.equal(status, 1)
    assert.equal(stdout, '')
    assert.match(stderr, /not text/)
  }
})
