import type { Query } from '../../src/finder/catalogue/model/query.ts'
import { ageSpan } from '../../src/finder/registry/ages.ts'

/** What few people ask, and what quick code is easily wrong about. */
export function oddQueries(today: string): readonly Query[] {
  return [...words, ...places, ...people].map((query) => ({ ...query, today }))
}

type Asked = Omit<Query, 'today'>

const words: readonly Asked[] = [
  {},
  { sort: 'newest', page: 3 },
  { pageSize: 1000, page: 2 },
  { page: 100_000 },
  ...[
    '"pain pain pain pain pain"',
    '"of the and in"',
    '"of"',
    '"quality of life of the patients"',
    '"in the treatment of" cancer',
    '"phase 2" "phase 3"',
    '"study of the"',
    '"non small cell" OR "small cell"',
    '"covid-19"',
    '"PD-1"',
    '-"quality of life" cancer',
    'study',
    'a*',
    'zzzq*',
    'the* of*',
    'immun* AND thera*',
    'cancer NOT canc*',
    'haem*',
    'her2*',
    'child* OR adult* OR elder*',
    '(cancer OR tumor OR neoplasm) AND (drug OR surgery) NOT (lung OR breast)',
    'NOT cancer',
    'kawaski',
    'brest cancer',
    'diabetis insuline',
    'zzzzzz',
    'cancer zzzzzz',
    'NCT00000001',
    'ibuprofen',
    'tylenol fever',
    'keytruda OR opdivo',
    'my mother has lung cancer and lives in Lyon',
    'my baby has kawasaki disease, no fever',
    'asthma or copd or eczema',
    "ma fille a de l'asthme",
    'cancer du sein métastatique',
    'stage 4 colon cancer',
    'early onset alzheimer',
    'PD',
    'ALL children',
    'low thyroid',
    'smoking',
    'exclude pregnant women',
    'history of malignancy within five years',
    '"informed consent"',
    'in of the',
  ].map((q) => ({ q })),
  { elig: 'pregnant' },
  { elig: '"informed consent"' },
  { elig: 'history of cancer', q: 'asthma' },
  { q: 'kawaski', exact: true },
  { q: 'haem*', exact: true },
  { tree: 'C14.907' },
  { tree: 'C04', q: 'radiation', sort: 'updated' },
  { tree: 'C99.999' },
  { ids: ['NCT00000001', 'NCT00000002', 'NCT99999999'] },
]

const poles = [
  { lat: 90, lon: 0 },
  { lat: -90, lon: 12 },
  { lat: 89.99, lon: 180 },
  { lat: 0, lon: 180 },
  { lat: 0, lon: -180 },
  { lat: -17.7, lon: 179.9 },
  { lat: 52, lon: -179.9 },
  { lat: 42.36, lon: -71.06 },
]

const places: readonly Asked[] = [
  ...poles.flatMap((near): readonly Asked[] => [
    { near, withinKm: 0 },
    { near, withinKm: 3000, q: 'cancer' },
    { near, withinKm: 25_000, sort: 'nearest' },
    { near, sort: 'nearest', status: ['RECRUITING'], pageSize: 30 },
    { near, withinKm: 500, q: 'heart', status: ['RECRUITING'], country: ['US'] },
    { near, withinKm: 800, status: ['COMPLETED'], phase: ['PHASE3'], sort: 'nearest' },
  ]),
  { area: 'FR' },
  { area: 'FR/11', status: ['RECRUITING'], q: 'cancer' },
  { area: 'FR/11', near: { lat: 48.86, lon: 2.35 }, withinKm: 30 },
  { area: 'US/MA', q: 'asthma', sort: 'updated' },
  { country: ['FR'] },
  { country: ['FR', 'DE'], q: 'diabetes', category: ['cancer'] },
  { country: ['XX'], q: 'diabetes' },
]

const years = (value: number) => ageSpan({ value, unit: 'year' })

const people: readonly Asked[] = [
  { age: years(0) },
  { age: years(8), sex: 'FEMALE', q: 'pain' },
  { age: years(120), sex: 'MALE', healthy: true },
  { q: 'my son is 8 and has asthma', age: years(8), isAgeSaid: true },
  { q: 'kawasaki', age: years(119), isAgeSaid: true, area: 'FR', isAreaSaid: true },
  { status: ['RECRUITING'], contact: true, masking: 'blind' },
  { status: ['COMPLETED'], results: 'without', masking: 'open', type: ['INTERVENTIONAL'] },
  { status: ['RECRUITING'], phase: ['PHASE1', 'PHASE2'], sponsorClass: ['INDUSTRY'], q: 'cancer' },
  { results: 'with', updatedWithinDays: 366, q: 'placebo' },
  { phase: ['NA'], healthy: true, updatedWithinDays: 30 },
]
