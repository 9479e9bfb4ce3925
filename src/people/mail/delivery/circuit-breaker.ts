import { returnMails } from '../outbox/lease.ts'
import type { SendOutcome } from '../outbox/outcome.ts'
import {
  noteDomainAnswer,
  noteDomainFailure,
  noteRelayAnswer,
  noteRelayFailure,
} from '../outbox/pace-table.ts'
import type { TakenMail } from '../outbox/taken-mail.ts'
import type { Records } from '../../records/model/records.ts'
import { retryBusy } from '../../records/retry-busy.ts'
import type { DomainLimits } from './domain-limits.ts'
import type { PostConnection } from './post.ts'
import type { RunStop } from './run-stop.ts'
import type { TakenMails } from './taken-mails.ts'

/** What a breaker watches over in one run of a sender. */
export interface CircuitBreakerOptions {
  readonly records: Records
  readonly holder: string
  readonly now: () => Date
  readonly connections: number
  readonly taken: TakenMails
  readonly limits: DomainLimits
  readonly stop: RunStop
  readonly onRelayDown: ((code: string | undefined, until: Date) => void) | undefined
}

/**
 * Stops sending to what does not answer: to our own mail server, which ends the run, or to one domain, which is left
 * alone for a while.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions
  /** Connections on which the mail server has answered. */
  readonly #answering = new Set<PostConnection>()
  /** Domains that timed out since anything last answered, and how often. */
  readonly #silent = { times: 0, domains: new Set<string>() }
  /** One mail is out to see whether the mail server answers again. */
  isProbing = false

  constructor(options: CircuitBreakerOptions) {
    this.#options = options
  }

  /**
   * The mail server is not there or refuses us. `connection-over`: others work, so it only wants fewer connections,
   * and the mail waits for one of these.
   */
  async relayFailed(
    mail: TakenMail,
    connection: PostConnection,
    code: string | undefined,
  ): Promise<'open' | 'connection-over'> {
    this.#answering.delete(connection)
    if (code?.startsWith('421') === true && this.#answering.size > 0) {
      this.#options.taken.putBack(mail)
      return 'connection-over'
    }
    await this.#openForRelay([mail], code)
    this.#options.taken.done(mail)
    return 'open'
  }

  /** Keeps up what is known of the mail server and of this mail's domain, whose outcome is noted. */
  async answered(
    { domainKey }: TakenMail,
    connection: PostConnection,
    { kind, code }: SendOutcome,
  ): Promise<void> {
    const { records, limits } = this.#options
    const isSilent = kind === 'timeout'
    if (!isSilent) {
      this.#answering.add(connection)
      this.#silent.times = 0
      this.#silent.domains.clear()
      if (this.isProbing) await retryBusy(() => records.writeLightly(noteRelayAnswer))
      this.isProbing = false
    }
    if (isSilent || code?.startsWith('421') === true) return this.#domainFailed(domainKey, isSilent)
    const wasSuspect = limits.isSuspect(domainKey)
    limits.trust(domainKey)
    if (!wasSuspect) return
    await retryBusy(() => records.writeLightly((tx) => noteDomainAnswer(tx, [domainKey])))
  }

  async #domainFailed(domainKey: string, isSilent: boolean): Promise<void> {
    const { records, holder, taken, limits, now } = this.#options
    if (isSilent && this.#isRelaySilent(domainKey)) return this.#openForRelay([], 'ETIMEDOUT')
    limits.suspect(domainKey)
    const at = now()
    await retryBusy(() =>
      records.writeLightly(async (tx) => {
        const until = await noteDomainFailure(tx, domainKey, at)
        if (until <= at) return
        const back = taken.empty(domainKey).map(({ id }) => id)
        await returnMails(tx, holder, back, { dueAt: until })
      }),
    )
  }

  /** Domain after domain that says nothing is our own mail server that says nothing. */
  #isRelaySilent(domainKey: string): boolean {
    const { connections, stop } = this.#options
    this.#silent.times += 1
    this.#silent.domains.add(domainKey)
    const isRelay =
      this.isProbing || (this.#silent.times >= 2 * connections && this.#silent.domains.size > 1)
    return isRelay && !stop.isStopped
  }

  /** Everything goes back into the queue, and no attempt is counted. */
  async #openForRelay(begun: readonly TakenMail[], code: string | undefined): Promise<void> {
    const { records, holder, taken, stop, now, onRelayDown } = this.#options
    const isFirst = !stop.isStopped
    const at = now()
    // From here on no other connection begins anything.
    if (isFirst) stop.stop({ relayDownUntil: at })
    const back = [...begun, ...taken.empty()].map(({ id }) => id)
    const why = { outcome: 'relay-down', ...(code !== undefined && { code }) }
    await retryBusy(() =>
      records.write(async (tx) => {
        await returnMails(tx, holder, back, why)
        if (!isFirst) return
        const until = await noteRelayFailure(tx, at)
        stop.stop({ relayDownUntil: until })
        onRelayDown?.(code, until)
      }),
    )
  }
}
