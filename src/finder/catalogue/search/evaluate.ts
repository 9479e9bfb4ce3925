import { tokens } from '../../vocabulary/fold.ts'
import { type Index, type Weights, bodyFields, ranking, standingWeights } from '../model/fields.ts'
import { bodyTexts } from '../segment/texts.ts'
import { termOfBeginning } from '../segment/beginnings.ts'
import type { Segment } from '../segment/segment.ts'
import type { StoredTerm } from '../segment/postings.ts'
import { matchAnywhere, matchTerm, rarityOf } from '../segment/read-postings.ts'
import {
  type Matches,
  addScores,
  everything,
  intersect,
  none,
  raiseScores,
  subtract,
  uniteAll,
  unscored,
} from '../segment/matches.ts'
import { type PhraseWord, matchPhrase } from './phrase.ts'
import type { Statistics } from './statistics.ts'
import { newDocs, newScores } from '../segment/scratch.ts'
import type { Plan } from '../model/plan.ts'

/** The studies of one segment that a plan finds; of those `within`, where it is given. */
export function evaluate(
  plan: Plan,
  segment: Segment,
  statistics: Statistics,
  within?: Matches,
): Matches {
  const place: Place = { segment, statistics, within }
  switch (plan.kind) {
    case 'term':
      return evaluateTerm(plan.index, plan.term, plan.weights, place)
    case 'concept': {
      const stored = segment.term('main', plan.term)
      const rarity = rarityOf(statistics.documents('main', plan.term), statistics.studies)
      if (!stored) return none
      return plan.standing
        ? matchTerm(stored, 'main', standingWeights, plan.weight * rarity, within)
        : matchAnywhere(stored, plan.weight * rarity, within)
    }
    case 'prefix':
      return evaluatePrefix(plan, place)
    case 'phrase':
      return evaluatePhrase(plan, place)
    case 'any':
      return uniteAll(
        plan.parts.map((part) => evaluate(part, segment, statistics, within)),
        segment.count,
      )
    case 'not':
      return subtract(allOf(place), evaluate(plan.part, segment, statistics, within))
    case 'all':
      return evaluateAll(plan.parts, place)
    case 'ranked':
      return evaluateRanked(plan, place)
  }
}

/** Where a plan is evaluated. */
interface Place {
  readonly segment: Segment
  readonly statistics: Statistics
  readonly within: Matches | undefined
}

/** Everything a part may be in, with no score yet. */
function allOf({ segment, within }: Place): Matches {
  return within ? unscored(within) : everything(segment.count)
}

/** Each part is looked for only in what the parts before it have left. */
function evaluateAll(parts: readonly Plan[], { segment, statistics, within }: Place): Matches {
  let found: Matches | undefined
  for (const part of rarestFirst(parts, statistics)) {
    const matches = evaluate(part, segment, statistics, found ?? within)
    found = found ? intersect(found, matches) : matches
    if (found.count === 0) return none
  }
  let left = found ?? allOf({ segment, statistics, within })
  for (const part of parts)
    if (part.kind === 'not') left = subtract(left, evaluate(part.part, segment, statistics, left))
  return left
}

/** What comes first is looked for only in what is found, and adds to its score. */
function evaluateRanked(
  { part, first, beside }: Extract<Plan, { kind: 'ranked' }>,
  { segment, statistics, within }: Place,
): Matches {
  const found = evaluate(part, segment, statistics, within)
  if (found.count === 0) return none
  const added = (plans: readonly Plan[], to: Matches, share: number): Matches =>
    plans.reduce((sum, one) => addScores(sum, evaluate(one, segment, statistics, found), share), to)
  const named = added(first, found, ranking.addedName)
  if (beside.length === 0) return named
  return raiseScores(named, added(beside, unscored(found), 1), ranking.addedWords)
}

/** The rarest part first: where it is not in a segment, the others need not be looked up. */
function rarestFirst(parts: readonly Plan[], statistics: Statistics): readonly Plan[] {
  const positive = parts.filter((part) => part.kind !== 'not')
  if (positive.length < 2) return positive
  const counted = positive.map((part) => ({ part, most: mostFound(part, statistics) }))
  return counted.toSorted((a, b) => a.most - b.most).map(({ part }) => part)
}

/** At most so many studies can match, as far as the counts of words tell. */
function mostFound(plan: Plan, statistics: Statistics): number {
  switch (plan.kind) {
    case 'term':
      return statistics.documents(plan.index, plan.term)
    case 'concept':
      return statistics.documents('main', plan.term)
    case 'phrase':
      return Math.min(...plan.terms.map((term) => statistics.documents(plan.index, term)))
    case 'all':
      return Math.min(...plan.parts.map((part) => mostFound(part, statistics)))
    case 'any':
      return plan.parts.reduce((sum, part) => sum + mostFound(part, statistics), 0)
    case 'ranked':
      return mostFound(plan.part, statistics)
    case 'prefix':
    case 'not':
      return statistics.studies
  }
}

