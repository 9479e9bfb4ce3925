import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
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
let child = ''

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  visit = visitor(createSite(app), app.baseUrl)
  const { records } = app.people
  team = await openTestStudy(records)
  child = await enrolTestChild(records, team.coordinator, 'Léa Martin')
  const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-25T09:30+01:00' }
  const event = {
    item: 'adverseEvent',
    value: 'fever',
    at: '2026-11-25T22:00+01:00',
    details: {
      serious: 'lifeThreatening',
      related: true,
      expected: false,
      sponsorAware: '2026-11-26',
    },
  }
  const facts = [...screenedChild(), dose, event]
  await recordTestFacts(records, team.coordinator.actor, child, facts)
})
after(() => app.close())

const as = ({ cookie }: SignedIn) => ({ headers: { cookie } })

test('Today shows what is due, on hold and running, in both languages, and the made-up child as such', async () => {
  const { status, text, headers } = await visit.get('/desk/today', as(team.coordinator))
  assert.equal(status, 200)
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.match(text, /<h1>\d to do today<\/h1>/)
  for (const words of ['Safety clocks', '7 days left', 'Doses on hold', '01 Bicêtre', '01-001'])
    assert.ok(text.includes(words), words)
  assert.match(text, /people on this page are made up/)
  assert.doesNotMatch(text, /Martin|39\.1|14\.0|Elsewhere/)
  const french = await visit.get('/fr/desk/today', as(team.coordinator))
  for (const words of ['à faire aujourd’hui', 'Délais de sécurité', 'encore 7 jours'])
    assert.ok(french.text.includes(words), words)
})

test('everything has its next act one press away, and the press leads there', async () => {
  const { text } = await visit.get('/fr/desk/today?days=365', as(team.coordinator))
  const acts = [...text.matchAll(/href="(\/fr\/desk\/participants\/[^"]+)"/g)].map(
    ([, to = '']) => to,
  )
  for (const part of ['/events/', '/dose'])
    assert.ok(
      acts.some((to) => to.includes(part)),
      `${part} of ${acts.join()}`,
    )
  for (const to of new Set(acts))
    assert.equal(
      (await visit.get(to.replaceAll('&amp;', '&'), as(team.coordinator))).status,
      200,
      to,
    )
})

test('whoever sees Today is led to pages that are theirs, and asked to do only what they may', async () => {
  for (const who of [team.pharmacist, team.monitor, team.manager, team.auditor]) {
    const { text } = await visit.get('/desk/today?days=365', as(who))
    const links = [...text.matchAll(/href="(\/desk\/participants\/[^"]+)"/g)].map(
      ([, to = '']) => to,
    )
    assert.ok(links.length > 0)
    for (const to of new Set(links)) {
      const { status } = await visit.get(to.replaceAll('&amp;', '&'), as(who))
      assert.equal(status, 200, `${who.actor.roles[0]?.role} ${to}`)
    }
    assert.doesNotMatch(text, />\s*Record the visit\s*</)
  }
})

test('one kind is shown alone, and what is nobody’s is empty', async () => {
  const clocks = await visit.get('/desk/today?only=clock', as(team.manager))
  assert.match(clocks.text, /href="\/desk\/study\/NCT02390596"/)
  assert.match(clocks.text, /Safety clocks/)
  assert.doesNotMatch(clocks.text, /Answer what is open/)
  const none = await visit.get('/desk/today', as(team.stranger))
  assert.match(none.text, /Nothing to do today/)
  assert.match(none.text, /When a participant is enrolled/)
  assert.doesNotMatch(none.text, /01-001/)
  const statistician = await visit.get('/desk/today', as(team.statistician))
  assert.match(statistician.text, /You have no desk yet/)
  const own = await visit.get('/desk', as(team.statistician))
  assert.deepEqual([own.status, own.to], [303, '/desk/study/NCT02390596'])
  const unknown = await visit.get('/desk/today?only=x&days=2&site=zz&page=99', as(team.manager))
  assert.match(unknown.text, /01-001/)
})

test('the file has numbers and dates alone, and no cell that a spreadsheet would run', async () => {
  const { text, headers } = await visit.get('/desk/today.csv', as(team.coordinator))
  assert.match(headers.get('content-type') ?? '', /^text\/csv/)
  assert.match(text, /01-001/)
  assert.doesNotMatch(text, /Martin|39\.1|14\.0|28/)
  for (const line of text.split('\r\n').slice(1))
    for (const cell of line.split(',')) assert.doesNotMatch(cell, /^"?[=+\-@\t]/)
})

test('the desk says how much there is to do, and leads who has only participants to it', async () => {
  const desk = await visit.get('/desk', as(team.coordinator))
  assert.match(desk.text, /\d things are to do today/)
  const monitor = await visit.get('/desk', as(team.monitor))
  assert.deepEqual([monitor.status, monitor.to], [303, '/desk/today'])
})
