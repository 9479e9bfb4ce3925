import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { itemsRead } from '../../protocol/expression/items-read.ts'
import { bookOf } from '../../protocol/expression/scene.ts'
import { sealArm } from '../model/allocation.ts'
import { itemOf } from '../model/case.ts'
import { lockOf } from '../model/lock.ts'
import { readStudyRun, type RunVersion, type StudyRun } from '../model/run.ts'
import {
  type AllocationFault,
  type AllocationLine,
  readAllocationList,
  type ReadAllocation,
} from './allocation-list.ts'
import { auditStudy } from './open-run.ts'

/** A list of allocation that is to be imported. */
export interface NewAllocationList {
  readonly study: string
  /** A short name. */
  readonly list: string
  readonly text: string
  /** Whether only the pharmacist may see to which arm a place leads. */
  readonly isBlind: boolean
}

/**
 * What became of an import. `faults`: lines that are wrong, and nothing was imported. `dosesByArm`: a version works its doses
 * out by the arm, so its pages would tell it; `noItem`: the study is open, and no version has an item for the arm.
 */
export type AllocationImported =
  | { readonly kind: 'done'; readonly places: number }
  | { readonly kind: 'faults'; readonly faults: readonly AllocationFault[] }
  | {
      readonly kind:
        | 'notYours'
        | 'unknown'
        | 'listName'
        | 'listKnown'
        | 'locked'
        | 'dosesByArm'
        | 'noItem'
        | Exclude<ReadAllocation['kind'], 'read' | 'faults'>
    }

/** Imports a list of allocation, whole or not at all; each arm is sealed with a key that is not in the database. */
export function importAllocation(
  { records }: PeopleBase,
  actor: Actor,
  { study, list, text, isBlind }: NewAllocationList,
  now: Date,
): Promise<AllocationImported> {
  if (!can.runStudy(actor, study)) return Promise.resolve({ kind: 'notYours' })
  if (!/^[A-Za-z0-9][\w.-]{0,39}$/.test(list)) return Promise.resolve({ kind: 'listName' })
  return records.write(async (tx): Promise<AllocationImported> => {
    await holdTrail(tx)
    const run = await readStudyRun(tx, study)
    if (!run) return { kind: 'unknown' }
    if ((await lockOf(tx, study)) !== 'open') return { kind: 'locked' }
    const before = await placesOf(tx, study)
    if (before.some((one) => one.list === list)) return { kind: 'listKnown' }
    const arms = armsOf(run)
    if (isBlind && run.versions.some(isDosedByArm)) return { kind: 'dosesByArm' }
    if (!isBlind && arms === undefined) return { kind: 'noItem' }
    const known = {
      sites: run.sites,
      arms: arms !== undefined && arms.length > 0 ? arms : undefined,
      kits: new Set(before.map(({ kit }) => kit)),
    }
    const read = readAllocationList(text, known)
    if (read.kind !== 'read') return read
    await insertPlaces(tx, records.keys, { study, list, isBlind }, read.lines)
    const places = read.lines.length
    await auditStudy(tx, { actor, now }, study, 'allocation.imported', {
      details: { list, places, blind: isBlind },
    })
    return { kind: 'done', places }
  })
}

function placesOf(db: Reader | Tx, study: string) {
  return db
    .selectFrom('allocation_place')
    .select(['list', 'kit'])
    .where('study', '=', study)
    .execute()
}

/** The arms that the newest version with an item for them names; none where it names none, undefined without an item. */
function armsOf({ versions }: StudyRun): readonly string[] | undefined {
  const item = versions.flatMap(({ protocol }) => itemOf(protocol, 'allocation') ?? []).at(-1)
  return item && (item.codes ?? [])
}

/** Whether doses or visits depend on the arm: then a page that shows them shows the arm. */
function isDosedByArm({ protocol }: RunVersion): boolean {
  const item = itemOf(protocol, 'allocation')
  if (!item) return false
  const book = bookOf(protocol)
  const conditions = [
    ...protocol.regimens.map(({ appliesIf }) => appliesIf),
    ...protocol.visits.map(({ onlyIf }) => onlyIf),
  ]
  return conditions.some((one) => one && itemsRead(one, book).has(item.id))
}

/** In pieces: a statement takes only so many values. */
async function insertPlaces(
  tx: Tx,
  keys: Keys,
  { study, list, isBlind }: Omit<NewAllocationList, 'text'>,
  lines: readonly AllocationLine[],
): Promise<void> {
  const rows = lines.map(({ arm, ...line }) => ({
    ...line,
    study,
    list,
    arm_sealed: sealArm(keys, { study, list, position: line.position }, arm),
    blind: isBlind ? (1 as const) : (0 as const),
    participant_id: null,
    taken_at: null,
  }))
  for (let at = 0; at < rows.length; at += 200)
    await tx
      .insertInto('allocation_place')
      .values(rows.slice(at, at + 200))
      .execute()
}

/** How many places of a list there are for a site and a stratum, and how many are taken. */
export interface AllocationCount {
  readonly list: string
  readonly isBlind: boolean
  /** The id of a site, or `*`. */
  readonly site: string
  readonly stratum: string
  readonly places: number
  readonly taken: number
}

/** The lists of a study, site by site; to which arms they lead is not told. */
export async function allocationCounts(
  db: Reader | Tx,
  study: string,
): Promise<readonly AllocationCount[]> {
  const rows = await db
    .selectFrom('allocation_place')
    .select(({ fn }) => [
      'list',
      'blind',
      'site',
      'stratum',
      fn.countAll().as('places'),
      fn.count('participant_id').as('taken'),
    ])
    .where('study', '=', study)
    .groupBy(['list', 'blind', 'site', 'stratum'])
    .orderBy('list')
    .orderBy('site')
    .orderBy('stratum')
    .execute()
  return rows.map(({ list, blind, site, stratum, places, taken }) => ({
    list,
    isBlind: Number(blind) === 1,
    site,
    stratum,
    places: Number(places),
    taken: Number(taken),
  }))
}
