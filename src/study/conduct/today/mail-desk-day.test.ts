import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { sendDue } from '../../../people/mail/delivery/sender.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { openTestServer, postTo, sending } from '../../../testing/test-mail.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
} from '../../../testing/test-study.ts'
import { renewOutlooks } from '../derived/renew-outlooks.ts'
import {
  deskMailStopLink,
  isDeskMailStopped,
  readDeskMailStopLink,
  startDeskMail,
  stopDeskMail,
} from './desk-mail-setting.ts'
import { mailDeskDay } from './mail-desk-day.ts'

const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-26T10:30+01:00' } as const

/** A child of whom visits are past their day, without a window, by the end of December. */
async function aTreatedChild(records: Records) {
  const team = await openTestStudy(records)
  const id = await enrolTestChild(records, team.coordinator)
  const { actor } = team.coordinator
  await recordTestFacts(records, actor, id, screenedChild())
  await recordTestFacts(records, actor, id, [dose], new Date(runNow.getTime() + 3_600_000))
  return { team, id }
}

async function mailAt(records: Records, at: string): Promise<number> {
  const now = new Date(at)
  await renewOutlooks(records, { holder: 'test', now: () => now })
  return mailDeskDay(peopleBase(records), now)
}

async function sent(records: Records, t: TestContext, at: string) {
  const server = await openTestServer(t)
  await sendDue(records, postTo(server.port), sending({ now: () => new Date(at) }))
  return server.received
}

onEachStore(
  'who has a desk is mailed once a morning of their site how much waits there, and nobody else, without a name, a number or a value',
  async (records, t) => {
    await aTreatedChild(records)
    // Six in Paris is night; from seven it is told once, and after ten it waits for the day after.
    assert.equal(await mailAt(records, '2026-12-28T05:59:00Z'), 0)
    assert.equal(await mailAt(records, '2026-12-28T09:01:00Z'), 0)
    assert.equal(await mailAt(records, '2026-12-29T06:00:00Z'), 3)
    assert.equal(await mailAt(records, '2026-12-29T06:05:00Z'), 0)
    assert.equal(await mailAt(records, '2026-12-29T08:59:00Z'), 0)
    const received = await sent(records, t, '2026-12-29T09:00:00Z')
    assert.deepEqual(received.map(({ to }) => to).toSorted(), [
      'coordinator@example.org',
      'investigator@example.org',
      'manager@example.org',
    ])
    for (const { message } of received) {
      const mail = message.replaceAll('=\r\n', '')
      assert.match(mail, /NCT02390596, Bic/)
      assert.match(mail, /\d+ (?:visit is past its|visits are past their) day/)
      assert.match(mail, /^List-Unsubscribe: <.*\/desk\/mail\/stop\//m)
      assert.match(mail, /^List-Unsubscribe-Post: /m)
      assert.doesNotMatch(mail, /01-001|L=C3=A9a|Martin|Kawasaki|anakinra|28 mg|Elsewhere/)
    }
    assert.equal(await mailAt(records, '2026-12-30T06:00:00Z'), 3)
  },
)

onEachStore(
  'a question of a monitor is counted, and where nothing waits nobody is mailed',
  async (records, t) => {
    const team = await openTestStudy(records)
    const id = await enrolTestChild(records, team.coordinator)
    assert.equal(await mailAt(records, '2026-11-27T06:30:00Z'), 0)
    const row = {
      study: 'NCT02390596',
      participant_id: id,
      fact_id: null,
      item: null,
      visit: null,
      state: 'open',
      opened_at: runNow.toISOString(),
      opened_by: null,
      opened_role: 'monitor',
      version: 1,
    } as const
    const { site } = await records.db
      .selectFrom('participant')
      .select('site')
      .executeTakeFirstOrThrow()
    await records.write(async (tx) => {
      await tx
        .insertInto('query')
        .values({ ...row, site, id: 'by-a-person', rule: null })
        .execute()
      await tx
        .insertInto('query')
        .values({ ...row, site, id: 'by-rule', rule: 'some rule' })
        .execute()
    })
    assert.equal(await mailAt(records, '2026-11-27T06:30:00Z'), 3)
    const [first] = await sent(records, t, '2026-11-27T06:31:00Z')
    assert.match(first?.message ?? '', /1 question about what was recorded waits/)
  },
)

onEachStore('who stops the daily mail gets none until they start it again', async (records) => {
  const { team } = await aTreatedChild(records)
  const { personId } = team.coordinator.actor
  const { keys } = records
  const link = deskMailStopLink(keys, personId)
  assert.deepEqual(readDeskMailStopLink(keys, link), { personId })
  const other = link.endsWith('A') ? 'B' : 'A'
  assert.equal(readDeskMailStopLink(keys, `${link.slice(0, -1)}${other}`), undefined)
  const now = new Date('2026-12-28T12:00:00Z')
  await stopDeskMail(records, personId, now)
  await stopDeskMail(records, personId, now)
  assert.equal(await isDeskMailStopped(records.db, personId), true)
  assert.equal(await mailAt(records, '2026-12-29T06:00:00Z'), 2)
  await startDeskMail(records, personId, now)
  assert.equal(await isDeskMailStopped(records.db, personId), false)
  assert.equal(await mailAt(records, '2026-12-30T06:00:00Z'), 3)
})
