import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readCase } from '../../../study/conduct/model/case.ts'
import type { SignedIn } from '../../../testing/test-accounts.ts'
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
import { visitor, type Visitor } from '../../../testing/visitor.ts'
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

async function factOf(id: string, item: string): Promise<string> {
  const { db, keys } = app.people.records
  const known = await readCase(db, keys, id, app.now())
  return known?.facts.findLast((fact) => fact.item === item)?.id ?? ''
}

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? ''

async function seen(path: string, who: SignedIn): Promise<string> {
  const { text, status } = await visit.get(path, as(who))
  assert.equal(status, 200, path)
  return text
}

test('a monitor asks of a value, the site answers, the monitor closes it; each sees only the steps that are theirs', async () => {
  const id = await child()
  const weight = await factOf(id, 'bodyWeight')
  const path = `/desk/participants/${id}/queries`
  const form = await seen(`${path}?fact=${weight}`, team.monitor)
  assert.match(form, /This value: Body weight: 14\.0/)
  const asked = {
    form: hidden(form, 'form'),
    about: `fact:${weight}`,
    text: 'Is it right?',
    do: 'ask',
  }
  const empty = await visit.post(path, { ...asked, text: ' ' }, as(team.monitor))
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Write something\./)
  const made = await visit.post(path, asked, as(team.monitor))
  assert.equal(made.status, 303)
  const query = made.to.replace('?did=done', '')
  const atSite = await seen(query, team.coordinator)
  assert.match(atSite, /Is it right\?/)
  assert.match(atSite, new RegExp(`/facts/${weight}`))
  assert.doesNotMatch(atSite, /Close it|Take it back/)
  assert.match(await seen('/desk/today', team.coordinator), /1 question waits for your answer\./)
  assert.doesNotMatch(await seen('/desk/today', team.stranger), /for your answer/)
  const answer = { version: '1', step: 'answer', 'text-answer': 'Yes, by two scales.' }
  assert.equal((await visit.post(query, answer, as(team.coordinator))).status, 303)
  // The investigator still has the page of before.
  const late = await visit.post(query, { ...answer, 'text-answer': 'No.' }, as(team.investigator))
  assert.equal(late.status, 409)
  assert.match(late.text, /Somebody was faster/)
  // What they typed is there, and is sent again as a second word on it.
  assert.match(late.text, /name="text-add"[^>]*>\s*No\.</)
  const added = {
    version: hidden(late.text, 'version'),
    step: 'add',
    'text-add': 'No: one scale only.',
  }
  assert.equal((await visit.post(query, added, as(team.investigator))).status, 303)
  assert.match(await seen(query, team.monitor), /No: one scale only\./)
  assert.match(
    await seen('/desk/today', team.monitor),
    /1 question is answered and waits to be closed/,
  )
  assert.doesNotMatch(await seen('/desk/today', team.manager), /to be closed/)
  const managers = await seen(query, team.manager)
  assert.doesNotMatch(managers, /Close it/)
  const close = { version: '3', step: 'close', 'text-close': '' }
  assert.equal((await visit.post(query, close, as(team.manager))).status, 422)
  assert.equal((await visit.post(query, close, as(team.monitor))).status, 303)
  const done = await seen(`/fr${query}`, team.auditor)
  assert.match(done, /Fermée/)
  assert.match(done, /Yes, by two scales\./)
  const tooLate = await visit.post(query, { ...added, version: '3' }, as(team.investigator))
  assert.equal(tooLate.status, 409)
  assert.match(tooLate.text, /data-unsent>No: one scale only\./)
  assert.equal((await visit.get(query, as(team.stranger))).status, 404)
})

