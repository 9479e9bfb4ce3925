import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProtocol as protocol } from '../../testing/example-protocol.ts'
import type { DoseDecision, DoseDerivation } from '../protocol/state/answers.ts'
import {
  decisionText,
  decisionWhen,
  derivationSteps,
  meansText,
  reasonText,
  ruleText,
  surfaceFormula,
} from './doses.ts'
import { groundText, missingText } from './grounds.ts'
import { namedMoment } from './moments.ts'
import { deviationLines } from './outcomes.ts'
import { askedText } from './questions.ts'
import { type ConditionInWords, conditionInWords } from './conditions.ts'
import { settingInWords } from './settings.ts'
import { tellingOf } from './telling.ts'
import { durationText, momentText, quantityInWords } from './values.ts'

const english = tellingOf(protocol, 'en', '2017-03-09T09:00+01:00')
const french = tellingOf(protocol, 'fr', '2017-03-09T09:00+01:00')
const plain = (text: string): string => text.replaceAll('\u00A0', ' ')

test('a quantity keeps every digit it was written with, and its unit is what people write', () => {
  const said = (value: string, unit: string, telling = english): string =>
    plain(quantityInWords(telling, { value, unit }))
  assert.equal(said('38.0', 'Cel'), '38.0 °C')
  assert.equal(said('38.0', 'Cel', french), '38,0 °C')
  assert.equal(said('44.1', 'mg'), '44.1 mg')
  assert.equal(said('75', 'mg/m2'), '75 mg/m²')
  assert.equal(said('1.0', '10*9/L'), '1.0 10⁹/L')
  assert.equal(said('1', '{tablet}'), '1 tablet')
  assert.equal(said('1.5', '{tablet}', french), '1,5 comprimé')
  assert.equal(said('2', '{tablet}', french), '2 comprimés')
  assert.equal(said('40', 'mg/{tablet}'), '40 mg/tablet')
  assert.equal(said('50', '%'), '50%')
  assert.equal(said('50', '%', french), '50 %')
  assert.equal(said('-2.5', '{SD}', french), '−2,5 ET')
  assert.equal(said('47', 'h'), '47 hours')
  assert.equal(said('506', 'h'), '21 days 2 hours')
  assert.equal(said('169200000', 'ms'), '1 day 23 hours')
  assert.equal(said('-5400000', 'ms', french), '−1 heure 30 minutes')
  assert.equal(said('0', 'ms'), 'no time')
})

test('a moment is as exact as it was recorded, and names its offset where it is another', () => {
  assert.equal(momentText(english, '2017-03-09T10:00+01:00'), '9 March 2017, 10:00')
  assert.equal(momentText(english, '2017-03-09T10:00+02:00'), '9 March 2017, 10:00 (UTC+2)')
  assert.equal(momentText(english, '2017-03-09T10:00:30-03:30'), '9 March 2017, 10:00 (UTC−3:30)')
  assert.equal(momentText(english, '2017-03-09T10:00Z'), '9 March 2017, 10:00 (UTC)')
  assert.equal(momentText(french, '2017-03'), 'mars 2017')
  assert.equal(momentText(english, '2017-02-29'), '2017-02-29')
})

test('a span of time is said in its own units', () => {
  assert.equal(durationText(english, 'PT48H'), '48 hours')
  assert.equal(durationText(english, 'P1DT12H'), '1 day 12 hours')
  assert.equal(durationText(french, 'P3M'), '3 mois')
  assert.equal(durationText(english, 'PT30M'), '30 minutes')
  assert.equal(durationText(english, 'P0D'), 'no time')
  assert.equal(durationText(english, 'soon'), 'no time')
  const before = { at: 'anchor', anchor: 'start', plus: '-P7D' } as const
  assert.equal(namedMoment(english, before), '7 days before First infusion')
})

test('a comparison says on which side of its limit a value is', () => {
  const ground = {
    type: 'compare',
    item: 'neutrophils',
    left: { value: '1.0', unit: '10*9/L' },
    is: '>',
    right: { value: '1.0', unit: '10*9/L' },
    at: '2017-03-09T08:00+01:00',
    facts: ['f1'],
  } as const
  assert.equal(
    plain(groundText(english, { ...ground, verdict: 'not met' })),
    'Neutrophils: 1.0 10⁹/L is not above 1.0 10⁹/L (9 March 2017, 08:00)',
  )
  assert.equal(
    plain(groundText(french, { ...ground, is: '>=', verdict: 'met' })),
    'Neutrophiles : 1,0 10⁹/L atteint au moins 1,0 10⁹/L (9 mars 2017, 08:00)',
  )
})

