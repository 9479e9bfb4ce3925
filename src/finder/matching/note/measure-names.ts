import { measureRows } from './measure-rows.ts'
import { scoreRows } from './score-rows.ts'

/** What a note measures: its code, how notes name it, what its values come in, and a unit where none is written. */
export interface NoteMeasure {
  readonly code: string
  readonly names: string
  readonly kind: 'conc' | 'cells' | 'share' | 'score' | 'other'
  /** The units it may have. */
  readonly units: RegExp
  /** Units that are meant where none is written, each between the least and the most it may be. Rule `usual-unit@1`. */
  readonly usual: readonly Usual[]
}

interface Usual {
  readonly unit: string
  readonly least: number
  readonly most: number
}

const conc = /\/(?:d?L|mL|mol|mmol|g)$|^%$/
const cells = /^(?:10\*|\/uL)|^%$/
const share = /^%$/
const score = /^1$/

function kindOf(written: string): Pick<NoteMeasure, 'kind' | 'units'> {
  if (written === 'conc') return { kind: 'conc', units: conc }
  if (written === 'cells') return { kind: 'cells', units: cells }
  if (written === 'share') return { kind: 'share', units: share }
  if (written === 'score') return { kind: 'score', units: score }
  return { kind: 'other', units: new RegExp(written.replace(/^other:/, '')) }
}

/** All that is read as a measure by name; other values with a laboratory's unit keep the words before them. */
export const noteMeasures: readonly NoteMeasure[] = `${measureRows}${scoreRows}`
  .trimEnd()
  .split('\n')
  .map((row): NoteMeasure => {
    const [code = '', names = '', kind = '', usual = ''] = row.split(';')
    return {
      code,
      names,
      ...kindOf(kind),
      usual: usual
        .split('|')
        .filter(Boolean)
        .map((one) => {
          const [unit = '', least, most] = one.split(' ')
          return { unit, least: Number(least), most: Number(most) }
        }),
    }
  })

/** A measure named at characters `start` to `end`. */
export interface MeasureNamed {
  readonly measure: NoteMeasure
  readonly start: number
  readonly end: number
}

/** The measures a text names, in order. */
export function measureNamesIn(text: string): readonly MeasureNamed[] {
  if (!/\d/.test(text)) return []
  if (text === last.text) return last.named
  last = { text, named: namedIn(text) }
  return last.named
}

/** A sentence is asked about more than once, one after the other. */
let last: { readonly text: string; readonly named: readonly MeasureNamed[] } = {
  text: '',
  named: [],
}

function namedIn(text: string): readonly MeasureNamed[] {
  return [...text.matchAll(anyName)].flatMap((match): MeasureNamed[] => {
    const at = match.findIndex((part, index) => index > 0 && part !== undefined) - 1
    const measure = noteMeasures[at]
    const end = match.index + match[0].length
    // "2.1 MG/DL": a unit.
    if (/^\/\p{L}/u.test(text.slice(end, end + 2)) && /\d\s?$/.test(text.slice(0, match.index)))
      return []
    if (!measure || !isWrittenSo(match[0], text.slice(end, end + 4), measure)) return []
    return [{ measure, start: match.index, end }]
  })
}

/** Abbreviations are in capitals: "k", "as" or "pr" in small letters are something else. */
function isWrittenSo(written: string, after: string, { kind }: NoteMeasure): boolean {
  if (
    written.length > 4 ||
    isSmallLab.test(`${written}§${after}`) ||
    /^(?:[Tt]emp|[Ss]ats?|[Bb]ili|[Cc]r[ée]at|[Ww]t|[Hh]t|pH|[Hh]gb|[Hh]b|[Cc]ol|[Pp]lts?|[Uu]rea|[Uu]rée|[Pp]ouls|[Nn]eck|eGFR|tTG|[Rr]ate|hCG|[Rr]esp|[Cc]rp|spo2|[Tt]sh|[Cc]k|[Pp][èeé]se|sCr|mRS|[Bb]m[Ii])$/.test(
      written,
    )
  )
    return true
  return kind === 'score'
    ? /[A-Z]{2}/.test(written) || /^[A-Z]/.test(written)
    : /^[A-ZβßÉ]/.test(written) || /[A-Z]{2}/.test(written) || /^f?T[34]/.test(written)
}

/** In haste in small letters, with the value directly behind: "wbc 12.1", "plt: 90". */
const isSmallLab =
  /^(?:plq|glu|map|pam|wbc|plts?|plaq|hgb|anc|alc|eos|neuts?|crp|esr|ast|alt|asat|alat|alp|ggt|ldh|inr|ldl|hdl|tsh|psa|bnp|bun|pth|cpk|hct|mcv|vgm|bmi|imc|egfr|dfg|lvef|fevg|vems|fev1|urée|ferr|trop|cd4|afp|cea|fsh|hba1c|a1c|spo2|hr|rr|fc|bun|gcs|mmse|moca|ecog|alb|trop|pef|pefr|bp|creat|phq-9|gad-7|epds|meld|news|bhcg|ggt|tsh)§\s?[:=<>]?\s?\d/i

const anyName = new RegExp(
  `(?<![\\p{L}\\d-])(?:${noteMeasures.map(({ names }) => `(${names})`).join('|')})(?![\\p{L}]|\\d)`,
  'giu',
)
