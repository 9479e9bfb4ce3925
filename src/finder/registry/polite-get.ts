import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpAnswer, Fetch } from './get.ts'

/** How a registry is asked: seldom, patiently, and never for more than it should give. */
export interface Manners {
  readonly fetch: Fetch
  readonly signal?: AbortSignal | undefined
  /** Between the beginnings of two requests. */
  readonly pauseMs: number
  readonly timeoutMs: number
  readonly attempts: number
  /** From 0 to below 1. */
  readonly random: () => number
  readonly mostBytes: number
}

/** The body, or why there is none. */
export type Got = { readonly bytes: Buffer } | NotGot

/** Why there is no body, in words an operator can act on. */
export interface NotGot {
  readonly reason: string
  /** The registry refuses the question itself: it is wrong (400), or there is nothing (404). */
  readonly refused?: true
  /** What came of the body before it was cut off, at the last try. */
  readonly partial?: Buffer
}

/** Asks with pauses between requests, and again after a time where the registry is busy or down. */
export class PoliteGet {
  readonly #manners: Manners
  #readyAt: Promise<unknown> = Promise.resolve()

  constructor(manners: Manners) {
    this.#manners = manners
  }

  /** `flawOf` tells what is wrong with a body that came with success; such a request is made again. */
  async get(url: URL, flawOf: (bytes: Buffer) => string | undefined): Promise<Got> {
    let [reason, partial]: [string, Buffer | undefined] = ['', undefined]
    for (let attempt = 1; attempt <= this.#manners.attempts; attempt++) {
      const tried = await this.#try(url, flawOf)
      if ('bytes' in tried || !tried.again) return tried
      reason = tried.reason
      partial = tried.partial ?? partial
      if (attempt < this.#manners.attempts)
        await this.#wait(tried.afterMs ?? backOffMs(attempt, this.#manners))
    }
    reason += ` Tried ${this.#manners.attempts} times.`
    return { reason, ...(partial && { partial }) }
  }

  async #try(url: URL, flawOf: (bytes: Buffer) => string | undefined): Promise<Tried> {
    await this.#turn()
    try {
      const got = await this.#once(url, url, 0)
      const flaw = 'bytes' in got ? flawOf(got.bytes) : undefined
      if (flaw === undefined || !('bytes' in got)) return got
      return { reason: flaw, again: true, partial: got.bytes }
    } catch (error) {
      this.#manners.signal?.throwIfAborted()
      if (error instanceof TooLong) return { reason: error.message, again: false }
      const [cause, partial] = error instanceof CutOff ? [error.cause, error.bytes] : [error]
      const reason = `The registry could not be read: ${wordsOf(cause)}.`
      return { reason, again: true, ...(partial && { partial }) }
    }
  }

  async #once(url: URL, first: URL, redirects: number): Promise<Tried> {
    const { fetch, timeoutMs, mostBytes } = this.#manners
    const answer = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': 'trialway', prefer: nothingAdded },
      signal: this.#deadline(timeoutMs),
      redirect: 'manual',
    })
    if (answer.status === 200) return { bytes: await bodyOf(answer, mostBytes) }
    const location = answer.headers.get('location')
    if (answer.status >= 300 && answer.status < 400 && location)
      return this.#follow(new URL(location, url), first, redirects)
    const text = (await bodyOf(answer, mostBytes)).toString('utf8', 0, 300).trim()
    return refusal(answer, text)
  }

  async #follow(url: URL, first: URL, redirects: number): Promise<Tried> {
    const isSameHost =
      url.host === first.host && url.protocol.startsWith(first.protocol.slice(0, 4))
    if (!isSameHost)
      return {
        reason: `The registry sends us to another host (${url.host}): refused.`,
        again: false,
      }
    if (redirects >= 3) return { reason: 'The registry sends us round and round.', again: false }
    return this.#once(url, first, redirects + 1)
  }

  #deadline(timeoutMs: number): AbortSignal {
    const { signal } = this.#manners
    const timeout = AbortSignal.timeout(timeoutMs)
    return signal ? AbortSignal.any([signal, timeout]) : timeout
  }

  async #turn(): Promise<void> {
    await this.#readyAt
    this.#manners.signal?.throwIfAborted()
    this.#readyAt = sleep(this.#manners.pauseMs, undefined, { ref: false })
  }

  #wait(ms: number): Promise<void> {
    const { signal } = this.#manners
    return sleep(ms, undefined, signal ? { signal } : {})
  }
}

/** A server of this software adds what it worked out, as coordinates of sites that have none: that is no part of the record. Others do not know it. */
const nothingAdded = 'added=none'

type Tried = Got & { readonly again?: boolean; readonly afterMs?: number | undefined }

class TooLong extends Error {}

/** A body that ended too early, with what came of it. */
class CutOff extends Error {
  readonly bytes: Buffer

  constructor(cause: unknown, bytes: Buffer) {
    super('cut off', { cause })
    this.bytes = bytes
  }
}

async function bodyOf(answer: HttpAnswer, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of answer.body ?? []) {
      length += chunk.length
      if (length > mostBytes) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw new CutOff(error, Buffer.concat(chunks))
  }
  if (length > mostBytes)
    throw new TooLong(`The answer is longer than ${Math.round(mostBytes / 1e6)} MB: not read on.`)
  return Buffer.concat(chunks)
}

const busy = new Set([408, 425, 429, 500, 502, 503, 504])
/** A longer wait than this is not for a program to sit through. */
const mostWaitMs = 15 * 60_000

function refusal(answer: HttpAnswer, text: string): Tried {
  const reason = `The registry answered ${answer.status}${text === '' ? '' : `: ${text}`}.`
  if (answer.status === 400 || answer.status === 404) return { reason, refused: true, again: false }
  if (!busy.has(answer.status)) return { reason, again: false }
  const afterMs = retryAfterMs(answer)
  if (afterMs !== undefined && afterMs > mostWaitMs)
    return {
      reason: `${reason} It asks us to come back in ${Math.round(afterMs / 60_000)} minutes.`,
    }
  return { reason, again: true, afterMs }
}

/** Seconds, or a time, which is told against the registry's own clock. */
function retryAfterMs(answer: HttpAnswer): number | undefined {
  const value = answer.headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d{1,7}$/.test(value)) return Number(value) * 1000
  const wait = Date.parse(value) - Date.parse(answer.headers.get('date') ?? '')
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

/** Twice as long each time, and never at the same moment as others who wait. */
function backOffMs(attempt: number, { pauseMs, random }: Manners): number {
  const longest = Math.min(60_000, pauseMs * 2 ** attempt)
  return longest / 2 + random() * (longest / 2)
}

function wordsOf(error: unknown): string {
  const { name, message, cause } = error as Error
  if (name === 'TimeoutError' || name === 'AbortError') return 'it took too long'
  return cause instanceof Error ? `${message} (${cause.message})` : message
}
