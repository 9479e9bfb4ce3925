import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  febrile,
  latest,
  levelOf,
  madeNode,
  nextDose,
  onDay,
  smallItems,
  smallProtocol,
  smallState,
  stepOf,
  temperatureOn,
  deviationsOf,
  stateOf,
} from '../../../testing/small-protocol.ts'
import type { HoldRule, Regimen } from '../document/dosing.ts'
import type { Protocol } from '../document/protocol.ts'
import type { Fact } from '../facts/fact.ts'

// What is told beside the amount: days, rules, reasons, whose weight, what was raised, what is a deviation.

const steady: Partial<Regimen> = { changes: [] }
const low: HoldRule = {
  ...madeNode('low'),
  when: latest('platelets', '<', '50', '10*9/L'),
  resumeWhen: latest('platelets', '>=', '75', '10*9/L'),
}
const platelets = (value: string, day: number, time = '08:00', more: Partial<Fact> = {}) =>
  factOf('platelets', value, onDay(day, time), more)

test('days of doses are 1, 2, 3 and named day where the first dose has no numbering of its own', () => {
  const event = { type: 'first', item: 'dose', orDecision: true } as const
  const protocol = smallProtocol(steady, { anchors: [{ ...madeNode('start'), event }] })
  const { dosesGiven, nextDoses } = smallState(protocol, dosesOn('20', 1, 2), onDay(2, '12:00'))
  assert.deepEqual(
    dosesGiven.map(({ day }) => day),
    ['day 1', 'day 2'],
  )
  assert.equal(nextDoses[0]?.day, 'day 3')
})

test('of doses every 36 hours the next has the whole day on which it comes due', () => {
  const every36: Partial<Regimen> = { ...steady, timing: { ...madeNode('t'), every: 'PT36H' } }
  const second = (day: number, time: string) => [
    ...dosesOn('20', 1),
    factOf('dose', '20', onDay(day, time)),
  ]
  assert.deepEqual(deviationsOf(every36, second(2, '22:00'), onDay(2, '23:00')), [])
  assert.deepEqual(deviationsOf(every36, second(2, '00:10'), onDay(2, '23:00')), [])
  assert.deepEqual(deviationsOf(every36, second(1, '23:50'), onDay(2, '12:00')), ['dose too early'])
})

test('a dose whose rule had no reading of a day that goes on was not taken before, one of two readings that disagree was on hold', () => {
  const anyFever = {
    op: 'any',
    of: { item: 'temperature', onDayOf: { at: 'decision' } },
    holds: {
      op: 'compare',
      left: { op: 'this' },
      is: '>',
      right: { op: 'quantity', value: '38', unit: 'Cel' },
    },
  } as const
  const open = {
    changes: [stepOf('to4', 'L2', 'L4', { when: anyFever }), stepOf('to6', 'L4', 'L6')],
  }
  const given = dosesOn('20', 1, 2)
  const told = (regimen: Partial<Regimen>, ...facts: readonly Fact[]) =>
    stateOf(regimen, [...given, ...facts], onDay(2, '12:00')).deviations.map(
      ({ type, node, item }) => [type, node, item],
    )
  assert.deepEqual(told(open, ...temperatureOn('37', 2)), [
    ['not taken before', 'drug', 'temperature'],
  ])
  const two = ['37', '39'].map((value) =>
    factOf('temperature', value, onDay(2, '09:30'), { id: value }),
  )
  assert.deepEqual(told({}, ...two), [['dose on hold', 'to4', undefined]])
})

test('a dose without a weight was on hold: no rule asked for a reading that was left out', () => {
  const light = factOf('weight', null, onDay(0))
  const { deviations } = stateOf(steady, [light, ...dosesOn('20', 1)], onDay(1, '12:00'))
  assert.deepEqual(
    deviations.map(({ type, node, item }) => [type, node, item]),
    [['dose on hold', 'drug', undefined]],
  )
})

