import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { checkAudit } from '../../../people/audit/verify.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
} from '../../../testing/test-study.ts'
import { readCase } from '../model/case.ts'
import { readFacts } from '../model/facts.ts'
import type { ProtocolItem } from '../../protocol/document/protocol.ts'
import { bodySitesOf, unitChoices } from './form-items.ts'
import { correctFact, type TypedCorrection } from './correct-fact.ts'
import { recordSheet } from './record-facts.ts'
import { sureText, type TypedFact } from './typed-fact.ts'
import { clockAt, dayFirst, isMomentFault, readTypedMoment, typedOf } from './typed-moment.ts'

const blank = {
  unit: '',
  site: '',
  method: '',
  at: { day: '2026-11-26', time: '08:30', offset: '' },
  isNotDone: false,
  whyNot: '',
  sureOf: '',
}
const typedAs = (item: string, value: string, more: Partial<TypedFact> = {}): TypedFact => ({
  ...blank,
  item,
  value,
  ...more,
})
const heat = (value: string, more: Partial<TypedFact> = {}): TypedFact =>
  typedAs('temperature', value, { unit: 'Cel', site: 'axillary', ...more })

async function ready(records: Records) {
  const team = await openTestStudy(records)
  const id = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, id, screenedChild())
  const seen = async (): Promise<number> =>
    (await readCase(records.db, records.keys, id, runNow))?.participant.facts ?? -1
  const send = async (
    typed: readonly TypedFact[],
    more: { readonly by?: SignedIn; readonly formKey?: string; readonly seen?: number } = {},
  ) =>
    recordSheet(
      peopleBase(records),
      (more.by ?? team.coordinator).actor,
      { id, formKey: more.formKey ?? randomUUID(), seen: more.seen ?? (await seen()) },
      { typed },
      runNow,
    )
  return { team, id, seen, send }
}

onEachStore(
  'what is typed is kept as it was typed, in the unit it was typed in, and the engine converts it',
  async (records) => {
    const { send } = await ready(records)
    const done = await send([
      typedAs('bodyWeight', '31', { unit: '[lb_av]' }),
      heat('101.5', { unit: '[degF]', method: 'ear thermometer' }),
      typedAs('crp', '38,50', { unit: 'mg/L', at: { day: '2026-11', time: '', offset: '' } }),
      typedAs('pretermOrNeonate', 'no'),
      typedAs('contraception', 'not applicable'),
      typedAs('tbCountryArrival', 'none'),
    ])
    assert.ok(done.kind === 'done', JSON.stringify(done))
    const kept = done.recorded.map(({ item, value, unit, at }) => [item, value, unit, at])
    assert.deepEqual(kept, [
      ['bodyWeight', '31', '[lb_av]', '2026-11-26T08:30+01:00'],
      ['temperature', '101.5', '[degF]', '2026-11-26T08:30+01:00'],
      ['crp', '38,50', 'mg/L', '2026-11'],
      ['pretermOrNeonate', false, undefined, '2026-11-26T08:30+01:00'],
      ['contraception', 'not applicable', undefined, '2026-11-26T08:30+01:00'],
      ['tbCountryArrival', 'none', undefined, '2026-11-26T08:30+01:00'],
    ])
    assert.ok(done.recorded.every(({ recordedAt }) => recordedAt === runNow.toISOString()))
    assert.deepEqual(
      done.after.state.setAside.filter(({ why }) => why !== 'recorded twice'),
      [],
    )
  },
)

onEachStore(
  'not done, with a reason, is not "no": it is not known, and the reason is kept',
  async (records) => {
    const { send } = await ready(records)
    const without = await send([heat('', { isNotDone: true })])
    assert.ok(without.kind === 'refused' && without.problem[0]?.code === 'noReasonNot')
    const done = await send([heat('', { isNotDone: true, whyNot: 'the child slept' })])
    assert.ok(done.kind === 'done')
    assert.deepEqual(
      done.recorded.map(({ value, details }) => [value, details?.['notDone']]),
      [[null, 'the child slept']],
    )
  },
)

