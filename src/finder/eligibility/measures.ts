import { longerNames } from './longer-names.ts'

/** Something measured, and the dimensions its values come in. */
interface Measure {
  /** What facts call it: `hemoglobin`, `ecog`. */
  readonly code: string
  readonly dimensions: readonly string[]
}

/**
 * The measure named just before the end of a text that takes a value of this dimension; "AST/ALT" and
 * "AST or ALT" name two. Undefined where other words, another measure or a number come between.
 */
export function measuresBefore(text: string, dimension: string): MeasureFound | undefined {
  const found = namesIn(text)
  const last = found.at(-1)
  if (!last?.measure.dimensions.includes(dimension) || !isNear(text.slice(last.end)))
    return undefined
  const codes = [last.measure.code]
  let { start } = last
  let either = false
  for (const name of found.slice(0, -1).toReversed()) {
    const between = text.slice(name.end, start)
    if (!pairing.test(between) || !name.measure.dimensions.includes(dimension)) break
    if (/\bor\b/i.test(between)) either = true
    codes.unshift(name.measure.code)
    start = name.start
  }
  return { codes: [...new Set(codes)], either, start, end: last.end }
}

/** The measure named first in a text, for "≥ 50 kg body weight". */
export function measureAfter(text: string, dimension: string): MeasureFound | undefined {
  const first = namesIn(text).find((name) => name.measure.dimensions.includes(dimension))
  return first && { codes: [first.measure.code], either: false, start: first.start, end: first.end }
}

/** The codes of all measures that a text names, with a value or without. */
export function measuresNamedIn(text: string): readonly string[] {
  return namesIn(text).map(({ measure }) => measure.code)
}

/** A few words may be between a measure and its value ("must be", "at screening"), what is in brackets aside. */
function isNear(between: string): boolean {
  const plain = between.replace(/\([^()]{0,80}\)|\[[^[\]]{0,80}\]/g, ' ')
  if (
    /[;,\d]|\b(?:and|or|but|with|if|unless|for|outside|out of|abnormal|change|increase|decrease|drop|rise)\b/i.test(
      plain,
    )
  )
    return false
  return plain.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length <= 6
}

/** Measures named in a text: their codes, and the characters `start` to `end` (not included). */
export interface MeasureFound {
  readonly codes: readonly string[]
  /** True for "AST or ALT". */
  readonly either: boolean
  readonly start: number
  readonly end: number
}

interface Name {
  readonly measure: Measure
  readonly start: number
  readonly end: number
}

/** The same few words are looked at for each kind of unit, one after the other. */
let lastRead: { readonly text: string; readonly names: readonly Name[] } | undefined

function namesIn(text: string): readonly Name[] {
  if (lastRead?.text !== text) lastRead = { text, names: readNames(text) }
  return lastRead.names
}

function readNames(text: string): Name[] {
  const names: Name[] = []
  for (const match of text.matchAll(anyMeasure)) {
    if (match[0] === 'who') continue
    const measure = measures[match.indexOf('', 1) - 1]
    if (measure) names.push({ measure, start: match.index, end: match.index + match[0].length })
  }
  return names
}

/** The measure named just before the end of a text, whatever it is measured in. */
export function measureNamedBefore(text: string): MeasureFound | undefined {
  const last = namesIn(text).at(-1)
  if (!last || last.measure.dimensions.length === 0 || !isNear(text.slice(last.end)))
    return undefined
  return { codes: [last.measure.code], either: false, start: last.start, end: last.end }
}

