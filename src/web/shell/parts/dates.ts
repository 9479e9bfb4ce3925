import type { DateStruct } from '../../../finder/registry/study.ts'
import { line, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { fill } from './phrases.ts'
import { spokenDate } from '../../../words/dates.ts'

/** A date as exact as the registry gave it; what is no date is "not given". */
export function dateText(page: Page, date: string | undefined): Markup {
  const said = spokenDate(page.language, date)
  if (said === undefined || date === undefined) return line`${page.words.common.notGiven}`
  return line`<time datetime="${date}">${said}</time>`
}

/** "on 2 July 2019" or "in July 2019": a date as it is after a verb. */
export function onDate(page: Page, date: string | undefined): Markup {
  const exactness = exactnessOf(date)
  if (exactness === undefined) return line`(${page.words.common.notGiven.toLowerCase()})`
  return fill(page.words.common.on[exactness], { date: dateText(page, date) })
}

/** The same as plain text; undefined when it is no date. */
export function spokenOn({ language, words }: Page, date: string | undefined): string | undefined {
  const [said, exactness] = [spokenDate(language, date), exactnessOf(date)]
  return said && exactness && words.common.on[exactness].replace('{date}', said)
}

/** A date with whether it is real or planned; undefined when the record has none. */
export function datedFact(page: Page, struct: DateStruct | undefined): Markup | undefined {
  if (!struct?.date) return undefined
  const words = page.words.study.glance
  if (spokenDate(page.language, struct.date) === undefined) return dateText(page, struct.date)
  if (struct.type === 'ACTUAL') return line`${dateText(page, struct.date)} (${words.dateActual})`
  if (struct.type === 'ESTIMATED')
    return line`${dateText(page, struct.date)} (${words.dateEstimated})`
  return dateText(page, struct.date)
}

function exactnessOf(date: string | undefined): 'day' | 'month' | 'year' | undefined {
  if (spokenDate('en', date) === undefined) return undefined
  return date?.length === 10 ? 'day' : date?.length === 7 ? 'month' : 'year'
}
