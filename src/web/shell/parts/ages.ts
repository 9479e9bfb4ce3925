import { ageWordKind, readSaidAge } from '../../../finder/question/read-values.ts'
import type { SoughtAge } from '../../../finder/question/sought-for.ts'
import { type Age, isNoLimit, parseAge } from '../../../finder/registry/ages.ts'
import type { EligibilityModule } from '../../../finder/registry/study.ts'
import { line, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { fill, own } from './phrases.ts'

/** "3 months" in the reader's language; what cannot be read is said to be unclear, and quoted. */
export function ageLimit(page: Page, text: string | undefined): Markup {
  if (isNoLimit(text)) return line`${page.words.study.ages.noLimit}`
  const said = spokenLimit(page, text)
  return said === undefined
    ? fill(page.words.study.ages.unreadable, { text: own(page, text ?? '') })
    : line`${said}`
}

/** "3 months to 18 years", or undefined when a limit is there that cannot be read. */
export function ageRange(page: Page, module: EligibilityModule | undefined): string | undefined {
  const words = page.words.common.ages
  const least = isNoLimit(module?.minimumAge) ? '' : spokenLimit(page, module?.minimumAge)
  const isOpen = isNoLimit(module?.maximumAge) || isBeyondAnybody(module?.maximumAge)
  const most = isOpen ? '' : spokenLimit(page, module?.maximumAge)
  if (least === undefined || most === undefined) return undefined
  if (least && most) return words.between(least, most)
  if (least) return words.from(least)
  return most ? words.upTo(most) : words.any
}

/** An age or a span of time as it was typed (`8mo`, `45d`, `34`), in the reader's words. */
export function spokenSpan(page: Page, typed: string): string {
  const age = readSaidAge(typed)
  return age === undefined ? typed : ageInWords(page, age)
}

function spokenLimit(page: Page, text: string | undefined): string | undefined {
  const age = parseAge(text)
  return age && ageInWords(page, age)
}

/** An age in the reader's words: "8 months". */
export function ageInWords(page: Page, { value, unit }: Age): string {
  return page.words.common.ageUnits[unitNames[unit]](value)
}

/** The age that a person is looked for with, in the reader's words, "baby" too; as it was typed where it is no such word. */
export function soughtAgeText(page: Page, { age, typed }: SoughtAge): string {
  if (age) return ageInWords(page, age)
  const kind = ageWordKind(typed)
  return kind ? page.words.common.ageKinds[kind] : typed
}

const unitNames = {
  year: 'Year',
  month: 'Month',
  week: 'Week',
  day: 'Day',
  hour: 'Hour',
  minute: 'Minute',
} as const

/** Nobody is known to have lived longer than 122 years: "18 to 130 years" is 18 and older. */
function isBeyondAnybody(text: string | undefined): boolean {
  const age = parseAge(text)
  return age?.unit === 'year' && age.value > 122
}
