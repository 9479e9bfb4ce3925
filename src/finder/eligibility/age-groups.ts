import type { AgeReading } from './reading.ts'

/**
 * Who a criterion is about, where it opens with an age in a word and gives no number: "Adults with asthma", "Pediatric
 * patients". Registries count 18 years as adult; how far "children" or "elderly" go differs, so between what all agree on
 * and what nobody would call so nothing is told. Rule `age-group@1`.
 */
export function ageGroupIn(text: string): AgeReading | undefined {
  if (!hint.test(text.slice(0, 60))) return undefined
  const found = opening.exec(text)
  const [whole = '', lead = '', word = ''] = found ?? []
  if (!found || anyGroup.test(text.slice(whole.length))) return undefined
  const group = groups.find(({ pattern }) => pattern.test(word))
  if (!group) return undefined
  const { pattern: _, ...bounds } = group
  const span = { start: lead.length, end: lead.length + word.length }
  return { type: 'age', ...bounds, span, rule: 'age-group@1', negated: false }
}

interface Group extends Pick<AgeReading, 'min' | 'max' | 'unit' | 'sure'> {
  readonly pattern: RegExp
}

const bound = (value: number) => ({ value: String(value), inclusive: true })

const groups: readonly Group[] = [
  { pattern: /^adult/i, min: bound(18), unit: 'a' },
  { pattern: /^(?:pa?ediatric|minor)/i, max: bound(17), unit: 'a' },
  { pattern: /^child/i, max: bound(17), unit: 'a', sure: { min: bound(2), max: bound(11) } },
  {
    pattern: /^(?:adolescent|teen)/i,
    min: bound(10),
    max: bound(19),
    unit: 'a',
    sure: { min: bound(12), max: bound(17) },
  },
  {
    pattern: /^infant/i,
    max: bound(730),
    unit: 'd',
    sure: { min: bound(28), max: bound(364) },
  },
  { pattern: /^(?:neonat|newborn)/i, max: bound(90), unit: 'd', sure: { max: bound(27) } },
  { pattern: /^(?:elderly|geriatric)/i, min: bound(50), unit: 'a', sure: { min: bound(65) } },
]

const group = String.raw`adults?|pa?ediatric|minors?|children|child|adolescents?|teenagers?|infants?|neonates?|newborns?|elderly|geriatric`
const opening = new RegExp(
  String.raw`^((?:(?:all|any|the|otherwise|healthy|consenting|eligible|male and female|female and male|male or female)\s+)*)(${group})(?:\s+(?:patients?|subjects?|participants?|volunteers?|people|persons?|individuals?|outpatients?|inpatients?))?(?=\W*$|\s+(?:with|who|whose|having|diagnosed|undergoing|suffering|admitted|hospitali[sz]ed|scheduled|presenting|treated|receiving|requiring|referred|newly|affected|infected)\b)`,
  'i',
)
/** Nearly all criteria have none of these where they begin. */
const hint = /adult|p(?:a?)ediatr|minor|child|adolesc|teen|infant|neonat|newborn|elderly|geriatr/i
const anyGroup = new RegExp(String.raw`\b(?:${group}|young|older)\b`, 'i')
