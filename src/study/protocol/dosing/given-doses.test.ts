import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  inShort,
  latest,
  levelOf,
  madeNode,
  nextDose,
  onDay,
  smallItems,
  smallProtocol,
  smallRegimen,
  smallState,
  stepOf,
  temperatureOn,
  deviationsOf,
  stateOf,
} from '../../../testing/small-protocol.ts'
import type { Regimen } from '../document/dosing.ts'
import type { Fact } from '../facts/fact.ts'
import type { ProtocolDeviation } from '../state/answers.ts'

// 2, 4 and 6 mg/kg once a day; 10 kg; no fever unless a case says so.

const steady: Partial<Regimen> = { changes: [] }
const only = (deviations: readonly ProtocolDeviation[]): ProtocolDeviation => {
  const [one, ...more] = deviations
  assert.ok(one && more.length === 0, JSON.stringify(deviations))
  return one
}

test('treatment ends after its last day, by the calendar, and after its last dose', () => {
  const days = { stops: [{ ...madeNode('three'), days: 3 }], ...steady }
  const last = nextDose(smallProtocol(days), dosesOn('20', 1, 2), onDay(3))
  assert.deepEqual(inShort(last).slice(0, 3), ['give', 'L2', '20 mg'])
  const after = nextDose(smallProtocol(days), dosesOn('20', 1, 2), onDay(4))
  assert.deepEqual(
    [after.kind, after.because],
    ['refuse', [{ type: 'past last day', node: 'three' }]],
  )
  assert.equal(nextDose(smallProtocol(days), dosesOn('20', 1), onDay(3)).kind, 'give')
  const doses = { stops: [{ ...madeNode('two'), doses: 2 }], ...steady }
  assert.equal(nextDose(smallProtocol(doses), dosesOn('20', 1), onDay(9)).kind, 'give')
  assert.equal(nextDose(smallProtocol(doses), dosesOn('20', 1, 2), onDay(3)).kind, 'refuse')
})

test('a rule ends treatment where it is met, and is not looked at before the first dose', () => {
  const toxic = { ...madeNode('toxic'), when: { op: 'fact', item: 'toxicity' } } as const
  const stops = { stops: [toxic], ...steady }
  const met = factOf('toxicity', true, onDay(2, '08:00'))
  const before = nextDose(smallProtocol(stops), [met], onDay(3))
  assert.deepEqual(
    [before.kind, before.rules.some(({ rule }) => rule === 'toxic')],
    ['give', false],
  )
  const given = dosesOn('20', 1)
  const stopped = stateOf(stops, [...given, met], onDay(2))
  assert.deepEqual(stopped.nextDoses[0]?.because, [{ type: 'stopped', node: 'toxic' }])
  assert.deepEqual(stopped.stop, {
    stopped: true,
    regimen: 'drug',
    because: 'stopped',
    rule: 'toxic',
  })
  const rules = (facts: readonly Fact[]) =>
    nextDose(smallProtocol(stops), [...given, ...facts], onDay(2)).rules.map(({ rule, did }) => [
      rule,
      did,
    ])
  assert.deepEqual(rules([{ ...met, value: false }]), [['toxic', 'nothing']])
  assert.deepEqual(rules([]), [['toxic', 'ask']])
  assert.deepEqual(
    stateOf(stops, given, onDay(2)).questions.map(({ blocks }) => blocks),
    [false],
  )
  assert.deepEqual(stateOf(stops, given, onDay(2)).stop, { stopped: false })
})

