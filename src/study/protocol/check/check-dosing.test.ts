import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProtocol } from '../../../testing/example-protocol.ts'
import { exampleRegimen } from '../../../testing/example-regimen.ts'
import type { LevelChange, Regimen } from '../document/dosing.ts'
import type { TruthExpression } from '../document/expressions.ts'
import type { Protocol } from '../document/protocol.ts'
import { protocolFaults } from './check-protocol.ts'
import type { ProtocolFault } from './fault.ts'

// The regimen of the invented protocol has no fault: each case changes one thing of it.

const faultsOf = (
  change: Partial<Regimen>,
  protocol: Partial<Protocol> = {},
): readonly ProtocolFault[] =>
  protocolFaults({
    ...exampleProtocol,
    ...protocol,
    regimens: [{ ...exampleRegimen, ...change } as Regimen],
  })

const unknown: TruthExpression = { op: 'fact', item: 'nothing' }
const [low, mid, high] = exampleRegimen.levels as [
  Regimen['levels'][0],
  Regimen['levels'][0],
  Regimen['levels'][0],
]
const [begin] = exampleRegimen.start as [Regimen['start'][0]]
const [up] = exampleRegimen.changes as [LevelChange]
const [hold] = exampleRegimen.holds as [NonNullable<Regimen['holds']>[0]]
const { weight } = exampleRegimen as { readonly weight: NonNullable<Regimen['weight']> }
const withEvent = (event: Protocol['anchors'][0]['event']): Partial<Protocol> => ({
  anchors: exampleProtocol.anchors.map((anchor) => ({ ...anchor, event })),
})

test('a condition of any rule of a regimen is read, and what is wrong in it is told with its path', () => {
  const at = (change: Partial<Regimen>) =>
    faultsOf(change).map(({ kind, path, found }) => `${kind} ${path} ${found}`)
  const here = (path: string) => [`unknown item regimens[0].${path}.item nothing`]
  assert.deepEqual(at({ appliesIf: unknown }), here('appliesIf'))
  assert.deepEqual(
    at({ start: [{ ...begin, id: 'some', when: unknown }, begin] }),
    here('start[0].when'),
  )
  assert.deepEqual(at({ changes: [{ ...up, when: unknown }] }), here('changes[0].when'))
  assert.deepEqual(at({ holds: [{ ...hold, when: unknown }] }), here('holds[0].when'))
  assert.deepEqual(at({ holds: [{ ...hold, resumeWhen: unknown }] }), here('holds[0].resumeWhen'))
  const stops = [...exampleRegimen.stops, { ...begin, id: 'ended', when: unknown }]
  assert.deepEqual(at({ stops }), here('stops[1].when'))
})

test('days of doses are counted from the first dose of the same item, planned or given, and from nothing else', () => {
  const path = 'regimens[0].anchor'
  assert.ok(
    faultsOf({ anchor: 'nowhere' }).some(
      (fault) => fault.kind === 'unknown anchor' && fault.path === path,
    ),
  )
  const first = { type: 'first', item: 'infusion', orDecision: true } as const
  for (const event of [
    { ...first, type: 'last' as const },
    { ...first, item: 'scan' },
    { type: 'first', item: 'infusion' } as const,
  ])
    assert.deepEqual(
      faultsOf({}, withEvent(event)).filter((fault) => fault.path === path),
      [{ kind: 'anchor is not the first dose', path, found: 'start' }],
      JSON.stringify(event),
    )
})

