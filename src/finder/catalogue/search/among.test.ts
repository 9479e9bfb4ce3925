import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { ageSpan } from '../../registry/ages.ts'
import { categories } from '../../vocabulary/categories.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { fewStudies } from '../../../testing/few-studies.ts'
import { bigTowns } from '../../../testing/big-towns.ts'
import { exampleData } from '../../../testing/example-catalogue.ts'
import { importStudies } from '../import/import-studies.ts'
import { openCatalogue } from '../open-catalogue.ts'
import type { Query } from '../model/query.ts'
import { bodyTexts, searchTexts } from '../segment/texts.ts'
import { type Engine, openEngine } from './engine.ts'
import { nctNumber, nctOf } from '../model/nct-number.ts'
import { sized } from '../../../testing/sized.ts'

const today = '2026-11-23'
const vocabulary = openVocabulary()
let catalogue: Catalogue
let engine: Engine
/** Every study of the catalogue. */
let all: readonly string[]

before(async () => {
  const { catalogue: folder } = await exampleData()
  catalogue = await openCatalogue(folder, { processes: 2, timeoutMs: 60_000, vocabulary })
  engine = openEngine(folder, vocabulary)
  all = catalogue.ids(0, 1_000_000).map(({ nctId }) => nctId)
})
after(async () => {
  engine.close()
  await catalogue.close()
})

/** The oracle: what the pages of a search show, one after the other. */
function shown(query: Query): ReadonlySet<string> {
  const ids = new Set<string>()
  for (let page = 1; ; page++) {
    const { hits, total } = engine.search({ ...query, page, pageSize: 1000 })
    for (const { nctId } of hits) ids.add(nctId)
    if (page * 1000 >= total) return ids
  }
}

function among(nctIds: readonly string[], queries: readonly Query[]): string[][] {
  return engine
    .searchAmong(nctIds.map(nctNumber), queries)
    .map((places) => places.map((place) => nctIds[place] ?? ''))
}

/** Words and phrases as records write them, of the texts that every search looks at and of the long ones. */
function textsOf(place: number, body: boolean): string[] {
  const stored = catalogue.study(all[place % all.length] ?? '')
  if (!stored) return []
  const texts = [...(body ? bodyTexts : searchTexts)(stored.study)].map(([, text]) => text)
  return texts.flatMap((text) => text.match(/[\p{L}\p{N}]{3,}(?: [\p{L}\p{N}-]+)*/gu) ?? [])
}

const written = fc
  .tuple(fc.nat(), fc.nat(), fc.boolean(), fc.integer({ min: 1, max: 4 }))
  .map(([place, at, body, length]) => {
    const texts = textsOf(place, body)
    const words = (texts[at % Math.max(1, texts.length)] ?? 'asthma').split(' ')
    const from = at % words.length
    return words.slice(from, from + length).join(' ')
  })
