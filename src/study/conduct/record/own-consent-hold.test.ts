import assert from 'node:assert/strict'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { minutesOn, readyChild, testTemperature, typedDose } from '../../../testing/test-dose.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { runNow, runStudy, screenedChild } from '../../../testing/test-study.ts'
import { makeSetting } from '../set-up/settings.ts'
import { giveDose } from './give-dose.ts'

const fevers = ['2026-11-22T20:00+01:00', '2026-11-24T17:30+01:00', '2026-11-24T20:30+01:00']

/** Somebody whose parents signed on 24 November, and who is 18 on the 26th. */
const adult = [
  ...screenedChild().map((fact) =>
    fact.item === 'birthDate' ? { ...fact, value: '2008-11-26' } : fact,
  ),
  ...fevers.map((at) => testTemperature('39.0', at)),
]

onEachStore(
  'who turned 18 is given doses on the parents’ consent, unless the study has set that doses wait for their own',
  async (records) => {
    const base = peopleBase(records)
    const child = await readyChild(records, { facts: adult, version: 'listing' })
    const give = async (minutes: number) =>
      giveDose(base, child.coordinator.actor, await child.askNow(), typedDose(), minutesOn(minutes))
    const setting = { sets: 'own consent', regimen: 'anakinra' } as const
    const set = { study: runStudy, setting, reason: 'the committee asked for it' }
    assert.equal(await makeSetting(base, child.manager.actor, set, runNow), 'done')
    assert.equal(await makeSetting(base, child.manager.actor, set, runNow), 'twice')
    const refused = await give(5)
    assert.ok(refused.kind === 'refused', refused.kind)
    assert.deepEqual(refused.problem, { why: 'noOwnConsent' })
    const at = '2026-11-26T10:06+01:00'
    const own = { item: 'consentSigned', value: 'participant', at, details: { by: 'participant' } }
    await child.record([own], minutesOn(7))
    await child.sign(minutesOn(8))
    const done = await give(10)
    assert.equal(done.kind, 'done', JSON.stringify(done))
  },
)

onEachStore(
  'without that setting their own consent is due, and the dose is given',
  async (records) => {
    const child = await readyChild(records, { facts: adult, version: 'listing' })
    const ask = await child.askNow()
    const done = await giveDose(
      peopleBase(records),
      child.coordinator.actor,
      ask,
      typedDose(),
      minutesOn(5),
    )
    assert.equal(done.kind, 'done', JSON.stringify(done))
  },
)
