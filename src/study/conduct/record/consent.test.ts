import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { checkAudit } from '../../../people/audit/verify.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
} from '../../../testing/test-study.ts'
import { consentsOf, ownConsent } from '../derived/own-consent.ts'
import { readCase } from '../model/case.ts'
import { addConsentForm, approveConsentForm } from '../set-up/consent-forms.ts'
import { recordConsent } from './consent.ts'
import { keepSite } from '../set-up/open-run.ts'
import { makeSetting } from '../set-up/settings.ts'
import type { ConsentProblemCode, TypedConsent, TypedReplacement } from './typed-consent.ts'
import { takeOutSigned } from './withdraw.ts'

/** Everything that was found of the child but the consent. */
const unsigned = screenedChild().filter(({ item }) => item !== 'consentSigned')

async function ready(records: Records, facts = unsigned) {
  const team = await openTestStudy(records)
  const base = peopleBase(records)
  const { actor } = team.manager
  for (const name of ['parents-1', 'parents-2'])
    for (const language of ['en', 'fr'] as const) {
      const text = `${name} ${language}`
      await addConsentForm(base, actor, { study: runStudy, name, language, text }, runNow)
    }
  const approve = (name: string, from: string, reconsent = false) =>
    approveConsentForm(
      base,
      actor,
      { study: runStudy, site: runSite, name, from, reconsent },
      runNow,
    )
  assert.equal(await approve('parents-1', '2026-11-10'), 'done')
  const id = await enrolTestChild(records, team.coordinator)
  if (facts.length > 0) await recordTestFacts(records, team.coordinator.actor, id, facts)
  const read = async (now = runNow) => {
    const found = await readCase(records.db, records.keys, id, now)
    assert.ok(found)
    return found
  }
  const sign = async (
    more: Partial<TypedConsent> = {},
    { now = runNow, replaced }: { now?: Date; replaced?: TypedReplacement } = {},
  ) => {
    const typed: TypedConsent = {
      by: 'both guardians',
      whyOne: '',
      assent: 'too young',
      medium: 'paper',
      form: 'parents-1 fr',
      witness: `account/${team.investigator.actor.accountId}`,
      at: { day: '2026-11-26', time: '09:30', offset: '' },
      ...more,
    }
    const ask = { id, formKey: randomUUID(), seen: (await read(now)).facts.length }
    return recordConsent(base, team.coordinator.actor, ask, typed, now, replaced)
  }
  return { ...team, base, id, approve, read, sign }
}

/** The codes of what was wrong; `done` where nothing was. */
function codesOf(outcome: Awaited<ReturnType<typeof recordConsent>>): readonly string[] {
  if (outcome.kind !== 'refused') return [outcome.kind]
  return outcome.problem.map(({ code }) => code)
}

onEachStore(
  'where the approval of the site has ended nobody new signs, and who signed before may sign again',
  async (records) => {
    const { sign, base, manager, read } = await ready(records)
    const closeOn = async (approvedUntil: string | null): Promise<void> => {
      const site = (await read()).run.sites.find((one) => one.site === runSite)
      assert.ok(site)
      const kept = await keepSite(base, manager.actor, runStudy, { ...site, approvedUntil }, runNow)
      assert.equal(kept, 'done')
    }
    await closeOn('2026-11-25')
    const before = await read()
    assert.deepEqual(codesOf(await sign()), ['siteNotApproved'])
    assert.deepEqual((await read()).facts, before.facts)
    // What was signed while it was approved may still be written down.
    const earlier = { at: { day: '2026-11-25', time: '09:30', offset: '' } }
    assert.deepEqual(codesOf(await sign(earlier)), ['done'])
    assert.deepEqual(codesOf(await sign()), ['done'])
  },
)

