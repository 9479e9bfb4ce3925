import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import type { RawRecord } from '../../registry/records.ts'
import type { Location, ProtocolSection, Study } from '../../registry/study.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { type ChangeList, readChanges, type StudyChange } from '../model/changes.ts'
import { bigTowns } from '../../../testing/big-towns.ts'
import { readManifest } from '../model/manifest.ts'
import { openCatalogue } from '../open-catalogue.ts'
import { listsToKeep } from './change-list.ts'
import { importStudies } from './import-studies.ts'
import type { ImportOptions } from './import-options.ts'

const vocabulary = openVocabulary()
let placesFile = ''
let folder = ''

before(async () => {
  placesFile = await bigTowns()
  newFolder()
})
afterEach(newFolder)
after(() => rmSync(folder, { recursive: true, force: true }))

function newFolder(): void {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = mkdtempSync(join(tmpdir(), 'trialway-changes-'))
}

interface Given {
  readonly status?: string
  readonly updated?: string
  readonly locations?: readonly Location[]
  readonly more?: Partial<ProtocolSection>
}

function study(id: number, { status, updated, locations, more }: Given = {}): Study {
  return {
    protocolSection: {
      identificationModule: {
        nctId: `NCT${String(id).padStart(8, '0')}`,
        briefTitle: `Study ${id}`,
      },
      statusModule: {
        overallStatus: status ?? 'RECRUITING',
        statusVerifiedDate: '2026-01',
        studyFirstPostDateStruct: { date: '2025-12-31' },
        lastUpdatePostDateStruct: { date: updated ?? '2026-01-01' },
      },
      ...(locations && { contactsLocationsModule: { locations: [...locations] } }),
      ...more,
    },
  }
}

async function* given(studies: readonly Study[]): AsyncGenerator<RawRecord> {
  for (const [index, one] of studies.entries())
    yield { place: `given:${index}`, format: 'json', bytes: Buffer.from(JSON.stringify(one)) }
}

function take(studies: readonly Study[], more: Partial<ImportOptions> = {}) {
  return importStudies({
    folder,
    placesFile,
    vocabulary,
    now: clock('2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z'),
    sources: [{ name: 'given', records: () => given(studies) }],
    ...more,
  })
}

/** Tells these times one after the other, and the last one from then on. */
function clock(...times: readonly string[]): () => Temporal.Instant {
  const left = [...times]
  return () => Temporal.Instant.from((left.length > 1 ? left.shift() : left[0]) ?? '')
}

/** Every list that is kept, as the catalogue reads it for who asks. */
async function lists(): Promise<ChangeList[]> {
  const read: ChangeList[] = []
  for (const kept of readManifest(folder)?.changeLists ?? []) {
    const list = await readChanges(folder, kept)
    if (list) read.push(list)
  }
  return read
}

async function lastChanges(): Promise<readonly StudyChange[]> {
  return (await lists()).at(-1)?.changes ?? []
}

function listFiles(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('changes-'))
}

test('the first import tells of no change: there was nothing that could', async () => {
  await take([study(1), study(2)])
  assert.deepEqual(await lists(), [])
  assert.deepEqual(listFiles(), [])
})

test('an import that changed nothing leaves no list', async () => {
  await take([study(1)])
  await take([study(1)])
  assert.deepEqual(await lists(), [])
  assert.deepEqual(listFiles(), [])
})

