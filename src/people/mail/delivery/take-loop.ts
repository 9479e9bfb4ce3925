import type { Reader } from '../../records/records.ts'
import { patiently } from '../../records/retry-busy.ts'
import { lowWater, type Run } from './send-run.ts'
import { takeDue, type TakeResult } from '../outbox/take-due.ts'
import { readTakenMails } from '../outbox/taken-mail.ts'

/** Takes mails that are due, a few at a time, for as long as there are any. */
export async function runTakeLoop(run: Run): Promise<void> {
  const { basket, bell } = run
  try {
    while (!run.isStopped) {
      if (run.isProbing || basket.waiting.length > lowWater(run)) await bell.wait(checkMs)
      else if (!(await take(run))) return
    }
  } finally {
    run.isFed = true
    bell.notify()
  }
}

/** Answers whether to go on. */
async function take(run: Run): Promise<boolean> {
  const { records, options, basket, bell } = run
  const taking = await patiently(() =>
    takeDue(records, {
      holder: run.holder,
      now: options.now(),
      pace: options.pace,
      room: run.connections * roomPerConnection,
    }),
  )
  if (taking.kind === 'rest') {
    run.stop({ relayDownUntil: new Date(taking.until) })
    return false
  }
  for (const domainKey of taking.suspects) run.domains.suspect(domainKey)
  if (taking.taken.length > 0) {
    run.isProbing = taking.isProbe
    basket.add(await readTakenMails(records.db, taking.taken))
    bell.notify()
    return true
  }
  return taking.hasPushed || (await waitForMore(run, taking))
}

/** Mails that were given a moment in the near future are waited for. */
async function waitForMore(run: Run, taking: TakeResult & { kind: 'work' }): Promise<boolean> {
  const { now, lingerMs = usualLingerMs } = run.options
  const at = now().getTime()
  const soon = await firstDue(run.records.db)
  if (soon === undefined || soon > at + lingerMs) return false
  const until = Math.max(soon, taking.nextAt)
  await run.bell.wait(Math.max(leastWaitMs, Math.min(until - at, checkMs)))
  return true
}

async function firstDue(db: Reader): Promise<number | undefined> {
  const rows = await Promise.all(
    (['confirmation', 'alert'] as const).map((stream) =>
      db
        .selectFrom('mail')
        .select('due_at')
        .where('state', '=', 'queued')
        .where('stream', '=', stream)
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst(),
    ),
  )
  const times = rows.flatMap((row) => (row ? [Date.parse(row.due_at)] : []))
  return times.length > 0 ? Math.min(...times) : undefined
}

const roomPerConnection = 25
const checkMs = 1000
const leastWaitMs = 20
const usualLingerMs = 2000
