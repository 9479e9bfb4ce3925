import { enums, type EnumName } from './enums.ts'
import { mostDepth } from './limits.ts'
import { repairSpelling } from './repair-spelling.ts'
import { studyShape, type Kind } from './shape.ts'
import type { Study } from './study.ts'

/** What was seen in the record's text, so that only records in need are searched for it. */
export interface Signs {
  readonly damagedSpelling: boolean
  readonly lostLetters: boolean
  readonly halfCharacters: boolean
}

/** A study with remarks on it, or why the record is none. */
export type Checked =
  | { readonly study: Study; readonly warnings: string[]; readonly unsafeNumbers: boolean }
  | { readonly reason: string }

/**
 * Checks a parsed record against the shape of a study, and puts right in place what is safe: a null
 * becomes absent, damaged spelling is repaired, an impossible date is left out. All else stays as it came.
 * Nothing in a record makes it throw.
 */
export function checkStudy(value: object, signs: Signs): Checked {
  const check: Check = { signs, warnings: [], path: [], unsafeNumbers: false }
  try {
    checkValue(value, studyShape, check, '')
  } catch (error) {
    if (error instanceof Misfit) return { reason: error.message }
    throw error
  }
  return { study: value as Study, warnings: check.warnings, unsafeNumbers: check.unsafeNumbers }
}

interface Check {
  readonly signs: Signs
  readonly warnings: string[]
  readonly path: string[]
  unsafeNumbers: boolean
}

class Misfit extends Error {}

type Fields = Record<string, unknown>

/** The value to keep; undefined to leave it out. */
function checkValue(value: unknown, kind: Kind, check: Check, key: string): unknown {
  switch (kind.is) {
    case 'text':
      return checkText(value, check, key)
    case 'name':
      return checkName(value, check, key)
    case 'enum':
      return checkEnum(value, kind.values, check, key)
    case 'date':
      return checkDate(value, check, key)
    case 'age':
      return checkAge(value, check, key)
    case 'flag':
      if (typeof value !== 'boolean') misfit(check, key, 'true or false', value)
      return value
    case 'number':
      return checkNumber(value, check, key)
    case 'point':
      return checkPoint(value, check, key)
    case 'list':
      return checkList(value, kind.of, check, key)
    case 'object':
      return checkObject(value, kind.fields, check, key)
    case 'anything':
      return checkRest(value, check, key, check.path.length)
  }
}

function checkObject(
  value: unknown,
  fields: ReadonlyMap<string, Kind>,
  check: Check,
  key: string,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    misfit(check, key, 'an object', value)
  check.path.push(key)
  const object = value as Fields
  for (const name in object) {
    const kind = fields.get(name)
    const before = object[name]
    const after = kind ? known(before, kind, check, name) : rest(before, check, name)
    if (after === undefined) delete object[name]
    else if (after !== before) object[name] = after
  }
  check.path.pop()
  return value
}

function known(value: unknown, kind: Kind, check: Check, key: string): unknown {
  return value === null ? undefined : checkValue(value, kind, check, key)
}

/** A key of this name would change the object it is merged into. */
function rest(value: unknown, check: Check, key: string): unknown {
  if (key !== '__proto__') return checkRest(value, check, key, check.path.length)
  warn(check, key, 'was left out')
  return undefined
}

function checkList(value: unknown, of: Kind, check: Check, key: string): unknown {
  if (!Array.isArray(value)) misfit(check, key, 'a list', value)
  const list = value as unknown[]
  for (let index = 0; index < list.length; index++) {
    const before = list[index]
    const after = known(before, of, check, `${key}[${index}]`)
    if (after === undefined) list.splice(index--, 1)
    else if (after !== before) list[index] = after
  }
  return value
}

