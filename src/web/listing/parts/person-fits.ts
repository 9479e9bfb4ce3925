import { capitalized } from '../../../base/capitalized.ts'
import { ageSpanFits, isNoLimit, parseAge } from '../../../finder/registry/ages.ts'
import type { EligibilityModule } from '../../../finder/registry/study.ts'
import { line, type Markup } from '../../shell/markup.ts'
import { soughtAgeText } from '../../shell/parts/ages.ts'
import { fill, lookup } from '../../shell/parts/phrases.ts'
import type { StudyPageView } from './page-view.ts'

/** Whether the age that came along is within the limits (rule `age-limit@1`), and a sex the study does not take. */
export function personFits(view: StudyPageView): Markup | undefined {
  const said = [ageFit(view), otherSex(view)].filter((each) => each !== undefined)
  return said.length === 0 ? undefined : line`${said[0]}${said[1] ? line` ${said[1]}` : ''}`
}

function ageFit({ page, carried, protocol }: StudyPageView): Markup | undefined {
  const age = carried?.person.age
  if (!age) return undefined
  const words = page.words.listing.answer
  const who = capitalized(soughtAgeText(page, age))
  const module = protocol.eligibilityModule ?? {}
  if (hasAgeInWordsAlone(module)) return fill(words.ageInWords, { who })
  const verdict = ageSpanFits(module, age.span)
  if (verdict === 'met') return fill(words.fits, { who })
  if (verdict === 'not met') return fill(words.notFits, { who })
  if (!isRead(module)) return fill(words.unsureAge, { who })
  return fill(age.age ? words.mayFit : words.someOfAge, { who })
}

/**
 * Rule `age-in-words@1`: whether a record gives no limit of age in its fields while its rules in words speak of one ("adults",
 * "at least 18 years"): then nothing is said of any age.
 */
export function hasAgeInWordsAlone(module: EligibilityModule | undefined): boolean {
  if (!isNoLimit(module?.minimumAge) || !isNoLimit(module?.maximumAge)) return false
  return agesInWords.test(module?.eligibilityCriteria ?? '')
}

const agesInWords =
  /\b(?:adults?|child(?:ren)?(?![- ]?(?:bearing|pugh|turcotte|birth))|infants?|neonat\w+|newborns?|toddlers?|adolescents?|teenagers?|p(?:a)?ediatric|elderly|minors?|aged?|years? old|years? of age|yrs? of age|y\.?o\b|age (?:of|range|limit|between|[<>≥≤=])|ages? ?\d)/i

/** Whether both limits were read: then an unsure answer means that the age is at one of them, or that they part those of a group. */
function isRead({
  minimumAge,
  maximumAge,
}: {
  readonly minimumAge?: string
  readonly maximumAge?: string
}): boolean {
  return [minimumAge, maximumAge].every(
    (limit) => isNoLimit(limit) || parseAge(limit) !== undefined,
  )
}

function otherSex({ page, carried, protocol }: StudyPageView): Markup | undefined {
  const sex = carried?.person.sex
  const taken = protocol.eligibilityModule?.sex
  if (!sex || (taken !== 'FEMALE' && taken !== 'MALE') || taken === sex) return undefined
  const name = lookup(page.words.study.short.sex, taken) ?? ''
  return fill(page.words.listing.answer.otherSex, { sex: name })
}
