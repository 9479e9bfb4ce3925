import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { endRole } from '../../../people/accounts/accounts.ts'
import { heldRolesOf } from '../../../people/accounts/list.ts'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { visitor, type Visitor } from '../../../testing/visitor.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let team: StudyTeam

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  visit = visitor(createSite(app), app.baseUrl)
  const { records } = app.people
  team = await openTestStudy(records)
  const id = await enrolTestChild(records, team.coordinator, 'Léa Martin')
  const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-25T09:30+01:00' }
  await recordTestFacts(records, team.coordinator.actor, id, [...screenedChild(), dose])
})
after(() => app.close())

const as = ({ cookie }: SignedIn) => ({ headers: { cookie } })

async function made(who: SignedIn, path = '/desk/calendar'): Promise<string> {
  const { text } = await visit.post(path, {}, as(who))
  const [, feed = ''] = /value="https:\/\/trialway\.example([^"]+\.ics)"/.exec(text) ?? []
  assert.match(feed, /^\/desk\/calendar\/[\w-]{43}\.ics$/)
  return feed
}

test('a calendar program reads numbers and windows by a secret address without a cookie, and nothing else', async () => {
  const feed = await made(team.coordinator)
  const { status, text, headers } = await visit.get(feed)
  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /^text\/calendar/)
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.match(text, /^BEGIN:VCALENDAR\r\n/)
  assert.match(text, /SUMMARY:01-001: visit window\r\n/)
  assert.match(text, /DTSTART;VALUE=DATE:20261224\r\n/)
  assert.match(text, /DTEND;VALUE=DATE:20261225\r\n/)
  assert.doesNotMatch(text, /Martin|NCT|anakinra|Kawasaki|J30|Day 30|protein|Bicêtre/i)
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const tag = headers.get('etag') ?? ''
  const again = await visit.get(feed, { headers: { 'if-none-match': tag } })
  assert.equal(again.status, 304)
  const french = await visit.get(await made(team.coordinator, '/fr/desk/calendar'))
  assert.match(french.text, /SUMMARY:01-001\s: période de visite/)
})

test('the address is shown once, kept by its hash alone, and never logged', async () => {
  const feed = await made(team.monitor)
  const secret = feed.slice('/desk/calendar/'.length, -'.ics'.length)
  const page = await visit.get('/desk/calendar', as(team.monitor))
  assert.match(page.text, /You have an address, made on Thursday 26 November 2026/)
  assert.equal(page.text.includes(secret), false)
  const rows = JSON.stringify(
    await app.people.records.db.selectFrom('calendar_link').selectAll().execute(),
  )
  const trail = JSON.stringify(
    await app.people.records.db.selectFrom('audit_event').selectAll().execute(),
  )
  for (const kept of [rows, trail, app.lines.join()]) assert.equal(kept.includes(secret), false)
  assert.match(trail, /calendar\.made/)
})

test('it ends when it is ended, when another is made, and with the role', async () => {
  const { records } = app.people
  const first = await made(team.pharmacist)
  const second = await made(team.pharmacist)
  assert.equal((await visit.get(first)).status, 404)
  assert.equal((await visit.get(second)).status, 200)
  const ended = await visit.post('/desk/calendar/end', {}, as(team.pharmacist))
  assert.deepEqual([ended.status, ended.to], [303, '/desk/calendar?did=end'])
  assert.equal((await visit.get(second)).status, 404)
  const third = await made(team.pharmacist)
  const [role] = await heldRolesOf(records.db, team.pharmacist.actor.accountId)
  assert.ok(role)
  const by = { by: 'operator', now: app.now() } as const
  await records.write((tx) => endRole(tx, role.id, by))
  assert.equal((await visit.get(third)).status, 404)
  for (const made of ['x', 'a'.repeat(43)])
    assert.equal((await visit.get(`/desk/calendar/${made}.ics`)).status, 404, made)
  assert.equal((await visit.get('/desk/calendar')).status, 303)
  const nobody = await visit.get('/desk/calendar', as(team.statistician))
  assert.match(nobody.text, /You have no desk yet/)
})
