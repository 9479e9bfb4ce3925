import assert from 'node:assert/strict'
import { onEachStore, personAt, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import { audit } from './append.ts'
import { readDetails, secretsOf } from './details.ts'
import { eraseForGood } from './erase-for-good.ts'
import type { AuditEvent } from './event.ts'
import { checkAudit } from './verify.ts'

const act = {
  at: testNow,
  actor: 'person',
  action: 'subscription.changed',
  subject: 'subscription/1',
} as const

onEachStore('a line says who, as what, before, after and why, in codes', async (records) => {
  const details = {
    by: 'account/0190a0b0-0000-7000-8000-000000000001',
    role: 'coordinator',
    before: { state: 'seen', version: 3 },
    after: { state: 'not-eligible', version: 4 },
    why: 'age',
    answers: ['yes', 'no', null],
    rule: 'alert-events@1',
  }
  await records.write((tx) => audit(tx, { ...act, details }))
  assert.deepEqual(readDetails(await newest(records)), { codes: details })
})

onEachStore('a sentence or an address is no code, and nothing is written', async (records) => {
  for (const text of ['my son has a fever', 'mother@example.org', 'Élodie'])
    for (const details of [{ why: text }, { before: { name: text } }, { names: [text] }])
      await assert.rejects(
        records.write((tx) => audit(tx, { ...act, details })),
        /texts are sealed/,
      )
  assert.deepEqual(await checkAudit(records), { isWhole: true, events: 0, anchored: 0 })
})

onEachStore(
  'a text is read with the key of its person; erased with them, it is gone and the trail is whole',
  async (records) => {
    const person = await personAt(records)
    const values = { note: 'Fièvre depuis cinq jours. الحمى', name: 'Élodie' }
    await records.write((tx) => audit(tx, { ...act, sealed: { person, values } }))
    const line = await newest(records)
    const read = (): ReturnType<typeof secretsOf> => secretsOf(records.db, records.keys, [line])
    assert.deepEqual((await read()).get(line.seq), values)
    assert.doesNotMatch(line.details, /lodie|cinq/)
    await assert.rejects(
      secretsOf(records.db, records.keys, [{ ...line, seq: line.seq + 1 }]),
      /does not open/,
    )
    await eraseForGood(records, person.id, { now: testNow, actor: 'operator' })
    assert.equal((await read()).get(line.seq), 'erased')
    assert.deepEqual(await checkAudit(records), { isWhole: true, events: 2, anchored: 0 })
  },
)

onEachStore('a short text and a shorter one are kept in the same length', async (records) => {
  const person = await personAt(records)
  const lengths: number[] = []
  for (const name of ['Li', 'Marie-Antoinette de la Tour']) {
    await records.write((tx) => audit(tx, { ...act, sealed: { person, values: { name } } }))
    lengths.push((await newest(records)).details.length)
  }
  assert.equal(lengths[0], lengths[1])
})

function newest(records: Records): Promise<AuditEvent> {
  return records.db
    .selectFrom('audit_event')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}
