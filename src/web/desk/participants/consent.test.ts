import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { type Form, visitor, type Visitor } from '../../../testing/visitor.ts'
import { enquiryOnDesk } from '../../../testing/test-desk.ts'
import { readCase } from '../../../study/conduct/model/case.ts'
import type { NewFact } from '../../../study/conduct/model/facts.ts'
import { addConsentForm, approveConsentForm } from '../../../study/conduct/set-up/consent-forms.ts'
import { enrol } from '../../../study/conduct/record/enrol.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let team: StudyTeam

const unsigned = screenedChild().filter(({ item }) => item !== 'consentSigned')

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  visit = visitor(createSite(app), app.baseUrl)
  team = await openTestStudy(app.people.records)
  const { actor } = team.manager
  for (const name of ['parents-1', 'parents-2']) {
    const form = { study: runStudy, name, language: 'fr', text: `Texte ${name}` } as const
    await addConsentForm(app.people, actor, form, runNow)
  }
  const approval = { study: runStudy, site: runSite, name: 'parents-1', reconsent: false }
  await approveConsentForm(app.people, actor, { ...approval, from: '2026-11-10' }, runNow)
})
after(() => app.close())

const as = ({ cookie }: SignedIn) => ({ headers: { cookie } })
const read = async (id: string) => {
  const { db, keys } = app.people.records
  const found = await readCase(db, keys, id, app.now())
  assert.ok(found)
  return found
}
async function child(facts: readonly NewFact[] = unsigned): Promise<string> {
  const { records } = app.people
  const id = await enrolTestChild(records, team.coordinator)
  if (facts.length > 0) await recordTestFacts(records, team.coordinator.actor, id, facts)
  return id
}
async function post(id: string, page: string, form: Form, who = team.coordinator) {
  const seen = String((await read(id)).facts.length)
  const path = `/desk/participants/${id}/${page}`
  return visit.post(path, { form: randomUUID(), seen, ...form }, as(who))
}
const consent: Form = {
  by: 'both guardians',
  assent: 'too young',
  medium: 'paper',
  text: 'parents-1 fr',
  witness: 'independent',
  day: '2026-11-26',
  time: '09:30',
}

test('from what age a child is asked stands on the form, with whose rule it is, or that nobody said it', async () => {
  const id = await child([
    ...unsigned.filter(({ item }) => item !== 'birthDate'),
    { item: 'birthDate', value: '2016-02-01', at: '2026-11-24' },
  ])
  const form = async (language = ''): Promise<string> =>
    (await visit.get(`${language}/desk/participants/${id}/consent`, as(team.coordinator))).text
  assert.match(await form(), /Neither the protocol nor the study says from what age/)
  assert.match(await form('/fr'), /Ni le protocole ni l’étude ne disent à partir de quel âge/)
  assert.doesNotMatch(await form(), /name="assent"[^>]*checked/)
  const page = `/desk/study/${runStudy}/settings`
  const asked = await visit.get(`${page}?sets=assent+age`, as(team.manager))
  assert.match(asked.text, /name="years"/)
  const [, item = ''] =
    /<select[^>]*name="of"[\s\S]*?<option[^>]*value="([^"]+)"/.exec(asked.text) ?? []
  const set = (years: string) =>
    visit.post(
      page,
      { kind: 'assent age', of: item, years, reason: 'The law here' },
      as(team.manager),
    )
  const wrong = await set('seven')
  assert.deepEqual([wrong.status, /href="#years"/.test(wrong.text)], [422, true])
  assert.equal((await set('7')).status, 303)
  assert.match(await form(), /A child is asked from 7 years on\.[\s\S]*The law here/)
  assert.doesNotMatch(await form(), /name="assent"[^>]*checked/)
  const young = await post(id, 'consent', consent)
  assert.equal(young.status, 422)
  assert.match(young.text, /href="#assent"[\s\S]*this child was 7 or older/)
  assert.equal((await post(id, 'consent', { ...consent, assent: 'given' })).status, 303)
})

