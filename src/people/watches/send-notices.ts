import { audit } from '../audit/append.ts'
import { nextTry } from '../mail/outbox/backoff.ts'
import type { Records, Tx } from '../records/model/records.ts'
import { type NoticeOutcome, postNotice, type ResolveName } from './deliver/post-notice.ts'
import { freed, switchOff } from './deliver/switch-off.ts'
import {
  endPassed,
  endUnconfirmed,
  returnWatch,
  restUntilMore,
  takeDueWatches,
} from './deliver/due-watches.ts'
import { type AllowedHost, allowedHostOf } from './model/allowed-hosts.ts'
import type { Notice, Watch } from './model/watch.ts'
import { type MailNoticeOptions, mailNotice } from './mail-notice.ts'
import { watchEvents } from './make.ts'

/** What notices are sent with. */
export interface SendNoticesOptions {
  readonly allowed: readonly AllowedHost[]
  /** A notice as it is sent. */
  readonly write: (watch: Watch, notice: Notice) => string
  readonly mail: MailNoticeOptions
  /** Names this sender among others on the same records. */
  readonly holder: string
  readonly now: () => Date
  /** From 0 to 1. */
  readonly random: () => number
  readonly signal?: AbortSignal
  /** How names are looked up; by the system where it is absent. */
  readonly resolve?: ResolveName
}

/** A receiver whose first answer does not come is asked so often, within half an hour. */
const mostHandshakes = 4
/** One host is waited for so long in one go, in milliseconds; far less than a lease. */
const hostMs = 30_000

/**
 * Sends what is due. One sender holds a watch at a time, so its events come in their order; a sender that was killed leaves its watch for
 * another, which repeats at most the notice that was under way, with the same numbers. What is told by mail goes into the outbox.
 * Answers how many were taken.
 */
export async function sendNotices(records: Records, options: SendNoticesOptions): Promise<number> {
  await endPassed(records, options.now())
  await endUnconfirmed(records, options.now())
  const due = await takeDueWatches(records, options.holder, options.now())
  const hosts = Map.groupBy(due, ({ channel, terms }) =>
    channel === 'email' ? 'mail' : (URL.parse(terms.endpoint ?? '')?.origin ?? ''),
  )
  const sent = await Promise.all(
    [...hosts].map(([host, watches]) =>
      host === 'mail' ? mailAll(records, watches, options) : sendToHost(records, watches, options),
    ),
  )
  return sent.reduce((sum, one) => sum + one, 0)
}

async function mailAll(
  records: Records,
  watches: readonly Watch[],
  { mail, holder, now, signal }: SendNoticesOptions,
): Promise<number> {
  let mails = 0
  for (const watch of watches) {
    if (signal?.aborted) await returnWatch(records, watch.id, holder)
    else if (await mailNotice(records, watch, { ...mail, holder, now: now() })) mails++
  }
  return mails
}

/** One after the other; where the host takes too long, or does not answer, the others wait for the next round. */
async function sendToHost(
  records: Records,
  watches: readonly Watch[],
  options: SendNoticesOptions,
): Promise<number> {
  const end = performance.now() + hostMs
  let taken = 0
  let isSilent = false
  for (const watch of watches) {
    if (isSilent || options.signal?.aborted || performance.now() > end) {
      await returnWatch(records, watch.id, options.holder)
      continue
    }
    const outcome = await sendOne(records, watch, options)
    if (outcome?.kind === 'taken') taken++
    isSilent = outcome !== undefined && silences.has(outcome.code)
  }
  return taken
}

const silences: ReadonlySet<string> = new Set(['timeout', 'no-connection', 'unknown-name'])

async function sendOne(
  records: Records,
  watch: Watch,
  options: SendNoticesOptions,
): Promise<NoticeOutcome | undefined> {
  const host = allowedHostOf(options.allowed, watch.terms.endpoint ?? '')
  if (!host) {
    await records.write((tx) => switchOff(tx, watch.id, 'not-allowed', options.now()))
    return undefined
  }
  const notice = await noticeFor(records, watch)
  if (!notice) {
    await restUntilMore(records, watch.id, options.holder)
    return undefined
  }
  const outcome = await attempt(host, watch, notice, options)
  // What was broken off by our own end counts for nothing.
  if (outcome.kind !== 'taken' && options.signal?.aborted)
    await returnWatch(records, watch.id, options.holder)
  else await settle(records, { watch, notice, outcome }, options)
  return outcome
}

