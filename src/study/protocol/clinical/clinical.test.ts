import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodySurface } from './body-surface.ts'
import { type CoronaryClassed, coronaryClass } from './coronary-class.ts'
import { coronaryZ } from './coronary-z.ts'
import { deriveClinical, inputsOfFunction } from './derive.ts'
import { feverOf } from './fever.ts'
import { type KawasakiPicture, kawasakiDiagnosis } from './kawasaki.ts'
import { kobayashiRisk } from './kobayashi-risk.ts'
import { type ClinicalProblem, isClinicalProblem } from './problems.ts'

const q = (value: string, unit: string) => ({ value, unit })
const cm = (value: string) => q(value, 'cm')
const kg = (value: string) => q(value, 'kg')
const sd = (value: string) => ({ quantity: q(value, '{SD}') })

function good<Result extends object>(result: Result | ClinicalProblem): Result {
  if (isClinicalProblem(result)) throw new Error(JSON.stringify(result))
  return result
}

test('body surface is the same in any unit of height and weight, and names its rule', () => {
  const surface = good(bodySurface('haycock', cm('96'), kg('14.5')))
  assert.equal(surface.rule, 'bsa-haycock@1')
  assert.equal(Number(surface.quantity.value).toFixed(4), '0.6242')
  assert.deepEqual(bodySurface('haycock', q('0.96', 'm'), q('14500', 'g')), surface)
})

test('a height or weight that nobody has is refused, and says its limits', () => {
  const problem = (height: string, weight: string) => {
    const result = bodySurface('mosteller', cm(height), kg(weight))
    return isClinicalProblem(result) ? result.problem : undefined
  }
  assert.deepEqual(bodySurface('haycock', cm('1.65'), kg('58')), {
    problem: 'notPlausible',
    input: 'height',
    value: '1.65',
    unit: 'cm',
    least: '20',
    most: '275',
  })
  assert.equal(problem('0', '14.5'), 'notPlausible')
  assert.equal(problem('-96', '14.5'), 'notPlausible')
  assert.equal(problem('96', '14500'), 'notPlausible')
  assert.equal(problem('NaN', '14.5'), 'notANumber')
  assert.equal(problem('165', '5.8'), 'notPlausibleTogether')
  assert.equal(problem('25', '0.5'), undefined)
  assert.deepEqual(bodySurface('dubois', undefined, undefined), {
    problem: 'missingInput',
    inputs: ['height', 'weight'],
  })
  assert.deepEqual(bodySurface('dubois', kg('96'), kg('14.5')), {
    problem: 'unlikeUnits',
    unit: 'kg',
    other: 'cm',
  })
})

const surface = good(bodySurface('haycock', cm('96'), kg('14.5')))
const lad = { segment: 'lad', diameter: q('2.5', 'mm'), surface, sex: 'male' } as const
const years = (least: number, most = least) => ({ least: least * 12, most: most * 12 })

test('a segment that a model lacks is refused, never replaced', () => {
  assert.deepEqual(coronaryZ('phn-2017', { ...lad, segment: 'lcx' }), {
    problem: 'noSuchSegment',
    model: 'phn-2017',
    segment: 'lcx',
    segments: ['lmca', 'lad', 'rca'],
  })
  for (const model of ['mccrindle-2007', 'phn-2017', 'kobayashi-2016'] as const)
    assert.ok(isClinicalProblem(coronaryZ(model, { ...lad, segment: 'rcaMiddle' })))
})

test('centimetres and millimetres give one Z score, which names its model and formula', () => {
  const score = good(coronaryZ('dallaire-2011', { ...lad, ageMonths: years(3) }))
  assert.deepEqual(
    coronaryZ('dallaire-2011', { ...lad, diameter: cm('0.25'), ageMonths: years(3) }),
    score,
  )
  assert.deepEqual(
    [score.rule, score.surfaceRule, score.flags, score.mustAsk],
    ['coronary-z-dallaire-2011@1', 'bsa-haycock@1', [], false],
  )
})

