import { ByteReader, ByteWriter } from '../../../base/bytes.ts'
import { grown } from './arena.ts'

/**
 * Sets of fields, each a number while a segment is written: which fields of a study a word is in. A set is the set without
 * its last field, and that field; 0 is the empty one. Those that are used most are kept once for all terms, any other where it
 * is used, as one of those and the fields it has besides: they are so many that a table of them all would not fit in memory.
 */
export class PieceSetsBuilder {
  /** A table of sets by what they are made of, as there are a million of them: places are tried one after the other. */
  #table = new Int32Array(1 << 12)
  #above = new Int32Array(1024)
  #field = new Int32Array(1024)
  #uses = new Int32Array(1024)
  #count = 1
  /** The numbers of those that are kept once, from 1, once all are known. */
  #kept = new Map<number, number>()

  /** The set with one more field, whose number must be above those in it. */
  with(set: number, field: number): number {
    const slot = this.#slotOf(set, field)
    const known = this.#table[slot] as number
    if (known > 0) return known
    const made = this.#count++
    if (made === this.#above.length) this.#grow()
    this.#above[made] = set
    this.#field[made] = field
    this.#table[slot] = made
    if (made * 2 > this.#table.length) this.#spread()
    return made
  }

  /** Notes that a study has a word in this set of fields. */
  use(set: number): void {
    this.#uses[set] = (this.#uses[set] as number) + 1
  }

  /** The sets that are kept once for all terms; no more are added after that. */
  finish(): Uint8Array {
    const used: number[] = []
    for (let set = 1; set < this.#count; set++) if ((this.#uses[set] as number) > 1) used.push(set)
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

  /** Where a set is, or the free place where it belongs. */
  #slotOf(set: number, field: number): number {
    const mask = this.#table.length - 1
    let slot = (Math.imul(set, 0x9e3779b1) ^ Math.imul(field + 1, 0x85ebca6b)) & mask
    for (;;) {
      const there = this.#table[slot] as number
      if (there === 0 || (this.#above[there] === set && this.#field[there] === field)) return slot
      slot = (slot + 1) & mask
    }
  }

  #spread(): void {
    this.#table = new Int32Array(this.#table.length * 2)
    for (let set = 1; set < this.#count; set++)
      this.#table[this.#slotOf(this.#above[set] as number, this.#field[set] as number)] = set
  }

  #grow(): void {
    this.#above = grown(this.#above)
    this.#field = grown(this.#field)
    this.#uses = grown(this.#uses)
  }

  /** The fields of a set, in order, beyond those of a set that is its beginning. */
  #fieldsOf(set: number, within: number): readonly number[] {
    const fields: number[] = []
    for (let one = set; one !== within; one = this.#above[one] as number)
      fields.push(this.#field[one] as number)
    return fields.toReversed()
  }
}

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