const pairing = /^\s*(?:\([^)]{0,30}\))?\s*(?:\/|,|and\/or|and|or|&)\s*(?:serum )?(?:\()?$/i

const concentration = ['mass concentration', 'amount concentration']
const enzyme = ['catalytic concentration', 'times the upper limit of normal']
const cells = ['number concentration']
const score = ['number']

/** One entry a measure: code, words, dimensions. */
const table: readonly (readonly [string, string, readonly string[]])[] = [
  ['other', longerNames, []],
  [
    'otherPressure',
    '(?:ambulatory|24-?\\s?h(?:ou)?rs?|day-?time|night-?time|home|central|mean arterial|standing|orthostatic|supine)[^,;.<>\\d]{0,24}(?:dia|sy)stolic(?: (?:ambulatory )?blood pressure)?|(?:pulmonary(?: arter\\w+)?|(?:left|right)[- ]ventric\\w+)[^,;.<>\\d]{0,30}pressure|(?:end[- ]?|pulmonary(?: artery)? )(?:dia|sy)stolic(?: \\w+)?',
    [],
  ],
  [
    'weightChange',
    '(?:body )?weight[- ](?:loss|gain|change|reduction|stable|stability|cycling)',
    [],
  ],
  [
    'urine',
    '(?:urin\\w+|albumin|protein)[- /:]+(?:to[- ])?(?:albumin|protein|creatinine|sodium|potassium)(?:[- /:]+(?:to[- ])?creatinine)?(?: ratio)?',
    [],
  ],
  ['bmi', 'body[- ]mass[- ]index(?: \\(?bmi\\)?)?|bmi', ['body mass index']],
  ['birthWeight', 'birth ?weight|weight at birth', ['mass']],
  ['weight', '(?:body )?weigh(?:t|ing|s)?|poids|peso|gewicht', ['mass']],
  ['height', 'height|stature', ['length']],
  ['waist', 'waist circumference', ['length']],
  ['temperature', '(?:body )?temperature|fever|febrile|fièvre|fieber|fiebre', ['temperature']],
  [
    'systolicPressure',
    'systolic(?: (?:arterial )?(?:blood )?pressure)?(?: \\(?sbp\\)?)?|sbp',
    ['pressure'],
  ],
  [
    'diastolicPressure',
    'diastolic(?: (?:arterial )?(?:blood )?pressure)?(?: \\(?dbp\\)?)?|dbp',
    ['pressure'],
  ],
  ['heartRate', 'heart rate|pulse(?: rate)?|resting hr', ['rate']],
  ['qtc', 'qtc(?:[fb]|\\(f\\))?(?: interval)?|corrected qt(?: interval)?', ['interval']],
  [
    'lvef',
    'lvef|left ventricular ejection fraction(?: \\(?l?v?ef\\)?)?|ejection fraction|ef',
    ['share'],
  ],
  ['spo2', 'spo2|oxygen saturation|o2 sat(?:uration)?|sao2', ['share']],
  [
    'fev1Ratio',
    '(?:forced expiratory volume[^,;.<>\\d]{0,30}(?:1|one)?[^,;.<>\\d]{0,12}\\(?fev ?1\\)?|fev ?1) ?\\/ ?(?:fvc|forced vital capacity ?(?:\\(fvc\\))?)(?: ratio)?',
    ['share', 'number'],
  ],
  ['fev1', '(?:percent(?:age)? (?:of )?)?(?:predicted )?fev ?1', ['share', 'standard deviations']],
  [
    'ecog',
    '(?:ecog|eastern cooperative oncology group|who|zubrod|swog)(?: ?/ ?(?:who|ecog|zubrod))?(?: \\(?ecog\\)?)?(?: (?:performance(?: status| score)?|ps))?(?: \\(?ps\\)?)?(?: (?:score|scale|grade))?',
    score,
  ],
  [
    'karnofsky',
    'karnofsky(?:[- ](?:performance(?: status| score| scale)?|index|ps|score))?(?: \\(?kps\\)?)?|kps',
    [...score, 'share'],
  ],
  ['lansky', 'lansky(?:[- ](?:play|performance)(?: status| score| scale)?)?', [...score, 'share']],
  [
    'hba1c',
    'hba1c|hb ?a1c|hb1ac|a1c|gly(?:cated|cosylated) ha?emoglobin(?: \\(?hba1c\\)?)?',
    ['share', 'amount ratio'],
  ],
  [
    'hemoglobin',
    'ha?emoglobin(?: \\(?h(?:gb|b)\\)?)?|\\bhgb|\\bhb|ana?emia',
    ['mass concentration', 'amount concentration'],
  ],
  [
    'neutrophils',
    '(?:absolute )?neutrophils?(?: counts?)?(?: \\(?anc\\)?)?|anc|neutropeni[ac]|(?:absolute )?granulocytes?(?: counts?)?|agc',
    cells,
  ],
  ['platelets', 'platelets?(?: counts?)?|plt|thrombocytopeni[ac]|thrombocytes?', cells],
  ['lymphocytes', '(?:absolute )?lymphocytes?(?: counts?)?|alc|lymphopenia', cells],
  ['cd4', 'cd4\\+?(?: (?:t[- ]?)?(?:cells?|lymphocytes?))?(?: counts?)?', cells],
  ['eosinophils', '(?:blood )?eosinophils?(?: counts?)?', cells],
  [
    'leukocytes',
    'wbc(?: counts?)?|white (?:blood )?(?:cells?(?: counts?)?|counts?)|leu[ck]ocytes?(?: counts?)?|leu[ck]openia',
    cells,
  ],
  [
    'creatinineClearance',
    '(?:estimated |calculated |measured )?(?:creatinine clearance|crcl|clcr|creat(?:inine)?\\.? cl)(?: \\(?crcl\\)?)?',
    ['clearance', 'indexed clearance'],
  ],
  [
    'egfr',
    '(?:estimated )?glomerular filtration rate(?: \\(?e?gfr\\)?)?|e?gfr',
    ['clearance', 'indexed clearance'],
  ],
  [
    'creatinine',
    '(?:serum |plasma )?creatinine(?: level)?',
    [...concentration, 'times the upper limit of normal'],
  ],
  [
    'directBilirubin',
    '(?:direct|conjugated|indirect|unconjugated)(?: serum)? bilirubin',
    [...concentration, 'times the upper limit of normal'],
  ],
  [
    'bilirubin',
    '(?:total |serum )*bilirubin|hyperbilirubina?emia',
    [...concentration, 'times the upper limit of normal'],
  ],
  [
    'ast',
    'ast|sgot|asat|aspartate (?:amino)?trans(?:aminase|ferase)(?: \\(?(?:ast|sgot)\\)?)?|transaminases?',
    enzyme,
  ],
  [
    'alt',
    'alt|sgpt|alat|alanine (?:amino)?trans(?:aminase|ferase)(?: \\(?(?:alt|sgpt)\\)?)?',
    enzyme,
  ],
  ['alkalinePhosphatase', 'alkaline phosphatase|alp|alk phos', enzyme],
  ['ggt', 'ggt|gamma[- ]gt|gamma[- ]glutamyl transferase', enzyme],
  ['ck', 'creatine (?:phospho)?kinase|cpk|ck', enzyme],
  ['ldh', 'ldh|lactate dehydrogenase', enzyme],
  ['lipase', 'lipase', enzyme],
  ['amylase', 'amylase', enzyme],
  ['inr', 'inr|international normali[sz]ed ratio', [...score, 'times the upper limit of normal']],
  ['albumin', '(?:serum )?albumin|hypoalbumina?emia', concentration],
  ['crp', '(?:hs-?)?crp|c[- ]reactive protein', ['mass concentration']],
  ['esr', 'esr|erythrocyte sedimentation rate', ['sedimentation']],
  ['ferritin', '(?:serum )?ferritin', ['mass concentration']],
  [
    'fasting glucose',
    'fasting (?:(?:venous|capillary|plasma|blood|serum) )*(?:glucose|sugar|glyc?a?emia)|fpg|fbg|fbs',
    concentration,
  ],
  [
    '2-hour glucose',
    '(?:(?:2|two)[- ]?h(?:ou)?rs?|post-?(?:prandial|load))[- ](?:(?:post-?(?:load|prandial|meal)|ogtt|plasma|blood) )*glucose',
    concentration,
  ],
  ['glucose', '(?:plasma |blood |serum )?glucose|(?:hyper|hypo)?glyc?a?emia', concentration],
  ['ldl', 'ldl(?:[- ]c(?:holesterol)?)?', concentration],
  ['hdl', 'hdl(?:[- ]c(?:holesterol)?)?', concentration],
  ['cholesterol', '(?:total )?cholesterol', concentration],
  ['triglycerides', '(?:fasting )?triglycerides?|hypertriglycerida?emia', concentration],
  [
    'potassium',
    '(?:serum )?potassium|k\\+|hyp(?:er|o)kala?emia',
    ['amount concentration', 'charge concentration'],
  ],
  [
    'sodium',
    '(?:serum )?sodium|na\\+|hyp(?:er|o)natra?emia',
    ['amount concentration', 'charge concentration'],
  ],
  ['calcium', '(?:corrected |serum )*calcium|hyp(?:er|o)calca?emia', concentration],
  ['psa', 'psa(?: levels?)?|prostate[- ]specific antigen(?: \\(?psa\\)?)?', ['mass concentration']],
  [
    'ntProBnp',
    'nt[- ]?pro[- ]?b-?np|pro-?bnp|n-terminal[- ]pro[- ]?(?:bnp|(?:b-type|brain) natriuretic peptide)|n-terminal pro[^;,.]{0,40}\\(nt-?probnp\\)',
    ['mass concentration', 'amount concentration'],
  ],
  ['bnp', 'bnp|b-type natriuretic peptide', ['mass concentration', 'amount concentration']],
  [
    'mmse',
    'mmse|mini[- ]?mental(?: state| status)?(?: exam(?:ination)?)?(?: \\(?mmse\\)?)?(?: scores?)?',
    score,
  ],
  ['moca', 'moca|montreal cognitive assessment(?: \\(?moca\\)?)?(?: scores?)?', score],
  ['pasi', 'pasi|psoriasis area (?:and|&) severity index(?: \\(?pasi\\)?)?(?: scores?)?', score],
  ['edss', 'edss|expanded disability status scale(?: \\(?edss\\)?)?(?: scores?)?', score],
  [
    'nihss',
    'nihss|(?:nih|national institutes? of health) stroke (?:scale|score)(?: \\(?nihss\\)?)?(?: scores?)?',
    score,
  ],
  ['phq9', 'phq-?9(?: scores?)?', score],
  ['gad7', 'gad-?7(?: scores?)?', score],
  [
    'madrs',
    'madrs(?: total)?(?: scores?)?|montgomery[- ](?:å|a)sberg depression(?: rating)? scale(?: \\(?madrs\\)?)?(?: total)?(?: scores?)?|montgomery[^,;.\\d]{0,40}\\(madrs\\)',
    score,
  ],
  ['gcs', 'gcs|glasgow coma (?:scale|score)(?: \\(?gcs\\)?)?(?: scores?)?', score],
  ['zScore', 'z[- ]?scores?', ['standard deviations', 'number']],
  ['ckdStage', '(?:nkf|ckd|chronic kidney disease|k/doqi)(?: ?\\(ckd\\))? ?stages?', score],
]

const measures: readonly Measure[] = table.map(([code, , dimensions]) => ({ code, dimensions }))

/** Which measure it was is told by its empty group, since many named groups take long. */
const anyMeasure = new RegExp(
  `(?<![\\p{L}\\d])(?:${table.map(([, words]) => `(?:${words})()`).join('|')})(?![\\p{L}\\d])`,
  'giu',
)