test('an age, surface or diameter that a model was not made for is flagged, and a person is asked', () => {
  const flags = (model: Parameters<typeof coronaryZ>[0], more: object) => {
    const { flags: found, mustAsk } = good(coronaryZ(model, { ...lad, ...more }))
    return [...found, mustAsk]
  }
  assert.deepEqual(flags('dallaire-2011', { ageMonths: { least: 1, most: 1 } }), [
    'youngerThanModel',
    true,
  ])
  assert.deepEqual(flags('dallaire-2011', { ageMonths: { least: 1, most: 2 } }), [
    'ageNotKnown',
    false,
  ])
  assert.deepEqual(flags('dallaire-2011', { ageMonths: { least: 2, most: 2 } }), [false])
  assert.deepEqual(flags('kobayashi-2016', { ageMonths: years(19) }), ['olderThanModel', true])
  assert.deepEqual(flags('mccrindle-2007', { diameter: q('27', 'mm') }), ['unusualDiameter', true])
  const large = good(bodySurface('haycock', cm('190'), kg('105')))
  assert.deepEqual(flags('kobayashi-2016', { surface: large, ageMonths: years(17) }), [
    'surfaceBeyondTable',
    true,
  ])
  const other = good(bodySurface('mosteller', cm('96'), kg('14.5')))
  assert.deepEqual(flags('mccrindle-2007', { surface: other }), ['otherSurfaceFormula', false])
})

test('what a Z score needs is named where it is missing', () => {
  const { sex, ...unsexed } = lad
  assert.equal(sex, 'male')
  assert.deepEqual(coronaryZ('kobayashi-2016', unsexed), {
    problem: 'missingInput',
    inputs: ['sex'],
  })
  assert.deepEqual(coronaryZ('dallaire-2011', { segment: 'lad' }), {
    problem: 'missingInput',
    inputs: ['diameter', 'surface'],
  })
  for (const mm of ['0', '-2.5', '61'])
    assert.ok(isClinicalProblem(coronaryZ('dallaire-2011', { ...lad, diameter: q(mm, 'mm') })), mm)
})

test('a row of the table is met exactly, and between two rows the values are', () => {
  const at = (m2: string) =>
    Number(
      good(coronaryZ('kobayashi-2016', { ...lad, surface: { ...surface, quantity: q(m2, 'm2') } }))
        .quantity.value,
    )
  assert.ok(at('0.60') > at('0.62') && at('0.62') > at('0.65'))
  for (const m2 of ['0.15', '0.3', '0.45', '2.2'])
    assert.deepEqual(
      good(
        coronaryZ('kobayashi-2016', {
          ...lad,
          surface: { ...surface, quantity: q(m2, 'm2') },
          ageMonths: years(3),
        }),
      ).flags,
      [],
      m2,
    )
})

test('the classes begin and end where the statement of 2017 says', () => {
  const klass = (z: string, mm: string, firstZ?: string | null) =>
    good(
      coronaryClass({
        z: sd(z),
        diameter: q(mm, 'mm'),
        firstZ: typeof firstZ === 'string' ? sd(firstZ) : firstZ,
      }),
    ).klass
  assert.equal(klass('1.9999', '2', null), 'none')
  assert.equal(klass('2', '2'), 'dilation')
  assert.equal(klass('2.4999', '2'), 'dilation')
  assert.equal(klass('2.50', '2'), 'small')
  assert.equal(klass('4.9999', '7.99'), 'small')
  assert.equal(klass('5', '7.99'), 'medium')
  assert.equal(klass('9.9999', '7.99'), 'medium')
  assert.equal(klass('10', '5'), 'large')
  assert.equal(klass('-1', '8'), 'large')
  assert.equal(klass('0.9', '2', '1.9'), 'dilation')
  assert.equal(klass('0.91', '2', '1.9'), 'none')
  assert.equal(klass('1.0', '2', '2.0'), 'none')
})

