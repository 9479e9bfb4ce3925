import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { checkAudit } from '../../../people/audit/verify.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { minutesOn, readyChild } from '../../../testing/test-dose.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { runNow, runStudy } from '../../../testing/test-study.ts'
import { importAllocation } from '../set-up/allocation.ts'
import { takeAllocation } from './take-allocation.ts'
import { openedArms, unblind } from './unblind.ts'

const text = 'position;site;stratum;kit;arm\n1;01;;K-1;placebo\n2;01;;K-2;anakinra\n'

onEachStore(
  'in an emergency an investigator opens one arm with a reason: the managers are mailed at once, the trail says so, and nobody else sees it',
  async (records) => {
    const child = await readyChild(records)
    const base = peopleBase(records)
    const open = (who: 'investigator' | 'coordinator', reason: string, formKey = randomUUID()) =>
      unblind(base, child[who].actor, { participant: child.id, formKey, reason }, minutesOn(6))
    assert.equal((await open('investigator', 'Anaphylaxis')).kind, 'none', 'nobody is allocated')
    const list = { study: runStudy, list: 'main', text, isBlind: true }
    await importAllocation(base, child.manager.actor, list, runNow)
    const { participant } = await child.caseAt(runNow)
    const taking = { id: child.id, formKey: randomUUID(), seen: participant.facts }
    await takeAllocation(base, child.coordinator.actor, taking, '', minutesOn(5))
    for (const who of [
      'coordinator',
      'pharmacist',
      'manager',
      'monitor',
      'statistician',
      'auditor',
      'stranger',
    ] as const) {
      const asked = { participant: child.id, formKey: randomUUID(), reason: 'why' }
      const { actor } = child[who]
      assert.equal((await unblind(base, actor, asked, minutesOn(6))).kind, 'gone', who)
    }
    assert.equal((await open('investigator', '  ')).kind, 'noReason')
    assert.equal((await open('investigator', 'x'.repeat(1001))).kind, 'tooLong')
    const mails = () => records.db.selectFrom('mail').select('stream').execute()
    const before = (await mails()).length
    const key = randomUUID()
    for (let twice = 0; twice < 2; twice++)
      assert.deepEqual(await open('investigator', 'Anaphylaxis after the dose', key), {
        kind: 'done',
        arm: 'placebo',
      })
    const sent = (await mails()).slice(before)
    assert.deepEqual(
      sent.map(({ stream }) => stream),
      ['safety'],
      'one manager, told once',
    )
    const opened = await openedArms(records.db, { study: runStudy })
    assert.deepEqual(
      opened.map(({ number, at }) => [number, at]),
      [
        [participant.number, minutesOn(6).toISOString()],
        [participant.number, minutesOn(6).toISOString()],
      ],
      'each look is a line',
    )
    const lines = await records.db.selectFrom('audit_event').selectAll().execute()
    assert.doesNotMatch(JSON.stringify(lines), /placebo|Anaphylaxis/)
    const known = await child.caseAt(minutesOn(7))
    assert.ok(!JSON.stringify([known.facts, known.state]).includes('placebo'))
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)
