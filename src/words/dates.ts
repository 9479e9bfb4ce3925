import type { Language } from './language/language.ts'

/** "2 July 2019", "July 2019" or "2019"; undefined for text that is no date of the calendar. */
export function spokenDate(language: Language, date: string | undefined): string | undefined {
  if (date === undefined) return undefined
  const known = spoken[language].get(date)
  if (known !== undefined) return known
  const said = newlySpoken(language, date)
  if (said !== undefined && spoken[language].size < mostSpoken) spoken[language].set(date, said)
  return said
}

/** Days that were said before: a page of one person says the same few many times, and a format is slow. */
const spoken = { en: new Map<string, string>(), fr: new Map<string, string>() }
const mostSpoken = 5000

function newlySpoken(language: Language, date: string): string | undefined {
  const parts = datePattern.exec(date)
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

/** "Wednesday 2 December, 18:00": a moment by the clocks of a place (an IANA name). */
export function spokenUntil(language: Language, moment: Date, timeZone: string): string {
  return `${spokenWeekday(language, moment, timeZone)}, ${spokenTime(language, moment, timeZone)}`
}

/** "Wednesday 2 December": the day of a moment by the clocks of a place (an IANA name). */
function spokenWeekday(language: Language, moment: Date, timeZone: string): string {
  const said = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(moment)
  return language === 'fr' ? said.replace(/ 1 /, ' 1er ') : said.replace(',', '')
}

/** "18:00", "18 h 30" or "18 h": the time of a moment by the clocks of a place (an IANA name). */
function spokenTime(language: Language, moment: Date, timeZone: string): string {
  const said = new Intl.DateTimeFormat(locales.en, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(moment)
  if (language === 'en') return said
  const [hours = '', minutes = ''] = said.split(':')
  return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`
}

const locales = { en: 'en-GB', fr: 'fr-FR' } as const
