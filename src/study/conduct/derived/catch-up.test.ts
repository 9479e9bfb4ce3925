import assert from 'node:assert/strict'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
} from '../../../testing/test-study.ts'
import { checkAudit } from '../../../people/audit/verify.ts'
import { renewOutlooks } from './renew-outlooks.ts'

const dose = {
  item: 'injection',
  value: '28',
  unit: 'mg',
  at: '2026-11-24T22:00+01:00',
} as const

onEachStore(
  'what time alone brings is kept by the schedule, once and as nobody’s act: a dose that was missed is a deviation',
  async (records) => {
    const { coordinator } = await openTestStudy(records, { version: 'listing' })
    const id = await enrolTestChild(records, coordinator)
    const evening = new Date('2026-11-24T21:30:00Z')
    await recordTestFacts(records, coordinator.actor, id, [...screenedChild(), dose], evening)
    const types = async () => {
      const rows = await records.db.selectFrom('deviation').select('type').execute()
      return rows.map(({ type }) => type)
    }
    const before = await types()
    const later = new Date(runNow.getTime() + 86_400_000)
    await renewOutlooks(records, { holder: 'one', now: () => later })
    const after = await types()
    assert.ok(after.length > before.length, after.join())
    assert.ok(after.some((type) => type === 'dose missed'))
    const lines = await records.db
      .selectFrom('audit_event')
      .select(['actor', 'details'])
      .where('action', '=', 'deviation.raised')
      .where('actor', '=', 'system')
      .execute()
    assert.equal(lines.length, after.length - before.length)
    await renewOutlooks(records, {
      holder: 'one',
      now: () => new Date(later.getTime() + 86_400_000),
    })
    assert.deepEqual(await types(), after)
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)
