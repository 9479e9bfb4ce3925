import { diseasesAsked } from './diseases-asked.ts'
import type { Finding } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { kindOfWhat, kindsOf } from './facts-of.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * "Prior or other malignancy" as an exclusion, of somebody of whom the record says "no earlier cancer": the illness of now is
 * not meant. All that is denied must be as wide as what is asked, and none may be said of before. Rule `no-earlier@1`.
 */
export function noEarlierVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !earlier.test(text) || turning.test(text)) return undefined
  const named = diseasesAsked(text, vocabulary)
  if (named.length === 0) return undefined
  const rest = withoutParts(text, named)
  if (askedWords(rest).some((word) => !idle.test(word))) return undefined
  const own = patient.findings.filter(({ of }) => of === 'patient')
  const denied = named.map(({ term }) => {
    const wider = new Set([term, ...kindOfWhat(term, vocabulary)])
    const kinds = kindsOf(term, vocabulary)
    const isSaid = own.some(
      (one) =>
        kinds.has(one.term) &&
        (one.when === 'history' || one.presence === 'possible') &&
        one.presence !== 'absent',
    )
    return isSaid ? undefined : own.find((one) => wider.has(one.term) && isOfBefore(one))
  })
  const evidence = denied.flatMap((one) => (one ? [one.evidence] : []))
  return evidence.length === named.length
    ? { verdict: 'met', reason: 'stated facts', evidence: [...new Set(evidence)].slice(0, 4) }
    : undefined
}

function isOfBefore({ presence, evidence: { text }, words }: Finding): boolean {
  if (presence !== 'absent') return false
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at > 0 && before.test(text.slice(Math.max(0, at - 50), at))
}

const before =
  /\b(?:earlier|other|previous|prior|past|history of|antécédents? de|autres?)\s+(?:(?!(?:and|or|but|with)\b)\p{L}+\s+)?$/iu
const earlier =
  /\b(?:prior|previous(?:ly)?|past|history|other|another|second|earlier|additional|antécédents?|autres?)\b/i
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|family|relatives?|mothers?|fathers?|treat\w*|therap\w*|active|current(?:ly)?|concurrent)\b/i
const idle =
  /^(?:other|another|second|earlier|additional|personal|medical|any|invasive|primary|five|three|two|ten)$/i