onEachStore(
  'a consent says who signed which text, on what, when and before whom, and lets the child take part',
  async (records) => {
    const { sign, read, investigator } = await ready(records)
    assert.equal((await read()).state.eligibility.answer, 'unknown')
    const signed = await sign()
    assert.ok(signed.kind === 'done', JSON.stringify(signed))
    const [fact] = signed.recorded
    assert.equal(fact?.value, 'both guardians')
    assert.equal(fact?.at, '2026-11-26T09:30+01:00')
    const form = records.db.selectFrom('consent_form').select('hash').where('language', '=', 'fr')
    const text = await form.where('name', '=', 'parents-1').executeTakeFirstOrThrow()
    assert.deepEqual(fact?.details, {
      by: 'both guardians',
      medium: 'paper',
      form: 'parents-1',
      language: 'fr',
      hash: text.hash,
      witness: `account/${investigator.actor.accountId}`,
      assent: 'too young',
    })
    assert.equal(signed.after.state.eligibility.answer, 'yes')
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore('one guardian signs alone only with the reason', async (records) => {
  const { sign } = await ready(records)
  assert.deepEqual(codesOf(await sign({ by: 'one guardian' })), ['whyOne'])
  const alone = await sign({
    by: 'one guardian',
    whyOne: 'sole authority',
    assent: 'given',
    medium: 'screen',
    witness: 'independent',
  })
  assert.ok(alone.kind === 'done')
  assert.equal(alone.recorded[0]?.details?.['why'], 'sole authority')
})

onEachStore(
  'a consent without its parts, by a wrong text, or at a moment that cannot be, is refused and changes nothing',
  async (records) => {
    const { sign, read, approve, pharmacist } = await ready(records)
    const at = (day: string, time = '09:30') => ({ at: { day, time, offset: '' } })
    const cases: readonly (readonly [Partial<TypedConsent>, ConsentProblemCode])[] = [
      [{ by: '' }, 'by'],
      [{ by: 'the neighbour' }, 'by'],
      [{ assent: '' }, 'assent'],
      [{ medium: 'stone' }, 'medium'],
      [{ form: '' }, 'form'],
      [{ form: 'parents-1 de' }, 'form'],
      [{ form: 'parents-2 fr' }, 'notApproved'],
      [{ witness: '' }, 'witness'],
      [{ witness: `account/${pharmacist.actor.accountId}` }, 'witness'],
      [at(''), 'noMoment'],
      [at('2026-11-31'), 'noSuchDay'],
      [at('yesterday'), 'notADay'],
      [at('2026-11-26', '25:00'), 'noSuchTime'],
      [at('2026-11-26', ''), 'noTime'],
      [at('2026-11-27'), 'future'],
      [at('2024-05-09'), 'beforeBirth'],
      [at('2026-11-09'), 'noForm'],
      [{ by: 'participant' }, 'minor'],
    ]
    const before = await read()
    for (const [more, code] of cases) {
      const codes = codesOf(await sign(more))
      assert.ok(codes.includes(code), `${JSON.stringify(more)}: ${codes.join()}`)
    }
    assert.equal((await read()).facts.length, before.facts.length)
    assert.equal(await approve('parents-2', '2026-11-20'), 'done')
    assert.deepEqual(codesOf(await sign()), ['olderForm'])
    // Before the newer text was approved the older one was right.
    assert.deepEqual(codesOf(await sign(at('2026-11-19'))), ['done'])
  },
)

onEachStore(
  'a time that the clocks of the site skip or show twice is asked about',
  async (records) => {
    const { sign } = await ready(records, [])
    const day = (text: string, time: string, offset = '') => ({
      at: { day: text, time, offset },
    })
    const spring = new Date('2027-11-26T09:00:00Z')
    assert.deepEqual(codesOf(await sign(day('2027-03-28', '02:30'), { now: spring })), ['skipped'])
    const twice = await sign(day('2027-10-31', '02:30'), { now: spring })
    assert.ok(twice.kind === 'refused')
    assert.deepEqual(twice.problem, [
      { code: 'twice', field: 'offset', offsets: ['+02:00', '+01:00'] },
    ])
    const told = await sign(day('2027-10-31', '02:30', '+01:00'), { now: spring })
    assert.ok(told.kind === 'done')
    assert.equal(told.recorded[0]?.at, '2027-10-31T02:30+01:00')
  },
)

onEachStore(
  'a new text asks to sign again; the earlier consent stays, and a consent by the new text settles it',
  async (records) => {
    const { sign, read, approve } = await ready(records)
    await sign({ at: { day: '2026-11-25', time: '18:00', offset: '' } })
    assert.equal(await approve('parents-2', '2026-11-26', true), 'done')
    assert.equal((await read()).state.version.reconsent, 'due')
    const again = await sign({ form: 'parents-2 fr' })
    assert.ok(again.kind === 'done', JSON.stringify(again))
    assert.equal(again.after.state.version.reconsent, 'done')
    assert.deepEqual(
      consentsOf(again.after).map(({ details }) => details?.['form']),
      ['parents-1', 'parents-2'],
    )
  },
)

onEachStore(
  'who signs between a decision and its day is asked to sign again from that day on',
  async (records) => {
    const { sign, read, approve } = await ready(records)
    assert.equal(await approve('parents-2', '2026-12-01', true), 'done')
    const signed = await sign()
    assert.ok(signed.kind === 'done')
    assert.equal(signed.recorded.length, 2)
    assert.equal(signed.after.state.version.reconsent, 'not needed')
    assert.equal((await read(new Date('2026-12-01T08:00:00Z'))).state.version.reconsent, 'due')
  },
)

onEachStore(
  'from the age on that the study has set no child is too young to be asked; without it people decide',
  async (records) => {
    const birth = { item: 'birthDate', value: '2019-11-26', at: '2026-11-24' }
    const { sign, base, manager } = await ready(records, [birth])
    const day = (text: string) => ({ at: { day: text, time: '09:30', offset: '' } })
    assert.deepEqual(codesOf(await sign(day('2026-11-26'))), ['done'])
    const set = (years: number, item = 'consentSigned') => {
      const setting = { sets: 'assent age', item, years } as const
      return makeSetting(
        base,
        manager.actor,
        { study: runStudy, setting, reason: 'The law' },
        runNow,
      )
    }
    for (const years of [0, 18, 6.5]) assert.equal(await set(years), 'wrong', String(years))
    assert.equal(await set(7, 'temperature'), 'wrong')
    assert.equal(await set(7), 'done')
    assert.equal(await set(8), 'twice')
    // Seven on the day itself, and not the day before.
    assert.deepEqual(codesOf(await sign(day('2026-11-26'))), ['assentAge'])
    assert.deepEqual(codesOf(await sign(day('2026-11-25'))), ['done'])
    for (const assent of ['given', 'unable'])
      assert.deepEqual(codesOf(await sign({ ...day('2026-11-26'), assent })), ['done'])
  },
)

onEachStore(
  'a child who has come of age since is asked for consent of their own, and guardians sign no more for them',
  async (records) => {
    const birth = { item: 'birthDate', value: '2008-11-26', at: '2026-11-24' }
    const { sign, read } = await ready(records, [birth])
    const day = (text: string) => ({ at: { day: text, time: '09:30', offset: '' } })
    assert.equal(ownConsent(await read()), 'not needed', 'nobody consented yet')
    assert.deepEqual(codesOf(await sign(day('2026-11-25'))), ['done'])
    assert.equal(ownConsent(await read()), 'due')
    const eve = new Date('2026-11-25T22:00:00Z')
    assert.equal(ownConsent(await read(eve)), 'not needed')
    assert.equal(
      ownConsent(await read(new Date('2026-11-25T23:00:00Z'))),
      'due',
      'midnight in Paris',
    )
    assert.deepEqual(codesOf(await sign(day('2026-11-26'))), ['adult'])
    assert.deepEqual(codesOf(await sign({ by: 'legal guardian', assent: 'unable' })), ['done'])
    assert.equal(ownConsent(await read()), 'due')
    assert.deepEqual(codesOf(await sign({ by: 'participant', assent: '' })), ['done'])
    assert.equal(ownConsent(await read()), 'given')
  },
)

onEachStore(
  'whether consent of their own is due is not known without a day of birth',
  async (records) => {
    const { sign, read } = await ready(records, [])
    await sign()
    assert.equal(ownConsent(await read()), 'unknown')
  },
)

onEachStore(
  'a consent that was recorded wrongly is replaced or taken out with a reason, and stays to read',
  async (records) => {
    const { sign, read, base, coordinator, id } = await ready(records)
    const first = await sign({ at: { day: '2026-11-25', time: '18:00', offset: '' } })
    assert.ok(first.kind === 'done')
    const wrong = first.recorded[0]?.id ?? ''
    assert.deepEqual(codesOf(await sign({}, { replaced: { fact: wrong, reason: ' ' } })), [
      'noReason',
    ])
    const replaced = { fact: wrong, reason: 'The other day' }
    const right = await sign({}, { replaced })
    assert.ok(right.kind === 'done')
    assert.deepEqual(codesOf(await sign({}, { replaced })), ['corrected'], 'once')
    assert.equal(consentsOf(right.after).length, 1)
    assert.ok(right.after.facts.some((fact) => fact.id === wrong))
    const takeOut = async (fact: string) =>
      takeOutSigned(
        base,
        coordinator.actor,
        { id, formKey: randomUUID(), seen: (await read()).facts.length },
        { role: 'consent', fact, reason: 'Of another child' },
        runNow,
      )
    assert.deepEqual(codesOf(await takeOut(randomUUID())), ['corrected'])
    const gone = await takeOut(right.recorded[0]?.id ?? '')
    assert.ok(gone.kind === 'done')
    assert.deepEqual(consentsOf(gone.after), [])
    assert.notEqual(gone.after.state.eligibility.answer, 'yes')
  },
)

onEachStore(
  'the same form twice records one consent, and who may not records none',
  async (records) => {
    const { base, id, coordinator, stranger, monitor, read } = await ready(records)
    const typed: TypedConsent = {
      by: 'both guardians',
      whyOne: '',
      assent: 'too young',
      medium: 'paper',
      form: 'parents-1 en',
      witness: 'independent',
      at: { day: '2026-11-26', time: '9:30', offset: '' },
    }
    const ask = { id, formKey: randomUUID(), seen: (await read()).facts.length }
    for (const { actor } of [stranger, monitor])
      assert.equal((await recordConsent(base, actor, ask, typed, runNow)).kind, 'gone')
    for (const _ of [1, 2])
      assert.equal((await recordConsent(base, coordinator.actor, ask, typed, runNow)).kind, 'done')
    assert.equal(consentsOf(await read()).length, 1)
    const other = { ...ask, formKey: randomUUID() }
    assert.equal(
      (await recordConsent(base, coordinator.actor, other, typed, runNow)).kind,
      'changed',
    )
  },
)
