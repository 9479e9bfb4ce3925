import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteId } from '../../../finder/registry/site-id.ts'
import { bicetre, parentsWords } from '../../../testing/test-enquiries.ts'
import {
  askedStudy,
  atSite,
  happens,
  kept,
  promised,
  promiseMails,
} from '../../../testing/test-promises.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { eraseEnquiries } from '../../records/erase-enquiries.ts'
import type { Records } from '../../records/model/records.ts'
import { suppressAddress } from '../../mail/outbox/suppression.ts'
import { readEnquiry } from '../model/enquiry.ts'
import { isOver, nextNearestSite } from './other-site.ts'

/** A Monday at ten in Paris; the promise is Wednesday at six in the evening, which is 17:00 in UTC. */
const asked = new Date('2026-11-16T09:00:00Z')
const at = (text: string): Date => new Date(text)

/** Keeps the promises at each of these moments; answers who was mailed, when it was made and what its subject is. */
async function live(records: Records, moments: readonly string[]): Promise<string[]> {
  for (const moment of moments) await kept(records, at(moment))
  return (await promiseMails(records)).map(
    ({ at: made, to, subject }) =>
      `${made.slice(5, 16)} ${to.split('@')[0]} ${subject.replace(/TW-\w+/, 'TW')}`,
  )
}

async function stateOf(records: Records, id: string) {
  const enquiry = await readEnquiry(records.db, records.keys, id)
  assert.ok(enquiry)
  return enquiry
}

onEachStore(
  'a site that never answers is reminded, then its manager, then who asked is told, weekly, and to an end',
  async (records) => {
    await atSite(records, 'coordinator@site.example', 'coordinator', { now: asked })
    await atSite(records, 'manager@site.example', 'manager', { now: asked, site: null })
    const { id } = await promised(records, { from: 'mother@home.example', now: asked })
    const said = await live(records, [
      '2026-11-16T09:00:20Z',
      '2026-11-18T12:59:59Z',
      '2026-11-18T13:00:00Z',
      '2026-11-18T13:00:20Z',
      '2026-11-18T17:00:00Z',
      '2026-11-18T18:00:00Z',
      '2026-11-19T08:00:00Z',
      '2026-11-25T17:00:00Z',
      '2026-12-02T17:00:00Z',
      '2026-12-09T17:00:00Z',
      '2026-12-16T17:00:00Z',
      '2027-02-01T09:00:00Z',
    ])
    assert.deepEqual(said, [
      '11-16T09:00 coordinator Nouvelle demande TW',
      '11-16T09:00 mother Votre message TW est parti',
      '11-18T13:00 coordinator Demande TW\u00a0: votre réponse est attendue bientôt',
      '11-18T17:00 coordinator Demande TW\u00a0: votre réponse est attendue maintenant',
      '11-18T18:00 manager La demande TW est sans réponse',
      '11-19T08:00 mother Votre message TW n’a pas encore de réponse',
      ...['11-25T17:00', '12-02T17:00', '12-09T17:00'].flatMap((day) => [
        `${day} coordinator La demande TW est toujours sans réponse`,
        `${day} manager La demande TW est toujours sans réponse`,
        `${day} mother Votre message TW\u00a0: toujours pas de réponse`,
      ]),
      '12-16T17:00 mother Nous avons fermé votre message TW',
    ])
    const { state, dueAt, events } = await stateOf(records, id)
    assert.deepEqual([state, dueAt], ['closed', null])
    assert.deepEqual(events.find(({ kind }) => kind === 'offered-other')?.details, {
      site: siteId({ facility: 'CHU de Rouen', city: 'Rouen', country: 'France' }),
    })
  },
)

onEachStore(
  'a site that answers is reminded no more, and who asked is told once a day of all that changed',
  async (records) => {
    await atSite(records, 'coordinator@site.example', 'coordinator', { now: asked })
    const { id } = await promised(records, { from: 'mother@home.example', now: asked })
    await kept(records, at('2026-11-16T09:00:20Z'))
    await happens(records, id, 'seen', { now: at('2026-11-16T10:00Z') })
    await happens(records, id, 'contacted', { now: at('2026-11-16T11:00Z') })
    await happens(records, id, 'invited', { now: at('2026-11-16T15:00Z') })
    const said = await live(records, [
      '2026-11-16T15:00:20Z',
      '2026-11-17T09:00:19Z',
      '2026-11-17T09:00:20Z',
      '2026-11-30T09:00Z',
    ])
    assert.deepEqual(said.slice(2), ['11-17T09:00 mother Du nouveau pour votre message TW'])
    const { dueAt } = await stateOf(records, id)
    // Twenty working days after 16 November.
    assert.equal(dueAt, '2026-12-14T17:00:00.000Z')
  },
)

