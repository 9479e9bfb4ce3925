import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { RecordProblem, RawRecord } from '../../registry/records.ts'
import { readRecords } from '../../registry/read-records.ts'
import type { Study } from '../../registry/study.ts'
import { bigTowns } from '../../../testing/big-towns.ts'
import { snapshot } from '../../../testing/example-catalogue.ts'
import { readManifest } from '../model/manifest.ts'
import { openEngine } from '../search/engine.ts'
import { Segment } from '../segment/segment.ts'
import { importStudies } from './import-studies.ts'
import type { ImportOptions, ImportSummary } from './import-options.ts'

const vocabulary = openVocabulary()
const today = '2026-11-23'
let placesFile = ''
let folder = ''

before(async () => {
  placesFile = await bigTowns()
})
after(() => rmSync(folder, { recursive: true, force: true }))

function newFolder(): string {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = mkdtempSync(join(tmpdir(), 'trialway-import-'))
  return folder
}

function study(
  id: number,
  over: Partial<Study['protocolSection']> = {},
  updated = '2026-01-01',
): Study {
  return {
    protocolSection: {
      identificationModule: {
        nctId: `NCT${String(id).padStart(8, '0')}`,
        briefTitle: `Study ${id}`,
      },
      statusModule: { overallStatus: 'RECRUITING', lastUpdatePostDateStruct: { date: updated } },
      ...over,
    },
  }
}

async function* given(
  items: readonly (Study | RecordProblem)[],
): AsyncGenerator<RawRecord | RecordProblem> {
  for (const [index, item] of items.entries())
    yield 'reason' in item
      ? item
      : { place: `given:${index}`, format: 'json', bytes: Buffer.from(JSON.stringify(item)) }
}

function take(
  items: readonly (Study | RecordProblem)[],
  more: Partial<ImportOptions> = {},
): Promise<ImportSummary> {
  return importStudies({
    folder,
    placesFile,
    vocabulary,
    now: () => Temporal.Instant.from(`${today}T08:00:00Z`),
    sources: [{ name: 'given', records: () => given(items) }],
    ...more,
  })
}

function found(q: string): string[] {
  const engine = openEngine(folder, vocabulary)
  const hits = engine.search({ q, today }).hits.map(({ nctId }) => nctId)
  engine.close()
  return hits
}

test('every record of an import is accounted for', async () => {
  newFolder()
  const summary = await take([
    study(1),
    study(2),
    { place: 'line 3', reason: 'bad' },
    study(2),
    study(3),
  ])
  assert.deepEqual(
    [summary.read, summary.new, summary.duplicate, summary.rejected, summary.studies],
    [5, 3, 1, 1, 3],
  )
})

test('importing the same again changes nothing, not even the files', async () => {
  newFolder()
  await take([study(1), study(2)])
  const files = readdirSync(folder)
  const manifest = readFileSync(join(folder, 'current.json'), 'utf8')
  const again = await take([study(1), study(2)])
  assert.deepEqual([again.new, again.changed, again.unchanged], [0, 0, 2])
  assert.deepEqual(readdirSync(folder), files)
  assert.equal(readFileSync(join(folder, 'current.json'), 'utf8'), manifest)
})

test('a complete reading of an API is remembered by its address, also when nothing had changed', async () => {
  newFolder()
  const read = (address: string, day: string, items = [study(1)]) =>
    take(items, {
      sources: [{ name: 'api', records: () => given(items), reading: { address, day } }],
    })
  await take([study(1)])
  assert.deepEqual(readManifest(folder)?.readings, {})
  await read('https://a.example/', '2026-11-20')
  const before = readManifest(folder)
  assert.deepEqual(before?.readings, { 'https://a.example/': '2026-11-20' })
  await read('https://a.example/', '2026-11-21')
  await read('https://b.example/', '2026-11-10')
  await read('https://a.example/', '2026-11-19')
  const readings = { 'https://a.example/': '2026-11-21', 'https://b.example/': '2026-11-10' }
  assert.deepEqual(readManifest(folder), { ...before, readings })
  await take([study(2)])
  assert.deepEqual(readManifest(folder)?.readings, readings)
})

test('a reading that breaks off is not remembered', async () => {
  newFolder()
  await take([study(1)])
  const items = [study(1), { place: 'page 2', reason: 'gone', fatal: true } as const]
  const reading = { address: 'https://a.example/', day: '2026-11-20' }
  let isImported = false
  const imported = (): void => void (isImported = true)
  await take([], { sources: [{ name: 'api', records: () => given(items), reading, imported }] })
  assert.deepEqual(readManifest(folder)?.readings, {})
  assert.equal(isImported, false)
})

