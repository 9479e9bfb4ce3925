import assert from 'node:assert/strict'
import type { Records } from '../../../people/records/model/records.ts'
import { checkAudit } from '../../../people/audit/verify.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import {
  minutesOn,
  type ReadyChild,
  readyChild,
  testTemperature,
  typedDose,
} from '../../../testing/test-dose.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { screenedChild, shippedVersion } from '../../../testing/test-study.ts'
import type { Recorded } from './change.ts'
import { correctFact } from './correct-fact.ts'
import type { DoseProblem } from './dose-problems.ts'
import { giveAllTheSame, giveDose } from './give-dose.ts'
import type { TypedDose } from './typed-dose.ts'

type Given = Recorded<DoseProblem>

/** Gives a dose as the coordinator who has just looked. */
async function give(
  records: Records,
  child: ReadyChild,
  typed: Partial<TypedDose>,
  now: Date = minutesOn(5),
): Promise<Given> {
  const ask = await child.askNow()
  return giveDose(peopleBase(records), child.coordinator.actor, ask, typedDose(typed), now)
}

/** What it was refused for, and that nothing was changed. */
async function refusal(child: ReadyChild, giving: () => Promise<Given>): Promise<DoseProblem> {
  const before = await child.caseAt(minutesOn(0))
  const given = await giving()
  assert.ok(given.kind === 'refused', given.kind)
  const after = await child.caseAt(minutesOn(0))
  assert.equal(after.participant.head, before.participant.head)
  return given.problem
}

/** Day 1 was given on Thursday 26 November at 10:05 in Paris; it is Friday 10:10 now. */
const friday = (minutes = 0): Date => minutesOn(24 * 60 + 10 + minutes)

async function afterDayOne(records: Records, version?: 'listing'): Promise<ReadyChild> {
  const fevers = ['2026-11-22T20:00+01:00', '2026-11-24T17:30+01:00', '2026-11-24T20:30+01:00']
  const facts = [...screenedChild(), ...fevers.map((at) => testTemperature('39.0', at))]
  const child = await readyChild(records, version ? { version, facts } : {})
  const given = await give(records, child, {})
  assert.ok(given.kind === 'done', JSON.stringify(given))
  return child
}

