import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import type { AuditAction } from '../../../people/audit/actions.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { personById } from '../../../people/records/persons.ts'
import {
  type OperatorSetting,
  partOfSetting,
  type SettingTarget,
} from '../../protocol/document/settings.ts'
import { isSameSetting, leftOpen } from '../../protocol/left-open.ts'
import { isQuantityProblem, readQuantity } from '../../protocol/quantity/quantity.ts'
import { readSettings } from '../../protocol/read/read-protocol.ts'
import { settingFaults } from '../../protocol/setting-faults.ts'
import { renewStudyOutlooks } from '../derived/renew-outlooks.ts'
import { lockOf } from '../model/lock.ts'
import { readStudyRun, type StudyRun } from '../model/run.ts'
import { auditStudy, type SetUp } from './open-run.ts'

/** What a study sets where its versions are silent, without whose it is and why: that is added as it is kept. */
export type NewSetting = WithoutOwner<OperatorSetting>

type WithoutOwner<T> = T extends unknown ? Omit<T, 'by' | 'on' | 'reason'> : never

/** A setting as it is kept; ended, it stays to be read. */
export interface KeptSetting {
  readonly id: string
  readonly setting: OperatorSetting
  /** ISO in UTC. */
  readonly setAt: string
  readonly endedAt: string | null
}

/** All that a study has set, the newest first. */
export async function readStudySettings(
  db: Reader,
  study: string,
): Promise<readonly KeptSetting[]> {
  const rows = await db
    .selectFrom('study_setting')
    .selectAll()
    .where('study', '=', study)
    .orderBy('set_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    setting: JSON.parse(row.content) as OperatorSetting,
    setAt: row.set_at,
    endedAt: row.ended_at,
  }))
}

/**
 * Sets what the versions leave open, with a reason. `stated`: every version that has this part says it itself, and nothing
 * overrides that; `twice`: it is set already, and must end first; `wrong`: it is no amount, window or part of a version.
 */
export function makeSetting(
  { records, newId }: PeopleBase,
  actor: Actor,
  { study, setting, reason }: { study: string; setting: NewSetting; reason: string },
  now: Date,
): Promise<SetUp<'gone' | 'wrong' | 'stated' | 'twice' | 'reason' | 'locked'>> {
  if (!can.runStudy(actor, study)) return Promise.resolve('notYours')
  const why = reason.trim()
  if (why === '' || why.length > mostReason) return Promise.resolve('reason')
  const owned = { ...setting, by: study, on: now.toISOString().slice(0, 10), reason: why }
  const read = readSettings([owned])
  if (!('settings' in read) || !isSound(setting)) return Promise.resolve('wrong')
  return records.write(async (tx) => {
    await holdTrail(tx)
    const run = await readStudyRun(tx, study)
    if (!run) return 'gone'
    if ((await lockOf(tx, study)) !== 'open') return 'locked'
    const open = openIn(run, setting)
    if (open !== 'open') return open === 'stated' ? 'stated' : 'wrong'
    if (!isOfVersions(run, owned)) return 'wrong'
    if (run.settings.some((one) => isSameSetting(one, setting))) return 'twice'
    const id = newId()
    await tx
      .insertInto('study_setting')
      .values({
        id,
        study,
        content: JSON.stringify(owned),
        set_at: now.toISOString(),
        set_by: `account/${actor.accountId}`,
        ended_at: null,
        ended_by: null,
      })
      .execute()
    await told(tx, { records }, { actor, now }, study, 'study.setting-made', { id, setting, why })
    return 'done'
  })
}

/** Ends a setting with a reason; it stays to be read, and is never changed. */
export function endSetting(
  { records }: PeopleBase,
  actor: Actor,
  { study, id, reason }: { study: string; id: string; reason: string },
  now: Date,
): Promise<SetUp<'gone' | 'reason' | 'locked'>> {
  if (!can.runStudy(actor, study)) return Promise.resolve('notYours')
  const why = reason.trim()
  if (why === '' || why.length > mostReason) return Promise.resolve('reason')
  return records.write(async (tx) => {
    await holdTrail(tx)
    if ((await lockOf(tx, study)) !== 'open') return 'locked'
    const found = (await readStudySettings(tx, study)).find((one) => one.id === id)
    if (!found || found.endedAt !== null) return 'gone'
    await tx
      .updateTable('study_setting')
      .set({ ended_at: now.toISOString(), ended_by: `account/${actor.accountId}` })
      .where('id', '=', id)
      .execute()
    const { setting } = found
    await told(tx, { records }, { actor, now }, study, 'study.setting-ended', { id, setting, why })
    return 'done'
  })
}

const mostReason = 1000

/** Where no version is silent it is stated; where none has the part it is not there. */
function openIn({ versions }: StudyRun, target: SettingTarget): ReturnType<typeof leftOpen> {
  const found = versions.map(({ protocol }) => leftOpen(protocol, target))
  if (found.includes('open')) return 'open'
  return found.includes('stated') ? 'stated' : 'not there'
}

/** Amounts are such of the product, and windows do not run into others, in each version that leaves it open. */
function isOfVersions({ versions }: StudyRun, setting: OperatorSetting): boolean {
  return versions.every(
    ({ protocol }) =>
      leftOpen(protocol, setting) !== 'open' || settingFaults(protocol, [setting]).length === 0,
  )
}

/** Amounts are numbers above nothing, with a unit that is known. */
function isSound(setting: NewSetting): boolean {
  const amounts =
    setting.sets === 'rounding' ? [setting.step] : 'amount' in setting ? [setting.amount] : []
  return amounts.every(({ value, unit }) => {
    const read = readQuantity(value, unit)
    return !isQuantityProblem(read) && /[1-9]/.test(value) && !value.startsWith('-')
  })
}

async function told(
  tx: Tx,
  { records }: Pick<PeopleBase, 'records'>,
  acting: { readonly actor: Actor; readonly now: Date },
  study: string,
  action: AuditAction,
  { id, setting, why }: { id: string; setting: SettingTarget; why: string },
): Promise<void> {
  const person = await personById(tx, records.keys, acting.actor.personId)
  const of = partOfSetting(setting)
  await auditStudy(tx, acting, study, action, {
    details: { setting: id, sets: setting.sets.replaceAll(' ', '-'), of },
    ...(person && { sealed: { person, values: { reason: why } } }),
  })
  await renewStudyOutlooks(tx, study)
}
