import { readDetails } from '../../../people/audit/details.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import { hashOfFact, plainFact, readFacts } from './facts.ts'
import { type Participant, participantOf } from './participant.ts'

/** Whether the facts of all participants are as they were recorded. */
export type FactsVerdict =
  | { readonly isWhole: true; readonly participants: number; readonly facts: number }
  | {
      readonly isWhole: false
      /** The number of the participant. */
      readonly number: string
      /** The first fact of theirs, in the order of recording, that is not as it was recorded. */
      readonly seq: number
      readonly problem: FactsProblem
    }

/** What is wrong with a fact. */
export type FactsProblem =
  | 'missing'
  | 'unreadable'
  | 'changed'
  | 'not in the trail'
  | 'more than recorded'

/**
 * Replays the facts of every participant: each opens with its key, follows from the one before, and is the one that the
 * trail has a line of; none is missing at the end. The trail itself is proved by `checkAudit`.
 */
export async function checkFacts({
  db,
  keys,
}: {
  readonly db: Reader
  readonly keys: Keys
}): Promise<FactsVerdict> {
  const noted = await notedHashes(db)
  const rows = await db.selectFrom('participant').selectAll().orderBy('id').execute()
  let facts = 0
  for (const row of rows) {
    const participant = participantOf(row, keys)
    const wrong = await firstWrong(db, participant, noted.get(participant.id) ?? new Map())
    if (wrong) return { isWhole: false, number: participant.number, ...wrong }
    facts += participant.facts
  }
  return { isWhole: true, participants: rows.length, facts }
}

async function firstWrong(
  db: Reader,
  participant: Participant,
  noted: ReadonlyMap<number, string>,
): Promise<{ readonly seq: number; readonly problem: FactsProblem } | undefined> {
  const kept = await factsThatOpen(db, participant)
  let head = ''
  for (const [index, fact] of kept.entries()) {
    const seq = index + 1
    if (fact === undefined) return { seq, problem: 'unreadable' }
    if (fact.seq !== seq) return { seq, problem: 'missing' }
    head = hashOfFact(head, participant.id, seq, plainFact(fact))
    if (fact.hash !== head) return { seq, problem: 'changed' }
    if (noted.get(seq) !== head) return { seq, problem: 'not in the trail' }
  }
  const end = kept.length + 1
  if (noted.has(end) || participant.facts > kept.length) return { seq: end, problem: 'missing' }
  if (participant.facts < kept.length || participant.head !== head)
    return { seq: kept.length, problem: 'more than recorded' }
  return undefined
}

/** The facts, up to the first that its key does not open. */
async function factsThatOpen(db: Reader, participant: Participant) {
  try {
    return await readFacts(db, participant)
  } catch {
    return [undefined]
  }
}

/** The hash that the trail notes of each fact, by participant and place. */
async function notedHashes(db: Reader): Promise<ReadonlyMap<string, ReadonlyMap<number, string>>> {
  const noted = new Map<string, Map<number, string>>()
  let after = 0
  for (;;) {
    const lines = await db
      .selectFrom('audit_event')
      .select(['seq', 'subject', 'details'])
      .where('action', 'in', ['fact.recorded', 'fact.corrected'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(5000)
      .execute()
    for (const line of lines) {
      after = Number(line.seq)
      const { codes } = readDetails(line)
      const id = line.subject.replace('participant/', '')
      const own = noted.get(id) ?? new Map<number, string>()
      own.set(Number(codes['seq']), typeof codes['hash'] === 'string' ? codes['hash'] : '')
      noted.set(id, own)
    }
    if (lines.length < 5000) return noted
  }
}
