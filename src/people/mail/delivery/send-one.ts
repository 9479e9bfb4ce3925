import { returnMails } from '../outbox/lease.ts'
import type { PostConnection } from './post.ts'
import type { Handover } from './handover-lock.ts'
import { patiently } from '../../records/retry-busy.ts'
import type { Run } from './send-run.ts'
import type { SendResult } from '../outbox/write-outcomes.ts'
import {
  noteDomainAnswer,
  noteDomainFailure,
  noteRelayAnswer,
  noteRelayFailure,
} from '../outbox/pace-table.ts'
import type { TakenMail } from '../outbox/taken-mail.ts'
import { RecordsRefused } from '../../records/faults.ts'
import type { SendOutcome } from '../outbox/outcome.ts'

/** Sends one mail and writes down what came of it. `lane-over`: the mail server wants fewer connections. */
export async function sendOne(
  run: Run,
  work: TakenMail,
  lane: PostConnection,
): Promise<'good' | 'lane-over'> {
  const look = await run.lastLook(work.id, run.options.now())
  if (look === 'gone') run.counts.gone += 1
  else {
    const passage = run.narrows()
    try {
      const outcome =
        look === 'ours'
          ? await attempt(run, work, lane, passage)
          : ({ kind: 'suppressed' } as const)
      if (outcome.kind === 'relay-down') return await relayDown(run, work, lane, outcome.code)
      const ending = await run.settle({ work, outcome })
      passage.end()
      run.counts[ending] += 1
      if (isHeard(outcome)) await heard(run, work, lane, outcome)
    } finally {
      passage.end()
    }
  }
  run.basket.done(work)
  run.bell.notify()
  return 'good'
}

async function attempt(
  run: Run,
  work: TakenMail,
  lane: PostConnection,
  passage: Handover,
): Promise<SendResult['outcome']> {
  try {
    return await lane.send(work.open(run.records.keys), passage.begin)
  } catch (error) {
    if (error instanceof RecordsRefused) throw error
    // One letter that does not open must not hold up all others; it stays there as failed.
    return { kind: 'unreadable' }
  }
}

function isHeard(outcome: SendResult['outcome']): outcome is SendOutcome {
  return outcome.kind !== 'suppressed' && outcome.kind !== 'unreadable'
}

async function relayDown(
  run: Run,
  work: TakenMail,
  lane: PostConnection,
  code: string | undefined,
): Promise<'good' | 'lane-over'> {
  run.goodLanes.delete(lane)
  if (code?.startsWith('421') === true && run.goodLanes.size > 0) {
    run.basket.putBack(work)
    run.bell.notify()
    return 'lane-over'
  }
  await restRelay(run, [work], code)
  run.basket.done(work)
  return 'good'
}

/** The mail server does not answer: everything goes back into the queue, and no attempt is counted. */
async function restRelay(
  run: Run,
  begun: readonly TakenMail[],
  code: string | undefined,
): Promise<void> {
  const isFirst = !run.isStopped
  const now = run.options.now()
  // From here on no other lane begins anything.
  if (isFirst) run.stop({ relayDownUntil: now })
  const back = [...begun, ...run.basket.empty()].map(({ id }) => id)
  const why = { outcome: 'relay-down', ...(code !== undefined && { code }) }
  await patiently(() =>
    run.records.write(async (tx) => {
      await returnMails(tx, run.holder, back, why)
      if (!isFirst) return
      const until = await noteRelayFailure(tx, now)
      run.stop({ relayDownUntil: until })
      run.options.onRelayDown?.(code, until)
    }),
  )
}

/** Keeps up what is known of the mail server and of this mail's domain. */
async function heard(
  run: Run,
  work: TakenMail,
  lane: PostConnection,
  { kind, code }: SendOutcome,
): Promise<void> {
  const { records, domains, silent } = run
  const { domainKey } = work
  const isSilent = kind === 'timeout'
  if (!isSilent) {
    run.goodLanes.add(lane)
    silent.times = 0
    silent.domains.clear()
    if (run.isProbing) await patiently(() => records.writeLightly(noteRelayAnswer))
    run.isProbing = false
  }
  if (isSilent || code?.startsWith('421') === true) return domainTrouble(run, work, isSilent)
  const wasSuspect = domains.isSuspect(domainKey)
  domains.trust(domainKey)
  if (!wasSuspect) return
  await patiently(() => records.writeLightly((tx) => noteDomainAnswer(tx, [domainKey])))
}

async function domainTrouble(run: Run, { domainKey }: TakenMail, isSilent: boolean): Promise<void> {
  const { records, basket, silent, options, connections } = run
  if (isSilent) {
    silent.times += 1
    silent.domains.add(domainKey)
    // Domain after domain that says nothing is our own mail server that says nothing.
    const isRelay = run.isProbing || (silent.times >= 2 * connections && silent.domains.size > 1)
    if (isRelay && !run.isStopped) return restRelay(run, [], 'ETIMEDOUT')
  }
  run.domains.suspect(domainKey)
  const now = options.now()
  await patiently(() =>
    records.writeLightly(async (tx) => {
      const until = await noteDomainFailure(tx, domainKey, now)
      if (until <= now) return
      const back = basket.empty(domainKey).map(({ id }) => id)
      await returnMails(tx, run.holder, back, { dueAt: until })
    }),
  )
}
