import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** How a page's bytes are packed for the way. */
export type Packing = 'br' | 'gzip' | 'plain'

export type Bytes = Uint8Array<ArrayBuffer>

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

/** Packs a page once for all its readers. */
export function packed(text: string, packing: Packing): Bytes {
  const plain = new TextEncoder().encode(text)
  if (packing === 'plain') return plain
  return new Uint8Array(packing === 'br' ? brotliCompressSync(plain, quick) : gzipSync(plain))
}

/** The best packing that a browser says it takes. */
export function packingFor(acceptEncoding: string): Packing {
  if (takesBrotli.test(acceptEncoding)) return 'br'
  return takesGzip.test(acceptEncoding) ? 'gzip' : 'plain'
}

const takesBrotli = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/
const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** The bytes and about what the map and the key need beside them. */
function sizeOf(page: Bytes): number {
  return page.byteLength + 300
}
