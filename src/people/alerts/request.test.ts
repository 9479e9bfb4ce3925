import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onEachStore } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import type { AlertTerms } from './model/alert.ts'
import { confirmRequest, readRequestByLink } from './confirm.ts'
import { eventBits } from './model/events.ts'
import {
  address,
  peopleBase,
  confirmLinkOf,
  delivered,
  outbox,
  pressConfirm,
  shownBy,
} from '../../testing/test-alerts.ts'
import { forgetOldAlerts } from './forget.ts'
import { confirmedAlertsOf, changeAlert, deleteAlert, pauseAlert, resumeAlert } from './manage.ts'
import { type AlertRequest, requestAlert } from './request.ts'
import { stopAlerts } from './stop.ts'

const start = new Date('2026-11-25T10:00:00.000Z')
const later = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000)

const wish: AlertTerms = {
  search: { category: ['heart-and-vessels'] },
  place: { name: 'Paris, France', lat: 48.853412, lon: 2.3488, withinKm: 50 },
  age: { least: 731, most: 1094, on: '2026-11-25' },
  events: eventBits(['posted', 'recruiting', 'site']),
  frequency: 'at_once',
}

function askOf(email: string, given: Partial<AlertRequest> = {}): AlertRequest {
  return { address: address(email), language: 'fr', terms: wish, ...given }
}

async function confirmed(records: Records, email: string, now = start): Promise<string> {
  await requestAlert(peopleBase(records), askOf(email), now)
  const link = await confirmLinkOf(records, email)
  const done = await pressConfirm(records, link, now)
  assert.equal(done.kind, 'confirmed')
  return done.kind === 'confirmed' ? done.personId : ''
}

onEachStore('an alert counts once the owner of the address has confirmed it', async (records) => {
  await requestAlert(peopleBase(records), askOf('parent@example.org'), start)
  const link = await confirmLinkOf(records, 'parent@example.org')
  const request = await readRequestByLink(records, link, start)
  assert.equal(request.kind, 'open')
  assert.equal(request.kind === 'open' && request.alerts[0]?.confirmedAt, null)
  const done = await pressConfirm(records, link, later(1))
  assert.equal(done.kind, 'confirmed')
  const page =
    done.kind === 'confirmed' ? await confirmedAlertsOf(records, done.personId) : undefined
  assert.equal(page?.alerts.length, 1)
  assert.deepEqual(page?.alerts[0]?.search, wish.search)
  assert.deepEqual(page?.alerts[0]?.place, {
    name: 'Paris, France',
    lat: 48.85,
    lon: 2.35,
    withinKm: 50,
  })
  assert.deepEqual(page?.alerts[0]?.age, wish.age)
  assert.equal(page?.person.language, 'fr')
})

onEachStore(
  'the question says nothing of what was asked, and comes in the asker’s language',
  async (records) => {
    await requestAlert(peopleBase(records), askOf('parent@example.org'), start)
    const [mail] = await outbox(records)
    const said = JSON.stringify(mail?.letter)
    assert.match(said, /Confirmez votre alerte/)
    assert.doesNotMatch(said, /heart|cœur|coeur|Paris|parent@/i)
  },
)

onEachStore(
  'looking at the link changes nothing; it is used once and runs out',
  async (records) => {
    await requestAlert(peopleBase(records), askOf('parent@example.org'), start)
    const link = await confirmLinkOf(records, 'parent@example.org')
    for (let times = 0; times < 3; times++)
      assert.equal((await readRequestByLink(records, link, start)).kind, 'open')
    assert.equal((await readRequestByLink(records, link, later(48))).kind, 'expired')
    assert.equal((await pressConfirm(records, link, later(48))).kind, 'expired')
    assert.equal((await pressConfirm(records, link, later(47))).kind, 'confirmed')
    assert.equal((await pressConfirm(records, link, later(47))).kind, 'done')
    assert.equal((await readRequestByLink(records, link, later(47))).kind, 'done')
    assert.equal((await readRequestByLink(records, `${link}x`, start)).kind, 'unknown')
  },
)

