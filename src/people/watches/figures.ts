import type { Reader } from '../records/model/records.ts'

/** The state of what programs asked to be told of, in numbers. */
export interface WatchFigures {
  readonly told: number
  /** Their receiver has not answered a handshake yet. */
  readonly waiting: number
  readonly failing: number
  /** Ended within the last month without their owner having asked. */
  readonly off: number
}

/** Counts them. */
export async function watchFigures(db: Reader): Promise<WatchFigures> {
  const rows = await db
    .selectFrom('watch')
    .select((row) => ['state', row.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const of = (state: (typeof rows)[number]['state']): number =>
    Number(rows.find((row) => row.state === state)?.count ?? 0)
  return {
    told: of('active'),
    waiting: of('requested'),
    failing: of('error'),
    off: of('off'),
  }
}
