import type { Records, Tx } from '../../records/records.ts'
import { recordBounce } from './bounce.ts'
import { given } from '../../records/given.ts'
import { nextTry } from './backoff.ts'
import { patiently } from '../../records/retry-busy.ts'
import type { TakenMail } from './taken-mail.ts'
import { sql } from 'kysely'
import type { SendOutcome } from './outcome.ts'

/** How one mail ended, for now. */
export interface SendResult {
  readonly work: TakenMail
  readonly outcome:
    | SendOutcome
    | { readonly kind: 'suppressed' | 'unreadable'; readonly code?: never }
}

export type EndState = 'sent' | 'queued' | 'failed' | 'suppressed'

export interface OutcomeWriterOptions {
  readonly holder: string
  readonly now: () => Date
  readonly random: () => number
}

/**
 * Writes down at once what came of each mail. Those that end while a write is going on are written together
 * by the next one, so that many senders' lanes cost one transaction.
 */
export function openOutcomeWriter(
  records: Records,
  options: OutcomeWriterOptions,
): (settled: SendResult) => Promise<EndState> {
  let waiting: {
    settled: SendResult
    done: (ending: EndState) => void
    fail: (error: unknown) => void
  }[] = []
  let isWriting = false
  const writeWaiting = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        const endings = await settleAll(
          records,
          group.map(({ settled }) => settled),
          options,
        )
        group.forEach(({ done }, index) => done(endings[index] ?? 'queued'))
      } catch (error) {
        for (const { fail } of group) fail(error)
      }
    }
    isWriting = false
  }
  return (settled) =>
    new Promise((done, fail) => {
      waiting.push({ settled, done, fail })
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

async function settleAll(
  records: Records,
  all: readonly SendResult[],
  options: OutcomeWriterOptions,
): Promise<EndState[]> {
  const now = options.now()
  const plans = all.map((settled) => planOf(settled, now, options.random))
  const bounced = all.filter(({ outcome }) => bounceKinds.has(outcome.kind))
  const write = async (tx: Tx): Promise<void> => {
    const sent = plans.filter(({ state }) => state === 'sent')
    const others = plans.filter(({ state }) => state !== 'sent')
    if (sent.length > 0) await markSent(tx, sent, now)
    if (others.length > 0) await markOthers(tx, others, options.holder, now)
    for (const { work, outcome } of bounced)
      await recordBounce(tx, {
        id: `smtp/${work.id}/${work.attempts}`,
        mailId: work.id,
        kind: outcome.kind === 'no-mailbox' ? 'hard' : 'soft',
        now,
      })
  }
  // Losing a mark in a power cut only repeats a mail; losing a suppression would mail somebody again.
  await patiently(() => (bounced.length > 0 ? records.write(write) : records.writeLightly(write)))
  return plans.map(({ state }) => state)
}

const bounceKinds: ReadonlySet<string> = new Set(['no-mailbox', 'unavailable'])

function planOf({ work, outcome }: SendResult, now: Date, random: () => number): Plan {
  const plan = { id: work.id, due: null, outcome: outcome.kind, code: outcome.code ?? null }
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
      const due = nextTry(outcome, work, { now, random })
      if (!due) return { ...plan, state: 'failed', outcome: 'expired' }
      return { ...plan, state: 'queued', due: due.toISOString() }
    }
  }
}

/** What was accepted was accepted, whoever holds the row by now. */
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
