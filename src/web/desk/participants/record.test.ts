import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { actions } from '../../../people/audit/actions.ts'
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
import { type Form, visitor, type Visitor } from '../../../testing/visitor.ts'
import { freeze } from '../../../study/conduct/review/lock.ts'
import { readCase } from '../../../study/conduct/model/case.ts'
import { wordsOf } from '../../../words/words.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let team: StudyTeam

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  team = await openTestStudy(app.people.records, { version: 'listing' })
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

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? ''

/** The form as the browser has it: its key, and how many facts it saw. */
async function opened(id: string, query: string, who: SignedIn = team.coordinator) {
  const path = `/desk/participants/${id}/record?${query}`
  const { text, status } = await visit.get(path, as(who))
  assert.equal(status, 200)
  return { path, text, sent: { form: hidden(text, 'form'), seen: hidden(text, 'seen') } }
}

const heat: Form = {
  day: '2026-11-26',
  time: '08:30',
  'v-temperature': '38.6',
  'u-temperature': 'Cel',
  's-temperature': 'axillary',
}

async function facts(id: string) {
  const { db, keys } = app.people.records
  return (await readCase(db, keys, id, app.now()))?.facts ?? []
}

test('a form is drawn from the items of a visit, with its units and places, the time of the site, and what comes first', async () => {
  const id = await child()
  const { text } = await opened(id, 'visit=V3')
  assert.match(text, /name="v-temperature"/)
  assert.match(text, /<option value="\[degF\]">°F<\/option>/)
  assert.match(text, /<option value="axillary">axillary<\/option>/)
  assert.match(text, /name="day"[^>]*value="2026-11-26"/)
  assert.match(text, /name="time"[^>]*value="10:00"/)
  assert.match(text, /First: Body temperature\. Then: Injection of anakinra\./)
  assert.doesNotMatch(text, /name="v-injection"/)
  const french = await visit.get(
    `/fr/desk/participants/${id}/record?visit=V3`,
    as(team.coordinator),
  )
  assert.match(french.text, /D’abord\s: Température corporelle/)
  const choose = await visit.get(`/desk/participants/${id}/record`, as(team.coordinator))
  assert.match(choose.text, /record\?item=bodyWeight/)
  // What happens has a moment of its own, which nobody guesses.
  const event = await opened(id, 'item=ivigEnd')
  assert.match(event.text, /name="d-ivigEnd"\s+type="text"\s+value=""/)
  assert.doesNotMatch(event.text, /name="day"/)
})

test('what is typed is recorded for its visit, once, and leads back to the participant', async () => {
  const id = await child()
  const { path, sent } = await opened(id, 'visit=V3')
  const before = (await facts(id)).length
  for (let times = 0; times < 2; times++) {
    const { status, to } = await visit.post(path, { ...sent, ...heat }, as(team.coordinator))
    assert.deepEqual([status, to], [303, `/desk/participants/${id}?did=recorded`])
  }
  const all = await facts(id)
  assert.equal(all.length, before + 1)
  const { value, unit, site, at, visit: of } = all.at(-1) ?? {}
  assert.deepEqual(
    [value, unit, site, at, of],
    ['38.6', 'Cel', 'axillary', '2026-11-26T08:30+01:00', 'V3'],
  )
  // Back in the browser, another value, the same form: it is told, and nothing is lost or doubled in silence.
  const other = await visit.post(
    path,
    { ...sent, ...heat, 'v-temperature': '36.8' },
    as(team.coordinator),
  )
  assert.equal(other.status, 409)
  assert.match(other.text, /recorded already, with other values/)
  assert.match(other.text, /name="v-temperature"[^>]*value="36.8"/)
  assert.equal((await facts(id)).length, before + 1)
})

test('what is wrong is said at its field, and everything typed survives', async () => {
  const id = await child()
  const { path, sent } = await opened(id, 'item=temperature&item=bodyWeight&item=sex')
  const typed = {
    ...sent,
    ...heat,
    time: '25:00',
    'v-temperature': '38,6,1',
    'm-temperature': 'ear <b>',
    'v-bodyWeight': '300',
    'u-bodyWeight': 'kg',
  }
  const { status, text } = await visit.post(path, typed, as(team.coordinator))
  assert.equal(status, 422)
  assert.match(text, /href="#time">There is no such time/)
  assert.match(text, /href="#v-temperature">Body temperature: Write the number alone/)
  assert.match(
    text,
    /href="#y-bodyWeight">Body weight: This is outside what is usual \(0\.5\skg – 250\skg\)/,
  )
  assert.match(text, /name="time"\s+type="text"\s+value="25:00"/)
  assert.match(text, /value="38,6,1"/)
  assert.match(text, /value="ear &lt;b&gt;"/)
  assert.match(text, /Yes, it really is 300\skg/)
  assert.equal(hidden(text, 'form'), sent.form)
  const sure = { ...typed, time: '08:30', 'v-temperature': '38,6', 'y-bodyWeight': '300 kg' }
  assert.equal((await visit.post(path, sure, as(team.coordinator))).status, 303)
  const fresh = await opened(id, 'item=temperature')
  const french = await visit.post(
    `/fr${fresh.path}`,
    { ...fresh.sent, ...heat, time: '25:00' },
    as(team.coordinator),
  )
  assert.match(french.text, /Cette heure n’existe pas/)
})

