import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../../../testing/example-nodes.ts'
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
} from '../../../testing/small-protocol.ts'
import type { Regimen } from '../document/dosing.ts'
import type { Fact } from '../facts/fact.ts'

// What cannot be told never gives a dose, a step or a second dose: it holds, and a person is asked.

const steady: Partial<Regimen> = { changes: [] }
const short = (regimen: Partial<Regimen>, facts: readonly Fact[], now: string) =>
  inShort(nextDose(smallProtocol(regimen), facts, now))

test('two steps to different levels at one dose hold it, both rules are named, and a person is asked', () => {
  const low = latest('platelets', '<', '100', '10*9/L')
  const regimen: Partial<Regimen> = {
    start: [{ ...madeNode('begin'), level: 'L4' }],
    changes: [
      stepOf('up', 'L4', 'L6'),
      stepOf('down', 'L4', 'L2', { when: low, ifUnknown: 'go on' }),
    ],
  }
  const facts = [
    ...dosesOn('40', 1),
    ...temperatureOn('39', 2),
    factOf('platelets', '90', onDay(2, '08:00')),
  ]
  const { nextDoses, questions } = smallState(smallProtocol(regimen), facts, onDay(2, '09:40'))
  const [next] = nextDoses
  assert.ok(next)
  assert.deepEqual(inShort(next), ['hold', 'L4', undefined, 'rule unknown'])
  assert.deepEqual(
    next.rules.map(({ rule, did }) => [rule, did]),
    [
      ['up', 'hold'],
      ['down', 'hold'],
    ],
  )
  assert.deepEqual(
    questions.map(({ type, node, blocks }) => [type, node, blocks]),
    [['no rule', 'drug', true]],
  )
})

test('a step waits where it cannot be told that its gap is over', () => {
  const changes = [stepOf('to4', 'L2', 'L4', { minGap: 'PT72H' })]
  const dayAlone = [factOf('dose', '20', '2025-03-03'), ...dosesOn('20', 2, 3)]
  const facts = [...dayAlone, ...temperatureOn('39', 4, 5)]
  // The first dose may have been at 23:55: 72 hours end five minutes before midnight.
  const open = nextDose(smallProtocol({ changes }), facts, onDay(4, '23:50'))
  assert.deepEqual(inShort(open), ['hold', 'L2', undefined, 'rule unknown'])
  assert.deepEqual(
    open.missing.map(({ item, why }) => [item, why]),
    [['dose', 'moment not exact']],
  )
  assert.deepEqual(short({ changes }, facts, onDay(5, '10:00')).slice(0, 2), ['give', 'L4'])
  const goOn = [stepOf('to4', 'L2', 'L4', { minGap: 'PT72H', ifUnknown: 'go on' })]
  assert.deepEqual(short({ changes: goOn }, facts, onDay(4, '23:50')).slice(0, 2), ['give', 'L2'])
})

test('a dose due at a time that the clocks skip is due that day, never sooner, and is missed after it', () => {
  const night = [
    factOf('consent', 'signed', '2025-03-20T10:00+01:00'),
    factOf('weight', '10', '2025-03-20T10:00+01:00'),
    factOf('dose', '20', '2025-03-29T02:30+01:00'),
  ]
  const protocol = smallProtocol(steady)
  assert.equal(nextDose(protocol, night, '2025-03-29T12:00+01:00').dueAt, '2025-03-30')
  const missed = smallState(protocol, night, '2025-03-31T12:00+02:00').deviations
  assert.deepEqual(
    missed.map(({ type, at }) => [type, at]),
    [['dose missed', '2025-03-30']],
  )
  const gap = { changes: [stepOf('to4', 'L2', 'L4', { minGap: 'P1D' })] }
  const febrile = factOf('temperature', '39', '2025-03-29T11:00+01:00')
  assert.equal(short(gap, [...night, febrile], '2025-03-29T12:00+01:00')[0], 'hold')
})