/** What is refused, at which part, and why; nothing of the form is recorded. */
const refusals: readonly (readonly [string, TypedFact, string])[] = [
  ['25:00', heat('38.6', { at: { ...blank.at, time: '25:00' } }), 'moment noSuchTime'],
  ['30 February', heat('38.6', { at: { ...blank.at, day: '2026-02-30' } }), 'moment noSuchDay'],
  ['no day', heat('38.6', { at: { ...blank.at, day: '' } }), 'moment noMoment'],
  [
    'a day with the day first',
    heat('38.6', { at: { ...blank.at, day: '26/11/2026' } }),
    'moment dayFirst',
  ],
  ['a day in words', heat('38.6', { at: { ...blank.at, day: '26 Nov 2026' } }), 'moment notADay'],
  ['a time in words', heat('38.6', { at: { ...blank.at, time: 'noon' } }), 'moment notATime'],
  ['a time of a month', heat('38.6', { at: { ...blank.at, day: '2026-11' } }), 'moment dayForTime'],
  ['the future', heat('38.6', { at: { ...blank.at, time: '10:01' } }), 'moment future'],
  [
    'before birth',
    heat('38.6', { at: { day: '2024-05-09', time: '', offset: '' } }),
    'moment beforeBirth',
  ],
  [
    'an hour that does not exist',
    heat('38.6', { at: { day: '2026-03-29', time: '02:30', offset: '' } }),
    'moment skipped',
  ],
  [
    'an hour that comes twice',
    heat('38.6', { at: { day: '2026-10-25', time: '02:30', offset: '' } }),
    'offset twice +02:00,+01:00',
  ],
  ['an ambiguous comma', typedAs('neutrophils', '4,200', { unit: '/mm3' }), 'value ambiguousComma'],
  ['a word for a number', heat('warm'), 'value notANumber'],
  ['a unit of another kind', heat('38.6', { unit: 'kg' }), 'unit unit'],
  ['no unit', heat('38.6', { unit: '' }), 'value unit'],
  ['no value', heat(''), 'value noValue'],
  ['ten times too high', typedAs('bodyWeight', '300', { unit: 'kg' }), 'sure notPlausible'],
  ['Fahrenheit as Celsius, too', heat('101.5'), 'sure notPlausible'],
  ['pounds as kilograms', typedAs('bodyWeight', '31', { unit: 'kg' }), 'sure farFromLast'],
  ['kilograms as pounds', typedAs('bodyWeight', '14', { unit: '[lb_av]' }), 'sure farFromLast'],
  [
    'a point too few, the evening before',
    typedAs('bodyWeight', '142', {
      unit: 'kg',
      at: { day: '2026-11-24', time: '09:00', offset: '' },
    }),
    'sure farFromLast',
  ],
  ['"none" where it is not allowed', heat('none'), 'value noneNotAllowed'],
  ['"aucun" where it is not allowed', typedAs('firstFeverDay', 'Aucun'), 'value noneNotAllowed'],
  ['a code that is none', typedAs('sex', 'F'), 'value notACode'],
  ['a fever before birth', typedAs('firstFeverDay', '2023'), 'value valueBeforeBirth'],
  ['a day that is none', typedAs('firstFeverDay', '2026-02-30'), 'value valueNoSuchDay'],
  ['a day with the day first', typedAs('firstFeverDay', '20.11.2026'), 'value dayFirst'],
  ['a month with the month first', typedAs('firstFeverDay', '11/2026'), 'value dayFirst'],
  [
    'a day that is none, with the day first',
    typedAs('firstFeverDay', '31/11/2026'),
    'value valueNotADay',
  ],
  ['a day to come', typedAs('firstFeverDay', '2026-12-01'), 'sure farDay'],
  ['a birth after what was measured', typedAs('birthDate', '2026-11-25'), 'value bornLater'],
  ['a birth to come', typedAs('birthDate', '2027-01-01'), 'value future'],
  ['a birth that nobody outlives', typedAs('birthDate', '1890-05-10'), 'value bornLongAgo'],
  ['a second birth', typedAs('birthDate', '2024-05-11'), 'value recordedOnce'],
  ['what has a form of its own', typedAs('injection', '28', { unit: 'mg' }), 'form elsewhere'],
  ['an item of another protocol', typedAs('shoeSize', '28'), 'form noItem'],
  ['a value, and not done', heat('38.6', { isNotDone: true, whyNot: 'x' }), 'whyNot both'],
  ['very much', typedAs('kawasakiDiagnosis', 'x'.repeat(1001)), 'value tooLong'],
]

onEachStore(
  'what is wrong is refused at its field, with the reason, and nothing is recorded',
  async (records) => {
    const { send, seen } = await ready(records)
    const before = await seen()
    for (const [name, typed, expected] of refusals) {
      const outcome = await send([heat('38.6'), typed])
      assert.ok(outcome.kind === 'refused', name)
      const said = outcome.problem.map(({ part, code, offsets }) =>
        [part, code, offsets?.join(',')].filter(Boolean).join(' '),
      )
      assert.deepEqual(said, [expected], name)
    }
    assert.equal(await seen(), before)
  },
)

