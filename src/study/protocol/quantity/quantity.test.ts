import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addQuantities,
  ratioOfQuantities,
  roundQuantity,
  scaleQuantity,
  subtractQuantities,
  timesQuantity,
  volumeOf,
} from './arithmetic.ts'
import { compareQuantities, convertQuantity } from './convert.ts'
import { readQuantity } from './quantity.ts'

const q = (value: string, unit: string) => ({ value, unit })

test('38.0 and 100.4 °F are exactly 38 °C, and neither is above it', () => {
  for (const same of [q('38.0', 'Cel'), q('100.4', '[degF]'), q('311.15', 'K')])
    assert.deepEqual(compareQuantities(same, q('38', 'Cel')), { order: 0 })
  assert.deepEqual(compareQuantities(q('100.5', '[degF]'), q('38', 'Cel')), { order: 1 })
  assert.deepEqual(compareQuantities(q('100.39', '[degF]'), q('38', 'Cel')), { order: -1 })
  assert.deepEqual(convertQuantity(q('100.4', '[degF]'), 'Cel'), {
    ...q('38', 'Cel'),
    isExact: true,
  })
})

test('a difference is compared however small it is', () => {
  const above = q('100.4000000000000001', '[degF]')
  assert.deepEqual(compareQuantities(above, q('38', 'Cel')), { order: 1 })
  assert.deepEqual(compareQuantities(q('38.05', 'Cel'), q('38.1', 'Cel')), { order: -1 })
  assert.deepEqual(compareQuantities(q('38.05', 'Cel'), q('38.0', 'Cel')), { order: 1 })
  assert.deepEqual(compareQuantities(q('11', '[lb_av]'), q('4.98951607', 'kg')), { order: 0 })
})

test('what no decimal is exactly has 24 places and says so', () => {
  const converted = convertQuantity(q('100.5', '[degF]'), 'Cel')
  assert.deepEqual(converted, { ...q('38.055555555555555555555556', 'Cel'), isExact: false })
})

test('milligrams a kilogram by kilograms are milligrams, exactly', () => {
  const of = (rate: string, weight: ReturnType<typeof q>, unit = 'mg/kg') =>
    scaleQuantity(q(rate, unit), weight)
  assert.deepEqual(of('6', q('7.35', 'kg')), { ...q('44.1', 'mg'), isExact: true })
  assert.deepEqual(of('6', q('7350', 'g')), { ...q('44.1', 'mg'), isExact: true })
  assert.deepEqual(of('2', q('11', '[lb_av]')), { ...q('9.97903214', 'mg'), isExact: true })
  assert.deepEqual(of('2', q('5', 'kg'), 'mg/kg/d'), { ...q('10', 'mg/d'), isExact: true })
  assert.deepEqual(of('30', q('0.5', 'm2'), 'mg/m2'), { ...q('15', 'mg'), isExact: true })
  assert.deepEqual(of('6', q('96', 'cm')), {
    problem: 'noSuchDenominator',
    unit: 'mg/kg',
    other: 'cm',
  })
})

test('a volume is rounded once, from the exact number', () => {
  const strength = q('150', 'mg/mL')
  const down = volumeOf(q('24.8', 'mg'), strength, { step: '0.01', mode: 'down' })
  assert.deepEqual(down, { ...q('0.16', 'mL'), isExact: true })
  assert.deepEqual(volumeOf(q('24.8', 'mg'), strength), {
    ...q('0.165333333333333333333333', 'mL'),
    isExact: false,
  })
  assert.deepEqual(volumeOf(q('24.8', 'mg'), q('0', 'mg/mL')), { problem: 'divisionByZero' })
  assert.deepEqual(volumeOf(q('24.8', 'mg'), q('150', 'mg')), {
    problem: 'noSuchDenominator',
    unit: 'mg',
    other: 'mg',
  })
})

test('a half is rounded as the mode says, and only a half', () => {
  const round = (value: string, mode: Parameters<typeof roundQuantity>[2]) => {
    const result = roundQuantity(q(value, 'mg'), '5', mode)
    return 'problem' in result ? result.problem : result.value
  }
  assert.equal(round('22.5', 'nearest-half-up'), '25')
  assert.equal(round('22.5', 'nearest-half-down'), '20')
  assert.equal(round('22.5', 'nearest-half-even'), '20')
  assert.equal(round('27.5', 'nearest-half-even'), '30')
  assert.equal(round('22.500001', 'nearest-half-down'), '25')
  assert.equal(round('22.499999', 'nearest-half-up'), '20')
  assert.equal(round('20.000001', 'up'), '25')
  assert.equal(round('4.99', 'down'), '0')
  assert.deepEqual(roundQuantity(q('22.5', 'mg'), '0', 'down'), {
    problem: 'stepNotAboveZero',
    value: '0',
  })
})

test('units that measure different things, or need the substance, are refused', () => {
  const unlike: readonly [string, string][] = [
    ['mg/dL', 'mmol/L'],
    ['{SD}', '1'],
    ['{SD}', '{percentile}'],
    ['mo', 'd'],
    ['meq/L', 'mmol/L'],
    ['mmol/mol', '%'],
    ['mL/min', 'mL/min/{1.73_m2}'],
    ['[IU]/L', 'U/L'],
    ['kg', 'mg/kg'],
  ]
  for (const [unit, other] of unlike)
    assert.deepEqual(convertQuantity(q('1', unit), other), { problem: 'unlikeUnits', unit, other })
})

