import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../../../testing/example-nodes.ts'
import {
  febrile,
  latest,
  levelOf,
  madeNode,
  smallItems,
  smallProtocol,
  stepOf,
} from '../../../testing/small-protocol.ts'
import type { HoldRule, Regimen } from '../document/dosing.ts'
import type { TruthExpression, ValueExpression } from '../document/expressions.ts'
import type { Protocol } from '../document/protocol.ts'
import type { PlannedVisit } from '../document/schedule.ts'
import { protocolFaults } from './check-protocol.ts'

// What has the right shape and would be passed over, or worked out wrongly, is refused with its place.

const faults = (protocol: Protocol) =>
  protocolFaults(protocol).map(({ kind, path }) => `${kind} ${path}`)
const ofRegimen = (regimen: Partial<Regimen>, more: Partial<Protocol> = {}) =>
  faults(smallProtocol(regimen, more)).map((one) => one.replace('regimens[0].', ''))
const ofRule = (expression: TruthExpression, more: Partial<Protocol> = {}) =>
  faults(
    smallProtocol(
      {},
      { eligibility: [{ ...madeNode('rule'), kind: 'inclusion', expression }], ...more },
    ),
  ).map((one) => one.replace('eligibility[0].', ''))
const ofVisits = (...visits: readonly Partial<PlannedVisit>[]) =>
  faults(
    smallProtocol(
      {},
      {
        visits: visits.map((visit, at) => ({
          ...madeNode(`V${at}`),
          items: ['height'],
          target: { anchor: 'start', day: 8 },
          ...visit,
        })),
      },
    ),
  ).map((one) => one.replace('visits[0].', ''))
const of = (value: string, unit: string) => ({ value, unit })
const at = (value: string, unit: string): ValueExpression => ({ op: 'quantity', value, unit })

test('amounts of a regimen are held against the unit of its doses, and are above zero', () => {
  const wrong = (unit: string) => ({
    cap: { ...madeNode('cap'), amount: of('1', unit), askAbove: of('1', unit) },
    rounding: { ...madeNode('step'), step: of('1', unit), mode: 'down' as const },
    smallest: { ...madeNode('least'), amount: of('1', unit) },
  })
  assert.deepEqual(ofRegimen(wrong('g')), [])
  assert.deepEqual(ofRegimen(wrong('mL')), [
    'units do not convert cap.amount.unit',
    'units do not convert cap.askAbove.unit',
    'units do not convert rounding.step.unit',
    'units do not convert smallest.amount.unit',
  ])
  const none = { cap: { ...madeNode('cap'), amount: of('0', 'mg') } }
  assert.deepEqual(ofRegimen(none), ['not above zero cap.amount.value'])
  assert.deepEqual(
    ofRegimen({ levels: [levelOf('L2', '-2'), levelOf('L4', '0'), levelOf('L6', '6')] }),
    ['not above zero levels[0].amount.value', 'not above zero levels[1].amount.value'],
  )
  const strength = (value: string, unit: string) =>
    ofRegimen({ product: { name: 'Drug', strength: of(value, unit) } })
  assert.deepEqual(strength('150', 'mg/mL'), [])
  assert.deepEqual(strength('150', 'mL/mg'), ['units do not convert product.strength.unit'])
  assert.deepEqual(strength('0', 'mg/mL'), ['not above zero product.strength.value'])
  assert.deepEqual(
    ofRegimen({
      levels: [levelOf('L2', '2'), levelOf('L4', '40', 'mg'), levelOf('L6', '60', 'mg')],
    }),
    ['units do not convert levels[1].amount.unit'],
  )
})

test('a weight is measured as one, and a height too', () => {
  const rule = { ...madeNode('rule'), use: 'current' as const }
  assert.deepEqual(ofRegimen({ weight: { ...rule, item: 'height' } }), [
    'units do not convert weight.item',
  ])
  const surface = { formula: 'haycock', height: 'weight' } as const
  assert.deepEqual(ofRegimen({ weight: { ...rule, item: 'weight', surface } }), [
    'units do not convert weight.surface.height',
  ])
})

