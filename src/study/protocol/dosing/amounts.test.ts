import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  inShort,
  levelOf,
  madeNode,
  nextDose,
  onDay,
  smallProtocol,
  smallState,
} from '../../../testing/small-protocol.ts'
import type { Regimen } from '../document/dosing.ts'
import type { OperatorSetting } from '../document/settings.ts'
import type { Fact } from '../facts/fact.ts'

// One level of 2 mg/kg; the weight is given with each case.

const weight = (value: string, at = onDay(0), more: Partial<Fact> = {}) =>
  factOf('weight', value, at, more)
const mg = (value: string) => ({ value, unit: 'mg' })
const plain: Partial<Regimen> = { levels: [levelOf('L2', '2')], changes: [] }
const next = (
  regimen: Partial<Regimen>,
  facts: readonly Fact[],
  now = onDay(1),
  settings: readonly OperatorSetting[] = [],
) => nextDose(smallProtocol({ ...plain, ...regimen }), facts, now, settings)
const amountFor = (
  regimen: Partial<Regimen>,
  kg: string,
  settings?: readonly OperatorSetting[],
) => {
  const { kind, dose, because } = next(regimen, [weight(kg)], onDay(1), settings)
  return kind === 'give' ? dose?.amount.value : because[0]?.type
}
const by = { by: 'the sponsor' }

test('an amount is level times weight, exactly, with the weight, its moment and its age', () => {
  const { dose } = next({}, [weight('7.35')])
  assert.deepEqual(dose, {
    level: 'L2',
    perUnit: { value: '2', unit: 'mg/kg' },
    weight: {
      value: { value: '7.35', unit: 'kg' },
      at: onDay(0),
      ageHours: '24',
      which: 'current',
      fact: `weight ${onDay(0)}`,
    },
    arithmetic: '2 x 7.35',
    exact: mg('14.7'),
    amount: mg('14.7'),
  })
  const tenth = next({}, [weight('7.35', onDay(0, '08:57'))]).dose?.weight
  assert.equal(tenth?.ageHours, '24.1')
  assert.equal(next({}, [weight('7.35', '2025-03-02')]).dose?.weight?.ageHours, undefined)
})

test('pounds are converted, and shown as they were written', () => {
  const { dose } = next({}, [weight('20', onDay(0), { unit: '[lb_av]' })])
  assert.deepEqual(dose?.weight?.written, { value: '20', unit: '[lb_av]' })
  assert.deepEqual(dose?.amount, mg('18.1436948'))
})

test('of several weights the one that the version names counts, and never one that is later than the dose', () => {
  const weights = [weight('10', onDay(0)), weight('11', onDay(2)), weight('20', onDay(3, '20:00'))]
  const given = dosesOn('20', 1, 2)
  const use = (which: 'baseline' | 'current') =>
    next(
      { weight: { ...madeNode('w'), item: 'weight', use: which } },
      [...weights, ...given],
      onDay(3),
    )
  assert.deepEqual(
    [use('baseline'), use('current')].map(({ dose }) => dose?.amount.value),
    ['20', '22'],
  )
  assert.equal(use('baseline').dose?.weight?.which, 'baseline')
  assert.equal(use('current').dose?.weight?.which, 'current')
})

test('where the version is silent two weights that differ are both shown, and a person chooses', () => {
  const question = { en: 'Which weight?' }
  const silent = { ...madeNode('w'), status: 'silent', item: 'weight', question } as const
  const given = dosesOn('20', 1)
  const two = [weight('10', onDay(0)), weight('11', onDay(2, '08:00')), ...given]
  const found = smallState(smallProtocol({ ...plain, weight: silent }), two, onDay(2))
  const [decision] = found.nextDoses
  assert.deepEqual(
    [decision?.kind, decision?.dose, decision?.because[0]],
    ['hold', undefined, { type: 'weight not settled', node: 'w' }],
  )
  assert.deepEqual(
    decision?.options.map(({ amount, weight: used }) => [amount.value, used?.which]),
    [
      ['20', 'baseline'],
      ['22', 'current'],
    ],
  )
  assert.deepEqual(
    found.questions.map(({ type, words, facts, blocks }) => [type, words, facts.length, blocks]),
    [['weight', question, 2, true]],
  )
  const same = [weight('10', onDay(0)), weight('10.0', onDay(2, '08:00')), ...given]
  const one = next({ weight: silent }, same, onDay(2))
  assert.deepEqual(
    [one.kind, one.dose?.weight?.which, one.dose?.weight?.at],
    ['give', 'only', onDay(2, '08:00')],
  )
  const set = { sets: 'weight', regimen: 'drug', use: 'baseline', ...by } as const
  assert.equal(next({ weight: silent }, two, onDay(2), [set]).dose?.amount.value, '20')
  const other = { ...set, regimen: 'another' }
  assert.equal(next({ weight: silent }, two, onDay(2), [other]).kind, 'hold')
})

