import { type Piece, pieces, valuesAt } from '../../registry/pieces/pieces.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { NamedInWords, ThingNames } from '../../vocabulary/named-in-words.ts'
import { writtenWords } from '../../vocabulary/written-words.ts'
import type { StoredStudy } from '../model/stored.ts'
import { wordedValue } from '../segment/piece-fields.ts'
import { pointField } from './field-sizes.ts'

/** Whether a record is what is asked, and its score. */
export interface RecordVerdict {
  readonly isFound: boolean
  readonly score: number
}

/** Words of a value, and what they name. */
export interface ReadValue {
  readonly stemmed: readonly string[]
  readonly written: readonly string[]
  readonly named: readonly NamedInWords[]
}

/** A record that is read because the index does not tell all that is asked: each field once. */
export class RecordReading {
  readonly #record: object
  readonly #names: ThingNames
  readonly points: StoredStudy['points']
  readonly #values = new Map<number, readonly unknown[]>()
  readonly #words = new Map<number, readonly ReadValue[]>()

  constructor(record: object, points: StoredStudy['points'], names: ThingNames) {
    this.#record = record
    this.points = points
    this.#names = names
  }

  values(field: number): readonly unknown[] {
    return remembered(this.#values, field, () => {
      const said = [...valuesAt(this.#record, pieces[field] as Piece)]
      const known = field === pointField ? this.points.filter((point) => point !== undefined) : []
      return known.length > said.length ? known : said
    })
  }

  words(field: number): readonly ReadValue[] {
    return remembered(this.#words, field, () =>
      this.values(field).flatMap((value) => {
        const text = wordedValue(value)
        return text === undefined ? [] : [asRead(text, this.#names)]
      }),
    )
  }

  /** The same study once for each element of a list (its path, with `[]`), as if it had no other. */
  *elements(list: string): Generator<RecordReading> {
    for (const { record, index } of narrowed(this.#record, list.split('.'))) {
      const points = list === siteList ? this.points.slice(index, index + 1) : this.points
      yield new RecordReading(record, points, this.#names)
    }
  }
}

const siteList = 'protocolSection.contactsLocationsModule.locations[]'

function remembered<T>(known: Map<number, T>, field: number, read: () => T): T {
  const before = known.get(field)
  if (before !== undefined) return before
  const made = read()
  known.set(field, made)
  return made
}

/** A value as it is read: its words, and what they name, each when it is first looked at. */
export function asRead(text: string, names: ThingNames): ReadValue {
  let [stemmed, written, named]: [string[]?, string[]?, (readonly NamedInWords[])?] = []
  return {
    get stemmed() {
      return (stemmed ??= tokens(text))
    },
    get written() {
      return (written ??= writtenWords(text))
    },
    get named() {
      return (named ??= names.inWords(this.stemmed))
    },
  }
}

interface Narrowed {
  readonly record: object
  /** The place of the element in its list. */
  readonly index: number
}

function* narrowed(value: unknown, steps: readonly string[]): Generator<Narrowed> {
  const [step, ...more] = steps
  if (step === undefined || value === null || typeof value !== 'object') return
  const isList = step.endsWith('[]')
  const key = isList ? step.slice(0, -2) : step
  const member = (value as Record<string, unknown>)[key]
  if (member === undefined || member === null) return
  if (!isList) {
    for (const { record, index } of narrowed(member, more))
      yield { record: { ...value, [key]: record }, index }
    return
  }
  if (!Array.isArray(member)) return
  for (const [index, one] of member.entries()) {
    if (more.length === 0) yield { record: { ...value, [key]: [one] }, index }
    else
      for (const within of narrowed(one, more))
        yield { record: { ...value, [key]: [within.record] }, index: within.index }
  }
}