test('a day with the day first is asked about: in French it stands as it was read and is sent again, in English it is typed anew', async () => {
  const id = await child()
  const { path, sent } = await opened(id, 'item=temperature&item=firstFeverDay')
  const typed = { ...sent, ...heat, day: '25/11/2026', 'v-firstFeverDay': '20/11/2026' }
  const before = (await facts(id)).length
  const english = await visit.post(path, typed, as(team.coordinator))
  assert.equal(english.status, 422)
  assert.match(
    english.text,
    /href="#day">This can be read in two ways\. If you mean 25 November 2026/,
  )
  assert.match(english.text, /name="day"\s+type="text"\s+value="25\/11\/2026"/)
  const french = await visit.post(`/fr${path}`, typed, as(team.coordinator))
  assert.equal(french.status, 422)
  assert.match(french.text, /href="#day">Nous lisons\s:\s25 novembre 2026/)
  assert.match(french.text, /name="day"\s+type="date"\s+value="2026-11-25"/)
  assert.match(french.text, /Nous lisons\s:\s20 novembre 2026/)
  assert.match(french.text, /value="2026-11-20"/)
  assert.equal((await facts(id)).length, before)
  const read = { ...typed, day: '2026-11-25', 'v-firstFeverDay': '' }
  assert.equal((await visit.post(`/fr${path}`, read, as(team.coordinator))).status, 303)
  assert.equal((await facts(id)).at(-1)?.at, '2026-11-25T08:30+01:00')
  const seen = String((await facts(id)).length)
  const anew = () => ({ form: randomUUID(), seen })
  const number = /participant-number">([\d-]+)</.exec(english.text)?.[1] ?? assert.fail()
  const dose = await visit.post(
    `/fr/desk/participants/${id}/dose`,
    {
      ...anew(),
      regimen: 'anakinra',
      number,
      amount: '28',
      unit: 'mg',
      when: 'at',
      day: '25/11/2026',
      time: '08:30',
    },
    as(team.coordinator),
  )
  assert.match(dose.text, /Nous lisons\s:\s25 novembre 2026/)
  const consent = await visit.post(
    `/fr/desk/participants/${id}/withdrawal`,
    { ...anew(), of: 'treatment', day: '25/11/2026', time: '' },
    as(team.coordinator),
  )
  assert.match(consent.text, /Nous lisons\s:\s25 novembre 2026/)
  assert.match(consent.text, /value="2026-11-25"/)
  const event = await visit.post(
    `/fr/desk/participants/${id}/events`,
    { ...anew(), what: 'fièvre', 'onset-day': '25/11/2026', serious: 'no' },
    as(team.coordinator),
  )
  assert.match(event.text, /Nous lisons\s:\s25 novembre 2026/)
  assert.match(event.text, /value="2026-11-25"/)
})

test('a time that came twice is asked about, and the answer is kept', async () => {
  const id = await child()
  const { path, sent } = await opened(id, 'item=temperature')
  const night = { ...sent, ...heat, day: '2026-10-25', time: '02:30' }
  const asked = await visit.post(path, night, as(team.coordinator))
  assert.match(asked.text, /href="#offset">/)
  assert.match(
    asked.text,
    /<option value="\+01:00">the second one, after the clocks went back \(UTC\+01:00\)/,
  )
  assert.equal(
    (await visit.post(path, { ...night, offset: '+01:00' }, as(team.coordinator))).status,
    303,
  )
  assert.equal((await facts(id)).at(-1)?.at, '2026-10-25T02:30+01:00')
})

test('who comes second sees what the first one recorded, with everything they typed', async () => {
  const id = await child()
  const mine = await opened(id, 'item=temperature')
  const theirs = await opened(id, 'item=temperature', team.investigator)
  await visit.post(theirs.path, { ...theirs.sent, ...heat }, as(team.investigator))
  const late = await visit.post(
    mine.path,
    { ...mine.sent, ...heat, 'v-temperature': '38.8' },
    as(team.coordinator),
  )
  assert.equal(late.status, 409)
  assert.match(late.text, /Somebody else recorded since/)
  assert.match(late.text, /38\.6\s°C/)
  assert.match(late.text, /name="v-temperature"[^>]*value="38\.8"/)
  const again = { ...mine.sent, ...heat, 'v-temperature': '38.8', seen: hidden(late.text, 'seen') }
  assert.equal((await visit.post(mine.path, again, as(team.coordinator))).status, 303)
})

