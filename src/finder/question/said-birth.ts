import { fold } from '../vocabulary/fold.ts'
import type { AgeSpan } from '../registry/ages.ts'

/** An age as it was said. */
export interface SaidSpan {
  readonly words: string
  readonly span: AgeSpan
  /** The same as it can be typed in the box for an age. */
  readonly box: string
}

/**
 * The age of who was "born in 2019", "born on 3 May 2019", « né le 03/05/2019 », on `today` (`yyyy-MM-dd`). A year alone may mean
 * two ages; a day that may be two days ("03/05") counts as its year.
 */
export function saidBirth(text: string, today: string): SaidSpan | undefined {
  const found = [...text.matchAll(born)]
  const [match] = found
  if (!match || found.length > 1) return undefined
  const { year = '', month = '', day = '' } = match.groups ?? {}
  const now = Temporal.PlainDate.from(today)
  const dates = datesOf(Number(year), monthOf(month), Number(day) || undefined)
  const ages = dates.map((date) => now.since(date, { largestUnit: 'day' }).days)
  const [most = -1, least = -1] = ages
  if (least < 0 || most > 110 * 366) return undefined
  const years = Math.floor((least + most) / 2 / 365.25)
  const box = years < 2 ? `${Math.floor((least + most) / 2 / 30.44)} month` : `${years} year`
  return { words: match[0], span: { least, most }, box }
}

const months = [
  ['january', 'janvier', 'jan'],
  ['february', 'fevrier', 'feb'],
  ['march', 'mars', 'mar'],
  ['april', 'avril', 'apr'],
  ['may', 'mai'],
  ['june', 'juin', 'jun'],
  ['july', 'juillet', 'jul'],
  ['august', 'aout', 'aug'],
  ['september', 'septembre', 'sept', 'sep'],
  ['october', 'octobre', 'oct'],
  ['november', 'novembre', 'nov'],
  ['december', 'decembre', 'dec'],
]

function monthOf(said: string): number | undefined {
  const at = months.findIndex((names) => names.includes(fold(said)))
  return at === -1 ? undefined : at + 1
}

/** The first and the last day that may be meant. */
function datesOf(
  year: number,
  month: number | undefined,
  day: number | undefined,
): readonly Temporal.PlainDate[] {
  const from = (m: number, d: number): Temporal.PlainDate =>
    Temporal.PlainDate.from({ year, month: m, day: d })
  if (month === undefined) return [from(1, 1), from(12, 31)]
  if (day === undefined) return [from(month, 1), from(month, 31)]
  return [from(month, day), from(month, day)]
}

const names = months
  .flat()
  .join('|')
  .replace('aout', 'ao[uû]t')
  .replace(/(f|d)e(v|c)/g, '$1[eé]$2')
const born = new RegExp(
  String.raw`(?<!\p{L})(?:born|n[ée]e?|dob:?|ddn:?)(?: (?:in|on|le|en|back in))?(?: the)? (?:(?:(?<day>\d{1,2})(?:st|nd|rd|th|er)? (?:of )?)?(?<month>${names})\.?,? |(?:\d{1,2}[/.-]){2})?(?<year>(?:19|20)\d\d)(?![\p{L}\p{N}])`,
  'giu',
)
