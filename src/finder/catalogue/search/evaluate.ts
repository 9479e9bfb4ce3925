import { type Index, type Weights, ranking, standingWeights } from '../model/fields.ts'
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
  unite,
  uniteAll,
  unscored,
} from '../segment/matches.ts'
import { type PhraseWord, matchPhrase } from './phrase.ts'
import { type Phrase, type TextReading, textHolds } from './text-holds.ts'
import type { Statistics } from './statistics.ts'
import { newDocs, newScores } from '../segment/scratch.ts'
import type { Plan } from '../model/plan.ts'

/** What a question is evaluated by, whatever the segment. */
export interface EvaluatedBy extends TextReading {
  readonly statistics: Statistics
}

/**
 * The studies of one segment that a plan finds; of those `within`, where it is given. Throws `ReadingTooLong` where a phrase is
 * looked for in texts that cannot all be read in time, and `PieceDamaged`.
 */
export function evaluate(plan: Plan, segment: Segment, by: EvaluatedBy, within?: Matches): Matches {
  const { statistics } = by
  const place: Place = { segment, by, within }
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
        plan.parts.map((part) => evaluate(part, segment, by, within)),
        segment.count,
      )
    case 'not':
      return subtract(allOf(place), evaluate(plan.part, segment, by, within))
    case 'all':
      return evaluateAll(plan.parts, place)
    case 'ranked':
      return evaluateRanked(plan, place)
  }
}

/** Where a plan is evaluated. */
interface Place {
  readonly segment: Segment
  readonly by: EvaluatedBy
  readonly within: Matches | undefined
}

/** Everything a part may be in, with no score yet. */
function allOf({ segment, within }: Place): Matches {
  return within ? unscored(within) : everything(segment.count)
}

/** Each part is looked for only in what the parts before it have left. */
function evaluateAll(parts: readonly Plan[], { segment, by, within }: Place): Matches {
  let found: Matches | undefined
  for (const part of rarestFirst(parts, by.statistics)) {
    const matches = evaluate(part, segment, by, found ?? within)
    found = found ? intersect(found, matches) : matches
    if (found.count === 0) return none
  }
  let left = found ?? allOf({ segment, by, within })
  for (const part of parts)
    if (part.kind === 'not') left = subtract(left, evaluate(part.part, segment, by, left))
  return left
}

/** What comes first is looked for only in what is found, and adds to its score. */
function evaluateRanked(
  { part, first, beside }: Extract<Plan, { kind: 'ranked' }>,
  { segment, by, within }: Place,
): Matches {
  const found = evaluate(part, segment, by, within)
  if (found.count === 0) return none
  const added = (plans: readonly Plan[], to: Matches, share: number): Matches =>
    plans.reduce((sum, one) => addScores(sum, evaluate(one, segment, by, found), share), to)
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
  { segment, by: { statistics }, within }: Place,
): Matches {
  const stored = segment.term(index, term)
  if (!stored) return none
  const rarity = rarityOf(statistics.documents(index, term), statistics.studies)
  return matchTerm(stored, index, weights, rarity, within)
}

/** All words that begin so count as one word. */
function evaluatePrefix(
  { index, prefix, weights }: Extract<Plan, { kind: 'prefix' }>,
  { segment, by: { statistics }, within }: Place,
): Matches {
  const beginning = statistics.beginning(index, prefix)
  const stored = termOfBeginning(segment, beginning)
  if (!stored) return none
  const rarity = rarityOf(statistics.holdingBeginning(beginning), statistics.studies)
  return matchTerm(stored, index, weights, rarity, within)
}

function evaluatePhrase(plan: Phrase, place: Place): Matches {
  const { segment, within } = place
  const stored: StoredWord[] = []
  for (const { term, offset } of phraseWordsToLookUp(plan)) {
    const one = segment.term(plan.index, term)
    if (!one) return none
    stored.push({ one, offset })
  }
  if (stored.length === 0) return none
  const candidates = whereAll(stored, plan, place, within)
  if (candidates.count === 0) return none
  const joined = plan.terms.length > stored.length ? joinedTo(plan, segment) : undefined
  const found = matchPhrase(
    candidates,
    stored.map(({ one, offset }) => phraseWord(one, offset, plan.index, segment)),
    joined,
    (doc) => textHolds(plan, doc, segment, place.by),
  )
  if (plan.index === 'main' || !plan.weights.description) return found
  const left = unscored(subtract(candidates, found))
  const described = whereAll(stored, { ...plan, weights: descriptionOnly }, place, left)
  return unite(found, intersect(candidates, readTogether(described, plan, place)))
}

interface StoredWord {
  readonly one: StoredTerm
  readonly offset: number
}

/** The texts whose words have no places in the index. */
const descriptionOnly: Weights = { description: 1 }

/** The studies that have each of some words in fields of weight, the rarest word first. */
function whereAll(
  stored: readonly StoredWord[],
  { index, weights }: Phrase,
  place: Place,
  within: Matches | undefined,
): Matches {
  let found: Matches | undefined
  for (const { one } of stored.toSorted((a, b) => a.one.documents - b.one.documents)) {
    const among = found ?? within
    const matches = evaluateTerm(index, one.term, weights, { ...place, within: among })
    found = found ? intersect(found, matches) : matches
    if (found.count === 0) return none
  }
  return found ?? none
}

function phraseWord(
  stored: StoredTerm,
  offset: number,
  index: Index,
  segment: Segment,
): PhraseWord {
  return { stored, places: segment.places(stored, index), offset }
}

/** The small words of a phrase, to be looked for in the few studies that are left; undefined where one is in no study. */
function joinedTo({ terms, index }: Phrase, segment: Segment): () => PhraseWord[] | undefined {
  return () => {
    const words: PhraseWord[] = []
    for (const [offset, term] of terms.entries()) {
      if (!joining.has(term)) continue
      const one = segment.term(index, term)
      if (!one) return undefined
      words.push(phraseWord(one, offset, index, segment))
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

/** Of studies those whose long texts hold a phrase, by reading them; with no score. */
function readTogether({ docs, count }: Matches, phrase: Phrase, place: Place): Matches {
  const left = { docs: newDocs(count), scores: newScores(count).fill(0), count: 0 }
  for (let i = 0; i < count; i++) {
    const doc = docs[i] as number
    if (textHolds(phrase, doc, place.segment, place.by)) left.docs[left.count++] = doc
  }
  return left
}
