import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { canBeJoined, isDoubtful, statusesOf } from '../../registry/status.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { exampleData } from '../../../testing/example-catalogue.ts'
import type { Query, Results } from '../model/query.ts'
import { type FilterName, filterNames, filterTable, updatedSteps } from '../model/filter-table.ts'
import { hasContact } from '../../registry/contacts.ts'
import type { ProtocolSection } from '../../registry/study.ts'
import { type Engine, openEngine } from './engine.ts'

const today = '2026-11-23'
let engine: Engine

before(async () => {
  engine = openEngine((await exampleData()).catalogue, openVocabulary())
})
after(() => engine.close())

function search(query: Omit<Query, 'today'> | string): Results {
  return engine.search({ today, ...(typeof query === 'string' ? { q: query } : query) })
}

function ids(query: Omit<Query, 'today'> | string): string[] {
  return search(query).hits.map(({ nctId }) => nctId)
}

const first = 'NCT02390596'

test('a misspelt disease and a drug find the study, and the correction is said', () => {
  const results = search('kawaski anakinra')
  assert.ok(results.hits.slice(0, 3).some(({ nctId }) => nctId === first))
  assert.deepEqual(results.corrections, [{ from: 'kawaski', to: 'kawasaki' }])
})

test('asked for exactly, a misspelt word is not corrected', () => {
  const results = search({ q: 'kawaski anakinra', exact: true })
  assert.deepEqual(results.corrections, [])
  assert.ok(!results.hits.some(({ nctId }) => nctId === first))
})

test('a broader disease near a place finds the narrower one, and says why', () => {
  const results = search({ q: 'vasculitis', near: { lat: 48.8566, lon: 2.3522 }, withinKm: 25 })
  const hit = results.hits.find(({ nctId }) => nctId === first)
  assert.equal(hit?.nearestSite?.city, 'Le Kremlin-Bicêtre')
  assert.ok((hit?.nearestSite?.km ?? 99) < 8)
  assert.deepEqual(hit?.why[0], {
    kind: 'narrower',
    words: 'vasculitis',
    term: 'Vasculitis',
    narrower: 'Mucocutaneous Lymph Node Syndrome',
  })
})

test('a word that names a disease is not looked for in towns and people', () => {
  for (const { why } of search('kawasaki').hits)
    assert.ok(why.every((one) => one.kind !== 'field' || one.field !== 'site'))
})

test('a small number or "stage" is no reason by itself beside an illness', () => {
  const { hits } = search('myocardial infarction 4')
  assert.ok(hits.length > 0)
  for (const { why } of hits)
    assert.deepEqual(
      why.filter((one) => 'words' in one && /\b4\b/.test(one.words)),
      [],
    )
})

test('another name of a disease finds it, in English or French', () => {
  const expected = search('Myocardial Infarction').total
  assert.ok(expected > 10)
  for (const words of ['heart attack', 'crise cardiaque']) {
    const results = search(words)
    assert.equal(results.concepts[0]?.term, 'Myocardial Infarction')
    // In French only what studies are about counts; the words themselves are in none.
    assert.ok(results.total > 10, `${words}: ${results.total}`)
  }
  assert.ok(ids('maladie de Kawasaki').includes(first))
})

test('the study itself comes before those about something narrower or only mentioning it', () => {
  const [best] = search('kawasaki disease').hits
  assert.match(best?.conditions.join() ?? '', /kawasaki|mucocutaneous/i)
})

test('case, accents and British spelling do not matter', () => {
  for (const [one, other] of [
    ['sjogren', 'SJÖGREN'],
    ['leukemia', 'leukaemia'],
    ['tumour', 'tumor'],
    ['IL-1β', 'IL-1beta'],
  ] as const)
    assert.equal(search(one).total, search(other).total, `${one} and ${other}`)
})

test('words are found in any order; a phrase only together', () => {
  assert.equal(search('exercise elderly').total, search('elderly exercise').total)
  const together = search('"heart failure"').total
  assert.ok(together > 0 && together <= search({ q: 'heart failure', exact: true }).total)
})

test('OR widens, NOT narrows, and the two parts make the whole', () => {
  const all = search('asthma').total
  assert.equal(search('asthma children').total + search('asthma -children').total, all)
  assert.ok(search('asthma OR psoriasis').total >= all)
})

