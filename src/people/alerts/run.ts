import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import { giveLease, takeLease } from '../records/lease.ts'
import type { Records } from '../records/model/records.ts'
import { composeRound } from './digest/compose.ts'
import { roundsAt } from './digest/periods.ts'
import { studyCards } from './digest/study-card.ts'
import { isAnybodyWaiting } from './digest/waiting.ts'
import { pathsOf } from './model/links.ts'
import { type Matched, matchList, passOver } from './match/match-list.ts'
import type { Vocabulary } from '../../finder/vocabulary/concept.ts'

/** What a run of the alerts stands on. */
export interface AlertsGround {
  readonly records: Records
  /** With a long time-out: one question holds hundreds of searches. */
  readonly catalogue: Pick<Catalogue, 'changeLists' | 'readChangeList' | 'searchAmong' | 'study'>
  readonly names: Pick<Vocabulary, 'byTree'>
  readonly baseUrl: string
  readonly newId: () => string
  readonly clock: () => Date
  /** The operator's time zone, by whose days digests are counted. */
  readonly timeZone: string
  /** The day of a moment, `yyyy-MM-dd`, in that zone. */
  readonly dayOf: (moment: Date) => string
  readonly signal?: AbortSignal
  readonly onProgress?: (step: AlertsStep) => void
}

export type AlertsStep =
  | { readonly kind: 'matching'; readonly list: string; readonly subscriptions: number }
  | { readonly kind: 'composing'; readonly digests: number }

/** What a run did. */
export interface AlertsRun {
  readonly matched: readonly Matched[]
  /** Imports that could not be matched, with what stood in the way; they are tried again by the next run. */
  readonly failed: readonly { readonly list: string; readonly error: unknown }[]
  readonly digests: number
}

const lease = 'alerts'
const leaseSeconds = 120

/**
 * Matches every import that is not matched yet and makes the digests that are due. Only one process does
 * this at a time; undefined where another does. Stopped anywhere, the next run goes on.
 */
export async function runAlerts(ground: AlertsGround): Promise<AlertsRun | undefined> {
  const { records, clock } = ground
  const holder = ground.newId()
  const hold = (): Promise<boolean> => takeLease(records, lease, holder, clock(), leaseSeconds)
  if (!(await hold())) return undefined
  const lost = new AbortController()
  const timer = setInterval(
    () =>
      void hold().then(
        (held) => held || lost.abort(new Error('another process took over the alerts')),
        (error: unknown) => lost.abort(error),
      ),
    (leaseSeconds / 4) * 1000,
  )
  const signal = AbortSignal.any([lost.signal, ...(ground.signal ? [ground.signal] : [])])
  try {
    const done = await matchAll(ground, signal)
    return { ...done, digests: await composeAll(ground, signal) }
  } finally {
    clearInterval(timer)
    await giveLease(records, lease, holder)
  }
}

/** Whether an import waits to be matched or a digest to be made: cheap to ask every minute. */
export async function isAlertsWorkDue(
  ground: Pick<AlertsGround, 'records' | 'catalogue' | 'timeZone' | 'clock'>,
): Promise<boolean> {
  if ((await unmatchedLists(ground)).length > 0) return true
  for (const round of roundsAt(ground.clock(), ground.timeZone))
    if (await isAnybodyWaiting(ground.records.db, round)) return true
  return false
}

/**
 * Imports whose changes nobody has been matched to yet, the oldest first. After a backup was put back, it is
 * not known which imports before that were told, so none of them is told again.
 */
export async function unmatchedLists({
  records,
  catalogue,
}: Pick<AlertsGround, 'records' | 'catalogue'>): Promise<readonly string[]> {
  const kept = catalogue.changeLists()
  if (kept.length === 0) return []
  const [rows, instance] = await Promise.all([
    records.db
      .selectFrom('matched_import')
      .select('change_list')
      .where(
        'change_list',
        'in',
        kept.map(({ name }) => name),
      )
      .execute(),
    records.db.selectFrom('instance').select('restored_at').executeTakeFirstOrThrow(),
  ])
  const matched = new Set(rows.map(({ change_list }) => change_list))
  const since = instance.restored_at ?? ''
  return kept.filter(({ name, at }) => !matched.has(name) && at > since).map(({ name }) => name)
}

/** One import after the other; one that cannot be matched does not keep the others, nor the mails, from being made. */
async function matchAll(
  ground: AlertsGround,
  signal: AbortSignal,
): Promise<Pick<AlertsRun, 'matched' | 'failed'>> {
  const matched: Matched[] = []
  const failed: { list: string; error: unknown }[] = []
  for (const list of await unmatchedLists(ground)) {
    try {
      matched.push(await matchOne(ground, list, signal))
    } catch (error) {
      signal.throwIfAborted()
      failed.push({ list, error })
    }
  }
  return { matched, failed }
}

async function matchOne(
  { records, catalogue, clock, onProgress }: AlertsGround,
  name: string,
  signal: AbortSignal,
): Promise<Matched> {
  const list = await catalogue.readChangeList(name)
  const now = clock()
  if (!list) return passOver(records, name, now)
  return matchList(records, catalogue, list, {
    now,
    signal,
    onProgress: (subscriptions) => onProgress?.({ kind: 'matching', list: name, subscriptions }),
  })
}

async function composeAll(ground: AlertsGround, signal: AbortSignal): Promise<number> {
  const { records, catalogue, clock, baseUrl, names, newId, timeZone } = ground
  const now = clock()
  const today = ground.dayOf(now)
  const card = studyCards(catalogue, today)
  const paths = (personId: string) => pathsOf(records.keys, personId, today)
  const digestGround = { baseUrl, pathsOf: paths, names, card, today }
  let digests = 0
  for (const round of roundsAt(now, timeZone)) {
    const before = digests
    digests += await composeRound(records, round, digestGround, {
      now,
      newId,
      signal,
      onProgress: (made) => ground.onProgress?.({ kind: 'composing', digests: before + made }),
    })
  }
  return digests
}