test('a rule that is not silent says what it rules', () => {
  assert.deepEqual(
    ofRegimen({
      cap: madeNode('cap'),
      rounding: { ...madeNode('step'), step: of('1', 'mg') },
      smallest: madeNode('least'),
      weight: { ...madeNode('rule'), item: 'weight' },
      stops: [madeNode('end')],
    }),
    ['cap', 'rounding', 'smallest', 'weight', 'stops[0]'].map((path) => `says nothing ${path}`),
  )
  assert.deepEqual(ofRegimen({ cap: { ...madeNode('cap'), status: 'silent' } }), [])
})

test('time runs forward, and where it must pass it does', () => {
  const rest: HoldRule = {
    ...madeNode('rest'),
    when: febrile,
    resumeWhen: { op: 'not', of: febrile },
  }
  assert.deepEqual(
    ofRegimen({
      timing: { ...madeNode('never'), every: 'PT0H' },
      changes: [stepOf('to4', 'L2', 'L4', { minGap: '-PT24H' }), stepOf('to6', 'L4', 'L6')],
      holds: [{ ...rest, longest: '-P7D' }],
    }),
    ['not above zero timing.every', 'below zero changes[0].minGap', 'below zero holds[0].longest'],
  )
  assert.deepEqual(
    ofVisits({ window: { early: '-P1D', late: '-P1D' }, repeat: { every: '-P7D' } }),
    ['below zero window.early', 'below zero window.late', 'below zero repeat.every'],
  )
  const cycle = (from: number, to: number) =>
    ofRegimen({ timing: { ...madeNode('days'), every: 'P1D', cycle: { length: 28, from, to } } })
  assert.deepEqual(cycle(1, 28), [])
  for (const [from, to] of [
    [0, 21],
    [21, 1],
    [1, 29],
  ] as const)
    assert.deepEqual(cycle(from, to), ['days of the cycle timing.cycle'])
})

test('a level is reached from the start, by steps and by rests that lower, and by nothing else', () => {
  const levels = [levelOf('L2', '2'), levelOf('L4', '4'), levelOf('L6', '6')]
  const isWell: TruthExpression = { op: 'not', of: febrile }
  const island = [stepOf('up', 'L4', 'L6'), stepOf('down', 'L6', 'L4', { when: isWell })]
  assert.deepEqual(ofRegimen({ levels, changes: island }), [
    'unreachable level levels[1]',
    'unreachable level levels[2]',
  ])
  const rest: HoldRule = {
    ...madeNode('rest'),
    when: febrile,
    resumeWhen: { op: 'not', of: febrile },
  }
  const from6 = { start: [{ ...madeNode('begin'), level: 'L6' }], changes: [] }
  assert.deepEqual(ofRegimen({ ...from6, holds: [{ ...rest, resumeLower: 1 }] }), [])
  assert.deepEqual(ofRegimen({ ...from6, holds: [{ ...rest, resumeLower: 2 }] }), [
    'unreachable level levels[1]',
  ])
})

test('a step is looked at before a dose of its days, and never before the first or after the last', () => {
  const when = (change: Partial<Regimen['changes'][number]>, stops: Regimen['stops'] = []) =>
    ofRegimen({ changes: [stepOf('to4', 'L2', 'L4', change), stepOf('to6', 'L4', 'L6')], stops })
  assert.deepEqual(when({ at: { days: [0] } }), ['never looked at changes[0].at'])
  const five = [{ ...madeNode('five'), days: 5 }]
  assert.deepEqual(when({ at: { fromDay: 6 } }, five), ['never looked at changes[0].at'])
  assert.deepEqual(when({ at: { days: [5, 9] } }, five), [])
  const two = [{ ...madeNode('two'), doses: 2 }]
  assert.deepEqual(when({ at: { fromDose: 3 } }, two), ['never looked at changes[0].at'])
})

test('two steps of one condition fire twice, however it is spelled', () => {
  const definitions = [{ ...madeNode('fever'), expression: febrile }]
  const again = (when: TruthExpression) =>
    ofRegimen(
      { changes: [stepOf('to4', 'L2', 'L4'), stepOf('to6', 'L2', 'L6', { when })] },
      { definitions },
    )
  const twice = ['fires twice changes[1]']
  assert.deepEqual(again(febrile), twice)
  assert.deepEqual(again({ op: 'and', of: [febrile] }), twice)
  assert.deepEqual(again({ op: 'or', of: [febrile, febrile] }), twice)
  assert.deepEqual(again({ op: 'not', of: { op: 'not', of: febrile } }), twice)
  assert.deepEqual(again({ op: 'defined', name: 'fever' }), twice)
  assert.deepEqual(again(latest('temperature', '>', '39', 'Cel', { isOfDay: true })), [])
})

