import type { Evidenced, Patient } from '../patient/patient.ts'
import type { Gathering, Statement, Within } from './gathering.ts'
import { type Label, standingIn } from './situation.ts'
import { daysBetween, newestOf } from './times.ts'

/** Smoking, in the words or by the code of a value; `unknown` where it is said not to be known. */
export function smokingOf(
  words: string,
  codes: readonly string[] = [],
): 'current' | 'former' | 'never' | 'unknown' | undefined {
  for (const code of codes) {
    const value = smokingCodes.get(code.toUpperCase())
    if (value && !(value === 'unknown' && words !== '')) return value
  }
  if (/\b(?:unknown|not (?:known|asked|recorded)|refused|declined|unable|inconnu)\b/i.test(words))
    return 'unknown'
  if (/passive|second-?\s?hand|environmental|expos|chew|snuff|smokeless|e-?cig|vap/i.test(words))
    return undefined
  if (
    /\bnever\b|\bnon-?\s?(?:tobacco )?(?:smoker|user)|(?:does|do) not smoke|\bnot? (?:a )?(?:current )?smok|jamais|non[- ]?fum/i.test(
      words,
    )
  )
    return 'never'
  if (
    /\b(?:former|formerly|ex|past|previous|quit|stopped|ceased|ancien|remission|history of|sevr)/i.test(
      words,
    )
  )
    return 'former'
  return /\b(?:current|daily|every ?day|some ?days?|occasional|heavy|light|moderate|smok(?:es|ers?|ing)|[1-9]\d* ?(?:cigarettes?|packs?)|fumeu|fume\b|nicotine dependence|tobacco (?:use disorder|dependence))/i.test(
    words,
  )
    ? 'current'
    : undefined
}

/** SNOMED CT findings and LOINC answers of the smoking status. */
const smokingCodes: ReadonlyMap<string, 'current' | 'former' | 'never' | 'unknown'> = new Map([
  ...['449868002', '428041000124106', '428071000124103', '428061000124105', '65568007'].map(
    (code) => [code, 'current'] as const,
  ),
  ...['230059006', '160603005', '56578002', '56771006', '230060001', '160604004', '160605003'].map(
    (code) => [code, 'current'] as const,
  ),
  ...['LA18976-3', 'LA18977-1', 'LA18981-3', 'LA18982-1'].map((code) => [code, 'current'] as const),
  ...['8517006', 'LA15920-4'].map((code) => [code, 'former'] as const),
  ...['266919005', 'LA18978-9'].map((code) => [code, 'never'] as const),
  // "Smoker, current status unknown" is coded as "Smoker": alone it does not tell.
  ...['266927001', '77176002', 'LA18979-7', 'LA18980-5'].map((code) => [code, 'unknown'] as const),
])

/** Pregnancy, in the words or by the code of a value. */
export function pregnancyOf(
  words: string,
  codes: readonly string[],
): 'yes' | 'no' | 'unknown' | undefined {
  for (const code of codes) {
    if (/^(?:77386006|LA15173-0)$/i.test(code)) return 'yes'
    if (/^(?:60001007|LA26683-5)$/i.test(code)) return 'no'
  }
  if (
    /\b(?:unknown|possible|possibly|not (?:yet )?confirmed|unconfirmed|undetermined|indeterminate|invalid|equivocal)\b/i.test(
      words,
    )
  )
    return 'unknown'
  if (/\b(?:not?|negative|none|non)\b|^n$|n[ée]gati/i.test(words)) return 'no'
  return /\b(?:pregnan|gravid|enceinte|grossesse)|^(?:y|yes|oui|true)\b|\bpositi/i.test(words)
    ? 'yes'
    : undefined
}

/** Smoking, pregnancy, nursing or the menopause as a Condition. False where the label is of none of them. */
export function circumstanceOfLabel(label: Label, within: Within): boolean {
  const { words, standing, when, evidence } = label
  const { gathered } = within
  const said = standingIn(words, words.length, words.length, standing)
  if (said.of !== 'patient' || standing.presence !== 'present') return false
  const base = { evidence, ...(when && { when }) }
  if (/smok|tobacco|cigarette|nicotine|fume|tabac/i.test(words)) {
    const value = smokingOf(words)
    if (!value) return false
    const now = standing.when === 'history' && value === 'current' ? 'former' : value
    gathered.smoking.push({ ...base, ...(now !== 'unknown' && { value: now }) })
    return true
  }
  if (cannotConceive.test(words) && said.presence === 'present') {
    gathered.cannotConceive ??= evidence
    return true
  }
  if (standing.when === 'history') return false
  if (nursing.test(words) && said.presence === 'present') {
    gathered.lactating.push({ ...base, value: 'yes' })
    return true
  }
  if (!isPregnant.test(words) || notPregnancy.test(words)) return false
  gathered.pregnant.push({ ...base, value: 'yes' })
  return true
}

/** After the menopause, or sterile by an operation. */
export const cannotConceive =
  /\bpost-?\s?menopaus\w+|\bmenopause present|\bm[ée]nopaus[ée]e\b|\bhysterectomy|\bhyst[ée]rectomie|\btubal (?:ligation|occlusion|sterili[sz]ation)|\bligation of fallopian|\bfemale sterili[sz]ation|\bbilateral (?:salpingo-?\s?)?oophorectomy/i
/** Giving the breast. */
export const nursing =
  /\bbreast-?\s?feeding\b(?! (?:education|counsel|problem|support))|\blactating\b|\ballait(?:e|ante|ement)\b/i
const isPregnant = /\bpregnan(?:t|cy)\b|\benceinte\b|\bgrossesse\b/i
const notPregnancy =
  /\b(?:ectopic|molar|tubal|history|previous|past|post|complicat\w+|test|not|no|non|pseudo\w*|false|plan\w*|desire\w*|wish\w*|risk|prevent\w*|contracept\w*|terminat\w+|family|mother|loss|deliver\w+|induced|hypertension|diabetes|unwanted|suspected|possible|pas|ant[ée]c[ée]dent\w*)\b/i

/** What a record says last of each, where its newest statements agree and are not too old to be so still. */
export function circumstancesOf(
  { smoking, pregnant, lactating, cannotConceive: sterile }: Gathering,
  within: Pick<Within, 'problems' | 'today'>,
): Pick<Patient, 'smoking' | 'pregnant' | 'lactating' | 'cannotConceive'> {
  const smokes = lastSaid(smoking, {}, within)
  const carries = lastSaid(pregnant, { yes: 300, no: 30 }, within)
  const nurses = lastSaid(lactating, { yes: 180, no: 30 }, within)
  return {
    ...(smokes && { smoking: smokes }),
    ...(carries && { pregnant: carries }),
    ...(nurses && { lactating: nurses }),
    ...(sterile && { cannotConceive: { value: true as const, evidence: sterile } }),
  }
}

/** `days`: after so many a value says nothing of today. */
function lastSaid<T extends string>(
  statements: readonly Statement<T>[],
  days: Partial<Readonly<Record<T, number>>>,
  { problems, today }: Pick<Within, 'problems' | 'today'>,
): Evidenced<T> | undefined {
  const newest = newestOf(statements)
  const [first] = newest
  if (!first) return undefined
  const { evidence, value, when } = first
  const place = evidence.resource ?? 'Bundle'
  if (newest.some((one) => one.value !== value)) {
    problems.add(place, 'conflict', evidence.text)
    return undefined
  }
  if (value === undefined) return undefined
  if (when && daysBetween(when, today) > (days[value] ?? Infinity)) {
    problems.add(place, 'old', evidence.text)
    return undefined
  }
  return { value, evidence }
}
