import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readCase } from '../../../study/conduct/model/case.ts'
import { safetyEventsOf } from '../../../study/conduct/safety/safety-event.ts'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { recordTestEvent } from '../../../testing/test-safety.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runStudy,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { type Form, visitor, type Visitor } from '../../../testing/visitor.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let team: StudyTeam

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  team = await openTestStudy(app.people.records)
  visit = visitor(createSite(app), app.baseUrl)
})
after(() => app.close())

const as = ({ cookie }: SignedIn) => ({ headers: { cookie } })

async function child(): Promise<string> {
  const { records } = app.people
  const id = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, id, screenedChild())
  return id
}

async function withEvent() {
  const id = await child()
  await recordTestEvent(app.people.records, team.investigator.actor, id)
  const event = (await events(id))[0]?.id ?? ''
  return { id, event, path: `/desk/participants/${id}/events/${event}` }
}

async function events(id: string) {
  const { db, keys } = app.people.records
  const known = await readCase(db, keys, id, app.now())
  return known ? safetyEventsOf(known) : []
}

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? ''

async function opened(path: string, who: SignedIn) {
  const { text, status } = await visit.get(path, as(who))
  assert.equal(status, 200)
  return { text, sent: { form: hidden(text, 'form'), seen: hidden(text, 'seen') } }
}

const reaction: Form = {
  what: 'high fever',
  'onset-day': '2026-11-26',
  'onset-time': '07:30',
  serious: 'yes',
  criteria: 'hospitalisation',
  'siteAware-day': '2026-11-26',
  'siteAware-time': '08:00',
  grade: '3',
  related: 'yes',
}

test('an investigator records a serious event, and its page shows the clock of the site and the one it would be', async () => {
  const id = await child()
  const path = `/desk/participants/${id}/events`
  const { sent } = await opened(`${path}/new`, team.investigator)
  const made = await visit.post(path, { ...reaction, ...sent }, as(team.investigator))
  assert.equal(made.status, 303)
  const [event] = await events(id)
  assert.equal(made.to, `${path}/${event?.id}?did=recorded`)
  const { text } = await opened(`${path}/${event?.id}`, team.investigator)
  assert.match(text, /Event 1: high fever/)
  assert.match(text, /The site tells the sponsor[\s\S]*?22 hours left/)
  assert.match(text, /Would be a report in 15 calendar days/)
  assert.match(text, /Was it expected by the reference safety information: high fever\?/)
  assert.doesNotMatch(text, /Léa/)
  // A second press records nothing more.
  const again = await visit.post(path, { ...reaction, ...sent }, as(team.investigator))
  assert.equal(again.to, made.to)
  assert.equal((await events(id)).length, 1)
  const french = await visit.get(`/fr${path}/${event?.id}`, as(team.monitor))
  assert.match(french.text, /reste 22 heures/)
  const list = await visit.get(path, as(team.monitor))
  assert.match(list.text, /Yes: Stay in hospital/)
  assert.doesNotMatch(list.text, /Record an event/)
})

test('what cannot be is said at its field with what was typed, and nothing is recorded', async () => {
  const id = await child()
  const path = `/desk/participants/${id}/events`
  const { sent } = await opened(`${path}/new`, team.coordinator)
  const wrong = { ...reaction, ...sent, 'onset-day': '2026-02-30', grade: '6', 'end-day': 'soon' }
  const refused = await visit.post(path, wrong, as(team.coordinator))
  assert.equal(refused.status, 422)
  assert.match(refused.text, /href="#onset-day">There is no such day in the calendar\./)
  assert.match(refused.text, /A grade is 1, 2, 3, 4 or 5\./)
  assert.match(refused.text, /Write the day like 2026-11-26\./)
  assert.match(refused.text, /value="2026-02-30"/)
  assert.match(refused.text, /<option value="6" selected>6<\/option>/)
  const future = { ...reaction, ...sent, 'onset-day': '2026-11-27', 'siteAware-day': '' }
  const later = await visit.post(path, future, as(team.coordinator))
  assert.match(later.text, /This is in the future\./)
  assert.equal((await events(id)).length, 0)
})

