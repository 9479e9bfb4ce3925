import { hash } from 'node:crypto'
import { readDetails, secretsOf } from '../../../people/audit/details.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader } from '../../../people/records/model/records.ts'

/** One time that a deviation was classed, as the trail has it. */
export interface ClassGiven {
  readonly at: string
  /** `account/<id>` */
  readonly by: string
  readonly class: string
  readonly why: string
}

/** By what a line of the trail names a deviation: its id has words in it, and a line has codes alone. */
export function deviationMark(id: string): string {
  return hash('sha256', id).slice(0, 16)
}

/**
 * How the deviations of a participant were classed, by their marks, the first time first: an earlier class stays to read. Lines that
 * were written before they named their deviation are not among them. Throws as `secretsOf` does.
 */
export async function classHistory(
  db: Reader,
  keys: Keys,
  participantId: string,
): Promise<ReadonlyMap<string, readonly ClassGiven[]>> {
  const lines = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('subject', '=', `participant/${participantId}`)
    .where('action', '=', 'deviation.classed')
    .orderBy('seq')
    .execute()
  const secrets = await secretsOf(db, keys, lines)
  const given = lines.flatMap((line) => {
    const { deviation, by = '', after } = readDetails(line).codes
    if (typeof deviation !== 'string' || typeof after !== 'string') return []
    const texts = secrets.get(Number(line.seq))
    const why = texts === undefined || texts === 'erased' ? '' : (texts['why'] ?? '')
    return [{ deviation, at: line.at, by, class: after, why }]
  })
  return Map.groupBy(given, ({ deviation }) => deviation)
}
