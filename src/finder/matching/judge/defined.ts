import { truthOf } from '../../eligibility/truth.ts'
import type { MeasureReading, Reading } from '../../eligibility/reading.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { isOfTimeBefore } from './contradicted.ts'
import { evidenceFor } from './evidence-for.ts'
import { factsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A disease with its limit behind it: "Severe renal impairment (eGFR < 30 mL/min)", "Uncontrolled hypertension, defined as …".
 * The limit says what is meant, so a value within it is the disease. Nothing else may be asked. Rule `defined@1`.
 */
export function definedVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  const match = definition.exec(text)
  const { head = '', limit = '' } = match?.groups ?? {}
  if (!match || text.length > longest || turning.test(head) || turning.test(limit)) return undefined
  if (diseasesAsked(head, vocabulary).length === 0 && !ofOrgan.test(head)) return undefined
  if (kind === 'inclusion' && narrower.test(head)) return undefined
  const readings = valuesAsked(limit, patient)
  const values = readings.filter(isMeasure)
  if (values.length === 0 || values.length < readings.length) return undefined
  if (values.some((value) => value.negated || isOfTimeBefore(limit, value))) return undefined
  const rest = withoutParts(
    limit,
    values.map(({ span }) => span),
  )
  if (/\d/.test(rest) || askedWords(rest).some((word) => !idle.test(word))) return undefined
  const known = factsOf(patient, [], vocabulary)
  const isSo = (value: MeasureReading) => known.every((facts) => truthOf(value, facts) === 'met')
  const so = /\bor\b|\//i.test(rest) ? values.some(isSo) : values.every(isSo)
  if (!so) return undefined
  const evidence = evidenceFor(values.filter(isSo), patient, vocabulary)
  return evidence.length === 0
    ? undefined
    : { verdict: kind === 'exclusion' ? 'not met' : 'met', reason: 'stated facts', evidence }
}

const longest = 200
const definition =
  /^\W*(?<head>[^()\d<>≤≥=,;]{4,90}?)\s*(?:\((?:defined (?:as|by)|i\.e\.?,?|that is)?\s*(?<limit>[^()]*\d[^()]*(?:\([^()]*\))?[^()]*)\)\W*|,? (?:defined (?:as|by)|i\.e\.?,?) (?<limit>[^()]*\d[^()]*))$/i
const ofOrgan =
  /\b(?:renal|kidney|hepatic|liver|cardiac|bone marrow|ventricular|respiratory) (?:impairment|insufficiency|failure|dysfunction|disease)\b/i
/** In a requirement the words before the disease's name may ask for more than the limit. */
const narrower =
  /\b(?:uncontrolled|severe|acute|chronic|active|symptomatic|newly|recurrent|persistent|with|and|who|due|untreated|resistant|type|stage)\b/i
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|despite|after|before|within|history|previous\w*|prior|past|recent\w*|family|mothers?|and\/or|on (?:two|three|\d)|repeated|consecutive|persist\w*|treat\w*|therap\w*|during|for (?:at least|more)|e\.g|such as|for example|women|men|males?|females?)\b/i
const idle =
  /^(?:systolic|diastolic|blood|pressure|serum|plasma|resting|seated|sitting|calculated|estimated|either|and|level|value|than|body|mass|index)$/

function isMeasure(reading: Reading): reading is MeasureReading {
  return reading.type === 'measure' && reading.codes.length === 1
}
