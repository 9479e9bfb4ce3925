import type { Reading } from '../../eligibility/reading.ts'
import type { Case } from './judgement.ts'
import * as words from './words.ts'

/**
 * To keep a person out, a disease alone is not enough where the words around it make it narrower; who has none has no
 * narrower one either.
 */
export function isPlain({ text, kind }: Case, readings: readonly Reading[]): boolean {
  const diseases = readings.filter(({ type }) => type === 'concept')
  if (diseases.length === 0) return true
  if (kind !== 'exclusion' && diseases.every(({ negated }) => !negated)) return true
  const rest = words.withoutParts(
    text,
    diseases.map(({ span }) => span),
  )
  return readings.length > 0 && !narrowing.test(rest) && !ofOthers.test(rest)
}

const narrowing =
  /\b(?:severe|uncontrolled|unstable|active|untreated|significant|other|secondary|requiring|chronic|acute|recent|serious|due to|caused by|associated|induced|related|type|grade|stage|class)\b/i

/** What happens to who has a disease, or whose it is: "asthma or COPD exacerbation", "diabetes in the mother". */
const ofOthers =
  /\b(?:exacerbations?|flare\w*|attacks?|cris[ie]s|relapses?|hospitali[sz]ations?|admissions?|surger(?:y|ies)|operations?|procedures?|mothers?|maternal|fathers?|parents?|siblings?|relatives?|partners?)\b/i
