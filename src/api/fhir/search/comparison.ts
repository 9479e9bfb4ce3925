/** What a value of a date or a number is compared by. */
export type Prefix = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'sa' | 'eb'

/** The prefixes that are understood. */
export const prefixes: readonly Prefix[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sa', 'eb']

/** A value with what it is compared by; `eq` where nothing stands before it. */
export interface Compared {
  readonly prefix: Prefix
  readonly rest: string
}

/** Takes the prefix from a value. */
export function readPrefix(text: string): Compared {
  const prefix = prefixes.find((one) => text.startsWith(one))
  return prefix ? { prefix, rest: text.slice(2) } : { prefix: 'eq', rest: text }
}

/** From one moment up to, and without, another; both in milliseconds of UTC. */
export interface TimeSpan {
  readonly from: number
  readonly until: number
}

/**
 * Reads `2026`, `2026-01`, `2026-01-31`, `2026-01-31T10:00`, with seconds and with an offset: the span that it stands for.
 * Without an offset it is UTC. Undefined for anything else.
 */
export function readDateSpan(text: string): TimeSpan | undefined {
  const match = datePattern.exec(text.trim().replace(' ', '+'))
  if (!match) return undefined
  const [, year = '', month, day, hour, minute, second, offset = 'Z'] = match
  const from = Date.parse(
    `${year}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}${offset}`,
  )
  if (Number.isNaN(from) || year === '0000' || !isDayOfMonth(year, month, day)) return undefined
  if (second !== undefined) return { from, until: from + 1_000 }
  if (hour !== undefined) return { from, until: from + 60_000 }
  if (day !== undefined) return { from, until: from + dayMs }
  const next = new Date(from)
  if (month !== undefined) next.setUTCMonth(next.getUTCMonth() + 1)
  else next.setUTCFullYear(next.getUTCFullYear() + 1)
  return { from, until: next.getTime() }
}

const datePattern =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/

/** The thirtieth of February is no day, though it can be parsed. */
function isDayOfMonth(year: string, month = '01', day = '01'): boolean {
  const last = new Date(Date.UTC(Number(year), Number(month), 0))
  if (Number(year) < 100) last.setUTCFullYear(Number(year))
  return Number(day) >= 1 && Number(day) <= last.getUTCDate()
}

const dayMs = 86_400_000

/** The first day (`yyyy-MM-dd`, UTC) that begins at this moment or after it; `before` the last one that begins before it. */
export function dayFrom(ms: number): string {
  return utcDay(Math.ceil(ms / dayMs) * dayMs)
}

/** The last day that begins before this moment. */
export function dayBefore(ms: number): string {
  return utcDay((Math.ceil(ms / dayMs) - 1) * dayMs)
}

/** The day (`yyyy-MM-dd`, UTC) of a moment. */
export function utcDay(ms: number): string {
  return new Date(Math.min(Math.max(ms, earliest), latest)).toISOString().slice(0, 10)
}

const earliest = Date.parse('0001-01-01T00:00:00Z')
const latest = Date.parse('9999-12-31T00:00:00Z')

/** Numbers from one to another, without the second: what a number of so many digits stands for. */
export interface NumberSpan {
  readonly value: number
  readonly from: number
  readonly until: number
}

/** Reads `100`, `100.0`, `1e2`; a number stands for all that round to it. Undefined for anything else. */
export function readNumberSpan(text: string): NumberSpan | undefined {
  const [, decimals = '', exponent = '0'] = numberPattern.exec(text.trim()) ?? []
  const value = Number(text)
  if (!numberPattern.test(text.trim()) || Math.abs(value) > most) return undefined
  const half = 0.5 * 10 ** (Number(exponent) - decimals.length)
  return { value, from: value - half, until: value + half }
}

const numberPattern = /^-?\d{1,15}(?:\.(\d{1,9}))?(?:[eE]([+-]?\d{1,2}))?$/
const most = 1e12