test('a prefix finds what each of its words finds', () => {
  assert.ok(search('anakin*').total >= search({ q: 'anakinra', exact: true }).total)
})

test('nothing in the record proper: the eligibility text is searched, and the page can say so', () => {
  const results = search('bronchoscopically phlebotomised')
  assert.equal(results.inEligibility, results.total > 0)
  const asked = search({ elig: 'immunoglobulins' })
  assert.ok(asked.total > 0 && !asked.inEligibility)
})

test('every filter keeps what it should, and its counts say what another choice would find', () => {
  const all = search({ cond: 'asthma' })
  for (const [status, count] of Object.entries(all.facets.status))
    assert.equal(search({ cond: 'asthma', status: [status] }).total, count, status)
  for (const [phase, count] of Object.entries(all.facets.phase))
    assert.equal(search({ cond: 'asthma', phase: [phase] }).total, count, phase)
  for (const [country, count] of Object.entries(all.facets.country).slice(0, 5))
    assert.equal(search({ cond: 'asthma', country: [country] }).total, count, country)
  const chosen = search({ cond: 'asthma', status: ['RECRUITING'], country: ['FR'] })
  assert.equal(
    chosen.facets.status['COMPLETED'] ?? 0,
    search({ cond: 'asthma', status: ['COMPLETED'], country: ['FR'] }).total,
  )
  for (const [category, count] of Object.entries(all.facets.category))
    assert.equal(search({ cond: 'asthma', category: [category] }).total, count, category)
})

/** What a query holds of a filter for one of the values that are counted. */
function valueIn(name: FilterName, value: string): unknown {
  const { kind } = filterTable[name]
  if (kind === 'list') return [value]
  if (kind === 'span') return (updatedSteps as Readonly<Record<string, number>>)[value]
  return kind === 'yes' ? true : value
}

for (const name of filterNames)
  test(`each count of ${name} is how many are found with that value, whatever it is set to`, () => {
    const { key, facet } = filterTable[name]
    const other = name === 'status' ? {} : { status: ['RECRUITING', 'COMPLETED'] }
    const counts = Object.entries(search({ q: 'children', ...other }).facets[facet])
    assert.ok(counts.length > 0)
    for (const [value, count] of counts.slice(0, 12)) {
      const chosen = search({ q: 'children', ...other, [key]: valueIn(name, value) })
      assert.equal(chosen.total, count, value)
      assert.deepEqual(Object.entries(chosen.facets[facet]), counts, value)
    }
  })

test('open, blind and a contact are found as the records say, one by one', () => {
  const all = search({ pageSize: 10_000 }).hits.map(({ nctId }) => nctId)
  const saying = (holds: (protocol: ProtocolSection) => boolean): string[] =>
    all.filter((nctId) => {
      const stored = engine.study(nctId)
      return stored !== undefined && holds(stored.study.protocolSection)
    })
  const masking = ({ designModule }: ProtocolSection) =>
    designModule?.designInfo?.maskingInfo?.masking
  const found = (query: Partial<Query>) => ids({ ...query, pageSize: 10_000 }).toSorted()
  const open = saying((protocol) => masking(protocol) === 'NONE')
  const blind = saying((protocol) =>
    ['SINGLE', 'DOUBLE', 'TRIPLE', 'QUADRUPLE'].includes(masking(protocol) ?? ''),
  )
  assert.ok(open.length > 100 && blind.length > 100 && open.length + blind.length < all.length)
  assert.deepEqual(found({ masking: 'open' }), open.toSorted())
  assert.deepEqual(found({ masking: 'blind' }), blind.toSorted())
  const reachable = saying(hasContact)
  assert.ok(reachable.length > 100)
  assert.deepEqual(found({ contact: true }), reachable.toSorted())
})

test('an age or a sex a study does not admit leaves it out', () => {
  assert.ok(ids({ q: first, age: { least: 92, most: 119 } }).includes(first))
  assert.ok(
    !ids({ q: first, age: { least: 42, most: 48 } }).includes(first),
    'six weeks is under three months',
  )
  assert.ok(!ids({ q: first, age: { least: 10_958, most: 11_322 } }).includes(first))
  for (const sex of ['FEMALE', 'MALE'] as const)
    for (const hit of search({ sex, pageSize: 200 }).hits)
      assert.notEqual(hit.sex, sex === 'FEMALE' ? 'MALE' : 'FEMALE')
})

