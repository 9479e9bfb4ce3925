import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { exampleJson } from '../../testing/examples/study.ts'
import { makeZip, type ZipFile } from '../../testing/examples/zip.ts'
import { readRecords } from './read-records.ts'
import { isProblem, type RecordProblem } from './records.ts'
import type { Found } from './split.ts'

const folder = mkdtempSync(join(tmpdir(), 'archive-'))
after(() => rmSync(folder, { recursive: true }))

type TextFile = ZipFile & { readonly data: string }

const [one, two, three] = ['NCT00000001', 'NCT00000002', 'NCT00000003'].map((id) => ({
  name: `${id}.json`,
  data: exampleJson(id),
})) as [TextFile, TextFile, TextFile]

test('a zip archive gives the study of each file, with its place', async () => {
  const found = await read(
    makeZip([one, { ...two, stored: true }, { name: 'Contents.txt', data: 'x' }]),
  )
  assert.deepEqual(placesOf(found), ['bulk.zip: NCT00000001.json', 'bulk.zip: NCT00000002.json'])
})

test('XML, lines and lists in an archive are read as elsewhere', async () => {
  const found = await read(
    makeZip([
      { name: 'a/b.xml', data: '<clinical_study rank="1"></clinical_study>' },
      { name: 'c.ndjson', data: `${one.data}\n${two.data}\n` },
      { name: 'd.json', data: `[${one.data},${two.data}]` },
    ]),
  )
  assert.deepEqual(placesOf(found), [
    'bulk.zip: a/b.xml',
    'bulk.zip: c.ndjson:1',
    'bulk.zip: c.ndjson:2',
    'bulk.zip: d.json[0]',
    'bulk.zip: d.json[1]',
  ])
})

test('a large file in an archive is streamed', async () => {
  const many = Array.from({ length: 9000 }, (_, index) =>
    exampleJson(`NCT${String(index).padStart(8, '0')}`, { x: 'y'.repeat(500) + index }),
  ).join('\n')
  for (const stored of [true, false])
    assert.equal((await read(makeZip([{ name: 'a.ndjson', data: many, stored }]))).length, 9000)
})

for (const [sign, files] of Object.entries({
  'a path out of the folder': [{ ...one, name: '../../x.json' }],
  'a path from the root': [{ ...one, name: '/etc/x.json' }],
  'a path with a drive': [{ ...one, name: 'C:\\x.json' }],
  'a link': [{ ...one, link: true }],
  'two files of one name': [one, two, one],
  'two names that differ in case alone': [one, { ...one, name: 'nct00000001.json' }],
  'files that share their bytes': [one, { ...two, dataOf: 0 }],
} satisfies Record<string, ZipFile[]>))
  test(`an archive with ${sign} is refused whole`, async () => {
    const found = await read(makeZip([three, ...files.map((file) => shifted(file))]))
    assert.equal(found.length, 1)
    assert.equal(problemsOf(found)[0]?.fatal, true)
  })

for (const [fault, file] of Object.entries({
  'is encrypted': { ...two, encrypted: true },
  'is damaged': { ...two, saidCrc: 1 },
  'says too small a size': { ...two, saidBytes: 5 },
  'says too large a size': { ...two, saidBytes: 5000 },
  'is an archive itself': { name: 'inner.zip', data: makeZip([one]) },
  'is packed twice': { name: 'inner.json.gz', data: gzipSync('{}') },
  'is cut off': { ...two, data: two.data.slice(0, 30) },
} satisfies Record<string, ZipFile>))
  test(`a file that ${fault} is a problem of its own, and the others are read`, async () => {
    const found = await read(makeZip([one, file, three]))
    assert.deepEqual(placesOf(found), [
      'bulk.zip: NCT00000001.json',
      `bulk.zip: ${file.name}`,
      'bulk.zip: NCT00000003.json',
    ])
    assert.ok((problemsOf(found)[0]?.reason.length ?? 0) > 10)
  })

test('an archive cut off or changed anywhere ends in a problem or the same records, never in a crash', async () => {
  const whole = makeZip([one, two, three])
  for (let end = 4; end < whole.length; end += 7) {
    const found = await read(whole.subarray(0, end))
    assert.equal(problemsOf(found).at(-1)?.fatal, true, `cut at ${end}`)
  }
  for (let at = 0; at < whole.length; at += 5) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0x55
    await read(changed)
  }
})

test('a zip bomb is stopped by what comes out of it, in little memory', async () => {
  const blanks = Buffer.alloc(300 * 1024 * 1024, ' ')
  const bomb = deflateRawSync(blanks, { level: 9 })
  assert.ok(bomb.length < 400_000)
  const honest = makeZip([{ name: 'a.ndjson', data: '', deflated: bomb, saidBytes: blanks.length }])
  const started = performance.now()
  assert.match(problemsOf(await read(honest)).at(-1)?.reason ?? '', /grows beyond measure/)
  const lying = makeZip([
    { name: 'NCT00000001.json', data: '', deflated: bomb, saidBytes: 100 },
    two,
  ])
  const found = await read(lying)
  assert.match(problemsOf(found)[0]?.reason ?? '', /not of the size/)
  assert.equal(placesOf(found).at(-1), 'bulk.zip: NCT00000002.json')
  assert.ok(performance.now() - started < 10_000)
})

test('an empty archive has no problem and no record', async () => {
  assert.deepEqual(await read(makeZip([])), [])
})

/** Tells the files of one test apart from the first one in the archive. */
function shifted(file: ZipFile): ZipFile {
  return file.dataOf === undefined ? file : { ...file, dataOf: file.dataOf + 1 }
}

async function read(zip: Buffer): Promise<Found[]> {
  const path = join(folder, 'bulk.zip')
  writeFileSync(path, zip)
  return Array.fromAsync(readRecords(path))
}

function placesOf(found: readonly Found[]): string[] {
  return found.map((item) => item.place)
}

function problemsOf(found: readonly Found[]): RecordProblem[] {
  return found.filter(isProblem)
}
