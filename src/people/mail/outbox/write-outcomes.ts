import { sql } from 'kysely'
import { given } from '../../records/model/given.ts'
import type { Records, Tx } from '../../records/model/records.ts'
import { type RetryAway, retryAway } from '../../records/retry-away.ts'
import { retryBusy } from '../../records/retry-busy.ts'
import { nextTry } from './backoff.ts'
import { recordBounce } from './bounce.ts'
import type { SendOutcome } from './outcome.ts'
import type { TakenMail } from './taken-mail.ts'

/** How one mail ended, for now. */
export interface SendResult {
  readonly mail: Pick<TakenMail, 'id' | 'attempts' | 'createdAt'>
  readonly outcome:
    | SendOutcome
    | { readonly kind: 'suppressed' | 'unreadable'; readonly code?: never }
}

/** The state that a mail is in after an attempt. `queued`: it is tried again. */
export type EndState = 'sent' | 'queued' | 'failed' | 'suppressed'

/** Whose mails they are, and the clock and chance of the next try. */
export interface OutcomeWriterOptions {
  /** Who has the mails. */
  readonly holder: string
  readonly now: () => Date
  readonly random: () => number
  /** How long it tries again when the database goes away: what a mail server accepted must not be forgotten. */
  readonly patience?: RetryAway
}

/**
 * Notes the outcome of each mail at once. Those that end while a write is going on are written together by the
 * next one, so that all connections of a sender cost one transaction. Where others write for too long, or the database
 * is away, it tries again for a while; then the answer rejects with `RecordsBusy` or `RecordsAway`.
 */
export function openOutcomeWriter(
  records: Records,
  options: OutcomeWriterOptions,
): (result: SendResult) => Promise<EndState> {
  let waiting: {
    result: SendResult
    done: (state: EndState) => void
    fail: (error: unknown) => void
  }[] = []
  let isWriting = false
  const writeWaiting = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        const results = group.map(({ result }) => result)
        const states = await writeResults(records, results, options)
        group.forEach(({ done }, index) => done(states[index] ?? 'queued'))
      } catch (error) {
        for (const { fail } of group) fail(error)
      }
    }
    isWriting = false
  }
  return (result) =>
    new Promise((done, fail) => {
      waiting.push({ result, done, fail })
      if (!isWriting) void writeWaiting()
    })
}

interface Plan {
  readonly id: string
  readonly state: EndState
  readonly due: string | null
  readonly outcome: string
  readonly code: string | null
}

async function writeResults(
  records: Records,
  results: readonly SendResult[],
  options: OutcomeWriterOptions,
): Promise<EndState[]> {
  const now = options.now()
  const plans = results.map((result) => planOf(result, now, options.random))
  const bounced = results.filter(({ outcome }) => bounceKinds.has(outcome.kind))
  const write = async (tx: Tx): Promise<void> => {
    const sent = plans.filter(({ state }) => state === 'sent')
    const others = plans.filter(({ state }) => state !== 'sent')
    if (sent.length > 0) await markSent(tx, sent, now)
    if (others.length > 0) await markOthers(tx, others, options.holder, now)
    for (const { mail, outcome } of bounced)
      await recordBounce(tx, {
        id: `smtp/${mail.id}/${mail.attempts}`,
        mailId: mail.id,
        kind: outcome.kind === 'no-mailbox' ? 'hard' : 'soft',
        now,
      })
  }
  // Losing a mark in a power cut only repeats a mail; losing a suppression would mail an address again.
  // PostgreSQL would forget a light note when it crashes, too, and waiting for its disk holds nobody else up.
  const isLight = bounced.length === 0 && records.kind === 'sqlite'
  const note = () => (isLight ? records.writeLightly(write) : records.write(write))
  await retryAway(() => retryBusy(note), options.patience ?? { mostMs: 0 })
  return plans.map(({ state }) => state)
}

const bounceKinds: ReadonlySet<string> = new Set(['no-mailbox', 'unavailable'])

function planOf({ mail, outcome }: SendResult, now: Date, random: () => number): Plan {
  const plan = { id: mail.id, due: null, outcome: outcome.kind, code: outcome.code ?? null }
  switch (outcome.kind) {
    case 'accepted':
      return { ...plan, state: 'sent' }
    case 'suppressed':
      return { ...plan, state: 'suppressed' }
    case 'rejected':
    case 'unavailable':
    case 'no-mailbox':
    case 'unreadable':
      return { ...plan, state: 'failed' }
    case 'greylisted':
    case 'deferred':
    case 'timeout':
    case 'uncertain':
    case 'relay-down': {
      const due = nextTry(outcome, mail, { now, random })
      if (!due) return { ...plan, state: 'failed', outcome: 'expired' }
      return { ...plan, state: 'queued', due: due.toISOString() }
    }
  }
}

/** What was accepted was accepted, whichever sender has the row by now. */
async function markSent(tx: Tx, plans: readonly Plan[], now: Date): Promise<void> {
  await tx
    .updateTable('mail')
    .set({
      state: 'sent',
      outcome: 'accepted',
      outcome_code: null,
      letter_sealed: null,
      lease_holder: null,
      lease_until: null,
      due_at: now.toISOString(),
      settled_at: now.toISOString(),
    })
    .where(
      'id',
      'in',
      plans.map(({ id }) => id),
    )
    .where('state', 'in', ['sending', 'queued'])
    .execute()
}

async function markOthers(
  tx: Tx,
  plans: readonly Plan[],
  holder: string,
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  await sql`
    update mail
    set state = given.value ->> 'state',
      due_at = coalesce(given.value ->> 'due', ${at}),
      outcome = given.value ->> 'outcome',
      outcome_code = given.value ->> 'code',
      letter_sealed = case when given.value ->> 'state' = 'suppressed' then null else mail.letter_sealed end,
      settled_at = case when given.value ->> 'state' = 'queued' then null else ${at} end,
      lease_holder = null,
      lease_until = null
    from ${given(tx, plans)}
    where mail.id = given.value ->> 'id'
      and mail.state = 'sending'
      and mail.lease_holder in (${holder}, ${`!${holder}`})
  `.execute(tx)
}