test('a level by weight needs a weight, one by surface a height, and a fixed one neither', () => {
  const kinds = (change: Partial<Regimen>) =>
    faultsOf(change).map(({ kind, path }) => `${kind} ${path}`)
  const levels = ['levels[0]', 'levels[1]', 'levels[2]'].map((level) => `regimens[0].${level}`)
  const { weight: _, ...unweighed } = exampleRegimen
  const faults = protocolFaults({ ...exampleProtocol, regimens: [unweighed] })
  assert.deepEqual(
    faults.map(({ kind, path }) => `${kind} ${path}`),
    levels.map((path) => `weight missing ${path}`),
  )
  const { surface: __, ...flat } = weight
  assert.deepEqual(
    kinds({ weight: flat }),
    levels.map((path) => `surface missing ${path}`),
  )
  assert.deepEqual(kinds({ weight: { ...weight, item: 'nothing' } }), [
    'unknown item regimens[0].weight.item',
  ])
  assert.deepEqual(
    kinds({ weight: { ...weight, surface: { formula: 'mosteller', height: 'heart' } } }),
    ['item of another kind regimens[0].weight.surface.height'],
  )
  const fixed = [low, mid, high].map((level) => ({
    ...level,
    amount: { value: level.amount.value, unit: 'mg' },
  }))
  assert.deepEqual(
    protocolFaults({ ...exampleProtocol, regimens: [{ ...unweighed, levels: fixed }] }),
    [],
  )
  const byWeight = [low, mid, high].map((level) => ({
    ...level,
    amount: { value: level.amount.value, unit: 'mg/kg' },
  }))
  const cap = { ...exampleRegimen.cap, amount: { value: '9', unit: 'g' } } as Regimen['cap'] &
    object
  assert.deepEqual(kinds({ levels: byWeight, weight: flat, cap }), [])
})

test('where a regimen starts is a level that is there, reached, and for everybody', () => {
  const path = 'regimens[0].start'
  assert.deepEqual(
    faultsOf({ start: [{ ...begin, level: 'none' }] }).find(({ kind }) => kind === 'unknown level'),
    { kind: 'unknown level', path: `${path}[0].level`, found: 'none' },
  )
  const enough: TruthExpression = { op: 'defined', name: 'enough' }
  const young = { ...begin, id: 'young', level: 'low', when: enough }
  assert.deepEqual(faultsOf({ start: [young, begin] }), [])
  assert.deepEqual(faultsOf({ start: [begin, young] }), [
    { kind: 'start never reached', path: `${path}[1]`, found: 'young' },
  ])
  assert.deepEqual(faultsOf({ start: [young, { ...begin, when: enough }] }), [
    { kind: 'no level to start', path },
  ])
})

test('two steps fire twice only where they share a level, a condition and a dose', () => {
  const twice = (one: Partial<LevelChange>, other: Partial<LevelChange>) =>
    faultsOf({
      changes: [
        { ...up, ...one },
        { ...up, id: 'again', ...other },
      ],
    })
      .filter(({ kind }) => kind === 'fires twice')
      .map(({ path, found, other: before }) => `${path} ${found} ${before}`)
  const both = ['regimens[0].changes[1] again up']
  assert.deepEqual(twice({ at: { days: [3, 5] } }, { at: { days: [5, 7] } }), both)
  assert.deepEqual(twice({ at: { days: [3, 5] } }, { at: { days: [7] } }), [])
  assert.deepEqual(twice({ at: { days: [29] } }, { at: { fromDay: 29 } }), both)
  assert.deepEqual(twice({ at: { fromDay: 29 } }, { at: { days: [28] } }), [])
  assert.deepEqual(twice({ at: { fromDose: 9 } }, { at: { days: [1] } }), both)
  assert.deepEqual(twice({ at: { days: [3] } }, { at: { days: [3] }, from: ['low'] }), [])
  const other: TruthExpression = { op: 'fact', item: 'heart' }
  assert.deepEqual(twice({ at: { days: [3] } }, { at: { days: [3] }, when: other }), [])
})

test('two levels of one amount are not in order, and a step that leads nowhere asks something', () => {
  const same = { ...mid, amount: low.amount }
  assert.deepEqual(
    faultsOf({ levels: [low, same, high] }).map(({ kind, path }) => `${kind} ${path}`),
    ['levels not in order regimens[0].levels[1]'],
  )
  const { to: _, ...nowhere } = up
  const asks = { ...nowhere, question: { en: 'What then?' } }
  const kinds = (change: LevelChange) =>
    faultsOf({ changes: [...exampleRegimen.changes, { ...change, id: 'more' }] })
      .filter(({ kind }) => kind === 'question missing')
      .map(({ path, found }) => `${path} ${found}`)
  assert.deepEqual(kinds(nowhere), [`regimens[0].changes[${exampleRegimen.changes.length}] more`])
  assert.deepEqual(kinds(asks), [])
})
