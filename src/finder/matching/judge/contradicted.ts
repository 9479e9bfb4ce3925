import { differsFromLimits } from '../../eligibility/differs.ts'
import { lettingIn } from '../../eligibility/statement-words.ts'
import { truthOf } from '../../eligibility/truth.ts'
import type { AgeReading, MeasureReading, Reading } from '../../eligibility/reading.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { factsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'
import { hasOtherWaysIn, isTurned, sentenceAround } from './one-way-in.ts'

/**
 * A requirement of many parts of which one, an age or a value, is surely not so: "children of 1-5 years admitted with …" and a
 * child of eight. Its other parts need not be understood, as long as none of them is another way in. Every value that is said of
 * the measure must contradict it. Rule `contradicted@1`.
 */
export function contradictedVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind !== 'inclusion' || hasOtherWaysIn(text)) return undefined
  if (!/\d/.test(text) && !ofAgeGroup.test(text.slice(0, 60))) return undefined
  if (lettingIn.test(text)) return undefined
  const readings = valuesAsked(text, patient).filter(isCompared)
  const against = readings
    .filter((reading) => standsAlone(text, reading, readings, one))
    .map((reading) => ({ reading, evidence: evidenceAgainst(reading, one) }))
    .filter(({ evidence }) => evidence.length > 0)
  if (against.length === 0) return undefined
  const told = against.flatMap(({ evidence }) => evidence).slice(0, 2)
  const { limits } = one
  const isOfLimits =
    limits &&
    factsOf(patient, [], vocabulary).some((facts) =>
      differsFromLimits(
        against.map(({ reading }) => reading),
        kind,
        facts,
        limits,
      ),
    )
  return isOfLimits
    ? { verdict: 'unknown', reason: 'limits differ', evidence: told }
    : { verdict: 'not met', reason: 'stated facts', evidence: told }
}

/** Most criteria have neither a number nor such a word, and are not read. */
const ofAgeGroup = /adult|p(?:a?)ediatr|child|adolesc|teen|infant|neonat|newborn|elderly|geriatr/i

type Compared = AgeReading | MeasureReading

function isCompared(reading: Reading): reading is Compared {
  return reading.type === 'age' || (reading.type === 'measure' && reading.codes.length === 1)
}

/** Nothing right beside a reading makes it another time's, another person's or another measure's, or only one of several ways in. */
function standsAlone(
  text: string,
  reading: Compared,
  readings: readonly Compared[],
  one: Case,
): boolean {
  if (/^\s?:/.test(text.slice(reading.span.end))) return false
  if (ofNamed.test(text.slice(0, reading.span.start))) return false
  if (readings.length > 1 && ofSome.test(text.slice(0, reading.span.start))) return false
  const { start, end } = sentenceAround(text, reading.span.start)
  if (isTurned(text.slice(start, end))) return false
  const clause = clauseAround(
    text.slice(start, end),
    reading.span.start - start,
    reading.span.end - start,
  )
  if (ofOtherMeasure.test(clause) || ofOtherTime.test(clause) || ofOthers.test(clause)) return false
  // Of two bounds for two kinds of persons neither lets in whom both keep out.
  return !readings.some(
    (other) => isOtherBound(other, reading) && evidenceAgainst(other, one).length === 0,
  )
}

function evidenceAgainst(reading: Compared, one: Case): readonly Evidence[] {
  return reading.type === 'age' ? ageAgainst(reading, one) : valuesAgainst(reading, one.patient)
}

/** "Weight of 5 kg for infants under 1 year": of whom the other is asked. */
const ofSome = /\b(?:for|if|when|those|among|unless)(?: [\w'-]+){0,3} ?$/i
const ofNamed =
  /^\W*(?:infants?|neonates?|children|adolescents?|adults?|wom[ae]n|m[ae]n|(?:fe)?males?)\s?:[^.;]*$/i

/** What stands beside a reading, between commas and brackets. */
function clauseAround(sentence: string, start: number, end: number): string {
  const before = /[^,;:]{0,80}$/.exec(sentence.slice(0, start))?.[0] ?? ''
  const after = /^\W{0,3}[^,;:()]{0,50}/.exec(sentence.slice(end))?.[0] ?? ''
  return `${before} ${sentence.slice(start, end)} ${after}`.replace(
    /\bpeak (?:expiratory )?flow\b/gi,
    ' ',
  )
}

/** A second, other bound on the same measure may be for some persons only. */
function isOtherBound(one: Compared, other: Compared): boolean {
  if (one.type !== other.type) return false
  if (one.type === 'measure' && other.type === 'measure' && one.codes[0] !== other.codes[0])
    return false
  return boundsOf(one) !== boundsOf(other)
}

function boundsOf({ min, max, unit }: Compared): string {
  return JSON.stringify([min, max, unit])
}

const ofOtherMeasure =
  /\b(?:rise|rose|drop\w*|falls?|fall of|reduc\w+|decreas\w+|increas\w+|chang\w+|improv\w+|declin\w+|differen\w+|gradients?|ratio|variab\w+|revers\w+|from baseline|times|fold|mean|median|average|z-?score|percentile|standing|orthostatic|ambulatory|home|post-?\s?bronchodilator|pre-?\s?bronchodilator|loss|gain\w*)\b/i
const ofOtherTime =
  /\b(?:histor\w+|prior|previous\w*|past|ever|at birth|at diagnosis|at (?:disease |symptom )?onset|onset|first|initial\w*|before|nadir|peak|highest|lowest|worst|last|within|pre-?treatment|post-?treatment|after|following|during|pre-?operative\w*|untreated|off treatment)\b/i
const ofOthers =
  /\b(?:mothers?|maternal|fathers?|parents?|partners?|donors?|siblings?|relatives?|caregivers?|f(?:o)?etus|f(?:o)?etal|newborns?|consent|assent|guardians?|women|men|females?|males?|boys?|girls?)\b/i

/**
 * A value that is asked of a time before ("History of LVEF ≤ 35%", "IgE ≥ 100 kU/L at diagnosis"), or a change of one ("LVEF
 * improvement of 10%"). Today's says nothing of it.
 */
export function isOfTimeBefore(text: string, { span }: Reading): boolean {
  return (
    /\b(?:rise|drop|fall|reduction|decrease|increase|change|improvement|decline|difference)\b/i.test(
      text.slice(span.start, span.end),
    ) ||
    /\b(?:history of|previous(?:ly)?|prior|past|ever|historical(?:ly)?)(?: an?| documented)?(?: [\w()-]+){0,4} ?$/i.test(
      text.slice(0, span.start),
    ) ||
    /^[^,;.]{0,12}\bat (?:the time of )?(?:initial |first )?diagnosis\b/i.test(text.slice(span.end))
  )
}

/** The youngest and the oldest day an age may mean must both be outside. */
function ageAgainst(reading: AgeReading, { patient, vocabulary }: Case): readonly Evidence[] {
  if (!patient.age) return []
  const known = factsOf(patient, [], vocabulary)
  return known.every((facts) => truthOf(reading, facts) === 'not met') ? [patient.age.evidence] : []
}

/** Each value of the measure, an earlier one too, must be outside by itself. */
function valuesAgainst(reading: MeasureReading, { measures }: Patient): readonly Evidence[] {
  const values = measures.filter(({ what }) => reading.codes.includes(what))
  const isOut =
    values.some(({ earlier }) => !earlier) &&
    values.every((lab) => truthOf(reading, { labs: [lab] }) === 'not met')
  return isOut ? values.map(({ evidence }) => evidence) : []
}