/** First the handshake; then what waits, the oldest first; else that all is well, for who asked to hear it. */
async function noticeFor({ db }: Records, watch: Watch): Promise<Notice | undefined> {
  if (watch.startedAt === undefined) return { kind: 'handshake', events: [] }
  const { told, events, terms } = watch
  if (events > told)
    return {
      kind: 'event-notification',
      events: await watchEvents(db, watch.id, {
        from: told + 1,
        to: events,
        most: terms.mostEvents,
      }),
    }
  return terms.heartbeatSeconds === undefined ? undefined : { kind: 'heartbeat', events: [] }
}

async function attempt(
  host: AllowedHost,
  watch: Watch,
  notice: Notice,
  { write, signal, resolve }: SendNoticesOptions,
): Promise<NoticeOutcome> {
  const { endpoint = '', headers, timeoutSeconds } = watch.terms
  // As it stands once the notice is taken; before the handshake is, nothing is promised.
  const told = { ...watch, state: notice.kind === 'handshake' ? 'requested' : 'active' } as const
  let body: string
  try {
    body = write(told, notice)
  } catch {
    return { kind: 'failed', code: 'not-written' }
  }
  return postNotice(
    host,
    { endpoint, headers, body, timeoutMs: timeoutSeconds * 1000 },
    { ...(signal && { signal }), ...(resolve && { resolve }) },
  )
}

interface Attempted {
  readonly watch: Watch
  readonly notice: Notice
  readonly outcome: NoticeOutcome
}

async function settle(
  records: Records,
  { watch, notice, outcome }: Attempted,
  { holder, now, random }: SendNoticesOptions,
): Promise<void> {
  const at = now()
  await records.write(async (tx) => {
    if (!(await isStillHeld(tx, watch.id, holder))) return
    if (outcome.kind === 'taken') return noteTaken(tx, watch, notice, at)
    if (outcome.kind === 'gone') return switchOff(tx, watch.id, 'gone', at)
    const attempts = watch.attempts + 1
    const since = watch.failingSince ?? at.toISOString()
    const next =
      watch.startedAt === undefined && attempts >= mostHandshakes
        ? undefined
        : nextTry(
            { kind: 'deferred' },
            { attempts, createdAt: new Date(since) },
            { now: at, random },
          )
    await tx
      .updateTable('watch')
      .set({
        state: 'error',
        attempts,
        failing_since: since,
        outcome: outcome.code,
        due_at: next?.toISOString() ?? null,
        ...freed,
      })
      .where('id', '=', watch.id)
      .execute()
    if (!next) await switchOff(tx, watch.id, 'failed', at)
  })
}

/** Whether nobody took over and nobody ended it; until the transaction ends, nobody else does. */
async function isStillHeld(tx: Tx, id: string, holder: string): Promise<boolean> {
  const held = await tx
    .updateTable('watch')
    .set({ lease_holder: holder })
    .where('id', '=', id)
    .where('lease_holder', '=', holder)
    .where('state', '!=', 'off')
    .returning('id')
    .executeTakeFirst()
  return held !== undefined
}

async function noteTaken(tx: Tx, watch: Watch, notice: Notice, at: Date): Promise<void> {
  const { heartbeatSeconds } = watch.terms
  const told = notice.events.at(-1)?.number ?? watch.told
  const beat =
    heartbeatSeconds === undefined
      ? null
      : new Date(at.getTime() + heartbeatSeconds * 1000).toISOString()
  const { events } = await tx
    .selectFrom('watch')
    .select('events')
    .where('id', '=', watch.id)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('watch')
    .set({
      state: 'active',
      told,
      attempts: 0,
      failing_since: null,
      outcome: 'taken',
      due_at: Number(events) > told ? at.toISOString() : beat,
      ...(watch.startedAt === undefined && { started_at: at.toISOString() }),
      ...freed,
    })
    .where('id', '=', watch.id)
    .execute()
  if (watch.startedAt === undefined)
    await audit(tx, {
      at,
      actor: 'system',
      action: 'watch.started',
      subject: `watch/${watch.id}`,
    })
}