test('screening says of each criterion what it came to and what to find out; consent lets an investigator sign', async () => {
  const id = await child(unsigned.filter(({ item }) => item !== 'diabetes'))
  const path = `/desk/participants/${id}/screening`
  const open = await visit.get(path, as(team.coordinator))
  assert.equal(open.status, 200)
  assert.match(open.text, /record\?item=diabetes/)
  assert.match(open.text, /Record the consent/)
  assert.ok(!open.text.includes('Sign that this person may take part'))
  await recordTestFacts(app.people.records, team.coordinator.actor, id, [
    { item: 'diabetes', value: false, at: '2026-11-24T18:00+01:00' },
  ])
  const signed = await post(id, 'consent', consent)
  assert.equal(signed.status, 303, signed.text)
  const ready = await visit.get(path, as(team.coordinator))
  assert.match(ready.text, /An investigator of this site signs/)
  assert.match(ready.text, /Nothing may be given before/)
  const ours = await visit.get(`/fr${path}`, as(team.investigator))
  assert.match(ours.text, /signature\?meaning=eligibility/)
  const look = await visit.get(
    `/desk/participants/${id}/signature?meaning=eligibility`,
    as(team.investigator),
  )
  assert.match(look.text, /this person fits every criterion and may take part/)
  assert.match(look.text, new RegExp(team.investigator.actor.name))
  const done = await post(id, 'signature', { meaning: 'eligibility' }, team.investigator)
  assert.match(done.to, /screening\?did=signed$/)
  const shown = await visit.get(path, as(team.monitor))
  assert.match(shown.text, /Signed by/)
  assert.match(shown.text, /Thursday 26 November 2026, 10:00 \(Europe\/Paris\)/)
  const weight = (await read(id)).facts.find(({ item }) => item === 'bodyWeight')
  assert.ok(weight)
  await recordTestFacts(app.people.records, team.coordinator.actor, id, [
    {
      item: 'bodyWeight',
      value: '15.0',
      unit: 'kg',
      at: weight.at,
      corrects: weight.id,
      reason: 'x',
    },
  ])
  const void_ = await visit.get(path, as(team.monitor))
  assert.match(void_.text, /void since/)
  assert.match(void_.text, /Something that was signed changed later: Body weight/)
  const list = await visit.get(`/desk/participants/${id}/signature`, as(team.auditor))
  assert.match(list.text, /void since/)
  const file = await visit.post(
    `/desk/study/${runStudy}/data/export`,
    { participant: id, format: 'signatures' },
    as(team.auditor),
  )
  assert.match(file.text, /eligibility,investigator,investigator,2026-11-26T09:00:00\.000Z,report,/)
  assert.match(file.text, /,false,2026-11-26T09:00:00\.000Z,[0-9a-f-]{36},true/)
  assert.ok(!file.text.includes('Martin'))
})

test('a signature needs a fresh proof, an investigator of the site, every criterion, and what they saw', async () => {
  const id = await child()
  const sign = (who: SignedIn, form: Form = {}) =>
    post(id, 'signature', { meaning: 'eligibility', ...form }, who)
  for (const who of [team.coordinator, team.stranger, team.monitor])
    assert.equal((await sign(who)).status, 404)
  const refused = await sign(team.investigator)
  assert.equal(refused.status, 409)
  assert.match(refused.text, /not every criterion is met/)
  const shown = await visit.get(
    `/desk/participants/${id}/signature?meaning=eligibility`,
    as(team.investigator),
  )
  assert.match(shown.text, /not every criterion is met/)
  assert.ok(!shown.text.includes('Sign now'))
  await post(id, 'consent', consent)
  assert.match((await sign(team.investigator, { seen: '2' })).text, /Look at it again, then sign/)
  assert.equal((await sign(team.investigator, { meaning: 'love' })).status, 404)
  const later = runNow.getTime() + 16 * 60_000
  app.clock = new Date(later)
  const stale = await sign(team.investigator)
  assert.equal(stale.status, 303)
  assert.match(stale.to, /sign-in\?then=/)
  app.clock = runNow
  assert.equal((await sign(team.investigator)).status, 303)
  assert.match(
    (await sign(team.investigator, { meaning: 'data-reviewed' })).to,
    /signature\?did=signed/,
  )
})