test('an import says what came and what changed, in what, and when it was finished', async () => {
  await take([study(1), study(2)])
  await take([
    study(1, { status: 'COMPLETED', updated: '2026-02-03' }),
    study(2),
    study(3, {
      more: {
        eligibilityModule: { sex: 'FEMALE', minimumAge: '2 Days', maximumAge: '10 Days' },
      },
    }),
  ])
  const [list, ...others] = await lists()
  assert.deepEqual(others, [])
  assert.match(list?.name ?? '', /^changes-2-[0-9a-f]{8}$/)
  assert.deepEqual([list?.number, list?.at], [2, '2026-11-23T09:00:00Z'])
  assert.equal(readManifest(folder)?.imports[0]?.at, '2026-11-23T09:00:00Z')
  const [one, three] = list?.changes ?? []
  assert.match(one?.version ?? '', /^2026-02-03-[0-9a-f]{12}$/)
  const known = {
    firstPosted: '2025-12-31',
    verified: '2026-01',
    sites: [],
    areas: [],
    newSites: [],
  }
  assert.deepEqual(one, {
    nctId: 'NCT00000001',
    kind: 'changed',
    version: one?.version,
    statusBefore: 'RECRUITING',
    status: 'COMPLETED',
    fields: ['status'],
    sex: 'ALL',
    ...known,
  })
  assert.deepEqual(three, {
    nctId: 'NCT00000003',
    kind: 'new',
    version: three?.version,
    status: 'RECRUITING',
    fields: [],
    minDays: 2,
    maxDays: 10,
    sex: 'FEMALE',
    ...known,
  })
  assert.equal(list?.changes.length, 2)
})

test('a version has one name wherever and whenever it is imported', async () => {
  const version = study(1, { updated: '2026-02-03' })
  await take([study(1)])
  await take([version])
  const [there] = await lastChanges()
  newFolder()
  await take([study(5)])
  await take([version], { now: clock('2026-12-24T00:00:00Z') })
  const [here] = await lastChanges()
  assert.equal(here?.version, there?.version)
  assert.equal(here?.kind, 'new')
})

test('a change in nothing that is told apart is a change in something else', async () => {
  await take([study(1)])
  await take([study(1, { more: { oversightModule: { isFdaRegulatedDrug: true } } })])
  assert.deepEqual((await lastChanges())[0]?.fields, ['other'])
})

test('of a study that comes several times in one import, only the last version is told, once', async () => {
  await take([study(1), study(2, { updated: '2026-05-01' }), study(3)])
  await take([
    study(1, { status: 'SUSPENDED', updated: '2026-02-01' }),
    study(2, { status: 'SUSPENDED', updated: '2026-04-01' }),
    study(1, { status: 'COMPLETED', updated: '2026-03-01' }),
    study(2, { status: 'COMPLETED', updated: '2026-06-01' }),
    study(1, { status: 'WITHDRAWN', updated: '2026-01-15' }),
    study(4, { status: 'SUSPENDED' }),
    study(4, { updated: '2026-03-03' }),
  ])
  const changes = await lastChanges()
  const told = changes.map(
    ({ nctId, kind, statusBefore = '', status }) => `${nctId} ${kind} ${statusBefore}>${status}`,
  )
  assert.deepEqual(told.sort(), [
    'NCT00000001 changed RECRUITING>COMPLETED',
    'NCT00000002 changed RECRUITING>COMPLETED',
    'NCT00000004 new >RECRUITING',
  ])
})

test('a newer version that follows an unchanged one in the same import is taken and told', async () => {
  await take([study(1)])
  await take([study(1), study(1, { status: 'COMPLETED', updated: '2026-03-01' })])
  assert.equal((await lastChanges())[0]?.status, 'COMPLETED')
})

test('several workers and sources tell the same as one', async () => {
  const first = Array.from({ length: 300 }, (_, index) => study(index + 1))
  const second = first.map((_, index) =>
    study(index + 100, { status: 'SUSPENDED', updated: '2026-02-01' }),
  )
  const told: unknown[] = []
  for (const workers of [1, 3]) {
    await take(first, { workers, recordsOfOneWorker: 50 })
    await take([], {
      workers,
      recordsOfOneWorker: 0,
      sources: [second.slice(0, 150), second.slice(100)].map((some, index) => ({
        name: String(index),
        records: () => given(some),
      })),
    })
    told.push((await lastChanges()).toSorted((a, b) => (a.nctId < b.nctId ? -1 : 1)))
    newFolder()
  }
  assert.deepEqual(told[1], told[0])
  assert.equal((told[0] as unknown[]).length, 300)
})

