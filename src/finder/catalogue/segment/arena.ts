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
  /** What is known of each run, side by side, so that it is fetched from memory at once. */
  #known = new Int32Array(1024 * perRun)
  #runs = 0
  readonly #read = new ByteWriter(1024)

  /** How much of its memory is in use. */
  get bytes(): number {
    return this.#used + this.#runs * perRun * 4
  }

  /** Forgets all runs; the memory is used again for the next. */
  clear(): void {
    this.#used = 0
    this.#runs = 0
  }

  /** Begins a run; gives its number. */
  begin(): number {
    const run = this.#runs++
    const row = run * perRun
    if (row === this.#known.length) this.#known = grown(this.#known, perRun)
    const block = this.#allocate(firstBlock)
    this.#known[row + headOf] = block
    this.#known[row + tailOf] = block
    this.#known[row + freeOf] = firstBlock - pointer
    this.#known[row + sizeOf] = firstBlock
    return run
  }

  byte(run: number, value: number): void {
    const row = run * perRun
    if (this.#known[row + freeOf] === 0) this.#chain(row)
    const at = this.#known[row + tailOf] as number
    ;(this.#pages[at >>> pageBits] as Uint8Array)[at & pageMask] = value
    this.#known[row + tailOf] = at + 1
    this.#known[row + freeOf] = (this.#known[row + freeOf] as number) - 1
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
    const row = run * perRun
    let at = this.#known[row + headOf] as number
    const last = this.#known[row + sizeOf] as number
    const used = last - pointer - (this.#known[row + freeOf] as number)
    for (;;) {
      const page = this.#pages[at >>> pageBits] as Uint8Array
      const offset = at & pageMask
      const end = offset + size - pointer
      if (this.#known[row + tailOf] === at + used && size === last) {
        this.#read.append(page.subarray(offset, offset + used))
        return this.#read.view()
      }
      this.#read.append(page.subarray(offset, end))
      at = readPointer(page, end)
      size = nextSize(size)
    }
  }

  #chain(row: number): void {
    const end = this.#known[row + tailOf] as number
    const size = nextSize(this.#known[row + sizeOf] as number)
    const block = this.#allocate(size)
    writePointer(this.#pages[end >>> pageBits] as Uint8Array, end & pageMask, block)
    this.#known[row + tailOf] = block
    this.#known[row + freeOf] = size - pointer
    this.#known[row + sizeOf] = size
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
}

const pageBits = 20
const pageSize = 1 << pageBits
const pageMask = pageSize - 1
const pointer = 4
const firstBlock = 12
const largestBlock = 4096
/** What is known of a run: where its first block is, where the next byte goes, how many are free there, how long the block is. */
const [headOf, tailOf, freeOf, sizeOf, perRun] = [0, 1, 2, 3, 4] as const

function nextSize(size: number): number {
  return Math.min(largestBlock, size * 2)
}

/** The same numbers in an array half as long again, in rows of so many: there are dozens of these, and twice as long would mostly be empty. */
export function grown(array: Int32Array<ArrayBuffer>, row = 1): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil((array.length / row) * 1.5) * row)
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