onEachStore('only a hash of the link is kept', async (records) => {
  await requestAlert(peopleBase(records), askOf('parent@example.org'), start)
  const link = await confirmLinkOf(records, 'parent@example.org')
  const rows = await records.db.selectFrom('request_link').selectAll().execute()
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(link))
})

onEachStore('who asks the same again gets no second mail for a day', async (records) => {
  const house = peopleBase(records)
  const ask = async (hours: number, given: Partial<AlertRequest> = {}): Promise<number> => {
    await requestAlert(house, askOf('parent@example.org', given), later(hours))
    const { length } = await outbox(records)
    await delivered(records, later(hours))
    return length
  }
  assert.equal(await ask(0), 1)
  assert.equal(await ask(0, { language: 'en' }), 1)
  assert.equal(await ask(23.9), 1)
  assert.equal(await ask(24.1), 2)
  assert.equal(await ask(24.2, { terms: { ...wish, frequency: 'weekly' } }), 3)
  const link = await confirmLinkOf(records, 'parent@example.org')
  assert.equal((await shownBy(records, link, later(25))).length, 2, 'the same is kept once')
})

onEachStore(
  'of what is asked for one address and not answered, the newest is kept',
  async (records) => {
    const house = peopleBase(records)
    for (let at = 0; at < 40; at++)
      await requestAlert(
        house,
        askOf('victim@example.org', { terms: { ...wish, search: { q: `word ${at}` } } }),
        new Date(start.getTime() + at),
      )
    await requestAlert(house, askOf('victim@example.org'), later(0.1))
    const link = await confirmLinkOf(records, 'victim@example.org')
    const request = await readRequestByLink(records, link, later(0.2))
    const alerts = request.kind === 'open' ? request.alerts : []
    assert.equal(alerts.length, 20)
    assert.deepEqual(alerts.at(-1)?.search, wish.search)
  },
)

onEachStore(
  'a link that was used is good for what is asked for since, as long as it has not run out',
  async (records) => {
    await confirmed(records, 'parent@example.org')
    const link = await confirmLinkOf(records, 'parent@example.org')
    assert.equal((await readRequestByLink(records, link, later(1))).kind, 'done')
    const terms = { ...wish, search: { q: 'vasculitis' } }
    await requestAlert(peopleBase(records), askOf('parent@example.org', { terms }), later(1))
    assert.equal((await shownBy(records, link, later(1))).length, 1)
    assert.equal((await pressConfirm(records, link, later(1))).kind, 'confirmed')
    assert.equal((await readRequestByLink(records, link, later(1))).kind, 'done')
    assert.equal((await readRequestByLink(records, link, later(49))).kind, 'done')
  },
)

onEachStore(
  'who has confirmed is asked again for each new alert, in their own language',
  async (records) => {
    await confirmed(records, 'parent@example.org')
    const other = { ...wish, search: { q: 'kawasaki' } }
    await requestAlert(
      peopleBase(records),
      askOf('Parent@Example.org', { language: 'en', terms: other }),
      later(1),
    )
    const mails = await outbox(records)
    assert.equal(mails.length, 2)
    assert.equal(mails.at(-1)?.letter?.language, 'fr')
    const link = await confirmLinkOf(records, 'parent@example.org')
    assert.equal((await shownBy(records, link, later(1))).length, 1)
  },
)

onEachStore('what is not chosen on the confirming page is forgotten', async (records) => {
  const house = peopleBase(records)
  await requestAlert(house, askOf('parent@example.org'), start)
  await requestAlert(
    house,
    askOf('parent@example.org', { terms: { ...wish, search: { q: 'junk' } } }),
    start,
  )
  const link = await confirmLinkOf(records, 'parent@example.org')
  const [first = ''] = await shownBy(records, link, start)
  const done = await pressConfirm(records, link, start, [first])
  const personId = done.kind === 'confirmed' ? done.personId : ''
  assert.deepEqual(
    (await confirmedAlertsOf(records, personId))?.alerts.map(({ id }) => id),
    [first],
  )
  const rows = await records.db.selectFrom('subscription').select('id').execute()
  assert.equal(rows.length, 1)
})