test('each import has a list of its own, the oldest first, and merging segments disturbs none', async () => {
  await take([study(1)])
  for (let day = 2; day <= 14; day++)
    await take([study(day)], { now: clock(`2026-11-${String(day).padStart(2, '0')}T08:00:00Z`) })
  assert.ok((readManifest(folder)?.segments.length ?? 99) < 10)
  const told = (await lists()).map(({ number, changes }) => [
    number,
    ...changes.map(({ nctId }) => Number(nctId.slice(3))),
  ])
  assert.deepEqual(
    told,
    Array.from({ length: 13 }, (_, index) => [index + 2, index + 2]),
  )
})

test('lists are kept for thirty days and no more than a thousand, and their files no longer', async () => {
  await take([study(1)])
  for (const [index, day] of ['2026-09-01', '2026-09-03', '2026-10-01'].entries())
    await take([study(index + 2)], { now: clock(`${day}T08:00:00Z`) })
  assert.deepEqual(
    readManifest(folder)?.changeLists?.map(({ at }) => at.slice(0, 10)),
    ['2026-09-01', '2026-09-03', '2026-10-01'],
  )
  const [gone = ''] = listFiles().filter((name) => name.startsWith('changes-2-'))
  await take([study(9)], { now: clock('2026-10-02T09:00:00Z') })
  const kept = readManifest(folder)?.changeLists ?? []
  assert.deepEqual(
    kept.map(({ number }) => number),
    [3, 4, 5],
  )
  await take([study(9)])
  assert.ok(gone !== '' && !listFiles().includes(gone))
  assert.deepEqual(listFiles().toSorted(), kept.map(({ name }) => `${name}.ndjson`).toSorted())
  const many = Array.from({ length: 1002 }, (_, index) => ({
    name: `changes-${index}`,
    number: index,
    at: '2026-10-02T09:00:00Z',
    studies: 1,
    checksum: 0,
  }))
  const left = listsToKeep(many, Temporal.Instant.from('2026-10-03T00:00:00Z'))
  assert.deepEqual([left.length, left[0]?.number], [1000, 2])
})

test('a list that is not whole is not read as if it were', async () => {
  await take([study(1)])
  await take([study(2)])
  const [name = ''] = listFiles()
  writeFileSync(join(folder, name), '{"name":"x"}\n')
  await assert.rejects(lists(), /is damaged: it is not as it was written/)
})

test('the catalogue gives each list by its name, and no other name reads a file', async (t) => {
  await take([study(1)])
  await take([study(2)])
  await take([study(3)])
  const open = await openCatalogue(folder, {
    processes: 1,
    timeoutMs: 5000,
    start: 'cold',
    vocabulary,
  })
  t.after(() => open.close())
  const read: (ChangeList | undefined)[] = []
  for (const { name } of open.changeLists()) read.push(await open.readChangeList(name))
  assert.equal(read.length, 2)
  assert.deepEqual(read, await lists())
  for (const name of ['', '../current', 'current', 'changes-2', 'changes-2-00000000'])
    assert.equal(await open.readChangeList(name), undefined)
})

const site = (city: string, status?: string): Location => ({
  facility: 'Hospital',
  city,
  country: 'France',
  ...(status && { status }),
})

async function newSites(older: Given, newer: Given): Promise<readonly (string | undefined)[]> {
  newFolder()
  await take([study(1, older)])
  await take([study(1, { ...newer, updated: '2026-02-02' })])
  const [change] = await lastChanges()
  assert.equal(change?.sites.length, newer.locations?.length)
  return (change?.newSites ?? []).map((at) => newer.locations?.[at]?.city)
}

test('a site that came, or began to take people, is told apart from those that were there', async () => {
  assert.deepEqual(
    await newSites(
      { locations: [site('Paris', 'RECRUITING'), site('Lyon', 'NOT_YET_RECRUITING')] },
      {
        locations: [
          site('Nantes', 'RECRUITING'),
          site('Paris', 'RECRUITING'),
          site('Lyon', 'RECRUITING'),
          site('Lille', 'COMPLETED'),
          site('Nantes', 'NOT_YET_RECRUITING'),
          site('Rennes'),
        ],
      },
    ),
    ['Nantes', 'Lyon', 'Nantes', 'Rennes'],
  )
})