test('a dose on hold is told with the rule that held it, and without one where no rule did', () => {
  const only = (regimen: Partial<Regimen>, facts: readonly Fact[]) => {
    const { deviations } = stateOf({ ...steady, ...regimen }, facts, onDay(1, '12:00'))
    return deviations.map(({ type, node }) => [type, node])
  }
  const given = dosesOn('20', 1)
  assert.deepEqual(only({ holds: [low] }, [platelets('49', 1), ...given]), [
    ['dose on hold', 'low'],
  ])
  const smallest = { ...madeNode('s'), amount: { value: '30', unit: 'mg' } }
  assert.deepEqual(only({ smallest }, given), [['dose on hold', 'drug']])
})

test('an amount that nobody can measure may be rounded either way, and only where no rule rounds it', () => {
  const weighs = (value: string) => factOf('weight', value, onDay(0))
  const deviation = (weight: string, amount: string, unit = 'mg', more: Partial<Regimen> = {}) => {
    const dose = factOf('dose', amount, onDay(1, '10:00'), { unit })
    return deviationsOf({ ...steady, ...more }, [weighs(weight), dose], onDay(1, '12:00'))
  }
  // 2 mg/kg by 10.0617 kg is 20.1234 mg.
  for (const amount of [
    '20.1234',
    '20.123',
    '20.124',
    '20.12',
    '20.13',
    '20.1',
    '20.2',
    '20',
    '21',
  ])
    assert.deepEqual(deviation('10.0617', amount), [], amount)
  for (const amount of ['20.1235', '20.125', '20.122', '20.3', '22', '19'])
    assert.deepEqual(deviation('10.0617', amount), ['dose differs'], amount)
  // 20.25 mg can be measured: 20.3 mg is another dose.
  assert.deepEqual(deviation('10.125', '20.3'), ['dose differs'])
  assert.deepEqual(deviation('10.125', '20'), ['dose differs'])
  const step = { value: '0.0002', unit: 'mg' }
  const rounding = { ...madeNode('step'), step, mode: 'down' } as const
  assert.deepEqual(deviation('10.0617', '20.12', 'mg', { rounding }), ['dose differs'])
  assert.deepEqual(deviation('10.0617', '20.1234', 'mg', { rounding }), [])
})

test('where two heights may count, the highest is that of the larger surface, in whatever order they came', () => {
  const surface = { formula: 'mosteller', height: 'height' } as const
  const byBody: Partial<Regimen> = {
    ...steady,
    levels: [levelOf('L2', '20', 'mg/m2'), levelOf('L4', '40', 'mg/m2')],
    weight: { ...madeNode('w'), item: 'weight', status: 'silent', surface },
  }
  // 80 kg: Mosteller 2 m2 by 180 cm, 1.732… m2 by 135 cm. At most 80 mg and 69.28… mg.
  const bodies = [
    factOf('weight', '80', onDay(0)),
    factOf('height', '180', onDay(0)),
    factOf('height', '135', onDay(1, '11:00')),
  ]
  const second = (amount: string) =>
    deviationsOf(byBody, [...bodies, ...dosesOn('40', 1), ...dosesOn(amount, 2)], onDay(2, '12:00'))
  assert.deepEqual(second('40'), [])
  assert.deepEqual(second('79'), ['dose differs'])
  assert.deepEqual(second('80.1'), ['dose above highest'])
})

test('one consent before a dose is enough, whatever is signed after it', () => {
  const consent = (day: number) => factOf('consent', 'signed', onDay(day, '12:00'))
  const signed = (...days: readonly number[]) =>
    deviationsOf(steady, [...days.map(consent), ...dosesOn('20', 1)], onDay(2, '09:00'))
  assert.deepEqual(signed(0, 1), [])
  assert.deepEqual(signed(1), ['dose without consent'])
})

test('a dose that a cap cut is of the level that was due, not of the level that the amount is near to', () => {
  const cap = { ...madeNode('cap'), amount: { value: '30', unit: 'mg' } }
  const facts = [...temperatureOn('39', 2, 3), ...dosesOn('20', 1), ...dosesOn('30', 2, 3)]
  const { dosesGiven, nextDoses, questions, deviations } = stateOf(
    { cap },
    facts,
    onDay(3, '12:00'),
  )
  assert.deepEqual(
    dosesGiven.map(({ shown }) => [shown.level, shown.dose?.amount.value]),
    [
      ['L2', '20'],
      ['L4', '30'],
      ['L6', '30'],
    ],
  )
  assert.equal(nextDoses[0]?.level, 'L6')
  assert.deepEqual(
    questions.filter(({ type }) => type === 'given dose differs'),
    [],
  )
  assert.deepEqual(deviations, [])
})

