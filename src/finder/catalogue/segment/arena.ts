import { ByteWriter } from '../../../base/bytes.ts'

/**
 * Many growing runs of bytes in few large pieces of memory. A word that is in one study needs a
 * dozen bytes; an array of its own would take ten times that, for a million words.
 *
 * A run is a chain of blocks, each larger than the one before; the last four bytes of a block say
 * where the next one is.
 */
export class Arena {
  readonly #pages: Uint8Array[] = [new Uint8Array(pageSize)]
  #used = 0
  #heads = new Int32Array(1024)
  #tails = new Int32Array(1024)
  /** How many bytes of the last block are free. */
  #free = new Int32Array(1024)
  #sizes = new Int32Array(1024)
  #runs = 0
  readonly #read = new ByteWriter(1024)

  /** How much of its memory is in use. */
  get bytes(): number {
    return this.#used + this.#runs * bytesOfRun
  }

  /** Forgets all runs; the memory is used again for the next. */
  clear(): void {
    this.#used = 0
    this.#runs = 0
  }

  /** Begins a run; gives its number. */
  begin(): number {
    const run = this.#runs++
    if (run === this.#heads.length) this.#growRuns()
    const block = this.#allocate(firstBlock)
    this.#heads[run] = block
    this.#tails[run] = block
    this.#free[run] = firstBlock - pointer
    this.#sizes[run] = firstBlock
    return run
  }

  byte(run: number, value: number): void {
    if (this.#free[run] === 0) this.#chain(run)
    const at = this.#tails[run] as number
    ;(this.#pages[at >>> pageBits] as Uint8Array)[at & pageMask] = value
    this.#tails[run] = at + 1
    this.#free[run] = (this.#free[run] as number) - 1
  }

  /** Seven bits a byte. */
  number(run: number, value: number): void {
    let rest = value
    while (rest > 127) {
      this.byte(run, (rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(run, rest)
  }

  /** A run's bytes in one piece; valid until the next call. */
  read(run: number): Uint8Array {
    this.#read.clear()
    let size = firstBlock
    let at = this.#heads[run] as number
    const last = this.#sizes[run] as number
    const used = last - pointer - (this.#free[run] as number)
    for (;;) {
      const page = this.#pages[at >>> pageBits] as Uint8Array
      const offset = at & pageMask
      const end = offset + size - pointer
      if (this.#tails[run] === at + used && size === last) {
        this.#read.append(page.subarray(offset, offset + used))
        return this.#read.view()
      }
      this.#read.append(page.subarray(offset, end))
      at = readPointer(page, end)
      size = nextSize(size)
    }
  }

  #chain(run: number): void {
    const end = this.#tails[run] as number
    const size = nextSize(this.#sizes[run] as number)
    const block = this.#allocate(size)
    writePointer(this.#pages[end >>> pageBits] as Uint8Array, end & pageMask, block)
    this.#tails[run] = block
    this.#free[run] = size - pointer
    this.#sizes[run] = size
  }

  /** Blocks never cross from one page to the next. */
  #allocate(size: number): number {
    if ((this.#used & pageMask) + size > pageSize)
      this.#used = ((this.#used >>> pageBits) + 1) << pageBits
    if (this.#used >>> pageBits >= this.#pages.length) this.#pages.push(new Uint8Array(pageSize))
    const at = this.#used
    this.#used += size
    return at
  }

  #growRuns(): void {
    this.#heads = grown(this.#heads)
    this.#tails = grown(this.#tails)
    this.#free = grown(this.#free)
    this.#sizes = grown(this.#sizes)
  }
}

const pageBits = 20
const pageSize = 1 << pageBits
const pageMask = pageSize - 1
const pointer = 4
const firstBlock = 12
const largestBlock = 4096
/** Of what is known of each run: its entries in four lists. */
const bytesOfRun = 16

function nextSize(size: number): number {
  return Math.min(largestBlock, size * 2)
}

/** The same numbers in an array half as long again: there are dozens of these, and twice as long would mostly be empty. */
export function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(array.length * 1.5))
  larger.set(array)
  return larger
}

function writePointer(page: Uint8Array, at: number, value: number): void {
  page[at] = value & 255
  page[at + 1] = (value >>> 8) & 255
  page[at + 2] = (value >>> 16) & 255
  page[at + 3] = value >>> 24
}

function readPointer(page: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = page.subarray(at, at + 4)
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0
}