const misspelt = fc.tuple(written, fc.nat()).map(([text, at]) => {
  const place = at % Math.max(1, text.length - 1)
  return `${text.slice(0, place)}${text[place + 1] ?? ''}${text[place] ?? ''}${text.slice(place + 2)}`
})
const common = fc.constantFrom(
  'kawasaki',
  'heart attack',
  'informed consent',
  'able to give written informed consent',
  'PD-1',
  'pregnant or lactating',
  'canc*',
  'study',
  'the',
  '!!',
  '',
)
const leaf = fc.oneof(
  { weight: 4, arbitrary: written },
  { weight: 1, arbitrary: misspelt },
  { weight: 2, arbitrary: common },
)
const phrase = fc.oneof(written, common).map((text) => `"${text}"`)
const expression = fc.oneof(
  leaf,
  phrase,
  fc.tuple(leaf, fc.constantFrom('AND', 'OR', 'NOT'), leaf).map((parts) => parts.join(' ')),
  fc.tuple(leaf, phrase).map(([a, b]) => `${a} -${b}`),
  phrase.map((one) => `NOT ${one}`),
)
const boxes = fc.record(
  { q: expression, cond: expression, intr: expression, title: expression, elig: expression },
  { requiredKeys: [] },
)
const filters: fc.Arbitrary<Partial<Query>> = fc.record(
  {
    status: fc.subarray(['RECRUITING', 'COMPLETED', 'UNKNOWN'], { minLength: 1 }),
    phase: fc.constantFrom(['PHASE2'], ['PHASE3', 'NA']),
    category: fc.subarray(
      categories.map(({ slug }) => slug),
      { minLength: 1, maxLength: 3 },
    ),
    country: fc.constantFrom(['FR'], ['US', 'CA']),
    tree: fc.constantFrom('C14', 'C14.907.940', 'C04', 'C10.228'),
    sex: fc.constantFrom('FEMALE', 'MALE'),
    age: fc.nat({ max: 90 }).map((value) => ageSpan({ value, unit: 'year' })),
    results: fc.constantFrom('with', 'without'),
    masking: fc.constantFrom('open', 'blind'),
    contact: fc.constant(true),
    updatedWithinDays: fc.nat({ max: 4000 }),
    exact: fc.constant(true),
  },
  { requiredKeys: [] },
)
const place = fc.record(
  {
    near: fc.constantFrom({ lat: 48.85, lon: 2.35 }, { lat: 40.71, lon: -74 }),
    withinKm: fc.constantFrom(5, 100, 1000),
  },
  { requiredKeys: [] },
)
const query: fc.Arbitrary<Query> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: expression.map((q) => ({ q })) },
      { weight: 1, arbitrary: boxes },
    ),
    fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: filters }),
    fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: place }),
  )
  .map(([words, filter, near]) => ({ ...words, ...filter, ...near, today }))
const given = fc
  .tuple(fc.nat(), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 17 }))
  .map(([from, count, step]) => [
    'NCT99999999',
    ...Array.from({ length: count }, (_, index) => all[(from + index * step) % all.length] ?? ''),
  ])

const runs = sized(10, 40)
const mostQueries = sized(3, 8)

test('of any studies, a search among them finds those that its pages show', () => {
  let found = 0
  fc.assert(
    fc.property(
      given,
      fc.array(query, { minLength: 1, maxLength: mostQueries }),
      (nctIds, queries) => {
        const answers = among(nctIds, queries)
        for (const [index, each] of queries.entries()) {
          const pages = shown(each)
          const expected = nctIds.filter((id) => pages.has(id))
          assert.deepEqual(answers[index], expected, JSON.stringify(each))
          found += expected.length > 0 ? 1 : 0
        }
      },
    ),
    { numRuns: runs },
  )
  assert.ok(found > runs * 0.25, `only ${found} queries found anything`)
})

test('of all studies, a search among them finds all that its pages show', () => {
  const queries: Query[] = [
    { today },
    { q: 'kawasaki', today },
    { elig: '"informed consent"', today },
    { q: 'study NOT "informed consent"', elig: 'NOT "informed consent"', today },
    { q: 'zzzz', today },
    { tree: 'C14', today },
  ]
  for (const [index, ids] of among(all, queries).entries())
    assert.deepEqual(ids, [...shown(queries[index] ?? { today })].toSorted())
})

test('a phrase in more long texts than are read for it is found where the pages find it, and nowhere else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-among-'))
  const placesFile = await bigTowns()
  const study = (id: number, eligibilityCriteria: string) => ({
    protocolSection: {
      identificationModule: { nctId: nctOf(id), briefTitle: `Study of ${id}` },
      eligibilityModule: { eligibilityCriteria },
    },
  })
  const studies = Array.from({ length: 520 }, (_, index) =>
    study(index + 1, index % 2 ? 'consent is written' : 'written consent'),
  )
  await importStudies({
    folder,
    placesFile,
    vocabulary,
    now: () => Temporal.Instant.from('2026-11-23T00:00:00Z'),
    sources: [
      {
        name: 'made',
        records: async function* () {
          for (const one of studies)
            yield {
              place: 'made',
              format: 'json' as const,
              bytes: Buffer.from(JSON.stringify(one)),
            }
        },
      },
    ],
  })
  const made = openEngine(folder, vocabulary)
  const ids = [3, 4, 515, 516, 519].map(nctOf)
  const elig = '"written consent"'
  const queries: Partial<Query>[] = [
    { elig },
    { q: elig },
    { q: 'written' },
    { q: 'written NOT 515' },
    { q: '515 OR written' },
    { elig: `NOT ${elig}` },
    { q: 'study', elig },
  ]
  for (const query of queries) {
    const found = made.search({ ...query, today, pageSize: 1000 })
    const pages = new Set(found.hits.map(({ nctId }) => nctId))
    assert.equal(found.inEligibility, query.q !== 'study' && query.q?.includes('OR') === false)
    const [places] = made.searchAmong(ids.map(nctNumber), [{ ...query, today }])
    assert.deepEqual(
      places?.map((place) => ids[place]),
      ids.filter((id) => pages.has(id)),
      JSON.stringify(query),
    )
  }
  made.close()
  rmSync(folder, { recursive: true })
})

