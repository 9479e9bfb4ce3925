import { add, multiply, readDecimal } from './decimal.ts'
import type { Decimal } from './decimal.ts'

/** A unit as UCUM writes it (`kg`, `mg/dL`, `10*9/L`, `Cel`), and `{ULN}` for times the upper limit of normal. */
export interface UnitFound {
  readonly unit: string
  /** How many characters of the text name it. */
  readonly length: number
}

/** Reads the unit at the start of a text: " mL/min/1.73 m2", "/mm3", " °C", " x ULN". */
export function readUnit(text: string): UnitFound | undefined {
  for (const { pattern, units } of formsTogether) {
    const found = pattern.exec(text)
    // Which form it was is told by its empty group.
    const unit = found && units[found.indexOf('', 1) - 1]
    if (unit) return { unit, length: found[0].length }
  }
  return undefined
}

/** What a unit measures: only units of one dimension can be compared. */
export function dimensionOf(unit: string): string | undefined {
  return factors[unit]?.[0]
}

/**
 * A value in the base unit of its dimension, exactly. Undefined for an unknown unit: nothing is guessed,
 * and mmol/L is never turned into mg/dL, which would need to know the substance.
 */
export function inBase(value: Decimal, unit: string): Decimal | undefined {
  const entry = factors[unit]
  if (!entry) return undefined
  const factor = readDecimal(entry[1])
  if (!factor) return undefined
  const scaled = multiply(value, factor)
  return unit === 'Cel' ? add(scaled, { digits: 32n, scale: 0 }) : scaled
}

/** Each UCUM unit: what it measures, and the exact factor to that dimension's base unit (Cel: ×1.8 + 32 to [degF]). */
const factors: Readonly<Record<string, readonly [string, string]>> = {
  kg: ['mass', '1'],
  g: ['mass', '0.001'],
  '[lb_av]': ['mass', '0.45359237'],
  m: ['length', '1'],
  cm: ['length', '0.01'],
  mm: ['length', '0.001'],
  '[in_i]': ['length', '0.0254'],
  Cel: ['temperature', '1.8'],
  '[degF]': ['temperature', '1'],
  'kg/m2': ['body mass index', '1'],
  'mm[Hg]': ['pressure', '1'],
  '/min': ['rate', '1'],
  ms: ['interval', '1'],
  '%': ['share', '1'],
  'g/L': ['mass concentration', '1'],
  'g/dL': ['mass concentration', '10'],
  'mg/dL': ['mass concentration', '0.01'],
  'mg/L': ['mass concentration', '0.001'],
  'ug/L': ['mass concentration', '0.000001'],
  'ug/mL': ['mass concentration', '0.001'],
  'ug/dL': ['mass concentration', '0.00001'],
  'ng/mL': ['mass concentration', '0.000001'],
  'ng/L': ['mass concentration', '0.000000001'],
  'pg/mL': ['mass concentration', '0.000000001'],
  'mol/L': ['amount concentration', '1'],
  'mmol/L': ['amount concentration', '0.001'],
  'umol/L': ['amount concentration', '0.000001'],
  'nmol/L': ['amount concentration', '0.000000001'],
  'meq/L': ['charge concentration', '1'],
  'mmol/mol': ['amount ratio', '1'],
  'g/g': ['mass ratio', '1'],
  'mg/mg': ['mass ratio', '1'],
  'mg/g': ['mass ratio', '0.001'],
  'mg/mmol': ['mass per amount', '1'],
  'g/mmol': ['mass per amount', '1000'],
  'g/mol': ['mass per amount', '1'],
  '/L': ['number concentration', '1'],
  '/uL': ['number concentration', '1000000'],
  '10*3/uL': ['number concentration', '1000000000'],
  '10*6/L': ['number concentration', '1000000'],
  '10*9/L': ['number concentration', '1000000000'],
  'U/L': ['catalytic concentration', '1'],
  'U/mL': ['catalytic concentration', '1000'],
  'mL/min': ['clearance', '1'],
  'mL/min/{1.73_m2}': ['indexed clearance', '1'],
  'mm/h': ['sedimentation', '1'],
  '{ULN}': ['times the upper limit of normal', '1'],
  '{SD}': ['standard deviations', '1'],
  '{percentile}': ['percentile', '1'],
  Gy: ['absorbed dose', '1'],
  'mg/d': ['mass a day', '1'],
  'ug/d': ['mass a day', '0.001'],
  'g/d': ['mass a day', '1000'],
  'mg/kg/d': ['mass a kilogram and day', '1'],
  'mg/kg': ['mass a kilogram', '1'],
  'mg/m2': ['mass a square metre', '1'],
  mg: ['mass of a dose', '1'],
  mL: ['volume', '1'],
  cm2: ['area', '1'],
  'm/s': ['speed', '1'],
  'L/min/m2': ['cardiac index', '1'],
  'cm[H2O]': ['airway pressure', '1'],
  '/h': ['rate an hour', '1'],
  '[IU]/mL': ['biological concentration', '1000'],
  '[IU]/L': ['biological concentration', '1'],
  'kU/L': ['catalytic concentration', '1000'],
  'mU/mL': ['catalytic concentration', '1'],
  'mU/L': ['catalytic concentration', '0.001'],
  'uU/mL': ['catalytic concentration', '0.001'],
  'pmol/L': ['amount concentration', '0.000000000001'],
  'ng/dL': ['mass concentration', '0.00000001'],
  '1': ['number', '1'],
  min: ['time', '1'],
  h: ['time', '60'],
  d: ['time', '1440'],
  wk: ['time', '10080'],
  mo: ['calendar time', '1'],
  a: ['calendar time', '12'],
}

