import type { Vocabulary } from './concept.ts'
import { isSlip } from './record-slips.ts'
import { type TitleSubjects, mostRead, titleSubjects } from './title-subjects.ts'
import { testedTreatments } from './tested-treatments.ts'
import { type SaidTreatment, type TriedTreatment, saidTreatment } from './treatment-names.ts'

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
  const { titled, tested } = testedTreatments(facts.briefTitle, facts.treatments.slice(0, mostRead))
  return eachOnce((titled ?? tested).map((one) => saidTreatment(one, language)))
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