test('the newest of several versions in one import is kept, whichever comes first', async () => {
  newFolder()
  const newer = { ...study(1, {}, '2026-05-05') }
  const older = { ...study(1, {}, '2025-05-05') }
  await take([newer, older, study(2, {}, '2020-01-01'), study(2, {}, '2021-01-01')])
  const engine = openEngine(folder, vocabulary)
  const hits = engine.search({ today, sort: 'updated' }).hits
  engine.close()
  assert.deepEqual(
    hits.map((hit) => [hit.nctId, hit.lastUpdatePostDate]),
    [
      ['NCT00000001', '2026-05-05'],
      ['NCT00000002', '2021-01-01'],
    ],
  )
})

test('a record older than the one in the catalogue does not replace it', async () => {
  newFolder()
  await take([study(1, {}, '2026-05-05')])
  const summary = await take([study(1, {}, '2024-05-05')])
  assert.deepEqual([summary.older, summary.changed], [1, 0])
})

test('what an import changed is kept as the history of the study', async () => {
  newFolder()
  await take([study(1)])
  await take([
    study(
      1,
      {
        statusModule: {
          overallStatus: 'COMPLETED',
          lastUpdatePostDateStruct: { date: '2026-02-02' },
        },
      },
      '2026-02-02',
    ),
  ])
  const manifest = readManifest(folder)
  const segment = new Segment(join(folder, manifest?.segments.at(-1) ?? ''))
  const history = segment.study(1)?.history ?? []
  segment.close()
  assert.deepEqual(history[0]?.fields, [
    {
      field: 'status',
      path: 'protocolSection.statusModule.overallStatus',
      before: 'RECRUITING',
      after: 'COMPLETED',
    },
  ])
  assert.deepEqual(found('NCT00000001'), ['NCT00000001'])
})

const broken = { place: 'bulk.zip', reason: 'cut off', fatal: true } as const

test('of a source that breaks off what came before is imported, and the break is told', async () => {
  newFolder()
  await take([study(1)])
  const problems: RecordProblem[] = []
  const summary = await take([study(2), broken, study(3)], {
    onProblem: (one) => problems.push(one),
  })
  assert.deepEqual([summary.new, summary.rejected, summary.broken], [2, 1, 1])
  assert.deepEqual(problems, [broken])
  assert.equal(found('study').length, 3)
})

test('a source of which nothing can be read leaves the old catalogue serving and no litter', async () => {
  newFolder()
  await take([study(1)])
  const files = readdirSync(folder)
  await assert.rejects(take([broken, { place: 'x', reason: 'no study' }]), { name: 'NothingRead' })
  assert.deepEqual(readdirSync(folder), files)
  assert.deepEqual(found('study'), ['NCT00000001'])
})

test('of two records of one study and date the later counts, and both are named', async () => {
  const conflicts: RecordProblem[] = []
  const onConflict = (one: RecordProblem): void => void conflicts.push(one)
  const titled = (briefTitle: string): Study =>
    study(1, { identificationModule: { nctId: 'NCT00000001', briefTitle } })
  newFolder()
  await take([titled('Apples'), study(2), titled('Pears'), titled('Pears')], {
    onConflict,
    workers: 2,
  })
  assert.deepEqual(found('pears'), ['NCT00000001'])
  assert.deepEqual(found('apples'), [])
  assert.deepEqual(
    conflicts.map(({ place }) => place),
    ['given:2'],
  )
  assert.match(conflicts[0]?.reason ?? '', /same date of update \(2026-01-01\), as given:0 has/)
  const later = async function* () {
    for await (const one of given([titled('Plums')])) yield { ...one, place: 'later.json' }
  }
  await take([], { sources: [{ name: 'later', records: later }], onConflict })
  assert.deepEqual(found('plums'), ['NCT00000001'])
  assert.equal(conflicts[1]?.place, 'later.json')
  assert.match(conflicts[1]?.reason ?? '', /as given:2 has/)
})

test('of two records of one date, the one the registry processed later counts, and that is no conflict', async () => {
  const conflicts: RecordProblem[] = []
  const onConflict = (one: RecordProblem): void => void conflicts.push(one)
  const at = (day: string, title: string): Study => ({
    ...study(1, { identificationModule: { nctId: 'NCT00000001', briefTitle: title } }),
    derivedSection: { miscInfoModule: { versionHolder: day } },
  })
  newFolder()
  await take([at('2026-10-02', 'Pears'), at('2026-10-01', 'Apples')], { onConflict })
  await take([at('2026-09-30', 'Plums')], { onConflict })
  assert.deepEqual(found('pears'), ['NCT00000001'])
  assert.deepEqual(conflicts, [])
})