test('a value shows who recorded it; a correction asks why and leaves the old one to read', async () => {
  const id = await child()
  const { path, sent } = await opened(id, 'item=temperature')
  await visit.post(path, { ...sent, ...heat }, as(team.coordinator))
  const first = (await facts(id)).at(-1)?.id ?? ''
  const at = `/desk/participants/${id}/facts/${first}`
  const page = await visit.get(at, as(team.coordinator))
  assert.match(page.text, /Thu 26 Nov, 10:00, coordinator/)
  assert.match(page.text, /name="v-temperature"[^>]*value="38\.6"/)
  const form = {
    form: hidden(page.text, 'form'),
    seen: hidden(page.text, 'seen'),
    ...heat,
    'v-temperature': '36.8',
  }
  const without = await visit.post(at, form, as(team.coordinator))
  assert.equal(without.status, 422)
  assert.match(without.text, /href="#reason">Say why/)
  const done = await visit.post(at, { ...form, reason: 'misread' }, as(team.coordinator))
  assert.equal(done.status, 303)
  const now = await visit.get(done.to, as(team.coordinator))
  assert.match(now.text, /Corrected\. The old value stays to read\./)
  assert.match(now.text, /misread/)
  assert.match(now.text, /38\.6\s°C, axillary/)
  const old = await visit.get(at, as(team.monitor))
  assert.match(old.text, /A correction took its place/)
  assert.doesNotMatch(old.text, /name="reason"/)
  assert.equal((await visit.post(at, { ...form, reason: 'x' }, as(team.monitor))).status, 404)
  const history = await visit.get(`/desk/participants/${id}/history`, as(team.auditor))
  assert.match(history.text, /\(before: 38\.6\s°C, axillary\)/)
  assert.doesNotMatch(history.text, /Léa|Martin/)
  assert.equal(
    (await visit.get(`/desk/participants/${id}/facts/none`, as(team.monitor))).status,
    404,
  )
})

test('a form that none of ours is, and a stranger’s, change nothing; no page changes a row by being read', async () => {
  const id = await child()
  const { path, sent } = await opened(id, 'item=temperature')
  const before = await facts(id)
  for (const broken of [{ form: 'x' }, { seen: '-1' }, { seen: '' }])
    assert.equal(
      (await visit.post(path, { ...sent, ...heat, ...broken }, as(team.coordinator))).status,
      415,
    )
  for (const who of [team.stranger, team.monitor, team.statistician])
    assert.equal((await visit.post(path, { ...sent, ...heat }, as(who))).status, 404)
  const empty = await visit.post(
    path,
    { ...sent, day: '2026-11-26', time: '08:30' },
    as(team.coordinator),
  )
  assert.match(empty.text, /Nothing is filled in yet/)
  assert.deepEqual(await facts(id), before)
})

test('frozen data are read and not recorded: no form stands there, and what was typed is not lost', async () => {
  const id = await child()
  const { path, sent } = await opened(id, 'item=temperature')
  const before = await facts(id)
  const ask = {
    study: runStudy,
    participantId: id,
    reason: 'review of the visit',
    kind: 'freeze' as const,
  }
  const frozen = await freeze(app.people, team.manager.actor, ask, app.now())
  assert.equal(frozen.kind, 'done')
  const page = await visit.get(path, as(team.coordinator))
  assert.match(page.text, /The data are frozen for a review/)
  assert.doesNotMatch(page.text, /name="v-temperature"/)
  const late = await visit.post(path, { ...sent, ...heat }, as(team.coordinator))
  assert.equal(late.status, 409)
  assert.match(late.text, /Nothing was recorded/)
  assert.match(late.text, /38\.6 Cel 2026-11-26 08:30/)
  const one = await visit.get(
    `/desk/participants/${id}/facts/${before[0]?.id ?? ''}`,
    as(team.coordinator),
  )
  assert.doesNotMatch(one.text, /name="reason"/)
  assert.deepEqual(await facts(id), before)
})

test('every act on a study or a participant that the trail knows has its words', () => {
  const ofStudy = /^(?:participant|fact|signature|query|source|deviation|dose|set)\./
  const others = [
    'data.frozen',
    'data.opened',
    'safety.reminded',
    'allocation.taken',
    'allocation.arm-seen',
    'allocation.unblinded',
  ]
  for (const action of Object.keys(actions)) {
    const isOfStudy = /^(?:study|data|allocation)\./.test(action)
    for (const language of ['en', 'fr'] as const) {
      const { record, runStudy } = wordsOf(language)
      if (ofStudy.test(action) || others.includes(action))
        assert.ok(action in record.history.acts, `${language} ${action}`)
      else if (isOfStudy) assert.ok(action in runStudy.trail.acts, `${language} ${action}`)
    }
  }
})
