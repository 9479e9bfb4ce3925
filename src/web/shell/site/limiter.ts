import type { Context } from 'hono'
import { isIPv6 } from 'node:net'
import { isFromHere, remoteAddressOf } from '../from-here.ts'

/** Counts how often each source asked within an hour, in memory only: a restart forgets it. */
export class Limiter {
  readonly #most: number
  readonly #counts = new Map<string, { count: number; until: number }>()

  constructor(most: number) {
    this.#most = most
  }

  /** Counts one more; the seconds to wait when that is too many, or 0. */
  secondsToWait(source: string, now: Date): number {
    const at = now.getTime()
    if (this.#counts.size >= mostSources) this.#forget(at)
    const known = this.#counts.get(source)
    const entry = known && known.until > at ? known : { count: 0, until: at + hourMs }
    entry.count += 1
    this.#counts.set(source, entry)
    return entry.count > this.#most ? Math.ceil((entry.until - at) / 1000) : 0
  }

  /** How often a source asked within its hour. */
  countOf(source: string, now: Date): number {
    const known = this.#counts.get(source)
    return known && known.until > now.getTime() ? known.count : 0
  }

  /** Old entries go first; if all are new, all go, so that a flood cannot fill the memory. */
  #forget(at: number): void {
    for (const [source, { until }] of this.#counts) if (until <= at) this.#counts.delete(source)
    if (this.#counts.size >= mostSources) this.#counts.clear()
  }
}

/**
 * Whose request it is, as wide as one household or office gets addresses: the first three numbers of IPv4,
 * the first three groups of IPv6, since one line may be given all of a /48. Undefined for this machine itself, which is not limited.
 */
export function sourceOf(c: Context, trustProxy: boolean): string | undefined {
  if (isFromHere(c)) return undefined
  const passedOn = trustProxy
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return networkOf(passedOn ?? remoteAddressOf(c) ?? 'unknown')
}

/** `192.0.2.77` is `192.0.2`; `2001:db8:1:2:3::4` is `2001:db8:1`. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.')
  const [before = '', after] = plain.toLowerCase().split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after ? after.split(':') : []
  const zeros = after === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0')
  const groups = [...head, ...zeros, ...tail].slice(0, 3)
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}

const hourMs = 3_600_000
const mostSources = 50_000