test('a value is corrected and the question about it answered on one page, each with a line of its own; a question that was answered since keeps what was typed', async () => {
  const id = await child()
  const weight = await factOf(id, 'bodyWeight')
  const queries = `/desk/participants/${id}/queries`
  const asking = await seen(`${queries}?fact=${weight}`, team.monitor)
  const about = `fact:${weight}`
  const asked = { form: hidden(asking, 'form'), about, text: 'Is 14.0 right?', do: 'ask' }
  const query = (await visit.post(queries, asked, as(team.monitor))).to.replace('?did=done', '')
  const path = `/desk/participants/${id}/facts/${weight}`
  assert.doesNotMatch(await seen(path, team.pharmacist), /name="answer"/)
  const form = await seen(path, team.coordinator)
  assert.match(form, /Is 14\.0 right\?/)
  const sent = {
    form: hidden(form, 'form'),
    seen: hidden(form, 'seen'),
    query: hidden(form, 'query'),
    version: hidden(form, 'version'),
    day: '2026-11-24',
    time: '18:00',
    'v-bodyWeight': '14.2',
    'u-bodyWeight': 'kg',
    reason: 'read wrongly',
    answer: 'No: 14.2 on the card.',
  }
  const stale = await visit.post(path, { ...sent, version: '7' }, as(team.coordinator))
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Nothing was recorded/)
  assert.match(stale.text, /No: 14\.2 on the card\./)
  assert.equal(await factOf(id, 'bodyWeight'), weight)
  const noReason = await visit.post(path, { ...sent, reason: '' }, as(team.coordinator))
  assert.equal(noReason.status, 422)
  assert.match(noReason.text, /No: 14\.2 on the card\./)
  for (let twice = 0; twice < 2; twice++) {
    const both = await visit.post(path, sent, as(team.coordinator))
    assert.equal(both.status, 303)
    assert.equal(both.to, `${query}?did=both`)
  }
  const answered = await seen(`${query}?did=both`, team.coordinator)
  assert.match(answered, /The value was corrected, and the question is answered/)
  assert.match(answered, /No: 14\.2 on the card\./)
  assert.notEqual(await factOf(id, 'bodyWeight'), weight)
  const lines = await app.people.records.db
    .selectFrom('audit_event')
    .select('action')
    .where('subject', '=', `participant/${id}`)
    .where('action', 'in', ['fact.corrected', 'query.answered'])
    .execute()
  assert.deepEqual(lines.map(({ action }) => action).toSorted(), [
    'fact.corrected',
    'query.answered',
  ])
})

test('two answer one question with a correction: the second is told, and sends the words that were kept', async () => {
  const id = await child()
  const weight = await factOf(id, 'bodyWeight')
  const queries = `/desk/participants/${id}/queries`
  const asking = await seen(`${queries}?fact=${weight}`, team.monitor)
  const asked = { form: hidden(asking, 'form'), about: `fact:${weight}`, text: 'Right?', do: 'ask' }
  const query = (await visit.post(queries, asked, as(team.monitor))).to.replace('?did=done', '')
  const path = `/desk/participants/${id}/facts/${weight}`
  const filled = (form: string, kg: string, answer: string) => ({
    form: hidden(form, 'form'),
    seen: hidden(form, 'seen'),
    query: hidden(form, 'query'),
    version: hidden(form, 'version'),
    day: '2026-11-24',
    time: '18:00',
    'v-bodyWeight': kg,
    'u-bodyWeight': 'kg',
    reason: 'read wrongly',
    answer,
  })
  const first = filled(await seen(path, team.coordinator), '14.2', 'It was 14.2.')
  const second = filled(await seen(path, team.investigator), '14.3', 'I read 14.3 <again>.')
  assert.equal((await visit.post(path, first, as(team.coordinator))).status, 303)
  const late = await visit.post(path, second, as(team.investigator))
  assert.equal(late.status, 409)
  assert.match(late.text, /What you wrote has not been recorded/)
  assert.ok(late.text.includes('I read 14.3 &lt;again&gt;.</textarea>'), 'the words are kept')
  assert.match(late.text, /value="14\.3"/)
  const again = { version: '2', step: 'add', 'text-add': 'I read 14.3 <again>.' }
  assert.equal(hidden(late.text, 'version'), again.version)
  assert.equal((await visit.post(query, again, as(team.investigator))).status, 303)
  assert.match(await seen(query, team.monitor), /It was 14\.2\.[^]*I read 14\.3 &lt;again&gt;\./)
})

test('the engine’s question is a query in the language of the page, with the value to look at', async () => {
  const id = await child()
  const heat = { item: 'temperature', unit: 'Cel', site: 'axillary', at: '2026-11-25T08:00+01:00' }
  await recordTestFacts(app.people.records, team.coordinator.actor, id, [
    { ...heat, value: '38.6' },
    { ...heat, value: '36.8' },
  ])
  const list = await seen(`/desk/participants/${id}/queries`, team.coordinator)
  assert.match(list, /Trialway, by rule/)
  assert.match(list, /Body temperature/)
  const french = await seen(`/fr/desk/participants/${id}/queries`, team.coordinator)
  assert.match(french, /Trialway, par règle/)
  assert.match(french, /Température/)
})