test('a child of two years and a half is not kept from a study for 30 months and up', () => {
  const span = { least: 731, most: 1094 }
  const years = [2, 3].map((year) => ({ least: year * 365, most: year * 365 }))
  const found = search({ age: span, pageSize: 5000 })
  for (const age of years) assert.ok(found.total >= search({ age }).total * 0.9)
  const adult = { least: 6210, most: 6573 }
  for (const hit of search({ age: adult, pageSize: 300 }).hits)
    assert.notEqual(hit.minimumAge, '18 Years', hit.nctId)
})

test('no study within the radius is missed and none beyond it is shown', () => {
  const near = { lat: 45.76, lon: 4.84 }
  const within = search({ near, withinKm: 80, sort: 'nearest', pageSize: 500 })
  const everywhere = search({ near, sort: 'nearest', pageSize: 1000 }).hits
  assert.ok(within.total > 0 && within.total === within.hits.length)
  const nearOpen = everywhere.filter(({ nearestSite }) => (nearestSite?.km ?? Infinity) <= 80)
  const shown = new Set(within.hits.map(({ nctId }) => nctId))
  for (const { nctId } of nearOpen) assert.ok(shown.has(nctId), nctId)
  assert.equal(search({ near: { lat: 0, lon: -150 }, withinKm: 200 }).total, 0)
})

test('paging shows every study once and none twice', () => {
  for (const sort of ['best', 'newest', 'updated', 'nearest'] as const) {
    const query = { q: 'cancer', sort, near: { lat: 48.85, lon: 2.35 }, pageSize: 50 }
    const seen: string[] = []
    const { total } = search(query)
    for (let page = 1; page <= Math.ceil(total / 50); page++) seen.push(...ids({ ...query, page }))
    assert.equal(seen.length, total)
    assert.equal(new Set(seen).size, total)
  }
})

test('sorting by date really is by date, and by distance by distance', () => {
  const dates = search({ sort: 'newest', pageSize: 100 }).hits.map(
    (hit) => hit.studyFirstPostDate ?? '',
  )
  assert.deepEqual(dates, dates.toSorted().toReversed())
  const hits = search({ sort: 'nearest', near: { lat: 51.5, lon: -0.12 }, pageSize: 100 }).hits
  const km = hits.map(({ nearestSite }) => nearestSite?.km ?? Infinity)
  assert.deepEqual(
    km,
    km.toSorted((a, b) => a - b),
  )
})

test('a branch of the disease tree holds its own and all narrower studies', () => {
  const branch = search({ tree: 'C14.907.940', pageSize: 100 }).hits.map(({ nctId }) => nctId)
  assert.ok(branch.includes(first))
})

test('studies like one share its disease, and it is not among them', () => {
  const like = engine.similar(first, 5, today) ?? []
  assert.ok(like.length > 0 && !like.some(({ nctId }) => nctId === first))
  assert.match(like[0]?.conditions.join() ?? '', /kawasaki|mucocutaneous/i)
})

test('studies like one may be asked to be open and near: those in doubt come last', () => {
  const near = { lat: 48.85, lon: 2.35 }
  const only = { status: statusesOf('open', 'opening'), near, sort: 'nearest' } as const
  const like = engine.similar(first, 20, today, only) ?? []
  assert.ok(like.length > 0)
  for (const { overallStatus } of like) assert.ok(canBeJoined(overallStatus))
  const marks = like.map((study) => Number(isDoubtful(study, today)))
  assert.deepEqual(
    marks,
    marks.toSorted((a, b) => a - b),
  )
})

test('no text at all gives an error, and every answer is of a piece', () => {
  const symbol = fc.constantFrom(
    'kawasaki',
    'heart',
    'OR',
    'NOT',
    '(',
    ')',
    '"',
    'AND',
    'can*',
    '-',
    'a',
    '日本語',
    '\0',
    '\u202e',
    "O'Brien",
    'HER2+',
    '%',
    '*',
  )
  const typed = fc.oneof(
    anyText({ maxLength: 40 }),
    fc.array(symbol, { maxLength: 12 }).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(
      typed,
      fc.constantFrom('q', 'cond', 'intr', 'title', 'spons', 'elig'),
      (text, box) => {
        const results = engine.search({ today, [box]: text })
        assert.ok(results.hits.length <= Math.min(20, results.total))
      },
    ),
    { numRuns: sized(100, 1000) },
  )
})
