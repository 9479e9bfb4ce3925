import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { type DeskGiven, enquiryOnDesk } from '../../../testing/test-desk.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  openTestStudy,
  otherRunSite,
  runNow,
  runSite,
  runStudy,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { type Form, visitor, type Visitor } from '../../../testing/visitor.ts'
import { readIdentity, readParticipant } from '../../../study/conduct/model/participant.ts'
import { keepSite } from '../../../study/conduct/set-up/open-run.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let team: StudyTeam

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  visit = visitor(createSite(app), app.baseUrl)
  team = await openTestStudy(app.people.records)
})
after(() => app.close())

const as = ({ cookie }: SignedIn) => ({ headers: { cookie } })
const put = (given: Partial<DeskGiven> = {}) =>
  enquiryOnDesk(app.people.records, { now: app.now(), state: 'invited', ...given })
const fields: Form = { name: 'Léa Martin', language: 'fr', place: `${runStudy}.${runSite}` }
let forms = 0
const formKey = (): string => `00000000-0000-4000-8000-${String((forms += 1)).padStart(12, '0')}`
const post = (who: SignedIn, form: Form, path = '/desk/participants/new') =>
  visit.post(path, { form: formKey(), ...form }, as(who))
const count = async (): Promise<number> => {
  const rows = app.people.records.db.selectFrom('participant').select('id')
  return (await rows.execute()).length
}
const idIn = (to: string): string => /participants\/([0-9a-f-]{36})/.exec(to)?.[1] ?? ''

test('a coordinator enrols from an enquiry: what it says is filled in, and nothing is asked twice', async () => {
  const enquiry = await put({
    details: { who: 'parent', name: 'Anne Martin', phone: '06 12 34 56 78' },
    email: 'anne@example.org',
  })
  const shown = await visit.get(`/desk/enquiries/${enquiry.id}`, as(team.coordinator))
  assert.match(shown.text, new RegExp(`/desk/participants/new\\?enquiry=${enquiry.id}`))
  const path = `/desk/participants/new?enquiry=${enquiry.id}`
  const form = await visit.get(path, as(team.coordinator))
  assert.equal(form.status, 200)
  assert.match(form.text, new RegExp(enquiry.caseNumber))
  assert.match(form.text, /Anne Martin/)
  assert.match(form.text, /value="anne@example\.org"/)
  assert.match(form.text, /value="06 12 34 56 78"/)
  const done = await post(team.coordinator, { ...fields, enquiry: enquiry.id, phone: '06' })
  assert.equal(done.status, 303, done.text)
  assert.match(done.to, /\/screening\?did=enrolled$/)
  const { records } = app.people
  const participant = await readParticipant(records.db, records.keys, idIn(done.to))
  assert.ok(participant)
  assert.equal(participant.facts, 0, 'nothing is recorded by itself')
  assert.deepEqual(await readIdentity(records.db, participant), {
    name: 'Léa Martin',
    phone: '06',
    language: 'fr',
    enquiry: enquiry.caseNumber,
  })
  const twice = await visit.get(path, as(team.coordinator))
  assert.equal(twice.status, 409)
  assert.match(twice.text, new RegExp(participant.number))
  const again = await post(team.coordinator, { ...fields, enquiry: enquiry.id })
  assert.equal(again.status, 409)
  const after = await visit.get(`/desk/enquiries/${enquiry.id}`, as(team.coordinator))
  assert.match(after.text, new RegExp(`Enrolled as ${participant.number}`))
})

test('somebody new is enrolled in French, and the same form twice enrols once', async () => {
  const form = await visit.get('/fr/desk/participants/new', as(team.investigator))
  assert.match(form.text, /Inclure un participant/)
  const key = formKey()
  const before = await count()
  for (const _ of [1, 2]) {
    const done = await post(
      team.investigator,
      { ...fields, form: key },
      '/fr/desk/participants/new',
    )
    assert.equal(done.status, 303)
  }
  assert.equal(await count(), before + 1)
})

