/** A growing run of bytes, written as variable-length numbers of seven bits a byte. */
export class ByteWriter {
  #bytes: Uint8Array
  length = 0

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity)
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow()
    this.#bytes[this.length++] = value
  }

  number(value: number): void {
    let rest = value
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** Bytes as they are. */
  append(bytes: Uint8Array): void {
    while (this.length + bytes.length > this.#bytes.length) this.#grow()
    this.#bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** Forgets what was written, to be used again. */
  clear(): void {
    this.length = 0
  }

  /** The bytes written so far; valid until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** Reads the numbers that `ByteWriter` wrote, from a place on; past the end there are only zeros. */
export class ByteReader {
  at: number
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  /** The next number, from 0 to 2³² - 1. */
  number(): number {
    let byte = this.bytes[this.at++] ?? 0
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.bytes[this.at++] ?? 0
      value |= (byte & 127) << shift
    }
    return value >>> 0
  }

  /** The next numbers, as many as `into` has room for: quicker than one after the other, as most are of one byte. */
  numbers<Into extends Uint8Array | Uint16Array | Uint32Array>(into: Into): Into {
    const { bytes } = this
    let { at } = this
    for (let index = 0; index < into.length; index++) {
      const byte = bytes[at] ?? 0
      if (byte < 128) {
        into[index] = byte
        at++
        continue
      }
      this.at = at
      into[index] = this.number()
      at = this.at
    }
    this.at = at
    return into
  }
}