test('an interrupted import leaves the old catalogue serving', async () => {
  newFolder()
  await take([study(1)])
  const stop = new AbortController()
  const many = Array.from({ length: 2000 }, (_, index) => study(index + 10))
  const importing = take(many, { signal: stop.signal, onProgress: () => stop.abort() })
  await assert.rejects(importing)
  assert.deepEqual(found('study'), ['NCT00000001'])
})

test('what a killed import left behind is cleared away by the next', async () => {
  newFolder()
  await take([study(1)])
  const left = ['segment-2-1-1.data', 'segment-2-1-1.data.runs']
  for (const name of left) writeFileSync(join(folder, name), 'half a file')
  await take([study(1), study(2)])
  assert.deepEqual(found('study').toSorted(), ['NCT00000001', 'NCT00000002'])
  assert.deepEqual(
    readdirSync(folder).filter((name) => left.includes(name)),
    [],
  )
})

test('many small imports are folded together and lose nothing', async () => {
  newFolder()
  for (let day = 1; day <= 12; day++)
    await take([
      study(day),
      study(100, { statusModule: { overallStatus: day % 2 ? 'RECRUITING' : 'SUSPENDED' } }),
    ])
  const manifest = readManifest(folder)
  assert.ok((manifest?.segments.length ?? 99) <= 9, `${manifest?.segments.length} segments`)
  assert.equal(manifest?.summary.studies, 13)
  const engine = openEngine(folder, vocabulary)
  assert.equal(engine.search({ today }).total, 13)
  assert.equal(engine.search({ today, status: ['SUSPENDED'] }).total, 1)
  engine.close()
})

test('several workers make the same catalogue as one', async () => {
  const records = Array.from({ length: 700 }, (_, index) =>
    study(index + 1, {}, `2020-01-${String((index % 28) + 1).padStart(2, '0')}`),
  )
  // Newer versions of the first studies come when all workers are at work.
  for (let number = 1; number <= 50; number++) records.push(study(number, {}, '2021-01-01'))
  const totals: unknown[] = []
  for (const [workers, recordsOfOneWorker] of [
    [1, 0],
    [3, 0],
    [3, 120],
  ] as const) {
    newFolder()
    const summary = await take(records, { workers, recordsOfOneWorker, studiesASegment: 100 })
    const engine = openEngine(folder, vocabulary)
    const updated = engine.search({ today, sort: 'updated', pageSize: 60 })
    engine.close()
    totals.push([
      { ...summary, generation: '' },
      found('study').length,
      found('650'),
      updated.hits.map(({ nctId, lastUpdatePostDate }) => [nctId, lastUpdatePostDate]),
    ])
  }
  assert.deepEqual(totals[1], totals[0])
  assert.deepEqual(totals[2], totals[0])
})

test('few records are imported by one worker, into one segment', async () => {
  newFolder()
  await take(
    Array.from({ length: 300 }, (_, index) => study(index + 1)),
    { workers: 3 },
  )
  assert.equal(readManifest(folder)?.segments.length, 1)
})

test('both versions of the first study, imported in order, show its history', async () => {
  newFolder()
  const older = join(snapshot, '1-NCT02390596.2018-05-29.xml')
  const newer = join(snapshot, '2-current/NCT02390596.2020-07-28.xml')
  for (const file of [older, newer])
    await take([], { sources: [{ name: file, records: () => readRecords(file) }] })
  const manifest = readManifest(folder)
  const segment = new Segment(join(folder, manifest?.segments.at(-1) ?? ''))
  const stored = segment.study(2390596)
  segment.close()
  const change = stored?.history[0]
  assert.deepEqual([change?.from, change?.to], ['2018-05-29', '2020-07-28'])
  const of = (path: string) => change?.fields.find((field) => field.path.endsWith(path))
  assert.deepEqual(
    [of('overallStatus')?.before, of('overallStatus')?.after],
    ['UNKNOWN', 'COMPLETED'],
  )
  assert.deepEqual([of('minimumAge')?.before, of('minimumAge')?.after], ['8 Months', '3 Months'])
  assert.deepEqual(
    [of('enrollmentInfo')?.before, of('enrollmentInfo')?.after],
    ['25, ESTIMATED', '16, ACTUAL'],
  )
  const [point] = stored?.points ?? []
  assert.ok(point && Math.abs(point.lat - 48.81) < 0.03 && Math.abs(point.lon - 2.36) < 0.03)
})