test('two weights that come to one rounded dose are no choice', () => {
  const silent = { ...madeNode('w'), status: 'silent', item: 'weight' } as const
  const rounding = { ...madeNode('r'), step: mg('5'), mode: 'down' } as const
  const two = [weight('10.0', onDay(0)), weight('10.4', onDay(2, '08:00')), ...dosesOn('20', 1)]
  assert.equal(next({ weight: silent, rounding }, two, onDay(2)).kind, 'give')
})

test('without a weight that can be used there is no amount, and it is asked for', () => {
  const reasons = (facts: readonly Fact[], now = onDay(1)) => {
    const { kind, because, missing, asks, dose } = next({}, facts, now)
    return [kind, because[0]?.type, missing.map(({ why }) => why), asks.length, dose]
  }
  assert.deepEqual(reasons([weight('10', onDay(1, '09:01'))], onDay(1)), [
    'hold',
    'no weight',
    ['not recorded'],
    1,
    undefined,
  ])
  assert.deepEqual(reasons([weight('10', onDay(1, '09:00'))], onDay(1))[0], 'give')
  assert.deepEqual(reasons([{ ...weight('10'), value: null }])[2], ['not recorded'])
  const rivals = [weight('10'), { ...weight('12'), id: 'other' }]
  assert.deepEqual(reasons(rivals).slice(0, 3), ['hold', 'no weight', ['contradictory']])
})

test('a cap is applied above it alone, in whatever unit, and is shown with whose it is', () => {
  const cap = { ...madeNode('cap'), amount: mg('30') }
  assert.deepEqual(
    ['14.9', '15', '15.1', '40'].map((kg) => amountFor({ cap }, kg)),
    ['29.8', '30', '30', '30'],
  )
  const inGrams = { ...cap, amount: { value: '0.03', unit: 'g' } }
  assert.deepEqual(next({ cap: inGrams }, [weight('40')]).dose?.amount, mg('30'))
  const applied = (kg: string) => next({ cap }, [weight(kg)]).dose?.cap
  assert.deepEqual(applied('15'), { amount: mg('30'), applied: false, by: 'version' })
  assert.deepEqual(applied('16'), { amount: mg('30'), applied: true, by: 'version' })
  const set = { sets: 'cap', regimen: 'drug', amount: mg('25'), ...by } as const
  assert.equal(amountFor({}, '15', [set]), '25')
  assert.deepEqual(next({}, [weight('15')], onDay(1), [set]).dose?.cap?.by, set)
  // What the version states no setting takes the place of.
  assert.equal(amountFor({ cap }, '15', [set]), '30')
  const silent = { ...cap, status: 'silent', askAbove: mg('30') } as const
  assert.equal(amountFor({ cap: silent }, '40'), '80')
})

test('without a cap a person is asked above the amount that the document names, and not at it', () => {
  const question = { en: 'Is there a cap?' }
  const cap = { ...madeNode('cap'), status: 'silent', askAbove: mg('30'), question } as const
  const asked = (kg: string, settings: readonly OperatorSetting[] = []) => {
    const found = smallState(smallProtocol({ ...plain, cap }), [weight(kg)], onDay(1), settings)
    assert.equal(found.nextDoses[0]?.kind, 'give')
    assert.deepEqual(
      found.nextDoses[0]?.asks,
      found.questions.map(({ id }) => id),
    )
    return found.questions.map(({ node, words, given, blocks }) => [node, words, given, blocks])
  }
  assert.deepEqual(asked('15'), [])
  assert.deepEqual(asked('15.1'), [['cap', question, { amount: '30.2 mg' }, false]])
  assert.deepEqual(asked('15.1', [{ sets: 'cap', regimen: 'drug', amount: mg('100'), ...by }]), [])
})

test('an amount is rounded as the version says, at the end, and never above the cap', () => {
  const rounding = (mode: 'down' | 'nearest half up', step = '5') =>
    ({ ...madeNode('r'), step: mg(step), mode }) as const
  const all = ['11.2', '11.25', '12.4', '12.5', '13.75']
  assert.deepEqual(
    all.map((kg) => amountFor({ rounding: rounding('down') }, kg)),
    ['20', '20', '20', '25', '25'],
  )
  assert.deepEqual(
    all.map((kg) => amountFor({ rounding: rounding('nearest half up') }, kg)),
    ['20', '25', '25', '25', '30'],
  )
  const cap = { ...madeNode('cap'), amount: mg('28') }
  assert.equal(amountFor({ cap, rounding: rounding('nearest half up') }, '40'), '25')
  const even = { ...madeNode('cap'), amount: mg('30') }
  assert.equal(amountFor({ cap: even, rounding: rounding('nearest half up') }, '14.9'), '30')
  const set = { sets: 'rounding', regimen: 'drug', step: mg('1'), mode: 'down', ...by } as const
  assert.equal(amountFor({}, '10.4', [set]), '20')
  assert.equal(amountFor({ rounding: rounding('down') }, '11.2', [set]), '20')
  const { dose } = next({}, [weight('10.4')], onDay(1), [set])
  assert.deepEqual(dose?.rounding, { step: mg('1'), mode: 'down', by: set })
  assert.deepEqual([dose?.exact, dose?.amount], [mg('20.8'), mg('20')])
  // A step in another unit is a step all the same.
  const grams = { ...madeNode('r'), step: { value: '0.005', unit: 'g' }, mode: 'down' } as const
  assert.equal(amountFor({ rounding: grams }, '11.2'), '20')
})

