import { can } from '../../src/people/accounts/model/can.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import type { NewFact } from '../../src/study/conduct/model/facts.ts'
import { readFacts } from '../../src/study/conduct/model/facts.ts'
import { readParticipant } from '../../src/study/conduct/model/participant.ts'
import { recordOf } from '../../src/study/conduct/record/change.ts'
import { chanceOf } from '../chance.ts'
import { houseOf } from '../people.ts'
import { enrolNumber, openFaultStudy, somebodyOf } from '../run-study.ts'
import { ordersOf, say } from './orders.ts'
import { weakenRecords } from './weak-records.ts'

// Many people record facts of participants at once, some of the same ones; each fact is said once it is recorded. What was
// sent and not acknowledged is sent once more by the next start, and some of what was acknowledged is sent twice.

export interface ConductOrders {
  readonly dataDir: string
  readonly databaseUrl?: string
  /** Numbers of the facts. */
  readonly from: number
  readonly count: number
  readonly clients: number
  /** Numbers that were sent before, with no answer. */
  readonly again: readonly number[]
  readonly seed: number
  /** The control of the power cut: records that do not wait for the disk. */
  readonly weak?: boolean
}

const orders = ordersOf<ConductOrders>()
const chance = chanceOf(orders.seed, 'conduct')
const weaken = orders.weak ? weakenRecords() : undefined
const { dataDir, databaseUrl } = orders
const records = await openRecords({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) })
weaken?.()
const base = houseOf(records)
const known = new Map<number, string>()
const actor = await somebodyOf(base, 'team@example.org', ['manager', 'coordinator'])
await openFaultStudy(base, actor)
say('opened', { instance: records.instanceId })
const waiting = [
  ...orders.again,
  ...Array.from({ length: orders.count }, (_, index) => orders.from + index),
]
await Promise.all(Array.from({ length: orders.clients }, client))
await records.close()
say('closed')

/** Takes the next number as long as there is one. */
async function client(): Promise<void> {
  for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
    await oneFact(number)
    // An impatient finger, or a line that broke before the answer came.
    if (chance.next() < 0.1) await oneFact(number)
  }
}

/** Two or three people are always at the same participant. */
async function oneFact(number: number): Promise<void> {
  const id = await participant(number % Math.max(1, Math.floor(orders.clients / 2)))
  say('sending', { number })
  for (;;) {
    const of = await readParticipant(records.db, records.keys, id)
    if (!of) throw new Error('a participant is gone')
    const done = await recordOf(
      base,
      actor,
      { id, formKey: formOf(number), seen: of.facts },
      { may: can.recordFacts, act: async (_, tx) => [await factOf(number, tx, of)] },
      new Date(),
    )
    if (done.kind === 'done') return say('recorded', { number, id })
    if (done.kind !== 'changed') throw new Error(`recording ended as ${done.kind}`)
  }
}

/** A reading of a minute of its own; every fifth corrects the one before it. */
async function factOf(
  number: number,
  tx: Parameters<typeof readFacts>[0],
  of: Parameters<typeof readFacts>[1],
): Promise<NewFact> {
  const at = Temporal.ZonedDateTime.from('2026-11-02T00:00[Europe/Paris]')
    .add({ minutes: number })
    .toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  const value = `${36 + (number % 40) / 10}`
  const reading = { item: 'temperature', value, unit: 'Cel', site: 'axillary', at }
  if (number % 5 !== 4) return reading
  const facts = await readFacts(tx, of)
  const corrected = new Set(facts.map(({ corrects }) => corrects))
  const last = facts.findLast(({ id }) => !corrected.has(id))
  return last ? { ...reading, at: last.at, corrects: last.id, reason: 'typed wrongly' } : reading
}

function formOf(number: number): string {
  return `fact ${number}`
}

async function participant(number: number): Promise<string> {
  const id = known.get(number)
  if (id !== undefined) return id
  const made = await enrolNumber(base, actor, number)
  known.set(number, made)
  say('enrolled', { form: `enrol ${number}`, id: made })
  return made
}
