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
import type { NewFact } from '../../../study/conduct/model/facts.ts'
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

/** A child enrolled on the evening of the 24th; what follows is recorded as it happens. */
async function child(facts: readonly NewFact[] = []): Promise<string> {
  const { records } = app.people
  const then = new Date('2026-11-24T19:30:00Z')
  const id = await enrolTestChild(records, team.coordinator, 'Léa Martin', then)
  const { actor } = team.coordinator
  await recordTestFacts(records, actor, id, screenedChild(), then)
  for (const fact of facts)
    await recordTestFacts(records, actor, id, [fact], new Date(new Date(fact.at).getTime() + 1000))
  return id
}

const heat = (value: string, at: string): NewFact => ({
  item: 'temperature',
  value,
  unit: 'Cel',
  site: 'axillary',
  at,
})
const dose = (value: string, at: string): NewFact => ({ item: 'injection', value, unit: 'mg', at })

const dots = (text: string): number =>
  /class="curve-dots" d="([^"]*)"/.exec(text)?.[1]?.match(/h0/g)?.length ?? 0

async function shown(id: string, language = '', who: SignedIn = team.coordinator) {
  const { status, text } = await visit.get(`${language}/desk/participants/${id}`, as(who))
  assert.equal(status, 200)
  return text.replaceAll(/\s+/g, ' ')
}

test('one screen says who by number, age and weight, the next dose in mg and mL with its derivation, and what to do', async () => {
  const id = await child()
  const text = await shown(id)
  assert.match(text, /01-\d{3}/)
  assert.match(text, /2 years 6 months/)
  assert.match(text, /14\.0 kg on 24 November 2026, 18:00/)
  assert.match(text, />28&nbsp;mg<\/b> <span class="dose-unit">milligrams/)
  assert.match(text, /0\.1867(?:&nbsp;| )mL/)
  assert.match(text, /2 mg\/kg × 14\.0 kg = 28 mg/)
  assert.match(text, /dose 1, J1, due now/)
  assert.match(text, /No investigator’s signature holds/)
  assert.doesNotMatch(text, /Léa|Martin/)
  const french = await shown(id, '/fr')
  assert.match(french, /Prochaine dose/)
  assert.match(french, /0,1867(?:&nbsp;| )mL/)
})

test('a fever the day after the first dose raises the level, and the page says why', async () => {
  const id = await child([
    dose('28', '2026-11-25T09:00+01:00'),
    heat('38.6', '2026-11-26T08:30+01:00'),
  ])
  const text = await shown(id)
  assert.match(text, />56&nbsp;mg<\/b> <span class="dose-unit">milligrams/)
  assert.match(text, /The level changes/)
  assert.match(text, /38\.6 °C/)
})

test('a reading that is missing holds the dose and asks, with the way to record it', async () => {
  const id = await child([dose('28', '2026-11-25T09:00+01:00')])
  const text = await shown(id)
  assert.match(text, /data-kind="hold"/)
  assert.match(text, /Give nothing\./)
  assert.match(text, /A decision waits for this/)
  assert.match(text, /A dose waits for an answer: what is missing stands above\./)
  assert.match(text, /dose 2, J2, due since \d+ \w+ 2026, \d\d:\d\d/, 'its time has passed')
  assert.match(
    text,
    /class="button button-quiet"\s+href="[^"]+\/dose"/,
    'nothing is to be given now',
  )
  assert.match(text, new RegExp(`/desk/participants/${id}/record\\?item=temperature`))
  const early = await child([dose('28', '2026-11-26T09:30+01:00')])
  assert.match(await shown(early), /dose 2, J2, due 27 November 2026, 09:30/)
  assert.doesNotMatch(await shown(early), /A dose waits for an answer/, 'it is due tomorrow')
})

test('who signed is said in the language of the page, and a consent that is missing leads to its form', async () => {
  const consent: NewFact = {
    item: 'consentSigned',
    value: 'both guardians',
    at: '2026-11-24T20:10+01:00',
  }
  const signed = await shown(await child([consent]), '/fr')
  assert.match(signed, /les deux parents ou tuteurs/)
  assert.doesNotMatch(signed, /both guardians/)
  const { records } = app.people
  const then = new Date('2026-11-24T19:30:00Z')
  const id = await enrolTestChild(records, team.coordinator, 'Noé Martin', then)
  const text = await shown(id)
  assert.match(
    text,
    new RegExp(`Consent signed\\.? <b>[^<]*</b> <a href="/desk/participants/${id}/consent"`),
  )
  assert.match(text, /A dose waits for an answer/)
  assert.doesNotMatch(text, /Nothing is due/)
})

test('temperatures are drawn as one picture with doses and levels above them, and stand in a table', async () => {
  const id = await child([
    heat('38.9', '2026-11-25T02:00+01:00'),
    dose('28', '2026-11-25T09:00+01:00'),
    { ...heat('101.5', '2026-11-26T08:30+01:00'), unit: '[degF]' },
  ])
  const text = await shown(id)
  assert.match(
    text,
    /role="img" aria-label="Temperature curve: 3 readings; above it the doses and their levels: 1 dose\./,
  )
  assert.equal(dots(text), 3)
  assert.equal(text.match(/class="curve-dose"/g)?.length, 1)
  assert.match(text, /101\.5 °F, axillary/)
  assert.match(text, /Dose 1 \(J1\)/)
})

test('what is beyond plausible is asked about, and neither weight nor curve is drawn from it', async () => {
  const id = await child([
    { item: 'bodyWeight', value: '300', unit: 'kg', at: '2026-11-25T08:00+01:00' },
    heat('3.86', '2026-11-26T08:30+01:00'),
  ])
  const text = await shown(id)
  assert.match(text, /14\.0 kg on 24 November/)
  assert.equal(dots(text), 1)
  assert.match(text, /The value is not plausible: Body weight/)
})

test('who may read and not record sees the same without forms; another site sees nothing', async () => {
  const id = await child()
  for (const who of [team.monitor, team.auditor, team.manager]) {
    const text = await shown(id, '', who)
    assert.match(text, />28&nbsp;mg<\/b> <span class="dose-unit">milligrams/)
    assert.doesNotMatch(text, /\/record|Give or record/)
  }
  assert.match(await shown(id, '', team.pharmacist), new RegExp(`/desk/participants/${id}/dose"`))
  for (const who of [team.stranger, team.statistician])
    assert.equal((await visit.get(`/desk/participants/${id}`, as(who))).status, 404)
})

test('a query of a monitor about a value is asked from its page, and the site sees that it waits', async () => {
  const id = await child([heat('38.9', '2026-11-25T02:00+01:00')])
  const link = /\/facts\/([0-9a-f-]{36})"[^>]*> Body temperature/.exec(await shown(id))?.[1] ?? ''
  const page = await visit.get(`/desk/participants/${id}/facts/${link}`, as(team.monitor))
  assert.match(page.text, new RegExp(`queries\\?fact=${link}`))
  const form = await visit.get(`/desk/participants/${id}/queries?fact=${link}`, as(team.monitor))
  const key = /name="form"\s+value="([^"]*)"/.exec(form.text)?.[1] ?? ''
  const asked = { form: key, about: `fact:${link}`, text: 'Is it axillary?', step: 'open' }
  const sent = await visit.post(`/desk/participants/${id}/queries`, asked, as(team.monitor))
  assert.equal(sent.status, 303, sent.text.slice(0, 2000))
  assert.match(await shown(id), /Queries by people: 1 to answer, 0 answered/)
})