test('what is missing leaves the classes that are possible', () => {
  const of = (artery: Parameters<typeof coronaryClass>[0]): Partial<CoronaryClassed> => {
    const { klass, possible, missing } = good(coronaryClass(artery))
    return { ...(klass && { klass }), possible, missing }
  }
  assert.deepEqual(of({ z: sd('6') }), { possible: ['medium', 'large'], missing: ['diameter'] })
  assert.deepEqual(of({ z: sd('11') }), { klass: 'large', possible: ['large'], missing: [] })
  assert.deepEqual(of({ diameter: q('0.81', 'cm') }), {
    klass: 'large',
    possible: ['large'],
    missing: [],
  })
  assert.deepEqual(of({ z: sd('1'), diameter: q('2', 'mm') }), {
    possible: ['none', 'dilation'],
    missing: ['firstZ'],
  })
  assert.deepEqual(of({}).missing, ['z', 'diameter'])
  for (const mm of ['-2', '0', '80', 'NaN'])
    assert.ok(isClinicalProblem(coronaryClass({ z: sd('1'), diameter: q(mm, 'mm') })), mm)
  assert.ok(isClinicalProblem(coronaryClass({ z: { quantity: q('2', 'mm') } })))
  const phn = { ...sd('1.9'), rule: 'coronary-z-phn-2017@1' }
  const dallaire = { ...sd('0.5'), rule: 'coronary-z-dallaire-2011@1' }
  assert.deepEqual(coronaryClass({ z: dallaire, diameter: q('2', 'mm'), firstZ: phn }), {
    problem: 'differentModels',
    models: [phn.rule, dallaire.rule],
  })
})

const four = { extremities: true, rash: true, conjunctivitis: true, mouth: true, lymphNodes: false }
const two = { ...four, conjunctivitis: false, mouth: false }

test('classic Kawasaki disease is five days of fever, or four, and four of five signs', () => {
  const of = (picture: KawasakiPicture) => kawasakiDiagnosis(picture)
  assert.equal(of({ feverDays: 5, signs: four }).diagnosis, 'classic')
  assert.equal(of({ feverDays: 4, signs: four }).isOnFourthDay, true)
  assert.equal(of({ feverDays: 3, signs: four }).classic.verdict, 'not met')
  const { lymphNodes, ...unseen } = { ...four, mouth: false }
  assert.equal(lymphNodes, false)
  const open = of({ feverDays: 5, signs: unseen })
  assert.equal(open.diagnosis, 'unknown')
  assert.ok(open.missing.some(({ input }) => input === 'lymphNodes'))
})

test('incomplete Kawasaki disease needs inflammation and laboratory findings or an artery', () => {
  const picture = { feverDays: 5, signs: two, crp: q('30', 'mg/L') }
  const of = (more: Partial<KawasakiPicture>) => kawasakiDiagnosis({ ...picture, ...more })
  assert.equal(of({ highestZ: q('2.5', '{SD}') }).diagnosis, 'incomplete')
  assert.equal(of({ crp: q('29.9', 'mg/L'), esr: q('39', 'mm/h') }).diagnosis, 'neither')
  const labs = {
    anaemia: true,
    albumin: q('30', 'g/L'),
    leucocytes: q('15000', '/mm3'),
    altRaised: false,
  }
  assert.equal(of(labs).diagnosis, 'incomplete')
  assert.equal(of({ anaemia: true, altRaised: true }).diagnosis, 'unknown')
  const platelets = { anaemia: true, altRaised: true, platelets: q('450', '10*9/L') }
  assert.equal(of({ ...platelets, feverDays: 8 }).diagnosis, 'incomplete')
  assert.equal(of({ ...platelets, feverDays: 7 }).diagnosis, 'unknown')
  const echo = { highestZ: q('2.0', '{SD}'), poorFunction: true, aneurysm: false }
  assert.equal(of({ ...echo, mitralRegurgitation: true }).diagnosis, 'incomplete')
  const infant = { ageMonths: 5, unexplained: true, feverDays: 7, aneurysm: true }
  assert.equal(of({ ...infant, signs: { ...two, extremities: false } }).diagnosis, 'incomplete')
  assert.equal(of({ ...infant, ageMonths: 12, signs: {} }).disease.verdict, 'unknown')
})

test('the disease may be known before it is known whether it is classic or incomplete', () => {
  const { mouth, ...open } = four
  assert.equal(mouth, true)
  const { disease, diagnosis } = kawasakiDiagnosis({
    feverDays: 6,
    signs: open,
    crp: q('4', 'mg/dL'),
    aneurysm: true,
  })
  assert.deepEqual([disease.verdict, diagnosis], ['met', 'unknown'])
})

