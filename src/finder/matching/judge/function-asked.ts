import { truthOf } from '../../eligibility/truth.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { factsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { hasOtherWaysIn } from './one-way-in.ts'
import { askedWords } from './words.ts'

/**
 * The work of an organ asked for in words alone, "normal renal function", "adequate liver function", of a grown person whose value is
 * far outside what any such words allow; and "renal insufficiency", as an exclusion, of whose value is it beyond doubt. The bounds are
 * wide of all usual ones, so that what they do not decide stays open. Rule `function-asked@1`.
 */
export function functionAskedVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient } = one
  if (kind === 'unspecified' || text.length > 120 || /\d/.test(text)) return undefined
  if (patient.age === undefined || patient.age.minDays < 18 * 365.25) return undefined
  if (patient.pregnant?.value === 'yes' || hasOtherWaysIn(text) || turning.test(text))
    return undefined
  const organs = workOf.filter(({ name }) => name.test(text))
  const rest = askedWords(text.replaceAll(new RegExp(organWords, 'gi'), ' '))
  if (organs.length === 0 || rest.some((word) => !idle.test(word))) return undefined
  const asks = kind === 'inclusion' ? good.exec(text) : bad.exec(text)
  if (!asks || (kind === 'inclusion' ? bad : good).test(text)) return undefined
  const isStrict = /\b(?:normal|severe|severely)\b/i.test(text)
  if (kind === 'exclusion' && organs.length > 1 && /\band\b/i.test(text)) return undefined
  const evidence = organs
    .flatMap(({ normal, poor, severe }) =>
      kind === 'exclusion'
        ? isStrict
          ? severe
          : poor
        : /\bnormal\b/i.test(text)
          ? normal
          : severe,
    )
    .flatMap((bound) => valueWithin(bound, patient, one))
  return evidence[0] && { verdict: 'not met', reason: 'stated facts', evidence: [evidence[0]] }
}

const organWords = String.raw`\b(?:renal|kidneys?|liver|hepatic|bone marrow|marrow|h(?:a)?ematolog(?:ic|ical)|cardiac|heart|left ventricular|systolic|ventricular)\b`
const good = /\b(?:normal|adequate|good|preserved|sufficient|acceptable|satisfactory)\b/i
const bad =
  /\b(?:impair\w*|insufficien\w*|dysfunction\w*|failure|decreased|reduced|poor|inadequate|abnormal)\b/i
const turning =
  /\b(?:no|not|without|unless|except\w*|other than|if|history|previous\w*|prior|past|acute|chronic|congestive|family|end-?stage|due to|requiring|transplant\w*|class|grade|right)\b/i
const idle =
  /^(?:normal|adequate|good|preserved|sufficient|acceptable|satisfactory|impair\w*|insufficien\w*|dysfunction\w*|failure|decreased|reduced|poor|inadequate|abnormal|function\w*|organ|severe\w*|significant\w*|moderate|reserve|ejection|fraction)$/i

/** A measure within bounds; `below` and `above` in `unit`. */
interface Bounds {
  readonly code: string
  readonly unit: string
  readonly below?: string
  readonly above?: string
}

interface Work {
  readonly name: RegExp
  /** Surely not normal; surely poor; surely very poor. */
  readonly normal: readonly Bounds[]
  readonly poor: readonly Bounds[]
  readonly severe: readonly Bounds[]
}

const egfr = (below: string): Bounds => ({ code: 'egfr', unit: 'mL/min/{1.73_m2}', below })
const clearance = (below: string): Bounds => ({
  code: 'creatinineClearance',
  unit: 'mL/min',
  below,
})
const creatinine = (above: string): Bounds => ({ code: 'creatinine', unit: 'mg/dL', above })
const bilirubin = (above: string): Bounds => ({ code: 'bilirubin', unit: 'mg/dL', above })
const platelets = (below: string): Bounds => ({ code: 'platelets', unit: '10*9/L', below })
const neutrophils = (below: string): Bounds => ({ code: 'neutrophils', unit: '10*9/L', below })
const lvef = (below: string): Bounds => ({ code: 'lvef', unit: '%', below })

const workOf: readonly Work[] = [
  {
    name: /\b(?:renal|kidneys?)\b/i,
    normal: [egfr('60'), clearance('60'), creatinine('1.6')],
    poor: [egfr('45'), clearance('45'), creatinine('2')],
    severe: [egfr('30'), clearance('30'), creatinine('3')],
  },
  {
    name: /\b(?:liver|hepatic)\b/i,
    normal: [bilirubin('2.4')],
    poor: [],
    severe: [bilirubin('4')],
  },
  {
    name: /\b(?:marrow|h(?:a)?ematolog(?:ic|ical))\b/i,
    normal: [platelets('100'), neutrophils('1')],
    poor: [platelets('50'), neutrophils('0.5')],
    severe: [platelets('50'), neutrophils('0.5')],
  },
  {
    name: /\b(?:cardiac|heart|ventricular|systolic)\b/i,
    normal: [lvef('45')],
    poor: [lvef('40')],
    severe: [lvef('35')],
  },
]

/** The one value of now, where it is within the bounds. */
function valueWithin(
  { code, unit, below, above }: Bounds,
  patient: Patient,
  { vocabulary }: Case,
): readonly Evidence[] {
  const values = patient.measures.filter(({ what, earlier }) => what === code && !earlier)
  const [value] = values
  if (!value || values.length > 1) return []
  const reading: MeasureReading = {
    type: 'measure',
    codes: [code],
    ...(above !== undefined && { min: { value: above, inclusive: true } }),
    ...(below !== undefined && { max: { value: below, inclusive: false } }),
    unit,
    span: { start: 0, end: 0 },
    rule: 'function-asked@1',
    negated: false,
  }
  const known = factsOf(patient, [], vocabulary)
  return known.every((facts) => truthOf(reading, facts) === 'met') ? [value.evidence] : []
}