test('a dose after the end, on hold, and of a person who may not be treated is named as what it is', () => {
  const stops = { stops: [{ ...madeNode('two'), doses: 2 }], ...steady }
  const end = only(stateOf(stops, dosesOn('20', 1, 2, 3), onDay(3, '12:00')).deviations)
  assert.deepEqual([end.type, end.node, end.dose, end.day], ['dose after end', 'two', 3, 'D3'])
  const smallest = {
    ...steady,
    smallest: { ...madeNode('s'), amount: { value: '30', unit: 'mg' } },
  }
  assert.deepEqual(deviationsOf(smallest, dosesOn('20', 1), onDay(1, '12:00')), ['dose on hold'])
  const hold = only(stateOf({}, [...dosesOn('20', 1, 2)], onDay(2, '12:00')).deviations)
  assert.deepEqual([hold.type, hold.item], ['not taken before', 'temperature'])
  const withdrawn = [factOf('withdrawal', 'by the mother', onDay(1, '10:00')), ...dosesOn('20', 1)]
  assert.deepEqual(deviationsOf(steady, withdrawn, onDay(1, '12:00')), ['after withdrawal'])
  // A withdrawal of that day alone may have come after it: the dose was on hold, and more is not said.
  const ofDay = [factOf('withdrawal', 'withdrawn', onDay(1).slice(0, 10)), ...dosesOn('20', 1)]
  assert.deepEqual(deviationsOf(steady, ofDay, onDay(1, '12:00')), ['dose on hold'])
  const later = [factOf('withdrawal', 'by the mother', onDay(1, '10:01')), ...dosesOn('20', 1)]
  assert.deepEqual(deviationsOf(steady, later, onDay(1, '12:00')), [])
  const light = {
    ...madeNode('light'),
    kind: 'inclusion',
    expression: latest('weight', '>=', '12', 'kg'),
  } as const
  const against = smallState(
    smallProtocol(steady, { eligibility: [light] }),
    dosesOn('20', 1),
    onDay(1, '12:00'),
  )
  const one = only(against.deviations)
  assert.deepEqual([one.type, one.node], ['not eligible', 'light'])
})

test('a dose on hold for several reasons is on hold, though one of them is a weight that a person chose', () => {
  const silent = { ...madeNode('w'), status: 'silent', item: 'weight' } as const
  const weights = [factOf('weight', '10', onDay(0)), factOf('weight', '11', onDay(2, '08:00'))]
  const facts = [...weights, ...dosesOn('20', 1, 2)]
  assert.deepEqual(deviationsOf({ ...steady, weight: silent }, facts, onDay(2, '12:00')), [])
  // The step up cannot be told either: what was not taken is named, whatever the weights.
  const both = stateOf({ weight: silent }, facts, onDay(2, '12:00')).deviations
  assert.deepEqual(
    both.map(({ type, item }) => [type, item]),
    [['not taken before', 'temperature']],
  )
  const toxic = { ...madeNode('rest'), when: { op: 'fact', item: 'toxicity' } } as const
  const holds = [{ ...toxic, resumeWhen: { op: 'not', of: toxic.when } as const }]
  const toxicity = [
    factOf('toxicity', false, onDay(0)),
    factOf('toxicity', true, onDay(2, '09:00')),
  ]
  const held = [...toxicity, ...facts]
  const hold = only(
    stateOf({ ...steady, weight: silent, holds }, held, onDay(2, '12:00')).deviations,
  )
  assert.deepEqual([hold.type, hold.node], ['dose on hold', 'rest'])
})

test('consent at the very moment of a dose is before it, and a minute later it is not', () => {
  const consent = (time: string) => [
    factOf('consent', 'signed', onDay(1, time)),
    ...dosesOn('20', 1),
  ]
  assert.deepEqual(deviationsOf(steady, consent('10:00'), onDay(1, '12:00')), [])
  assert.deepEqual(deviationsOf(steady, consent('10:01'), onDay(1, '12:00')), [
    'dose without consent',
  ])
  const none = smallProtocol(steady, { items: smallItems.filter(({ id }) => id !== 'consent') })
  assert.deepEqual(smallState(none, dosesOn('20', 1), onDay(1, '12:00')).deviations, [])
})

