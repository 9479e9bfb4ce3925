import { fold, isUnspaced, tokens } from '../../vocabulary/fold.ts'
import { type FieldArea, type Index, type Weights, areas, ranking } from '../model/fields.ts'
import { unlessExcluded } from './excluded.ts'
import type { Expression } from './expression.ts'
import { isFiller } from './fillers.ts'
import { isDrugWord } from './drug-words.ts'
import { type FoundDrug, type NamedDrug, namedDrugs, planDrug } from './named-drugs.ts'
import type { NamedFamilies } from './other-names.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type Plan, conceptKey } from '../model/plan.ts'

/** What planning needs to know of the catalogue. */
export interface Lexicon {
  readonly vocabulary: Vocabulary
  /** How many studies hold a word. */
  documents(index: Index, term: string): number
  /** Whether more than a few studies hold a word, in the record proper or in its long texts. */
  isInMoreThan(few: number, term: string): boolean
  /** The word most likely meant by one that no record holds. */
  correct(word: string): { readonly stem: string; readonly surface: string } | undefined
  /** English words for a treatment named in another language. */
  translate(word: string): string | undefined
  /** Medicines by their names, those of the catalogue's own records too. */
  drugs(): NamedFamilies
}

/** What was found out about the words while planning, for the page to say. */
export interface PlanFindings {
  readonly corrections: { from: string; to: string }[]
  readonly concepts: { words: string; term: string }[]
  /** Medicines, with the words that named them. */
  readonly drugs: FoundDrug[]
}

/** Plans one box. With `exact`, words are searched as they were typed. */
export function planOf(
  expression: Expression,
  area: FieldArea,
  lexicon: Lexicon,
  options: { readonly exact: boolean; readonly findings: PlanFindings },
): Plan {
  const index: Index = area === 'elig' || area === 'body' ? 'body' : 'main'
  const context: Context = { ...options, area, index, weights: areas[area], lexicon }
  return planExpression(expression, context)
}

interface Context {
  readonly area: FieldArea
  readonly index: Index
  readonly weights: Weights
  readonly lexicon: Lexicon
  readonly exact: boolean
  readonly findings: PlanFindings
}

function planExpression(expression: Expression, context: Context): Plan {
  switch (expression.kind) {
    case 'words':
      return planWords(expression.words, context)
    case 'phrase':
      return planPhrase(expression.text, context)
    case 'prefix':
      return planPrefix(expression.prefix, context)
    case 'not':
      return { kind: 'not', part: planExpression(expression.part, context) }
    case 'all':
    case 'any':
      return {
        kind: expression.kind,
        parts: expression.parts.map((part) => planExpression(part, context)),
      }
  }
}

