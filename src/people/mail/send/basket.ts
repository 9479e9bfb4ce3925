import type { DomainLanes } from './domain-lanes.ts'
import type { Work } from './work.ts'

/** The mails one sender has taken. */
export interface Basket {
  readonly waiting: readonly Work[]
  readonly begun: ReadonlySet<Work>
  add(work: readonly Work[]): void
  /** The next mail that may go now; it keeps a lane busy until `done` or `putBack`. */
  next(now: number): Work | undefined
  done(work: Work): void
  /** Puts one back in front, as when the lane for it could not be opened. */
  putBack(work: Work): void
  /** Takes out all that was not begun, or all of it for one domain. */
  empty(domainKey?: string): readonly Work[]
  /** The first moment at which one of those that wait may go. */
  firstAt(): number | undefined
}

export function openBasket(domains: DomainLanes): Basket {
  let waiting: Work[] = []
  const begun = new Set<Work>()
  const done = (work: Work): void => {
    begun.delete(work)
    domains.end(work.domainKey)
  }
  return {
    get waiting() {
      return waiting
    },
    begun,
    add: (work) => void waiting.push(...work),
    next: (now) => {
      const due = waiting.filter(({ at }) => at <= now)
      const work =
        due.find(({ domainKey }) => domains.hasRoom(domainKey, 'half')) ??
        due.find(({ domainKey }) => domains.hasRoom(domainKey, 'all'))
      if (!work) return undefined
      waiting.splice(waiting.indexOf(work), 1)
      begun.add(work)
      domains.begin(work.domainKey)
      return work
    },
    done,
    putBack: (work) => {
      done(work)
      waiting.unshift(work)
    },
    empty: (domainKey) => {
      const out = waiting.filter((work) => domainKey === undefined || work.domainKey === domainKey)
      waiting = waiting.filter((work) => !out.includes(work))
      return out
    },
    firstAt: () =>
      waiting.length > 0
        ? waiting.reduce((least, { at }) => Math.min(least, at), Infinity)
        : undefined,
  }
}