test('what is wrong with the form is said at its field, keeps what was typed, and enrols nobody', async () => {
  const before = await count()
  const wrong = async (form: Form, text: RegExp) => {
    const answer = await post(team.coordinator, { ...fields, ...form })
    assert.equal(answer.status, 422)
    assert.match(answer.text, text)
    return answer.text
  }
  await wrong({ name: ' ' }, /Write the name/)
  await wrong({ place: '' }, /Choose a site/)
  await wrong({ place: `${runStudy}.${otherRunSite}` }, /Choose a site/)
  await wrong({ email: 'not an address' }, /no e-mail address/)
  await wrong({ name: 'x'.repeat(301) }, /At most 300/)
  const kept = await wrong({ name: '', contact: '<b>Anne</b>' }, /&lt;b&gt;Anne/)
  assert.ok(!kept.includes('<b>Anne'))
  assert.equal(await count(), before)
})

test('an enquiry that is not invited yet, of another site or gone is answered clearly', async () => {
  const early = await put({ state: 'contacted' })
  const path = (id: string) => `/desk/participants/new?enquiry=${id}`
  const notYet = await visit.get(path(early.id), as(team.coordinator))
  assert.equal(notYet.status, 409)
  assert.match(notYet.text, /Not from this enquiry yet/)
  const shown = await visit.get(`/desk/enquiries/${early.id}`, as(team.coordinator))
  assert.ok(!shown.text.includes('participants/new'))
  const before = await count()
  assert.equal((await post(team.coordinator, { ...fields, enquiry: early.id })).status, 409)
  assert.equal((await visit.get(path(early.id), as(team.stranger))).status, 404)
  assert.equal((await post(team.stranger, { ...fields, enquiry: early.id })).status, 404)
  assert.equal((await visit.get(path('nothing'), as(team.coordinator))).status, 404)
  assert.equal(await count(), before)
})

test('a site whose approval has ended enrols nobody and says so', async () => {
  const { actor } = team.manager
  const place = { site: runSite, number: '01', name: 'Bicêtre', timeZone: 'Europe/Paris' }
  const until = (approvedUntil: string | null) =>
    keepSite(
      app.people,
      actor,
      runStudy,
      { ...place, approvedFrom: '2026-11-01', approvedUntil },
      app.now(),
    )
  await until('2026-11-20')
  const shown = await visit.get('/desk/participants/new', as(team.coordinator))
  assert.equal(shown.status, 409)
  assert.match(shown.text, /the approval has not begun, or has ended/)
  const answer = await post(team.coordinator, fields)
  assert.equal(answer.status, 409)
  assert.match(answer.text, /may not enrol today/)
  await until(null)
})

test('who may not enrol anywhere is told how it would be', async () => {
  for (const who of [team.monitor, team.pharmacist, team.manager, team.statistician]) {
    const shown = await visit.get('/desk/participants/new', as(who))
    assert.equal(shown.status, 404)
    assert.match(shown.text, /You cannot enrol anybody/)
    assert.equal((await post(who, fields)).status, 404)
  }
})

test('who a participant is stands on one page, is put right there, and a request for erasure is noted', async () => {
  const done = await post(team.coordinator, { ...fields, contact: 'Anne Martin' })
  const id = idIn(done.to)
  const path = `/desk/participants/${id}/identity`
  for (const who of [team.stranger, team.monitor, team.manager, team.pharmacist])
    assert.equal((await visit.get(path, as(who))).status, 404)
  const shown = await visit.get(path, as(team.investigator))
  assert.match(shown.text, /Léa Martin/)
  const seen = /name="seen" value="(\w+)"/.exec(shown.text)?.[1] ?? ''
  const change = (name: string, more: Form = {}) =>
    visit.post(path, { ...fields, seen, name, ...more }, as(team.coordinator))
  assert.equal((await change('')).status, 422)
  assert.match((await change('Léa Roux')).to, /did=kept/)
  const late = await change('Léa Blanc')
  assert.equal(late.status, 409)
  assert.match(late.text, /Somebody else changed this page/)
  const after = await visit.get(path, as(team.coordinator))
  assert.match(after.text, /Léa Roux/)
  assert.match(after.text, /What was put right/)
  const asked = await visit.post(path, { act: 'erasure' }, as(team.coordinator))
  assert.equal(asked.status, 303)
  const noted = await visit.get(`/fr${path}`, as(team.coordinator))
  assert.match(noted.text, /a demandé à être effacée le jeudi 26 novembre 2026/)
  const open = await visit.get(`/desk/participants/${id}`, as(team.coordinator))
  assert.ok(!open.text.includes('Léa'), 'only the page of identity names them')
})