/** Names of diseases and medicines first, longest first; then each word left over; small words only when there is nothing else. */
function planWords(typed: readonly string[], context: Context): Plan {
  const words = context.exact ? typed : typed.map((word) => corrected(word, context))
  const parts: Plan[] = []
  const drugs = namedDrugs(words, context)
  const concepts = namedConcepts(words, context).filter((one) => !isRatherDrug(one, drugs))
  for (let at = 0; at < words.length;) {
    const name = concepts.find(({ start }) => start === at)
    const drug = drugs.find((one) => one.start === at && !overlaps(one, concepts))
    const asDrug = drug && planNamedDrug(drug, context)
    if (name) {
      parts.push(planConcept(name.term, words.slice(name.start, name.end), context))
      at = name.end
    } else if (drug && asDrug) {
      parts.push(asDrug)
      at = drug.end
    } else {
      const word = words[at] ?? ''
      if (!isFiller(word) || words.every(isFiller)) parts.push(planWord(word, context))
      at++
    }
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', parts }
}

interface Span {
  readonly start: number
  readonly end: number
}

function overlaps(one: Span, others: readonly Span[]): boolean {
  return others.some(({ start, end }) => start < one.end && one.start < end)
}

/**
 * "insulin" is a medicine, "insulin resistance" a disease. Of equals the disease is meant, but where its term has nothing of
 * a sure name of a medicine in it ("vitamin C", which the word lists have for scurvy).
 */
function isRatherDrug(one: Named, drugs: readonly NamedDrug[]): boolean {
  const term = new Set(tokens(one.term))
  return drugs.some(({ start, end, drug }) => {
    const longer = end - start - (one.end - one.start)
    if (longer < 0 || !overlaps(one, [{ start, end }])) return false
    return (
      longer > 0 || (drug.group === 'sure' && tokens(drug.words).every((word) => !term.has(word)))
    )
  })
}

/** Undefined where the catalogue holds no name of it: then its words are looked for. */
function planNamedDrug(named: NamedDrug, context: Context): Plan | undefined {
  const planned = planDrug(named.drug, context)
  if (planned) context.findings.drugs.push(planned.found)
  return planned?.plan
}

/** A concept is found as itself, as something narrower, by the words typed, or by those of its MeSH term. */
function planConcept(term: string, words: readonly string[], context: Context): Plan {
  const weight = context.weights.condition ?? context.weights.conditionMesh ?? 0.5
  context.findings.concepts.push({ words: words.join(' '), term })
  const own = words.filter((word) => !isFiller(word))
  const about: Context = { ...context, weights: aboutIllness(context.weights) }
  const parts: Plan[] = [
    { kind: 'concept', term: conceptKey('exact', term), weight: weight * ranking.exactConcept },
    {
      kind: 'concept',
      term: conceptKey('broader', term),
      weight: weight * ranking.narrowerConcept,
    },
    allOf(own.map((word) => planWord(word, about))),
  ]
  // Where the term only adds words to those typed, it finds nothing that they do not.
  const termWords = new Set(tokens(term))
  if (!tokens(own.join(' ')).every((word) => termWords.has(word)))
    parts.push(allOf(tokens(term).map((word) => planTerms([word], about))))
  const { lexicon } = context
  const isIndexed = (key: string): boolean => lexicon.documents('main', key) > 0
  return unlessExcluded({ kind: 'any', parts }, term, lexicon.vocabulary, isIndexed)
}

/** Words that name an illness are not looked for in towns, people and sponsors: Kawasaki is also a city. */
function aboutIllness(weights: Weights): Weights {
  const known = illnessWeights.get(weights)
  if (known) return known
  const made = { ...weights, site: 0, people: 0, sponsor: 0 }
  illnessWeights.set(weights, made)
  return made
}

const illnessWeights = new WeakMap<Weights, Weights>()

/** One typed word; "PD-1" is two terms side by side, "immunoglobulines" also its English name. */
function planWord(word: string, context: Context): Plan {
  const own = planTerms(tokens(word), context)
  const english = context.exact ? undefined : context.lexicon.translate(word)
  if (!english) return own
  return {
    kind: 'any',
    parts: [own, allOf(tokens(english).map((term) => planTerms([term], context)))],
  }
}

function planTerms(terms: readonly string[], { index, weights }: Context): Plan {
  const [term] = terms
  if (terms.length === 1 && term !== undefined) return { kind: 'term', index, term, weights }
  return { kind: 'phrase', index, terms, weights }
}

function planPhrase(text: string, context: Context): Plan {
  return planTerms(tokens(text), context)
}

/** A beginning is only folded: "series*" must not become "serie". One of several words ("her2*") may be two of a record. */
function planPrefix(typed: string, context: Context): Plan {
  const prefix = fold(typed)
  const words = tokens(typed)
  if (isUnspaced(prefix)) return planTerms(words, context)
  const begins: Plan = { kind: 'prefix', index: context.index, prefix, weights: context.weights }
  return words.length < 2 ? begins : { kind: 'any', parts: [begins, planTerms(words, context)] }
}

function allOf(parts: readonly Plan[]): Plan {
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', parts }
}

/** The word as typed when any record holds it; else the one most likely meant, noted for the reader. */
function corrected(word: string, context: Context): string {
  const [term, ...more] = tokens(word)
  if (term === undefined || more.length > 0 || term.length < 4 || /\d/.test(term)) return word
  if (isFiller(word) || context.lexicon.translate(word)) return word
  if (context.lexicon.vocabulary.words().has(term) || isDrugWord(term)) return word
  if (context.lexicon.isInMoreThan(rarely, term)) return word
  const known = context.lexicon.documents('main', term) + context.lexicon.documents('body', term)
  // A slip at the end may look like the ending of another form: "etoposie" is no plural.
  const better = context.lexicon.correct(term) ?? context.lexicon.correct(fold(word))
  if (!better || context.lexicon.documents('main', better.stem) < known * muchMore) return word
  if (!context.findings.corrections.some(({ from }) => from === word))
    context.findings.corrections.push({ from: word, to: better.surface })
  return better.surface
}

/** A word this rare may itself be a misspelling in a record; it is corrected only to one far more frequent. */
const rarely = 3
const muchMore = 30

interface Named {
  readonly start: number
  readonly end: number
  readonly term: string
}

/** The names in a run of words, in words. */
function namedConcepts(words: readonly string[], { area, exact, lexicon }: Context): Named[] {
  if (exact || (area !== 'q' && area !== 'cond' && area !== 'body')) return []
  const text = words.join(' ')
  const starts: number[] = []
  let length = 0
  for (const word of words) {
    starts.push(length)
    length += word.length + 1
  }
  return lexicon.vocabulary.conceptsInText(text, 'seeker').flatMap((mention) => {
    const start = starts.findLastIndex((at) => at <= mention.start)
    const end = starts.findIndex((at) => at >= mention.end)
    return [{ start, end: end === -1 ? words.length : end, term: mention.concept.term }]
  })
}
