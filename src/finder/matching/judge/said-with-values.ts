import { measuresNamedIn } from '../../eligibility/measures.ts'
import { truthOf } from '../../eligibility/truth.ts'
import type { AgeReading, MeasureReading, Reading } from '../../eligibility/reading.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { Evidence } from '../patient/patient.ts'
import { coverOf } from './cover.ts'
import { evidenceFor } from './evidence-for.ts'
import { factsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { isOfTimeBefore } from './contradicted.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A requirement of which each value and age is so, and each other telling word is said of the person: "In sinus rhythm with a
 * heart rate ≥ 95 bpm". Rule `said-with-values@1`.
 */
export function saidWithValuesVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind !== 'inclusion' || !/\d/.test(text) || text.length > longest) return undefined
  if (hasOtherWaysIn(text) || isTurned(text)) return undefined
  const values = valuesAsked(text, patient).filter(isCompared)
  if (values.length === 0 || values.some((value) => isOfTimeBefore(text, value))) return undefined
  const known = factsOf(patient, [], vocabulary)
  const isSo = values.every(
    (value) => !value.negated && known.every((facts) => truthOf(value, facts) === 'met'),
  )
  if (!isSo) return undefined
  const spans = values.map(({ span }) => span)
  const rest = withoutParts(text, spans).replace(today, ' ').replace(/\W+$/, '')
  const others = othersSaid(one, rest, values)
  if (!others) return undefined
  const evidence = [...evidenceFor(values, patient, vocabulary), ...others]
  return evidence.length > 0
    ? { verdict: 'met', reason: 'all of it is said', evidence: evidence.slice(0, 4) }
    : undefined
}

const longest = 300
/** The day of the study's first visit: a note is of today. */
const today =
  /\b(?:at|on|during|upon|prior to|before)? ?(?:the )?(?:time of |day of )?(?:randomi[sz]ation|screening|enrol?lment|inclusion|study entry|entry|baseline|registration|admission|consent|visit(?: \d+)?)\b(?: visit(?: \d+)?)?/gi

function isCompared(reading: Reading): reading is AgeReading | MeasureReading {
  return reading.type === 'age' || reading.type === 'measure'
}

/** A word for the other sex, and none for the person's own. */
function namesOtherSex(rest: string, { patient: { sex } }: Case): boolean {
  const [women, men] = [
    /\b(?:wom[ae]n|females?|girls?)\b/i.test(rest),
    /\b(?:m[ae]n|males?|boys?)\b/i.test(rest),
  ]
  if (women === men) return false
  return sex === undefined || (sex.value === 'FEMALE') !== women
}

/** What says the rest; nothing where nothing is left, undefined where a word of it is not said. */
function othersSaid(
  one: Case,
  rest: string,
  values: readonly (AgeReading | MeasureReading)[],
): readonly Evidence[] | undefined {
  if (/\d/.test(rest) || namesOtherSex(rest, one)) return undefined
  const codes = new Set(values.flatMap((value) => (value.type === 'measure' ? value.codes : [])))
  const isName = measuresNamedIn(rest).some((code) => codes.has(code))
  if (askedWords(rest).length === 0 || (isName && tokens(rest).length <= 4)) return []
  const cover = coverOf({ ...one, text: rest })
  return cover.isWhole ? cover.evidence : undefined
}