test('nothing and less than nothing is no dose', () => {
  const down: Partial<Regimen> = {
    ...steady,
    rounding: { ...madeNode('fifty'), step: { value: '50', unit: 'mg' }, mode: 'down' },
  }
  assert.deepEqual(short(down, [], onDay(1)), ['hold', 'L2', undefined, 'below smallest'])
  for (const kg of ['0', '-10'])
    assert.deepEqual(short(steady, [factOf('weight', kg, onDay(0))], onDay(1)), [
      'hold',
      'L2',
      undefined,
      'no weight',
    ])
})

test('of two weights nobody can tell the newest where one is of a day alone: both doses are shown', () => {
  const weights = (...all: readonly [string, string][]) =>
    all.map(([kg, at]) => factOf('weight', kg, at))
  const two = weights(['10', '2025-03-02T09:00+01:00'], ['12', '2025-03-02'])
  for (const use of ['current', 'baseline'] as const) {
    const regimen = { ...steady, weight: { ...madeNode('rule'), item: 'weight', use } }
    const next = nextDose(smallProtocol(regimen), two, onDay(1))
    assert.deepEqual(inShort(next), ['hold', 'L2', undefined, 'weight not settled'])
    assert.deepEqual(next.options.map(({ amount }) => amount.value).toSorted(), ['20', '24'])
  }
  const older = weights(['10', '2025-03-02T09:00+01:00'], ['12', '2025-03-01'])
  assert.deepEqual(short(steady, older, onDay(1)).slice(0, 3), ['give', 'L2', '20 mg'])
  const alike = weights(['10', '2025-03-02T09:00+01:00'], ['10.0', '2025-03'])
  assert.deepEqual(short(steady, alike, onDay(1)).slice(0, 3), ['give', 'L2', '20 mg'])
})

test('a body surface at the start goes by the height of the start, and has no digits of the machine', () => {
  const surfaced = (use?: 'baseline' | 'current'): Partial<Regimen> => ({
    ...steady,
    levels: [levelOf('L30', '30', 'mg/m2')],
    start: [{ ...madeNode('begin'), level: 'L30' }],
    weight: {
      ...madeNode('rule'),
      item: 'weight',
      surface: { formula: 'mosteller', height: 'height' },
      ...(use && { use }),
    },
  })
  // 100 cm and 16 kg: the root of 1600 / 3600 is two thirds of a square metre; 144 cm: four fifths.
  const facts = [
    factOf('weight', '16', onDay(0)),
    factOf('height', '100', onDay(0)),
    ...dosesOn('20', 1),
  ]
  const grown = [...facts, factOf('height', '144', onDay(2, '08:00'))]
  const amount = (use: 'baseline' | 'current', all: readonly Fact[]) =>
    short(surfaced(use), all, onDay(2))[2]
  assert.equal(amount('baseline', facts), '20 mg')
  assert.equal(amount('baseline', grown), '20 mg')
  assert.equal(amount('current', grown), '24 mg')
  const unsaid = nextDose(smallProtocol(surfaced()), grown, onDay(2))
  assert.deepEqual(
    unsaid.options.map((one) => one.amount.value),
    ['20', '24'],
  )
})

test('a weight that comes later does not change what was said of an earlier dose', () => {
  const dose = [factOf('weight', '14', onDay(0)), ...dosesOn('80', 1)]
  const lighter = factOf('weight', '13', onDay(2, '08:00'))
  const said = (facts: readonly Fact[]) =>
    smallState(smallProtocol(steady), facts, onDay(2)).deviations.map(({ type, expected }) => [
      type,
      expected,
    ])
  // 6 mg/kg were 84 mg then, and would be 78 now.
  assert.deepEqual(said([...dose, lighter]), said(dose))
  assert.deepEqual(said(dose), [['dose differs', { value: '28', unit: 'mg' }]])
})

test('of doses that come sooner than daily, two within half of their time are one too many', () => {
  const half = { ...steady, timing: { ...madeNode('twice'), every: 'PT12H' } }
  const first = factOf('dose', '20', onDay(1, '10:00'))
  const second = (time: string) => [first, factOf('dose', '20', onDay(1, time))]
  assert.deepEqual(deviationsOf(half, second('10:05'), onDay(1, '17:00')), ['dose too early'])
  assert.deepEqual(deviationsOf(half, second('15:59'), onDay(1, '17:00')), ['dose too early'])
  assert.deepEqual(deviationsOf(half, second('16:00'), onDay(1, '17:00')), [])
})