test('what is missing says when it is wanted', () => {
  assert.equal(
    missingText(english, { item: 'weight', why: 'not recorded', onDay: '2017-03-11' }),
    'Body weight: not recorded on 11 March 2017',
  )
})

const dose: DoseDerivation = {
  level: 'mid',
  perUnit: { value: '6', unit: 'mg/kg' },
  weight: {
    value: { value: '7.35', unit: 'kg' },
    at: '2017-03-08T18:00+01:00',
    ageHours: '16',
    which: 'only',
    fact: 'f2',
  },
  arithmetic: '6 x 7.35',
  exact: { value: '44.1', unit: 'mg' },
  amount: { value: '44.1', unit: 'mg' },
  product: {
    amount: { value: '0.294', unit: 'mL' },
    strength: { value: '150', unit: 'mg/mL' },
    exact: true,
  },
}

const decision: DoseDecision = {
  regimen: 'vidamab',
  kind: 'give',
  number: 2,
  dueAt: '2017-03-10T10:00+01:00',
  level: 'mid',
  dose,
  options: [],
  rules: [],
  missing: [],
  asks: [],
  because: [{ type: 'level kept', node: 'mid' }],
}

test('a dose whose time has passed says since when it is due', () => {
  const late = { ...decision, dueAt: '2017-03-10T12:00+01:00', dueSince: '2017-03-10T10:00+01:00' }
  const said = plain(decisionWhen(english, late, '2017-03-10T12:00+01:00'))
  assert.equal(said, 'dose 2, due since 10 March 2017, 10:00')
  assert.match(plain(decisionWhen(french, late, late.dueAt)), /prévue depuis le 10 mars 2017/)
  const first = { ...decision, number: 1 }
  assert.equal(plain(decisionWhen(english, first, first.dueAt)), 'dose 1, due now')
})

test('a dose is shown with every step by which it was worked out', () => {
  const steps = derivationSteps(english, dose).map(({ label, text }) => plain(`${label}: ${text}`))
  assert.deepEqual(steps, [
    'Level: 75 mg/m² (6 mg/kg)',
    'Body weight: 7.35 kg, taken 8 March 2017, 18:00, 16 hours before the dose, the only weight',
    'Worked out: 6 mg/kg × 7.35 kg = 44.1 mg',
    'Most in one dose: none: the source names none',
    'Rounding: none: the source names none',
    'Dose: 44.1 mg',
    'To draw up or count out: 0.294 mL of 150 mg/mL',
  ])
  assert.equal(plain(decisionText(french, decision)), 'Donner : 44,1 mg')
  assert.equal(decisionText(english, { ...decision, kind: 'hold' }), 'Hold')
})

test('a fixed dose multiplies nothing', () => {
  const { weight: _, ...fixed } = dose
  assert.ok(!derivationSteps(english, fixed).some(({ step }) => step === 'arithmetic'))
})

test('a reason names the rule it is by', () => {
  const kept = decision.because.map((reason) => reasonText(english, decision, reason))
  assert.deepEqual(kept, ['No rule changes the level: it stays 75 mg/m².'])
  const rule = { rule: 'up', verdict: 'met', grounds: [], missing: [], asks: [] } as const
  assert.equal(
    ruleText(english, {
      ...rule,
      did: 'nothing',
      prevented: { by: 'gap', earliest: '2017-03-11T10:00+01:00' },
    }),
    'Up after a cycle without trouble: met; changes nothing. Met, and too soon after the last change: from 11 March 2017, 10:00.',
  )
})

test('a question is asked in the words of the document, with what is given filled in', () => {
  const question = { id: 'q', type: 'silent', facts: [], blocks: true } as const
  assert.equal(
    askedText(french, {
      ...question,
      words: { en: 'May it start on {day}?', fr: 'Peut-on commencer le {day} ?' },
      given: { day: 'J6' },
    }),
    'Peut-on commencer le J6 ?',
  )
  assert.equal(
    askedText(english, { ...question, node: 'rounding', given: { amount: '44.1 mg' } }),
    'The source says nothing of this: Rounding. What applies? (44.1\u00A0mg)',
  )
  assert.match(
    askedText(french, { ...question, node: 'rounding', given: { amount: '24.040 mg' } }),
    /\(24,040\smg\)$/,
    'a French reader must not take the point for thousands',
  )
})

test('a question about an endpoint names it, because one document asks the same of many', () => {
  const [endpoint] = protocol.endpoints
  assert.ok(endpoint)
  const words = { en: 'The reading is missing.', fr: 'La mesure manque.' }
  const of = {
    id: 'q',
    type: 'missing value',
    node: endpoint.id,
    facts: [],
    blocks: false,
  } as const
  assert.equal(
    askedText(english, { ...of, words }),
    `${endpoint.title.en}: The reading is missing.`,
  )
})

