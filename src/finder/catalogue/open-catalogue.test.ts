import assert from 'node:assert/strict'
import { closeSync, cpSync, globSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { manifestFile } from './model/manifest.ts'
import { type Catalogue, CatalogueBusy, SearchTooSlow } from './model/catalogue.ts'
import { bigTowns } from '../../testing/big-towns.ts'
import { type ExampleData, exampleData } from '../../testing/example-catalogue.ts'
import { importStudies } from './import/import-studies.ts'
import { openCatalogue } from './open-catalogue.ts'

const today = '2026-11-23'
let example: ExampleData
let catalogue: Catalogue

before(async () => {
  example = await exampleData()
  catalogue = await openCatalogue(example.catalogue, { processes: 1, timeoutMs: 5000 })
})
after(() => catalogue.close())

test('a study is read by its id in any case, with its history and where its site is', () => {
  const stored = catalogue.study(' nct02390596 ')
  assert.equal(stored?.study.protocolSection.identificationModule.acronym, 'KAWAKINRA')
  assert.equal(stored?.history.length, 1)
  assert.equal(stored?.points[0]?.exactness, 'postcode')
  assert.ok(stored?.categories.some(({ term }) => term === 'Mucocutaneous Lymph Node Syndrome'))
  for (const id of ['NCT99999999', 'NCT1', '', "'; drop table studies"])
    assert.equal(catalogue.study(id), undefined)
})

test('what is typed is completed with names that studies have, the most studied first', () => {
  const found = catalogue.suggest('kawa', 8)
  assert.equal(found[0]?.term, 'Mucocutaneous Lymph Node Syndrome')
  assert.ok(catalogue.suggest('anakin', 8).some(({ kind }) => kind === 'treatment'))
  for (const typed of ['', 'k', '%', '\u0000', '日本語', 'x'.repeat(5000)])
    assert.ok(catalogue.suggest(typed, 8).length <= 8)
})

test('the counts of categories, branches and the whole agree with what a search finds', async () => {
  const { all } = catalogue.categoryCounts()['heart-and-blood-diseases'] ??
    Object.values(catalogue.categoryCounts())[0] ?? { all: -1 }
  const [slug = ''] =
    Object.entries(catalogue.categoryCounts()).find(([, count]) => count.all === all) ?? []
  const results = await catalogue.search({ today, category: [slug] })
  assert.equal(results.total, all)
  const tree = 'C14.907.940'
  const branch = await catalogue.search({ today, tree })
  assert.equal(catalogue.treeCounts([tree])[tree]?.all, branch.total)
  assert.equal((await catalogue.search({ today })).total, catalogue.summary().studies)
})

test('every study is listed once, in order of id', () => {
  const ids = catalogue.ids(0, 1_000_000).map(({ nctId }) => nctId)
  assert.equal(ids.length, catalogue.summary().studies)
  assert.deepEqual(ids, [...new Set(ids)].toSorted())
})

test('a search that takes too long is stopped, and the next one is answered', async () => {
  const hasty = await openCatalogue(example.catalogue, { processes: 1, timeoutMs: 1 })
  const outcomes = await Promise.allSettled(
    Array.from({ length: 3 }, () => hasty.search({ q: 'a* OR cance* OR hea*', today })),
  )
  await hasty.close()
  assert.ok(
    outcomes.some((one) => one.status === 'rejected' && one.reason instanceof SearchTooSlow),
  )
  assert.equal((await catalogue.search({ q: 'kawasaki', today })).hits.length > 0, true)
})

test('more searches than can wait are refused at once, not left hanging', async () => {
  const asked = Array.from({ length: 400 }, () => catalogue.search({ q: 'cancer', today }))
  const outcomes = await Promise.allSettled(asked)
  const refused = outcomes.filter((one) => one.status === 'rejected')
  assert.ok(refused.length > 0)
  for (const one of refused) assert.ok(one.reason instanceof CatalogueBusy)
})

/** Imports one study more into a folder. */
async function importQuiteNew(folder: string): Promise<void> {
  await importStudies({
    folder,
    placesFile: await bigTowns(),
    vocabulary: openVocabulary(),
    now: () => Temporal.Instant.from('2026-11-24T00:00:00Z'),
    sources: [
      {
        name: 'one',
        records: async function* () {
          const study = {
            protocolSection: {
              identificationModule: { nctId: 'NCT90000001', briefTitle: 'Quite new' },
            },
          }
          yield { place: 'one', format: 'json' as const, bytes: Buffer.from(JSON.stringify(study)) }
        },
      },
    ],
  })
}

test('a new catalogue is taken up without a failed search', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-open-'))
  cpSync(example.catalogue, folder, { recursive: true })
  const served = await openCatalogue(folder, { processes: 1, timeoutMs: 5000, watchEveryMs: 50 })
  const { studies, generation } = served.summary()
  let failed = 0
  let asking = true
  const askers = (async () => {
    while (asking) await served.search({ q: 'asthma', today }).catch(() => failed++)
  })()
  await importQuiteNew(folder)
  for (let tries = 0; served.summary().generation === generation && tries < 200; tries++)
    await wait(50)
  asking = false
  await askers
  assert.equal(served.summary().studies, studies + 1)
  assert.equal((await served.search({ q: 'NCT90000001', today })).total, 1)
  assert.equal(failed, 0)
  await served.close()
  rmSync(folder, { recursive: true })
})