function evaluateTerm(
  index: Index,
  term: string,
  weights: Weights,
  { segment, statistics, within }: Place,
): Matches {
  const stored = segment.term(index, term)
  if (!stored) return none
  const rarity = rarityOf(statistics.documents(index, term), statistics.studies)
  return matchTerm(stored, index, weights, rarity, within)
}

/** All words that begin so count as one word. */
function evaluatePrefix(
  { index, prefix, weights }: Extract<Plan, { kind: 'prefix' }>,
  { segment, statistics, within }: Place,
): Matches {
  const beginning = statistics.beginning(index, prefix)
  const stored = termOfBeginning(segment, beginning)
  if (!stored) return none
  const rarity = rarityOf(statistics.holdingBeginning(beginning), statistics.studies)
  return matchTerm(stored, index, weights, rarity, within)
}

/** A plan of words that follow one another. */
export type Phrase = Extract<Plan, { kind: 'phrase' }>

function evaluatePhrase(plan: Phrase, place: Place): Matches {
  const { segment } = place
  const stored: { readonly one: StoredTerm; readonly offset: number }[] = []
  for (const { term, offset } of phraseWordsToLookUp(plan)) {
    const one = segment.term(plan.index, term)
    if (!one) return none
    stored.push({ one, offset })
  }
  if (stored.length === 0) return none
  let candidates = place.within
  for (const { one } of stored.toSorted((a, b) => a.one.documents - b.one.documents)) {
    const matches = evaluateTerm(plan.index, one.term, plan.weights, {
      ...place,
      within: candidates,
    })
    candidates =
      candidates && candidates !== place.within ? intersect(candidates, matches) : matches
    if (candidates.count === 0) return none
  }
  if (!candidates) return none
  if (plan.index === 'body') return readTogether(candidates, plan, segment)
  const joined = plan.terms.length > stored.length ? joinedTo(plan, segment) : undefined
  return matchPhrase(
    candidates,
    stored.map(({ one, offset }) => phraseWord(one, offset, segment)),
    joined,
  )
}

function phraseWord(stored: StoredTerm, offset: number, segment: Segment): PhraseWord {
  return { stored, places: segment.places(stored), offset }
}

/** The small words of a phrase, to be looked for in the few studies that are left; undefined where one is in no study. */
function joinedTo({ terms, index }: Phrase, segment: Segment): () => PhraseWord[] | undefined {
  return () => {
    const words: PhraseWord[] = []
    for (const [offset, term] of terms.entries()) {
      if (!joining.has(term)) continue
      const one = segment.term(index, term)
      if (!one) return undefined
      words.push(phraseWord(one, offset, segment))
    }
    return words
  }
}

/** The words of a phrase that are looked up first. */
export function phraseWordsToLookUp({
  terms,
}: Phrase): readonly { term: string; offset: number }[] {
  const wanted = terms.map((term, offset) => ({ term, offset }))
  const telling = wanted.filter(({ term }) => !joining.has(term))
  return telling.length > 0 ? telling : wanted
}

/** Words that only join others: their places are half the index, and read only where the rest of a phrase is. */
const joining: ReadonlySet<string> = new Set(['of', 'the', 'and', 'in', 'to', 'with', 'for', 'or'])

/** The long texts are indexed without places: a phrase in them is looked for in the texts themselves. */
function readTogether(candidates: Matches, { terms, weights }: Phrase, segment: Segment): Matches {
  const most = Math.min(candidates.count, mostTextsRead)
  const docs = newDocs(most)
  const scores = newScores(most)
  let count = 0
  for (let i = 0; i < most; i++) {
    const doc = candidates.docs[i] as number
    if (!holds(segment, doc, terms, weights)) continue
    docs[count] = doc
    scores[count++] = candidates.scores[i] as number
  }
  return { docs, scores, count }
}

/** More texts than this are not read for one phrase in one segment. */
export const mostTextsRead = 500

function holds(segment: Segment, doc: number, terms: readonly string[], weights: Weights): boolean {
  const wanted = ` ${terms.join(' ')} `
  for (const [field, text] of bodyTexts(segment.studyAt(doc).study))
    if (bodyFields.includes(field) && (weights[field] ?? 0) > 0)
      if (` ${tokens(text).join(' ')} `.includes(wanted)) return true
  return false
}