test('an amount that is not the one due differs, and above the highest it is said so', () => {
  const deviation = (amount: string) => {
    const { deviations } = stateOf(steady, dosesOn(amount, 1), onDay(1, '12:00'))
    return deviations.map(({ type, found: was, expected }) => [type, was, expected])
  }
  const mg = (value: string) => ({ value, unit: 'mg' })
  assert.deepEqual(deviation('20'), [])
  assert.deepEqual(deviation('19'), [['dose differs', mg('19'), mg('20')]])
  assert.deepEqual(deviation('60'), [['dose differs', mg('60'), mg('20')]])
  assert.deepEqual(deviation('60.1'), [['dose above highest', mg('60.1'), mg('60')]])
})

test('the highest is that of the weights that were due, where two may count', () => {
  const silent = { ...madeNode('w'), status: 'silent', item: 'weight' } as const
  const weights = [factOf('weight', '10', onDay(0)), factOf('weight', '20', onDay(2, '08:00'))]
  const given = (amount: string) => [...weights, ...dosesOn('20', 1), ...dosesOn(amount, 2)]
  const type = (amount: string) =>
    deviationsOf({ ...steady, weight: silent }, given(amount), onDay(2, '12:00'))
  assert.deepEqual(type('40'), [])
  assert.deepEqual(type('30'), ['dose differs'])
  assert.deepEqual(type('61'), ['dose above highest'])
})

test('a second dose on one day is too early where doses are a day apart, whatever the hours', () => {
  const evening = [factOf('dose', '20', onDay(1, '22:00')), factOf('dose', '20', onDay(2, '08:00'))]
  assert.deepEqual(deviationsOf(steady, evening, onDay(2, '12:00')), [])
  const twice = [...dosesOn('20', 1), factOf('dose', '20', onDay(1, '23:59'))]
  assert.deepEqual(deviationsOf(steady, twice, onDay(1, '23:59')), ['dose too early'])
  for (const [every, isEarly] of [
    ['PT24H', true],
    ['PT12H', false],
    ['P7D', true],
    ['P1M', true],
    ['PT23H', false],
  ] as const)
    assert.deepEqual(
      deviationsOf({ ...steady, timing: { ...madeNode('t'), every } }, twice, onDay(1, '23:59')),
      isEarly ? ['dose too early'] : [],
      every,
    )
})

test('days without a dose are missed when they are over, from the first to the last of them', () => {
  assert.deepEqual(deviationsOf(steady, dosesOn('20', 1), onDay(2, '23:59')), [])
  const one = only(stateOf(steady, dosesOn('20', 1), onDay(3, '00:00')).deviations)
  assert.deepEqual(
    [one.type, one.node, one.at, one.until, one.day, one.dose],
    ['dose missed', 'drug', '2025-03-04', undefined, 'D2', 2],
  )
  const two = only(stateOf(steady, dosesOn('20', 1, 4), onDay(4, '12:00')).deviations)
  assert.deepEqual([two.at, two.until, two.dose], ['2025-03-04', '2025-03-05', 2])
  assert.deepEqual(deviationsOf(steady, [], onDay(9)), [])
  const ended = { ...steady, stops: [{ ...madeNode('two'), days: 2 }] }
  const end = only(stateOf(ended, dosesOn('20', 1), onDay(9)).deviations)
  assert.deepEqual([end.at, end.until], ['2025-03-04', undefined])
})

test('a dose of every twelve hours is missed when the next is due', () => {
  const often = { ...steady, timing: { ...madeNode('t'), every: 'PT12H' } }
  assert.deepEqual(deviationsOf(often, dosesOn('20', 1), onDay(2, '09:59')), [])
  assert.deepEqual(deviationsOf(often, dosesOn('20', 1), onDay(2, '10:00')), ['dose missed'])
})

test('what was held or refused was not missed', () => {
  // Nobody took a temperature: the step is unknown, and the dose was rightly held.
  assert.deepEqual(deviationsOf({}, dosesOn('20', 1), onDay(4)), [])
  assert.deepEqual(deviationsOf({}, [...dosesOn('20', 1), ...temperatureOn('37', 2)], onDay(4)), [
    'dose missed',
  ])
})

