import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import { returnLease, takeLease } from '../records/lease.ts'
import type { Records } from '../records/model/records.ts'
import { composeRound } from './digest/compose.ts'
import { roundsAt } from './digest/periods.ts'
import { studyCards } from './digest/study-card.ts'
import { isNewsWaiting } from './digest/waiting.ts'
import { pathsOf } from './model/links.ts'
import { type MatchedList, matchList, skipList } from './match/match-list.ts'
import type { Vocabulary } from '../../finder/vocabulary/concept.ts'

/** What a run of the alerts needs. */
export interface RunAlertsOptions {
  readonly records: Records
  /** With a long time-out: one question holds hundreds of searches. */
  readonly catalogue: Pick<Catalogue, 'changeLists' | 'readChangeList' | 'searchAmong' | 'study'>
  readonly names: Vocabulary
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

/** How far a run has come: subscriptions looked at for a list, or digests made. */
export type AlertsStep =
  | { readonly kind: 'matching'; readonly list: string; readonly subscriptions: number }
  | { readonly kind: 'composing'; readonly digests: number }

/** What a run did. */
export interface AlertsRun {
  readonly matched: readonly MatchedList[]
  /** Imports that could not be matched, with what stood in the way; they are tried again by the next run. */
  readonly failed: readonly { readonly list: string; readonly error: unknown }[]
  /** Studies of which nothing is told until an import has mended their records, which are damaged. */
  readonly damaged: readonly string[]
  readonly digests: number
}

const lease = 'alerts'
const leaseSeconds = 120

/**
 * Matches every import that is not matched yet and makes the digests that are due. Only one process does
 * this at a time; undefined where another does. Stopped anywhere, the next run goes on.
 */
export async function runAlerts(options: RunAlertsOptions): Promise<AlertsRun | undefined> {
  const { records, clock } = options
  const holder = options.newId()
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
  const signal = AbortSignal.any([lost.signal, ...(options.signal ? [options.signal] : [])])
  try {
    const done = await matchAll(options, signal)
    return { ...done, ...(await composeAll(options, signal)) }
  } finally {
    clearInterval(timer)
    await returnLease(records, lease, holder)
  }
}

/** Whether an import waits to be matched or a digest to be made: cheap to ask every minute. */
export async function isAlertsWorkDue(
  options: Pick<RunAlertsOptions, 'records' | 'catalogue' | 'timeZone' | 'clock'>,
): Promise<boolean> {
  if ((await unmatchedLists(options)).length > 0) return true
  for (const round of roundsAt(options.clock(), options.timeZone))
    if (await isNewsWaiting(options.records.db, round)) return true
  return false
}

/**
 * Imports whose changes have not been matched yet, the oldest first. After a backup was put back, it is
 * not known which imports before that were told, so none of them is told again.
 */
export async function unmatchedLists({
  records,
  catalogue,
}: Pick<RunAlertsOptions, 'records' | 'catalogue'>): Promise<readonly string[]> {
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
  return kept
    .filter(({ name, at, filling }) => !matched.has(name) && at > since && !filling)
    .map(({ name }) => name)
}

/** One import after the other; one that cannot be matched does not keep the others, nor the mails, from being made. */
async function matchAll(
  options: RunAlertsOptions,
  signal: AbortSignal,
): Promise<Pick<AlertsRun, 'matched' | 'failed'>> {
  const matched: MatchedList[] = []
  const failed: { list: string; error: unknown }[] = []
  for (const list of await unmatchedLists(options)) {
    try {
      matched.push(await matchOne(options, list, signal))
    } catch (error) {
      signal.throwIfAborted()
      failed.push({ list, error })
    }
  }
  return { matched, failed }
}

async function matchOne(
  { records, catalogue, clock, newId, onProgress }: RunAlertsOptions,
  name: string,
  signal: AbortSignal,
): Promise<MatchedList> {
  const list = await catalogue.readChangeList(name)
  const now = clock()
  if (!list) return skipList(records, name, now)
  return matchList(records, catalogue, list, {
    now,
    newId,
    signal,
    onProgress: (subscriptions) => onProgress?.({ kind: 'matching', list: name, subscriptions }),
  })
}

async function composeAll(
  options: RunAlertsOptions,
  signal: AbortSignal,
): Promise<Pick<AlertsRun, 'digests' | 'damaged'>> {
  const { records, catalogue, clock, baseUrl, names, newId, timeZone } = options
  const now = clock()
  const today = options.dayOf(now)
  const damaged = new Set<string>()
  const card = studyCards(catalogue, today, (nctId) => void damaged.add(nctId))
  const paths = (personId: string) => pathsOf(records.keys, personId, today)
  const sources = { baseUrl, pathsOf: paths, names, card, today }
  let digests = 0
  for (const round of roundsAt(now, timeZone)) {
    const before = digests
    digests += await composeRound(records, round, sources, {
      now,
      newId,
      signal,
      onProgress: (made) => options.onProgress?.({ kind: 'composing', digests: before + made }),
    })
  }
  return { digests, damaged: [...damaged] }
}