test('what a document asks of an end of treatment is asked while nobody can tell, and not after', () => {
  const ended = {
    ...madeNode('ended'),
    when: { op: 'fact', item: 'toxicity' },
    asks: { en: 'Is there toxicity?' },
  } as const
  const asked = (facts: readonly Fact[]) =>
    smallState(smallProtocol({ ...steady, stops: [ended] }), facts, onDay(2)).questions.flatMap(
      ({ words }) => words?.en ?? [],
    )
  const given = dosesOn('20', 1)
  assert.deepEqual(asked(given), ['Is there toxicity?'])
  assert.deepEqual(asked([...given, factOf('toxicity', false, onDay(1, '11:00'))]), [])
})

test('criteria are for the first dose of the study, of whatever product', () => {
  const items = [...smallItems, itemOf('other', 'Other', '', 'quantity', { unit: 'mg' })]
  const ofArm = (arm: string) => ({ op: 'code', item: 'arm', in: [arm] }) as const
  const protocol = smallProtocol(
    {},
    {
      items,
      anchors: ['dose', 'other'].map((item) => ({
        ...madeNode(item === 'dose' ? 'start' : 'otherStart'),
        event: { type: 'first', item, orDecision: true },
        days: { first: 1, label: 'D' },
      })),
      regimens: [
        { ...smallRegimen, ...steady, appliesIf: ofArm('A') },
        {
          ...smallRegimen,
          ...steady,
          id: 'otherDrug',
          item: 'other',
          anchor: 'otherStart',
          appliesIf: ofArm('B'),
        },
      ],
      eligibility: [
        {
          ...madeNode('infant'),
          kind: 'inclusion',
          expression: {
            op: 'compare',
            left: { op: 'age', unit: 'a', on: { at: 'decision' } },
            is: '<',
            right: { op: 'quantity', value: '1', unit: 'a' },
          },
        },
      ],
    },
  )
  const treated = [
    factOf('birth', '2024-03-10', '2025-03-01T09:00+01:00'),
    factOf('arm', 'B', onDay(0)),
    factOf('other', '20', onDay(1, '10:00'), { unit: 'mg' }),
  ]
  const { eligibility, nextDoses } = smallState(protocol, treated, onDay(12))
  assert.deepEqual([eligibility.answer, eligibility.judgedAt], ['yes', onDay(1, '10:00')])
  assert.equal(nextDoses[0]?.kind, 'give')
})

test('a dose is not worked out with an older weight while the newest cannot be read', () => {
  const bare = { id: 'bare', item: 'weight', value: '12', at: onDay(2, '08:00') }
  const weights = [factOf('weight', '10', onDay(0)), bare]
  const said = (more: readonly Fact[], use: 'baseline' | 'current' = 'current') => {
    const weight = { ...madeNode('weightRule'), item: 'weight', use }
    const next = nextDose(
      smallProtocol({ ...steady, weight }),
      [...weights, ...dosesOn('20', 1), ...more],
      onDay(2),
    )
    return [...inShort(next), next.missing.map(({ why, facts }) => [why, facts])]
  }
  assert.deepEqual(said([]), ['hold', 'L2', undefined, 'no weight', [['not known', ['bare']]]])
  // The weight before the first dose is known.
  assert.deepEqual(said([], 'baseline').slice(0, 3), ['give', 'L2', '20 mg'])
  const corrected = factOf('weight', '12', onDay(2, '08:00'), { id: 'again', corrects: 'bare' })
  assert.deepEqual(said([corrected]).slice(0, 3), ['give', 'L2', '24 mg'])
  const newer = factOf('weight', '12.5', onDay(2, '08:30'))
  assert.deepEqual(said([newer]).slice(0, 3), ['give', 'L2', '25 mg'])
})
