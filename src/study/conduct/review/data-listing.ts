import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { auditConduct } from '../model/acting.ts'
import { participantPlaces } from '../model/participant-places.ts'
import { readHeads, type SnapshotHead, snapshotFacts, type SnapshotPart } from './snapshot.ts'

/** Somebody whose rows may be read: by their number, and where they are seen. */
export interface DataParticipant {
  readonly id: string
  readonly number: string
  readonly site: string
}

/** Those of a study whose rows an actor may read, in the order of their numbers. */
export async function listedParticipants(
  db: Reader,
  actor: Pick<Actor, 'roles'>,
  study: string,
): Promise<readonly DataParticipant[]> {
  const rows = await participantPlaces(db, study)
  return rows.filter(({ site }) => can.readData(actor, { study, site }))
}

/** One row of a listing: a fact, whatever became of it, without who anybody is. */
export interface DataRow {
  readonly participant: string
  /** The id of the site (`siteId`). */
  readonly site: string
  /** The so-manieth fact of the participant. */
  readonly seq: number
  readonly fact: Fact
  /** It was asked and is not known. */
  readonly isNotKnown: boolean
  /** The id of the fact that took its place. */
  readonly correctedBy: string | undefined
  readonly isMadeUp: boolean
}

/** The rows of one participant, in the order in which they were recorded: corrected ones and those that are not known, too. */
export function dataRows({ participant, facts, isMadeUp }: SnapshotPart): readonly DataRow[] {
  const corrections = new Map(
    facts.flatMap(({ id, corrects }) => (corrects ? [[corrects, id]] : [])),
  )
  return facts.map((fact, index) => ({
    participant: participant.number,
    site: participant.site,
    seq: index + 1,
    fact,
    isNotKnown: fact.value === null,
    correctedBy: corrections.get(fact.id),
    isMadeUp,
  }))
}

/** The facts of some participants as they are now, one participant after another. Throws as `snapshotFacts` does. */
export async function* listedFacts(
  db: Reader,
  keys: Keys,
  study: string,
  of: readonly DataParticipant[],
): AsyncGenerator<SnapshotPart> {
  yield* snapshotFacts(db, keys, study, await headsOf(db, study, of))
}

/** How far the facts of some participants go. */
export async function headsOf(
  db: Reader,
  study: string,
  of: readonly DataParticipant[],
): Promise<readonly SnapshotHead[]> {
  const numbers = new Set(of.map(({ number }) => number))
  return (await readHeads(db, study)).filter(({ number }) => numbers.has(number))
}

/** What was taken out of a study. */
export interface DataExport {
  readonly study: string
  /** Undefined for everybody whom the actor may read. */
  readonly participant: DataParticipant | undefined
  readonly format: 'csv' | 'ndjson' | 'sets' | 'signatures' | 'trail-csv'
  readonly rows: number
  /** SHA-256 of the file. */
  readonly hash: string
}

/** Writes into the trail that rows of a study were taken out, by whom, how many, and the hash of the file. */
export function noteExport(
  { records }: PeopleBase,
  actor: Actor,
  { study, participant, format, rows, hash }: DataExport,
  now: Date,
): Promise<void> {
  return records.write(async (tx) => {
    await holdTrail(tx)
    await auditConduct(
      tx,
      { actor, now },
      {
        action: 'data.exported',
        subject: participant ? `participant/${participant.id}` : `study/${study}`,
        at: { study, site: participant?.site ?? null },
        details: { format, rows, hash },
      },
    )
  })
}
