import type { DomainLimits } from './domain-limits.ts'
import type { TakenMail } from '../outbox/taken-mail.ts'

/** The mails one sender has taken. */
export interface TakenMails {
  readonly waiting: readonly TakenMail[]
  readonly begun: ReadonlySet<TakenMail>
  add(work: readonly TakenMail[]): void
  /** The next mail that may go now; it keeps a lane busy until `done` or `putBack`. */
  next(now: number): TakenMail | undefined
  done(work: TakenMail): void
  /** Puts one back in front, as when the lane for it could not be opened. */
  putBack(work: TakenMail): void
  /** Takes out all that was not begun, or all of it for one domain. */
  empty(domainKey?: string): readonly TakenMail[]
  /** The first moment at which one of those that wait may go. */
  firstAt(): number | undefined
}

export function openTakenMails(domains: DomainLimits): TakenMails {
  let waiting: TakenMail[] = []
  const begun = new Set<TakenMail>()
  const done = (work: TakenMail): void => {
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
