/** When something was so, as exactly as it is written. */
export interface When {
  /** `yyyy`, `yyyy-MM` or `yyyy-MM-dd`, where it was written. */
  readonly day: string
  /** The same, or the instant in UTC where the time and its offset are known. */
  readonly at: string
  readonly ms?: number
}

/** A FHIR date or time that can be: not before 1900 and not in the future. Undefined for any other. */
export function whenOf(text: string | undefined, today: string): When | undefined {
  const read = partsOf(text)
  if (!read || read.day < '1900' || sideOf(read.day, dayAfter(today)) === 'future') return undefined
  return read
}

/** Whether a date is over, goes on (as far as it is written) or is to come; undefined where it is no date. */
export function sideOf(
  text: string | undefined,
  today: string,
): 'past' | 'now' | 'future' | undefined {
  const day = partsOf(text)?.day
  if (day === undefined || day < '1850') return undefined
  const then = today.slice(0, day.length)
  if (day === then) return 'now'
  return day < then ? 'past' : 'future'
}

/** Days from a date, at the latest it may mean, to another day. */
export function daysBetween(from: When, today: string): number {
  const [year = '', month = '12', day] = from.day.split('-')
  const last = day ?? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const then = Date.UTC(Number(year), Number(month) - 1, Number(last))
  return Math.floor((Date.parse(today) - then) / dayMs)
}

/** Negative or positive as `one` is surely before or after `other`; zero where that cannot be told. */
export function compareWhen(one: When | undefined, other: When | undefined): number {
  if (!one || !other) return 0
  if (one.ms !== undefined && other.ms !== undefined) return one.ms - other.ms
  const length = Math.min(one.day.length, other.day.length)
  const [a, b] = [one.day.slice(0, length), other.day.slice(0, length)]
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Those that nothing is surely newer than. */
export function newestOf<T extends { readonly when?: When }>(all: readonly T[]): readonly T[] {
  let newest: T[] = []
  for (const one of all) {
    if (newest.some((other) => compareWhen(one.when, other.when) < 0)) continue
    newest = newest.filter((other) => compareWhen(other.when, one.when) >= 0)
    if (newest.length < mostRivals) newest.push(one)
  }
  return newest
}

const mostRivals = 50
const dayMs = 86_400_000

function dayAfter(today: string): string {
  return new Date(Date.parse(today) + dayMs).toISOString().slice(0, 10)
}

function partsOf(text: string | undefined): When | undefined {
  const found = dateTime.exec(text ?? '')
  if (!text || !found) return undefined
  const [, day = '', time, offset] = found
  const [year = '', month = '01', date = '01'] = day.split('-')
  const real = new Date(Date.UTC(2000, Number(month) - 1, Number(date)))
  real.setUTCFullYear(Number(year), Number(month) - 1, Number(date))
  if (real.getUTCMonth() !== Number(month) - 1 || real.getUTCDate() !== Number(date))
    return undefined
  const ms = time && offset ? Date.parse(`${day}T${time}${offset}`) : Number.NaN
  if (Number.isNaN(ms)) return { day, at: day }
  return { day, at: new Date(ms).toISOString(), ms }
}

/** The time, or its offset, may be missing: then only the day is known. */
const dateTime =
  /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/
