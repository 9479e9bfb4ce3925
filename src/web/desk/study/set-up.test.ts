import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { siteId } from '../../../finder/registry/site-id.ts'
import { readStudyRun } from '../../../study/conduct/model/run.ts'
import { keepSite } from '../../../study/conduct/set-up/open-run.ts'
import { signedIn, type SignedIn } from '../../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
  shippedVersion,
} from '../../../testing/test-study.ts'
import { type Answer, type Form, type Visitor, visitor } from '../../../testing/visitor.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let manager: SignedIn
let coordinator: SignedIn

const path = `/desk/study/${runStudy}`

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  visit = visitor(createSite(app), app.baseUrl)
  const { records } = app.people
  const at = { study: runStudy, site: null } as const
  manager = await signedIn(records, [{ role: 'manager', ...at }], 'manager@example.org', runNow)
  coordinator = await signedIn(
    records,
    [{ role: 'coordinator', study: runStudy, site: runSite }],
    'coordinator@example.org',
    runNow,
  )
})
after(() => app.close())

const get = (way: string, who = manager): Promise<Answer> =>
  visit.get(way, { headers: { cookie: who.cookie } })
const post = (way: string, form: Form, who = manager): Promise<Answer> =>
  visit.post(way, form, { headers: { cookie: who.cookie } })

/** What a page is for, so that a fault shows no more than that. */
function mainOf({ text }: Answer): string {
  const [, main = text] = /<main[^>]*>([^]*)<\/main>/.exec(text) ?? []
  return main.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')
}

async function sendDocument(text: string): Promise<Answer> {
  const form = new FormData()
  form.set('document', new File([text], 'protocol.json'))
  const headers = { cookie: manager.cookie, origin: app.baseUrl }
  return visit.send(`${path}/versions`, { body: form }, { headers, from: '127.0.0.1' })
}

test('a study is led from nothing to its first participant by its manager, on its own pages', async () => {
  assert.match(mainOf(await get(path, coordinator)), /not run here yet/)
  assert.equal((await get(`${path}/sites`)).to, path)
  const wrong = await post(path, { timeZone: 'Paris' })
  assert.equal(wrong.status, 422)
  assert.match(mainOf(wrong), /no time zone/)
  assert.equal((await post(path, { timeZone: 'Europe/Paris', confirmed: 'yes' })).status, 303)
  assert.match(mainOf(await get(`${path}?did=begun`)), /Add its first site/)
  const site = {
    site: siteId({ facility: 'Bicêtre Hospital', city: 'Le Kremlin-Bicêtre', country: 'France' }),
    number: '01',
    timeZone: 'Europe/Paris',
    approvedFrom: '2026-11-01',
    approvedUntil: '',
  }
  for (const [bad, said] of [
    [{ number: '1' }, /two or three digits/],
    [{ timeZone: 'CET+1' }, /no time zone/],
    [{ approvedFrom: '2026-02-30' }, /days that exist/],
    [{ site: '' }, /Choose a site/],
  ] as const) {
    const refused = await post(`${path}/sites`, { ...site, ...bad })
    assert.equal(refused.status, 422)
    assert.match(mainOf(refused), said)
  }
  assert.equal((await post(`${path}/sites`, site)).status, 303)
  const byHand = {
    site: '',
    facility: 'Hôpital Test',
    city: 'Lyon',
    country: 'France',
    number: '02',
  }
  assert.equal((await post(`${path}/sites`, { ...site, ...byHand })).status, 303)
  assert.match(mainOf(await get(`${path}/sites`)), /02 · Hôpital Test/)
  const kept = await keepSite(
    app.people,
    manager.actor,
    runStudy,
    { ...site, site: runSite, number: '03', name: 'Bicêtre', approvedUntil: null },
    runNow,
  )
  assert.equal(kept, 'done')
  assert.equal((await post(`${path}/versions`, { shipped: 'listing' })).status, 303)
  const asked = `version=listing&site=${runSite}&from=2026-11-01`
  assert.match(mainOf(await get(`${path}/switch?${asked}`)), /first version there/)
  const first = { version: 'listing', site: runSite, from: '2026-11-01' }
  assert.equal((await post(`${path}/switch`, first)).status, 303)
  assert.match(mainOf(await get(path)), /listing \(2026-11-01\)/)
  assert.ok(await enrolTestChild(app.people.records, coordinator))
})