const mmCubed = String.raw`(?:cells? ?|polymorphonuclear cells ?|leu[ck]ocytes ?|copies ?)?(?:\/|per) ?(?:mm ?(?:\^?\(?3\)?|³)|cubic mm|cubic millimet(?:er|re)|cmm|(?:[uµμ]|mc) ?l\b|micro ?lit(?:er|re)s?)`
const upper = String.raw`(?:the )?(?:institutional |laboratory |local )?(?:upper (?:limits? (?:of )?(?:the )?normal(?: range)?|normal (?:limits?|range)|limits?)|uln\b|unl\b)`

/** In order: the longer before the shorter it begins with. Case is folded, except where it tells units apart. */
const forms: readonly (readonly [string, RegExp])[] = [
  [
    '{ULN}',
    new RegExp(
      String.raw`^ ?-?(?:[x×*] ?|times |fold |-fold )?(?:the )?${upper}|^ ?(?:[x×*] ?|times )(?:the )?normal\b`,
      'i',
    ),
  ],
  [
    '10*9/L',
    /^ ?(?:[x×*] ?)?10 ?(?:\^|\*|[eE]|exp)? ?\(?[9⁹]\)? ?(?:cells)? ?\/ ?[lL](?:iter)?\b|^ ?G(?:iga)?\/[lL]\b/,
  ],
  ['10*6/L', /^ ?(?:[x×*] ?)?10 ?(?:\^|\*|e|exp)? ?\(?[6⁶]\)? ?(?:cells)? ?\/ ?l(?:iter)?\b/i],
  [
    '10*3/uL',
    /^ ?(?:[x×*] ?)?10 ?(?:\^|\*|e|exp)? ?\(?[3³]\)? ?(?:cells)? ?\/ ?(?:(?:[uµμ]|mc)l\b|mm ?\^?\(?[3³]\)?)|^ ?[kK] ?\/ ?(?:[uµμ]|mc)l\b|^ ?K\/mm ?\^?[3³]/i,
  ],
  ['/uL', new RegExp(`^ ?${mmCubed}`, 'i')],
  [
    'mL/min/{1.73_m2}',
    /^ ?(?:ml|milliliters?) ?(?:\/|per) ?min(?:ute)?s? ?(?:\/|per|x|\*)? ?\(?(?:\/ ?)?1[.,]73 ?(?:m\^?[2²]|m\(2\)|square met(?:er|re)s?)\)?/i,
  ],
  ['mL/min', /^ ?(?:ml|milliliters?|cc) ?(?:\/|per) ?min(?:ute)?\b/i],
  ['kg/m2', /^ ?kg ?(?:\/|per) ?(?:m ?\^?\(?[2²]\)?|sq(?:uare)? ?m\w*)/i],
  ['mg/dL', /^ ?(?:mg|milligrams?) ?(?:\/|per|%) ?(?:dl|100 ?ml|deciliter)\b|^ ?mg ?%/i],
  ['ug/dL', /^ ?(?:[uµμ]g|mcg) ?\/ ?dl\b/i],
  ['ug/mL', /^ ?(?:[uµμ]g|mcg) ?\/ ?ml\b/i],
  ['ug/L', /^ ?(?:[uµμ]g|mcg) ?\/ ?l\b/i],
  ['ng/mL', /^ ?ng ?(?:\/|per) ?ml\b/i],
  ['ng/L', /^ ?ng ?\/ ?l\b/i],
  ['pg/mL', /^ ?pg ?(?:\/|per) ?ml\b/i],
  [
    'g/dL',
    /^ ?(?:g|gm|gms|grams?) ?(?:\/|per|%) ?(?:dl|100 ?ml|decilit(?:er|re)s?)\b|^ ?gm?s? ?%/i,
  ],
  ['mg/L', /^ ?mg ?\/ ?l\b/i],
  ['g/L', /^ ?(?:g|gm|grams?) ?\/ ?l(?:iter)?\b/i],
  ['g/g', /^ ?g ?\/ ?g\b/i],
  ['mg/mg', /^ ?mg ?\/ ?mg\b/i],
  ['mg/g', /^ ?mg ?\/ ?g\b/i],
  ['mg/mmol', /^ ?mg ?\/ ?mmol\b/i],
  ['g/mmol', /^ ?g ?\/ ?mmol\b/i],
  ['g/mol', /^ ?g ?\/ ?mol\b/i],
  ['mmol/mol', /^ ?mmol ?\/ ?mol\b/i],
  ['mmol/L', /^ ?m ?mol(?:es?)? ?(?:\/|per) ?[lL](?:iter|itre)?\b|^ ?mM\b/],
  ['umol/L', /^ ?(?:[uµμ]|micro|mc) ?mol(?:es?)? ?(?:\/|per) ?l(?:iter|itre)?\b/i],
  ['nmol/L', /^ ?nmol ?\/ ?l\b/i],
  ['meq/L', /^ ?(?:meq|milli-?equivalents?) ?(?:\/|per) ?l(?:iter|itre)?\b/i],
  ['mU/mL', /^ ?m ?(?:i\.?u\.?|ui|u) ?\/ ?ml\b/i],
  ['U/L', /^ ?(?:i\.?u\.?|u|units?) ?\/ ?l(?:iter|itre)?\b/i],
  [
    'mU/L',
    /^ ?m ?(?:i\.?u\.?|ui|u) ?\/ ?l(?:iter|itre)?\b|^ ?(?:[uµμ]|mc) ?(?:i\.?u\.?|ui|u) ?\/ ?ml\b/i,
  ],
  ['[IU]/mL', /^ ?(?:i\.?u\.?|ui) ?\/ ?ml\b|^ ?k ?(?:i\.?u\.?|ui|u)(?:[aA])? ?\/ ?l\b/i],
  ['U/mL', /^ ?(?:units?|u) ?\/ ?ml\b/i],
  ['pmol/L', /^ ?pmol ?\/ ?l\b/i],
  ['ng/dL', /^ ?ng ?\/ ?dl\b/i],
  ['mm/h', /^ ?mm ?\/ ?h(?:r|our)?\b|^ ?mm in (?:the )?(?:first|1st|1) hour/i],
  ['mm[Hg]', /^ ?(?:mm ?hg|millimet(?:er|re)s? (?:of )?mercury)\b/i],
  [
    '/min',
    /^ ?(?:bpm|beats? ?(?:\/|per) ?min(?:ute)?|breaths? ?(?:\/|per) ?min(?:ute)?)\b|^ ?\/ ?min\b/i,
  ],
  ['/h', /^ ?(?:events? )?(?:\/|per) ?(?:h|hr|hour)\b/i],
  ['cm[H2O]', /^ ?cm ?(?:of )?h2o\b/i],
  ['Cel', /^ ?(?:°|º|˚|degrees? |deg )? ?(?:celsius|centigrade|c)\b|^ ?℃/i],
  ['[degF]', /^ ?(?:°|º|˚|degrees? |deg ) ?(?:fahrenheit|f)\b|^ ?℉/i],
  ['ms', /^ ?(?:ms|msec|milliseconds?)\b/i],
  ['L/min/m2', /^ ?l(?:iters?)? ?\/ ?min(?:ute)? ?\/ ?m ?\^?[2²]/i],
  ['mg/kg/d', /^ ?mg ?(?:\/|per) ?kg ?(?:\/|per) ?(?:d|day)\b/i],
  ['mg/kg', /^ ?mg ?(?:\/|per) ?kg\b/i],
  ['mg/m2', /^ ?mg ?(?:\/|per) ?m ?\^?[2²]/i],
  ['mg/d', /^ ?(?:mg|milligrams?) ?(?:\/|per|a|daily)? ?(?:d|day|daily)\b/i],
  ['ug/d', /^ ?(?:[uµμ]g|mcg|micrograms?) ?(?:\/|per|a)? ?(?:d|day|daily)\b/i],
  ['g/d', /^ ?(?:g|grams?) ?(?:\/|per|a) ?(?:d|day)\b/i],
  ['Gy', /^ ?(?:gy|gray)\b/i],
  ['m/s', /^ ?m ?\/ ?s(?:ec)?\b/i],
  ['cm2', /^ ?cm ?\^?[2²]/i],
  ['mL', /^ ?(?:ml|cc|millilit(?:er|re)s?)\b(?! ?\/)/i],
  ['mg', /^ ?(?:mg|milligrams?)\b(?! ?\/)/i],
  ['{percentile}', /^ ?-?(?:st|nd|rd|th)? ?(?:percentile|centile|%ile)\b/i],
  ['kg', /^ ?(?:kgs?|kilograms?|kilos?)\b(?! ?\/)/i],
  ['[lb_av]', /^ ?(?:lbs?|pounds?)\b/i],
  ['g', /^ ?(?:g|gm|gms|grams?)\b(?! ?\/)/i],
  ['cm', /^ ?(?:cm|centimet(?:er|re)s?)\b(?! ?h2o)/i],
  ['[in_i]', /^ ?inch(?:es)?\b/i],
  ['mm', /^ ?(?:mm|millimet(?:er|re)s?)\b/i],
  ['{SD}', /^ ?(?:sd|standard deviations?|z[- ]?scores?)\b/i],
  ['%', /^ ?(?:%|percent\b|per cent\b)/i],
  ['min', /^[ -]?(?:minutes?|mins?)\b/i],
  ['h', /^[ -]?(?:hours?|hrs?|h|heures?|stunden)\b/i],
  ['d', /^[ -]?(?:calendar )?(?:days?|d|jours?|tage|d[ií]as)\b/i],
  ['wk', /^[ -]?(?:weeks?|wks?|semaines?|wochen|semanas)\b/i],
  ['mo', /^[ -]?(?:calendar )?(?:months?|mos?|mois|monate|meses)\b/i],
  ['a', /^[ -]?(?:years?|yrs?|yr|y\.?o|yoa|yo|ans|jahren?|años)\b|^[ -]?y\b/i],
]

interface FormsTogether {
  readonly pattern: RegExp
  readonly units: readonly string[]
}

/** Neighbours that fold case alike as one pattern: five looks at a text in place of seventy. */
const formsTogether: readonly FormsTogether[] = together()

function together(): FormsTogether[] {
  const runs: { flags: string; sources: string[]; units: string[] }[] = []
  for (const [unit, { source, flags }] of forms) {
    const last = runs.at(-1)
    const run = last?.flags === flags ? last : { flags, sources: [], units: [] }
    if (run !== last) runs.push(run)
    run.sources.push(`(?:${source})()`)
    run.units.push(unit)
  }
  return runs.map(({ flags, sources, units }) => ({
    pattern: new RegExp(sources.join('|'), flags),
    units,
  }))
}
