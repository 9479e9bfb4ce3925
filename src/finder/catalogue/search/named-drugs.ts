import {
  type DrugFamily,
  type NameGroup,
  type OwnedName,
  mostNameWords,
  openDrugFamilies,
} from '../../vocabulary/drug-families.ts'
import { isSalt } from '../../vocabulary/drug-forms.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { FieldArea, Weights } from '../model/fields.ts'
import type { Plan } from '../model/plan.ts'
import { type HeldNames, type LookedFor, namesToPlan } from './drug-names.ts'
import { isFiller } from './fillers.ts'
import { isMeasuredHere, ofTheBody } from './measured.ts'
import type { NamedFamilies } from './other-names.ts'

/** What recognising and planning medicines needs to know of a box and of the catalogue. */
export interface DrugContext extends HeldNames {
  readonly weights: Weights
  readonly exact: boolean
}

/** A name of a medicine among typed words, from `start` (inclusive) to `end` (exclusive). */
export interface NamedDrug {
  readonly start: number
  readonly end: number
  readonly drug: AskedDrug
}

/** What was asked for: one medicine, or a few where a name is that of several. */
export interface AskedDrug {
  readonly families: readonly DrugFamily[]
  /** The name as it was typed. */
  readonly words: string
  /** How surely that is a medicine. */
  readonly group: NameGroup
}

/** A medicine recognised in the words of a question, for the page to say. */
export interface FoundDrug {
  readonly words: string
  readonly name: string
  /** The names under which it was looked for. */
  readonly names: readonly string[]
}

/** The names of medicines in a run of typed words, the longest first; none in boxes that do not ask for treatments. */
export function namedDrugs(typed: readonly string[], context: DrugContext): NamedDrug[] {
  if (context.exact || !boxes.has(context.area)) return []
  const { words, places } = spread(typed)
  const drugs = context.lexicon.drugs()
  const found: NamedDrug[] = []
  for (let at = 0; at < words.length;) {
    const name = longestAt(words, at, drugs, (owned, end) =>
      accepts(owned, typed, { at, end, all: words.length, place: places[at] ?? 0, context }),
    )
    // A name must not begin or end within a typed word.
    if (
      !name ||
      (at > 0 && places[at - 1] === places[at] && !isElided(typed, places, at)) ||
      places[name.end - 1] === places[name.end]
    ) {
      at++
      continue
    }
    const start = places[at] ?? 0
    const end = (places[name.end - 1] ?? 0) + 1
    found.push({
      start,
      end,
      drug: { ...name.owned, words: typed.slice(start, end).join(' ') },
    })
    at = name.end
  }
  return withCombinations(found, typed)
}