test('after a dose of which nothing can be told the level is the lowest', () => {
  const start = [
    { ...madeNode('hot'), level: 'L6', when: febrile },
    { ...madeNode('begin'), level: 'L4' },
  ]
  const facts = [factOf('weight', null, onDay(0)), ...dosesOn('55', 1)]
  const next = nextDose(smallProtocol({ start, ...steady }), facts, onDay(2))
  assert.equal(next.level, 'L2')
})

test('the rule of a rest that lowered a dose leads to its level, and the others do nothing', () => {
  const levels = [levelOf('L2', '2'), levelOf('L4', '4'), levelOf('L6', '6')]
  const from6 = { levels, start: [{ ...madeNode('begin'), level: 'L6' }], ...steady }
  const calm = { ...low, ...madeNode('calm'), when: latest('temperature', '>', '41', 'Cel') }
  const holds = [{ ...low, resumeLower: 1 }, calm]
  const facts = [
    ...temperatureOn('37', 1, 2, 3),
    platelets('80', 1),
    ...dosesOn('60', 1),
    platelets('40', 2),
    platelets('80', 3),
  ]
  const next = nextDose(smallProtocol({ ...from6, holds }), facts, onDay(3))
  assert.deepEqual(
    next.rules.map(({ rule, did, to, rest }) => [rule, did, to, rest]),
    [
      ['low', 'step', 'L4', { ended: onDay(3, '08:00') }],
      ['calm', 'nothing', undefined, undefined],
    ],
  )
  assert.deepEqual(next.because, [{ type: 'level changed', node: 'low' }])
  const before = nextDose(smallProtocol({ ...from6, holds }), facts.slice(0, 5), onDay(2, '07:00'))
  assert.deepEqual(before.because, [{ type: 'level kept' }])
})

test('a step is told with its rule, and at the dose that a rest lowers it does nothing while what asks still asks', () => {
  const step = nextDose(
    smallProtocol(),
    [...dosesOn('20', 1), ...temperatureOn('39', 2)],
    onDay(2, '09:40'),
  )
  assert.deepEqual(step.because, [{ type: 'level changed', node: 'to4' }])
  const silent = stepOf('more', 'L4', undefined, { question: { en: 'What then?' } })
  const regimen: Partial<Regimen> = {
    start: [{ ...madeNode('begin'), level: 'L4' }],
    changes: [stepOf('to6', 'L4', 'L6'), silent],
    holds: [{ ...low, resumeLower: 1 }],
  }
  const facts = [
    platelets('80', 1),
    ...dosesOn('40', 1),
    platelets('40', 2),
    platelets('80', 3),
    ...temperatureOn('39', 3),
  ]
  const next = nextDose(smallProtocol(regimen), facts, onDay(3, '09:40'))
  assert.deepEqual(
    next.rules.map(({ rule, did, to }) => [rule, did, to]),
    [
      ['low', 'step', 'L2'],
      ['to6', 'nothing', 'L6'],
      ['more', 'ask', undefined],
    ],
  )
  assert.equal(next.level, 'L2')
})

test('a rest that reads two items is judged by what was known of both when a dose was given', () => {
  const rule = { ...low, resumeWhen: { op: 'fact', item: 'toxicity' } } as const
  const wrong = platelets('40', 1, '08:00', { id: 'wrong' })
  const right = platelets('60', 1, '08:00', {
    id: 'right',
    corrects: 'wrong',
    recordedAt: onDay(3, '15:00'),
  })
  const facts = [
    factOf('toxicity', false, onDay(0), { recordedAt: onDay(0) }),
    { ...wrong, recordedAt: onDay(1, '08:05') },
    right,
    ...dosesOn('20', 1, 2),
  ]
  const { dosesGiven } = stateOf({ ...steady, holds: [rule] }, facts, onDay(4))
  assert.deepEqual(
    dosesGiven.map(({ shown, now }) => [shown.kind, now?.kind]),
    [
      ['hold', 'give'],
      ['hold', 'give'],
    ],
  )
})

