import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { after, before, beforeEach, test } from 'node:test'
import { bigTowns } from '../../testing/big-towns.ts'
import type { RawRecord } from '../registry/records.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import type { ImportSummary } from './import/import-options.ts'
import { importBase } from './import/import-base.ts'
import { importStudies } from './import/import-studies.ts'
import { CatalogueDamaged, ListIncomplete, PieceDamaged, StudyDamaged } from './model/damage.ts'
import { areas } from './model/fields.ts'
import { readManifest } from './model/manifest.ts'
import { nctNumber } from './model/nct-number.ts'
import { openCatalogue, saysWhatToDo } from './open-catalogue.ts'
import { type Engine, openEngine } from './search/engine.ts'
import { startSearchPool } from './search/search-pool.ts'
import { sized } from '../../testing/sized.ts'

const vocabulary = openVocabulary()
const today = '2026-11-23'
const ids = ['NCT00000001', 'NCT00000002', 'NCT00000003']
let placesFile = ''
let folder = ''

before(async () => {
  placesFile = await bigTowns()
})
beforeEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = mkdtempSync(join(tmpdir(), 'trialway-damage-'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

function take(asked: readonly string[], title = 'Asthma in children'): Promise<ImportSummary> {
  return importStudies({
    folder,
    placesFile,
    vocabulary,
    now: () => Temporal.Instant.from(`${today}T08:00:00Z`),
    sources: [{ name: 'given', records: () => recordsOf(asked, title) }],
  })
}

async function* recordsOf(asked: readonly string[], title: string): AsyncGenerator<RawRecord> {
  for (const nctId of asked) {
    const study = {
      protocolSection: {
        identificationModule: { nctId, briefTitle: `${title} ${nctId}` },
        statusModule: { overallStatus: 'RECRUITING' },
        conditionsModule: { conditions: ['Asthma'] },
      },
      resultsSection: { moreInfoModule: { limitationsAndCaveats: { description: nctId } } },
    }
    yield { place: nctId, format: 'json', bytes: Buffer.from(JSON.stringify(study)) }
  }
}

/** What a catalogue answers; `refused` where it refuses, or says that it is not complete. */
function answers(): readonly string[] {
  const asked: ((engine: Engine) => unknown)[] = [
    ...ids.map((id) => (engine: Engine) => engine.study(id) ?? null),
    ...['asthma', 'childr*', '"in children"', 'NCT00000002', 'asthmma', ''].map(
      (q) => (engine: Engine) => {
        const results = engine.search({ today, ...(q && { q }) })
        return results.isIncomplete ? assert.fail('not complete') : results
      },
    ),
  ]
  try {
    const engine = openEngine(folder, vocabulary)
    const given = asked.map((ask) => {
      try {
        return JSON.stringify(ask(engine))
      } catch {
        return 'refused'
      }
    })
    engine.close()
    return given
  } catch (error) {
    assert.ok(error instanceof CatalogueDamaged, String(error))
    return asked.map(() => 'refused')
  }
}

function opened(): Engine | undefined {
  try {
    return openEngine(folder, vocabulary)
  } catch {
    return undefined
  }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  writeFileSync(file, bytes)
}

const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: folder }).map((name) => join(folder, name))

/** Damages the newest segment where the record of a study is. */
function damageRecord(nctId: string): void {
  const file = files('segment-*').toSorted().at(-1) ?? ''
  for (let at = 0; at < statSync(file).size; at += 25) {
    flip(file, at)
    if (isDamaged(nctId)) return
    flip(file, at)
  }
  assert.fail('no byte of the record was found')
}

function isDamaged(nctId: string): boolean {
  const engine = opened()
  try {
    engine?.study(nctId)
    return false
  } catch (error) {
    return error instanceof StudyDamaged && error.nctId === nctId
  } finally {
    engine?.close()
  }
}

async function damage(): Promise<readonly string[]> {
  const catalogue = await openCatalogue(folder, {
    processes: 1,
    timeoutMs: 20_000,
    start: 'cold',
    vocabulary,
  })
  const found = await catalogue.damage()
  await catalogue.close()
  return found
}

test('no changed bit is ever served as something else', async () => {
  await take(ids)
  const sound = answers()
  assert.ok(sound.every((answer) => answer.length > 100))
  let refused = 0
  for (const file of files('{segment,names,current}*')) {
    const { size } = statSync(file)
    for (let at = 0; at < size; at += Math.max(1, Math.floor(size / sized(9, 25)))) {
      flip(file, at)
      answers().forEach((answer, index) => {
        if (answer === 'refused') refused++
        else assert.equal(answer, sound[index], `byte ${at} of ${file}`)
      })
      flip(file, at)
    }
  }
  assert.ok(refused > sized(15, 50), `${refused} answers were refused`)
  assert.deepEqual(answers(), sound)
})