test('a visit has one target on a day that there is, and its times do not run into each other', () => {
  const anchor = 'start'
  assert.deepEqual(ofVisits({ target: { anchor } }), ['target twice target'])
  assert.deepEqual(ofVisits({ target: { anchor, day: 3, after: 'P3D' } }), ['target twice target'])
  assert.deepEqual(ofVisits({ target: { anchor, day: 0 } }), ['no day zero target.day'])
  const weekly = (days: number) => ({
    window: { early: `P${days}D`, late: `P${days}D` },
    repeat: { every: 'P7D', times: 3 },
  })
  assert.deepEqual(ofVisits(weekly(3)), [])
  assert.deepEqual(ofVisits(weekly(4)), ['windows overlap window'])
  const other = (day: number) => ({
    target: { anchor, day },
    window: { early: 'P0D', late: 'P0D' },
  })
  assert.deepEqual(ofVisits(weekly(1), other(23)), ['windows overlap visits[1].window'])
  assert.deepEqual(ofVisits(weekly(1), other(29)), [])
  const order = [
    // oxlint-disable-next-line unicorn/no-thenable -- the document's word; nothing awaits it
    { first: 'weight', then: 'dose' },
    // oxlint-disable-next-line unicorn/no-thenable -- the same
    { first: 'dose', then: 'weight' },
  ]
  assert.deepEqual(ofVisits({ order }), ['cycle order'])
})

test('a visit that comes again is read by nothing: which of its times would be meant', () => {
  const visits: PlannedVisit[] = [
    {
      ...madeNode('weekly'),
      items: ['height'],
      target: { anchor: 'start', day: 8 },
      repeat: { every: 'P7D' },
    },
  ]
  const read: TruthExpression = { op: 'exists', of: { item: 'height', visit: 'weekly' } }
  assert.deepEqual(ofRule(read, { visits }), ['visit repeats expression.of.visit'])
})

test('an age in whole years tells no months, and a code that an item does not have is never read', () => {
  const age = (unit: 'a' | 'mo' | 'wk' | 'd', value: string, than: string) =>
    ofRule({
      op: 'compare',
      left: { op: 'age', unit, on: { at: 'decision' } },
      is: '>=',
      right: at(value, than),
    })
  assert.deepEqual(age('a', '6', 'mo'), ['not a whole age expression.right'])
  assert.deepEqual(age('a', '2.5', 'a'), ['not a whole age expression.right'])
  assert.deepEqual(age('a', '24', 'mo'), [])
  assert.deepEqual(age('mo', '0.5', 'a'), [])
  assert.deepEqual(age('wk', '10', 'd'), ['not a whole age expression.right'])
  const arm = (text: string) =>
    ofRule({
      op: 'compare',
      left: { op: 'reading', pick: 'latest', of: { item: 'arm' } },
      is: '=',
      right: { op: 'text', text },
    })
  assert.deepEqual(arm('A'), [])
  assert.deepEqual(arm('C'), ['code not listed expression.right'])
})

test('more than all is never met, and a test of a reading needs one', () => {
  assert.deepEqual(ofRule({ op: 'atLeast', count: 2, of: [febrile] }), [
    'count beyond its list expression.count',
  ])
  const test38: TruthExpression = {
    op: 'compare',
    left: { op: 'this' },
    is: '>',
    right: at('38', 'Cel'),
  }
  const definitions = [{ ...madeNode('fever'), expression: test38 }]
  assert.deepEqual(ofRule({ op: 'defined', name: 'fever' }, { definitions }), [
    'reading outside a test expression(fever).left',
  ])
  const day0 = { at: 'day', anchor: 'start', day: 0 } as const
  assert.deepEqual(ofRule({ op: 'before', first: day0, second: { at: 'now' } }), [
    'no day zero expression.first.day',
  ])
})

test('what a clinical function takes and gives has its unit', () => {
  const reading = (item: string): ValueExpression => ({
    op: 'reading',
    pick: 'latest',
    of: { item },
  })
  const surface = (height: string, unit: string) =>
    ofRule({
      op: 'compare',
      left: {
        op: 'derived',
        by: 'bsa-haycock',
        inputs: { height: reading(height), weight: reading('weight') },
      },
      is: '>',
      right: at('1', unit),
    })
  assert.deepEqual(surface('height', 'm2'), [])
  assert.deepEqual(surface('height', 'kg'), ['units do not convert expression'])
  assert.deepEqual(surface('weight', 'm2'), ['units do not convert expression.left.inputs.height'])
})

