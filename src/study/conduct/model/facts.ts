import { hash } from 'node:crypto'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { openValue, sealValue } from '../../../people/records/model/sealed-rows.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { contentText } from '../../protocol/read/content-text.ts'
import type { Participant } from './participant.ts'

/** A fact that is to be recorded; its id, and when and by whom it was recorded, are not for a form to say. */
export type NewFact = Omit<Fact, 'id' | 'recordedAt' | 'recordedBy' | 'participant' | 'studySite'>

/** A fact as it is kept: the so-manieth of its participant, with the hash that covers all before it. */
export interface KeptFact extends Fact {
  readonly seq: number
  readonly hash: string
  /** The form that it came with: what is sent twice is recorded once. */
  readonly formKey: string
}

/** The facts of a participant in the order in which they were recorded. Throws as `unseal` does. */
export async function readFacts(
  db: Reader | Tx,
  participant: Pick<Participant, 'id' | 'key'>,
): Promise<readonly KeptFact[]> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('participant_id', '=', participant.id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    ...(openValue(
      participant.key,
      placeOfFact(participant.id, Number(row.seq)),
      row.content_sealed,
    ) as Fact),
    seq: Number(row.seq),
    hash: row.hash,
    formKey: row.form_key,
  }))
}

/** A fact without what only its keeping is about: as the engine and the report read it. */
export function plainFact({ seq: _seq, hash: _hash, formKey: _formKey, ...fact }: KeptFact): Fact {
  return fact
}

/** Adds facts to a participant, each bound to the one before, and answers them as they are kept. */
export async function appendFacts(
  tx: Tx,
  participant: Participant,
  {
    facts,
    formKey,
    by,
    newId,
  }: {
    readonly facts: readonly NewFact[]
    readonly formKey: string
    /** `account/<id>`, or `system`. */
    readonly by: string
    readonly newId: () => string
  },
  now: Date,
): Promise<readonly KeptFact[]> {
  const at = now.toISOString()
  const kept: KeptFact[] = []
  let head = participant.head
  for (const [index, added] of facts.entries()) {
    const seq = participant.facts + index + 1
    const { number, site } = participant
    const fact: Fact = {
      ...added,
      id: newId(),
      recordedAt: at,
      recordedBy: by,
      participant: number,
      studySite: site,
    }
    head = hashOfFact(head, participant.id, seq, fact)
    await insertFact(tx, participant, { ...fact, seq, hash: head, formKey })
    kept.push({ ...fact, seq, hash: head, formKey })
  }
  const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? [])).size
  await tx
    .updateTable('participant')
    .set(({ eb }) => ({
      facts: participant.facts + facts.length,
      corrected: eb('corrected', '+', corrected),
      head,
    }))
    .where('id', '=', participant.id)
    .execute()
  return kept
}

async function insertFact(
  tx: Tx,
  { id, key }: Pick<Participant, 'id' | 'key'>,
  kept: KeptFact,
): Promise<void> {
  const { seq, hash: own, formKey } = kept
  await tx
    .insertInto('fact')
    .values({
      participant_id: id,
      seq,
      id: kept.id,
      form_key: formKey,
      recorded_at: kept.recordedAt ?? '',
      recorded_by: kept.recordedBy ?? '',
      hash: own,
      content_sealed: sealValue(key, placeOfFact(id, seq), plainFact(kept), 256),
    })
    .execute()
}

/** The hash of a fact: over the hash before it, whose it is, its place and all it says. SHA-256, hexadecimal. */
export function hashOfFact(before: string, participantId: string, seq: number, fact: Fact): string {
  return hash('sha256', `${before}\n${participantId}\n${seq}\n${contentText(fact)}`)
}

function placeOfFact(participantId: string, seq: number): string {
  return `fact.content/${participantId}/${seq}`
}
