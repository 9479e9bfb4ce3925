import assert from 'node:assert/strict'
import { carried } from '../../../people/records/model/transfer.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  screenedChild,
} from '../../../testing/test-study.ts'

onEachStore(
  'neither who a participant is nor what was measured or written of them stands in any row in the open',
  async (records) => {
    const { coordinator } = await openTestStudy(records)
    const { actor } = coordinator
    const id = await enrolTestChild(records, coordinator, 'Zébulon Canari')
    const before = await recordTestFacts(records, actor, id, screenedChild())
    const weight = before.facts.find(({ item }) => item === 'bodyWeight')
    assert.ok(weight)
    const corrected = {
      item: 'bodyWeight',
      value: '14.25',
      unit: 'kg',
      at: weight.at,
      corrects: weight.id,
      reason: 'the aunt of Zébulon misread the scales',
    }
    await recordTestFacts(records, actor, id, [
      corrected,
      { item: 'injection', value: '98.76', unit: 'mg', at: '2026-11-25T09:00+01:00' },
    ])
    const rows = await Promise.all(
      carried.map((table) => records.db.selectFrom(table).selectAll().execute()),
    )
    const clear = rows.flat().flatMap((row) => Object.values(row).map(inClear))
    assert.ok(clear.length > 500)
    for (const secret of ['Zébulon', 'Canari', '+33 1 23', '14.25', '98.76', 'the aunt', '39.1'])
      assert.equal(
        clear.find((text) => text.includes(secret)),
        undefined,
        secret,
      )
  },
)

/** As somebody reads it who has the database and not the keys. */
function inClear(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)
}