test('a search goes on without a damaged study, and says that it is not complete', async () => {
  await take(ids)
  const file = files('segment-*')[0] ?? ''
  const without = new Set<string>()
  for (let at = 0; at < statSync(file).size; at += 23) {
    flip(file, at)
    const engine = opened()
    const found = engine?.search({ q: 'asthma', today })
    engine?.close()
    flip(file, at)
    if (found?.hits.length !== 2) continue
    assert.equal(found.isIncomplete, true)
    without.add(ids.find((id) => !found.hits.some(({ nctId }) => nctId === id)) ?? '')
  }
  assert.deepEqual([...without].toSorted(), ids)
})

test('what alerts ask among changed studies is refused where it needs what is damaged, and a ranking notes it', async () => {
  await take(ids)
  const numbers = ids.map(nctNumber)
  const queries = ['asthma', 'asthmma', '"in children"', 'limitations', 'childr*'].map((q) => ({
    q,
    today,
  }))
  const plan = { kind: 'term', index: 'main', term: 'asthma', weights: areas.q } as const
  const ask = (engine: Engine): string =>
    JSON.stringify([
      engine.searchAmong(numbers, queries),
      engine.rank([{ plan, weight: 1 }], { today }, 10),
    ])
  const sound = opened() ?? assert.fail()
  const expected = ask(sound)
  sound.close()
  let [refused, noted] = [0, 0]
  const file = files('segment-*')[0] ?? ''
  for (let at = 0; at < statSync(file).size; at += sized(97, 41)) {
    flip(file, at)
    const engine = opened()
    try {
      if (engine) assert.ok(ask(engine) === expected || engine.damageMet() > 0, `byte ${at}`)
      if (engine && engine.damageMet() > 0) noted++
    } catch (error) {
      assert.ok(error instanceof ListIncomplete, String(error))
      refused++
    } finally {
      engine?.close()
    }
    flip(file, at)
  }
  assert.ok(refused > 0, `${refused} refused, ${noted} noted`)
})

test('alerts hear of damage as damage, from another process too', async () => {
  await take(ids)
  const file = files('segment-*')[0] ?? ''
  const size = statSync(file).size
  for (let at = 0; at < size; at += 41) {
    flip(file, at)
    if (isAmongRefused()) break
    flip(file, at)
  }
  const catalogue = await openCatalogue(folder, {
    processes: 1,
    timeoutMs: 20_000,
    start: 'cold',
    vocabulary,
  })
  await assert.rejects(catalogue.searchAmong(ids, [{ q: 'asthma', today }]), ListIncomplete)
  await catalogue.close()
})

function isAmongRefused(): boolean {
  const engine = opened()
  try {
    engine?.searchAmong(ids.map(nctNumber), [{ q: 'asthma', today }])
    return false
  } catch {
    return true
  } finally {
    engine?.close()
  }
}

test('where the newest state is damaged or missing the one before serves, and why is told', async () => {
  await take(ids)
  await take(ids.slice(0, 1), 'Asthma in adults')
  const [newest = '', names = ''] = [...files('segment-2-*'), ...files('names-2-*')]
  const titles = (): string[] => {
    const engine = openEngine(folder, vocabulary)
    const { hits } = engine.search({ q: 'asthma', today })
    engine.close()
    return hits.map(({ briefTitle }) => briefTitle).toSorted()
  }
  assert.match(titles()[0] ?? '', /adults/)
  for (const [file, spoil] of [
    [newest, () => rmSync(newest)],
    [join(folder, 'current.json'), () => flip(join(folder, 'current.json'), 30)],
    [join(folder, 'current.json'), () => rmSync(join(folder, 'current.json'))],
    [names, () => flip(names, 5000)],
  ] as const) {
    const kept = readFileSync(file)
    spoil()
    const troubles: unknown[] = []
    const options = { processes: 1, timeoutMs: 20_000, start: 'cold' as const, vocabulary }
    const onTrouble = (error: unknown): void => void troubles.push(error)
    const catalogue = await openCatalogue(folder, { ...options, onTrouble })
    assert.match(
      catalogue.study('NCT00000001')?.study.protocolSection.identificationModule.briefTitle ?? '',
      /children/,
    )
    const { hits } = await catalogue.search({ q: 'asthma', today })
    assert.ok(hits.every(({ briefTitle }) => /children/.test(briefTitle)))
    assert.equal(hits.length, 3)
    assert.equal((await catalogue.damage()).length, 1)
    await catalogue.close()
    assert.ok(troubles[0] instanceof PieceDamaged)
    writeFileSync(file, kept)
  }
})

