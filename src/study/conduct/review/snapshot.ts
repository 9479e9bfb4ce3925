import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { contentText } from '../../protocol/read/content-text.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { plainFact, readFacts } from '../model/facts.ts'
import { type Participant, participantOf, readIdentity } from '../model/participant.ts'

/** How far the facts of one participant go in a snapshot: how many, and the hash of the last. */
export interface SnapshotHead {
  /** The pseudonym. */
  readonly number: string
  readonly facts: number
  readonly head: string
}

/** The facts of a study as of a moment, as they are kept: by their hash, and how far those of each participant went. */
export interface StudySnapshot {
  readonly id: string
  readonly study: string
  /** SHA-256 of the file that `snapshotFile` makes of it. */
  readonly hash: string
  readonly heads: readonly SnapshotHead[]
  readonly participants: number
  readonly facts: number
  /** ISO in UTC. */
  readonly madeAt: string
  /** `account/<id>` */
  readonly madeBy: string
}

/** Whose facts are looked at: how the facts of everybody of a study stand now, by their numbers. */
export async function readHeads(db: Reader | Tx, study: string): Promise<readonly SnapshotHead[]> {
  const rows = await db
    .selectFrom('participant')
    .select(['number', 'facts', 'head'])
    .where('study', '=', study)
    .orderBy('number')
    .execute()
  return rows.map(({ number, facts, head }) => ({ number, facts: Number(facts), head }))
}

/** A file of facts, and what it has in it. */
export interface SnapshotFile {
  readonly bytes: Uint8Array
  readonly hash: string
  readonly participants: number
  readonly facts: number
  /** Somebody in it is made up. */
  readonly isMadeUp: boolean
}

/**
 * The facts of a study as a file, one a line, in the order of the numbers and of recording, each with its keys in one order:
 * as `trialway report` reads it, without who anybody is. The same heads give the same bytes, whatever was recorded since.
 * Reads one participant at a time and lets others come in between. Throws as `unseal` does, and an Error where a fact is not
 * as it was when the heads were taken.
 */
export async function snapshotFile(
  db: Reader | Tx,
  keys: Keys,
  study: string,
  heads: readonly SnapshotHead[],
): Promise<SnapshotFile> {
  const digest = createHash('sha256')
  const parts: Uint8Array[] = []
  let [participants, count, isMadeUp] = [0, 0, false]
  for await (const one of snapshotFacts(db, keys, study, heads)) {
    if (one.facts.length === 0) continue
    const text = Buffer.from(one.facts.map((fact) => `${contentText(fact)}\n`).join(''))
    digest.update(text)
    parts.push(text)
    participants++
    count += one.facts.length
    isMadeUp ||= one.isMadeUp
  }
  const hash = digest.digest('hex')
  return { bytes: Buffer.concat(parts), hash, participants, facts: count, isMadeUp }
}

/** The facts of one participant that are within a snapshot. */
export interface SnapshotPart {
  readonly participant: Participant
  readonly facts: readonly Fact[]
  readonly isMadeUp: boolean
}

/** The facts of a snapshot, participant by participant. Throws as `snapshotFile` does. */
export async function* snapshotFacts(
  db: Reader | Tx,
  keys: Keys,
  study: string,
  heads: readonly SnapshotHead[],
): AsyncGenerator<SnapshotPart> {
  for (const head of heads) {
    await nextTurn()
    const row = await db
      .selectFrom('participant')
      .selectAll()
      .where('study', '=', study)
      .where('number', '=', head.number)
      .executeTakeFirst()
    if (!row) throw new Error('a participant of a snapshot is not there any more')
    const participant = participantOf(row, keys)
    const kept = (await readFacts(db, participant)).filter(({ seq }) => seq <= head.facts)
    if (kept.length !== head.facts || (kept.at(-1)?.hash ?? '') !== head.head)
      throw new Error('the facts of a snapshot are not as they were when it was made')
    const isMadeUp = (await readIdentity(db, participant))?.isMadeUp === true
    yield {
      participant,
      facts: kept.map((fact) => markedFact(plainFact(fact), isMadeUp)),
      isMadeUp,
    }
  }
}

/** What is made up says so in each fact, wherever the file goes. */
function markedFact(fact: Fact, isMadeUp: boolean): Fact {
  return isMadeUp ? { ...fact, details: { ...fact.details, invented: true } } : fact
}

/** Keeps a snapshot by its hash and its heads. */
export async function keepSnapshot(tx: Tx, snapshot: StudySnapshot): Promise<void> {
  await tx
    .insertInto('snapshot')
    .values({
      id: snapshot.id,
      study: snapshot.study,
      hash: snapshot.hash,
      heads: JSON.stringify(snapshot.heads),
      participants: snapshot.participants,
      facts: snapshot.facts,
      made_at: snapshot.madeAt,
      made_by: snapshot.madeBy,
    })
    .execute()
}

/** The snapshot that a study is locked with; undefined while it is not locked. */
export async function lockedSnapshot(
  db: Reader | Tx,
  study: string,
): Promise<StudySnapshot | undefined> {
  const last = await db
    .selectFrom('conduct_lock')
    .select(['kind', 'snapshot_id'])
    .where('study', '=', study)
    .where('participant_id', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.kind !== 'lock' || last.snapshot_id === null) return undefined
  const row = await db
    .selectFrom('snapshot')
    .selectAll()
    .where('id', '=', last.snapshot_id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      study: row.study,
      hash: row.hash,
      heads: JSON.parse(row.heads) as readonly SnapshotHead[],
      participants: Number(row.participants),
      facts: Number(row.facts),
      madeAt: row.made_at,
      madeBy: row.made_by,
    }
  )
}
