import type { Gunzip, InflateRaw } from 'node:zlib'
import { looksLikeBomb } from './limits.ts'

/** Inflated chunks, and once they are over, why they ended early if they did. */
export interface Inflated {
  readonly chunks: AsyncGenerator<Uint8Array, void>
  reason?: string
}

/**
 * Inflates a stream, counting what comes out: zlib's own limit does not hold for streams.
 * What could be inflated before a cut or an error is still delivered. Reading the chunks throws
 * what the source throws.
 */
export function inflated(
  bytes: AsyncIterable<Uint8Array>,
  inflater: Gunzip | InflateRaw,
): Inflated {
  const result: Inflated = { chunks: inflate() }
  return result

  async function* inflate(): AsyncGenerator<Uint8Array, void> {
    let [taken, given] = [0, 0]
    const feeding = feed(bytes, inflater, (length) => (taken += length))
    try {
      for await (const chunk of chunksOf(inflater)) {
        given += chunk.length
        yield chunk
        if (looksLikeBomb(given, taken)) {
          result.reason = `It grows beyond measure when inflated (${given} bytes from ${taken}): it is not read on.`
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
async function* chunksOf(inflater: Gunzip | InflateRaw): AsyncGenerator<Uint8Array, void> {
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
  inflater: Gunzip | InflateRaw,
  count: (length: number) => void,
): Promise<Error | undefined> {
  try {
    for await (const chunk of bytes) {
      if (inflater.destroyed) return undefined
      count(chunk.length)
      if (!inflater.write(chunk)) await drained(inflater)
    }
    inflater.end()
    return undefined
  } catch (error) {
    inflater.destroy()
    return error as Error
  }
}

function drained(inflater: Gunzip | InflateRaw): Promise<void> {
  return new Promise((resolve) => {
    function go(): void {
      inflater.off('drain', go).off('close', go)
      resolve()
    }
    inflater.on('drain', go).on('close', go)
  })
}