onEachStore('who chooses nothing is not kept', async (records) => {
  await requestAlert(peopleBase(records), askOf('parent@example.org'), start)
  const link = await confirmLinkOf(records, 'parent@example.org')
  await pressConfirm(records, link, start, [])
  assert.deepEqual(await records.db.selectFrom('person').select('id').execute(), [])
})

onEachStore('the same alert confirmed twice is one, with the newer pace', async (records) => {
  const personId = await confirmed(records, 'parent@example.org')
  const weekly = { ...wish, frequency: 'weekly' as const }
  await requestAlert(peopleBase(records), askOf('parent@example.org', { terms: weekly }), later(1))
  const link = await confirmLinkOf(records, 'parent@example.org')
  await pressConfirm(records, link, later(1))
  const alerts = (await confirmedAlertsOf(records, personId))?.alerts ?? []
  assert.deepEqual(
    alerts.map(({ frequency }) => frequency),
    ['weekly'],
  )
})

onEachStore(
  'an alert can be changed, paused, resumed and deleted, only by its own person',
  async (records) => {
    const personId = await confirmed(records, 'one@example.org')
    const stranger = await confirmed(records, 'two@example.org')
    const alertId = (await confirmedAlertsOf(records, personId))?.alerts[0]?.id ?? ''
    const which = { personId, alertId, now: later(2) }
    const theirs = { ...which, personId: stranger }
    for (const change of [pauseAlert, resumeAlert, deleteAlert])
      assert.equal(await change(records, theirs), false)
    const { place: _, ...anywhere } = wish
    assert.equal(await changeAlert(records, theirs, anywhere), false)
    assert.equal(await changeAlert(records, which, { ...anywhere, frequency: 'daily' }), true)
    assert.equal(await pauseAlert(records, which), true)
    const [changed] = (await confirmedAlertsOf(records, personId))?.alerts ?? []
    assert.equal(changed?.place, undefined)
    assert.equal(changed?.frequency, 'daily')
    assert.equal(changed?.pausedAt, later(2).toISOString())
    assert.equal(await resumeAlert(records, which), true)
    assert.equal(await deleteAlert(records, which), true)
    assert.deepEqual((await confirmedAlertsOf(records, personId))?.alerts, [])
  },
)

onEachStore('stopping ends everything, and doing it again is the same', async (records) => {
  const personId = await confirmed(records, 'parent@example.org')
  assert.equal(await stopAlerts(records, personId, later(1)), 'erased')
  assert.equal(await stopAlerts(records, personId, later(2)), 'nothing')
  for (const table of ['person', 'subscription', 'mail', 'request_link'] as const)
    assert.deepEqual(await records.db.selectFrom(table).selectAll().execute(), [], table)
  assert.equal(await confirmedAlertsOf(records, personId), undefined)
  const audit = await records.db.selectFrom('audit_event').select('action').execute()
  assert.equal(audit.at(-1)?.action, 'person.erased')
})

onEachStore('what nobody confirms in two days is forgotten, with the address', async (records) => {
  await requestAlert(peopleBase(records), askOf('nobody@example.org'), start)
  await confirmed(records, 'parent@example.org', later(1))
  assert.equal((await forgetOldAlerts(records, later(47))).people, 0)
  assert.equal((await forgetOldAlerts(records, later(49.5))).people, 1)
  const people = await records.db.selectFrom('person').select('confirmed_at').execute()
  assert.equal(people.length, 1)
  assert.notEqual(people[0]?.confirmed_at, null)
})