test('a number beside a day is told as a day that is counted from it', () => {
  const day = protocol.items.find(({ type }) => type === 'date')
  assert.ok(day)
  const said = groundText(english, {
    type: 'compare',
    verdict: 'met',
    item: day.id,
    left: { value: '10', unit: '1' },
    is: '>=',
    right: { value: '5', unit: '1' },
    facts: [],
  })
  assert.match(said, /: day 10 is at least day 5$/)
})

test('a deviation says what was found and what the protocol names', () => {
  const lines = deviationLines(english, {
    id: 'd',
    type: 'dose differs',
    node: 'vidamab',
    at: '2017-03-09T10:00+01:00',
    dose: 1,
    day: 'D1',
    found: { value: '84', unit: 'mg' },
    expected: { value: '56', unit: 'mg' },
    facts: [],
  })
  assert.deepEqual(lines.map(plain), [
    'A dose was given that the protocol does not name',
    'Vidamab, arm A, dose 1, D1, 9 March 2017, 10:00',
    'found: 84 mg',
    'by the protocol: 56 mg',
  ])
})

test('a setting is said to be the operator’s', () => {
  const said = settingInWords(english, {
    sets: 'visit window',
    visit: 'scanVisit',
    window: { early: 'P3D', late: 'P5D' },
    by: 'the site of Lyon',
  })
  assert.deepEqual([said.about, said.text], ['Scan', '3 days early to 5 days late'])
  assert.match(said.owner, /^Set by the site of Lyon\. It is theirs, not the protocol’s\.$/)
})

test('a condition is read in words, with the parts of a group under it', () => {
  const read = (line: ConditionInWords): string =>
    `${plain(line.text)}${line.parts.length > 0 ? ` [${line.parts.map(read).join('; ')}]` : ''}`
  const [adult] = protocol.eligibility
  assert.ok(adult?.expression)
  assert.equal(
    read(conditionInWords(english, adult.expression)),
    'age in completed years at the decision is at least 18 years',
  )
  assert.equal(
    read(
      conditionInWords(english, {
        op: 'atLeast',
        count: 2,
        of: [
          { op: 'fact', item: 'heart' },
          { op: 'not', of: { op: 'fact', item: 'stroke' } },
          {
            op: 'any',
            of: { item: 'neutrophils', after: { at: 'anchor', anchor: 'start', plus: 'PT48H' } },
            holds: {
              op: 'compare',
              left: { op: 'this' },
              is: '>',
              right: { op: 'quantity', value: '1.0', unit: '10*9/L' },
            },
          },
        ],
      }),
    ),
    'at least 2 of these 3: [Heart disease: yes; this is not so: [Stroke in the last 6 months: yes]; ' +
      'at least one reading of Neutrophils after 48 hours after First infusion where the reading is above 1.0 10⁹/L]',
  )
})

test('a rest is told by when it began and what is open, an interval by its percent, a body surface by its formula', () => {
  const looked = {
    rule: 'toxic',
    verdict: 'not met',
    did: 'hold',
    grounds: [],
    missing: [],
    asks: [],
  } as const
  const resting = { since: '2017-03-09T08:00+01:00', endsAfter: '2017-04-06T08:00+02:00' }
  assert.equal(
    plain(ruleText(english, { ...looked, rest: resting })),
    'toxic: doses rest since 9 March 2017, 08:00; what lets them go on: not met. If they still rest after 6 April 2017, 08:00 (UTC+2), treatment ends.',
  )
  assert.match(
    ruleText(french, { ...looked, rest: { freed: '2017-03-09' } }),
    /ont repris le 9 mars 2017/,
  )
  const decision = {
    regimen: 'r',
    kind: 'hold',
    number: 1,
    dueAt: '2017-03-09T09:00+01:00',
  } as const
  const nothing = { options: [], rules: [], missing: [], asks: [] }
  const held = {
    ...decision,
    ...nothing,
    because: [{ type: 'rule holds', node: 'toxic' }],
  } as const
  assert.match(meansText(english, held), /^Give nothing while doses rest/)
  assert.match(meansText(english, { ...held, asks: ['one'] }), /questions are answered/)
  assert.match(surfaceFormula(french, 'bsa-mosteller@1'), /√\(taille en cm × poids en kg ÷ 3600\)/)
})

test('who has two weights at one time is not told that none is recorded', () => {
  const decision = {
    regimen: 'r',
    kind: 'hold',
    number: 1,
    dueAt: '2017-03-09T09:00+01:00',
  } as const
  const nothing = { options: [], rules: [], missing: [], asks: [], because: [] }
  const why = reasonText(english, { ...decision, ...nothing }, { type: 'no weight' })
  assert.match(why, /a body measure is not recorded, or not settled/)
})
