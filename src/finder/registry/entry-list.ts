/** One file in a zip archive, as the archive's directory describes it. */
export interface Entry {
  readonly name: string
  readonly offset: number
  readonly compressedBytes: number
  readonly inflatedBytes: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc32: number
  readonly encrypted: boolean
}

/** Files that are kept and let go together. */
const perChunk = 4096

/**
 * The files of an archive in columns: of half a million, each as an object would take four times the memory. They are taken in
 * the order in which they lie, and what was taken is let go.
 */
export class EntryList {
  readonly #chunks: (Chunk | undefined)[] = []
  /** How many of each chunk were not taken yet. */
  readonly #left: number[] = []
  #count = 0
  /** The places of what is still to come, the last first; undefined while files are added. */
  #order: Uint32Array | undefined

  add(entry: Entry): void {
    const at = this.#count % perChunk
    if (at === 0) {
      this.#chunks.at(-1)?.close()
      this.#chunks.push(new Chunk())
      this.#left.push(0)
    }
    const last = this.#chunks.length - 1
    this.#chunks[last]?.put(at, entry)
    this.#left[last] = at + 1
    this.#count++
  }

  /** All of them in the order in which they lie; what was taken is none of them. */
  *inOrder(): Generator<Entry> {
    const order = this.#ordered()
    for (let left = this.#count - 1; left >= 0; left--) yield this.#at(order[left] as number)
  }

  /** The first that was not taken yet, which is let go; undefined after the last. */
  take(): Entry | undefined {
    const order = this.#ordered()
    if (this.#count === 0) return undefined
    const place = order[--this.#count] as number
    const entry = this.#at(place)
    const chunk = Math.floor(place / perChunk)
    this.#left[chunk] = (this.#left[chunk] as number) - 1
    if (this.#left[chunk] === 0) this.#chunks[chunk] = undefined
    return entry
  }

  get count(): number {
    return this.#count
  }

  /** The name of the second of two files of one name but for its case, the first such there is; undefined where there is none. */
  repeatedName(): string | undefined {
    // A sum of each name with its place behind it: equal names are side by side once these are in order.
    const keys = Float64Array.from(
      { length: this.#count },
      (_, place) => sumOf(this.#foldedAt(place)) * mostPlaces + place,
    ).sort()
    let first = Infinity
    for (let from = 0; from < keys.length;) {
      let to = from + 1
      while (to < keys.length && sumIn(keys[to]) === sumIn(keys[from])) to++
      const met = new Set<string>()
      for (let at = from; to - from > 1 && at < to; at++) {
        const place = (keys[at] as number) % mostPlaces
        const name = this.#foldedAt(place)
        if (met.has(name)) first = Math.min(first, place)
        met.add(name)
      }
      from = to
    }
    return first === Infinity ? undefined : this.#at(first).name
  }

  #ordered(): Uint32Array {
    if (this.#order) return this.#order
    this.#chunks.at(-1)?.close()
    const order = Uint32Array.from({ length: this.#count }, (_, at) => this.#count - 1 - at)
    const offsetAt = (place: number) =>
      this.#chunks[Math.floor(place / perChunk)]?.offsets[place % perChunk] ?? 0
    for (let at = 1; at < order.length; at++)
      if (offsetAt(order[at] as number) > offsetAt(order[at - 1] as number)) {
        order.sort((a, b) => offsetAt(b) - offsetAt(a) || b - a)
        break
      }
    return (this.#order = order)
  }

  #at(place: number): Entry {
    return (this.#chunks[Math.floor(place / perChunk)] as Chunk).at(place % perChunk)
  }

  #foldedAt(place: number): string {
    const chunk = this.#chunks[Math.floor(place / perChunk)] as Chunk
    return chunk.nameAt(place % perChunk).toLowerCase()
  }
}

/** More than an archive may hold; with a sum of 32 bits before it a place is still exact. */
const mostPlaces = 2 ** 20

function sumIn(key = 0): number {
  return Math.floor(key / mostPlaces)
}

/** FNV-1a of a name. Names that are made to have one sum are compared one by one. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0
  return sum
}

class Chunk {
  readonly offsets = new Float64Array(perChunk)
  readonly #compressed = new Float64Array(perChunk)
  readonly #inflated = new Float64Array(perChunk)
  readonly #checksums = new Uint32Array(perChunk)
  readonly #methods = new Uint16Array(perChunk)
  readonly #encrypted = new Uint8Array(perChunk)
  /** Where each name ends in `#names`. */
  readonly #ends = new Uint32Array(perChunk)
  #names = Buffer.alloc(0)
  /** Names until the chunk is closed. */
  #written: string[] = []

  put(at: number, entry: Entry): void {
    this.offsets[at] = entry.offset
    this.#compressed[at] = entry.compressedBytes
    this.#inflated[at] = entry.inflatedBytes
    this.#checksums[at] = entry.crc32
    this.#methods[at] = entry.method
    this.#encrypted[at] = entry.encrypted ? 1 : 0
    this.#written.push(entry.name)
  }

  /** Nothing is added any more. */
  close(): void {
    if (this.#written.length === 0) return
    const names = this.#written.map((name) => Buffer.from(name))
    let end = 0
    for (const [at, name] of names.entries()) this.#ends[at] = end += name.length
    this.#names = Buffer.concat(names)
    this.#written = []
  }

  nameAt(at: number): string {
    const written = this.#written[at]
    if (written !== undefined) return written
    return this.#names.toString('utf8', at === 0 ? 0 : this.#ends[at - 1], this.#ends[at])
  }

  at(at: number): Entry {
    return {
      name: this.nameAt(at),
      offset: this.offsets[at] as number,
      compressedBytes: this.#compressed[at] as number,
      inflatedBytes: this.#inflated[at] as number,
      method: this.#methods[at] as number,
      crc32: this.#checksums[at] as number,
      encrypted: this.#encrypted[at] === 1,
    }
  }
}