test('a head says each thing once, and doses belong to one regimen', () => {
  const twice = { site: '*', from: '2026-01-01' }
  const protocol = smallProtocol()
  const [first] = protocol.effective
  assert.ok(first)
  assert.deepEqual(
    faults({
      ...protocol,
      supersedes: '1',
      effective: [first, twice],
      sources: [...protocol.sources, ...protocol.sources],
    }),
    ['site twice effective[1].site', 'id twice sources[1].id', 'cycle supersedes'],
  )
  const [one] = protocol.regimens
  assert.ok(one)
  const renamed = JSON.parse(
    JSON.stringify(one)
      .replaceAll(/"(id|level|to)":"(\w+)"/g, '"$1":"$2b"')
      .replaceAll(/"from":\["(\w+)"\]/g, '"from":["$1b"]'),
  ) as Regimen
  assert.deepEqual(faults({ ...protocol, regimens: [one, renamed] }), [
    'item of two regimens regimens[1].item',
  ])
  const turned = itemOf('turned', 'Turned', '', 'quantity', {
    unit: 'kg',
    plausible: { from: '150', to: '2' },
  })
  assert.deepEqual(faults({ ...protocol, items: [...smallItems, turned] }), [
    `limits turned round items[${smallItems.length}].plausible`,
  ])
  const risen = { ...madeNode('risen'), event: { type: 'increase', item: 'weight' } } as const
  assert.deepEqual(faults({ ...protocol, anchors: [...protocol.anchors, risen] }), [
    'no dose of it anchors[1].event.item',
  ])
})

test('a confidence is a share and no percentage', () => {
  const end = (confidence: string) =>
    faults(
      smallProtocol(
        {},
        {
          endpoints: [
            {
              ...madeNode('end'),
              level: 'primary',
              sets: ['all'],
              success: febrile,
              analysis: { method: 'proportion', interval: 'exact', confidence },
            },
          ],
          sets: [{ ...madeNode('all'), member: febrile }],
        },
      ),
    )
  assert.deepEqual(end('0.9'), [])
  for (const wrong of ['95', '1', '0', '-0.95'])
    assert.deepEqual(end(wrong), ['not a confidence endpoints[0].analysis.confidence'])
})

test('a step that undoes another on the same condition is refused, and so is one that waits beyond the last day', () => {
  const days = { ...madeNode('end'), days: 5 }
  const up = stepOf('up', 'L2', 'L4')
  const higher = stepOf('higher', 'L4', 'L6')
  const back = stepOf('back', 'L4', 'L2')
  assert.deepEqual(ofRegimen({ changes: [up, higher, back] }), [
    'undoes a step changes[2]',
    'fires twice changes[2]',
  ])
  const levels = [levelOf('L2', '2'), levelOf('L4', '4')]
  assert.deepEqual(ofRegimen({ levels, changes: [up, back] }), ['undoes a step changes[1]'])
  assert.deepEqual(ofRegimen({ levels, changes: [up, { ...back, once: true }] }), [])
  assert.deepEqual(
    ofRegimen({ levels, changes: [up, { ...back, when: { op: 'not', of: febrile } }] }),
    [],
  )
  const waits = (minGap: string) =>
    ofRegimen({ levels, stops: [days], changes: [{ ...up, minGap }] })
  assert.deepEqual(waits('P5D'), ['gap beyond the end changes[0].minGap'])
  assert.deepEqual(waits('PT120H'), ['gap beyond the end changes[0].minGap'])
  assert.deepEqual(waits('P4D'), [])
})