onEachStore(
  'a value beyond what is plausible is taken after an explicit yes alone, stays set aside, is asked about, and holds the dose',
  async (records) => {
    const { send } = await ready(records)
    const heavy = typedAs('bodyWeight', '300', { unit: 'kg' })
    // The yes is for one value: another one is asked about anew.
    const other = await send([{ ...heavy, sureOf: '30 kg' }])
    assert.ok(other.kind === 'refused')
    const done = await send([{ ...heavy, sureOf: sureText(heavy) }])
    assert.ok(done.kind === 'done')
    const [fact] = done.recorded
    assert.ok(
      done.after.state.setAside.some(
        ({ fact: id, why }) => id === fact?.id && why === 'not plausible',
      ),
    )
    assert.ok(done.after.state.questions.some(({ type }) => type === 'not plausible'))
    // An older weight is not taken in its place.
    const [next] = done.after.state.nextDoses
    assert.deepEqual([next?.kind, next?.dose], ['hold', undefined])
    assert.ok(next?.because.some(({ type }) => type === 'no weight'))
  },
)

onEachStore(
  'a weight far from the one before is taken after an explicit yes alone; one that a child may grow to is not asked about',
  async (records) => {
    const { send } = await ready(records)
    const grown = await send([typedAs('bodyWeight', '15.5', { unit: 'kg' })])
    assert.ok(grown.kind === 'done')
    const heavy = typedAs('bodyWeight', '34', { unit: 'kg', at: { ...blank.at, time: '08:31' } })
    const asked = await send([heavy])
    assert.ok(asked.kind === 'refused')
    assert.deepEqual(asked.problem, [
      { code: 'farFromLast', item: 'bodyWeight', part: 'sure', given: '15.5 kg' },
    ])
    const sure = await send([{ ...heavy, sureOf: sureText(heavy) }])
    assert.ok(sure.kind === 'done')
  },
)

onEachStore(
  'sent twice it is recorded once; sent again with another value, that is told',
  async (records) => {
    const { send, seen } = await ready(records)
    const before = await seen()
    const form = { formKey: randomUUID(), seen: before }
    const [one, twice] = await Promise.all([send([heat('38.6')], form), send([heat('38.6')], form)])
    assert.deepEqual([one.kind, twice.kind], ['done', 'done'])
    const other = await send([heat('36.8')], form)
    assert.ok(other.kind === 'sentBefore')
    assert.deepEqual(
      other.recorded.map(({ value }) => value),
      ['38.6'],
    )
    assert.equal(await seen(), before + 1)
  },
)

onEachStore('who comes second is told what the first one recorded', async (records) => {
  const { team, send, seen } = await ready(records)
  const stale = await seen()
  await send([heat('38.6')])
  const late = await send([heat('38.8')], { by: team.investigator, seen: stale })
  assert.ok(late.kind === 'changed')
  assert.deepEqual(
    late.since.map(({ value }) => value),
    ['38.6'],
  )
  for (const by of [team.stranger, team.monitor, team.pharmacist, team.manager])
    assert.equal((await send([heat('38.8')], { by })).kind, 'gone')
})

onEachStore(
  'after a withdrawal of treatment and visits nothing is collected; what was before may still be written down',
  async (records) => {
    const { team, id, send } = await ready(records)
    const withdrawn = (of: string, at: string) =>
      recordTestFacts(records, team.coordinator.actor, id, [
        { item: 'consentWithdrawn', value: 'a parent', at, details: { of } },
      ])
    await withdrawn('treatment', '2026-11-25T09:00+01:00')
    assert.equal((await send([heat('38.6')])).kind, 'done')
    await withdrawn('visits', '2026-11-26T09:00+01:00')
    const late = await send([heat('38.1', { at: { ...blank.at, time: '09:30' } })])
    assert.ok(late.kind === 'refused' && late.problem[0]?.code === 'afterWithdrawal')
    assert.equal((await send([heat('38.1', { at: { ...blank.at, time: '08:45' } })])).kind, 'done')
  },
)

