import { remembering } from '../../../base/lru.ts'
import type { Language } from '../../../words/language/language.ts'
import { line, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'

/** How exactly a moment is said: the hour, the day, or both. */
type Exactness = 'time' | 'day' | 'moment' | 'date'

interface Asked {
  readonly language: Language
  /** IANA's name. */
  readonly timeZone: string
  readonly exactness: Exactness
}

/** "18:00", "Fri 4 Dec", "Fri 4 Dec, 18:00" or "Friday 4 December 2026" by the clocks of a time zone. */
export function saidMoment(
  { language }: Pick<Page, 'language'>,
  at: string | Date,
  timeZone: string,
  exactness: Exactness,
): string {
  const moment = typeof at === 'string' ? new Date(at) : at
  const said = format({ language, timeZone, exactness })
    .format(moment)
    .replace(/^(\w+),/, '$1')
  return language === 'fr' ? said.replace(/(?<=\s)1(?=\s)/, '1er') : said
}

/** The same as an element that says the moment to programs. */
export function timeMarkup(page: Page, at: string, timeZone: string, exactness: Exactness): Markup {
  return line`<time datetime="${at}">${saidMoment(page, at, timeZone, exactness)}</time>`
}

const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
const looks: Readonly<Record<Exactness, Intl.DateTimeFormatOptions>> = {
  time: hour,
  day,
  moment: { ...day, ...hour },
  date: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

/** A format takes longer to make than all that is said with it on a page. */
const format = remembering<Asked, Intl.DateTimeFormat>(
  200,
  ({ language, timeZone, exactness }) => `${language} ${timeZone} ${exactness}`,
  ({ language, timeZone, exactness }) =>
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      ...looks[exactness],
      timeZone,
    }),
)
