import { textAt, type Element } from './element.ts'

/** An object as the API writes it: what is absent, empty or without content is not there. */
export function compact(fields: Readonly<Record<string, unknown>>): Fields | undefined {
  const kept = Object.entries(fields).filter(([, value]) => !isEmpty(value))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** Members of a study that are put together one by one. */
export type Fields = Readonly<Record<string, unknown>>

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

/** A list of objects without the empty ones. */
export function compactAll<T>(
  items: readonly T[],
  make: (item: T, index: number) => Fields | undefined,
): Fields[] {
  return items.map(make).filter((made) => made !== undefined)
}

/** Words as the API's code: "Active, not recruiting" is ACTIVE_NOT_RECRUITING. */
export function code(words: string | undefined): string | undefined {
  return words
    ?.toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}

/** "Yes" and "No", and for volunteers "Accepts Healthy Volunteers". */
export function flag(words: string | undefined): boolean | undefined {
  if (words === undefined) return undefined
  return /^(yes|true|accepts)/i.test(words) ? true : /^(no|false)/i.test(words) ? false : undefined
}

/** Digits as a number; anything else is not there. */
export function count(words: string | undefined): number | undefined {
  return words !== undefined && /^\d{1,15}$/.test(words) ? Number(words) : undefined
}

/** "February 5, 2016" is 2016-02-05 and "March 2015" is 2015-03; what is no date stays as it is, to be told. */
export function date(words: string | undefined): string | undefined {
  const parts = /^([A-Z][a-z]+) (?:(\d{1,2}), )?(\d{4})$/.exec(words ?? '')
  const month = months.indexOf(parts?.[1] ?? '') + 1
  if (!parts || month === 0) return words
  const yearMonth = `${parts[3]}-${String(month).padStart(2, '0')}`
  return parts[2] ? `${yearMonth}-${parts[2].padStart(2, '0')}` : yearMonth
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The date at a path with its type; "Anticipated" and "Estimate" are ESTIMATED. */
export function dateStruct(element: Element | undefined): Fields | undefined {
  const day = date(element && textAt({ ...element, children: [element] }, element.name))
  if (day === undefined) return undefined
  return compact({ date: day, type: certainty(element) })
}

/** Whether a date or a count is ACTUAL or ESTIMATED, where the record says so. */
export function certainty(element: Element | undefined): string | undefined {
  const type = element?.attributes['type']
  if (type === undefined) return undefined
  return /^(anticipated|estimated?)$/i.test(type) ? 'ESTIMATED' : code(type)
}
