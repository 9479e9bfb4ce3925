import { askedWords } from './words.ts'
import type { Case, Judgement } from './judgement.ts'

/** Smoking, where a criterion asks of nothing else: "Current smokers", "Non-smoker". Rule `smoking@1`. */
export function smokingVerdict({ text, kind, patient }: Case): Judgement | undefined {
  const { smoking } = patient
  if (!smoking || !/\bsmok|tobacco|cigarette/i.test(text)) return undefined
  if (!askedWords(text).every((word) => ofSmoking.test(word)) || /\d/.test(text)) return undefined
  const asksNone = /\bnon-?\s?smok|never|\bno\b|\bnot\b/i.test(text)
  const asksPast = /\b(?:former|ex-?|past|previous|history|ever)\b/i.test(text)
  if (smoking.value === 'former' || (asksPast && smoking.value === 'current')) return undefined
  const isSo = (smoking.value === 'current') !== asksNone
  const letsIn = isSo !== (kind === 'exclusion')
  return {
    verdict: letsIn ? 'met' : 'not met',
    reason: 'stated facts',
    evidence: [smoking.evidence],
  }
}

const ofSmoking =
  /^(?:smok\w*|smokeless|tobacco|cigarette|non|nonsmoker|user|use|using|product|former|never|ever|habitual|regular|heavy)$/