/** « l'allopurinol », « d'humira »: the first part of a typed word is no more than an article. */
function isElided(typed: readonly string[], places: readonly number[], at: number): boolean {
  const place = places[at]
  return (
    place !== undefined &&
    places[at - 2] !== place &&
    /^(?:[cdjlmnst]|qu)['’]\p{L}/iu.test(typed[place] ?? '')
  )
}

/** "amoxicillin clavulanate", "lopinavir and ritonavir": what is named side by side and sold as one is that one. */
function withCombinations(named: readonly NamedDrug[], typed: readonly string[]): NamedDrug[] {
  const found: NamedDrug[] = []
  for (let at = 0; at < named.length;) {
    const joined = longestCombination(named.slice(at, at + mostSubstances), typed)
    const one = joined?.combination ?? named[at]
    if (one) found.push(one)
    at += joined?.count ?? 1
  }
  return found
}

const mostSubstances = 4

function longestCombination(
  named: readonly NamedDrug[],
  typed: readonly string[],
): { readonly combination: NamedDrug; readonly count: number } | undefined {
  for (let count = named.length; count > 1; count--) {
    const run = named.slice(0, count)
    const isSideBySide = run.every(
      ({ start }, at) => at === 0 || typed.slice(run[at - 1]?.end, start).every(isFiller),
    )
    const parts = run.flatMap(({ drug }) => drug.families.slice(0, 1).map(({ index }) => index))
    const family = isSideBySide ? openDrugFamilies().combinationOf(parts) : undefined
    const [first, last] = [run[0], run.at(-1)]
    if (!family || !first || !last) continue
    const { start } = first
    const words = typed.slice(start, last.end).join(' ')
    return {
      combination: { start, end: last.end, drug: { families: [family], words, group: 'sure' } },
      count,
    }
  }
  return undefined
}

const boxes: ReadonlySet<FieldArea> = new Set(['q', 'intr', 'body'])

/** The words as search reads them, each with the place of the typed word that it is of. */
function spread(typed: readonly string[]): { words: readonly string[]; places: readonly number[] } {
  const parts = typed.map((word) => tokens(word))
  return {
    words: parts.flat(),
    places: parts.flatMap((part, place) => part.map(() => place)),
  }
}

interface FoundName {
  readonly owned: OwnedName
  readonly end: number
}

function longestAt(
  words: readonly string[],
  at: number,
  drugs: NamedFamilies,
  accept: (owned: OwnedName, end: number) => boolean,
): FoundName | undefined {
  for (let end = Math.min(words.length, at + mostNameWords); end > at; end--) {
    const owned = drugs.byWords(words.slice(at, end))
    if (!owned || !accept(owned, end)) continue
    return { owned, end: pastSalts(words, end) }
  }
  return undefined
}

/** "metformin hydrochloride" is metformin. */
function pastSalts(words: readonly string[], end: number): number {
  let at = end
  while (at < words.length && isSalt(words[at] ?? '')) at++
  return at
}

interface Spot {
  readonly at: number
  readonly end: number
  readonly all: number
  readonly place: number
  readonly context: DrugContext
}

/** A name that means something else to most is a medicine only where it is all that was asked for as a treatment. */
function accepts(
  { group }: OwnedName,
  typed: readonly string[],
  { at, end, all, place, context }: Spot,
): boolean {
  const isAll = at === 0 && end === all
  const written = typed[place] ?? ''
  if (context.area !== 'intr' && isMeasuredHere(typed, place)) return false
  switch (group) {
    case 'sure':
    case 'careful':
      return true
    case 'everyday':
      return isAll && context.area === 'intr'
    case 'rare':
      return isAll || (end - at === 1 && written.length >= 7 && !isFiller(written))
  }
}

/** What to look up for a medicine, and the names under which it is looked for. */
export interface DrugPlan {
  readonly plan: Plan
  readonly found: FoundDrug
}

/** A medicine is found under any of its names that the catalogue holds; undefined where it holds none. */
export function planDrug(
  { families, words }: AskedDrug,
  context: DrugContext,
): DrugPlan | undefined {
  const typed = tokens(words)
  const names = namesToPlan(families, typed, context)
  const parts = names.map((name) => planName(name, context, typed))
  for (const { substances } of families) {
    const all = substances.map((one) => partsOf(one, context))
    if (all.length > 0 && all.every((part) => part !== undefined))
      parts.push({ kind: 'all', parts: all })
  }
  const [first] = families
  if (parts.length === 0 || !first) return undefined
  return {
    plan: parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts },
    found: { words, name: first.name, names: names.map(({ text }) => text) },
  }
}

function partsOf(index: number, context: DrugContext): Plan | undefined {
  const family = openDrugFamilies().at(index)
  if (!family) return undefined
  const parts = namesToPlan([family], [], context).map((name) => planName(name, context, []))
  return parts.length > 0 ? { kind: 'any', parts } : undefined
}

function planName(
  { words, group }: LookedFor,
  { index, weights }: DrugContext,
  typed: readonly string[],
): Plan {
  const [term = ''] = words
  const isTyped = words.join(' ') === typed.join(' ')
  const weigh = asGiven(group, words, isTyped || !ofTheBody.has(term))
  const own = weigh(weights)
  if (words.length === 1) return { kind: 'term', index, term, weights: own }
  return { kind: 'phrase', index, terms: words, weights: own }
}

function asGiven(
  group: NameGroup,
  words: readonly string[],
  isMedicine: boolean,
): (weights: Weights) => Weights {
  if (words.length > 1) return aboutTreatment
  if (!isMedicine) return asTreatment
  return group === 'sure' ? aboutTreatment : whereTreated
}

/** A medicine is not looked for in towns, people and sponsors. */
const aboutTreatment = remembered((weights) => ({ ...weights, site: 0, people: 0, sponsor: 0 }))

/** "ASA" is aspirin among treatments and in titles, and a score of anaesthetists in prose. */
const whereTreated = remembered((weights) => ({
  ...aboutTreatment(weights),
  summary: 0,
  primaryOutcome: 0,
  otherOutcome: 0,
  eligibility: 0,
  description: 0,
}))

/** Only where a study names what it gives. */
const asTreatment = remembered(({ intervention = 0 }) => ({ intervention }))

/** Weights are told apart by identity, so each is made once. */
function remembered(make: (weights: Weights) => Weights): (weights: Weights) => Weights {
  const made = new WeakMap<Weights, Weights>()
  return (weights) => {
    const before = made.get(weights)
    if (before) return before
    const own = make(weights)
    made.set(weights, own)
    return own
  }
}
