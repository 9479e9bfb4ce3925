import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import {
  loneVerifier,
  type LoneVerdict,
  tamperings,
  verdictsOn,
} from '../../testing/audit-tampering.ts'
import { onEachStore, personAt, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import { anchorsFile, readAnchors, writeAnchor } from './anchors.ts'
import { audit } from './append.ts'
import { exportTrail } from './export-trail.ts'
import { type AuditVerdict, checkAudit } from './verify.ts'

const verifyTrail = await loneVerifier()

for (const [kind, tamper] of Object.entries(tamperings))
  onEachStore(`found and located, by both who check: ${kind}`, async (records) => {
    await fill(records, 24)
    const lines = await records.db.selectFrom('audit_event').selectAll().orderBy('seq').execute()
    const anchorsText = readFileSync(anchorsFile(records.dataDir), 'utf8')
    const anchors = readAnchors(records)
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const tampered = tamper(lines, (below) => Number(numbers.next().value) % below)
        const { verdict, exported } = await verdictsOn(records, tampered.lines, anchors)
        assert.ok(!verdict.isWhole, 'it was not found')
        const { from, seq } = verdict
        assert.ok(from <= tampered.first && tampered.first <= seq, `${from} to ${seq}`)
        assert.deepEqual(plain(verifyTrail(exported, anchorsText)), plain(verdict))
      }),
      { numRuns: sized(20, 1000) },
    )
    assert.equal((await checkAudit(records)).isWhole, true)
  })

onEachStore('both who check say of a trail as it was written that it is whole', async (records) => {
  assert.deepEqual(verifyTrail(''), { lines: 0, anchored: 0 })
  await fill(records, 30)
  const exported = (await Array.fromAsync(exportTrail(records.db))).join('')
  const anchors = readFileSync(anchorsFile(records.dataDir), 'utf8')
  assert.deepEqual(verifyTrail(exported, anchors), { lines: 30, anchored: 30 })
  assert.deepEqual(await checkAudit(records), { isWhole: true, events: 30, anchored: 30 })
})

test('what is no line is the first that is bad', () => {
  for (const text of ['{', '[]', '7', '{"seq":2}', '{"seq":1,"previous_hash":"x"}'])
    assert.deepEqual('bad' in verifyTrail(text) && plain(verifyTrail(text)), [1, 1])
})

/** Lines as those of the product, of letters that need care, with an anchor now and then and one at the end. */
async function fill(records: Records, count: number): Promise<void> {
  const person = await personAt(records)
  for (let number = 1; number <= count; number++) {
    const line = {
      at: testNow,
      actor: 'person',
      action: 'subscription.changed',
      subject: `subscription/${number}`,
      details: { by: `account/${number}`, before: { state: 'seen' }, after: { number } },
      ...(number % 3 === 0 && {
        sealed: { person, values: { note: `“é\u2028\u0000${number}` } },
      }),
    } as const
    await records.write((tx) => audit(tx, line))
    if (number % 7 === 0 || number === count) await writeAnchor(records, testNow)
  }
}

/** The first bad line and where it may have begun; nothing of a trail that is whole. */
function plain(verdict: AuditVerdict | LoneVerdict): readonly number[] {
  if ('isWhole' in verdict) return verdict.isWhole ? [] : [verdict.seq, verdict.from]
  return 'bad' in verdict ? [verdict.bad, verdict.from] : []
}
