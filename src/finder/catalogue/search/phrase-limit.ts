import type { Segment } from '../segment/segment.ts'
import { type Phrase, mostTextsRead, phraseWordsToLookUp } from './evaluate.ts'
import type { Plan } from '../model/plan.ts'

/**
 * Whether a plan holds a phrase of the long texts for which not all texts of a segment that hold its words
 * might be read: what is found then depends on which are looked at.
 */
export function readsBeyondLimit(plan: Plan, segment: Segment): boolean {
  return phrasesOf(plan).some(
    (phrase) =>
      phrase.index === 'body' &&
      phraseWordsToLookUp(phrase).every(
        ({ term }) => (segment.term('body', term)?.documents ?? 0) > mostTextsRead,
      ),
  )
}

/** A plan that finds at least what another does, and reads no text for its phrases. */
export function loosely(plan: Plan): Plan {
  switch (plan.kind) {
    case 'phrase':
      return plan.index === 'body' ? { kind: 'all', parts: wordsOf(plan) } : plan
    case 'all':
    case 'any':
      return { kind: plan.kind, parts: plan.parts.map(loosely) }
    case 'ranked':
      return loosely(plan.part)
    case 'not':
      return phrasesOf(plan.part).some(({ index }) => index === 'body') ? everyStudy : plan
    case 'term':
    case 'concept':
    case 'prefix':
      return plan
  }
}

const everyStudy: Plan = { kind: 'all', parts: [] }

function wordsOf(phrase: Phrase): readonly Plan[] {
  const { index, weights } = phrase
  return phraseWordsToLookUp(phrase).map(({ term }): Plan => ({
    kind: 'term',
    index,
    term,
    weights,
  }))
}

function phrasesOf(plan: Plan): readonly Phrase[] {
  switch (plan.kind) {
    case 'phrase':
      return [plan]
    case 'not':
    case 'ranked':
      return phrasesOf(plan.part)
    case 'all':
    case 'any':
      return plan.parts.flatMap(phrasesOf)
    case 'term':
    case 'concept':
    case 'prefix':
      return []
  }
}
