import { sexSpokenTo } from '../../eligibility/one-sex.ts'
import type { Case, Judgement } from './judgement.ts'
import { askedWords } from './words.ts'

/** "Women must …" asks nothing of a man; the sex alone ("Women") is a requirement, told below. */
export function anotherSexVerdict({ text, patient: { sex } }: Case): Judgement | undefined {
  const spokenTo = sex && sexSpokenTo(text)
  if (!sex || !spokenTo || spokenTo === sex.value || askedWords(text).length === 0) return undefined
  return /\b(?:must|should|agree|if|of child|who are|using|use|with an? |diagnosed|\d)/i.test(
    text.replace(/\b(?:type|stage|grade) [0-4]\b/gi, ' '),
  )
    ? { verdict: 'not applicable', reason: 'another sex', evidence: [sex.evidence] }
    : undefined
}
