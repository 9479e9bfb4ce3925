import { readCriterion } from '../../eligibility/readings.ts'
import { measuresNamedIn } from '../../eligibility/measures.ts'
import type { MeasureReading, Reading } from '../../eligibility/reading.ts'
import { noteMeasures } from '../note/measure-names.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Patient } from '../patient/patient.ts'
import { onceAPatient } from './once-a-patient.ts'
import { onceAText } from './once-a-text.ts'

/**
 * A criterion's ages and values, without its diseases. A value that the criteria language has only in the criterion's words ("TSH >
 * 5", "D-dimer above 500 ng/mL") is of the measure that the record has by that name. Rule `measure-asked@1`.
 */
export function valuesAsked(text: string, patient: Patient): readonly Reading[] {
  return resolved(readValues(text), patient)
}

/** The same with the diseases that it names. */
export function allAsked(text: string, { patient, vocabulary }: Asker): readonly Reading[] {
  return resolved(readAll(text, vocabulary), patient)
}

interface Asker {
  readonly patient: Patient
  readonly vocabulary: Vocabulary
}

const readValues = onceAText((text) => readCriterion({ text }, () => []))
const readAll = onceAText((text, vocabulary: Vocabulary) =>
  readCriterion({ text }, (part) => diseasesAsked(part, vocabulary)),
)
const namedMeasures = onceAText((text) => measuresNamedIn(text))

function resolved(readings: readonly Reading[], patient: Patient): readonly Reading[] {
  return readings.some(isOnlyNamed)
    ? readings.map((reading) => (isOnlyNamed(reading) ? ofRecord(reading, patient) : reading))
    : readings
}

/** The measures that a text names: those of the criteria language, and those the record has values of. */
export function measuresAsked(text: string, patient: Patient): readonly string[] {
  const further = furtherMeasures(patient).filter(({ anywhere }) => anywhere.test(text))
  return [...namedMeasures(text), ...further.map(({ code }) => code)]
}

function isOnlyNamed(reading: Reading): reading is MeasureReading {
  return reading.type === 'measure' && reading.codes.length === 0 && reading.name !== undefined
}

function ofRecord(reading: MeasureReading, patient: Patient): MeasureReading {
  const { name = '' } = reading
  const bare = name.replaceAll(filler, ' ').trim()
  const found = furtherMeasures(patient).filter(
    ({ alone }) => alone.test(name.trim()) || alone.test(bare),
  )
  const [one, ...more] = found
  if (!one || more.length > 0) return reading
  return { ...reading, codes: [one.code], unit: unitOf(reading, one.code) }
}

/** Without a unit, the one that is usual for values of that size. Laboratories write U for international units. */
function unitOf({ unit, min, max }: MeasureReading, code: string): string {
  if (unit !== '1') return unit.replace('[IU]', 'U')
  const size = Number(min?.value ?? max?.value)
  const usual = noteMeasures.find((one) => one.code === code)?.usual ?? []
  const fits = usual.filter(({ least, most }) => size >= least && size <= most)
  return fits.length === 1 ? (fits[0]?.unit ?? unit) : unit
}

interface FurtherMeasure {
  readonly code: string
  readonly alone: RegExp
  readonly anywhere: RegExp
}

/** What the record has values of beside the measures of the criteria language. */
const furtherMeasures = onceAPatient(({ measures }): readonly FurtherMeasure[] =>
  [...new Set(measures.map(({ what }) => what))]
    .filter((code) => code !== 'gestational age' && !measuresNamedIn(code).includes(code))
    .slice(0, most)
    .map((code) => {
      const names = noteMeasures.find((one) => one.code === code)?.names
      const words = `(?:${names === undefined ? RegExp.escape(code) : `${names}|${RegExp.escape(code)}`})`
      // Short names are in capitals, as in the record: "act" and "neck" are other words.
      const flags = names !== undefined && /(?:^|\|)[A-Z]{2,4}(?:\||$)/.test(names) ? 'u' : 'iu'
      return {
        code,
        alone: new RegExp(`^${words}$`, 'iu'),
        anywhere: new RegExp(String.raw`(?<![\p{L}\d-])${words}(?![\p{L}\d])`, flags),
      }
    }),
)

/** More than a record of reasonable length names. */
const most = 200

const filler =
  /\b(?:percent(?:age)?|predicted|serum|plasma|blood|levels?|values?|concentrations?|scores?|total|baseline|screening|results?|index|measured|fasting|test|count)\b/gi