function checkText(value: unknown, check: Check, key: string): unknown {
  if (typeof value !== 'string') misfit(check, key, 'text', value)
  const text = value as string
  if (check.signs.lostLetters && text.includes('\ufffd'))
    warn(check, key, 'has lost letters (shown as \ufffd)')
  return check.signs.halfCharacters ? text.toWellFormed() : text
}

function checkName(value: unknown, check: Check, key: string): unknown {
  const name = checkText(value, check, key)
  if (!check.signs.damagedSpelling) return name
  const repaired = repairSpelling(name as string)
  if (repaired === name) return name
  warn(check, key, `was repaired: "${String(name)}" is read as "${repaired}"`)
  return repaired
}

function checkEnum(value: unknown, values: EnumName, check: Check, key: string): unknown {
  if (typeof value !== 'string') misfit(check, key, 'text', value)
  if (!enums[values].has(value as string))
    warn(check, key, `has a value not known here: "${String(value).slice(0, 80)}"`)
  return value
}

function checkDate(value: unknown, check: Check, key: string): unknown {
  if (typeof value !== 'string') misfit(check, key, 'text', value)
  if (isDate(value as string)) return value
  warn(check, key, `is not a date and was left out: "${String(value).slice(0, 40)}"`)
  return undefined
}

/** `yyyy`, `yyyy-MM` or `yyyy-MM-dd`, of a day that exists. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Kept even when it cannot be read: were it left out, it would mean "no limit". */
function checkAge(value: unknown, check: Check, key: string): unknown {
  if (typeof value !== 'string') misfit(check, key, 'text', value)
  const known = /^(\d{1,5}) (Year|Month|Week|Day|Hour|Minute)s?$/.exec(value as string)
  if (!known || (known[2] === 'Year' && Number(known[1]) > 150))
    warn(check, key, `is not an age: "${String(value).slice(0, 40)}"`)
  return value
}

function checkNumber(value: unknown, check: Check, key: string): unknown {
  if (typeof value === 'string' && /^-?\d{16,}$/.test(value)) {
    warn(check, key, `is too large to count with and was left out: ${value.slice(0, 40)}`)
    return undefined
  }
  if (typeof value !== 'number') misfit(check, key, 'a number', value)
  return checkRest(value, check, key, 0)
}

function checkPoint(value: unknown, check: Check, key: string): unknown {
  const point = value as { lat?: unknown; lon?: unknown }
  const { lat, lon } = typeof value === 'object' ? point : {}
  const isPlace =
    typeof lat === 'number' &&
    typeof lon === 'number' &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180
  if (isPlace) return value
  warn(check, key, 'is not a place on the earth and was left out')
  return undefined
}

/** What `study.ts` does not name is kept as it is, as long as it can be written again. */
function checkRest(value: unknown, check: Check, key: string, depth: number): unknown {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) check.unsafeNumbers = true
    return value
  }
  if (typeof value === 'string') return check.signs.halfCharacters ? value.toWellFormed() : value
  if (typeof value !== 'object' || value === null) return value
  if (depth >= mostDepth) misfit(check, key, `at most ${mostDepth} levels deep`, undefined)
  const object = value as Fields
  for (const name in object) {
    const before = object[name]
    const after =
      name === '__proto__' ? rest(before, check, name) : checkRest(before, check, key, depth + 1)
    if (after === undefined) delete object[name]
    else if (after !== before) object[name] = after
  }
  return value
}

function warn(check: Check, key: string, words: string): void {
  if (check.warnings.length < 50) check.warnings.push(`${pathOf(check, key)} ${words}.`)
}

function misfit(check: Check, key: string, expected: string, value: unknown): never {
  const found = value === undefined ? '' : `, but is ${wordFor(value)}`
  throw new Misfit(`${pathOf(check, key)} should be ${expected}${found}.`)
}

function pathOf(check: Check, key: string): string {
  return [...check.path, key].filter((part) => part !== '').join('.')
}

function wordFor(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'a number'
  return typeof value === 'boolean' ? `${value}` : 'an object'
}
