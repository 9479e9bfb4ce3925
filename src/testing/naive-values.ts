import { tokens } from '../finder/vocabulary/fold.ts'
import type { ThingNames } from '../finder/vocabulary/named-in-words.ts'
import { writtenWords } from '../finder/vocabulary/written-words.ts'
import type { Where } from '../finder/catalogue/model/where.ts'
import { type Piece, pieceNamed, valuesAt } from '../finder/registry/pieces/pieces.ts'

/** Every value of a field in a record. */
export function valuesOf(record: object, name: string): readonly unknown[] {
  const piece = pieceNamed(name)
  return piece ? [...valuesAt(record, piece)] : []
}

/** A text, a number or a yes or no as text. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** From the first to the last day, or number; undefined where it is none. */
function spanOfValue(type: Piece['type'], text: string): readonly [number, number] | undefined {
  if (type === 'integer')
    return text === '' || Number.isNaN(Number(text)) ? undefined : [Number(text), Number(text)]
  if (type === 'time') {
    const [, number, unit = ''] = /^(\d+) ?(year|month|week|day|hour|minute)s?$/i.exec(text) ?? []
    const days = { year: 365.25, month: 30.4375, week: 7, day: 1, hour: 1 / 24, minute: 1 / 1440 }
    const each = days[unit.toLowerCase() as keyof typeof days]
    return number === undefined || !each
      ? undefined
      : [Number(number) * each, Number(number) * each]
  }
  if (type !== 'date') return undefined
  const day = (date: Temporal.PlainDate) => date.since('1970-01-01').days
  try {
    if (/^\d{4}$/.test(text))
      return [
        day(Temporal.PlainDate.from(`${text}-01-01`)),
        day(Temporal.PlainDate.from(`${text}-12-31`)),
      ]
    if (/^\d{4}-\d\d$/.test(text)) {
      const first = Temporal.PlainDate.from(`${text}-01`)
      return [day(first), day(first.with({ day: first.daysInMonth }))]
    }
    const [, date = '', hour, minute] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?$/.exec(text) ?? []
    const at =
      day(Temporal.PlainDate.from(date)) + (Number(hour ?? 0) * 60 + Number(minute ?? 0)) / 1440
    return [at, at]
  } catch {
    return undefined
  }
}

/** Whether a record has a value in a range. */
export function isInRange(
  { piece, from, to }: Extract<Where, { kind: 'range' }>,
  record: object,
): boolean {
  const type = pieceNamed(piece)?.type ?? 'text'
  const least = from === null ? -Infinity : spanOfValue(type, from)?.[0]
  const most = to === null ? Infinity : spanOfValue(type, to)?.[1]
  if (least === undefined || most === undefined) return false
  const spans = valuesOf(record, piece).flatMap((value) => {
    const span = spanOfValue(type, plainText(value) ?? '')
    return span ? [span] : []
  })
  if (spans.length === 0 && piece === 'MinimumAge') spans.push([0, 0])
  if (spans.length === 0 && piece === 'MaximumAge') spans.push([Infinity, Infinity])
  return spans.some(([first, last]) => first <= most && last >= least)
}

/** What a record is ordered by in a field: the least or the greatest; null where it has none. */
export function keyAt(record: object, name: string, direction: 'asc' | 'desc'): number | null {
  const [, counted] = /^(.*):size$/.exec(name) ?? []
  if (counted !== undefined) return valuesOf(record, counted).length || null
  const type = pieceNamed(name)?.type ?? 'text'
  const keys = valuesOf(record, name).flatMap(
    (value) => spanOfValue(type, plainText(value) ?? '')?.[0] ?? [],
  )
  if (keys.length === 0) return null
  return direction === 'asc' ? Math.min(...keys) : Math.max(...keys)
}

/** The record once for each element of a list, with no other element, and the place of the element in its list. */
export function* onlyEach(
  value: unknown,
  path: string,
): Generator<readonly [record: object, index: number]> {
  const [step = '', ...more] = path.split('.')
  const key = step.replace('[]', '')
  const member = (value as Record<string, unknown> | undefined)?.[key]
  const rest = more.join('.')
  const put = (one: unknown): object => ({ ...(value as object), [key]: one })
  if (!step.endsWith('[]'))
    for (const [one, index] of onlyEach(member, rest)) yield [put(one), index]
  else
    for (const [index, one] of ((member ?? []) as readonly unknown[]).entries())
      if (rest === '') yield [put([one]), index]
      else for (const [own, within] of onlyEach(one, rest)) yield [put([own]), within]
}

/** The same function with a memory: each text is read once. */
export function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = read(text)
    known.set(text, made)
    return made
  }
}

/** What fields are worth together, in their order. */
export function worthOfFields(weights: readonly number[]): number {
  const best = Math.max(0, ...weights)
  return best + 0.2 * (weights.reduce((a, b) => a + b, 0) - best)
}

/** Whether a path is another one or below it. */
export function isBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[]`)
}

/** How rare it is that `n` of all studies have something. */
export function rarityIn(studies: number, n: number): number {
  return Math.log(1 + (studies - n + 0.5) / (n + 0.5))
}

/** Words that are looked for as one. */
export interface UnitApart {
  readonly words: readonly string[]
  readonly keys: readonly string[]
  readonly isSideBySide: boolean
}

/** Names, and words; one that is read as several is looked for whole, but where a name begins or ends within it. */
export function unitsApart(text: string, names: ThingNames): readonly UnitApart[] {
  const units: UnitApart[] = []
  const words = tokens(text)
  const named = names.asked(words)
  const ends = writtenWords(text).map((_, at, all) => tokens(all.slice(0, at + 1).join(' ')).length)
  for (let at = 0; at < words.length;) {
    const name = named.find(({ start }) => start === at)
    const later = named.find(({ start }) => start > at)?.start ?? words.length
    const end = name?.end ?? Math.min(later, ends.find((one) => one > at) ?? at + 1)
    const own = words.slice(at, end)
    units.push({ words: own, keys: name?.keys ?? [], isSideBySide: !name && own.length > 1 })
    at = end
  }
  return units
}