test('the list of a study counts by site, filters, and gives a file that runs no formula and has nobody’s words', async () => {
  const id = await child()
  const path = `/desk/participants/${id}/queries`
  const form = hidden(await seen(path, team.monitor), 'form')
  const text = '=HYPERLINK("http://evil.example")'
  await visit.post(path, { form, about: 'visit:V3', text, do: 'ask' }, as(team.monitor))
  const study = `/desk/study/${runStudy}/queries`
  const all = await seen(`${study}?show=all`, team.monitor)
  assert.match(all, /By site/)
  assert.match(all, /01 Bicêtre/)
  const csv = await visit.get(`${study}.csv`, as(team.monitor))
  assert.match(csv.headers.get('content-disposition') ?? '', /queries\.csv/)
  assert.doesNotMatch(csv.text, /HYPERLINK|Léa/)
  // A coordinator of another site sees that site alone.
  const strangers = await seen(study, team.stranger)
  assert.doesNotMatch(strangers, /Bicêtre/)
  assert.match(strangers, /There is nothing here/)
  assert.equal((await visit.get(study, as(team.statistician))).status, 404)
})

test('a monitor ticks values at once; the share of the participant and the site is told; a correction opens one again', async () => {
  const id = await child()
  const path = `/desk/participants/${id}/source`
  const facts = [await factOf(id, 'bodyWeight'), await factOf(id, 'bodyHeight')]
  const body = { fact: facts }
  const ticked = await visit.post(path, body, as(team.monitor))
  assert.match(ticked.to, /done=2/)
  const page = await seen(ticked.to, team.monitor)
  assert.match(page, /2 values are checked\./)
  assert.match(page, /2 of 28 values are checked \(7%\)/)
  const none = await visit.post(path, {}, as(team.monitor))
  assert.equal(none.status, 422)
  const [weight = ''] = facts
  await recordTestFacts(app.people.records, team.coordinator.actor, id, [
    {
      item: 'bodyWeight',
      value: '14.2',
      unit: 'kg',
      at: '2026-11-24T18:00+01:00',
      corrects: weight,
      reason: 'read again',
    },
  ])
  const after = await seen(path, team.coordinator)
  assert.match(after, /1 of 28 values are checked/)
  assert.match(after, /corrected since it was checked/)
  assert.doesNotMatch(after, /type="checkbox"/)
  assert.equal((await visit.post(path, body, as(team.coordinator))).status, 404)
  const study = await seen(`/desk/study/${runStudy}/sources`, team.manager)
  assert.match(study, /By participant/)
})

test('a deviation is told in words and classed with a reason; the second of two is told', async () => {
  const id = await child()
  const dose = { item: 'injection', value: '60', unit: 'mg', at: '2026-11-25T09:00+01:00' }
  await recordTestFacts(app.people.records, team.investigator.actor, id, [dose])
  const path = `/desk/participants/${id}/deviations`
  const page = await seen(path, team.monitor)
  assert.match(page, /A dose was given/)
  const form = {
    deviation: hidden(page, 'deviation'),
    seen: '',
    'class-0': 'major',
    'why-0': 'a slip',
  }
  const silent = await visit.post(path, { ...form, 'why-0': '' }, as(team.monitor))
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Say why\./)
  assert.equal((await visit.post(path, form, as(team.monitor))).status, 303)
  const second = await visit.post(path, { ...form, 'class-0': 'minor' }, as(team.manager))
  assert.equal(second.status, 409)
  assert.match(second.text, /Somebody classed it since/)
  const once = await seen(path, team.coordinator)
  assert.match(once, /Major/)
  assert.doesNotMatch(once, /earlier class/)
  const classedAt = hidden(await seen(path, team.manager), 'seen')
  const again = { ...form, seen: classedAt, 'class-0': 'important', 'why-0': 'twice the dose' }
  app.clock = new Date(runNow.getTime() + 60_000)
  assert.equal((await visit.post(path, again, as(team.manager))).status, 303)
  app.clock = runNow
  const twice = await seen(path, team.coordinator)
  assert.match(twice, /Important/)
  assert.match(twice, /1 earlier class[^]*Major[^]*Classed by monitor[^]*a slip/)
  const listed = await seen(`/desk/study/${runStudy}/deviations?show=important`, team.manager)
  assert.match(listed, /Important/)
  const csv = await visit.get(`/desk/study/${runStudy}/deviations.csv`, as(team.auditor))
  assert.match(csv.text, /Important/)
  assert.doesNotMatch(csv.text, /a slip|twice the dose|Léa/)
})