onEachStore(
  'the derived dose is recorded with all that it was worked out from',
  async (records) => {
    const child = await readyChild(records)
    const given = await give(records, child, { lot: 'K 1234', route: 'thigh' })
    assert.ok(given.kind === 'done', JSON.stringify(given))
    const [fact] = given.recorded
    assert.equal(fact?.value, '28')
    assert.equal(fact?.at, '2026-11-26T10:05:00+01:00')
    assert.deepEqual(fact?.details, {
      version: 'report',
      regimen: 'anakinra',
      decision: 'give',
      number: '1',
      day: 'J1',
      level: 'L2',
      derived: '28 mg',
      arithmetic: '2 x 14.0',
      rules: 'start-4=nothing start-2=start',
      lot: 'K 1234',
      route: 'thigh',
    })
    assert.deepEqual(given.after.state.deviations, [])
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'what is sent twice is one dose, and so is a second click within a minute',
  async (records) => {
    const child = await readyChild(records)
    const ask = await child.askNow()
    const base = peopleBase(records)
    const actor = child.coordinator.actor
    const both = await Promise.all([
      giveDose(base, actor, ask, typedDose(), minutesOn(5)),
      giveDose(base, actor, ask, typedDose(), minutesOn(5)),
    ])
    assert.deepEqual(
      both.map(({ kind }) => kind),
      ['done', 'done'],
    )
    const other = { ...ask, formKey: 'another form' }
    const faster = await giveDose(base, actor, other, typedDose(), minutesOn(5))
    assert.equal(faster.kind, 'changed')
    const again = await refusal(child, () => give(records, child, {}, minutesOn(5.5)))
    assert.ok(again.why === 'twice')
    const dated = { day: '2026-11-26', time: '10:04', offset: '' }
    const backdated = await refusal(child, () =>
      give(records, child, { given: dated }, minutesOn(5.9)),
    )
    assert.equal(backdated.why, 'twice')
    const late = await refusal(child, () => give(records, child, {}, minutesOn(65)))
    assert.ok(late.why === 'deviation' && late.deviation.type === 'dose too early', late.why)
    const { state } = await child.caseAt(minutesOn(70))
    assert.equal(state.dosesGiven.length, 1)
  },
)

onEachStore(
  'nothing is given before consent, nor before an investigator has signed',
  async (records) => {
    const facts = screenedChild().filter(({ item }) => item !== 'consentSigned')
    const child = await readyChild(records, { facts, isUnsigned: true })
    assert.equal((await refusal(child, () => give(records, child, {}))).why, 'noConsent')
    await child.record(
      [{ item: 'consentSigned', value: 'both parents', at: '2026-11-26T10:06+01:00' }],
      minutesOn(7),
    )
    assert.equal(
      (await refusal(child, () => give(records, child, {}, minutesOn(8)))).why,
      'notSigned',
    )
    await child.sign(minutesOn(20))
    const early = { day: '2026-11-26', time: '10:10', offset: '' }
    const before = await refusal(child, () => give(records, child, { given: early }, minutesOn(21)))
    assert.ok(before.why === 'signedLater')
    assert.equal((await give(records, child, {}, minutesOn(21))).kind, 'done')
  },
)

onEachStore('a signature that a correction made void lets nothing be given', async (records) => {
  const child = await readyChild(records)
  const { facts } = await child.caseAt(minutesOn(0))
  const weight = facts.find(({ item }) => item === 'bodyWeight')
  assert.ok(weight)
  const { at, id } = weight
  const right = {
    item: 'bodyWeight',
    value: '13.0',
    unit: 'kg',
    at,
    corrects: id,
    reason: 'misread',
  }
  await child.record([right], minutesOn(2))
  assert.equal((await refusal(child, () => give(records, child, {}))).why, 'signatureVoid')
  await child.sign(minutesOn(3))
  assert.equal((await give(records, child, { amount: '26' })).kind, 'done')
})

onEachStore('on hold nothing is given: a missing temperature is asked for', async (records) => {
  const child = await afterDayOne(records)
  const held = await refusal(child, () => give(records, child, {}, friday()))
  assert.ok(held.why === 'hold')
  assert.deepEqual(
    held.decision.missing.map(({ item }) => item),
    ['temperature'],
  )
  await child.record([testTemperature('38.0', '2026-11-27T10:00+01:00')], friday())
  const given = await give(records, child, {}, friday(5))
  assert.ok(given.kind === 'done', '38.0 is not more than 38')
  assert.deepEqual(given.after.state.deviations, [])
})

onEachStore(
  '38.1 is more than 38: the dose goes up, and the one before is refused without a reason',
  async (records) => {
    const child = await afterDayOne(records)
    await child.record([testTemperature('38.1', '2026-11-27T10:00+01:00')], friday())
    const old = await refusal(child, () => give(records, child, {}, friday(5)))
    assert.ok(old.why === 'differs')
    assert.equal(old.due[0]?.value, '56')
    const given = await give(records, child, { amount: '56' }, friday(5))
    assert.ok(given.kind === 'done')
    assert.equal(given.recorded[0]?.details?.['level'], 'L4')
  },
)

onEachStore(
  'a dose is not before the temperature that it rests on, nor before that was recorded',
  async (records) => {
    const child = await afterDayOne(records)
    await child.record([testTemperature('37.2', '2026-11-27T10:15+01:00')], friday(10))
    const at = (time: string) => ({ given: { day: '2026-11-27', time, offset: '' } })
    for (const time of ['10:10', '10:17']) {
      const before = await refusal(child, () => give(records, child, at(time), friday(20)))
      assert.ok(before.why === 'beforeFact', `${time} ${before.why}`)
      assert.equal(before.fact.item, 'temperature')
    }
    assert.equal((await give(records, child, at('10:21'), friday(20))).kind, 'done')
  },
)

onEachStore('the order of a visit holds: the temperature of J3 comes first', async (records) => {
  const child = await afterDayOne(records, 'listing')
  const second = friday()
  await child.record([testTemperature('37.2', '2026-11-27T10:00+01:00')], second)
  assert.equal((await give(records, child, {}, friday(5))).kind, 'done')
  const saturday = (minutes: number): Date => friday(24 * 60 + minutes)
  const held = await refusal(child, () => give(records, child, {}, saturday(10)))
  assert.ok(held.why === 'hold', held.why)
  await child.record([testTemperature('38.6', '2026-11-28T10:15+01:00')], saturday(10))
  assert.equal((await give(records, child, { amount: '56' }, saturday(15))).kind, 'done')
})

onEachStore(
  'after a withdrawal, and when treatment has ended, nothing is given',
  async (records) => {
    const child = await afterDayOne(records)
    await child.record([testTemperature('37.2', '2026-11-27T10:00+01:00')], friday())
    await child.record(
      [{ item: 'consentWithdrawn', value: 'all', at: '2026-11-27T10:12+01:00' }],
      friday(5),
    )
    const refused = await refusal(child, () => give(records, child, {}, friday(10)))
    assert.ok(refused.why === 'refuse' && refused.decision.because[0]?.type === 'withdrawn')
  },
)

onEachStore(
  'in the future, at no time of the clock, at one that came twice: each is asked',
  async (records) => {
    const child = await readyChild(records)
    const at = async (day: string, time: string) =>
      refusal(child, () => give(records, child, { given: { day, time, offset: '' } }))
    assert.equal((await at('2026-11-26', '10:06')).why, 'future')
    for (const [day, time, problem] of [
      ['2026-11-26', '25:00', 'noSuchTime'],
      ['2026-02-30', '10:00', 'noSuchDay'],
      ['2026-03-29', '02:30', 'skipped'],
      ['2026-11-26', '10', 'notATime'],
      ['2026-11-26', '', 'notATime'],
      ['26/11/2026', '10:00', 'dayFirst'],
      ['26 Nov 2026', '10:00', 'notADay'],
    ] as const) {
      const wrong = await at(day, time)
      assert.ok(wrong.why === 'moment' && wrong.fault === problem, JSON.stringify(wrong))
    }
    const twice = await at('2026-10-25', '02:30')
    assert.ok(twice.why === 'moment' && twice.fault === 'twice')
    assert.equal(twice.offsets.length, 2)
  },
)

onEachStore('milligrams and millilitres are not taken for one another', async (records) => {
  const child = await readyChild(records)
  const wrong = (amount: string, unit = 'mg') =>
    refusal(child, () => give(records, child, { amount, unit, reason: 'as ordered' }))
  assert.equal((await wrong('0.19')).why, 'millilitres')
  assert.equal((await wrong('0,1867')).why, 'millilitres')
  assert.equal((await wrong('28', 'mL')).why, 'milligrams')
  assert.equal((await wrong('280')).why, 'tenTimes')
  const above = await wrong('84.1')
  assert.ok(above.why === 'aboveHighest' && above.highest.value === '84')
  assert.equal((await wrong('0')).why, 'amount')
  assert.equal((await wrong('-28')).why, 'amount')
  assert.equal((await wrong('28 mg')).why, 'amount')
  assert.equal((await wrong('1,028')).why, 'amount')
  assert.equal((await wrong('28', 'g')).why, 'tenTimes')
  assert.equal((await wrong('28', 'cm')).why, 'unit')
  assert.equal((await wrong('28', 'IU')).why, 'unit')
})

onEachStore(
  'what is typed in millilitres is shown in milligrams before it is recorded',
  async (records) => {
    const child = await readyChild(records)
    const asked = await refusal(child, () => give(records, child, { amount: '0.19', unit: 'mL' }))
    assert.ok(asked.why === 'conversion' && asked.amount.value === '28.5')
    const seen = { amount: '0.19', unit: 'mL', seenVolume: '0.19' }
    assert.equal((await refusal(child, () => give(records, child, seen))).why, 'differs')
    const shown = { amount: '0.1867', unit: 'mL', seenVolume: '0.1867' }
    const given = await give(records, child, shown)
    assert.ok(given.kind === 'done')
    assert.equal(
      given.recorded[0]?.value,
      '28',
      'what is drawn up of the derived dose is that dose',
    )
    assert.equal(given.recorded[0]?.details?.['volume'], '0.1867 mL')
  },
)

onEachStore('on the page of another child nothing is recorded', async (records) => {
  const child = await readyChild(records)
  const other = await refusal(child, () => give(records, child, { number: '01-004' }))
  assert.deepEqual(other, { why: 'otherChild', typed: '01-004' })
  assert.equal((await refusal(child, () => give(records, child, { number: ' ' }))).why, 'noNumber')
  assert.equal((await give(records, child, { number: ' 01 – 001 ' })).kind, 'done')
})

onEachStore(
  'another dose within the range needs a reason, and its deviation shows',
  async (records) => {
    const child = await readyChild(records)
    const without = await refusal(child, () => give(records, child, { amount: '30' }))
    assert.ok(without.why === 'differs')
    const given = await give(records, child, { amount: '30', reason: 'spilled and drawn up again' })
    assert.ok(given.kind === 'done')
    assert.deepEqual(
      given.after.state.deviations.map(({ type }) => type),
      ['dose differs'],
    )
    assert.equal(given.recorded[0]?.reason, 'spilled and drawn up again')
  },
)

onEachStore('of two weights that count a person chooses, and says why', async (records) => {
  const child = await afterDayOne(records)
  const weight = { item: 'bodyWeight', value: '14.5', unit: 'kg', at: '2026-11-27T09:50+01:00' }
  await child.record([weight, testTemperature('37.2', '2026-11-27T10:00+01:00')], friday())
  const which = await refusal(child, () => give(records, child, {}, friday(5)))
  assert.ok(which.why === 'differs')
  assert.deepEqual(
    which.due.map(({ value }) => value),
    ['28', '29'],
  )
  const given = await give(records, child, { amount: '29', reason: 'weighed today' }, friday(5))
  assert.ok(given.kind === 'done')
  assert.deepEqual(given.after.state.deviations, [])
})

onEachStore('a weight in pounds is converted exactly', async (records) => {
  const facts = screenedChild().map((fact) =>
    fact.item === 'bodyWeight' ? { ...fact, value: '31', unit: '[lb_av]' } : fact,
  )
  const child = await readyChild(records, { facts })
  const { state } = await child.caseAt(minutesOn(5))
  const amount = state.nextDoses[0]?.dose?.amount.value ?? ''
  assert.equal(amount, '28.12272694')
  const given = await give(records, child, { amount })
  assert.ok(given.kind === 'done')
  const pounds = await refusal(child, () => give(records, child, { amount: '62' }, friday()))
  assert.ok(pounds.why === 'hold')
})

onEachStore(
  'where nobody can measure a dose and no rule rounds it, an investigator alone chooses, and says why',
  async (records) => {
    const facts = screenedChild().map((fact) =>
      fact.item === 'bodyWeight' ? { ...fact, value: '31', unit: '[lb_av]' } : fact,
    )
    const child = await readyChild(records, { facts })
    const by = async (who: ReadyChild['investigator'], typed: Partial<TypedDose>) =>
      giveDose(peopleBase(records), who.actor, await child.askNow(), typedDose(typed), minutesOn(5))
    const reason = 'rounded to what the syringe shows'
    for (const other of [child.coordinator, child.pharmacist])
      for (const typed of [
        { amount: '28.1', reason },
        { amount: '28.1' },
        { amount: '0.28', unit: 'mL', seenVolume: '0.28', reason },
      ]) {
        const found = await refusal(child, () => by(other, typed))
        assert.equal(found.why, 'roundedByInvestigator')
      }
    assert.equal(
      (await refusal(child, () => by(child.investigator, { amount: '28.1' }))).why,
      'differs',
    )
    const given = await by(child.investigator, { amount: '28.1', reason })
    assert.ok(given.kind === 'done')
    assert.equal(given.recorded[0]?.details?.['derived'], '28.12272694 mg')
    // Rounding what nobody can measure is no deviation.
    assert.deepEqual(given.after.state.deviations, [])
  },
)

onEachStore('a dose of yesterday is judged by what was known yesterday', async (records) => {
  const child = await afterDayOne(records)
  await child.record([testTemperature('37.2', '2026-11-27T10:00+01:00')], friday())
  const yesterday = { given: { day: '2026-11-27', time: '10:25', offset: '' } }
  const given = await give(records, child, yesterday, friday(22 * 60))
  assert.ok(given.kind === 'done', JSON.stringify(given))
  assert.deepEqual(given.after.state.deviations, [])
})

onEachStore(
  'what happened all the same is recorded by an investigator alone, and shows',
  async (records) => {
    const facts = screenedChild().filter(({ item }) => item !== 'consentSigned')
    const child = await readyChild(records, { facts, isUnsigned: true })
    const base = peopleBase(records)
    const same = async (actor: ReadyChild['investigator'], typed: Partial<TypedDose>) =>
      giveAllTheSame(base, actor.actor, await child.askNow(), typedDose(typed), minutesOn(5))
    const reason = 'given in the emergency room before the study was told'
    for (const other of [child.coordinator, child.pharmacist, child.manager, child.stranger])
      assert.equal((await same(other, { reason })).kind, 'gone')
    assert.equal((await refusal(child, () => same(child.investigator, {}))).why, 'noReason')
    const elsewhere = await refusal(child, () =>
      same(child.investigator, { reason, number: '01-002' }),
    )
    assert.equal(elsewhere.why, 'otherChild')
    const given = await same(child.investigator, { reason, amount: '99' })
    assert.ok(given.kind === 'done')
    const types = given.after.state.deviations.map(({ type }) => type)
    assert.ok(
      types.includes('dose without consent') && types.includes('dose above highest'),
      types.join(),
    )
    assert.equal(given.recorded[0]?.details?.['allTheSame'], true)
    const line = await records.db
      .selectFrom('audit_event')
      .select('details')
      .where('action', '=', 'dose.all-the-same')
      .executeTakeFirst()
    assert.ok(line?.details.includes('dose-without-consent'))
  },
)

onEachStore('nobody of another site gives a dose, nor who only reads', async (records) => {
  const child = await readyChild(records)
  const ask = await child.askNow()
  for (const { actor } of [child.stranger, child.monitor, child.manager, child.statistician])
    assert.equal(
      (await giveDose(peopleBase(records), actor, ask, typedDose(), minutesOn(5))).kind,
      'gone',
    )
  const { actor } = child.pharmacist
  assert.equal(
    (await giveDose(peopleBase(records), actor, ask, typedDose(), minutesOn(5))).kind,
    'done',
  )
})

onEachStore('a dose is corrected above the highest by an investigator alone', async (records) => {
  const child = await readyChild(records)
  const given = await give(records, child, {})
  assert.ok(given.kind === 'done')
  const [dose] = given.recorded
  const correct = async (who: 'coordinator' | 'investigator', value: string) => {
    const at = { day: '2026-11-26', time: '10:05:00', offset: '+01:00' }
    const plain = { site: '', method: '', isNotDone: false, whyNot: '', sureOf: `${value} mg` }
    const typed = { item: 'injection', value, unit: 'mg', at, ...plain }
    const correction = { fact: dose?.id ?? '', typed, reason: 'read wrongly' }
    const ask = await child.askNow()
    return correctFact(peopleBase(records), child[who].actor, ask, correction, minutesOn(20))
  }
  for (const value of ['84.1', '2800']) {
    const refused = await correct('coordinator', value)
    assert.ok(refused.kind === 'refused')
    assert.equal(refused.problem[0]?.code, 'aboveHighest', value)
  }
  const done = await correct('investigator', '99')
  assert.ok(done.kind === 'done', JSON.stringify(done.kind))
  const types = done.after.state.deviations.map(({ type }) => type)
  assert.ok(types.includes('dose above highest'), types.join())
})

onEachStore(
  'what a visit wants to be taken first is taken first, whatever the dose rests on',
  async (records) => {
    const report = shippedVersion('report')
    const [regimen] = report.regimens
    const [visit] = report.visits
    assert.ok(regimen && visit)
    const third = shippedVersion('listing').visits.find(({ id }) => id === 'V3')
    assert.ok(third?.order)
    const { order, items } = third
    const title = { en: 'Visit 2', fr: 'Visite 2' }
    const second = {
      ...visit,
      id: 'V2',
      title,
      target: { anchor: 'treated', day: 2 },
      items,
      order,
    }
    const protocol = {
      ...report,
      regimens: [{ ...regimen, changes: [] }],
      visits: [...report.visits, second],
    }
    const child = await readyChild(records, { protocol })
    assert.equal((await give(records, child, {})).kind, 'done')
    const before = await refusal(child, () => give(records, child, {}, friday()))
    assert.ok(
      before.why === 'deviation' && before.deviation.type === 'not taken before',
      before.why,
    )
    await child.record([testTemperature('39.0', '2026-11-27T10:12+01:00')], friday(5))
    assert.equal((await give(records, child, {}, friday(6))).kind, 'done')
  },
)

onEachStore(
  'a dose an hour after midnight, two hours after the last one, needs a reason',
  async (records) => {
    const child = await readyChild(records)
    const evening = minutesOn(13 * 60)
    assert.equal((await give(records, child, {}, evening)).kind, 'done')
    const night = (minutes: number): Date => minutesOn(15 * 60 + minutes)
    await child.record([testTemperature('37.0', '2026-11-27T00:50+01:00')], night(-5))
    const soon = await refusal(child, () => give(records, child, {}, night(0)))
    assert.ok(soon.why === 'soon', soon.why)
    const why = { reason: 'the hour was moved for the whole ward' }
    assert.equal((await give(records, child, why, night(0))).kind, 'done')
  },
)

onEachStore(
  'a dose that is raised for its due time is not given before, and whoever tries is told for when it is',
  async (records) => {
    const child = await afterDayOne(records)
    const morning = friday(-100)
    await child.record([testTemperature('38.6', '2026-11-27T08:20+01:00')], morning)
    const { state } = await child.caseAt(morning)
    const [next] = state.nextDoses
    assert.ok(next)
    assert.equal(next.kind, 'give')
    assert.ok(Date.parse(next.dueAt) > morning.getTime())
    const amount = next.dose?.amount.value ?? ''
    const problem = await refusal(child, () => give(records, child, { amount }, morning))
    assert.ok(problem.why === 'otherThen', problem.why)
    assert.equal(problem.due, next.dueAt)
  },
)

onEachStore(
  'a weekly dose is not given on the next day, whatever the reason, and a day before its time with one',
  async (records) => {
    const report = shippedVersion('report')
    const regimens = report.regimens.map((one) => ({
      ...one,
      timing: { ...one.timing, every: 'P7D' },
      changes: [],
    }))
    const child = await readyChild(records, { protocol: { ...report, regimens } })
    assert.equal((await give(records, child, {})).kind, 'done')
    const reason = { reason: 'the family is away next week' }
    const next = await refusal(child, () => give(records, child, reason, friday()))
    assert.ok(next.why === 'deviation' && next.deviation.type === 'dose too early', next.why)
    const sixth = friday(5 * 24 * 60)
    const soon = await refusal(child, () => give(records, child, {}, sixth))
    assert.ok(soon.why === 'soon', soon.why)
    assert.equal(soon.due.slice(0, 10), '2026-12-03')
    const given = await give(records, child, reason, sixth)
    assert.ok(given.kind === 'done', JSON.stringify(given))
    assert.deepEqual(
      given.after.state.deviations.map(({ type }) => type),
      ['dose too early'],
    )
  },
)