test('an increase is a step up and no step down', () => {
  const isWell = { op: 'not', of: febrile } as const
  const risen = { ...madeNode('risen'), event: { type: 'increase', item: 'dose' } } as const
  const protocol: Protocol = {
    ...smallProtocol({
      changes: [stepOf('to4', 'L2', 'L4'), stepOf('down', 'L4', 'L2', { when: isWell })],
    }),
    endpoints: [
      {
        ...madeNode('end'),
        level: 'primary',
        sets: [],
        success: febrile,
        readyAt: { at: 'anchor', anchor: 'risen', plus: 'PT48H' },
      },
    ],
  }
  const { anchors } = protocol
  const readyAt = (...doses: readonly string[]) => {
    const temperatures = temperatureOn('39', 2).concat(temperatureOn('37', 3, 4))
    const given = doses.flatMap((amount, at) => dosesOn(amount, at + 1))
    const now = onDay(doses.length, '12:00')
    return smallState(
      { ...protocol, anchors: [...anchors, risen] },
      [...temperatures, ...given],
      now,
    ).endpoints[0]?.readyAt
  }
  assert.equal(readyAt('20'), onDay(3, '10:00'))
  assert.equal(readyAt('20', '40'), onDay(4, '10:00'))
  assert.equal(readyAt('20', '40', '20'), onDay(4, '10:00'))
})

test('treatment that waits for a person after a new consent has not ended', () => {
  const withdrawn = factOf('withdrawal', 'by the mother', onDay(1, '15:00'))
  const signed = [
    factOf('consent', 'signed', onDay(0)),
    factOf('consent', 'again', onDay(2, '08:00')),
  ]
  const given = dosesOn('20', 1)
  const gone = stateOf(steady, [...given, withdrawn], onDay(2))
  assert.deepEqual(gone.stop, {
    stopped: true,
    regimen: 'drug',
    because: 'withdrawn',
    at: onDay(1, '15:00'),
  })
  const again = stateOf(steady, [...given, withdrawn, ...signed], onDay(2))
  assert.deepEqual([again.nextDoses[0]?.kind, again.stop], ['hold', { stopped: false }])
})

test('a study without a consent ends treatment as any other', () => {
  const items = smallItems.filter(({ id }) => id !== 'consent')
  const stops = [{ ...madeNode('one'), doses: 1 }]
  const next = nextDose(smallProtocol({ ...steady, stops }, { items }), dosesOn('20', 1), onDay(2))
  assert.deepEqual([next.kind, next.because], ['refuse', [{ type: 'past last day', node: 'one' }]])
})

test('two amounts at one moment are both named in the question', () => {
  const two = ['20', '30'].map((value) =>
    factOf('dose', value, onDay(1, '10:00'), { id: `dose ${value}` }),
  )
  const { questions } = stateOf(steady, two, onDay(2))
  const asked = questions.find(({ type, blocks }) => type === 'contradictory' && blocks)
  assert.deepEqual(asked?.facts.toSorted(), ['dose 20', 'dose 30'])
})

test('a dose by weight in a document without a weight is held, and no weight is taken for it', () => {
  const protocol = smallProtocol(steady)
  const [{ weight: _, ...unweighed }] = protocol.regimens as [Regimen]
  const next = nextDose({ ...protocol, regimens: [unweighed] }, [], onDay(1))
  assert.deepEqual([next.kind, next.because], ['hold', [{ type: 'no weight' }]])
})

test('a whole number of millilitres is exact, and a volume without end is not', () => {
  const product = (value: string) => ({ name: 'Drug', strength: { value, unit: 'mg/mL' } })
  const volume = (strength: string) =>
    nextDose(smallProtocol({ ...steady, product: product(strength) }), [], onDay(1)).dose?.product
  assert.deepEqual(volume('10')?.amount, { value: '2', unit: 'mL' })
  assert.equal(volume('10')?.exact, true)
  assert.equal(volume('32')?.amount.value, '0.625')
  assert.deepEqual([volume('30')?.amount.value, volume('30')?.exact], ['0.6667', false])
})

