import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  inShort,
  latest,
  madeNode,
  nextDose,
  onDay,
  smallProtocol,
  smallRegimen,
  smallState,
} from '../../../testing/small-protocol.ts'
import type { HoldRule, Regimen } from '../document/dosing.ts'
import type { Fact } from '../facts/fact.ts'

const platelets = (value: string, day: number, time = '08:00') =>
  factOf('platelets', value, onDay(day, time))
const low: HoldRule = {
  ...madeNode('low'),
  when: latest('platelets', '<', '50', '10*9/L'),
  resumeWhen: latest('platelets', '>=', '75', '10*9/L'),
}
const resting = (rule: Partial<HoldRule> = {}): Partial<Regimen> => ({
  changes: [],
  holds: [{ ...low, ...rule }],
})
const next = (regimen: Partial<Regimen>, facts: readonly Fact[], now: string) =>
  nextDose(smallProtocol(regimen), facts, now)

test('a rest begins and ends at its limits, and between them stays as it was', () => {
  const kinds = (...values: readonly string[]) => {
    const facts = values.map((value, past) => platelets(value, past + 1))
    return next(resting(), facts, onDay(values.length, '09:00')).kind
  }
  assert.equal(kinds('50'), 'give')
  assert.equal(kinds('49'), 'hold')
  assert.equal(kinds('49', '74'), 'hold')
  assert.equal(kinds('49', '75'), 'give')
  assert.equal(kinds('49', '75', '60'), 'give')
  assert.equal(kinds('49', '75', '49'), 'hold')
  // A count of after the decision says nothing of it.
  assert.equal(
    next(resting(), [platelets('60', 1), platelets('49', 1, '09:01')], onDay(1)).kind,
    'give',
  )
  assert.equal(next(resting(), [platelets('49', 1, '09:00')], onDay(1, '09:00')).kind, 'hold')
})

test('what somebody said of an earlier rest ends no later one, and a rest that was ended begins again by something newer alone', () => {
  const hot = (value: string, day: number, time: string) =>
    factOf('temperature', value, onDay(day, time))
  const released = factOf('toxicity', true, onDay(2, '08:00'))
  const hold = {
    ...madeNode('hot'),
    when: {
      op: 'any',
      of: {
        item: 'temperature',
        from: { at: 'decision', plus: '-PT24H' },
        until: { at: 'decision' },
      },
      holds: {
        op: 'compare',
        left: { op: 'this' },
        is: '>',
        right: { op: 'quantity', value: '39', unit: 'Cel' },
      },
    },
    resumeWhen: { op: 'fact', item: 'toxicity' },
    longest: 'P3D',
  } as const
  const at = (when: string, ...facts: readonly Fact[]) => {
    const given = [hot('37', 1, '08:00'), ...dosesOn('20', 1)]
    const { kind, rules } = next({ changes: [], holds: [hold] }, [...given, ...facts], when)
    return [kind, rules[0]?.rest]
  }
  const first = hot('39.5', 1, '20:00')
  const since = { since: onDay(1, '20:00'), endsAfter: onDay(4, '20:00') }
  assert.deepEqual(at(onDay(2, '07:00'), first), ['hold', since])
  const freed = { freed: onDay(2, '08:00') }
  assert.deepEqual(at(onDay(2, '08:00'), first, released), ['give', freed])
  assert.deepEqual(at(onDay(2, '09:00'), first, released), ['give', freed])
  const harmless = hot('37.5', 2, '08:30')
  assert.deepEqual(at(onDay(2, '09:00'), first, released, harmless), ['give', freed])
  const again = hot('39.1', 2, '08:45')
  const later = { since: onDay(2, '08:45'), endsAfter: onDay(5, '08:45') }
  assert.deepEqual(at(onDay(2, '09:00'), first, released, harmless, again), ['hold', later])
  assert.deepEqual(at(onDay(3, '08:50'), first, released, again), ['hold', later])
})

test('a rest that nobody can tell holds the dose and asks', () => {
  const { kind, because, asks, rules } = next(resting(), [], onDay(1))
  assert.deepEqual(
    [kind, because[0], asks.length],
    ['hold', { type: 'rule unknown', node: 'low' }, 1],
  )
  assert.deepEqual(rules[0]?.did, 'hold')
  const told = next(resting(), [platelets('60', 1)], onDay(1))
  assert.deepEqual(
    told.rules.map(({ rule, did }) => [rule, did]),
    [
      ['low', 'nothing'],
      ['begin', 'start'],
    ],
  )
})

