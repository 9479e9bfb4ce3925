import type { Bytes } from '../shell/packing.ts'

/** A finished page, and the day of the import that brought its study. */
export interface KeptPage {
  readonly bytes: Bytes
  readonly imported: string
}

/** Finished pages, the least lately asked for leaving first when they take more than so many bytes. */
export class PageCache {
  readonly #mostBytes: number
  readonly #pages = new Map<string, KeptPage>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): KeptPage | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
  }

  set(key: string, page: KeptPage): void {
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
function sizeOf({ bytes }: KeptPage): number {
  return bytes.byteLength + 300
}
