import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SignedIn } from '../../../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
  type StudyTeam,
} from '../../../../testing/test-study.ts'
import { visitor, type Visitor } from '../../../../testing/visitor.ts'
import { createSite } from '../../../site.ts'

let app: TestApp
let visit: Visitor
let team: StudyTeam
let waiting = ''
let treated = ''

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  visit = visitor(createSite(app), app.baseUrl)
  const { records } = app.people
  team = await openTestStudy(records)
  waiting = await enrolTestChild(records, team.coordinator, 'Léa Martin')
  treated = await enrolTestChild(records, team.coordinator, 'Paul Petit')
  const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-25T09:30+01:00' }
  await recordTestFacts(records, team.coordinator.actor, treated, [...screenedChild(), dose])
})
after(() => app.close())

const as = ({ cookie }: SignedIn) => ({ headers: { cookie } })

test('participants are listed by number, never by name, and are found by it', async () => {
  const { text } = await visit.get('/desk/participants', as(team.coordinator))
  for (const words of ['2 participants', '01-001', '01-002', 'On treatment', 'In screening'])
    assert.ok(text.includes(words), words)
  assert.doesNotMatch(text, /Martin|Petit/)
  assert.match(
    text,
    /Dose 2 \(J2\)\s*<strong>Hold<\/strong>/,
    'a held dose comes before every date',
  )
  assert.match(text, /href="\/desk\/participants\/new"/)
  const monitor = await visit.get('/desk/participants', as(team.monitor))
  assert.doesNotMatch(monitor.text, /participants\/new/)
  const found = await visit.get('/fr/desk/participants?number=01-002', as(team.coordinator))
  assert.match(found.text, /01-002/)
  assert.match(found.text, /En traitement/)
  assert.doesNotMatch(found.text, /01-001/)
  const none = await visit.get('/desk/participants?number=99', as(team.coordinator))
  assert.match(none.text, /No participant fits/)
  const strangers = await visit.get('/desk/participants', as(team.stranger))
  assert.match(strangers.text, /Nobody takes part here yet/)
})

test('once the first dose is given every date stands on one page, with its weekday and what is done', async () => {
  const { text } = await visit.get(`/desk/participants/${treated}/dates`, as(team.coordinator))
  for (const words of ['Thursday 24 December 2026', 'Friday 8 January 2027', 'Day 30 (J30)'])
    assert.ok(text.includes(words), words)
  assert.match(text, /The version sets no first and last day/)
  assert.match(text, /Largest coronary Z|C-reactive protein/)
  const french = await visit.get(`/fr/desk/participants/${treated}/dates`, as(team.coordinator))
  assert.match(french.text, /jeudi 24 décembre 2026/)
})

test('before the first dose the page says what the dates wait for', async () => {
  const { text } = await visit.get(`/desk/participants/${waiting}/dates`, as(team.coordinator))
  assert.match(text, /it depends on something that is still to come/)
  assert.match(text, /Counted from: First injection/)
})