test('a document that is sent is kept only where nothing is wrong with it, and each fault is named with its place', async () => {
  const document = shippedVersion('report')
  for (const [text, said] of [
    ['', /Choose a file first/],
    ['{ not json', /line 1/],
    [JSON.stringify({ ...document, version: '' }), /version/],
    [
      JSON.stringify({ ...document, visits: [{ ...document.visits[0], items: ['nothing'] }] }),
      /visits\[0\]/,
    ],
    [JSON.stringify({ ...document, study: 'NCT01844518' }), /of NCT01844518/],
  ] as const) {
    const refused = await sendDocument(text)
    assert.equal(refused.status, 422, text.slice(0, 40))
    assert.match(mainOf(refused), said)
    assert.match(mainOf(refused), /was not kept/)
  }
  const run = await readStudyRun(app.people.records.db, runStudy)
  assert.equal(run?.versions.length, 1)
  assert.equal((await sendDocument(' '.repeat(4 * 1024 * 1024 + 100 * 1024))).status, 413)
  assert.equal((await sendDocument(JSON.stringify(document))).status, 303)
  assert.match((await sendDocument(JSON.stringify(document))).text, /is here already/)
  const kept = await get(`${path}/versions/report`)
  assert.deepEqual(JSON.parse(kept.text), JSON.parse(JSON.stringify(document)))
  assert.equal((await get(`${path}/versions/none`)).status, 404)
})

test('an amendment is decided and looked at before it is switched on, and says whom it changes', async () => {
  const { records } = app.people
  const child = await enrolTestChild(records, coordinator, 'Zoé Petit')
  await recordTestFacts(records, coordinator.actor, child, screenedChild())
  const asked = `version=report&site=${runSite}&from=2026-11-27`
  const undecided = await get(`${path}/switch?${asked}`)
  assert.match(mainOf(undecided), /What the document does not say/)
  assert.doesNotMatch(mainOf(undecided), /03-002/)
  const looked = await get(`${path}/switch?${asked}&appliesTo=everybody&reconsent=yes`)
  assert.match(mainOf(looked), /03-002/)
  assert.match(mainOf(looked), /On another version: 2\. New consent due: 1\./)
  assert.doesNotMatch(mainOf(looked), /Zoé/)
  const french = await get(`/fr${path}/switch?${asked}&appliesTo=everybody&reconsent=yes`)
  assert.match(mainOf(french), /À une autre version : 2/u)
  const form = {
    version: 'report',
    site: runSite,
    from: '2026-11-27',
    appliesTo: 'everybody',
    reconsent: 'yes',
  }
  const noReason = await post(`${path}/switch`, { ...form, reason: '' })
  assert.equal(noReason.status, 422)
  assert.match(mainOf(noReason), /Write why/)
  assert.equal((await post(`${path}/switch`, { ...form, reason: 'Approved' })).status, 303)
  const twice = await post(`${path}/switch`, { ...form, reason: 'Approved' })
  assert.equal(twice.status, 422)
  assert.match(mainOf(twice), /by this version already/)
  assert.match(mainOf(await get(`${path}/versions?did=switched`)), /those already in sign again/)
})

test('what the versions leave open is set by the study with a reason, and ended; what they state is refused', async () => {
  assert.match(mainOf(await get(`${path}/settings?sets=rounding`)), /Rounding of a dose/)
  const form = {
    kind: 'rounding',
    of: 'anakinra',
    amount: '5',
    unit: 'mg',
    mode: 'down',
    reason: '',
  }
  const why = await post(`${path}/settings`, form)
  assert.equal(why.status, 422)
  assert.match(mainOf(why), /Write why/)
  const bad = await post(`${path}/settings`, { ...form, amount: 'five', reason: 'Pharmacy' })
  assert.match(mainOf(bad), /cannot be read/)
  assert.equal((await post(`${path}/settings`, { ...form, reason: 'Pharmacy' })).status, 303)
  const twice = await post(`${path}/settings`, { ...form, reason: 'Pharmacy' })
  assert.match(mainOf(twice), /set already/)
  const set = await get(`${path}/settings?did=set`)
  assert.match(mainOf(set), /Set by NCT02390596|NCT02390596/)
  const [, id = ''] = /name="end"\s+value="([^"]+)"/.exec(set.text) ?? []
  assert.equal((await post(`${path}/settings`, { end: id, [`why-${id}`]: '' })).status, 422)
  assert.equal((await post(`${path}/settings`, { end: id, [`why-${id}`]: 'Wrong' })).status, 303)
  assert.match(mainOf(await get(`${path}/settings`)), /Ended on 2026-11-26/)
  assert.match(mainOf(await get(`/fr${path}/settings`)), /Terminé le 2026-11-26/)
})

test('who does not manage the whole study reads its pages and changes nothing', async () => {
  for (const way of ['', '/sites', '/versions', '/settings', '/consent-forms']) {
    const page = await get(`${path}${way}`, coordinator)
    assert.equal(page.status, 200)
    assert.doesNotMatch(mainOf(page), /<form[^>]*action="\/desk\/study/)
    assert.equal((await post(`${path}${way}`, {}, coordinator)).status, 404)
    assert.match(mainOf(await get(`/fr${path}${way}`)), /L’étude/u)
  }
  assert.equal((await get(`${path}/switch`, coordinator)).status, 404)
  assert.equal((await get('/desk/study/NCT01844518', coordinator)).status, 404)
})
