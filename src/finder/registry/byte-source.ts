/** The bytes of a stream, read some at a time; what a reader of chunks took too much of can be given back. */
export class ByteSource {
  readonly #iterator: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array(0)
  #isOver = false
  /** The last chunks given to the reader of now, and how many bytes it was given in all. */
  #given: Uint8Array[] = []
  #givenBytes = 0

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#iterator = bytes[Symbol.asyncIterator]()
  }

  /** The next bytes, which stay; fewer at the end. Throws what the stream throws. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#rest.length < length && !this.#isOver) {
      const chunk = await this.#next()
      this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    }
    return this.#rest.subarray(0, length)
  }

  async take(length: number): Promise<Uint8Array> {
    const bytes = await this.peek(length)
    this.#rest = this.#rest.subarray(bytes.length)
    return bytes
  }

  /** Up to and over the next zero. */
  async skipText(): Promise<void> {
    while ((await this.peek(1)).length > 0) {
      const end = this.#rest.indexOf(0)
      this.#rest = this.#rest.subarray(end < 0 ? this.#rest.length : end + 1)
      if (end >= 0) return
    }
  }

  async skipZeros(): Promise<void> {
    while ((await this.peek(1)).length > 0) {
      const end = this.#rest.findIndex((byte) => byte !== 0)
      this.#rest = this.#rest.subarray(end < 0 ? this.#rest.length : end)
      if (end >= 0) return
    }
  }

  /** All that is left, as it comes, for one reader; whoever stops early says how much was used. */
  async *chunks(): AsyncGenerator<Uint8Array, void> {
    this.#given = []
    this.#givenBytes = 0
    for (;;) {
      const chunk = this.#rest.length > 0 ? this.#rest : await this.#next()
      this.#rest = new Uint8Array(0)
      if (chunk.length === 0 && this.#isOver) return
      this.#note(chunk)
      yield chunk
    }
  }

  /** Puts back what the reader of `chunks` was given beyond the bytes it used; how many bytes that is. */
  giveBack(used: number): number {
    const over = Math.max(0, this.#givenBytes - used)
    const last = this.#given.at(-1)
    const isInLast = last !== undefined && last.length >= over && this.#rest.length === 0
    const given = isInLast ? last : Buffer.concat([...this.#given, this.#rest])
    this.#rest = given.subarray(given.length - over - (isInLast ? 0 : this.#rest.length))
    this.#given = []
    return over
  }

  /** A reader queues little: all but the last chunks are used up. */
  #note(chunk: Uint8Array): void {
    this.#givenBytes += chunk.length
    this.#given.push(chunk)
    let later = this.#given.reduce((sum, { length }) => sum + length, 0)
    while ((later -= this.#given[0]?.length ?? later) > mostQueued) this.#given.shift()
  }

  async #next(): Promise<Uint8Array> {
    const { done, value } = await this.#iterator.next()
    if (done) this.#isOver = true
    return done ? new Uint8Array(0) : (value as Uint8Array)
  }
}

const mostQueued = 8 << 20
