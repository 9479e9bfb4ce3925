import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteId } from '../../../finder/registry/site-id.ts'
import { signedIn } from '../../../testing/test-accounts.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { deskAt, enquiryOnDesk } from '../../../testing/test-desk.ts'
import { onEachStore, testNow } from '../../../testing/test-records.ts'
import { readEnquiry } from '../model/enquiry.ts'
import { assignEnquiry } from './assign.ts'
import { openEnquiry } from './open-enquiry.ts'
import { addSiteNote } from './site-note.ts'
import { steps, stepsFrom } from './step.ts'
import { takeStep } from './take-step.ts'

const { study, site } = deskAt

test('what has joined is beyond a site, all else it may take back with another step', () => {
  assert.deepEqual(stepsFrom('asked'), [])
  assert.deepEqual(stepsFrom('joined'), [])
  assert.deepEqual(stepsFrom('passed'), [])
  for (const state of ['sent', 'seen', 'not-eligible', 'closed'] as const)
    assert.deepEqual(stepsFrom(state), steps)
})

onEachStore(
  'of two who answer at once one is told of the other, and nothing is lost',
  async (records) => {
    const base = peopleBase(records)
    const { actor: claire } = await signedIn(
      records,
      [{ role: 'coordinator', study, site }],
      'c@example.org',
    )
    const { actor: paul } = await signedIn(
      records,
      [{ role: 'manager', study, site: null }],
      'p@example.org',
    )
    const { id, version } = await enquiryOnDesk(records, { now: testNow, state: 'seen' })
    const ask = { id, version, text: 'Bonjour' }
    const both = await Promise.all([
      takeStep(base, claire, { ...ask, step: 'invited' }, testNow),
      takeStep(base, paul, { ...ask, step: 'not-eligible', reason: 'age' }, testNow),
    ])
    assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['changed', 'done'])
    const after = await readEnquiry(records.db, records.keys, id)
    const first = both[0].kind === 'done' ? claire : paul
    assert.equal(after?.takenBy, first.accountId)
    const last = both.find((one) => one.kind === 'changed')
    assert.equal(last?.kind === 'changed' && last.last?.accountId, first.accountId)
  },
)

onEachStore(
  'each step has its line in the trail: who, as what, before and after, and no word of a person',
  async (records) => {
    const base = peopleBase(records)
    const { actor } = await signedIn(records, [{ role: 'investigator', study, site }])
    const sent = await enquiryOnDesk(records, { now: testNow, dueAt: testNow })
    const { id } = sent
    const opened = await openEnquiry(records, actor, id, testNow)
    const ask = { id, version: opened?.version ?? 0 }
    const step = { ...ask, step: 'not-eligible', reason: 'age', text: 'Trop jeune.' } as const
    assert.equal((await takeStep(base, actor, step, testNow)).kind, 'done')
    assert.equal(await addSiteNote(base, actor, { id, text: 'Rappeler Dr Roy' }, testNow), 'kept')
    const rows = await records.db
      .selectFrom('audit_event')
      .selectAll()
      .where('subject', '=', `enquiry/${id}`)
      .orderBy('seq')
      .execute()
    const by = `account/${actor.accountId}`
    assert.deepEqual(
      rows.map(({ action, details }) => [action, JSON.parse(details)]),
      [
        ['enquiry.seen', { by, role: 'investigator', before: 'sent', after: 'seen' }],
        [
          'enquiry.answered',
          {
            by,
            role: 'investigator',
            before: 'seen',
            after: 'not-eligible',
            step: 'not-eligible',
            why: 'age',
          },
        ],
        ['enquiry.team-note', { by, role: 'investigator' }],
      ],
    )
    const after = await readEnquiry(records.db, records.keys, id)
    // It has ended: nothing is due any more.
    assert.equal(after?.dueAt, null)
  },
)

onEachStore('nobody acts on what is not theirs, and an erased enquiry is gone', async (records) => {
  const base = peopleBase(records)
  const elsewhere = { role: 'manager', study, site: siteId({ facility: 'Elsewhere' }) } as const
  const { actor } = await signedIn(records, [elsewhere], 'm@example.org')
  const { actor: operator } = await signedIn(
    records,
    [{ role: 'operator', study: null, site: null }],
    'o@example.org',
  )
  const { id, version, person } = await enquiryOnDesk(records, { now: testNow })
  const ask = { id, version }
  const acts = async (who: typeof actor) => [
    await openEnquiry(records, who, id, testNow),
    (await takeStep(base, who, { ...ask, step: 'contacted', text: '' }, testNow)).kind,
    (await assignEnquiry(base, who, { ...ask, to: who.accountId }, testNow)).kind,
    await addSiteNote(base, who, { id, text: 'x' }, testNow),
  ]
  const nothing = [undefined, 'gone', 'gone', 'gone']
  for (const who of [actor, operator]) assert.deepEqual(await acts(who), nothing)
  assert.equal((await readEnquiry(records.db, records.keys, id))?.version, version)
  const { actor: own } = await signedIn(
    records,
    [{ role: 'manager', study, site }],
    'w@example.org',
  )
  await records.write((tx) => tx.deleteFrom('person').where('id', '=', person.id).execute())
  assert.deepEqual(await acts(own), nothing)
  for (const wrong of ['', 'x', `${id}'`, id.toUpperCase()])
    assert.equal(await openEnquiry(records, own, wrong, testNow), undefined)
})
