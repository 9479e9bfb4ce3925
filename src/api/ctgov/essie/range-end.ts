import { capitalized } from '../../../base/capitalized.ts'
import { ageInDays, parseAge } from '../../../finder/registry/ages.ts'
import type { PieceType } from '../../../finder/registry/pieces/pieces.ts'

/** A value that can stand at an end of a range: as a record would write it, and its first place on a line of days or numbers. */
export interface RangeEnd {
  readonly text: string
  readonly first: number
}

/** Reads a date, an age or a number in the ways in which programs write them; undefined for what is none, and for other fields. */
export function readRangeEnd(type: PieceType, typed: string): RangeEnd | undefined {
  const text = typed.replace(/^\s*"|"\s*$/g, '').trim()
  if (type === 'date') return readDate(text)
  if (type === 'time') return readAge(text)
  return type === 'integer' ? readNumber(text) : undefined
}

/** Whether values of a type lie on a line, so that ranges can be asked for and studies be ordered by them. */
export function isOnLine(type: PieceType): boolean {
  return type === 'date' || type === 'time' || type === 'integer'
}

/** `2016`, `2016-02`, `2016-02-05`, the same with a time after it, and `02/05/2016`. */
function readDate(text: string): RangeEnd | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const date = american
    ? [american[3], american[1]?.padStart(2, '0'), american[2]?.padStart(2, '0')].join('-')
    : /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T[\d:.]{4,12}Z?)?$/.exec(text)?.[1]
  if (date === undefined) return undefined
  const [year = '', month = '01', day = '01'] = date.split('-')
  const first = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const isDay = new Date(first).toISOString().startsWith(`${year}-${month}-${day}`)
  return isDay && Number(year) >= 1000 ? { text: date, first: first / msOfDay } : undefined
}

const msOfDay = 86_400_000

/** `16 years`, `6 Months`, `16years`, `3M` and `17y` as in addresses of the registry's pages, and `16` alone for years. */
function readAge(text: string): RangeEnd | undefined {
  const [, digits, word = ''] = /^(\d{1,9})\s*([a-z]*)$/i.exec(text) ?? []
  if (digits === undefined) return undefined
  const age = parseAge(`${Number(digits)} ${shortUnits.get(word) ?? word}`)
  if (!age) return undefined
  const unit = capitalized(age.unit)
  const text_ = `${age.value} ${unit}${age.value === 1 ? '' : 's'}`
  return { text: text_, first: ageInDays(age) }
}

/** A small m is left out: it might be months or minutes. */
const shortUnits: ReadonlyMap<string, string> = new Map([
  ['', 'Years'],
  ['y', 'Years'],
  ['Y', 'Years'],
  ['M', 'Months'],
  ['w', 'Weeks'],
  ['W', 'Weeks'],
  ['d', 'Days'],
  ['D', 'Days'],
])

function readNumber(text: string): RangeEnd | undefined {
  if (!/^-?\d{1,15}(?:\.\d{1,9})?$/.test(text)) return undefined
  return { text: String(Number(text)), first: Number(text) }
}