test('what is not a UCUM code is refused, with the code that was meant', () => {
  assert.deepEqual(readQuantity('38', '°C'), {
    problem: 'unknownUnit',
    unit: '°C',
    meant: 'Cel',
  })
  assert.deepEqual(readQuantity('11', 'lbs'), {
    problem: 'unknownUnit',
    unit: 'lbs',
    meant: '[lb_av]',
  })
  for (const unit of ['', 'constructor', 'Cel/h', 'mCel', 'kg/', '//kg', 'kg//m2', 'mg/{', 'KG'])
    assert.ok('problem' in readQuantity('1', unit), unit)
})

test('a number is read only where it can be nothing else', () => {
  assert.deepEqual(readQuantity('38,5', 'Cel'), q('38.5', 'Cel'))
  assert.deepEqual(readQuantity('0,375', 'mL'), q('0.375', 'mL'))
  assert.deepEqual(readQuantity(7.35, 'kg'), q('7.35', 'kg'))
  assert.deepEqual(readQuantity('-0.0', 'kg'), q('0.0', 'kg'))
  assert.deepEqual(readQuantity('-1.50', '{SD}'), q('-1.50', '{SD}'))
  assert.deepEqual(readQuantity('007.35', 'kg'), q('7.35', 'kg'))
  assert.deepEqual(readQuantity('000', 'kg'), q('0', 'kg'))
  assert.deepEqual(readQuantity('1,500', 'g'), { problem: 'ambiguousComma', value: '1,500' })
  for (const value of [
    NaN,
    Infinity,
    1e21,
    '',
    ' ',
    'fever',
    '100 000',
    '1,500,000',
    '3 8',
    '1e3',
    '0x10',
    '1.2.3',
    '.5',
    '١',
  ])
    assert.ok('problem' in readQuantity(value, 'kg'), String(value))
})

test('amounts are added, subtracted, divided and multiplied; temperatures are not', () => {
  assert.deepEqual(addQuantities(q('1', 'kg'), q('500', 'g')), { ...q('1.5', 'kg'), isExact: true })
  assert.deepEqual(subtractQuantities(q('14.0', 'kg'), q('13.2', 'kg')), {
    ...q('0.8', 'kg'),
    isExact: true,
  })
  assert.deepEqual(ratioOfQuantities(q('1000', 'g'), q('4', 'kg')), {
    ...q('0.25', '1'),
    isExact: true,
  })
  assert.deepEqual(ratioOfQuantities(q('1', 'kg'), q('0', 'kg')), { problem: 'divisionByZero' })
  assert.deepEqual(timesQuantity(q('10', 'mg'), '2'), { ...q('20', 'mg'), isExact: true })
  const warm = q('39', 'Cel')
  for (const sum of [addQuantities, subtractQuantities, ratioOfQuantities])
    assert.deepEqual(sum(warm, warm), { problem: 'scaleNotAmount', unit: 'Cel' })
})

test('what is exact has all its places, however many', () => {
  const tiny = convertQuantity(q('0.000000000000000001', 'ng'), 'kg')
  assert.deepEqual(tiny, { ...q(`0.${'0'.repeat(29)}1`, 'kg'), isExact: true })
})

test('a value or a unit that cannot be read is named wherever it is used', () => {
  const [good, worded, odd] = [q('2', 'kg'), q('two', 'kg'), q('2', 'stone')]
  const notANumber = { problem: 'notANumber', value: 'two' }
  const unknownUnit = { problem: 'unknownUnit', unit: 'stone' }
  const strength = q('150', 'mg/mL')
  const twice = [addQuantities, subtractQuantities, ratioOfQuantities, compareQuantities]
  for (const use of twice)
    for (const [one, other] of [
      [good, worded],
      [worded, good],
    ] as const)
      assert.deepEqual(use(one, other), notANumber)
  for (const use of twice)
    for (const [one, other] of [
      [good, odd],
      [odd, good],
    ] as const)
      assert.deepEqual(use(one, other), unknownUnit)
  assert.deepEqual(convertQuantity(worded, 'g'), notANumber)
  assert.deepEqual(convertQuantity(odd, 'g'), unknownUnit)
  assert.deepEqual(convertQuantity(good, 'stone'), unknownUnit)
  assert.deepEqual(roundQuantity(worded, '1', 'down'), notANumber)
  assert.deepEqual(timesQuantity(worded, '2'), notANumber)
  assert.deepEqual(timesQuantity(good, 'two'), notANumber)
  assert.deepEqual(timesQuantity(odd, '2'), unknownUnit)
  assert.deepEqual(timesQuantity(q('38', 'Cel'), '2'), { problem: 'scaleNotAmount', unit: 'Cel' })
  assert.deepEqual(scaleQuantity(q('two', 'mg/kg'), good), notANumber)
  assert.deepEqual(scaleQuantity(q('2', 'mg/kg'), worded), notANumber)
  assert.deepEqual(scaleQuantity(q('2', 'mg/kg'), odd), unknownUnit)
  assert.deepEqual(scaleQuantity(odd, good), unknownUnit)
  assert.deepEqual(volumeOf(worded, strength), notANumber)
  assert.deepEqual(volumeOf(q('2', 'mg'), q('two', 'mg/mL')), notANumber)
  assert.deepEqual(volumeOf(odd, strength), unknownUnit)
  assert.deepEqual(volumeOf(q('2', 'mg'), q('2', 'mg/mL/h')), {
    problem: 'noSuchDenominator',
    unit: 'mg/mL/h',
    other: 'mg',
  })
})

test('a rate of what is counted is a plain number', () => {
  assert.deepEqual(scaleQuantity(q('3', '/kg'), q('2', 'kg')), { ...q('6', '1'), isExact: true })
  assert.deepEqual(scaleQuantity(q('3', 'ug/kg/min'), q('20', 'min')), {
    ...q('60', 'ug/kg'),
    isExact: true,
  })
})