test('a rule that ends treatment is told as what it did', () => {
  const when = { op: 'fact', item: 'toxicity' } as const
  const stops = [{ ...madeNode('toxic'), when }]
  const facts = [...dosesOn('20', 1), factOf('toxicity', true, onDay(2, '08:00'))]
  const { kind, rules } = nextDose(smallProtocol({ ...steady, stops }), facts, onDay(2))
  assert.deepEqual(
    [kind, rules.map(({ rule, did }) => [rule, did])],
    ['refuse', [['toxic', 'stop']]],
  )
})

test('by whose dose and which rule a level was reached is kept while it stays', () => {
  const facts = [
    ...temperatureOn('39', 2),
    ...temperatureOn('37', 3, 4),
    ...dosesOn('20', 1),
    ...dosesOn('40', 2, 3),
  ]
  const { reached, because } = nextDose(smallProtocol(), facts, onDay(4, '09:40'))
  assert.deepEqual(
    [reached?.number, reached?.at, reached?.rule.rule, because],
    [2, onDay(2, '10:00'), 'to4', [{ type: 'level kept' }]],
  )
})

test('a least time between two steps is counted from the last step, not from the last dose', () => {
  const changes = [stepOf('to4', 'L2', 'L4'), stepOf('to6', 'L4', 'L6', { minGap: 'PT48H' })]
  const facts = [...temperatureOn('39', 2, 3, 4), ...dosesOn('20', 1), ...dosesOn('40', 2, 3)]
  const next = nextDose(smallProtocol({ changes }), facts, onDay(4, '10:00'))
  assert.deepEqual([next.level, next.because], ['L6', [{ type: 'level changed', node: 'to6' }]])
})

test('a dose that was given while the first level was not known is of the level that its amount is near to', () => {
  const start = [
    { ...madeNode('hot'), level: 'L6', when: febrile },
    { ...madeNode('begin'), level: 'L4' },
  ]
  const level = (amount: string) =>
    nextDose(smallProtocol({ start, ...steady }), dosesOn(amount, 1), onDay(2)).level
  assert.deepEqual(['21', '38', '55'].map(level), ['L2', 'L4', 'L6'])
})

test('criteria that time has turned hold no later product; who was treated against one is asked about before any', () => {
  const heavy = {
    ...madeNode('heavy'),
    kind: 'inclusion',
    expression: latest('weight', '>=', '9', 'kg'),
  } as const
  const [first] = smallProtocol(steady).regimens as [Regimen]
  const levels = [levelOf('other2', '2')]
  const second: Regimen = {
    ...first,
    ...madeNode('second'),
    item: 'other',
    anchor: 'startOfOther',
    levels,
    start: [{ ...madeNode('beginOther'), level: 'other2' }],
    timing: { ...madeNode('dailyOther'), every: 'P1D' },
    weight: { ...madeNode('weightOfOther'), item: 'weight', use: 'current' },
  }
  const { anchors, items } = smallProtocol()
  const event = { type: 'first', item: 'other', orDecision: true } as const
  const other = items.filter(({ id }) => id === 'dose').map((item) => ({ ...item, id: 'other' }))
  const protocol = smallProtocol(steady, {
    eligibility: [heavy],
    regimens: [first, second],
    items: [...items, ...other],
    anchors: [...anchors, { ...madeNode('startOfOther'), event, days: { first: 1, label: 'D' } }],
  })
  const lighter = [factOf('weight', '10', onDay(0)), factOf('weight', '8', onDay(2, '08:00'))]
  const given = (item: string, amount: string, day: number) =>
    factOf(item, amount, onDay(day, '10:00'), { unit: 'mg' })
  const kinds = (...doses: readonly Fact[]) =>
    smallState(protocol, [...lighter, ...doses], onDay(4)).nextDoses.map(({ regimen, kind }) => [
      regimen,
      kind,
    ])
  assert.deepEqual(kinds(given('dose', '20', 1)), [
    ['drug', 'give'],
    ['second', 'give'],
  ])
  assert.deepEqual(kinds(given('dose', '20', 1), given('other', '16', 3)), [
    ['drug', 'give'],
    ['second', 'give'],
  ])
  assert.deepEqual(kinds(), [
    ['drug', 'refuse'],
    ['second', 'refuse'],
  ])
  assert.deepEqual(kinds(given('dose', '16', 3)), [
    ['drug', 'hold'],
    ['second', 'hold'],
  ])
})
