import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { checkAudit } from '../../../people/audit/verify.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  otherRunSite,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
} from '../../../testing/test-study.ts'
import { readCase } from '../model/case.ts'
import { formInForce, readConsentForms, readConsentText } from '../model/consent-forms.ts'
import { addConsentForm, approveConsentForm, longestConsentForm } from './consent-forms.ts'

const form = {
  study: runStudy,
  name: 'parents-1',
  language: 'fr',
  text: 'Nous acceptons.',
} as const
const approval = {
  study: runStudy,
  name: 'parents-1',
  site: runSite,
  from: '2026-11-01',
  reconsent: false,
}

onEachStore(
  'a text of consent is kept word for word with its hash, and each site asks by it from its own day',
  async (records) => {
    const { manager } = await openTestStudy(records)
    const base = peopleBase(records)
    const { actor } = manager
    const text = 'Nous acceptons.\r\nSigné'
    assert.equal(await addConsentForm(base, actor, { ...form, text }, runNow), 'done')
    const english = { ...form, language: 'en', text: 'We agree.' } as const
    assert.equal(await addConsentForm(base, actor, english, runNow), 'done')
    assert.equal(await addConsentForm(base, actor, { ...form, text: 'other' }, runNow), 'known')
    assert.equal(await approveConsentForm(base, actor, approval, runNow), 'done')
    const later = { ...approval, site: otherRunSite, from: '2026-12-10' }
    assert.equal(await approveConsentForm(base, actor, later, runNow), 'done')
    const forms = await readConsentForms(records.db, runStudy)
    assert.deepEqual(forms, [
      {
        name: 'parents-1',
        texts: [
          { language: 'en', hash: hash('sha256', 'We agree.'), addedAt: runNow.toISOString() },
          {
            language: 'fr',
            hash: hash('sha256', 'Nous acceptons.\nSigné'),
            addedAt: runNow.toISOString(),
          },
        ],
        sites: [
          { site: runSite, from: '2026-11-01', reconsent: false },
          { site: otherRunSite, from: '2026-12-10', reconsent: false },
        ],
      },
    ])
    assert.equal(
      await readConsentText(records.db, runStudy, 'parents-1', 'fr'),
      'Nous acceptons.\nSigné',
    )
    assert.equal(formInForce(forms, runSite, '2026-10-31'), undefined)
    assert.equal(formInForce(forms, runSite, '2026-11-01')?.name, 'parents-1')
    assert.equal(formInForce(forms, otherRunSite, '2026-12-09'), undefined)
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'a new text makes consent due again for those who are in, and never for who took it back or has not signed',
  async (records) => {
    const { manager, coordinator, investigator } = await openTestStudy(records)
    const base = peopleBase(records)
    const { actor } = manager
    const signed = await enrolTestChild(records, coordinator)
    await recordTestFacts(records, coordinator.actor, signed, screenedChild())
    const ended = await enrolTestChild(records, coordinator, 'Hugo Petit')
    const withdrawn = { item: 'consentWithdrawn', value: 'all', at: '2026-11-26T09:00+01:00' }
    await recordTestFacts(records, investigator.actor, ended, [...screenedChild(), withdrawn])
    const untreated = await enrolTestChild(records, coordinator, 'Jade Roux')
    const treatment = { ...withdrawn, details: { of: 'treatment' } }
    await recordTestFacts(records, coordinator.actor, untreated, [...screenedChild(), treatment])
    const unsigned = await enrolTestChild(records, coordinator, 'Noé Blanc')
    for (const name of ['parents-1', 'parents-2'])
      assert.equal(await addConsentForm(base, actor, { ...form, name }, runNow), 'done')
    assert.equal(await approveConsentForm(base, actor, approval, runNow), 'done')
    const second = { ...approval, name: 'parents-2', from: '2026-11-26', reconsent: true }
    assert.equal(await approveConsentForm(base, actor, second, runNow), 'done')
    const reconsent = async (id: string) =>
      (await readCase(records.db, records.keys, id, runNow))?.state.version.reconsent
    assert.equal(await reconsent(signed), 'due')
    assert.equal(await reconsent(untreated), 'due')
    assert.equal(await reconsent(ended), 'not needed')
    assert.equal(await reconsent(unsigned), 'not needed')
  },
)

onEachStore(
  'what is wrong with a text or its day is said, and changes nothing',
  async (records) => {
    const { manager, coordinator } = await openTestStudy(records)
    const base = peopleBase(records)
    const { actor } = manager
    assert.equal(await addConsentForm(base, coordinator.actor, form, runNow), 'notYours')
    for (const name of ['', 'two words', 'é', 'x'.repeat(61)])
      assert.equal(await addConsentForm(base, actor, { ...form, name }, runNow), 'name')
    for (const text of ['', '  \n ', 'x'.repeat(longestConsentForm + 1)])
      assert.equal(await addConsentForm(base, actor, { ...form, text }, runNow), 'text')
    assert.equal(await approveConsentForm(base, actor, approval, runNow), 'unknown')
    await addConsentForm(base, actor, form, runNow)
    await addConsentForm(base, actor, { ...form, name: 'parents-2' }, runNow)
    const approve = (more: Partial<typeof approval>, who = actor) =>
      approveConsentForm(base, who, { ...approval, ...more }, runNow)
    assert.equal(await approve({}, coordinator.actor), 'notYours')
    assert.equal(await approve({ from: '2026-02-30' }), 'days')
    assert.equal(await approve({ site: 'ffffffffff' }), 'unknown')
    assert.equal(await approve({}), 'done')
    assert.equal(await approve({ from: '2026-12-01' }), 'known')
    assert.equal(await approve({ name: 'parents-2', from: '2026-11-01' }), 'earlier')
    const forms = await readConsentForms(records.db, runStudy)
    assert.equal(forms.flatMap(({ sites }) => sites).length, 1)
  },
)