onEachStore(
  'nothing is owed while it is the seeker’s turn, and an answer again when they write',
  async (records) => {
    const { id } = await promised(records, { from: 'mother@home.example', now: asked })
    const called = await happens(records, id, 'not-reached', { now: at('2026-11-16T15:00Z') })
    assert.equal(called.dueAt, null)
    const seeker = 'seeker'
    const wrote = await happens(records, id, 'note', {
      actor: seeker,
      now: at('2026-11-20T09:00Z'),
    })
    assert.equal(wrote.dueAt, '2026-11-24T17:00:00.000Z')
    const again = await happens(records, id, 'note', {
      actor: seeker,
      now: at('2026-11-23T09:00Z'),
    })
    assert.equal(again.dueAt, '2026-11-24T17:00:00.000Z')
    const done = await happens(records, id, 'joined', { now: at('2026-11-23T15:00Z') })
    assert.equal(done.dueAt, null)
    const open = await records.db
      .selectFrom('enquiry_deadline')
      .select('kind')
      .where('done_at', 'is', null)
      .execute()
    assert.deepEqual(
      open.map(({ kind }) => kind),
      ['tell-change'],
    )
  },
)

onEachStore(
  'where nobody is at the site any more, or no mail reaches them, who asked is told when the promise ends',
  async (records) => {
    const accountId = await atSite(records, 'gone@site.example', 'coordinator', { now: asked })
    await atSite(records, 'bounced@site.example', 'investigator', { now: asked })
    await promised(records, { from: 'mother@home.example', now: asked })
    await kept(records, asked)
    await records.write(async (tx) => {
      await tx
        .updateTable('account_role')
        .set({ ended_at: asked.toISOString() })
        .where('account_id', '=', accountId)
        .execute()
      const lookup = records.keys.lookupOf('bounced@site.example')
      await suppressAddress(tx, { lookup, stream: 'all', reason: 'bounce', now: asked })
    })
    const said = await live(records, [
      '2026-11-18T13:00:00Z',
      '2026-11-18T17:00:00Z',
      '2026-11-18T18:00:00Z',
      '2026-11-19T08:00:00Z',
    ])
    assert.deepEqual(
      said.filter((line) => line.includes('mother')),
      [
        '11-16T09:00 mother Votre message TW est parti',
        '11-18T17:00 mother Votre message TW n’a pas encore de réponse',
      ],
    )
    const sent = (await promiseMails(records)).filter(
      ({ to, state }) => to.includes('site') && state === 'queued',
    )
    assert.deepEqual(
      sent.map(({ to }) => to),
      ['gone@site.example'],
    )
  },
)

onEachStore(
  'a site that is not here is not reminded, and who asked is told after five working days',
  async (records) => {
    await promised(records, { from: 'mother@home.example', now: asked, route: 'introduction' })
    const said = await live(records, [
      '2026-11-16T09:00:20Z',
      '2026-11-20T17:00:00Z',
      '2026-11-23T13:00:00Z',
      '2026-11-23T17:00:00Z',
    ])
    assert.deepEqual(said, [
      '11-16T09:00 mother Votre message TW est parti',
      '11-23T17:00 mother Votre message TW n’a pas encore de réponse',
    ])
  },
)

onEachStore(
  'an enquiry to a study that takes nobody any more is closed with a word',
  async (records) => {
    const { id } = await promised(records, { from: 'mother@home.example', now: asked })
    await kept(records, asked)
    const over = () => ({ ...askedStudy, statusModule: { overallStatus: 'COMPLETED' } })
    await kept(records, at('2026-11-18T17:00:00Z'), over)
    const { state, events } = await stateOf(records, id)
    assert.equal(state, 'closed')
    assert.deepEqual(events.find(({ kind }) => kind === 'closed')?.details, {
      reason: 'study-over',
    })
    assert.match((await promiseMails(records)).at(-1)?.text ?? '', /ne prend personne/)
  },
)