test('two criteria that nobody fulfils together are refused, and what may hold of somebody is not', () => {
  const weighs = (
    is: '<' | '<=' | '>' | '>=' | '=',
    value: string,
    unit = 'kg',
  ): TruthExpression => ({
    op: 'compare',
    left: { op: 'reading', pick: 'latest', of: { item: 'weight' } },
    is,
    right: { op: 'quantity', value, unit },
  })
  const of = (
    one: TruthExpression,
    other: TruthExpression,
    kind: 'inclusion' | 'exclusion' = 'inclusion',
    more: object = {},
  ) =>
    faults(
      smallProtocol(
        {},
        {
          eligibility: [
            { ...madeNode('one'), kind: 'inclusion', expression: one },
            { ...madeNode('other'), kind, expression: other, ...more },
          ],
        },
      ),
    )
  const never = ['never together eligibility[1].expression']
  assert.deepEqual(of(weighs('>=', '10'), weighs('<', '10')), never)
  assert.deepEqual(of(weighs('>=', '10'), weighs('<', '10000', 'g')), never)
  assert.deepEqual(of(weighs('>=', '10'), weighs('<=', '10')), [])
  assert.deepEqual(of(weighs('>', '10'), weighs('=', '10')), never)
  assert.deepEqual(of(weighs('>=', '10'), weighs('>', '5'), 'exclusion'), never)
  assert.deepEqual(of(weighs('>=', '10'), weighs('<', '10'), 'exclusion'), [])
  assert.deepEqual(of(weighs('>=', '10'), weighs('>=', '10'), 'exclusion'), never)
  assert.deepEqual(of(febrile, febrile, 'exclusion'), never)
  assert.deepEqual(of(weighs('>=', '10'), { op: 'or', of: [weighs('<', '10'), febrile] }), [])
  const both: TruthExpression = { op: 'and', of: [weighs('<', '10'), febrile] }
  assert.deepEqual(of(weighs('>=', '10'), both), never)
  assert.deepEqual(of(weighs('>=', '10'), both, 'inclusion', { appliesIf: febrile }), [])
  const itself: TruthExpression = { op: 'and', of: [weighs('<', '5'), weighs('>', '9')] }
  assert.deepEqual(of(febrile, itself), never)
})

test('a window that begins after it ends is refused where both ends count from one moment', () => {
  const within = (more: object): TruthExpression => ({
    op: 'exists',
    of: { item: 'weight', ...more },
  })
  const day = (number: number) => ({ at: 'day', anchor: 'start', day: number }) as const
  const turned = ['window turned round expression.of']
  assert.deepEqual(ofRule(within({ from: day(5), until: day(2) })), turned)
  assert.deepEqual(ofRule(within({ from: day(2), until: day(2) })), [])
  assert.deepEqual(ofRule(within({ after: { at: 'decision', plus: 'P1D' } })), turned)
  assert.deepEqual(ofRule(within({ from: { at: 'decision', plus: '-P1D' } })), [])
  const from = { at: 'anchor', anchor: 'start', plus: 'PT48H' } as const
  assert.deepEqual(ofRule(within({ from, before: { ...from, plus: 'P1D' } })), turned)
  assert.deepEqual(ofRule(within({ from, before: { ...from, plus: 'P1M' } })), [])
})

test('two visits of one day record different things, with a window or without', () => {
  assert.deepEqual(ofVisits({}, {}), ['windows overlap visits[1].window'])
  assert.deepEqual(ofVisits({}, { items: ['weight'] }), [])
  assert.deepEqual(ofVisits({}, { target: { anchor: 'start', day: 9 } }), [])
  // One that has no window yet waits for the operator's.
  assert.deepEqual(ofVisits({ window: { early: 'P1D', late: 'P1D' } }, {}), [])
})

test('an endpoint that is worked out is in a set, and one that is only named need not be', () => {
  const endpoint = { ...madeNode('well'), level: 'primary', sets: [] } as const
  const ofEndpoint = (more: object) =>
    faults(smallProtocol({}, { endpoints: [{ ...endpoint, ...more }] }))
  assert.deepEqual(ofEndpoint({ success: febrile }), ['in no set endpoints[0].sets'])
  assert.deepEqual(ofEndpoint({ question: { en: 'What is well?' } }), [])
})

