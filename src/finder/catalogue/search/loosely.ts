import type { Plan } from '../model/plan.ts'
import { phraseWordsToLookUp } from './evaluate.ts'
import type { Phrase } from './text-holds.ts'

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
