import { areKin } from './diseases.ts'
import { illnessesIn } from './name-pieces.ts'
import { namedDrugs } from './named-drugs.ts'
import type { PlanContext } from './plan-findings.ts'

/**
 * Typed words, of which those that name two things with a stroke between are two: "sacubitril/valsartan", "asthma/copd"; not
 * "HIV/AIDS", where the one is a kind of the other, nor "and/or".
 */
export function withSlashesApart(
  typed: readonly string[],
  context: PlanContext,
): readonly string[] {
  if (!typed.some((word) => slashed.test(word))) return typed
  return typed.flatMap((word) => {
    const parts = slashed.test(word) ? word.split(/(?<=\/)/) : [word]
    return parts.length > 1 && nameApart(parts, context) ? parts : [word]
  })
}

const slashed = /^\P{L}*\p{L}{3,}(?:\/\p{L}{3,})+\P{L}*$/u

function nameApart(parts: readonly string[], context: PlanContext): boolean {
  const words = parts.map((part) => part.replace(/\/$/, ''))
  const { vocabulary } = context.lexicon
  const medicines = words.every((word) => namedDrugs([word], context).length > 0)
  if (medicines) return true
  const concepts = words.flatMap((word) => illnessesIn([word], vocabulary).slice(0, 1))
  if (concepts.length < words.length) return false
  return concepts.every(({ concept }, at) =>
    concepts.slice(at + 1).every((other) => !areKin(concept, other.concept, vocabulary)),
  )
}
