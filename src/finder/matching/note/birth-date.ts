import type { PatientAge } from '../patient/patient.ts'
import type { Sentence } from './sentences.ts'

/**
 * The age of a person whose day of birth the note gives, on the date of the note, or on `today` where it has none.
 * Where day and month may be either way round, the age spans both.
 */
export function bornIn(
  sentences: readonly Sentence[],
  language: 'en' | 'fr' | 'mixed',
  today: string | undefined,
): PatientAge | undefined {
  const head = sentences.slice(0, 60)
  const sentence = head.find(({ text }) => born.test(text))
  const found = sentence && born.exec(sentence.text)
  if (!sentence || !found) return undefined
  const all = head.flatMap(({ text }) => datesIn(text))
  const order = language === 'fr' ? 'day first' : orderOf(all)
  const [birth] = datesIn(sentence.text.slice(found.index)).map((one) => daysOf(one, order))
  if (!birth || birth.length === 0) return undefined
  const later = all
    .map((one) => daysOf(one, order))
    .find(
      (days) => days.length > 0 && birth.every((one) => days.every((day) => isBefore(one, day))),
    )
  const notes = later ?? (today === undefined ? undefined : [Temporal.PlainDate.from(today)])
  if (!notes) return undefined
  const spans = birth.flatMap((one) =>
    notes.map((day) => one.until(day, { largestUnit: 'days' }).days),
  )
  const [minDays, maxDays] = [Math.min(...spans), Math.max(...spans)]
  if (minDays < 0 || maxDays > 130 * 366) return undefined
  const { text, start, end } = sentence
  const [only, ...more] = birth
  const years = (only ?? notes[0])?.until(notes[0] ?? '', { largestUnit: 'months' })
  return {
    ...inWords(Math.max(0, years?.months ?? 0), minDays),
    minDays,
    maxDays,
    ...(only && more.length === 0 && { born: only.toString() }),
    evidence: { text, start, end },
  }
}

const born =
  /(?<![\p{L}])(?:DOB|D\.O\.B\.?|date of birth|born(?: on)?|DDN|date de naissance|n[ée]e?(?:\(e\))?(?: le)?)(?![\p{L}])\s*[:=]?\s*(?=(?:le |the )?\d)/iu

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}

function inWords(months: number, days: number): Pick<PatientAge, 'value' | 'unit'> {
  if (months >= 24) return { value: Math.floor(months / 12), unit: 'year' }
  return months >= 1 ? { value: months, unit: 'month' } : { value: days, unit: 'day' }
}

/** A date as it is written: two numbers that may be day and month, or a day and the month's name. */
interface WrittenDate {
  readonly first: number
  readonly second: number
  readonly year: number
  readonly isNamed: boolean
}

function datesIn(text: string): WrittenDate[] {
  const found: (WrittenDate & { readonly at: number })[] = []
  for (const match of text.matchAll(/(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/g))
    found.push({
      at: match.index,
      first: Number(match[1]),
      second: Number(match[3]),
      year: Number(match[4]),
      isNamed: false,
    })
  for (const match of text.matchAll(/(?<!\d)((?:19|20)\d\d)-(\d{2})-(\d{2})(?!\d)/g))
    found.push({
      at: match.index,
      first: Number(match[3]),
      second: Number(match[2]),
      year: Number(match[1]),
      isNamed: true,
    })
  for (const match of text.matchAll(
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er)?[\s-](?:of\s)?(\p{L}{3,9})\.?,?[\s-]((?:19|20)\d\d)(?!\d)/gu,
  ))
    found.push({
      at: match.index,
      first: Number(match[1]),
      second: monthOf(match[2] ?? ''),
      year: Number(match[3]),
      isNamed: true,
    })
  for (const match of text.matchAll(
    /(?<!\p{L})(\p{L}{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)(?!\d)/gu,
  ))
    found.push({
      at: match.index,
      first: Number(match[2]),
      second: monthOf(match[1] ?? ''),
      year: Number(match[3]),
      isNamed: true,
    })
  return found.toSorted((a, b) => a.at - b.at)
}

const months = [
  'jan',
  'feb|fév|fev',
  'mar',
  'apr|avr',
  'may|mai',
  'jun|juin',
  'jul|juil',
  'aug|aoû|aou',
  'sep',
  'oct',
  'nov',
  'dec|déc',
]

function monthOf(word: string): number {
  const at = months.findIndex((one) => new RegExp(`^(?:${one})`, 'i').test(word))
  return at + 1
}

type Order = 'day first' | 'month first' | undefined

function orderOf(dates: readonly WrittenDate[]): Order {
  const plain = dates.filter(({ isNamed }) => !isNamed)
  if (plain.some(({ first }) => first > 12)) return 'day first'
  return plain.some(({ second }) => second > 12) ? 'month first' : undefined
}

function daysOf({ first, second, year, isNamed }: WrittenDate, order: Order): Temporal.PlainDate[] {
  const dayFirst = dateOf(year, second, first)
  if (isNamed || order === 'day first') return dayFirst
  const monthFirst = dateOf(year, first, second)
  return order === 'month first' || dayFirst.length === 0
    ? monthFirst
    : [...dayFirst, ...monthFirst]
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate[] {
  try {
    return [Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })]
  } catch {
    return []
  }
}
