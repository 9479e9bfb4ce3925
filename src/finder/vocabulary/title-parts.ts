import type { Concept, Vocabulary } from './concept.ts'
import { frenchNames } from './everyday-names.ts'
import { tokens } from './fold.ts'
import { isNarrowerName } from './narrower-names.ts'
import { isSlip } from './record-slips.ts'
import { sentenceCase, upperFirst } from './sentence-case.ts'
import { hasShownName, shownName } from './shown-names.ts'
import {
  type TriedTreatment,
  type SaidTreatment,
  bareName,
  isControl,
  isExamination,
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
interface TitleParts {
  /** At most two names, the first with a large letter; empty where the study is of healthy people. */
  readonly subjects: readonly string[]
  readonly moreSubjects: number
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
  const subjects = subjectsOf(vocabulary, facts, language)
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

type Subjects = Pick<TitleParts, 'subjects' | 'moreSubjects'>

function subjectsOf(
  vocabulary: Vocabulary,
  { briefTitle, conditions, terms }: TitleFacts,
  language: 'en' | 'fr',
): Subjects | undefined {
  const sick = conditions.slice(0, mostRead).filter((name) => !healthy.test(name.trim()))
  if (sick.length === 0)
    return conditions.length > 0 ? { subjects: [], moreSubjects: 0 } : undefined
  const found = sick.map((name) => conceptOf(vocabulary, name))
  const listed = distinct(found.filter((one) => one !== undefined))
  const written = language === 'en' && listed.length === 0 ? writtenName(sick[0] ?? '') : undefined
  const known =
    listed.length > 0 ? listed : distinct(terms.flatMap((term) => vocabulary.byName(term) ?? []))
  const chosen =
    known.length > 1 ? narrowest(vocabulary, inTitle(vocabulary, briefTitle, known)) : known
  const names = written
    ? [written]
    : chosen.flatMap((one) => nameOf(vocabulary, one, sick, language) ?? [])
  const [first, ...others] = [...new Set(names)]
  if (first === undefined) return undefined
  const shown = others.slice(0, 1)
  return {
    subjects: [upperFirst(first), ...shown],
    moreSubjects: others.length - shown.length,
  }
}

/** A condition by the name that people say in a language, as it stands within a sentence; undefined where nobody wrote one. */
export function saidDisease(
  vocabulary: Vocabulary,
  condition: string,
  language: 'en' | 'fr',
): string | undefined {
  const concept = vocabulary.byName(condition) ?? vocabulary.byLooseWords(tokens(condition))
  if (!concept) return undefined
  if (isNarrowerName(condition, concept))
    return language === 'fr' ? undefined : writtenName(condition)
  if (language === 'fr') return frenchNames().get(concept.term)?.replaceAll("'", '’')
  return nameOf(vocabulary, concept, [condition], 'en')
}

/** More conditions than this say nothing more about what a study is of. */
const mostRead = 20

const healthy =
  /^(?:normal |healthy )?(?:healthy|normal|volunteers?)(?:[ -](?:human |male |female |adult )?(?:volunteers?|subjects?|participants?|adults?|people|persons?|individuals?|males?|females?|men|women|children|populations?|controls?))*$/i

function conceptOf(vocabulary: Vocabulary, condition: string): Concept | undefined {
  const whole = vocabulary.byName(condition) ?? vocabulary.byLooseWords(tokens(condition))
  if (whole) return whole
  const [head = '', ...rest] = condition.split(headEnd)
  return [head, ...(rest.length > 0 ? [condition] : [])]
    .map((text) => longestIn(vocabulary, text))
    .concat(anyTumor.test(condition) ? vocabulary.byName('Neoplasms') : undefined)
    .find((found) => found !== undefined)
}

/** What a condition is of comes first: "amyloidosis with polyneuropathy" is an amyloidosis. */
const headEnd = /\s(?:with|without|in|due to|after|following|associated with|caused by)\s/i
const anyTumor = /\b(?:tumou?rs?|malignanc(?:y|ies)|cancers?)\b/i

function longestIn(vocabulary: Vocabulary, text: string): Concept | undefined {
  const found = vocabulary.conceptsInText(text, 'record')
  return found.toSorted((one, other) => other.end - other.start - (one.end - one.start))[0]?.concept
}

function distinct(concepts: readonly Concept[]): readonly Concept[] {
  return [...new Set(concepts)]
}

/** Those that the title names, or something of their kind; all where it names none. */
function inTitle(
  vocabulary: Vocabulary,
  title: string,
  concepts: readonly Concept[],
): readonly Concept[] {
  const named = vocabulary.conceptsInText(title, 'record').map(({ concept }) => concept)
  const wider = new Set(named.flatMap((one) => [one, ...vocabulary.ancestors(one)]))
  const same = concepts.filter((one) => wider.has(one))
  if (same.length > 0) return same
  const narrower = concepts.filter((one) =>
    vocabulary.ancestors(one).some((other) => named.includes(other)),
  )
  return narrower.length > 0 ? narrower : concepts
}

/** Without what another of them is a kind of. */
function narrowest(vocabulary: Vocabulary, concepts: readonly Concept[]): readonly Concept[] {
  const wider = new Set(concepts.flatMap((one) => vocabulary.ancestors(one)))
  return concepts.filter((one) => !wider.has(one))
}

function nameOf(
  vocabulary: Vocabulary,
  concept: Concept,
  conditions: readonly string[],
  language: 'en' | 'fr',
): string | undefined {
  if (language === 'fr') return frenchName(vocabulary, concept)
  const own = conditions.find((name) => vocabulary.byName(name) === concept)
  if (!hasShownName(concept.term) || (own && isNarrowerName(own, concept))) {
    const written = own && writtenName(own)
    if (written) return written
  }
  return sentenceCase(shownName(concept.term, 'en'))
}

/** The French name, or that of the nearest wider term that is no whole branch of medicine. */
function frenchName(vocabulary: Vocabulary, concept: Concept): string | undefined {
  const names = frenchNames()
  const wider = vocabulary
    .ancestors(concept)
    .filter(({ trees }) => trees.some((tree) => tree.split('.').length >= 3))
  const known = [concept, ...wider].find(({ term }) => names.has(term))
  return known && names.get(known.term)
}

/** A condition as its team wrote it, where it reads as a name: no code, no list, not too long. */
function writtenName(condition: string): string | undefined {
  const name = bareName(condition, false)
  if (name.length > 60 || name.length < 4 || /[,;:/|]/.test(name)) return undefined
  return /\p{Ll}{3}/u.test(name) && !noName.test(name) ? sentenceCase(name) : undefined
}

/** What stands in the place of a condition and names none. */
const noName =
  /^(?:interventions?|treatments?|patients?|other|none|not applicable|no conditions?|unknown|all conditions|diseases?|diagnosis|quality|safety|efficacy)$/i

function testedOf(facts: TitleFacts, language: 'en' | 'fr'): readonly SaidTreatment[] {
  const named = facts.treatments.slice(0, mostRead).filter(({ name }) => name?.trim())
  const tried = named.filter(({ name = '' }) => !isControl(name))
  const main = tried.filter(({ name = '' }) => !isExamination(name))
  const shown = main.length > 0 ? main : tried
  const titled = shown.length > 1 ? placedIn(facts.briefTitle, shown) : []
  const ordered =
    titled.length > 0 ? titled : shown.toSorted((one, other) => rankOf(one) - rankOf(other))
  return eachOnce(ordered.map((one) => saidTreatment(one, language)))
}

/** Medicines, devices and the like come before what is done with them. */
function rankOf({ type = 'OTHER' }: TriedTreatment): number {
  return type === 'PROCEDURE' || type === 'DIAGNOSTIC_TEST' || type === 'OTHER' ? 1 : 0
}

/** The treatments that a title names, in its order. */
function placedIn(title: string, treatments: readonly TriedTreatment[]): readonly TriedTreatment[] {
  const words = ` ${tokens(title).join(' ')} `
  return treatments
    .map((treatment) => ({ treatment, at: placeOf(words, treatment) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)
    .map(({ treatment }) => treatment)
}

function placeOf(words: string, treatment: TriedTreatment): number {
  const said = saidTreatment(treatment, 'en')
  const own = bareName(treatment.name ?? '', true)
  const names = [own, ...(said.kind === 'names' ? said.names : [])]
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