test('a rest counts through a definition and from an anchor, as through an item', () => {
  const definitions = [{ ...madeNode('few'), expression: low.when }]
  const rule = { ...low, when: { op: 'defined', name: 'few' } } as const
  const protocol = smallProtocol({ changes: [], holds: [rule] }, { definitions })
  const kind = (...facts: readonly Fact[]) => nextDose(protocol, facts, onDay(3)).kind
  assert.equal(kind(platelets('49', 1)), 'hold')
  assert.equal(kind(platelets('49', 1), platelets('60', 2)), 'hold')
  assert.equal(kind(platelets('49', 1), platelets('80', 2)), 'give')
  const judged = {
    ...low,
    when: { op: 'defined', name: 'toxicity' },
    resumeWhen: { op: 'not', of: { op: 'defined', name: 'toxicity' } },
  } as const
  const byPerson = smallProtocol(
    { changes: [], holds: [judged] },
    { definitions: [{ ...madeNode('toxicity'), question: { en: 'Toxic?' } }] },
  )
  assert.equal(nextDose(byPerson, [factOf('toxicity', true, onDay(1))], onDay(2)).kind, 'hold')
  const over = [factOf('toxicity', true, onDay(1)), factOf('toxicity', false, onDay(2, '08:00'))]
  assert.equal(nextDose(byPerson, over, onDay(2)).kind, 'give')
})

test('a rest that time alone begins and ends needs no new reading', () => {
  const since = (is: '<' | '>=') =>
    ({
      op: 'compare',
      left: {
        op: 'elapsed',
        from: { at: 'anchor', anchor: 'lastToxic' },
        to: { at: 'decision' },
        unit: 'h',
      },
      is,
      right: { op: 'quantity', value: '72', unit: 'h' },
    }) as const
  const anchors = [
    ...smallProtocol().anchors,
    { ...madeNode('lastToxic'), event: { type: 'last', item: 'toxicity' } } as const,
  ]
  const rule = { ...madeNode('washout'), when: since('<'), resumeWhen: since('>=') }
  const protocol = smallProtocol({ changes: [], holds: [rule] }, { anchors })
  const toxic = factOf('toxicity', true, onDay(1, '12:00'))
  const kind = (now: string) => nextDose(protocol, [toxic], now).kind
  assert.equal(kind(onDay(1, '13:00')), 'hold')
  assert.equal(kind(onDay(4, '11:59')), 'hold')
  assert.equal(kind(onDay(4, '12:00')), 'give')
})

test('doses go on lower after a rest, once, and below the lowest level treatment ends', () => {
  const start = [{ ...madeNode('begin'), level: 'L4' }]
  const lower = { ...resting({ resumeLower: 1 }), start }
  const rest = [...dosesOn('40', 1), platelets('49', 2), platelets('80', 4)]
  const after = next(lower, rest, onDay(5))
  assert.deepEqual(inShort(after), ['give', 'L2', '20 mg', 'level changed'])
  assert.equal(next(lower, [...rest, ...dosesOn('20', 5)], onDay(6)).level, 'L2')
  const two = [...rest, ...dosesOn('20', 5), platelets('49', 6), platelets('80', 7)]
  const ended = next(lower, two, onDay(8))
  assert.deepEqual([ended.kind, ended.because[0]?.type], ['refuse', 'stopped'])
  // Two rests without a dose between them lower twice.
  const both = [
    ...dosesOn('60', 1),
    platelets('49', 2),
    platelets('80', 3),
    platelets('49', 4),
    platelets('80', 5),
  ]
  const top = { ...lower, start: [{ ...madeNode('begin'), level: 'L6' }] }
  assert.deepEqual(inShort(next(top, both, onDay(6))).slice(0, 3), ['give', 'L2', '20 mg'])
  // A rest that ends at the very moment of a dose is counted with that dose.
  const atDose = [...dosesOn('40', 1), platelets('49', 2), platelets('80', 4, '10:00')]
  assert.equal(next(lower, [...atDose, ...dosesOn('20', 4)], onDay(5)).level, 'L2')
  // Where the version does not say so, a rest lowers nothing.
  assert.equal(next({ ...resting(), start }, rest, onDay(5)).level, 'L4')
})

