import type { Vocabulary } from './concept.ts'
import { tokens } from './fold.ts'
import { isSlip } from './record-slips.ts'
import { type TitleSubjects, mostRead, titleSubjects } from './title-subjects.ts'
import {
  type TriedTreatment,
  type SaidTreatment,
  bareName,
  isControl,
  isExamination,
  isMedicine,
  saidTreatment,
} from './treatment-names.ts'

/** What a record says of what a study is about, as the registry writes it. */
export interface TitleFacts {
  readonly briefTitle: string
  readonly conditions: readonly string[]
  /** MeSH terms that the registry found for the conditions. */
  readonly terms: readonly string[]
  readonly treatments: readonly TriedTreatment[]
  readonly studyType?: string
  /** The registry's `primaryPurpose`. */
  readonly purpose?: string
}

/** An everyday title, taken apart: doors put it into words. */
interface TitleParts extends TitleSubjects {
  /** In order, each once; empty where nothing is tried and people are only watched. */
  readonly tested: readonly SaidTreatment[]
  readonly moreTested: number
}

/** How a language says the parts of a title. */
export interface TitleWords {
  readonly join: (subject: string, tested: string) => string
  readonly and: string
  readonly more: (count: number) => string
  readonly healthy: string
  /** Said where people are only watched. */
  readonly watched: string
  /** What is tried outside a study. */
  readonly outside: (tested: string) => string
  /** By the registry's type of a treatment. */
  readonly kinds: Readonly<Record<string, string>>
  /** By the registry's purpose of a study, of treatments that have no type. */
  readonly purposes: Readonly<Record<string, string>>
}

/** A study's everyday title in a language; undefined where the registry's says it better. */
export function everydayTitle(
  vocabulary: Vocabulary,
  facts: TitleFacts,
  language: 'en' | 'fr',
  words: TitleWords,
): string | undefined {
  if (facts.treatments.some(({ name = '' }) => isSlip(name, facts.briefTitle))) return undefined
  const parts = titleParts(vocabulary, facts, language)
  if (!parts) return undefined
  const { subjects, tested } = parts
  const subject = subjects.length > 0 ? counted(subjects, parts.moreSubjects, words) : words.healthy
  const names = tested.flatMap((one) =>
    one.kind === 'names' ? one.names : [kindOf(one.type, facts, words)],
  )
  const what = names.length > 0 ? counted(names, parts.moreTested, words) : words.watched
  return words.join(subject, facts.studyType === 'EXPANDED_ACCESS' ? words.outside(what) : what)
}

function kindOf(
  type: string,
  { purpose = '' }: TitleFacts,
  { kinds, purposes }: TitleWords,
): string {
  const other = kinds['OTHER'] ?? type
  return type === 'OTHER' ? (purposes[purpose] ?? other) : (kinds[type] ?? other)
}

/** "a", "a and b", "a, b and 2 more". */
function counted(names: readonly string[], rest: number, words: TitleWords): string {
  const each = [...new Set(names)]
  const last = rest > 0 ? words.more(rest) : each.pop()
  return each.length > 0 ? `${each.join(', ')} ${words.and} ${last}` : `${last}`
}

/**
 * Rule `everyday-title@1`: the illness by the name that people say, and what is tried on it: what the record's title
 * names, else what it lists, without placebo and examinations. Undefined where no illness has a name in that language or
 * nothing that is tried can be named: then the registry's title says it better.
 */
function titleParts(
  vocabulary: Vocabulary,
  facts: TitleFacts,
  language: 'en' | 'fr',
): TitleParts | undefined {
  const subjects = titleSubjects(vocabulary, facts, language)
  if (!subjects) return undefined
  const own = new Set(subjects.subjects.map((name) => name.toLowerCase()))
  const tested = testedOf(facts, language).filter(
    (one) => one.kind === 'type' || !one.names.some((name) => own.has(name.toLowerCase())),
  )
  const isWatched = facts.studyType === 'OBSERVATIONAL'
  if (tested.length === 0 && !(isWatched && language === 'fr')) return undefined
  const shown = tested.length > 3 ? 2 : tested.length
  return {
    ...subjects,
    tested: tested.slice(0, shown),
    moreTested: tested.length - shown,
  }
}

function testedOf(facts: TitleFacts, language: 'en' | 'fr'): readonly SaidTreatment[] {
  const named = facts.treatments.slice(0, mostRead).filter(({ name }) => name?.trim())
  const tried = named.filter(({ name = '' }) => !isControl(name))
  const given = tried.filter(({ name = '' }) => !isExamination(name))
  const shown = given.length > 0 ? given : tried
  const titled = shown.length > 1 ? placedIn(facts.briefTitle, shown) : []
  const byRank = shown.toSorted((one, other) => rankOf(one) - rankOf(other))
  // A title that names the first medicine of the list names those that are tested; another may name what they are compared with.
  const main = shown.find(({ type = '' }) => isMedicine(type) || type === 'DEVICE')
  const ordered = main && titled.includes(main) ? titled : [...new Set([...titled, ...byRank])]
  return eachOnce(ordered.map((one) => saidTreatment(one, language)))
}

/** Medicines, devices and the like come before what is done with them. */
function rankOf({ type = 'OTHER' }: TriedTreatment): number {
  return type === 'PROCEDURE' || type === 'DIAGNOSTIC_TEST' || type === 'OTHER' ? 1 : 0
}

/** The treatments that a title names, in its order; by another name only beside one that it names as the list does. */
function placedIn(title: string, treatments: readonly TriedTreatment[]): readonly TriedTreatment[] {
  const words = ` ${tokens(title).join(' ')} `
  const placed = treatments.map((treatment) => {
    const own = placeOf(words, ownNames(treatment))
    return { treatment, own, at: own >= 0 ? own : placeOf(words, treatment.otherNames ?? []) }
  })
  if (placed.every(({ own }) => own < 0)) return []
  return placed
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)
    .map(({ treatment }) => treatment)
}

function ownNames(treatment: TriedTreatment): readonly string[] {
  const said = saidTreatment(treatment, 'en')
  const bare = bareName(treatment.name ?? '', true)
  return [bare, ...(said.kind === 'names' ? said.names : []), ...bare.split('/').filter(isLong)]
}

const isLong = (name: string): boolean => name.trim().length > 3

function placeOf(words: string, names: readonly string[]): number {
  const places = names
    .map((name) => tokens(name).join(' '))
    .flatMap((name) => (name === '' ? [] : [words.indexOf(` ${name} `)]))
  return places.find((at) => at >= 0) ?? -1
}

function eachOnce(said: readonly SaidTreatment[]): readonly SaidTreatment[] {
  const seen = new Set<string>()
  return said.flatMap((one): SaidTreatment[] => {
    const names = one.kind === 'names' ? one.names : [one.type]
    const left = names.filter((name) => !seen.has(name.toLowerCase()))
    for (const name of left) seen.add(name.toLowerCase())
    if (left.length === 0) return []
    return one.kind === 'type' ? [one] : left.map((name) => ({ kind: 'names', names: [name] }))
  })
}