test('a site that got its real name, or takes people by invitation only, is no new place', async () => {
  const named = (facility: string): Location => ({ ...site('Paris'), facility })
  assert.deepEqual(
    await newSites(
      { locations: [named('Research Site'), site('Lyon')] },
      {
        locations: [
          named('Hôpital Necker'),
          site('Lyon'),
          site('Lille', 'ENROLLING_BY_INVITATION'),
        ],
      },
    ),
    [],
  )
})

test('a study that begins to recruit, or stops, has no new sites for it', async () => {
  const paris = { locations: [site('Paris')] }
  assert.deepEqual(
    await newSites({ ...paris, status: 'NOT_YET_RECRUITING' }, { ...paris, status: 'RECRUITING' }),
    [],
  )
  assert.deepEqual(
    await newSites(paris, { locations: [site('Paris'), site('Lyon')], status: 'COMPLETED' }),
    [],
  )
  assert.deepEqual(
    await newSites(
      { locations: [site('Paris', 'RECRUITING')] },
      { locations: [site('Paris', 'WITHDRAWN')] },
    ),
    [],
  )
})

test('sites have the points the search has, and none where nothing is known', async () => {
  await take([study(1)])
  await take([
    study(2, {
      locations: [
        { ...site('Paris'), geoPoint: { lat: 48.85341, lon: 2.3488 } },
        { facility: 'Nowhere' },
        { ...site('Suva'), geoPoint: { lat: -18.1416, lon: 178.4415 } },
      ],
    }),
  ])
  assert.deepEqual((await lastChanges())[0]?.sites, [
    [4885.341, 234.88],
    null,
    [-1814.16, 17844.15],
  ])
})

test('an import killed between its list and its manifest has told nothing, and the next tells all', async () => {
  await take([study(1)])
  await take([study(2)])
  const kept = listFiles()
  const beside = mkdtempSync(join(tmpdir(), 'trialway-killed-'))
  const file = join(beside, 'studies.ndjson')
  writeFileSync(file, `${JSON.stringify(study(3))}\n`)
  writeFileSync(join(beside, 'import.mjs'), program(file))
  const importing = spawn(process.execPath, [join(beside, 'import.mjs')], { stdio: 'inherit' })
  const [, signal] = (await once(importing, 'exit')) as [number | null, string | null]
  rmSync(beside, { recursive: true })
  assert.equal(signal, 'SIGKILL')
  assert.equal(listFiles().length, 2)
  assert.deepEqual(
    (await lists()).map(({ number }) => number),
    [2],
  )
  await take([study(3), study(4)])
  const told = await lists()
  assert.deepEqual(
    told.map(({ changes }) => changes.map(({ nctId }) => nctId)),
    [['NCT00000002'], ['NCT00000003', 'NCT00000004']],
  )
  assert.ok(kept.every((name) => existsSync(join(folder, name))))
  assert.equal(listFiles().length, 2)
})

/** An import that is killed at the moment when its manifest would take the place of the one before. */
function program(file: string): string {
  const at = (path: string) => JSON.stringify(join(import.meta.dirname, path))
  return `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    import { importStudies } from ${at('import-studies.ts')}
    import { readRecords } from ${at('../../registry/read-records.ts')}
    import { openVocabulary } from ${at('../../vocabulary/vocabulary.ts')}
    fs.renameSync = () => process.kill(process.pid, 'SIGKILL')
    syncBuiltinESMExports()
    await importStudies({
      folder: ${JSON.stringify(folder)},
      placesFile: ${JSON.stringify(placesFile)},
      vocabulary: openVocabulary(),
      now: () => Temporal.Now.instant(),
      sources: [{ name: 'given', records: () => readRecords(${JSON.stringify(file)}) }],
    })`
}