test('a rest as long as the version lets is not too long, and a minute more ends treatment', () => {
  const rule = resting({ longest: 'P7D' })
  const facts = [...dosesOn('20', 1), platelets('49', 2)]
  assert.equal(next(rule, facts, onDay(9, '08:00')).kind, 'hold')
  const over = next(rule, facts, onDay(9, '08:01'))
  assert.deepEqual([over.kind, over.because], ['refuse', [{ type: 'stopped', node: 'low' }]])
  assert.equal(next(rule, [...facts, platelets('80', 9)], onDay(9, '08:01')).kind, 'give')
  assert.equal(next(rule, [...facts, platelets('80', 9, '08:01')], onDay(10)).kind, 'refuse')
})

test('of two rests either holds, and both lower', () => {
  const hot = {
    ...madeNode('hot'),
    when: latest('temperature', '>', '39', 'Cel'),
    resumeWhen: latest('temperature', '<', '38', 'Cel'),
  }
  const rules = { changes: [], holds: [low, hot] }
  const warm = (value: string) => factOf('temperature', value, onDay(1, '08:30'))
  const found = (count: string, degrees: string) =>
    next(rules, [platelets(count, 1), warm(degrees)], onDay(1))
  assert.deepEqual(
    [found('60', '37'), found('49', '37'), found('60', '39.1')].map(({ kind, because }) => [
      kind,
      because[0]?.node,
    ]),
    [
      ['give', undefined],
      ['hold', 'low'],
      ['hold', 'hot'],
    ],
  )
})

/** Arm A gives the drug, arm B another. */
const arm = (id: string, code: string, more: Partial<Regimen> = {}): Regimen => ({
  ...smallRegimen,
  ...madeNode(id),
  changes: [],
  appliesIf: { op: 'code', item: 'arm', in: [code] },
  ...more,
})
const arms = smallProtocol({}, { regimens: [arm('a', 'A'), arm('b', 'B')] })

test('before anybody is allocated every arm waits, and then only their own arm is shown', () => {
  const open = smallState(arms, [], onDay(1)).nextDoses
  assert.deepEqual(
    open.map(({ regimen, kind, because, asks }) => [regimen, kind, because[0]?.type, asks.length]),
    [
      ['a', 'hold', 'not allocated', 1],
      ['b', 'hold', 'not allocated', 1],
    ],
  )
  assert.deepEqual(
    [open[0]?.number, open[0]?.dueAt, open[0]?.missing[0]?.item],
    [1, onDay(1), 'arm'],
  )
  const told = smallState(arms, [factOf('arm', 'B', onDay(0))], onDay(1))
  assert.deepEqual(
    told.nextDoses.map(({ regimen, kind }) => [regimen, kind]),
    [['b', 'give']],
  )
})

test('treatment has ended when every regimen that is for this person has', () => {
  const both = (first: number, second: number) =>
    smallProtocol(
      {},
      {
        regimens: [
          {
            ...smallRegimen,
            ...madeNode('a'),
            changes: [],
            stops: [{ ...madeNode('endA'), days: first }],
          },
          {
            ...smallRegimen,
            ...madeNode('b'),
            changes: [],
            stops: [{ ...madeNode('endB'), days: second }],
          },
        ],
      },
    )
  const stop = (first: number, second: number) =>
    smallState(both(first, second), dosesOn('20', 1), onDay(3)).stop
  assert.deepEqual(stop(2, 5), { stopped: false })
  assert.deepEqual(stop(5, 2), { stopped: false })
  assert.deepEqual(stop(2, 2), {
    stopped: true,
    regimen: 'a',
    because: 'past last day',
    rule: 'endA',
  })
  const withdrawn = [...dosesOn('20', 1), factOf('withdrawal', 'by the mother', onDay(2))]
  assert.deepEqual(smallState(both(9, 9), withdrawn, onDay(3)).stop, {
    stopped: true,
    regimen: 'a',
    because: 'withdrawn',
    at: onDay(2),
  })
})

/** Eight months old or more. */
const old = {
  ...madeNode('old'),
  kind: 'inclusion',
  expression: {
    op: 'compare',
    left: { op: 'age', unit: 'mo', on: { at: 'decision' } },
    is: '>=',
    right: { op: 'quantity', value: '8', unit: 'mo' },
  },
} as const

