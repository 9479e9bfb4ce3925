import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  deskMailStopLink,
  isDeskMailStopped,
} from '../../../study/conduct/today/desk-mail-setting.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { openTestStudy, type StudyTeam } from '../../../testing/test-study.ts'
import { visitor, type Visitor } from '../../../testing/visitor.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let team: StudyTeam

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  team = await openTestStudy(app.people.records, { now: app.now() })
})
after(() => app.close())

const isStopped = (personId: string): Promise<boolean> =>
  isDeskMailStopped(app.people.records.db, personId)

test('the link in the daily mail asks by GET, and stops it by the POST of a mail program, in both languages', async () => {
  const { personId } = team.coordinator.actor
  const path = `/desk/mail/stop/${deskMailStopLink(app.people.records.keys, personId)}`
  for (const [prefix, title] of [
    ['', /Stop the daily mail\?/],
    ['/fr', /Arrêter le message du matin/],
  ] as const) {
    const { status, text } = await visit.get(`${prefix}${path}`)
    assert.equal(status, 200)
    assert.match(text, title)
    assert.doesNotMatch(text, /coordinator@example/)
  }
  assert.equal(await isStopped(personId), false)
  const stopped = await visit.send(path, {
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  assert.equal(stopped.status, 200)
  assert.match(stopped.text, /The daily mail is stopped/)
  assert.equal(await isStopped(personId), true)
})

test('a link that was made up stops nothing and says so', async () => {
  for (const link of ['x', 'A'.repeat(43)])
    assert.equal((await visit.get(`/desk/mail/stop/${link}`)).status, 404)
})

test('who has a desk stops and starts the daily mail in their account; who has none is not asked', async () => {
  const { actor, cookie } = team.investigator
  const as = { headers: { cookie } }
  assert.match((await visit.get('/account', as)).text, /Stop the daily mail/)
  await visit.post('/account/desk-mail', { get: 'no' }, as)
  assert.equal(await isStopped(actor.personId), true)
  assert.match((await visit.get('/fr/account', as)).text, /Remettre le message du matin/)
  await visit.post('/account/desk-mail', { get: 'yes' }, as)
  assert.equal(await isStopped(actor.personId), false)
  const other = await visit.get('/account', { headers: { cookie: team.statistician.cookie } })
  assert.doesNotMatch(other.text, /daily mail/)
})
