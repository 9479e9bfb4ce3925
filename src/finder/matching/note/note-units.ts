/** A unit in a note, as UCUM writes it, and how many characters it takes. */
export interface NoteUnit {
  readonly unit: string
  readonly length: number
}

/**
 * Reads a unit at the start of a text, in English or French: " UI/L", " G/L", "x10^9/L", " °C". `kind` says of what,
 * because "g/L" written in capitals is a mass of albumin and a count of platelets.
 */
export function unitAt(text: string, kind: string): NoteUnit | undefined {
  for (const [unit, pattern] of units) {
    const found = pattern.exec(text)
    if (!found) continue
    const isCount = kind === 'cells' && unit === 'g/L'
    return { unit: isCount ? '10*9/L' : unit, length: found[0].length }
  }
  return undefined
}

const times = String.raw`(?:[x×*]\s?)?10\s?(?:\^|\*|e|exp)?\s?\(?`
const per = String.raw`\s?(?:\/|per|par)\s?`
const micro = String.raw`(?:[uµμ]|mc)`
const litre = String.raw`(?:l|L|litre|liter)(?![\p{L}])`

/** The longer before the shorter it begins with. */
const units: readonly (readonly [string, RegExp])[] = (
  [
    ['10*9/L', String.raw`${times}[9⁹]\)?\s?(?:cells)?${per}${litre}|giga${per}${litre}`],
    ['10*6/L', String.raw`${times}[6⁶]\)?${per}${litre}`],
    ['10*12/L', String.raw`${times}(?:12|¹²)\)?${per}${litre}|T\/L(?![\p{L}])`],
    [
      '10*3/uL',
      String.raw`${times}[3³]\)?\s?(?:cells)?${per}(?:${micro}l|mm ?\^?[3³])|k\s?\/\s?(?:${micro}l|mm3)`,
    ],
    [
      '/uL',
      String.raw`(?:cells?|[ée]l[ée]ments?|leu[ck]ocytes|cellules|cells)?\s?\/\s?(?:mm ?\^?[3³]|${micro}l(?![\p{L}]))|(?:cells?|[ée]l[ée]ments?)${per}(?:mm ?\^?[3³]|${micro}l)|\/\s?mm(?![\p{L}\p{N}³²^]| ?(?:h|hg)\b)`,
    ],
    ['{copies}/mL', String.raw`cop(?:ies|\.)?${per}ml`],
    [
      'mL/min/{1.73_m2}',
      String.raw`ml${per}min(?:ute)?\s?\/?\s?\(?(?:\/\s?)?1[.,]73\s?(?:m\^?[2²]|m)\)?`,
    ],
    ['L/min', String.raw`(?:l|litres?|liters?)${per}min(?:ute)?s?(?![\p{L}])`],
    ['mL/min', String.raw`ml${per}min(?:ute)?(?![\p{L}])`],
    ['kg/m2', String.raw`kg\s?(?:\/|per)\s?m\s?\^?[2²]`],
    ['mg/mmol', String.raw`mg\s?\/\s?mmol`],
    ['g/mol', String.raw`g\s?\/\s?mol(?![\p{L}])`],
    ['g/g', String.raw`g\s?\/\s?g(?![\p{L}])`],
    ['mg/g', String.raw`mg\s?\/\s?g(?![\p{L}])`],
    ['ug/g', String.raw`${micro}g\s?\/\s?g(?![\p{L}])`],
    ['mmol/mol', String.raw`mmol\s?\/\s?mol`],
    ['nmol/h/mL', String.raw`nmol\s?\/\s?h(?:r)?\s?\/\s?m[lL]`],
    ['g/d', String.raw`g\s?\/\s?(?:day|d|24 ?h(?:ours)?|j(?:our)?)(?![\p{L}])`],
    ['mg/d', String.raw`mg\s?\/\s?(?:24 ?h(?:ours)?)(?![\p{L}])`],
    ['mg/dL', String.raw`mg${per}(?:dl|100 ?ml)`],
    ['ug/dL', String.raw`${micro}g\s?\/\s?dl`],
    ['ug/mL', String.raw`${micro}g\s?\/\s?ml`],
    ['ug/L', String.raw`${micro}g\s?\/\s?${litre}`],
    ['ng/mL', String.raw`ng\s?\/\s?ml`],
    ['ng/dL', String.raw`ng\s?\/\s?dl`],
    ['ng/L', String.raw`ng\s?\/\s?${litre}`],
    ['pg/mL', String.raw`pg\s?\/\s?ml`],
    ['g/dL', String.raw`g(?:m|ms)?${per}(?:dl|100 ?ml)`],
    ['mg/L', String.raw`mg\s?\/\s?${litre}`],
    ['g/L', String.raw`g\s?\/\s?${litre}`],
    ['mmol/L', String.raw`m\s?mol(?:es?)?${per}${litre}`],
    ['umol/L', String.raw`${micro}\s?mol(?:es?)?${per}${litre}`],
    ['nmol/L', String.raw`nmol\s?\/\s?${litre}`],
    ['pmol/L', String.raw`pmol\s?\/\s?${litre}`],
    ['meq/L', String.raw`meq${per}${litre}`],
    ['kU/L', String.raw`k\s?u(?:a)?\s?\/\s?${litre}`],
    ['mU/L', String.raw`m\s?(?:iu|ui|u)\s?\/\s?${litre}`],
    ['uU/mL', String.raw`${micro}\s?(?:iu|ui|u)\s?\/\s?ml`],
    ['mU/mL', String.raw`m(?:iu|ui|u)\s?\/\s?ml`],
    ['U/mL', String.raw`(?:iu|ui|u|units?|unit[ée]s?)\s?\/\s?ml`],
    ['U/L', String.raw`(?:i\.?u\.?|ui|u|units?|unit[ée]s?)\s?\/\s?${litre}`],
    [
      'mm/h',
      String.raw`mm\s?(?:\/\s?(?:1(?:[èe]?re)?\s?)?h(?:r|our|eure)?(?![\p{L}])|[àa] la (?:1[èe]re|premi[èe]re) heure)`,
    ],
    ['mm[Hg]', String.raw`mm\s?hg(?![\p{L}])`],
    ['kPa', String.raw`kpa(?![\p{L}])`],
    [
      '/min',
      String.raw`(?:bpm|beats?${per}min\w*|breaths?${per}min\w*|batt?(?:ements)?${per}min\w*|cpm|c\/min)(?![\p{L}])|\/\s?(?:min|mn)(?:ute)?(?![\p{L}])`,
    ],
    ['/h', String.raw`(?:\/|per|par)\s?(?:h|hr|hour|heure)(?![\p{L}])|events?\s?\/\s?h\w*`],
    [
      'Cel',
      String.raw`(?:°|º|˚|degrees? |deg |degr[ée]s? )?\s?(?:celsius|c)(?![\p{L}])|℃|°(?!\s?f)`,
    ],
    ['mosm/kg', String.raw`m?osm(?:ol)?\s?\/\s?kg`],
    ['[degF]', String.raw`(?:°|º|˚|degrees? |deg )?\s?(?:fahrenheit|f)(?![\p{L}])|℉`],
    ['ms', String.raw`(?:ms|msec)(?![\p{L}])`],
    ['kg', String.raw`(?:kgs?|kilograms?|kilos?|kilogrammes?)(?![\p{L}/])`],
    ['[lb_av]', String.raw`(?:lbs?|pounds?)(?![\p{L}])`],
    ['fL', String.raw`(?:fl|µ3|µm3)(?![\p{L}])`],
    ['g', String.raw`(?:gr?|gm|grams?|grammes?)(?![\p{L}/])`],
    ['cm2', String.raw`cm\s?\^?[2²]`],
    ['cm', String.raw`cm(?![\p{L}])`],
    ['mm', String.raw`mm(?![\p{L}])`],
    ['m', String.raw`m(?![\p{L}/\d])`],
    ['[ppb]', String.raw`ppb(?![\p{L}])`],
    ['mL', String.raw`(?:ml|mls|cc)(?![\p{L}/]| ?\/)`],
    ['[in_i]', String.raw`(?:inch(?:es)?|")`],
    ['L', String.raw`(?:l|litres?|liters?)(?![\p{L}/])`],
    ['%', String.raw`(?:%|percent|per cent|pour ?cents?)`],
    ['wk', String.raw`(?:weeks?|wks?|sa|semaines?)(?![\p{L}])`],
    ['{SD}', String.raw`(?:sd|ds)(?![\p{L}])`],
  ] as const
).map(([unit, source]) => [unit, new RegExp(`^\\s?(?:${source})`, 'iu')] as const)