test('a catalogue of an older version put over one that serves is refused with what to do, and the old one goes on', async () => {
  await take(ids)
  const told = Promise.withResolvers<unknown>()
  const options = { processes: 1, timeoutMs: 20_000, vocabulary, watchEveryMs: 20 }
  const catalogue = await openCatalogue(folder, { ...options, onTrouble: told.resolve })
  writeFileSync(join(folder, 'current.json'), '{"format": 2, "number": 9, "segments": []}')
  const error = await told.promise
  assert.ok(saysWhatToDo(error))
  assert.match(error.message, /older version.*Move that folder away.*trialway import FILE/)
  assert.equal((await catalogue.search({ q: 'asthma', today })).total, 3)
  await catalogue.close()
})

test('a search process that starts anew searches the state that its server shows, or says that it is damaged', async () => {
  await take(ids)
  await take(ids.slice(0, 1), 'Asthma in adults')
  const options = { processes: 1, timeoutMs: 20_000 }
  rmSync(files('segment-2-*')[0] ?? '')
  await assert.rejects(startSearchPool(folder, 2, options), ListIncomplete)
  const pool = await startSearchPool(folder, 1, options)
  const found = await pool.ask({ kind: 'search', withinMs: 1000, query: { q: 'asthma', today } })
  assert.doesNotMatch(JSON.stringify(found), /adults/)
  await pool.close()
})

test('where no state is sound, the folder, the file and the command are said', async () => {
  await take(ids)
  rmSync(files('segment-*')[0] ?? '')
  const opening = openCatalogue(folder, {
    processes: 1,
    timeoutMs: 20_000,
    start: 'cold',
    vocabulary,
  })
  await assert.rejects(opening, (error) => {
    assert.ok(error instanceof CatalogueDamaged)
    assert.ok(error.message.includes(folder))
    assert.match(
      error.message,
      /segment-1-\w+-1-1\.data is damaged: it is missing.*trialway import FILE/,
    )
    return true
  })
})

test('an import reads a damaged study again, and names the one that it does not bring', async () => {
  await take(ids)
  damageRecord('NCT00000001')
  assert.match(
    (await damage()).join(),
    /segment-1-\w+-1-1\.data: the record of NCT00000001 is damaged/,
  )
  const other = await take(['NCT00000004'])
  assert.deepEqual(other.mending, {
    mended: 0,
    left: ['NCT00000001'],
    lost: [],
    isEarlier: false,
  })
  assert.ok(isDamaged('NCT00000001'))
  const again = await take(ids)
  assert.deepEqual([again.unchanged, again.changed, again.new], [3, 0, 0])
  assert.deepEqual([again.mending?.mended, again.mending?.left], [1, []])
  assert.equal(isDamaged('NCT00000001'), false)
  assert.deepEqual(await damage(), [])
  const engine = openEngine(folder, vocabulary)
  assert.equal(engine.search({ q: 'asthma', today }).total, 4)
  engine.close()
})

test('an import knows by the checksums of whole files that nothing is damaged, and looks closer where one differs', async () => {
  const checksums = () => readManifest(folder)?.checksums ?? {}
  const written = () =>
    Object.fromEntries(
      files('segment-*').map((file) => [basename(file), crc32(readFileSync(file))]),
    )
  await take(ids)
  assert.deepEqual(checksums(), written())
  await take(['NCT00000004'])
  assert.deepEqual(checksums(), written())
  assert.equal((await importBase(folder)).damaged.size, 0)
  damageRecord('NCT00000004')
  const { damaged, checksums: sound } = await importBase(folder)
  assert.deepEqual([...damaged.values()].flat().length, 1)
  assert.equal(sound.size, 1)
  // While it is damaged its checksum is not known, so that it is looked at again.
  await take(['NCT00000005'])
  assert.equal(Object.keys(checksums()).length, 2)
  assert.deepEqual((await importBase(folder)).damaged, damaged)
  const { mending } = await take(['NCT00000004'])
  assert.equal(mending?.mended, 1)
  assert.deepEqual(await damage(), [])
})

test('an import over a state with a lost file brings back what its sources hold, and says so', async () => {
  await take(ids)
  await take(['NCT00000004'])
  rmSync(join(folder, 'earlier.json'))
  const lost = files('segment-1-*')[0] ?? ''
  rmSync(lost)
  const summary = await take(ids)
  assert.deepEqual(summary.mending?.lost, [basename(lost)])
  assert.equal(summary.studies, 4)
  assert.deepEqual(await damage(), [])
})

test('an import over a state whose list is damaged goes on from the state before', async () => {
  await take(ids)
  await take(['NCT00000004'])
  flip(join(folder, 'current.json'), 40)
  const summary = await take(['NCT00000005'])
  assert.equal(summary.mending?.isEarlier, true)
  assert.equal(summary.studies, 4)
  assert.deepEqual(await damage(), [])
})