onEachStore('a correction needs a reason, and the old value stays to read', async (records) => {
  const { team, id, send, seen } = await ready(records)
  const done = await send([heat('38.6')])
  assert.ok(done.kind === 'done')
  const fact = done.recorded[0]?.id ?? ''
  const correct = async (correction: Partial<TypedCorrection>, by = team.coordinator) =>
    correctFact(
      peopleBase(records),
      by.actor,
      { id, formKey: randomUUID(), seen: await seen() },
      { fact, typed: heat('36.8'), reason: 'read from the wrong line', ...correction },
      runNow,
    )
  const codes = async (correction: Partial<TypedCorrection>, by = team.coordinator) => {
    const outcome = await correct(correction, by)
    return outcome.kind === 'refused' ? outcome.problem.map(({ code }) => code) : [outcome.kind]
  }
  assert.deepEqual(await codes({ reason: '  ' }), ['noReason'])
  assert.deepEqual(await codes({ typed: heat('38.6') }), ['asBefore'])
  assert.deepEqual(await codes({ fact: randomUUID() }), ['noItem'])
  assert.deepEqual(await codes({}, team.pharmacist), ['elsewhere'])
  assert.deepEqual(await codes({}, team.monitor), ['gone'])
  const other = await enrolTestChild(records, team.coordinator, 'Tom Petit')
  const [theirs] = (
    await recordTestFacts(records, team.coordinator.actor, other, [
      { item: 'temperature', value: '38', unit: 'Cel', at: '2026-11-26T08:30+01:00' },
    ])
  ).facts
  assert.deepEqual(await codes({ fact: theirs?.id ?? '' }), ['noItem'])
  const consent = (await readCase(records.db, records.keys, id, runNow))?.facts.find(
    ({ item }) => item === 'consentSigned',
  )
  assert.deepEqual(await codes({ fact: consent?.id ?? '' }), ['elsewhere'])

  const corrected = await correct({})
  assert.ok(corrected.kind === 'done', JSON.stringify(corrected))
  const [now] = corrected.recorded
  assert.deepEqual(
    [now?.value, now?.corrects, now?.reason, now?.at],
    ['36.8', fact, 'read from the wrong line', '2026-11-26T08:30+01:00'],
  )
  const kept = await readFacts(records.db, corrected.after.participant)
  assert.equal(kept.find((one) => one.id === fact)?.value, '38.6')
  assert.deepEqual(await codes({ typed: heat('37') }), ['corrected'])
  // A correction is a fact, and is corrected as one: as what should not stand here at all.
  const taken = await correct({
    fact: now?.id ?? '',
    typed: heat('', { isNotDone: true, whyNot: 'another child' }),
    reason: 'another child',
  })
  assert.ok(taken.kind === 'done' && taken.recorded[0]?.value === null)
  assert.equal((await checkAudit(records)).isWhole, true)
})

test('a moment is read by the clocks of the site, and shown by them', () => {
  const paris = 'Europe/Paris'
  const read = (day: string, time = '', offset = '') => {
    const moment = readTypedMoment({ day, time, offset }, paris)
    return isMomentFault(moment) ? moment.fault : moment.text
  }
  assert.equal(read('2026-10-25', '02:30', '+01:00'), '2026-10-25T02:30+01:00')
  assert.equal(read('2026-10-25', '02:30', '+03:00'), 'twice')
  assert.equal(read('2026-07-01', '8h05'), '2026-07-01T08:05+02:00')
  assert.equal(read(' 2026-07 '), '2026-07')
  assert.equal(read('2026'), '2026')
  assert.equal(read('2026-07-01T08:00'), 'notADay')
  assert.equal(read('10/05/2024'), 'dayFirst')
  assert.deepEqual(
    ['10/05/2024', '1.5.2024', '05/2024', '30/02/2024', '10/05/24', '2024/05/10'].map(dayFirst),
    ['2024-05-10', '2024-05-01', '2024-05', undefined, undefined, undefined],
  )
  assert.deepEqual(clockAt(runNow, paris), { day: '2026-11-26', time: '10:00', offset: '' })
  assert.deepEqual(typedOf('2026-11-26T08:30Z', paris), {
    day: '2026-11-26',
    time: '09:30',
    offset: '+01:00',
  })
  assert.deepEqual(typedOf('2026-11', paris), { day: '2026-11', time: '', offset: '' })
})

test('an item offers the units that it can be worked out from, and the places on the body that it names', () => {
  const item = (more: Partial<ProtocolItem>): ProtocolItem => ({
    id: 'x',
    title: { en: 'X' },
    type: 'quantity',
    repeats: 'series',
    ...more,
  })
  assert.deepEqual(unitChoices(item({ unit: 'kg' })), ['kg', 'g', 'mg', 'ug', '[lb_av]', '[oz_av]'])
  assert.deepEqual(unitChoices(item({ unit: 'Cel' })), ['Cel', '[degF]'])
  assert.deepEqual(unitChoices(item({ unit: 'cm' })), ['cm', 'm', 'mm', '[in_i]', '[ft_i]'])
  assert.deepEqual(unitChoices(item({ unit: '1' })), [])
  assert.deepEqual(unitChoices(item({ type: 'code' })), [])
  assert.deepEqual(bodySitesOf(item({ sites: ['oral'] })), ['oral'])
  const labels = { oral: { en: 'oral' }, rectal: { en: 'rectal' } }
  assert.deepEqual(bodySitesOf(item({ labels })), ['oral', 'rectal'])
  assert.deepEqual(bodySitesOf(item({ labels }), ['oral']), ['rectal'])
  assert.deepEqual(bodySitesOf(item({ type: 'code', labels, codes: ['oral', 'rectal'] })), [])
})
