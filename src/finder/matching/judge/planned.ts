import { tokens } from '../../vocabulary/fold.ts'
import { firstSaying } from './first-saying.ts'
import type { Case, Judgement } from './judgement.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { askedWords } from './words.ts'

/**
 * An operation or treatment that a requirement asks to be planned, in the words in which the note plans it: "scheduled for total
 * knee replacement". Only where all its telling words are in one sentence. Rule `planned@1`.
 */
export function plannedVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  if (!plan.test(text) || /\d/.test(text) || hasOtherWaysIn(text) || isTurned(text))
    return undefined
  const asked = askedWords(text.replace(/\([A-Z]{2,6}\)/g, ' ').replace(idle, ' '))
  if (asked.length < 2) return undefined
  const said = firstSaying(patient, ({ evidence }) => {
    if (!plan.test(evidence.text) || notSo.test(evidence.text)) return false
    const words = new Set(tokens(evidence.text))
    return asked.every((word) => words.has(word))
  })
  return said && { verdict: 'met', reason: 'all of it is said', evidence: [said] }
}

const longest = 200
const plan =
  /\b(?:(?:is|are|was|been) )?(?:scheduled|planned)\b|\b(?:about|due|going|waiting|awaiting) to (?:undergo|have|receive)\b|\bundergoing\b/i
const idle =
  /\b(?:scheduled|planned|undergoing|undergo|to|for|about|due|going|waiting|awaiting|receive|planning|elective)\b/gi
const notSo =
  /\b(?:not|no|never|cancel\w*|postpon\w*|refus\w*|declin\w*|mother|father|wife|husband|brother|sister|son|daughter|if|may (?:be|have|undergo)|might|was (?:scheduled|planned))\b/i