test('the next dose is for its due time, and for now where that has passed', () => {
  const due = (regimen: Partial<Regimen>, facts: readonly Fact[], now: string) => {
    const next = nextDose(smallProtocol({ ...steady, ...regimen }), facts, now)
    return [next.dueAt, next.day, next.number]
  }
  const given = dosesOn('20', 1)
  assert.deepEqual(due({}, [], onDay(1)), [onDay(1), 'D1', 1])
  assert.deepEqual(due({}, given, onDay(2, '09:00')), [onDay(2, '10:00'), 'D2', 2])
  assert.deepEqual(due({}, given, onDay(2, '11:00')), [onDay(2, '11:00'), 'D2', 2])
  const often = { timing: { ...madeNode('t'), every: 'PT12H' } }
  assert.deepEqual(due(often, given, onDay(1, '12:00')), [onDay(1, '22:00'), 'D1', 2])
  const cycle = { timing: { ...madeNode('t'), every: 'P1D', cycle: { length: 7, from: 1, to: 2 } } }
  assert.deepEqual(due(cycle, given, onDay(1, '12:00')), [onDay(2, '10:00'), 'D2', 2])
  assert.deepEqual(due(cycle, dosesOn('20', 1, 2), onDay(2, '12:00')), [onDay(8, '10:00'), 'D8', 3])
  const middle = {
    timing: { ...madeNode('t'), every: 'P1D', cycle: { length: 7, from: 3, to: 4 } },
  }
  assert.deepEqual(due(middle, given, onDay(1, '12:00')), [onDay(3, '10:00'), 'D3', 2])
  assert.deepEqual(due(middle, dosesOn('20', 1, 3, 4), onDay(4, '12:00')), [
    onDay(10, '10:00'),
    'D10',
    4,
  ])
})

test('the clocks change between two doses: a day is the same time of day, twenty-four hours are not', () => {
  const at = (every: string) =>
    nextDose(
      smallProtocol({ ...steady, timing: { ...madeNode('t'), every } }),
      dosesOn('20', 27),
      onDay(27, '12:00'),
    ).dueAt
  assert.equal(at('P1D'), onDay(28, '10:00'))
  assert.equal(at('PT24H'), onDay(28, '11:00'))
})

test('days are numbered from nought where the anchor says so, and there is no day 0 where it does not', () => {
  const from = (first: 0 | 1) => {
    const anchor = {
      ...madeNode('start'),
      event: { type: 'first', item: 'dose', orDecision: true },
      days: { first, label: 'd' },
    } as const
    return nextDose(smallProtocol(steady, { anchors: [anchor] }), dosesOn('20', 1), onDay(3)).day
  }
  assert.deepEqual([from(0), from(1)], ['d2', 'd3'])
})

test('a dose stays as it was shown: what is recorded or corrected later is a deviation beside it', () => {
  const right = factOf('weight', '8', onDay(0), {
    id: 'right',
    corrects: `weight ${onDay(0)}`,
    recordedAt: onDay(1, '11:00'),
  })
  const facts = [factOf('weight', '10', onDay(0)), right, ...dosesOn('20', 1)]
  const { dosesGiven, deviations } = stateOf(steady, facts, onDay(1, '12:00'))
  assert.equal(dosesGiven[0]?.shown.dose?.amount.value, '20')
  assert.equal(dosesGiven[0]?.now?.dose?.amount.value, '16')
  const one = only(deviations)
  assert.deepEqual(
    [one.type, one.found, one.expected],
    ['corrected after use', { value: '20', unit: 'mg' }, { value: '16', unit: 'mg' }],
  )
  const inTime = { ...right, recordedAt: onDay(1, '10:00') }
  const known = stateOf(
    steady,
    [factOf('weight', '10', onDay(0)), inTime, ...dosesOn('16', 1)],
    onDay(1, '12:00'),
  )
  assert.deepEqual([known.dosesGiven[0]?.now, known.deviations], [undefined, []])
})

