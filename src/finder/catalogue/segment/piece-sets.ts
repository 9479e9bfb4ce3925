import { ByteReader, ByteWriter } from '../../../base/bytes.ts'

/**
 * Sets of fields, each a number while a segment is written: which fields of a study a word is in. A set is the set without
 * its last field, and that field; 0 is the empty one. Those that are used most are kept once for all terms, any other where it
 * is used, as one of those and the fields it has besides: they are so many that a table of them all would not fit in memory.
 */
export class PieceSetsBuilder {
  readonly #next = new Map<number, number>()
  readonly #above: number[] = [0]
  readonly #field: number[] = [0]
  readonly #uses: number[] = [0]
  /** The numbers of those that are kept once, from 1, once all are known. */
  #kept = new Map<number, number>()

  /** The set with one more field, whose number must be above those in it. */
  with(set: number, field: number): number {
    const key = set * mostFields + field
    const known = this.#next.get(key)
    if (known !== undefined) return known
    const made = this.#above.length
    this.#above.push(set)
    this.#field.push(field)
    this.#uses.push(0)
    this.#next.set(key, made)
    return made
  }

  /** Notes that a study has a word in this set of fields. */
  use(set: number): void {
    this.#uses[set] = (this.#uses[set] as number) + 1
  }

  /** The sets that are kept once for all terms; no more are added after that. */
  finish(): Uint8Array {
    const used = [...this.#uses.keys()].filter((set) => (this.#uses[set] as number) > 1)
    const most = used
      .toSorted((a, b) => (this.#uses[b] as number) - (this.#uses[a] as number) || a - b)
      .slice(0, mostKeptSets)
    this.#kept = new Map(most.map((set, index) => [set, index + 1]))
    const bytes = new ByteWriter(1 << 16)
    bytes.number(most.length)
    for (const set of most) writeFields(bytes, this.#fieldsOf(set, 0), 0)
    return bytes.view()
  }

  /** Writes a set as a term refers to it. */
  write(bytes: ByteWriter, set: number): void {
    const kept = this.#kept.get(set)
    if (kept !== undefined) return bytes.number(kept)
    let within = set
    while (within > 0 && !this.#kept.has(within)) within = this.#above[within] as number
    bytes.number(0)
    bytes.number(this.#kept.get(within) ?? 0)
    writeFields(bytes, this.#fieldsOf(set, within), this.#field[within] as number)
  }

  /** The fields of a set, in order, beyond those of a set that is its beginning. */
  #fieldsOf(set: number, within: number): readonly number[] {
    const fields: number[] = []
    for (let one = set; one !== within; one = this.#above[one] as number)
      fields.push(this.#field[one] as number)
    return fields.toReversed()
  }
}

const mostFields = 512
const mostKeptSets = 16_384

function writeFields(bytes: ByteWriter, fields: readonly number[], after: number): void {
  bytes.number(fields.length)
  let last = after
  for (const field of fields) {
    bytes.number(field - last)
    last = field
  }
}

/**
 * Sets of fields by their places in `pieces`, rising; last of all may be what `wordForms` says of a word. Those of set `n` are
 * from `starts[n]` to below `starts[n + 1]`.
 */
export interface PieceSetList {
  readonly starts: Uint32Array
  readonly fields: Uint16Array
}

/** The sets of fields that a segment keeps once for all terms. */
export class PieceSets {
  readonly #kept: PieceSetList

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes)
    const count = reader.number()
    const fields = new FieldsWriter(count + 1)
    fields.endSet()
    for (let left = count; left > 0; left--) {
      fields.addRead(reader, 0)
      fields.endSet()
    }
    this.#kept = fields.list()
  }

  /** Reads so many sets as a term refers to them. */
  read(reader: ByteReader, count: number): PieceSetList {
    const { starts, fields } = this.#kept
    const read = new FieldsWriter(count)
    for (let left = count; left > 0; left--) {
      const kept = reader.number()
      const within = kept > 0 ? kept : reader.number()
      const [start = 0, end = 0] = [starts[within], starts[within + 1]]
      for (let at = start; at < end; at++) read.add(fields[at] as number)
      if (kept === 0) read.addRead(reader, end > start ? (fields[end - 1] as number) : 0)
      read.endSet()
    }
    return read.list()
  }
}

/** Gathers sets of fields. */
class FieldsWriter {
  readonly #starts: Uint32Array
  #fields = new Uint16Array(64)
  #length = 0
  #sets = 0

  constructor(sets: number) {
    this.#starts = new Uint32Array(sets + 1)
  }

  add(field: number): void {
    if (this.#length === this.#fields.length) {
      const larger = new Uint16Array(this.#length * 2)
      larger.set(this.#fields)
      this.#fields = larger
    }
    this.#fields[this.#length++] = field
  }

  addRead(reader: ByteReader, after: number): void {
    let last = after
    for (let left = reader.number(); left > 0; left--) this.add((last += reader.number()))
  }

  endSet(): void {
    this.#starts[++this.#sets] = this.#length
  }

  list(): PieceSetList {
    return { starts: this.#starts, fields: this.#fields.slice(0, this.#length) }
  }
}