test('a cap that the dose of the lightest person is above is refused, and one that some are below is not', () => {
  const cap = (value: string, unit = 'mg') => ({
    cap: { ...madeNode('cap'), amount: of(value, unit) },
  })
  const fixed = {
    levels: [levelOf('L2', '20', 'mg'), levelOf('L4', '40', 'mg'), levelOf('L6', '60', 'mg')],
  }
  assert.deepEqual(ofRegimen({ ...fixed, ...cap('19.9') }), ['cap below every dose cap.amount'])
  assert.deepEqual(ofRegimen({ ...fixed, ...cap('0.0199', 'g') }), [
    'cap below every dose cap.amount',
  ])
  assert.deepEqual(ofRegimen({ ...fixed, ...cap('20') }), [])
  // 2 mg/kg for people of 5 to 40 kg is 10 to 80 mg.
  const kg = (from: string, to: string) => ({
    items: smallItems.map((item) =>
      item.id === 'weight' ? { ...item, plausible: { from, to } } : item,
    ),
  })
  assert.deepEqual(ofRegimen(cap('9'), kg('5', '40')), ['cap below every dose cap.amount'])
  assert.deepEqual(ofRegimen(cap('10'), kg('5', '40')), [])
  // Who says nothing of weights may treat a child of 0.2 kg.
  assert.deepEqual(ofRegimen(cap('0.39')), ['cap below every dose cap.amount'])
  assert.deepEqual(ofRegimen(cap('0.4')), [])
  assert.deepEqual(
    protocolFaults(smallProtocol({ ...fixed, ...cap('5') })).map(({ found, other }) => [
      found,
      other,
    ]),
    [['5 mg', '20 mg']],
  )
})

test('a rounding that leaves nothing of a dose is refused, by the level, the cap and the body', () => {
  const rounded = (
    value: string,
    mode: 'down' | 'nearest half up',
    more: Partial<Regimen> = {},
  ) => {
    const levels = [levelOf('L2', '20', 'mg'), levelOf('L4', '40', 'mg'), levelOf('L6', '60', 'mg')]
    return ofRegimen({
      levels,
      rounding: { ...madeNode('step'), step: of(value, 'mg'), mode },
      ...more,
    })
  }
  const nothing = ['rounds to nothing rounding.step']
  assert.deepEqual(rounded('20', 'down'), [])
  assert.deepEqual(rounded('20.1', 'down'), nothing)
  assert.deepEqual(rounded('40', 'nearest half up'), [])
  assert.deepEqual(rounded('40.1', 'nearest half up'), nothing)
  const cap = { cap: { ...madeNode('cap'), amount: of('30', 'mg') } }
  // 30 mg is half of a step and more, yet the whole step is above the cap.
  assert.deepEqual(rounded('40', 'nearest half up', cap), nothing)
  assert.deepEqual(rounded('30', 'down', cap), ['rounds to nothing rounding.step'])
  assert.deepEqual(rounded('20', 'down', cap), [])
  const kg = (to: string) => ({
    items: smallItems.map((item) =>
      item.id === 'weight' ? { ...item, plausible: { from: '2', to } } : item,
    ),
  })
  const step = { rounding: { ...madeNode('step'), step: of('50', 'mg'), mode: 'down' as const } }
  assert.deepEqual(ofRegimen(step, kg('24')), nothing)
  assert.deepEqual(ofRegimen(step, kg('25')), [])
  const surface = { formula: 'mosteller', height: 'height' } as const
  const byBody = {
    levels: [
      levelOf('L2', '20', 'mg/m2'),
      levelOf('L4', '40', 'mg/m2'),
      levelOf('L6', '60', 'mg/m2'),
    ],
    weight: { ...madeNode('rule'), item: 'weight', use: 'current' as const, surface },
  }
  // Mosteller of 180 cm and 80 kg is 2 m2: 40 mg of the lowest level.
  const items = smallItems.map((item) => {
    if (item.id === 'weight') return { ...item, plausible: { from: '40', to: '80' } }
    return item.id === 'height' ? { ...item, plausible: { from: '140', to: '180' } } : item
  })
  const stepOfBody = (value: string) =>
    ofRegimen(
      { ...byBody, rounding: { ...madeNode('step'), step: of(value, 'mg'), mode: 'down' } },
      { items },
    )
  assert.deepEqual(stepOfBody('40'), [])
  assert.deepEqual(stepOfBody('40.1'), nothing)
})

