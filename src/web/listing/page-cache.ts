import type { Bytes } from '../shell/packing.ts'

/** Finished pages, the least lately asked for leaving first when they take more than so many bytes. */
export class PageCache {
  readonly #mostBytes: number
  readonly #pages = new Map<string, Bytes>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): Bytes | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
  }

  set(key: string, page: Bytes): void {
    this.#remove(key)
    if (sizeOf(page) > this.#mostBytes) return
    this.#pages.set(key, page)
    this.#bytes += sizeOf(page)
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#remove(oldest)
    }
  }

  #remove(key: string): void {
    const page = this.#pages.get(key)
    if (!page) return
    this.#pages.delete(key)
    this.#bytes -= sizeOf(page)
  }
}

/** The bytes and about what the map and the key need beside them. */
function sizeOf(page: Bytes): number {
  return page.byteLength + 300
}