test('a study asked about twice is found at both places, and one that is not there at none', () => {
  const [first = ''] = shown({ q: 'kawasaki', today })
  const asked = [first, 'NCT99999999', first].map(nctNumber)
  assert.deepEqual(engine.searchAmong(asked, [{ q: 'kawasaki', today }]), [[0, 2]])
  assert.deepEqual(engine.searchAmong([], [{ today }]), [[]])
  assert.deepEqual(engine.searchAmong(asked, []), [])
})

test('thousands of queries asked of other processes are answered in their order', async () => {
  const some = ['kawasaki', 'asthma', 'zzzz', 'diabetes']
  const queries = Array.from({ length: 3500 }, (_, index) => ({
    q: some[index % 4] ?? '',
    today,
  }))
  const answers = await catalogue.searchAmong(all, queries)
  const expected = engine.searchAmong(all.map(nctNumber), queries.slice(0, 4))
  assert.equal(answers.length, queries.length)
  for (const [index, places] of answers.entries()) assert.deepEqual(places, expected[index % 4])
  assert.deepEqual(await catalogue.searchAmong(all, []), [])
})

test('searches that share a box with others find what the pages show of each', async () => {
  const conds = ['kawasaki OR diabetes OR asthma', '', 'zzzz']
  const intrs = ['insulin', 'NOT placebo', '!!', 'zzzz']
  const filters: Partial<Query>[] = [
    {},
    { title: 'NOT zzzz' },
    { phase: ['PHASE2', 'PHASE3'] },
    { tree: 'C14', exact: true },
    { status: ['RECRUITING'], sex: 'FEMALE' },
  ]
  const queries = conds.flatMap((cond) =>
    intrs.flatMap((intr) => filters.map((more): Query => ({ cond, intr, ...more, today }))),
  )
  const asked = [await catalogue.searchAmong(all, queries)]
  // What the boxes find is known now; and it is not of these studies.
  const some = all.filter((_, at) => at % 3 === 1)
  asked.push(await catalogue.searchAmong(some, queries))
  let found = 0
  for (const [index, query] of queries.entries()) {
    const pages = shown(query)
    for (const [at, studies] of [all, some].entries()) {
      const expected = studies.filter((id) => pages.has(id))
      const answers = asked[at]?.[index]?.map((place) => studies[place])
      assert.deepEqual(answers, expected, JSON.stringify(query))
      found += expected.length > 0 ? 1 : 0
    }
  }
  assert.ok(found > 25, `only ${found} found anything`)
})

test('many phrases asked of the same studies find in their long texts what is there', () => {
  const words = ['alpha', 'beta', 'gamma', 'delta']
  const given = Array.from({ length: 400 }, (_, index) => ({
    identificationModule: { nctId: '', briefTitle: `Study of ${index}` },
    descriptionModule: {
      detailedDescription: `${words.join(' ')} ${'and others in a long text '.repeat(100)}${words.toReversed().join(' ')}`,
    },
  }))
  const few = fewStudies(given)
  const studies = given.map((_, index) => index + 1)
  const phrases = words.flatMap((one) => words.map((other) => `"${one} ${other}"`))
  const found = few.among(
    studies,
    phrases.map((q) => ({ q, today })),
  )
  for (const [at, phrase] of phrases.entries()) {
    const [one = '', other = ''] = phrase.slice(1, -1).split(' ')
    const isBeside = Math.abs(words.indexOf(one) - words.indexOf(other)) === 1
    assert.equal(found[at]?.length, isBeside ? 400 : 0, phrase)
  }
  few.close()
})