test('a risk score with a gap is a range, and a value of another kind is a gap', () => {
  const all = {
    sodium: q('133', 'meq/L'),
    ast: q('100', '[IU]/L'),
    illnessDayAtTreatment: 4,
    neutrophils: q('80', '%'),
    crp: q('100', 'mg/L'),
    ageMonths: 12,
    platelets: q('300000', '/mm3'),
  }
  assert.equal(kobayashiRisk(all).score, 11)
  const none = kobayashiRisk({})
  assert.deepEqual([none.least, none.most, none.high, none.missing.length], [0, 11, 'unknown', 7])
  assert.equal(none.score, undefined)
  const odd = kobayashiRisk({ ...all, crp: q('100', 'mmol/L'), ageMonths: NaN })
  assert.deepEqual(
    [odd.least, odd.most, odd.high, odd.missing],
    [
      9,
      11,
      'met',
      [
        { input: 'crp', why: 'unit not convertible' },
        { input: 'ageMonths', why: 'not a number' },
      ],
    ],
  )
  const { sodium, ...rest } = all
  assert.equal(kobayashiRisk(rest, 10).high, 'unknown')
  assert.equal(sodium.value, '133')
})

test('fever is judged by the threshold of its site, and a site that is not listed is unknown', () => {
  const thresholds = {
    rectal: { sign: '>=', limit: q('38.0', 'Cel') },
    axillary: { sign: '>=', limit: q('37.5', 'Cel') },
    oral: { sign: '>', limit: q('38', 'Cel') },
  } as const
  const of = (value: string, unit: string, site?: string) =>
    feverOf(q(value, unit), site, thresholds)
  assert.equal(of('38.0', 'Cel', 'rectal').verdict, 'met')
  assert.equal(of('100.4', '[degF]', 'rectal').verdict, 'met')
  assert.equal(of('100.4', '[degF]', 'oral').verdict, 'not met')
  assert.equal(of('38.05', 'Cel', 'oral').verdict, 'met')
  assert.equal(of('37.5', 'Cel', 'axillary').verdict, 'met')
  assert.deepEqual(of('39', 'Cel', 'tympanic'), {
    rule: 'fever-by-site@1',
    verdict: 'unknown',
    missing: [{ input: 'site', why: 'site not listed' }],
  })
  assert.equal(of('39', 'Cel', 'constructor').verdict, 'unknown')
  assert.equal(of('39', 'Cel').verdict, 'unknown')
  assert.equal(of('39', 'kg', 'oral').missing[0]?.why, 'unit not convertible')
  assert.equal(of('100.4', 'Cel', 'oral').missing[0]?.why, 'not plausible')
  assert.equal(of('38', '[degF]', 'oral').missing[0]?.why, 'not plausible')
  assert.equal(of('34.9', 'Cel', 'oral').verdict, 'not met')
  assert.equal(feverOf(undefined, 'oral', thresholds).missing[0]?.input, 'temperature')
})

test('a protocol calls a function by its name, and is told what the function needs', () => {
  const inputs = { height: cm('96'), weight: kg('14.5') }
  assert.deepEqual(inputsOfFunction('coronary-z-kobayashi-2016'), [
    'height',
    'weight',
    'diameter',
    'segment',
    'sex',
  ])
  assert.deepEqual(good(deriveClinical('bsa-haycock', inputs)).quantity, surface.quantity)
  const measured = { ...inputs, segment: 'lad', diameter: q('2.7', 'mm') }
  const z = (name: string) => Number(good(deriveClinical(name, measured)).quantity.value)
  assert.equal(z('coronary-z-dallaire-2011').toFixed(3), '3.008')
  assert.equal(z('coronary-z-dallaire-2011/mosteller').toFixed(3), '3.021')
  assert.equal(z('coronary-z-dallaire-2011/dubois').toFixed(3), '3.071')
  assert.deepEqual(deriveClinical('coronary-z-kobayashi-2016', measured), {
    problem: 'missingInput',
    inputs: ['sex'],
  })
  assert.deepEqual(deriveClinical('coronary-z-dallaire-2011', { ...measured, segment: 'LAD' }), {
    problem: 'unknownChoice',
    input: 'segment',
    value: 'LAD',
  })
  const young = { ...measured, ageMonths: q('1', 'mo') }
  assert.equal(good(deriveClinical('coronary-z-dallaire-2011', young)).mustAsk, true)
  const days = { ...measured, ageMonths: q('900', 'd') }
  assert.ok(isClinicalProblem(deriveClinical('coronary-z-dallaire-2011', days)))
  for (const name of ['bsa-boyd', 'bsa-constructor', 'coronary-z-toString', ''])
    assert.deepEqual(deriveClinical(name, inputs), { problem: 'unknownFunction', name })
})