test('what an enquiry says stands beside the criteria as hints, for who treats them alone, and is not recorded', async () => {
  const enquiry = await enquiryOnDesk(app.people.records, {
    now: runNow,
    state: 'joined',
    details: {
      age: '2 years',
      sex: 'FEMALE',
      answers: [
        { criterion: 'Diabetes mellitus', kind: 'exclusion', said: 'no', reading: 'not met' },
      ],
    },
  })
  const enrolled = await enrol(
    app.people,
    team.coordinator.actor,
    {
      study: runStudy,
      site: runSite,
      formKey: randomUUID(),
      identity: { name: 'Léa', language: 'fr', enquiry: enquiry.caseNumber },
      enquiryId: enquiry.id,
    },
    runNow,
  )
  assert.ok(enrolled.kind === 'done')
  const path = `/desk/participants/${enrolled.participantId}/screening`
  const shown = await visit.get(`${path}?did=enrolled`, as(team.coordinator))
  assert.match(shown.text, /Enrolled as 01-/)
  assert.match(shown.text, /\/dates/)
  assert.match(shown.text, /Hints only/)
  assert.match(shown.text, /Diabetes mellitus/)
  assert.ok(!(await visit.get(path, as(team.monitor))).text.includes('Hints only'))
  assert.equal((await read(enrolled.participantId)).facts.length, 0)
})

test('a consent is recorded with who signed which text, and what is wrong is said at its field', async () => {
  const id = await child([])
  const path = `/desk/participants/${id}/consent`
  const form = await visit.get(`/fr${path}`, as(team.coordinator))
  assert.match(form.text, /Noter un consentement/)
  assert.match(form.text, /value="parents-1 fr" selected/)
  assert.ok(!form.text.includes('parents-2'), 'what is not approved here is not offered')
  const wrong: readonly (readonly [Form, RegExp])[] = [
    [{ by: '' }, /Choose who signed/],
    [{ by: 'one guardian' }, /Choose why one signed alone/],
    [{ assent: '' }, /Choose whether the child agreed/],
    [{ medium: '' }, /Choose paper or screen/],
    [{ text: '' }, /Choose the text/],
    [{ text: 'parents-2 fr' }, /not approved at this site on that day: “parents-1”/],
    [{ witness: '' }, /Choose who took the consent/],
    [{ day: '2026-02-30' }, /no such day/],
    [{ time: '25:00' }, /no such time/],
    [{ time: '' }, /Write the time as well/],
    [{ day: '2026-11-27' }, /in the future/],
    [{ day: '2026-11-09' }, /No text of consent was approved/],
    [{ day: '2026-03-29', time: '02:30' }, /did not exist that day/],
    [{ day: '2026-10-25', time: '02:30' }, /showed this time twice/],
  ]
  for (const [more, text] of wrong) {
    const answer = await post(id, 'consent', { ...consent, ...more })
    assert.equal(answer.status, 422, JSON.stringify(more))
    assert.match(answer.text, text)
    assert.match(answer.text, /value="both guardians"\s+checked|value=""|one guardian/)
  }
  assert.equal((await read(id)).facts.length, 0)
  const changed = await post(id, 'consent', { ...consent, seen: '7' })
  assert.equal(changed.status, 409)
  assert.match(changed.text, /Somebody else recorded/)
  const done = await post(id, 'consent', consent)
  assert.match(done.to, /consent\?did=recorded$/)
  const shown = await visit.get(`${path}?did=recorded`, as(team.monitor))
  assert.match(shown.text, /both parents or guardians/)
  assert.match(shown.text, /parents-1, French, paper/)
  assert.match(shown.text, /day of birth/)
  assert.ok(!shown.text.includes('Record a consent'), 'a monitor reads')
  const fact = (await read(id)).facts[0]?.id ?? ''
  const correct = await visit.get(`${path}?correct=${fact}`, as(team.coordinator))
  assert.match(correct.text, /Correct this consent/)
  const noReason = await post(id, 'consent', { ...consent, correct: fact })
  assert.equal(noReason.status, 422)
  assert.match(noReason.text, /Say in a few words why/)
  const out = { act: 'take-out', fact, form: fact }
  assert.equal((await post(id, 'consent', { ...out, outReason: '' })).status, 422)
  assert.match((await post(id, 'consent', { ...out, outReason: 'Wrong child' })).to, /did=out/)
  const none = await visit.get(path, as(team.coordinator))
  assert.match(none.text, /No consent is recorded/)
})