test('what criteria say holds or refuses the first dose, and no later one by itself', () => {
  const heavy = {
    ...madeNode('heavy'),
    kind: 'inclusion',
    expression: latest('weight', '>=', '8', 'kg'),
  } as const
  const toxic = {
    ...madeNode('toxic'),
    kind: 'exclusion',
    expression: { op: 'fact', item: 'toxicity' },
  } as const
  const protocol = smallProtocol({ changes: [] }, { eligibility: [heavy, old, toxic] })
  const well = factOf('toxicity', false, onDay(0))
  const born = (date: string) => factOf('birth', date, onDay(0))
  const reasons = (...facts: readonly Fact[]) => {
    const { kind, because } = nextDose(protocol, facts, onDay(1))
    return [kind, because[0]?.type, because[0]?.node, because[0]?.on]
  }
  assert.deepEqual(reasons(well, born('2024-07-03')), [
    'give',
    'level started',
    undefined,
    undefined,
  ])
  assert.deepEqual(reasons(well, born('2024-07-04')), ['hold', 'not yet', 'old', '2025-03-04'])
  assert.deepEqual(reasons(born('2024-07-03')), ['hold', 'eligibility open', 'toxic', undefined])
  const light = factOf('weight', '7.9', onDay(0))
  assert.deepEqual(reasons(well, born('2024-07-03'), light), [
    'refuse',
    'not eligible',
    'heavy',
    undefined,
  ])
  const later = [
    well,
    born('2024-07-03'),
    ...dosesOn('20', 1),
    factOf('weight', '7.9', onDay(2, '08:00')),
  ]
  assert.equal(nextDose(protocol, later, onDay(2)).kind, 'give')
})

test('a criterion that time will meet is not yet met while a dose is planned, and against one that was given', () => {
  // Eight months old on 4 March, the second day.
  const born = factOf('birth', '2024-07-04', onDay(0))
  const protocol = smallProtocol({ changes: [] }, { eligibility: [old] })
  const waiting = smallState(protocol, [born], onDay(1)).eligibility
  assert.deepEqual([waiting.answer, waiting.earliest], ['notYet', '2025-03-04'])
  const treated = smallState(protocol, [born, ...dosesOn('20', 1)], onDay(3))
  assert.equal(treated.eligibility.answer, 'no')
  assert.deepEqual(
    treated.deviations.map(({ type, node, at }) => [type, node, at]),
    [
      ['not eligible', 'old', onDay(1, '10:00')],
      ['dose missed', 'drug', '2025-03-04'],
    ],
  )
  assert.deepEqual(treated.nextDoses[0]?.because, [{ type: 'not eligible', node: 'old' }])
})

test('a dose whose record is not settled holds the next, and each kind is asked as what it is', () => {
  const asked = (...facts: readonly Fact[]) => {
    const found = smallState(smallProtocol({ changes: [] }), facts, onDay(2, '10:00'))
    const [decision] = found.nextDoses
    const types = decision?.asks.map((id) => found.questions.find((one) => one.id === id)?.type)
    return [decision?.kind, decision?.because[0], types]
  }
  const dose = (value: string | null, at: string, more: Partial<Fact> = {}) =>
    factOf('dose', value, at, more)
  const held = { type: 'dose not settled', node: 'dose' }
  const at = onDay(1, '10:00')
  assert.deepEqual(asked(dose('20', at)), ['give', { type: 'level kept' }, []])
  assert.deepEqual(asked(dose('20', at), dose('40', at, { id: 'two' })).slice(0, 2), ['hold', held])
  assert.deepEqual(asked(dose('20', at), dose('40', at, { id: 'two' }))[2], ['contradictory'])
  assert.deepEqual(asked(dose(null, at)), ['hold', held, ['not understood']])
  assert.deepEqual(asked(dose('20', at), dose('20', onDay(9))), [
    'hold',
    held,
    ['moment not exact'],
  ])
  assert.deepEqual(asked(dose('20', at), dose('1', onDay(2), { unit: 'mL' })), [
    'hold',
    held,
    ['not understood'],
  ])
  // By its day alone: today's dose may be too early until it was surely a day ago.
  assert.deepEqual(asked(dose('20', '2025-03-03')), ['hold', held, ['moment not exact']])
  const surely = nextDose(
    smallProtocol({ changes: [] }),
    [dose('20', '2025-03-03')],
    onDay(2, '23:59'),
  )
  assert.equal(surely.kind, 'hold')
  const past = nextDose(
    smallProtocol({ changes: [] }),
    [dose('20', '2025-03-03')],
    onDay(3, '00:00'),
  )
  assert.equal(past.kind, 'give')
})
