import { randomUUID } from 'node:crypto'
import type { Actor } from '../people/accounts/model/actor.ts'
import type { Records } from '../people/records/model/records.ts'
import { type ConductCase, readCase } from '../study/conduct/model/case.ts'
import type { NewFact } from '../study/conduct/model/facts.ts'
import type { ParticipantAsk } from '../study/conduct/record/change.ts'
import { signFor } from '../study/conduct/record/sign.ts'
import type { TypedDose } from '../study/conduct/record/typed-dose.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import { peopleBase } from './test-alerts.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
  type StudyTeam,
} from './test-study.ts'

/** A child who may be given the first dose: screened, consented, and an investigator has signed. */
export interface ReadyChild extends StudyTeam {
  readonly id: string
  /** The case as of a moment. */
  readonly caseAt: (now: Date) => Promise<ConductCase>
  /** An ask of who has just looked. */
  readonly askNow: () => Promise<ParticipantAsk>
  readonly record: (facts: readonly NewFact[], now: Date) => Promise<ConductCase>
  readonly sign: (now: Date) => Promise<void>
}

/** Enrols a child of the study of tests and makes them ready for the first dose at `runNow`, but for what is left out. */
export async function readyChild(
  records: Records,
  given: {
    readonly version?: 'listing' | 'record-2020' | 'report'
    readonly protocol?: Protocol
    readonly areDosesConfirmed?: boolean
    readonly facts?: readonly NewFact[]
    readonly isUnsigned?: boolean
  } = {},
): Promise<ReadyChild> {
  const team = await openTestStudy(records, given)
  const id = await enrolTestChild(records, team.coordinator)
  const caseAt = async (now: Date): Promise<ConductCase> => {
    const found = await readCase(records.db, records.keys, id, now)
    if (!found) throw new Error('the child of a test is gone')
    return found
  }
  const record = (facts: readonly NewFact[], now: Date): Promise<ConductCase> =>
    recordTestFacts(records, team.coordinator.actor, id, facts, now)
  const sign = async (now: Date): Promise<void> => {
    const { facts } = await caseAt(now)
    const ask = { participantId: id, meaning: 'eligibility', seen: facts.length } as const
    const actor: Actor = { ...team.investigator.actor, provedAt: now.toISOString() }
    const signed = await signFor(peopleBase(records), actor, ask, now)
    if (signed.kind !== 'done') throw new Error(`nobody signed: ${signed.kind}`)
  }
  await record(given.facts ?? screenedChild(), runNow)
  if (!given.isUnsigned) await sign(runNow)
  const askNow = async (): Promise<ParticipantAsk> => {
    const { participant } = await caseAt(runNow)
    return { id, formKey: randomUUID(), seen: participant.facts }
  }
  return { ...team, id, caseAt, askNow, record, sign }
}

/** The first dose of the child of tests as it is derived, given now. */
export function typedDose(over: Partial<TypedDose> = {}): TypedDose {
  return {
    regimen: 'anakinra',
    amount: '28',
    unit: 'mg',
    given: 'now',
    number: '01-001',
    reason: '',
    lot: '',
    route: '',
    seenVolume: '',
    ...over,
  }
}

/** A temperature under the arm. */
export function testTemperature(value: string, at: string): NewFact {
  return { item: 'temperature', value, unit: 'Cel', site: 'axillary', at }
}

/** So many minutes after `runNow`. */
export function minutesOn(minutes: number): Date {
  return new Date(runNow.getTime() + minutes * 60_000)
}