test('somebody stops the treatment, the visits or all, at once; by mistake it is taken out again', async () => {
  const id = await child(screenedChild())
  const path = `/desk/participants/${id}/withdrawal`
  const now: Form = { day: '2026-11-26', time: '09:45', why: '' }
  assert.equal((await visit.get(path, as(team.stranger))).status, 404)
  assert.equal((await post(id, 'withdrawal', { ...now, of: 'all' }, team.monitor)).status, 404)
  const none = await post(id, 'withdrawal', now)
  assert.equal(none.status, 422)
  assert.match(none.text, /Choose what they stop/)
  const done = await post(id, 'withdrawal', { ...now, of: 'treatment', why: 'side effects' })
  assert.match(done.to, /withdrawal\?did=recorded$/)
  const shown = await visit.get(`/fr${path}`, as(team.coordinator))
  assert.match(shown.text, /le traitement, depuis le .*\(des effets indésirables\)/)
  assert.equal((await read(id)).state.nextDoses[0]?.kind, 'refuse')
  const again = await post(id, 'withdrawal', { ...now, of: 'treatment' })
  assert.match(again.text, /withdrawn before/)
  const fact = (await read(id)).facts.at(-1)?.id ?? ''
  const out = { act: 'take-out', fact, form: fact }
  const unsaid = await post(id, 'withdrawal', { ...out, [`out-${fact}`]: ' ' })
  assert.equal(unsaid.status, 422)
  const taken = await post(id, 'withdrawal', { ...out, [`out-${fact}`]: 'Another child' })
  assert.match(taken.to, /did=out/)
  assert.equal((await read(id)).state.nextDoses[0]?.kind, 'give')
})

test('where the data are locked there is no form, and what is sent is answered clearly', async () => {
  const id = await child(screenedChild())
  await app.people.records.write((tx) =>
    tx
      .insertInto('conduct_lock')
      .values({
        study: runStudy,
        seq: 1,
        kind: 'lock',
        participant_id: id,
        reason: 'test',
        snapshot_id: null,
        done_at: runNow.toISOString(),
        done_by: 'system',
      })
      .execute(),
  )
  const before = (await read(id)).facts.length
  for (const page of ['consent', 'withdrawal']) {
    const shown = await visit.get(`/desk/participants/${id}/${page}`, as(team.coordinator))
    assert.match(shown.text, /The data are locked/)
    assert.ok(!/name="seen"/.test(shown.text), page)
    const form = { ...consent, of: 'all', why: '' }
    const answer = await post(id, page, form)
    assert.equal(answer.status, 409)
    assert.match(answer.text, /The data are locked/)
  }
  assert.equal((await read(id)).facts.length, before)
  const sign = { meaning: 'eligibility' }
  assert.equal((await post(id, 'signature', sign, team.investigator)).status, 409)
})

test('without an approved text no consent can be recorded, and the page says whom to ask', async () => {
  const { records } = app.people
  await records.write((tx) => tx.deleteFrom('consent_form_site').execute())
  const id = await child([])
  const shown = await visit.get(`/desk/participants/${id}/consent`, as(team.coordinator))
  assert.match(shown.text, /No text of consent is approved at this site yet/)
  assert.equal((await post(id, 'consent', consent)).status, 422)
})
