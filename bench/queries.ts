import { ageSpan, type AgeSpan } from '../src/finder/registry/ages.ts'
import type { Query } from '../src/finder/catalogue/model/query.ts'

/** One question asked of every engine: words in the grammar of the search box, and filters. */
export interface BenchQuery {
  readonly kind: QueryKind
  readonly q: string
  readonly filters?: Filters
}

export type Filters = Pick<
  Query,
  'near' | 'withinKm' | 'age' | 'sex' | 'status' | 'phase' | 'type' | 'country'
>

export const queryKinds = [
  'rare word',
  'middling word',
  'common word',
  'several words',
  'phrase',
  'prefix',
  'boolean',
  'words and filters',
] as const

export type QueryKind = (typeof queryKinds)[number]

const boston = { lat: 42.36, lon: -71.06 }
const houston = { lat: 29.76, lon: -95.37 }
const paris = { lat: 48.86, lon: 2.35 }
const london = { lat: 51.51, lon: -0.13 }
const cleveland = { lat: 41.5, lon: -81.69 }
const years = (value: number): AgeSpan => ageSpan({ value, unit: 'year' })

/** Sixty: eight kinds, seven or eight of each. */
export const queries: readonly BenchQuery[] = [
  ...of('rare word', [
    'kawasaki',
    'anakinra',
    'takayasu',
    'canakinumab',
    'gaucher',
    'duchenne',
    'infliximab',
    'leprosy',
  ]),
  ...of('middling word', [
    'melanoma',
    'sarcoidosis',
    'glaucoma',
    'migraine',
    'metformin',
    'psoriasis',
    'tuberculosis',
    'hemophilia',
  ]),
  ...of('common word', [
    'cancer',
    'diabetes',
    'placebo',
    'children',
    'heart attack',
    'high blood pressure',
    'infection',
    'pain',
  ]),
  ...of('several words', [
    'kawasaki disease children',
    'breast cancer radiation',
    'type 2 diabetes insulin',
    'heart failure exercise',
    'asthma inhaled steroid children',
    'depression cognitive therapy',
    'stroke rehabilitation arm',
    'hepatitis c treatment',
  ]),
  ...of('phrase', [
    '"mucocutaneous lymph node"',
    '"breast cancer"',
    '"blood pressure"',
    '"quality of life"',
    '"non-small cell lung cancer"',
    '"cystic fibrosis"',
    '"adverse events"',
  ]),
  ...of('prefix', [
    'vasculit*',
    'immunoglob*',
    'cardi*',
    'neuro*',
    'gluco*',
    'arthr* children',
    'hep* vaccine',
  ]),
  ...of('boolean', [
    'kawasaki OR vasculitis',
    'melanoma OR glaucoma OR migraine',
    '(asthma OR copd) NOT children',
    'cancer -breast -lung',
    '(diabetes OR obesity) AND (diet OR exercise)',
    '"heart failure" OR "atrial fibrillation"',
    'pain AND (opioid OR morphine) NOT chronic',
  ]),
  ...filtered([
    ['cancer', { near: boston, withinKm: 50, status: ['RECRUITING'], age: years(45) }],
    ['heart', { near: houston, withinKm: 100, sex: 'FEMALE' }],
    ['diabetes', { near: paris, withinKm: 80, phase: ['PHASE3'] }],
    ['asthma', { near: london, withinKm: 40, age: years(8) }],
    ['stroke', { country: ['FR'], status: ['RECRUITING', 'NOT_YET_RECRUITING'] }],
    ['kawasaki', { near: cleveland, withinKm: 500, age: years(2) }],
    ['placebo', { type: ['INTERVENTIONAL'], phase: ['PHASE2', 'PHASE3'], country: ['US'] }],
  ]),
]

/** The words whose frequencies are reported at each scale: from rare to common. */
export const countedWords = [
  'takayasu',
  'gaucher',
  'kawasaki',
  'sarcoidosis',
  'melanoma',
  'asthma',
  'cancer',
]

function of(kind: QueryKind, texts: readonly string[]): BenchQuery[] {
  return texts.map((q) => ({ kind, q }))
}

function filtered(pairs: readonly (readonly [string, Filters])[]): BenchQuery[] {
  return pairs.map(([q, filters]) => ({ kind: 'words and filters', q, filters }))
}