test('an amount that nobody can measure is asked about where no rule rounds it', () => {
  const rounding = { ...madeNode('r'), status: 'silent', question: { en: 'How?' } } as const
  const asked = (kg: string) =>
    smallState(smallProtocol({ ...plain, rounding }), [weight(kg)], onDay(1)).questions.map(
      ({ node }) => node,
    )
  assert.deepEqual(['10.0625', '10.00025', '10.0005'].map(asked), [[], ['r'], []])
})

test('what is below the smallest dose is held and shown, and the smallest itself is given', () => {
  const smallest = { ...madeNode('s'), amount: mg('20') }
  assert.equal(amountFor({ smallest }, '10'), '20')
  const held = next({ smallest }, [weight('9.9')])
  assert.deepEqual(inShort(held), ['hold', 'L2', undefined, 'below smallest'])
  assert.deepEqual(
    held.options.map(({ amount }) => amount.value),
    ['19.8'],
  )
  const set = { sets: 'smallest dose', regimen: 'drug', amount: mg('25'), ...by } as const
  assert.equal(amountFor({}, '10', [set]), 'below smallest')
  assert.equal(amountFor({ smallest }, '10', [set]), '20')
  assert.equal(amountFor({ smallest: { ...smallest, status: 'silent' } }, '9'), '18')
})

test('the volume has at most four places, and says whether it is exact', () => {
  const product = { name: 'Drug', strength: { value: '150', unit: 'mg/mL' } }
  const volume = (kg: string) => next({ product }, [weight(kg)]).dose?.product
  assert.deepEqual(volume('7.5'), {
    amount: { value: '0.1', unit: 'mL' },
    strength: product.strength,
    exact: true,
  })
  assert.deepEqual([volume('7.35')?.amount.value, volume('7.35')?.exact], ['0.098', true])
  assert.deepEqual([volume('12.4')?.amount.value, volume('12.4')?.exact], ['0.1653', false])
  // Exact, but of five places: cut, and said so.
  assert.deepEqual([volume('0.0075')?.amount.value, volume('0.0075')?.exact], ['0.0001', true])
  assert.deepEqual([volume('0.00075')?.amount.value, volume('0.00075')?.exact], ['0', false])
  const wrong = { name: 'Drug', strength: { value: '150', unit: 'U/mL' } }
  assert.equal(next({ product: wrong }, [weight('7.35')]).dose?.product, undefined)
  assert.equal(next({}, [weight('7.35')]).dose?.product, undefined)
})

test('a fixed dose needs no weight, and one by body surface needs a height', () => {
  const fixed = { levels: [levelOf('L2', '40', 'mg')] }
  const { dose } = nextDose(
    smallProtocol({ ...plain, ...fixed }),
    [weight('10', onDay(1, '09:01'))],
    onDay(1),
  )
  assert.deepEqual(dose, {
    level: 'L2',
    perUnit: mg('40'),
    arithmetic: '40',
    exact: mg('40'),
    amount: mg('40'),
  })
  const surface = {
    levels: [levelOf('L2', '100', 'mg/m2')],
    weight: {
      ...madeNode('w'),
      item: 'weight',
      use: 'current',
      surface: { formula: 'mosteller', height: 'height' },
    },
  } as const
  const height = (value: string | null, at = onDay(0)) => factOf('height', value, at)
  const found = next(surface, [weight('25'), height('36')])
  assert.deepEqual(found.dose?.surface, {
    value: { value: '0.5', unit: 'm2' },
    formula: 'bsa-mosteller@1',
    height: { value: '36', unit: 'cm' },
    at: onDay(0),
    fact: `height ${onDay(0)}`,
  })
  assert.deepEqual([found.dose?.arithmetic, found.dose?.amount], ['100 x 0.5', mg('50')])
  const why = (...facts: readonly Fact[]) =>
    next(surface, [weight('25'), ...facts]).missing.map(({ item, why: reason }) => [item, reason])
  assert.deepEqual(why(), [['height', 'not recorded']])
  assert.deepEqual(why(height('36', onDay(1, '09:01'))), [['height', 'not recorded']])
  assert.deepEqual(why(height('36'), { ...height('37'), id: 'b' }), [['height', 'contradictory']])
  assert.deepEqual(why(height('0')), [['height', 'not computable']])
})
