import assert from 'node:assert/strict'
import type { DoseLevel, LevelChange, Regimen } from '../study/protocol/document/dosing.ts'
import type { TruthExpression } from '../study/protocol/document/expressions.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import type { OperatorSetting } from '../study/protocol/document/settings.ts'
import type { Fact } from '../study/protocol/facts/fact.ts'
import { state } from '../study/protocol/state.ts'
import type { DoseDecision } from '../study/protocol/state/answers.ts'
import { itemOf, source } from './example-nodes.ts'

/** What every node of a made-up document has. */
export const madeNode = (id: string) =>
  ({ id, title: { en: id }, status: 'stated', words: source('1', id) }) as const

/** A level of so much. */
export const levelOf = (id: string, value: string, unit = 'mg/kg'): DoseLevel => ({
  ...madeNode(id),
  amount: { value, unit },
})

/** The latest reading of an item by the decision, on its day alone if asked so, beside a limit. */
export function latest(
  item: string,
  is: '<' | '>' | '>=',
  value: string,
  unit: string,
  more: { readonly isOfDay?: boolean } = {},
): TruthExpression {
  const day = more.isOfDay === true ? { onDayOf: { at: 'decision' } as const } : {}
  return {
    op: 'compare',
    left: { op: 'reading', pick: 'latest', of: { item, until: { at: 'decision' }, ...day } },
    is,
    right: { op: 'quantity', value, unit },
  }
}

/** Above 38 °C on the day of the dose. */
export const febrile = latest('temperature', '>', '38', 'Cel', { isOfDay: true })

/** A step up from a level where the person is febrile. */
export const stepOf = (
  id: string,
  from: string,
  to: string | undefined,
  more: Partial<LevelChange> = {},
): LevelChange => ({
  ...madeNode(id),
  from: [from],
  ...(to !== undefined && { to }),
  at: { fromDose: 2 },
  when: febrile,
  ifUnknown: 'hold',
  ...more,
})

/** 2, then 4, then 6 mg/kg once a day while there is fever, from the first dose on day 1. */
export const smallRegimen: Regimen = {
  ...madeNode('drug'),
  product: { name: 'Drug' },
  item: 'dose',
  route: 'subcutaneous',
  anchor: 'start',
  timing: { ...madeNode('daily'), every: 'P1D' },
  levels: [levelOf('L2', '2'), levelOf('L4', '4'), levelOf('L6', '6')],
  start: [{ ...madeNode('begin'), level: 'L2' }],
  changes: [stepOf('to4', 'L2', 'L4'), stepOf('to6', 'L4', 'L6')],
  weight: { ...madeNode('weightRule'), item: 'weight', use: 'current' },
  stops: [],
}

/** A made-up protocol around one regimen, at one site in Paris. */
export function smallProtocol(
  regimen: Partial<Regimen> = {},
  more: Partial<Protocol> = {},
): Protocol {
  return {
    format: 1,
    study: 'NCT90000001',
    version: '1',
    title: { en: 'Made up' },
    effective: [{ site: '*', from: '2025-01-01', zone: 'Europe/Paris' }],
    sources: [{ id: 'protocol', title: 'Made up' }],
    items: smallItems,
    definitions: [],
    anchors: [
      {
        ...madeNode('start'),
        event: { type: 'first', item: 'dose', orDecision: true },
        days: { first: 1, label: 'D' },
      },
    ],
    eligibility: [],
    visits: [],
    regimens: [{ ...smallRegimen, ...regimen }],
    endpoints: [],
    sets: [],
    ...more,
  }
}

/** The items of the made-up protocol. */
export const smallItems: Protocol['items'] = [
  itemOf('birth', 'Date of birth', '', 'date', { role: 'birth date', repeats: 'once' }),
  itemOf('consent', 'Consent', '', 'event', { role: 'consent' }),
  itemOf('withdrawal', 'Withdrawal', '', 'event', { role: 'withdrawal' }),
  itemOf('arm', 'Arm', '', 'code', { role: 'allocation', repeats: 'once', codes: ['A', 'B'] }),
  itemOf('weight', 'Weight', '', 'quantity', { unit: 'kg' }),
  itemOf('height', 'Height', '', 'quantity', { unit: 'cm' }),
  itemOf('temperature', 'Temperature', '', 'quantity', { unit: 'Cel' }),
  itemOf('platelets', 'Platelets', '', 'quantity', { unit: '10*9/L' }),
  itemOf('toxicity', 'Toxicity', '', 'yes-no'),
  itemOf('dose', 'Dose', '', 'quantity', { unit: 'mg' }),
]

/** A time of a day of treatment in Paris: the first is 3 March 2025, and the clocks go forward on day 28. */
export function onDay(day: number, time = '09:00'): string {
  const date = Temporal.PlainDate.from('2025-03-02').add({ days: day })
  return `${date.toString()}T${time}+0${date.toString() >= '2025-03-30' ? 2 : 1}:00`
}

/** A fact of a made-up person; its id is its item and moment. */
export function factOf(
  item: string,
  value: Fact['value'],
  at: string,
  more: Partial<Fact> = {},
): Fact {
  const units: Readonly<Record<string, string>> = {
    weight: 'kg',
    height: 'cm',
    temperature: 'Cel',
    platelets: '10*9/L',
    dose: 'mg',
  }
  const unit = units[item]
  return { id: `${item} ${at}`, item, value, at, ...(unit !== undefined && { unit }), ...more }
}

/** Doses of some amount, one a day at ten o'clock. */
export const dosesOn = (amount: string, ...days: readonly number[]): readonly Fact[] =>
  days.map((day) => factOf('dose', amount, onDay(day, '10:00')))

/** Readings of half an hour before the doses of some days. */
export const temperatureOn = (value: string, ...days: readonly number[]): readonly Fact[] =>
  days.map((day) => factOf('temperature', value, onDay(day, '09:30')))

/** What a made-up protocol says of a person of 10 kg who signed on the day before, with more facts, at a moment. */
export function smallState(
  protocol: Protocol,
  facts: readonly Fact[],
  now: string,
  settings: readonly OperatorSetting[] = [],
) {
  const base = [factOf('consent', 'signed', onDay(0)), factOf('weight', '10', onDay(0))]
  const own = base.filter(({ item }) => facts.every((fact) => fact.item !== item))
  return state([{ protocol, settings }], [...own, ...facts], now)
}

/** The same of a regimen: what is said, and the types of the deviations. */
export const stateOf = (regimen: Partial<Regimen>, facts: readonly Fact[], now: string) =>
  smallState(smallProtocol(regimen), facts, now)
export const deviationsOf = (...args: Parameters<typeof stateOf>) =>
  stateOf(...args).deviations.map(({ type }) => type)

/** The decision on the next dose of the first regimen. */
export function nextDose(...args: Parameters<typeof smallState>): DoseDecision {
  const [next] = smallState(...args).nextDoses
  assert.ok(next)
  return next
}

/** A decision in short: kind, level, amount, and the first reason. */
export function inShort({ kind, level, dose, because }: DoseDecision): readonly unknown[] {
  const amount = dose && `${dose.amount.value} ${dose.amount.unit}`
  return [kind, level, amount, because[0]?.type]
}
