import { diseasesAsked } from './diseases-asked.ts'
import { kindOfWhat, kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * "Active endocarditis", as an exclusion, of somebody who had it and is said to be cured of it, and of whom nothing else is said of
 * it. A past illness that only lies back is not enough. Rule `active-clear@1`.
 */
export function activeClearVerdict({
  text,
  kind,
  patient,
  vocabulary,
}: Case): Judgement | undefined {
  if (kind !== 'exclusion' || text.length > longest || !active.test(text) || turning.test(text))
    return undefined
  const [named, ...more] = diseasesAsked(text, vocabulary)
  if (!named || more.length > 0) return undefined
  if (askedWords(withoutParts(text, [named])).some((word) => !idle.test(word))) return undefined
  const near = new Set([...kindsOf(named.term, vocabulary), ...kindOfWhat(named.term, vocabulary)])
  const own = patient.findings.filter(({ of, term }) => of === 'patient' && near.has(term))
  const isOver = own.every(
    ({ presence, when, evidence }) =>
      presence === 'absent' || (when === 'history' && cured.test(evidence.text)),
  )
  const had = own.filter(({ presence }) => presence !== 'absent')
  return had.length > 0 && isOver
    ? {
        verdict: 'met',
        reason: 'stated facts',
        evidence: had.map(({ evidence }) => evidence).slice(0, 3),
      }
    : undefined
}

const longest = 100
const active = /\b(?:active|current(?:ly)?|ongoing|actuel(?:le)?|en cours)\b/i
const turning =
  /\b(?:no|not|without|history|previous\w*|prior|past|recent\w*|within|except\w*|unless|or|risk|suspected)\b/i
const idle =
  /^(?:active|ongoing|current\w*|known|severe|symptomatic|uncontrolled|untreated|documented)$/i
const cured =
  /\b(?:cured|resolved|healed|fully recovered|recovered (?:fully|completely)|complete remission|guérie?s?|résolue?|(?:treated|traitée?s?|soignée?s?) (?:in|en) (?:19|20)\d\d)(?!\p{L})/iu
