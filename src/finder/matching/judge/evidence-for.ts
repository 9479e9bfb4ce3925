import { latestOf } from '../../eligibility/facts.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { knownOf } from './facts-of.ts'
import type { Reading } from '../../eligibility/reading.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/** The sentences or resources behind the readings that told: a verdict without them is not given. */
export function evidenceFor(
  readings: readonly Reading[],
  patient: Patient,
  vocabulary: Vocabulary,
): readonly Evidence[] {
  const found = readings.flatMap((reading) => evidenceOf(reading, patient, vocabulary))
  return [
    ...new Map(found.map((one) => [`${one.resource ?? one.start} ${one.text}`, one])).values(),
  ]
}

function evidenceOf(reading: Reading, patient: Patient, vocabulary: Vocabulary): Evidence[] {
  switch (reading.type) {
    case 'age':
      return patient.age ? [patient.age.evidence] : []
    case 'sex':
      return patient.sex ? [patient.sex.evidence] : [everybody]
    case 'measure':
      return reading.codes.flatMap((code) => measured(code, patient))
    case 'pregnancy':
      return [patient.pregnant, patient.lactating, patient.cannotConceive, patient.sex]
        .flatMap((one) => one?.evidence ?? [])
        .slice(0, 1)
    case 'concept':
      return [knownOf(reading.term, patient, vocabulary).evidence ?? []].flat()
    case 'time':
    case 'topic':
    case 'question':
      return []
  }
}

/** Both sexes may take part: that needs no word of the record. */
const everybody: Evidence = { text: '' }

function measured(code: string, patient: Patient): Evidence[] {
  const measures = patient.measures.filter(({ earlier }) => !earlier)
  const value = latestOf(
    {
      labs: measures.map(({ what, value, unit, at }) => ({ what, value, unit, ...(at && { at }) })),
    },
    code,
  ).at(-1)
  const found = measures.find(
    (one) => one.what === code && one.value === value?.value && one.unit === value.unit,
  )
  return found ? [found.evidence] : []
}
