import type { Language } from './language/language.ts'

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
