import type { Finding } from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import { agoOf } from './time-window.ts'
import { asksOfEarlier, askedWords, withoutParts } from './words.ts'
import type { Case, Judgement } from './judgement.ts'

/**
 * "History of stroke", "no previous seizures": a disease that the record says the person has or had. Nothing else may be
 * asked: a time, a degree or an exception leaves it to the other rules. Rule `history@2`.
 */
export function historyVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (!ofPast.test(text) || turning.test(text) || /\d/.test(text)) return undefined
  const named = diseasesAsked(text, vocabulary)
  if (named.length === 0) return undefined
  const rest = withoutParts(text, named)
  if (askedWords(rest).some((word) => !idle.test(word))) return undefined
  const isDenied = denial.test(rest)
  if (isDenied && (kind === 'exclusion' || !leads.test(rest))) return undefined
  const isOfBefore = asksOfEarlier.test(text) && kind === 'exclusion'
  const findings = patient.findings.filter(
    (one) => !isOfBefore || one.when === 'history' || wasLongAgo(one),
  )
  const had = named.flatMap(({ term }) => hadOf(term, findings, vocabulary) ?? [])
  const isAll = /\band\b/i.test(rest) && !isDenied
  if (had.length === 0 || (isAll && had.length < named.length)) return undefined
  const letsIn = kind !== 'exclusion' && !isDenied
  return {
    verdict: letsIn ? 'met' : 'not met',
    reason: 'stated facts',
    evidence: had.map(({ evidence }) => evidence).slice(0, 4),
  }
}

function hadOf(
  term: string,
  findings: readonly Finding[],
  vocabulary: Vocabulary,
): Finding | undefined {
  const kinds = kindsOf(term, vocabulary)
  return findings.find(
    (one) =>
      one.of === 'patient' &&
      one.presence === 'present' &&
      one.rule === undefined &&
      kinds.has(one.term),
  )
}

/** "Ischemic stroke five months ago": not what the person comes for today. */
function wasLongAgo({ evidence, words }: Finding): boolean {
  const ago = agoOf(evidence, words)
  return ago !== undefined && ago.least >= 60
}

const ofPast = /\b(?:history of|prior|previous(?:ly)?|past|ever had|lifetime|antécédents?)\b/i
const turning =
  /\b(?:family|relatives?|siblings?|parents?|mothers?|fathers?|except\w*|unless|other than|if|within|recent\w*|severe|treat\w*|therap\w*|surg\w*|risk|last|during|uncontrolled|unstable|active|untreated|significant\w*|secondary|requiring|chronic|acute|serious|due to|caused by|associated|induced|related|multiple|recurrent|suspected|possible|screen\w*|test\w*|vaccin\w*|first|symptomatic|clinical\w*|major|type|grade|stage|class)\b/i
const denial = /\b(?:no|not|without|never|free of|absence of|neither|nor)\b/i
/** A denial is read where it opens the criterion. */
const leads =
  /^\W*(?:(?:patients?|subjects?|participants?|individuals?|adults?|who|with|have|has|had|must|should) ){0,5}(?:no|not|without|never|free of|absence of|neither)\b/i
const idle =
  /^(?:personal|medical|lifetime|ever|previously|positive|without|free|absence|neither|nor|episode|event|antécédents?)$/i
