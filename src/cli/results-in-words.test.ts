import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Hit, Results } from '../finder/catalogue/model/query.ts'
import { enums } from '../finder/registry/enums.ts'
import { matchesInWords } from './matches-in-words.ts'
import { resultsInWords } from './results-in-words.ts'
import { terminalWords } from '../words/terminal.ts'

const hit: Hit = {
  nctId: 'NCT02390596',
  briefTitle: 'Anakinra and Kawasaki Disease',
  overallStatus: 'RECRUITING',
  statusVerifiedDate: '2020-03',
  conditions: ['Kawasaki Disease'],
  interventions: [],
  treatments: [],
  terms: [],
  phases: ['PHASE2'],
  armTypes: [],
  hasResults: false,
  siteCount: 3,
  countries: ['FR'],
  nearestSite: {
    city: 'Paris',
    country: 'France',
    status: 'COMPLETED',
    km: 7.4,
    exactness: 'postcode',
    open: false,
  },
  why: [
    { kind: 'field', words: 'kawasaki', field: 'title' },
    { kind: 'synonym', words: 'mcls', term: 'Mucocutaneous Lymph Node Syndrome' },
  ],
}

function found(over: Partial<Results>): Results {
  const understood = { isSentence: false, stages: [], choices: [], ranked: [], setAside: [] }
  const names = { concepts: [], drugs: [], understood }
  const nothing = { asWords: [], corrections: [], inEligibility: false, ...names }
  const facets = {} as Results['facets']
  const counts = { all: 1, open: 1, sure: 1 }
  return { counts, total: 1, page: 1, pageSize: 20, hits: [hit], facets, ...nothing, ...over }
}

test('a study says in plain words whether it is open, how sure that is, where, how far, and why it is here', () => {
  assert.equal(
    resultsInWords(found({}), '2026-11-23'),
    `1 study (1 to 1)

NCT02390596  Looking for people (not confirmed since 2020-03)  PHASE2
  Anakinra and Kawasaki Disease
  Kawasaki Disease
  Paris, France, about 7 km away, measured to the postcode; it takes no new people at present; 3 sites
  Why: "kawasaki" is in the title; "mcls" is another name for Mucocutaneous Lymph Node Syndrome
`,
  )
})

test('where the nearest site takes nobody, the nearest that does is named', () => {
  const joinableSite = {
    city: 'Tokyo',
    country: 'Japan',
    km: 9712,
    status: 'RECRUITING',
    exactness: 'town',
    open: true,
  } as const
  assert.match(
    resultsInWords(found({ hits: [{ ...hit, joinableSite }] }), '2026-11-23'),
    /takes no new people at present; 3 sites\n {2}The nearest site that takes people: Tokyo, Japan, about 9,710 km away, measured to the town\n/,
  )
})

test('a match names that place too', () => {
  const nctId = hit.nctId
  const joinableSite = { city: 'Tokyo', country: 'Japan', km: 9712, open: true } as const
  const match = {
    nctId,
    briefTitle: hit.briefTitle,
    score: 1,
    limits: [],
    criteria: [],
    overall: 'worth asking',
  } as const
  const said = matchesInWords(
    { source: 'note', problems: [], matches: [match] },
    { hits: new Map([[nctId, { ...hit, joinableSite }]]), today: '2026-11-23' },
  )
  assert.match(said, /takes no new people at present[^]*site that takes people: Tokyo, Japan/)
})

test('a status confirmed within two years, or one that claims nothing, is not marked', () => {
  const line = (over: Partial<Hit>) =>
    resultsInWords(found({ hits: [{ ...hit, ...over }] }), '2026-11-23').split('\n')[2]
  assert.equal(line({ statusVerifiedDate: '2025-01' }), 'NCT02390596  Looking for people  PHASE2')
  assert.equal(line({ overallStatus: 'COMPLETED' }), 'NCT02390596  Finished  PHASE2')
  assert.equal(
    line({ statusVerifiedDate: 'soon' }),
    'NCT02390596  Looking for people (not confirmed by a date)  PHASE2',
  )
})

test('what was done with the words is said', () => {
  const text = resultsInWords(
    found({
      corrections: [{ from: 'kawsaki', to: 'kawasaki' }],
      asWords: ['q', 'cond'],
      inEligibility: true,
    }),
    '2026-11-23',
  )
  assert.match(text, /Searched "kawasaki" for "kawsaki"/)
  assert.match(text, /The signs in the words could not be read/)
  assert.match(text, /The signs in --cond could not be read/)
  assert.match(text, /in the rules for joining or in the long description\.\n/)
})

test('every status there is has plain words', () => {
  for (const status of enums.Status) assert.ok(terminalWords.statuses[status], status)
})

test('a record cannot steer the terminal', () => {
  const text = resultsInWords(
    found({ hits: [{ ...hit, briefTitle: 'A\u001b[2Jb\u202ec' }] }),
    '2026-11-23',
  )
  assert.ok(!text.includes('\u001b') && !text.includes('\u202e'))
})

test('studies that name an illness only to leave it out stand apart, with what they say', () => {
  const said = 'Solid tumors excluding breast cancer'
  const studies = [{ nctId: 'NCT04482309', briefTitle: 'Selected tumors', said }]
  assert.match(
    resultsInWords(found({ excluded: { total: 1, studies } }), '2026-11-23'),
    /\n\n1 study names the illness only to leave it out:\n {2}NCT04482309 {2}Selected tumors\n {4}“Solid tumors excluding breast cancer”\n$/,
  )
})
