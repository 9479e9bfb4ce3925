import { ByteReader, ByteWriter } from '../../../base/bytes.ts'

/** What tells how new a record is: the days of its last update (empty where it gives none) and of its processing. */
export interface Version {
  readonly updated: string
  readonly processed: string | undefined
}

/** A record that an import has met, and whether it was taken or not. */
export interface Taken extends Version {
  readonly content: bigint
  readonly place: string
}

/**
 * The records that an import has met, by the numbers of their NCT ids, the last of each. Of a whole registry they are kept for
 * each study until the end, so as numbers and bytes: objects would take three times as much.
 */
export class TakenRecords {
  readonly #entries = new Map<number, number>()
  #content = new BigInt64Array(1024)
  /** By entry: places in `#days`, and where in `#places` the place begins. */
  #updated = new Uint32Array(1024)
  #processed = new Uint32Array(1024)
  #place = new Uint32Array(1024)
  #imported = new Uint8Array(1024)
  readonly #days: (string | undefined)[] = []
  readonly #numbers = new Map<string | undefined, number>()
  readonly #places = new ByteWriter(1 << 16)

  get(nct: number): Taken | undefined {
    const entry = this.#entries.get(nct)
    if (entry === undefined) return undefined
    const places = new ByteReader(this.#places.view(), this.#place[entry])
    const length = places.number()
    const { at } = places
    return {
      updated: this.#days[this.#updated[entry] as number] ?? '',
      processed: this.#days[this.#processed[entry] as number],
      content: this.#content[entry] as bigint,
      place: Buffer.from(places.bytes.subarray(at, at + length)).toString(),
    }
  }

  set(nct: number, { updated, processed, content, place }: Taken): void {
    const entry = this.#entries.get(nct) ?? this.#add(nct)
    this.#updated[entry] = this.#numberOf(updated)
    this.#processed[entry] = this.#numberOf(processed)
    this.#content[entry] = content
    this.#place[entry] = this.#places.length
    const text = Buffer.from(place)
    this.#places.number(text.length)
    this.#places.append(text)
  }

  /** Whether this import has written the study, which was `set` before. */
  isImported(nct: number): boolean {
    return this.#imported[this.#entries.get(nct) ?? -1] === 1
  }

  noteImported(nct: number): void {
    const entry = this.#entries.get(nct)
    if (entry !== undefined) this.#imported[entry] = 1
  }

  #add(nct: number): number {
    const entry = this.#entries.size
    if (entry === this.#content.length) this.#grow(Math.ceil(entry * 1.5))
    this.#entries.set(nct, entry)
    return entry
  }

  #grow(length: number): void {
    this.#content = new BigInt64Array(this.#content.buffer.transfer(length * 8))
    this.#updated = new Uint32Array(this.#updated.buffer.transfer(length * 4))
    this.#processed = new Uint32Array(this.#processed.buffer.transfer(length * 4))
    this.#place = new Uint32Array(this.#place.buffer.transfer(length * 4))
    this.#imported = new Uint8Array(this.#imported.buffer.transfer(length))
  }

  #numberOf(day: string | undefined): number {
    const known = this.#numbers.get(day)
    if (known !== undefined) return known
    this.#numbers.set(day, this.#days.length)
    return this.#days.push(day) - 1
  }
}