test('the sponsor’s manager says when they were told and whether it was expected; then the clock has its day', async () => {
  const { id, path } = await withEvent()
  const { sent, text } = await opened(path, team.manager)
  assert.doesNotMatch(text, /News, or a mistake/)
  const word = {
    ...sent,
    'sponsorAware-day': '2026-11-26',
    'sponsorAware-time': '09:00',
    expected: 'no',
    reason: 'not in the brochure',
  }
  const early = await visit.post(
    `${path}/sponsor`,
    { ...word, 'sponsorAware-day': '2026-11-20' },
    as(team.manager),
  )
  assert.match(early.text, /Nobody can know of it before it began\./)
  const done = await visit.post(`${path}/sponsor`, word, as(team.manager))
  assert.equal(done.status, 303)
  const now = await opened(path, team.monitor)
  assert.match(now.text, /told after 1 hour/)
  assert.match(now.text, /Report to the authority in 15 calendar days/)
  assert.match(now.text, /until the end of 11 December 2026/)
  assert.match(now.text, /Why: not in the brochure/)
  assert.equal((await events(id))[0]?.versions.length, 2)
  const asSite = await visit.post(`${path}/sponsor`, word, as(team.investigator))
  assert.equal(asSite.status, 404)
})

test('two people at once: the second is told, and sees what the first wrote', async () => {
  const { id, path } = await withEvent()
  const { sent } = await opened(path, team.investigator)
  await recordTestFacts(app.people.records, team.coordinator.actor, id, [
    {
      item: 'temperature',
      value: '38.2',
      unit: 'Cel',
      site: 'axillary',
      at: '2026-11-26T09:00+01:00',
    },
  ])
  const news = { ...reaction, ...sent, change: 'follow-up', reason: 'a call', outcome: 'recovered' }
  const second = await visit.post(path, news, as(team.investigator))
  assert.equal(second.status, 409)
  assert.match(second.text, /Somebody recorded something/)
  const pressed = await visit.post(
    path,
    { ...news, seen: hidden(second.text, 'seen') },
    as(team.investigator),
  )
  assert.equal(pressed.status, 303)
  assert.equal((await events(id))[0]?.newest.details?.['outcome'], 'recovered')
})

test('the draft of a report says what is known and what is missing, and names nobody', async () => {
  const { path } = await withEvent()
  const { text } = await opened(`${path}/report`, team.monitor)
  assert.match(text, /Draft\. Trialway sends it to nobody\./)
  assert.match(text, /E\.i\.3\.2[\s\S]*?Stay in hospital/)
  assert.match(text, /MedDRA[\s\S]*?missing/)
  assert.doesNotMatch(text, /Léa|Martin|coordinator@|undefined/)
})

test('where the data are locked there is no form, and what is sent is answered with 409', async () => {
  const { id, path } = await withEvent()
  const { sent } = await opened(path, team.investigator)
  await app.people.records.write((tx) =>
    tx
      .insertInto('conduct_lock')
      .values({
        study: runStudy,
        seq: 1,
        kind: 'lock',
        participant_id: id,
        reason: 'the end',
        snapshot_id: null,
        done_at: runNow.toISOString(),
        done_by: 'account/x',
      })
      .execute(),
  )
  const page = await opened(path, team.investigator)
  assert.doesNotMatch(page.text, /Record the change/)
  const news = { ...reaction, ...sent, change: 'follow-up', reason: 'late', outcome: 'recovered' }
  const late = await visit.post(path, news, as(team.investigator))
  assert.equal(late.status, 409)
  assert.match(late.text, /The data are locked/)
})

test('an event that is not theirs, and one that is not there, are not told apart from outside', async () => {
  const { id, path } = await withEvent()
  assert.equal((await visit.get(path, as(team.stranger))).status, 404)
  const none = await visit.get(`/desk/participants/${id}/events/nothing`, as(team.coordinator))
  assert.equal(none.status, 404)
  assert.match(none.text, /There is no such event/)
})
