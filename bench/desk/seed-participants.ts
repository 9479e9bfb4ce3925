import type { Records } from '../../src/people/records/model/records.ts'
import { auditFacts } from '../../src/study/conduct/derived/audit-facts.ts'
import { appendFacts, type NewFact } from '../../src/study/conduct/model/facts.ts'
import { readParticipant } from '../../src/study/conduct/model/participant.ts'
import {
  enrolTestChild,
  openTestStudy,
  screenedChild,
  type StudyTeam,
} from '../../src/testing/test-study.ts'

/** Participants of a study that is run, each with as many facts. */
export interface ParticipantPlan {
  readonly participants: number
  readonly facts: number
}

/** When they are looked at: 46 days after the first dose. */
export const participantsNow = new Date('2027-01-09T09:00:00Z')

const enrolledAt = new Date('2026-11-24T19:30:00Z')
const hourMs = 3_600_000

/** Opens the study of tests and fills it; answers who works in it and the ids of the participants. */
export async function seedParticipants(
  records: Records,
  plan: ParticipantPlan,
): Promise<{ readonly team: StudyTeam; readonly ids: readonly string[] }> {
  const team = await openTestStudy(records, { now: participantsNow })
  const ids: string[] = []
  for (let at = 0; at < plan.participants; at++) {
    const id = await enrolTestChild(records, team.coordinator, `Child ${at}`, enrolledAt)
    await append(records, team.coordinator, id, screenedChild(), enrolledAt)
    for (const fact of followUp(plan.facts - screenedChild().length, at))
      await append(records, team.coordinator, id, [fact.fact], fact.recordedAt)
    ids.push(id)
  }
  return { team, ids }
}

async function append(
  records: Records,
  { actor }: StudyTeam['coordinator'],
  id: string,
  facts: readonly NewFact[],
  recordedAt: Date,
): Promise<void> {
  await records.write(async (tx) => {
    const participant = await readParticipant(tx, records.keys, id)
    if (!participant) throw new Error('the participant of the bench is gone')
    const by = `account/${actor.accountId}`
    const form = { formKey: crypto.randomUUID(), by, newId: () => crypto.randomUUID() }
    const kept = await appendFacts(tx, participant, { ...form, facts }, recordedAt)
    await auditFacts(tx, { actor, now: recordedAt }, { participant, facts: [] }, kept)
  })
}

/**
 * What is recorded of a child in 45 days: a dose a day for two weeks, temperatures most of all, weights and blood tests, an
 * event now and then. One of twenty is written down two days late.
 */
function followUp(
  count: number,
  seed: number,
): readonly { readonly fact: NewFact; readonly recordedAt: Date }[] {
  const first = enrolledAt.getTime() + hourMs
  const step = (45 * 24 * hourMs) / count
  const made = Array.from({ length: count }, (_, index) => {
    const at = new Date(first + index * step)
    const isLate = index % 20 === 7
    const recordedAt = new Date(at.getTime() + (isLate ? 48 * hourMs : 60_000))
    return { fact: factAt(index, seed, at.toISOString().replace('.000Z', 'Z')), recordedAt }
  })
  for (let day = 0; day < 14; day++) {
    const at = new Date(first + day * 24 * hourMs + hourMs / 2)
    const fact = { item: 'injection', value: '28', unit: 'mg', at: at.toISOString() }
    made[day] = { fact, recordedAt: new Date(at.getTime() + 60_000) }
  }
  return made.toSorted((one, other) => one.recordedAt.getTime() - other.recordedAt.getTime())
}

function factAt(index: number, seed: number, at: string): NewFact {
  if (index % 40 === 20) return { item: 'bodyWeight', value: '14.2', unit: 'kg', at }
  if (index % 40 === 30) return { item: 'crp', value: String(60 - (index % 50)), unit: 'mg/L', at }
  if (index % 160 === 90)
    return {
      item: 'adverseEvent',
      value: 'rash',
      at,
      details: { serious: false, severity: 'mild' },
    }
  const tenths = 368 + ((index * 7 + seed * 3) % 19)
  const value = `${Math.floor(tenths / 10)}.${tenths % 10}`
  return { item: 'temperature', value, unit: 'Cel', site: 'axillary', at }
}
