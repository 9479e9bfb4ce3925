import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { acceptedPackings } from '../../base/accepted-packings.ts'

/** How bytes are packed for the way. */
export type Packing = 'br' | 'gzip' | 'plain'

/** Bytes that a response can send. */
export type Bytes = Uint8Array<ArrayBuffer>

/** The best packing that a browser says it takes: what it gives no weight (`br;q=0`) it refuses. */
export function packingFor(acceptEncoding: string | undefined): Packing {
  const taken = acceptedPackings(acceptEncoding)
  if (taken.has('br')) return 'br'
  return taken.has('gzip') ? 'gzip' : 'plain'
}

/** Packs beside the requests, not in front of them; the quality is that of brotli, 11 at most. */
export async function packed(
  text: string | Uint8Array,
  packing: Packing,
  quality: number,
): Promise<Bytes> {
  const plain = typeof text === 'string' ? new TextEncoder().encode(text) : text
  if (packing === 'plain') return new Uint8Array(plain)
  if (packing === 'gzip') return new Uint8Array(await gzipped(plain))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(plain.length),
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  return new Uint8Array(await brotlied(plain, { params }))
}

/** The least that reaches back over so many bytes: the usual four megabytes take longer to set up than a page to pack. */
function windowFor(length: number): number {
  const bits = Math.ceil(Math.log2(length + outOfReach))
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(constants.BROTLI_MIN_WINDOW_BITS, bits))
}

/** Of a window brotli leaves the last bytes unused. */
const outOfReach = 16

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** The same content for every reader: each packing is made once, when it is first asked for. */
export class Packed {
  readonly #read: () => Promise<string | Uint8Array>
  readonly #quality: number
  readonly #made = new Map<Packing, Promise<Bytes>>()

  constructor(read: () => Promise<string | Uint8Array>, quality: number) {
    this.#read = read
    this.#quality = quality
  }

  as(packing: Packing): Promise<Bytes> {
    const made = this.#made.get(packing)
    if (made) return made
    const making = this.#read().then((text) => packed(text, packing, this.#quality))
    this.#made.set(packing, making)
    making.catch(() => this.#made.delete(packing))
    return making
  }
}