test('a reading that came late lifts no dose that was given, and the dose was on hold then', () => {
  const late = factOf('temperature', '39', onDay(2, '09:00'), { recordedAt: onDay(2, '13:00') })
  const facts = [...dosesOn('20', 1, 2), late]
  const { dosesGiven, deviations, nextDoses } = stateOf({}, facts, onDay(2, '14:00'))
  assert.deepEqual(
    dosesGiven.map(({ shown, now }) => [shown.kind, now?.kind, now?.level]),
    [
      ['give', undefined, undefined],
      ['hold', 'give', 'L4'],
    ],
  )
  assert.deepEqual(deviations.map(({ type }) => type).toSorted(), [
    'corrected after use',
    'not taken before',
  ])
  assert.equal(nextDoses[0]?.level, 'L2')
  const dose = `drug:dose ${onDay(2, '10:00')}`
  assert.deepEqual(deviations.map(({ id }) => id).toSorted(), [
    `corrected after use:${dose}`,
    `not taken before:${dose}:temperature`,
  ])
})

test('a dose of 21 mg where 20 was due is of the same level', () => {
  const near = nextDose(smallProtocol(steady), dosesOn('21', 1), onDay(2))
  assert.deepEqual(inShort(near).slice(0, 3), ['give', 'L2', '20 mg'])
})

test('a dose before its day is too early where doses are days apart, and so is one between two cycles', () => {
  const early = (
    timing: Omit<Regimen['timing'], keyof ReturnType<typeof madeNode>>,
    ...days: number[]
  ) =>
    stateOf(
      { ...steady, timing: { ...madeNode('t'), ...timing } },
      dosesOn('20', ...days),
      onDay(60),
    )
      .deviations.filter(({ type }) => type === 'dose too early')
      .map(({ at, expected }) => [at.slice(0, 10), expected])
  const due = (day: number, time = '10:00:00') => ({
    text: onDay(day, time).replace(':00+', '+'),
  })
  assert.deepEqual(early({ every: 'P7D' }, 1, 8, 15), [])
  assert.deepEqual(early({ every: 'P7D' }, 1, 2), [['2025-03-04', due(8)]])
  assert.deepEqual(early({ every: 'P7D' }, 1, 7), [['2025-03-09', due(8)]])
  assert.deepEqual(early({ every: 'PT48H' }, 1, 2), [['2025-03-04', due(3)]])
  // A day and a half after ten o'clock is the evening of the second day: that whole day is the dose's.
  assert.deepEqual(early({ every: 'PT36H' }, 1, 2), [])
  assert.deepEqual(early({ every: 'P1M' }, 1, 31), [['2025-04-02', due(32)]])
  const cycle = { length: 28, from: 1, to: 5 }
  assert.deepEqual(early({ every: 'P1D', cycle }, 1, 2, 3, 4, 5, 29), [])
  assert.deepEqual(early({ every: 'P1D', cycle }, 4, 5, 6, 7, 8, 9), [['2025-03-11', due(32)]])
  assert.deepEqual(early({ every: 'PT12H', cycle }, 1, 6), [['2025-03-08', due(29, '22:00:00')]])
})

test('a dose that was not given on the days of its cycle is not due between two cycles', () => {
  const timing = { ...madeNode('t'), every: 'P1D', cycle: { length: 28, from: 1, to: 5 } }
  const at = (now: number) => {
    const [next] = stateOf({ ...steady, timing }, dosesOn('20', 1, 2), onDay(now)).nextDoses
    return [next?.dueAt, next?.dueSince]
  }
  assert.deepEqual(at(5), [onDay(5), onDay(3, '10:00')])
  assert.deepEqual(at(6), [onDay(29, '10:00'), undefined])
  assert.deepEqual(at(28), [onDay(29, '10:00'), undefined])
})