onEachStore(
  'after a month in which nobody looked, everybody is told once, and nothing is closed unheard',
  async (records) => {
    await atSite(records, 'coordinator@site.example', 'coordinator', { now: asked })
    const { id } = await promised(records, { from: 'mother@home.example', now: asked })
    await kept(records, asked)
    const said = await live(records, [
      '2027-01-20T09:00:00Z',
      '2027-01-20T09:00:20Z',
      '2027-01-21T09:00:20Z',
    ])
    assert.deepEqual(said.slice(2), [
      '01-20T09:00 coordinator Demande TW\u00a0: votre réponse est attendue maintenant',
      '01-20T09:00 mother Votre message TW n’a pas encore de réponse',
    ])
    assert.equal((await stateOf(records, id)).state, 'sent')
    // The clock was wrong, and is set right: nothing is said twice, nor for ever.
    const after = await live(records, [
      '2026-11-18T17:00:00Z',
      '2027-01-27T09:00:00Z',
      '2027-02-17T09:00:00Z',
    ])
    assert.deepEqual(after.slice(4), [
      '01-27T09:00 coordinator La demande TW est toujours sans réponse',
      '01-27T09:00 mother Votre message TW\u00a0: toujours pas de réponse',
      '02-17T09:00 mother Nous avons fermé votre message TW',
    ])
  },
)

onEachStore(
  'what was confirmed by a clock a month ahead is promised anew when it is set right',
  async (records) => {
    const { id } = await promised(records, {
      from: 'mother@home.example',
      now: at('2026-12-16T09:00Z'),
    })
    await kept(records, at('2026-12-16T09:00:20Z'))
    await kept(records, asked)
    assert.equal((await stateOf(records, id)).dueAt, '2026-11-18T17:00:00.000Z')
    // A mail from that clock counts as if it went when it was noticed.
    const said = await live(records, ['2026-11-18T17:00:00Z', '2026-11-19T17:00:00Z'])
    assert.equal((await stateOf(records, id)).dueAt, '2026-11-18T17:00:00.000Z')
    assert.match(
      said.find((line) => line.startsWith('11-19')) ?? '',
      /^11-19T17:00 mother Votre message TW n’a pas encore de réponse/,
    )
  },
)

onEachStore('several enquiries of one person are told of in one mail', async (records) => {
  const from = 'mother@home.example'
  const one = await promised(records, { from, now: asked })
  const other = await promised(records, { from, now: asked, siteLabel: { city: 'Lyon' } })
  await kept(records, asked)
  const [mail, ...more] = await promiseMails(records)
  assert.deepEqual([mail?.subject, more.length], ['Du nouveau pour 2 de vos messages', 0])
  for (const { caseNumber } of [one, other]) assert.ok(mail?.text.includes(caseNumber))
  // One that is erased takes its mails along.
  await records.write((tx) => eraseEnquiries(tx, [one.id]))
  assert.equal((await promiseMails(records)).length, 0)
})

onEachStore(
  'no mail and no line in the open says what somebody has, or which study it is',
  async (records) => {
    await atSite(records, 'coordinator@site.example', 'coordinator', { now: asked })
    await promised(records, { from: 'mother@home.example', now: asked })
    for (let day = 0; day < 40; day++)
      await kept(records, new Date(asked.getTime() + day * 86_400_000))
    const mails = await promiseMails(records)
    assert.ok(mails.length > 8)
    const { name = '', phone = '', message, age = '', place, answers = [] } = parentsWords
    const secrets = [
      name,
      phone,
      message,
      age,
      place?.name ?? '',
      ...answers.map((one) => one.criterion),
      'Kawasaki',
      'Anakinra',
      'NCT0',
      'mother@',
    ]
    for (const { subject, text, html } of mails)
      for (const secret of secrets)
        assert.ok(!`${subject}\n${text}\n${html}`.includes(secret), secret)
  },
)

test('the next nearest site is open and was not asked; a study that is not there says nothing', () => {
  const site = siteId(bicetre)
  const rouen = nextNearestSite(askedStudy, site, [])
  assert.equal(rouen?.city, 'Rouen')
  assert.equal(nextNearestSite(askedStudy, site, [siteId(rouen ?? {})])?.city, 'Lyon')
  assert.equal(nextNearestSite({ identificationModule: { nctId: 'NCT1' } }, site, []), undefined)
  assert.equal(isOver(undefined, site), false)
  assert.equal(
    isOver(askedStudy, siteId({ facility: 'Hôpital Necker', city: 'Paris', country: 'France' })),
    true,
  )
  assert.equal(isOver(askedStudy, site), false)
})