test('an endpoint is told when its visit has come and what it reads can be there, not before', () => {
  const day = (number: number) => ({ at: 'day', anchor: 'start', day: number }) as const
  const after = (plus: string) => ({ at: 'anchor', anchor: 'start', plus }) as const
  const visits: PlannedVisit[] = [
    { ...madeNode('V8'), items: ['height'], target: { anchor: 'start', day: 8 } },
    { ...madeNode('V48'), items: ['weight'], target: { anchor: 'start', after: 'PT48H' } },
  ]
  const warm = (more: object): TruthExpression => ({
    op: 'compare',
    left: { op: 'reading', pick: 'latest', of: { item: 'temperature', ...more } },
    is: '<',
    right: at('38', 'Cel'),
  })
  const definitions = [{ ...madeNode('coolAt9'), expression: warm({ onDayOf: day(9) }) }]
  const told = (more: Partial<Protocol['endpoints'][0]>) =>
    faults(
      smallProtocol(
        {},
        {
          visits,
          definitions,
          endpoints: [
            { ...madeNode('end'), level: 'primary', sets: ['all'], success: febrile, ...more },
          ],
          sets: [{ ...madeNode('all'), member: febrile }],
        },
      ),
    )
  const early = ['told before its day endpoints[0].readyAt']
  assert.deepEqual(told({ visit: 'V8', readyAt: day(7) }), early)
  assert.deepEqual(told({ visit: 'V8', readyAt: day(8) }), [])
  assert.deepEqual(told({ visit: 'V8', readyAt: after('P6D') }), [])
  assert.deepEqual(told({ visit: 'V8', readyAt: after('P5D') }), early)
  assert.deepEqual(told({ visit: 'V8', readyAt: after('P1M') }), [])
  assert.deepEqual(told({ visit: 'V8', readyAt: { at: 'now' } }), [])
  assert.deepEqual(told({ visit: 'V48', readyAt: after('PT47H') }), early)
  assert.deepEqual(told({ visit: 'V48', readyAt: after('P2D') }), [])
  // Day 2 ends at the latest 48 hours after a dose of any hour of day 1.
  assert.deepEqual(told({ visit: 'V48', readyAt: day(2) }), [])
  assert.deepEqual(told({ visit: 'V48', readyAt: day(1) }), early)
  for (const success of [
    warm({ onDayOf: day(9) }),
    warm({ until: day(9) }),
    warm({ before: day(9) }),
    warm({ from: day(9) }),
    warm({ after: day(9) }),
    { op: 'defined', name: 'coolAt9' } as const,
  ]) {
    assert.deepEqual(told({ success, readyAt: day(8) }), early)
    assert.deepEqual(told({ success, readyAt: day(9) }), [])
    assert.deepEqual(told({ success }), [])
  }
  const read: TruthExpression = { op: 'exists', of: { item: 'height', visit: 'V8' } }
  assert.deepEqual(told({ success: read, readyAt: day(7) }), early)
  assert.deepEqual(told({ success: read, readyAt: day(8) }), [])
  const [fault] = protocolFaults(
    smallProtocol(
      {},
      {
        visits,
        endpoints: [
          {
            ...madeNode('end'),
            level: 'primary',
            sets: ['all'],
            success: febrile,
            visit: 'V8',
            readyAt: after('P5D'),
          },
        ],
        sets: [{ ...madeNode('all'), member: febrile }],
      },
    ),
  )
  assert.deepEqual([fault?.found, fault?.other], ['start + P5D', 'D8'])
})

test('whom a product is for may be told before its first dose where enough of its parts do not count from one', () => {
  const start = { at: 'anchor', anchor: 'start' } as const
  const since: TruthExpression = { op: 'exists', of: { item: 'dose', from: start } }
  const warm = latest('temperature', '>', '37', 'Cel')
  const applies = (appliesIf: TruthExpression) =>
    ofRegimen({ appliesIf }).filter((one) => one.startsWith('nobody'))
  const nobody = ['nobody could begin appliesIf']
  assert.deepEqual(applies(since), nobody)
  const not = (of: TruthExpression): TruthExpression => ({ op: 'not', of })
  assert.deepEqual(applies(not({ op: 'and', of: [febrile, since] })), [])
  assert.deepEqual(applies(not({ op: 'or', of: [febrile, since] })), nobody)
  assert.deepEqual(applies(not(not({ op: 'and', of: [febrile, since] }))), nobody)
  const some = (count: number): TruthExpression => ({
    op: 'atLeast',
    count,
    of: [febrile, warm, since],
  })
  assert.deepEqual(applies(some(2)), [])
  assert.deepEqual(applies(some(1)), [])
  assert.deepEqual(applies(some(3)), nobody)
  // That fewer than two hold is told by two that do not; that fewer than one does, needs all three.
  assert.deepEqual(applies(not(some(2))), [])
  assert.deepEqual(applies(not(some(1))), nobody)
})