test('a new catalogue is taken up as soon as it is there, not at the next look', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-open-'))
  cpSync(example.catalogue, folder, { recursive: true })
  const served = await openCatalogue(folder, {
    processes: 1,
    timeoutMs: 5000,
    watchEveryMs: 600_000,
  })
  const { generation } = served.summary()
  await importQuiteNew(folder)
  for (let tries = 0; served.summary().generation === generation && tries < 400; tries++)
    await wait(50)
  assert.ok(served.has('NCT90000001'))
  await served.close()
  rmSync(folder, { recursive: true })
})

test('a catalogue that comes while the one before is opened is taken up too', async () => {
  const [folder = '', newer = ''] = ['a', 'b'].map((name) =>
    mkdtempSync(join(tmpdir(), `trialway-open-${name}-`)),
  )
  for (const one of [folder, newer]) cpSync(example.catalogue, one, { recursive: true })
  await importQuiteNew(newer)
  const manifest = basename(manifestFile(folder))
  const filter = (source: string): boolean => basename(source) !== manifest
  cpSync(newer, folder, { recursive: true, filter })
  const opening = openCatalogue(folder, { processes: 1, timeoutMs: 5000, watchEveryMs: 50 })
  await wait(50)
  cpSync(manifestFile(newer), manifestFile(folder))
  const served = await opening
  for (let tries = 0; !served.has('NCT90000001') && tries < 200; tries++) await wait(50)
  assert.equal((await served.search({ q: 'NCT90000001', today })).total, 1)
  await served.close()
  for (const one of [folder, newer]) rmSync(one, { recursive: true })
})

test('damage to a file is found, and a sound catalogue has none', async () => {
  assert.deepEqual(await catalogue.damage(), [])
  const folder = mkdtempSync(join(tmpdir(), 'trialway-damage-'))
  cpSync(example.catalogue, folder, { recursive: true })
  const [data = ''] = globSync('segment-2-*.data', { cwd: folder })
  const handle = openSync(join(folder, data), 'r+')
  // Behind the dictionaries, where the records are.
  writeSync(handle, 'xyz', 300_000)
  closeSync(handle)
  const damaged = await openCatalogue(folder, { processes: 1, timeoutMs: 5000 })
  assert.match((await damaged.damage()).join(), /the record of NCT\d{8} is damaged/)
  await damaged.close()
  rmSync(folder, { recursive: true })
})

test('a folder without a catalogue says what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-none-'))
  await assert.rejects(
    openCatalogue(folder, { processes: 1, timeoutMs: 1000 }),
    /run an import first/,
  )
  rmSync(folder, { recursive: true })
})
