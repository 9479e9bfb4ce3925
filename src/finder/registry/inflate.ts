import type { InflateRaw } from 'node:zlib'
import { looksLikeBomb } from './limits.ts'

/** Inflated chunks, and once they are over, why they ended early if they did. */
export interface Inflated {
  readonly chunks: AsyncGenerator<Uint8Array, void>
  reason?: string
}

/** Bytes that came out, and those that went in. */
interface Sums {
  given: number
  taken: number
}

/**
 * Inflates a stream, counting what comes out: zlib's own limit does not hold for streams. Streams that are parts of one
 * share their `sums`.
 * What could be inflated before a cut or an error is still delivered. Reading the chunks throws
 * what the source throws.
 */
export function inflated(
  bytes: AsyncIterable<Uint8Array>,
  inflater: InflateRaw,
  sums: Sums = { given: 0, taken: 0 },
): Inflated {
  const result: Inflated = { chunks: inflate() }
  return result

  async function* inflate(): AsyncGenerator<Uint8Array, void> {
    const feeding = feed(bytes, inflater, (length) => (sums.taken += length))
    try {
      for await (const chunk of chunksOf(inflater)) {
        sums.given += chunk.length
        yield chunk
        if (looksLikeBomb(sums.given, sums.taken)) {
          result.reason = `It grows beyond measure when inflated (${sums.given} bytes from ${sums.taken}): it is not read on.`
          return
        }
      }
    } finally {
      inflater.destroy()
    }
    const failure = (await feeding) ?? inflater.errored
    if (failure && !isDamage(failure)) throw failure
    if (failure) result.reason = `The compressed data is cut off or damaged (${failure.message}).`
  }
}

/** The stream's own iterator drops what is buffered when an error comes; this one delivers it. */
async function* chunksOf(inflater: InflateRaw): AsyncGenerator<Uint8Array, void> {
  let over = false
  let wake: () => void = () => undefined
  for (const event of ['readable', 'end', 'error', 'close'])
    inflater.on(event, () => {
      over ||= event !== 'readable'
      wake()
    })
  for (;;) {
    const chunk = inflater.read() as Uint8Array | null
    if (chunk) yield chunk
    else if (over) return
    else await new Promise<void>((resolve) => (wake = resolve))
  }
}

function isDamage(failure: Error): boolean {
  return ((failure as NodeJS.ErrnoException).code ?? '').startsWith('Z_')
}

/** Gives the bytes to the inflater; returns the error of reading them, if one came. */
async function feed(
  bytes: AsyncIterable<Uint8Array>,
  inflater: InflateRaw,
  count: (length: number) => void,
): Promise<Error | undefined> {
  const iterator = bytes[Symbol.asyncIterator]()
  let fed = 0
  try {
    // Nothing is asked for that would not be used: it may be the beginning of something else.
    while (!inflater.destroyed) {
      const { done, value } = await iterator.next()
      if (done) return void inflater.end()
      count(value.length)
      fed += value.length
      await taken(inflater, value)
      // The end of the data came before that of the bytes.
      if (inflater.bytesWritten < fed) break
    }
    await iterator.return?.()
    return undefined
  } catch (error) {
    inflater.destroy()
    return error as Error
  }
}

/** Resolves when the bytes were inflated, or will never be. */
function taken(inflater: InflateRaw, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (inflater.destroyed) return resolve()
    inflater.once('close', resolve)
    inflater.write(bytes, () => {
      inflater.off('close', resolve)
      resolve()
    })
  })
}
