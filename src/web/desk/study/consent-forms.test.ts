import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readConsentForms } from '../../../study/conduct/model/consent-forms.ts'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  openTestStudy,
  runNow,
  runSite,
  runStudy,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { type Form, type Visitor, visitor } from '../../../testing/visitor.ts'
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

const path = `/desk/study/${runStudy}/consent-forms`
const as = ({ cookie }: SignedIn) => ({ headers: { cookie } })
const post = (form: Form, who = team.manager) => visit.post(path, form, as(who))
const forms = () => readConsentForms(app.people.records.db, runStudy)

test('a manager keeps a text of consent and says since when a site asks by it; the team reads both', async () => {
  assert.match((await visit.get(path, as(team.coordinator))).text, /no text of consent yet/)
  const text = 'Nous acceptons <b>tout</b>.\n\nSigné'
  const added = await post({ act: 'add', name: 'parents-1', language: 'fr', text })
  assert.match(added.to, /did=added$/)
  const approval: Form = {
    act: 'approve',
    form: 'parents-1',
    site: runSite,
    from: '2026-11-10',
    reconsent: 'no',
  }
  assert.match((await post(approval)).to, /did=approved$/)
  const shown = await visit.get(`/fr${path}?did=approved`, as(team.coordinator))
  assert.match(shown.text, /Bicêtre, depuis le 2026-11-10/)
  assert.ok(!shown.text.includes('name="act"'), 'who does not run the study has no forms')
  const read = await visit.get(`${path}/parents-1?language=fr`, as(team.pharmacist))
  assert.match(read.text, /Nous acceptons &lt;b&gt;tout/)
  assert.match(read.text, /lang="fr"/)
  assert.equal((await visit.get(`${path}/parents-1?language=en`, as(team.manager))).status, 404)
})

test('what is wrong with a text or its approval is said at its field, and changes nothing', async () => {
  const before = await forms()
  const cases: readonly (readonly [Form, RegExp])[] = [
    [{ act: 'add', name: 'two words', language: 'fr', text: 'x' }, /without spaces/],
    [{ act: 'add', name: 'parents-3', language: 'fr', text: ' ' }, /Write the text/],
    [{ act: 'add', name: 'parents-1', language: 'fr', text: 'x' }, /A text never changes/],
    [
      { act: 'approve', form: '', site: runSite, from: '2026-11-10', reconsent: 'no' },
      /Choose a text/,
    ],
    [
      { act: 'approve', form: 'parents-1', site: '', from: '2026-11-10', reconsent: 'no' },
      /Choose a site/,
    ],
    [{ act: 'approve', form: 'parents-1', site: runSite, from: '2026-11-10' }, /sign again/],
    [
      { act: 'approve', form: 'parents-1', site: runSite, from: '2026-12-10', reconsent: 'no' },
      /approved at this site already/,
    ],
  ]
  for (const [form, text] of cases) {
    const answer = await post(form)
    assert.equal(answer.status, 422, JSON.stringify(form))
    assert.match(answer.text, text)
  }
  assert.equal((await post({ act: 'add', name: 'x', text: 'x' }, team.coordinator)).status, 404)
  assert.deepEqual(await forms(), before)
  await post({ act: 'add', name: 'parents-2', language: 'fr', text: 'x' })
  const second: Form = { act: 'approve', form: 'parents-2', site: runSite, reconsent: 'yes' }
  assert.match((await post({ ...second, from: '2026-11-31' })).text, /day that exists/)
  assert.match((await post({ ...second, from: '2026-11-10' })).text, /Choose a later day/)
})
