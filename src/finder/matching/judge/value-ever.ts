import { truthOf } from '../../eligibility/truth.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import type { Case, Judgement } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A value that may have been so at any time ("LVEF < 45% now or in medical history"), against all values of the record, earlier ones
 * too: one that was so is enough. That none is, tells nothing. Rule `value-ever@1`.
 */
export function valueEverVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind === 'unspecified' || text.length > longest || !ever.test(text)) return undefined
  if (turning.test(text) || patient.measures.length === 0) return undefined
  const [reading, ...more] = valuesAsked(text, patient).filter(
    (each): each is MeasureReading => each.type === 'measure',
  )
  if (!reading || more.length > 0 || reading.negated || reading.codes.length !== 1) return undefined
  const rest = askedWords(withoutParts(text, [reading.span]))
  if (rest.some((word) => !idle.test(word))) return undefined
  const found = patient.measures.find(
    (lab) => reading.codes.includes(lab.what) && truthOf(reading, { labs: [lab] }) === 'met',
  )
  return (
    found && {
      verdict: kind === 'exclusion' ? 'not met' : 'met',
      reason: 'stated facts',
      evidence: [found.evidence],
    }
  )
}

const longest = 140
const ever =
  /\b(?:histor(?:y|ical|ically)|previous(?:ly)?|prior|past|ever|at any time|any time|antécédents?)\b/i
const turning =
  /\b(?:no|not|without|never|except\w*|unless|other than|if|within|last|after|despite|family|change\w*|increase|decrease|improv\w*|prior to|before|weeks?|months?|days?|hours?|years?)\b/i
const idle =
  /^(?:documented|medical|moment|enrol\w*|time|record|any|previous\w*|ever|known|measured|value|level|inclusion|recorded|history)$/i