test('a dose is judged as it was decided, before it was itself the last one', () => {
  const sinceLast = {
    op: 'reading',
    pick: 'latest',
    of: { item: 'temperature', after: { at: 'anchor', anchor: 'lastDose' } },
  } as const
  const isFebrile = {
    op: 'compare',
    left: sinceLast,
    is: '>',
    right: { op: 'quantity', value: '38', unit: 'Cel' },
  } as const
  const protocol = smallProtocol({ changes: [stepOf('to4', 'L2', 'L4', { when: isFebrile })] })
  const last = { ...madeNode('lastDose'), event: { type: 'last', item: 'dose' } } as const
  const whole = { ...protocol, anchors: [...protocol.anchors, last] }
  const first = [...dosesOn('20', 1), ...temperatureOn('38.5', 2)]
  assert.deepEqual(inShort(nextDose(whole, first, onDay(2, '10:00'))).slice(0, 3), [
    'give',
    'L4',
    '40 mg',
  ])
  const { deviations, dosesGiven } = smallState(
    whole,
    [...first, ...dosesOn('40', 2)],
    onDay(2, '11:00'),
  )
  assert.deepEqual(deviations, [])
  assert.equal(dosesGiven[1]?.shown.dose?.amount.value, '40')
})

test('a dose that was written wrongly and then corrected is one dose, whatever the names of the two facts', () => {
  const highest = smallProtocol({ ...steady, start: [{ ...madeNode('begin'), level: 'L6' }] })
  const given = onDay(1, '09:30')
  for (const [wrong, right] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const)
    for (const at of [onDay(1, '09:00'), given, onDay(1, '09:45')]) {
      const written = factOf('dose', '20', at, { id: wrong, recordedAt: at })
      const corrected = factOf('dose', '60', given, {
        id: right,
        corrects: wrong,
        recordedAt: onDay(1, '12:00'),
      })
      const now = smallState(highest, [written, corrected], onDay(2, '08:00'))
      const shown = now.dosesGiven.map((dose) => [dose.shown.number, ...inShort(dose.shown)])
      assert.deepEqual(now.deviations, [], `${wrong} ${at}`)
      assert.deepEqual(shown, [[1, 'give', 'L6', '60 mg', 'level started']])
      const [next] = now.nextDoses
      assert.ok(next)
      assert.deepEqual(inShort(next), ['give', 'L6', '60 mg', 'level kept'])
    }
})

test('a level that was reached by what was corrected since is asked about before the next dose, and a dose settles it', () => {
  const start = [
    { ...madeNode('small'), level: 'L2', when: latest('weight', '<', '4', 'kg') },
    { ...madeNode('large'), level: 'L6' },
  ]
  const levels = ['L2', 'L4', 'L6'].map((id, place) => levelOf(id, String(place * 20 + 20), 'mg'))
  const { weight: _, ...fixed } = smallRegimen
  const bands = smallProtocol({}, { regimens: [{ ...fixed, ...steady, levels, start }] })
  const weight = factOf('weight', '4.1', onDay(1, '08:00'), { recordedAt: onDay(1, '08:00') })
  const right = factOf('weight', '3.1', onDay(1, '08:00'), {
    id: 'right',
    corrects: weight.id,
    recordedAt: onDay(1, '18:00'),
  })
  const before = nextDose(bands, [weight, ...dosesOn('60', 1)], onDay(2, '08:00'))
  assert.deepEqual(inShort(before), ['give', 'L6', '60 mg', 'level kept'])
  assert.deepEqual(
    [before.reached?.number, before.reached?.rule.rule, before.reached?.rule.grounds[0]?.left],
    [1, 'large', { value: '4.1', unit: 'kg' }],
  )
  const corrected = smallState(bands, [weight, right, ...dosesOn('60', 1)], onDay(2, '08:00'))
  const [next] = corrected.nextDoses
  assert.ok(next)
  assert.deepEqual(inShort(next), ['hold', 'L6', undefined, 'level corrected'])
  assert.ok(corrected.questions.some(({ type, blocks }) => type === 'level corrected' && blocks))
  const went = [weight, right, ...dosesOn('60', 1), ...dosesOn('20', 2)]
  assert.deepEqual(inShort(nextDose(bands, went, onDay(3, '08:00'))), [
    'give',
    'L2',
    '20 mg',
    'level kept',
  ])
})
