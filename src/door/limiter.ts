import type { Context } from 'hono'
import { isIPv6 } from 'node:net'
import {
  isLoopback,
  isNear,
  isPassedOn,
  isThisMachine,
  passedOnFor,
  plainAddress,
  remoteAddressOf,
} from './from-here.ts'

/** Counts how often each source asked within an hour or another while, in memory only: a restart forgets it. */
export class Limiter {
  readonly #most: number
  readonly #whileMs: number
  readonly #counts = new Map<string, { count: number; until: number }>()

  constructor(most: number, whileMs = hourMs) {
    this.#most = most
    this.#whileMs = whileMs
  }

  /** Counts one more; the seconds to wait when that is too many, or 0. Of many behind one name each may ask as often. */
  secondsToWait(source: string, now: Date, people = 1): number {
    const at = now.getTime()
    if (this.#counts.size >= mostSources) this.#forget(at)
    const known = this.#counts.get(source)
    const entry = known && known.until > at ? known : { count: 0, until: at + this.#whileMs }
    entry.count += 1
    this.#counts.set(source, entry)
    return entry.count > this.#most * people ? Math.ceil((entry.until - at) / 1000) : 0
  }

  /** How often a source asked within its hour. */
  countOf(source: string, now: Date): number {
    const known = this.#counts.get(source)
    return known && known.until > now.getTime() ? known.count : 0
  }

  /** How often a source may ask in all, how often it still may, and in how many seconds it may so often again. */
  standing(source: string, now: Date, people = 1): Allowance {
    const [at, most] = [now.getTime(), this.#most * people]
    const known = this.#counts.get(source)
    if (!known || known.until <= at) return { most, left: most, seconds: 0 }
    const left = Math.max(0, most - known.count)
    return { most, left, seconds: Math.ceil((known.until - at) / 1000) }
  }

  /** Old entries go first; if all are new, all go, so that a flood cannot fill the memory. */
  #forget(at: number): void {
    for (const [source, { until }] of this.#counts) if (until <= at) this.#counts.delete(source)
    if (this.#counts.size >= mostSources) this.#counts.clear()
  }
}

/** Where a source stands within its while. */
export interface Allowance {
  readonly most: number
  readonly left: number
  readonly seconds: number
}

/** Who asks, as far as a limit can tell. */
export interface RequestSource {
  readonly name: string
  /** How many households may be behind the name. */
  readonly households: number
}

/** So many may be behind a proxy or a gateway that does not say for whom it asks. */
const householdsBehindProxy = 100

/**
 * Whose request it is, as wide as one household or office gets addresses: the first three numbers of IPv4,
 * the first three groups of IPv6, since one line may be given all of a /48. Undefined for this machine itself where it
 * serves nobody else, which is not limited.
 *
 * Where a proxy is in front and `TRUST_PROXY` was forgotten, what the proxy says is believed all the same, for limits
 * alone: else all people would share one, and a few could close alerts for everybody. See docs/decisions/0024.
 */
export function sourceOf(
  c: Context,
  { trustProxy, baseUrl }: { readonly trustProxy: boolean; readonly baseUrl: string },
): RequestSource | undefined {
  const peer = remoteAddressOf(c) ?? 'unknown'
  const passedOn = trustProxy || isNear(peer) ? passedOnFor(c) : undefined
  if (passedOn !== undefined) return { name: networkOf(passedOn), households: 1 }
  if (trustProxy || !isNear(peer)) return { name: networkOf(peer), households: 1 }
  if (isLoopback(peer) && !isPassedOn(c) && isThisMachine(baseUrl)) return undefined
  return { name: plainAddress(peer), households: householdsBehindProxy }
}

/** `192.0.2.77` is `192.0.2`; `2001:db8:1:2:3::4` is `2001:db8:1`. */
export function networkOf(address: string): string {
  const plain = plainAddress(address)
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

/** Whether a source asked so often within the hour that its mail goes after that of others. */
export function isFromCrowd(
  c: Context,
  door: {
    readonly trustProxy: boolean
    readonly baseUrl: string
    readonly now: () => Date
  },
  limiter: Limiter,
): boolean {
  const source = sourceOf(c, door)
  if (source === undefined) return false
  return limiter.countOf(source.name, door.now()) > soonAnHour * source.households
}

/** So many mails an hour that one household asks for go at once, if any do. */
const soonAnHour = 2