onEachStore(
  'what was asked for after the page was opened is asked about again',
  async (records) => {
    const house = peopleBase(records)
    await requestAlert(house, askOf('parent@example.org'), start)
    const link = await confirmLinkOf(records, 'parent@example.org')
    const shown = await shownBy(records, link, start)
    await requestAlert(
      house,
      askOf('parent@example.org', { terms: { ...wish, search: { q: 'kawasaki' } } }),
      start,
    )
    const decision = { shown, chosen: shown, namesTopic: false }
    const first = await confirmRequest(records, link, decision, start)
    assert.equal(first.kind === 'confirmed' && first.more, true)
    assert.equal((await shownBy(records, link, start)).length, 1)
    const second = await pressConfirm(records, link, start)
    assert.equal(second.kind === 'confirmed' && second.more, false)
    const personId = second.kind === 'confirmed' ? second.personId : ''
    assert.equal((await confirmedAlertsOf(records, personId))?.alerts.length, 2)
  },
)

onEachStore('only the owner of the address lets subject lines name an illness', async (records) => {
  await requestAlert(peopleBase(records), askOf('parent@example.org'), start)
  const link = await confirmLinkOf(records, 'parent@example.org')
  const shown = await shownBy(records, link, start)
  const done = await confirmRequest(
    records,
    link,
    { shown, chosen: shown, namesTopic: true },
    start,
  )
  const personId = done.kind === 'confirmed' ? done.personId : ''
  assert.equal((await confirmedAlertsOf(records, personId))?.person.namesTopic, true)
})

onEachStore('one answer uses all links that asked the same', async (records) => {
  const house = peopleBase(records)
  await requestAlert(house, askOf('parent@example.org'), start)
  const first = await confirmLinkOf(records, 'parent@example.org')
  await delivered(records, start)
  await requestAlert(house, askOf('parent@example.org', { language: 'en' }), later(25))
  await pressConfirm(records, first, later(26))
  const third = { ...wish, search: { q: 'vasculitis' } }
  await requestAlert(house, askOf('parent@example.org', { terms: third }), later(27))
  assert.equal((await outbox(records)).length, 3)
})

onEachStore('two children of the same age at different times are two alerts', async (records) => {
  const personId = await confirmed(records, 'parent@example.org')
  await delivered(records, start)
  const younger = { ...wish, age: { least: 731, most: 1094, on: '2028-11-25' } }
  const now = new Date('2028-11-25T10:00:00.000Z')
  await requestAlert(peopleBase(records), askOf('parent@example.org', { terms: younger }), now)
  await pressConfirm(records, await confirmLinkOf(records, 'parent@example.org'), now)
  assert.equal((await confirmedAlertsOf(records, personId))?.alerts.length, 2)
})

onEachStore('what is asked for is sealed, and of one length', async (records) => {
  await confirmed(records, 'one@example.org')
  const followed = { ...wish, search: { study: 'NCT02390596' } }
  await requestAlert(
    peopleBase(records),
    askOf('two@example.org', { terms: { ...followed, events: 28 } }),
    start,
  )
  const rows = await records.db.selectFrom('subscription').selectAll().execute()
  const lengths = rows.map(({ terms_sealed }) => terms_sealed.length)
  assert.equal(new Set(lengths).size, 1)
  const text = rows.map((row) => Buffer.from(row.terms_sealed).toString('latin1')).join()
  assert.doesNotMatch(text, /kawasaki|Paris|NCT|daily/i)
})

onEachStore(
  'who is forgotten after their last alert is not brought back by a backup',
  async (records) => {
    const personId = await confirmed(records, 'parent@example.org')
    const [alert] = (await confirmedAlertsOf(records, personId))?.alerts ?? []
    await deleteAlert(records, { personId, alertId: alert?.id ?? '', now: later(1) })
    await forgetOldAlerts(records, later(60))
    const noted = readFileSync(join(records.dataDir, 'erased.txt'), 'utf8')
    assert.equal(noted.trim().split('\n').length, 1)
  },
)
