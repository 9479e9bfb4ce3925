import type { TakenMail } from '../outbox/taken-mail.ts'
import type { DomainLimits } from './domain-limits.ts'

/** The mails one sender has taken: those that wait for a connection, and those under way. */
export interface TakenMails {
  /** All of them, waiting or under way. */
  ids(): readonly string[]
  add(mails: readonly TakenMail[]): void
  /** No more will be added. */
  close(): void
  /** Whether so few wait that more are to be taken. */
  readonly isLow: boolean
  /** Whether none waits or is under way, and none will be added. */
  readonly isOver: boolean
  /** The next mail that may go at `now` (milliseconds since 1970); it is under way until `done` or `putBack`. */
  next(now: number): TakenMail | undefined
  done(mail: TakenMail): void
  /** Puts one back in front, as when the connection for it could not be opened. */
  putBack(mail: TakenMail): void
  /** Takes out all that wait, or those of one domain. */
  empty(domainKey?: string): readonly TakenMail[]
  /** The first moment, in milliseconds since 1970, at which one of those that wait may go. */
  firstAt(): number | undefined
}

/** Holds what is taken for so many connections. */
export function openTakenMails(connections: number, limits: DomainLimits): TakenMails {
  let waiting: TakenMail[] = []
  let isClosed = false
  const begun = new Set<TakenMail>()
  const done = (mail: TakenMail): void => {
    begun.delete(mail)
    limits.end(mail.domainKey)
  }
  return {
    ids: () => [...waiting, ...begun].map(({ id }) => id),
    add: (mails) => void waiting.push(...mails),
    close: () => void (isClosed = true),
    get isLow() {
      return waiting.length <= connections * lowPerConnection
    },
    get isOver() {
      return isClosed && waiting.length === 0 && begun.size === 0
    },
    next: (now) => {
      const due = waiting.filter(({ at }) => at <= now)
      const mail =
        due.find(({ domainKey }) => limits.hasRoom(domainKey, 'half')) ??
        due.find(({ domainKey }) => limits.hasRoom(domainKey, 'all'))
      if (!mail) return undefined
      waiting.splice(waiting.indexOf(mail), 1)
      begun.add(mail)
      limits.begin(mail.domainKey)
      return mail
    },
    done,
    putBack: (mail) => {
      done(mail)
      waiting.unshift(mail)
    },
    empty: (domainKey) => {
      const out = waiting.filter((mail) => domainKey === undefined || mail.domainKey === domainKey)
      waiting = waiting.filter((mail) => !out.includes(mail))
      return out
    },
    firstAt: () =>
      waiting.length > 0
        ? waiting.reduce((least, { at }) => Math.min(least, at), Infinity)
        : undefined,
  }
}

const lowPerConnection = 12
