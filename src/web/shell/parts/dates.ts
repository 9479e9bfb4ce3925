import { html as line } from 'hono/html'
import type { DateStruct } from '../../../finder/registry/study.ts'
import type { Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { fill } from './phrases.ts'
import type { Language } from '../../../words/language/language.ts'

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

/** "2 July 2019", "July 2019" or "2019"; undefined for text that is no date of the calendar. */
export function spokenDate(language: Language, date: string | undefined): string | undefined {
  const parts = datePattern.exec(date ?? '')
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  const instant = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day)
    return undefined
  const exactness = parts[3] ? 'day' : parts[2] ? 'month' : 'year'
  const said = formatters[language][exactness].format(instant)
  return language === 'fr' && exactness === 'day' ? said.replace(/^1(?=\s)/, '1er') : said
}

function exactnessOf(date: string | undefined): 'day' | 'month' | 'year' | undefined {
  if (spokenDate('en', date) === undefined) return undefined
  return date?.length === 10 ? 'day' : date?.length === 7 ? 'month' : 'year'
}

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const formatters = { en: formattersOf('en-GB'), fr: formattersOf('fr-FR') }

function formattersOf(
  locale: string,
): Readonly<Record<'day' | 'month' | 'year', Intl.DateTimeFormat>> {
  const year = { year: 'numeric', timeZone: 'UTC' } as const
  const month = { ...year, month: 'long' } as const
  return {
    year: new Intl.DateTimeFormat(locale, year),
    month: new Intl.DateTimeFormat(locale, month),
    day: new Intl.DateTimeFormat(locale, { ...month, day: 'numeric' }),
  }
}
