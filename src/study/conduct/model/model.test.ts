import assert from 'node:assert/strict'
import { test } from 'node:test'
import { can, studyReach } from '../../../people/accounts/model/can.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  otherRunSite,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
  shippedVersion,
} from '../../../testing/test-study.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { openDeviation } from '../derived/deviations.ts'
import { itemOf, readCase } from './case.ts'
import { readIdentity } from './participant.ts'
import { readStudyRun, versionsFor } from './run.ts'
import { signedHash } from './signature.ts'

onEachStore('who a participant is opens with their own key alone', async (records) => {
  const { coordinator } = await openTestStudy(records)
  const id = await enrolTestChild(records, coordinator, 'Léa Martin')
  const found = await readCase(records.db, records.keys, id, runNow)
  assert.ok(found)
  const identity = await readIdentity(records.db, found.participant)
  assert.equal(identity?.name, 'Léa Martin')
  await assert.rejects(readIdentity(records.db, { id, key: new Uint8Array(32) }))
})

onEachStore('a site works by the versions that were switched on there', async (records) => {
  await openTestStudy(records)
  const run = await readStudyRun(records.db, runStudy)
  assert.ok(run)
  for (const site of [runSite, otherRunSite])
    assert.deepEqual(
      versionsFor(run, site).map(({ protocol }) => protocol.effective),
      [[{ site, from: '2026-11-01', zone: 'Europe/Paris' }]],
    )
  assert.deepEqual(versionsFor(run, 'no such site'), [])
})

onEachStore('a deviation is kept as it was raised', async (records) => {
  const { coordinator } = await openTestStudy(records)
  const id = await enrolTestChild(records, coordinator)
  const dose = { item: 'injection', value: '99', unit: 'mg', at: '2026-11-25T09:00+01:00' }
  const after = await recordTestFacts(records, coordinator.actor, id, [...screenedChild(), dose])
  const rows = await records.db.selectFrom('deviation').selectAll().execute()
  const types = rows.map((row) => openDeviation(after.participant, row).type)
  assert.ok(types.includes('dose on hold'), types.join())
  assert.equal(rows.length, after.state.deviations.length)
})

test('a signature holds until what it covers is corrected or added to, and a later reading is not of it', () => {
  const fact = (id: string, at: string, more: Partial<Fact> = {}): Fact => ({
    id,
    item: 'weight',
    value: '14',
    at,
    ...more,
  })
  const first = fact('a', '2026-11-24T18:00+01:00')
  const scope = { items: ['weight'], until: '2026-11-24T20:00:00Z' }
  const signed = signedHash([first], scope)
  const later = fact('b', '2026-11-25T08:00+01:00')
  assert.equal(signedHash([first, later], scope), signed)
  assert.equal(signedHash([first, fact('c', '2026-11-24', { item: 'height' })], scope), signed)
  assert.notEqual(signedHash([first, fact('d', '2026-11-24T19:00+01:00')], scope), signed)
  const correction = fact('e', first.at, { corrects: 'a', value: '15' })
  assert.notEqual(signedHash([first, correction], scope), signed)
})

test('an item is found by what it means, and a study reaches who has any role in it', () => {
  assert.equal(itemOf(shippedVersion('report'), 'consent')?.id, 'consentSigned')
  const actor = { roles: [{ role: 'monitor', study: runStudy, site: null }] } as const
  assert.deepEqual(studyReach(actor), [{ study: runStudy, site: null }])
  assert.equal(can.readParticipants(actor, { study: runStudy, site: runSite }), true)
})
