import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { checkAudit } from '../../../people/audit/verify.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
} from '../../../testing/test-study.ts'
import { readCase } from '../model/case.ts'
import { announce, isIn } from './announce.ts'

onEachStore(
  'a text of consent that is announced makes consent due again from its day, once, with a line in the trail',
  async (records) => {
    const { coordinator, manager } = await openTestStudy(records)
    const id = await enrolTestChild(records, coordinator)
    const screened = await readCase(records.db, records.keys, id, runNow)
    assert.equal(screened && isIn(screened), false)
    const before = await recordTestFacts(records, coordinator.actor, id, screenedChild())
    assert.equal(isIn(before), true)
    const acting = { actor: manager.actor, now: runNow, newId: randomUUID }
    const text = { name: 'parents-2', of: 'consent text', from: '2026-11-26' } as const
    const after = await records.write((tx) =>
      announce(tx, acting, before, { ...text, reconsent: true, reason: 'New risk' }),
    )
    assert.equal(after.state.version.reconsent, 'due')
    assert.equal(after.state.version.pending.length, 0)
    const again = await records.write((tx) =>
      announce(tx, acting, after, { ...text, reconsent: true }),
    )
    assert.equal(again.facts.length, after.facts.length)
    assert.equal(after.facts.at(-1)?.at, '2026-11-26T00:00+01:00')
    assert.deepEqual((await readCase(records.db, records.keys, id, runNow))?.state, after.state)
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)
