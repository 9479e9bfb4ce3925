import assert from 'node:assert/strict'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runStudy,
  screenedChild,
} from '../../../testing/test-study.ts'
import { readCase } from '../model/case.ts'
import { endSetting, makeSetting, type NewSetting, readStudySettings } from './settings.ts'

const rounding: NewSetting = {
  sets: 'rounding',
  regimen: 'anakinra',
  step: { value: '5', unit: 'mg' },
  mode: 'down',
}

onEachStore(
  'what a version leaves open is set by the study and shown as its own, until it ends; what it states is not overridden',
  async (records) => {
    const { manager, coordinator } = await openTestStudy(records)
    const base = peopleBase(records)
    const child = await enrolTestChild(records, coordinator)
    await recordTestFacts(records, coordinator.actor, child, screenedChild())
    const made = (setting: NewSetting, reason = 'By the pharmacy', actor = manager.actor) =>
      makeSetting(base, actor, { study: runStudy, setting, reason }, runNow)
    const nextDose = async () => {
      const found = await readCase(records.db, records.keys, child, runNow)
      return found?.state.nextDoses[0]?.dose
    }
    assert.equal((await nextDose())?.amount.value, '28')
    assert.equal(await made(rounding, ' '), 'reason')
    assert.equal(await made(rounding, 'x', coordinator.actor), 'notYours')
    assert.equal(await made({ ...rounding, regimen: 'none' }), 'wrong')
    assert.equal(await made({ ...rounding, step: { value: '0', unit: 'mg' } }), 'wrong')
    assert.equal(await made({ ...rounding, step: { value: '5', unit: 'spoons' } }), 'wrong')
    const window = { early: 'P1D', late: 'P2' }
    assert.equal(await made({ sets: 'visit window', visit: 'lastVisit', window }), 'wrong')
    assert.equal(await made(rounding), 'done')
    assert.equal(await made(rounding), 'twice')
    const dose = await nextDose()
    assert.equal(dose?.amount.value, '25')
    assert.ok(dose?.rounding && dose.rounding.by !== 'version')
    assert.equal(dose.rounding.by.by, runStudy)
    const [kept] = await readStudySettings(records.db, runStudy)
    assert.ok(kept)
    const end = (reason: string) =>
      endSetting(base, manager.actor, { study: runStudy, id: kept.id, reason }, runNow)
    assert.equal(await end(''), 'reason')
    assert.equal(await end('No longer'), 'done')
    assert.equal(await end('Again'), 'gone')
    assert.equal((await nextDose())?.amount.value, '28')
    const stale = await records.db
      .selectFrom('participant')
      .select('outlook_until')
      .executeTakeFirstOrThrow()
    assert.equal(stale.outlook_until, null)
  },
)
