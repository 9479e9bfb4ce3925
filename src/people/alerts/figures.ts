import type { Reader } from '../records/model/records.ts'
import { hoursBefore } from '../asks/hours.ts'

/** The state of the alerts in numbers: no name, address or search of a person. */
export interface AlertFigures {
  readonly confirmed: number
  readonly paused: number
  /** Asked a moment ago, and not dealt with yet. */
  readonly asked: number
  /** Asked for and not confirmed yet. */
  readonly pending: number
  /** Changes that wait to be told, by how often the people hear. */
  readonly waiting: { readonly atOnce: number; readonly daily: number; readonly weekly: number }
  /** Digests made in the last 24 hours. */
  readonly digests: number
  /** The last import that was matched. */
  readonly lastMatched: string | undefined
}

/** Counts the alerts and what waits to be told. */
export async function alertFigures(db: Reader, now: Date): Promise<AlertFigures> {
  const count = db.fn.countAll<number>()
  const [asks, states, waiting, digests, last] = await Promise.all([
    db.selectFrom('ask').select(count.as('count')).executeTakeFirstOrThrow(),
    db
      .selectFrom('subscription')
      .select(({ fn }) => [
        fn.count<number>('confirmed_at').as('confirmed'),
        fn.count<number>('paused_at').as('paused'),
        fn.countAll<number>().as('all'),
      ])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('news')
      .select(['urgency', count.as('count')])
      .where('digest_id', 'is', null)
      .groupBy('urgency')
      .execute(),
    db
      .selectFrom('digest')
      .select(count.as('count'))
      .where('composed_at', '>', hoursBefore(now, 24))
      .where('period', 'not like', 'none:%')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('matched_import')
      .select('matched_at')
      .orderBy('matched_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  const of = (urgency: number): number =>
    Number(waiting.find((one) => one.urgency === urgency)?.count ?? 0)
  return {
    asked: Number(asks.count),
    confirmed: Number(states.confirmed),
    paused: Number(states.paused),
    pending: Number(states.all) - Number(states.confirmed),
    waiting: { atOnce: of(0), daily: of(1), weekly: of(2) },
    digests: Number(digests.count),
    lastMatched: last?.matched_at,
  }
}
