import { readCriterion } from '../../eligibility/readings.ts'
import { truthOf } from '../../eligibility/truth.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Case, Judgement } from './judgement.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * What is a value by its name, held against that value: "thrombocytopenia" and platelets of 240, "hypokalemia" and 2.9 mmol/L. Between
 * the two limits of a row nothing is told. Of adults who are not pregnant; an exclusion of a severe one is clear where there is none
 * at all. Rule `value-named@1`.
 */
export function valueNamedVerdict({
  text,
  kind,
  patient,
  vocabulary,
}: Case): Judgement | undefined {
  if (kind === 'unspecified' || text.length > longest || turning.test(text)) return undefined
  const { age, pregnant } = patient
  if (!age || age.minDays < 18 * 365.25 || pregnant?.value === 'yes') return undefined
  const [named, ...more] = diseasesAsked(text, vocabulary)
  const limits = named && more.length === 0 ? limitsOf(named.term) : undefined
  if (!named || !limits) return undefined
  const rest = askedWords(withoutParts(text, [named]))
  if (/\d/.test(text) || rest.some((word) => !degree.test(word))) return undefined
  const values = patient.measures.filter(
    ({ what, earlier }) => what === limits.is.codes[0] && !earlier,
  )
  const [value, ...others] = values
  if (!value || others.length > 0) return undefined
  const isSo = rest.length === 0 && truthOf(limits.is, { labs: [value] }) === 'met'
  const isNone = truthOf(limits.isNot, { labs: [value] }) === 'met'
  if (isSo === isNone) return undefined
  return {
    verdict: isSo === (kind === 'inclusion') ? 'met' : 'not met',
    reason: 'stated facts',
    evidence: [value.evidence],
  }
}

const longest = 80
const turning =
  /\b(?:no|not|non|without|or|and|except\w*|unless|other than|if|history|previous\w*|prior|past|chronic|within|recurrent|orthostatic|postural|due|caused|treat\w*|refractory|induced|neonatal|exercise|nocturnal|family)\b|,|;|\//i
const degree =
  /^(?:severe|significant\w*|marked|moderate|clinically|uncorrected|uncontrolled|persistent|symptomatic)$/

interface Limits {
  readonly is: MeasureReading
  readonly isNot: MeasureReading
}

/** Term: where it is so, and where it surely is not, in words that the criteria language reads. */
const rows = `
Thrombocytopenia: platelets < 140 x 10^9/L: platelets ≥ 150 x 10^9/L
Thrombocytosis: platelets > 460 x 10^9/L: platelets ≤ 450 x 10^9/L
Neutropenia: neutrophils < 1.4 x 10^9/L: neutrophils ≥ 1.8 x 10^9/L
Leukopenia: leukocytes < 3.5 x 10^9/L: leukocytes ≥ 4.0 x 10^9/L
Leukocytosis: leukocytes > 11.5 x 10^9/L: leukocytes ≤ 10.5 x 10^9/L
Anemia: hemoglobin < 11.5 g/dL: hemoglobin ≥ 13.5 g/dL
Hypokalemia: potassium < 3.4 mmol/L: potassium ≥ 3.6 mmol/L
Hyperkalemia: potassium > 5.5 mmol/L: potassium ≤ 5.0 mmol/L
Hyponatremia: sodium < 134 mmol/L: sodium ≥ 136 mmol/L
Hypernatremia: sodium > 147 mmol/L: sodium ≤ 145 mmol/L
Hypoalbuminemia: albumin < 3.3 g/dL: albumin ≥ 3.6 g/dL`

let read: ReadonlyMap<string, Limits> | undefined

function limitsOf(term: string): Limits | undefined {
  read ??= new Map(
    rows
      .trim()
      .split('\n')
      .flatMap((line): (readonly [string, Limits])[] => {
        const [name = '', is = '', isNot = ''] = line.split(': ')
        const [one, other] = [measureIn(is), measureIn(isNot)]
        return one && other ? [[name, { is: one, isNot: other }]] : []
      }),
  )
  return read.get(term)
}

function measureIn(text: string): MeasureReading | undefined {
  const reading = readCriterion({ text }, () => [])[0]
  return reading?.type === 'measure' && reading.codes.length === 1 ? reading : undefined
}
