import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  ComparisonSign,
  ReadingSelect,
  TruthExpression,
  ValueExpression,
} from '../document/expressions.ts'
import type { Protocol, ProtocolItem } from '../document/protocol.ts'
import { readCharts } from '../facts/chart.ts'
import type { Fact } from '../facts/fact.ts'
import { type Moment, readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { weighTruth, weighVerdict } from './weigh-truth.ts'
import { type Scene, bookOf } from './scene.ts'

const item = (id: string, rest: Partial<ProtocolItem>): ProtocolItem => ({
  id,
  title: { en: id },
  type: 'yes-no',
  repeats: 'series',
  ...rest,
})

const protocol: Protocol = {
  format: 1,
  study: 'NCT00000000',
  version: 'test',
  title: { en: 'A test' },
  effective: [{ site: '*', from: '2020-01-01' }],
  sources: [],
  items: [
    item('temperature', { type: 'quantity', unit: 'Cel', mayBeNone: true }),
    item('birth', { type: 'date', repeats: 'once', role: 'birth date' }),
    item('fever', { type: 'date', repeats: 'once', mayBeNone: true }),
    item('ivig', { type: 'event' }),
    item('cancer', {}),
    item('arrival', { type: 'date', mayBeNone: true }),
    item('arm', { type: 'code', codes: ['A', 'B'], mayBeNone: true }),
    item('ripe', {}),
    item('well', {}),
  ],
  definitions: [
    { id: 'ripe', title: { en: 'Ripe' }, status: 'silent' },
    { id: 'well', title: { en: 'Well' }, status: 'silent', question: { en: 'Is the child well?' } },
  ],
  anchors: [
    { id: 'ivig', title: { en: 'IVIG' }, status: 'stated', event: { type: 'last', item: 'ivig' } },
    {
      id: 'ill',
      title: { en: 'Illness' },
      status: 'inferred',
      event: { type: 'first', item: 'fever' },
      days: { first: 1, label: 'J' },
    },
  ],
  eligibility: [],
  visits: [],
  regimens: [],
  endpoints: [],
  sets: [],
}

const moment = (text: string): Moment => {
  const read = readMoment(text)
  assert.ok(!isTimeProblem(read))
  return read
}

const scene = (facts: readonly Omit<Fact, 'id'>[], now: string): Scene => {
  const book = bookOf(protocol)
  const numbered = facts.map((fact, index) => ({ id: `f${index}`, ...fact }))
  return {
    book,
    chart: readCharts(numbered, { items: book.items, now: moment(now) }).chart,
    now: moment(now),
    decision: moment(now),
    isPlanned: true,
    increaseOf: () => undefined,
    spanOf: () => undefined,
  }
}

const temperature = (value: string, at: string, unit = 'Cel', site = 'oral') => ({
  item: 'temperature',
  value,
  unit,
  at,
  site,
})
const febrile: TruthExpression = {
  op: 'compare',
  left: { op: 'this' },
  is: '>',
  right: { op: 'quantity', value: '38', unit: 'Cel' },
}
const today: ReadingSelect = { item: 'temperature', onDayOf: { at: 'decision' } }
const agreed: TruthExpression = { op: 'agreed', of: today, holds: febrile }
const now = '2020-03-03T10:00+01:00'
function verdict(expression: TruthExpression, facts: readonly Omit<Fact, 'id'>[], at = now) {
  const seen = scene(facts, at)
  const { verdict: told } = weighTruth(expression, seen)
  // Weighed without what it rests on it is the same, by itself and within others.
  assert.equal(weighVerdict(expression, seen), told)
  for (const op of ['and', 'or'] as const)
    assert.equal(weighVerdict({ op, of: [expression] }, seen), told)
  const turned: TruthExpression = { op: 'not', of: expression }
  assert.equal(weighVerdict(turned, seen), weighTruth(turned, seen).verdict)
  return told
}

test('38.0 and 100.4 degrees Fahrenheit are not above 38, 38.1 and 100.5 are', () => {
  const at = '2020-03-03T09:00+01:00'
  assert.equal(verdict(agreed, [temperature('38.0', at)]), 'not met')
  assert.equal(verdict(agreed, [temperature('100.4', at, '[degF]')]), 'not met')
  assert.equal(verdict(agreed, [temperature('38.1', at)]), 'met')
  assert.equal(verdict(agreed, [temperature('100.5', at, '[degF]')]), 'met')
})

test('no reading of the day is unknown, and says which reading is missing', () => {
  const truth = weighTruth(agreed, scene([temperature('39', '2020-03-02T09:00+01:00')], now))
  assert.equal(truth.verdict, 'unknown')
  assert.deepEqual(truth.missing, [
    { item: 'temperature', onDay: '2020-03-03', why: 'window open' },
  ])
})

test('two readings that disagree are unknown, two that agree are not', () => {
  const one = temperature('38.4', '2020-03-03T09:00+01:00')
  assert.equal(verdict(agreed, [one, temperature('37.9', '2020-03-03T09:10+01:00')]), 'unknown')
  assert.equal(verdict(agreed, [one, temperature('38.2', '2020-03-03T09:10+01:00')]), 'met')
  assert.equal(
    verdict(agreed, [one, temperature('37.9', '2020-03-03T09:00+01:00', 'Cel', 'axillary')]),
    'unknown',
  )
})

test('a window is met by one reading, not met only when it is closed and somebody looked', () => {
  const within: TruthExpression = {
    op: 'any',
    of: {
      item: 'temperature',
      from: { at: 'anchor', anchor: 'ivig' },
      until: { at: 'anchor', anchor: 'ivig', plus: 'PT48H' },
    },
    holds: febrile,
  }
  const ivig = { item: 'ivig', value: '2 g/kg', at: '2020-03-01T10:00+01:00' }
  const cool = temperature('37', '2020-03-02T09:00+01:00')
  assert.equal(verdict(within, [ivig]), 'unknown')
  assert.equal(verdict(within, [ivig, cool], '2020-03-03T09:59+01:00'), 'unknown')
  assert.equal(verdict(within, [ivig, cool], '2020-03-03T10:00+01:00'), 'not met')
  assert.equal(verdict(within, [ivig, temperature('38.5', '2020-03-03T10:00+01:00')]), 'met')
  assert.equal(
    verdict(within, [ivig, temperature('38.5', '2020-03-03T10:01+01:00')], '2020-03-03T12:00Z'),
    'unknown',
  )
  assert.equal(verdict(within, [cool]), 'unknown')
})

test('what time alone will change says from when', () => {
  const day: TruthExpression = {
    op: 'compare',
    left: { op: 'day', anchor: 'ill', of: { at: 'decision' } },
    is: '>=',
    right: { op: 'quantity', value: '7', unit: '1' },
  }
  const truth = weighTruth(
    day,
    scene([{ item: 'fever', value: '2020-02-28', at: '2020-02-28' }], now),
  )
  assert.equal(truth.verdict, 'not met')
  assert.equal(truth.turnsMet, '2020-03-05')
})

test('an age from half a date of birth is unknown only where the other half matters', () => {
  const old = (value: string): TruthExpression => ({
    op: 'compare',
    left: { op: 'age', unit: 'mo', on: { at: 'decision' } },
    is: '<',
    right: { op: 'quantity', value, unit: 'mo' },
  })
  const birth = [{ item: 'birth', value: '2019-07', at: '2020-03-01' }]
  assert.equal(verdict(old('7'), birth), 'not met')
  assert.equal(verdict(old('8'), birth), 'unknown')
  assert.equal(verdict(old('9'), birth), 'met')
})

test('two dates of birth contradict one another, a fuller one does not', () => {
  const adult: TruthExpression = {
    op: 'compare',
    left: { op: 'age', unit: 'a', on: { at: 'decision' } },
    is: '>=',
    right: { op: 'quantity', value: '1', unit: 'a' },
  }
  const birth = (value: string) => ({ item: 'birth', value, at: '2020-03-01' })
  assert.equal(verdict(adult, [birth('2010'), birth('2010-05-01')]), 'met')
  const truth = weighTruth(adult, scene([birth('2010-05-02'), birth('2010-05-01')], now))
  assert.equal(truth.verdict, 'unknown')
  assert.equal(truth.missing[0]?.why, 'contradictory')
})

test('silence about a yes-or-no item is unknown; none of a thing is not within any time', () => {
  assert.equal(verdict({ op: 'fact', item: 'cancer' }, []), 'unknown')
  assert.equal(
    verdict({ op: 'fact', item: 'cancer' }, [{ item: 'cancer', value: false, at: '2020-03-01' }]),
    'not met',
  )
  const none = [{ item: 'arrival', value: 'none', at: '2020-03-01' }]
  assert.equal(verdict({ op: 'exists', of: { item: 'arrival' } }, none), 'not met')
})

test('a meaning that gives another answer makes it unknown and asks; one that cannot be told changes nothing', () => {
  const cancer: TruthExpression = { op: 'fact', item: 'cancer' }
  const doubt = (other: TruthExpression): TruthExpression => ({
    op: 'doubt',
    reading: cancer,
    others: [other],
    question: { en: 'Which?' },
  })
  const facts = [{ item: 'cancer', value: true, at: '2020-03-01' }]
  assert.equal(verdict(doubt({ op: 'exists', of: { item: 'ivig' } }), facts), 'met')
  const truth = weighTruth(doubt({ op: 'not', of: cancer }), scene(facts, now))
  assert.equal(truth.verdict, 'unknown')
  assert.equal(truth.raised[0]?.words.en, 'Which?')
})

const cancer: TruthExpression = { op: 'fact', item: 'cancer' }
const said = (item: string, value: Fact['value'], at = '2020-03-01') => ({ item, value, at })

test('at least so many are counted: those that are unknown may still turn it', () => {
  const arrived: TruthExpression = { op: 'exists', of: { item: 'arrival' } }
  const infused: TruthExpression = { op: 'exists', of: { item: 'ivig' } }
  const two: TruthExpression = { op: 'atLeast', count: 2, of: [cancer, arrived, infused] }
  const ivig = said('ivig', '2 g/kg')
  assert.equal(verdict(two, [said('cancer', true), ivig]), 'met')
  assert.equal(verdict(two, [said('cancer', true)]), 'unknown')
  assert.equal(verdict(two, [said('cancer', false), said('arrival', 'none')]), 'not met')
})

test('a code is met by a code of the list; what has none, or does not apply, has none of the list', () => {
  const armA: TruthExpression = { op: 'code', item: 'arm', in: ['A'] }
  const truth = weighTruth(armA, scene([said('arm', 'A')], now))
  assert.equal(truth.verdict, 'met')
  assert.deepEqual(
    [truth.grounds[0]?.left, truth.grounds[0]?.right],
    [{ text: 'A' }, { text: 'A' }],
  )
  assert.equal(verdict(armA, [said('arm', 'B')]), 'not met')
  assert.equal(verdict(armA, []), 'unknown')
  const none = weighTruth(armA, scene([said('arm', 'none')], now))
  assert.deepEqual(
    [none.verdict, none.grounds.map(({ item: name, left }) => [name, left])],
    ['not met', [['arm', undefined]]],
  )
})

test('a moment that never was is not before another; two of one day are not to be told apart', () => {
  const before: TruthExpression = {
    op: 'before',
    first: { at: 'anchor', anchor: 'ill' },
    second: { at: 'anchor', anchor: 'ivig' },
  }
  const fever = (at: string) => said('fever', at, at)
  const ivig = (at: string) => said('ivig', '2 g/kg', at)
  assert.equal(verdict(before, [fever('2020-02-28'), ivig('2020-03-01T10:00+01:00')]), 'met')
  assert.equal(verdict(before, [fever('2020-03-02'), ivig('2020-03-01T10:00+01:00')]), 'not met')
  const same = weighTruth(before, scene([fever('2020-03-01'), ivig('2020-03-01T10:00Z')], now))
  assert.equal(same.verdict, 'unknown')
  assert.deepEqual(same.missing, [{ item: 'fever', why: 'moment not exact', facts: ['f0', 'f1'] }])
  assert.equal(same.grounds[0]?.is, '<')
  assert.equal(verdict(before, [ivig('2020-03-01')]), 'unknown')
  assert.equal(verdict(before, [fever('2020-03-01')]), 'unknown')
})

test('that there was none is known once it was said, and not for what was decided before', () => {
  const before: TruthExpression = {
    op: 'before',
    first: { at: 'anchor', anchor: 'ill' },
    second: { at: 'decision' },
  }
  const never = scene([said('fever', 'none', '2020-03-03T09:00+01:00')], now)
  assert.equal(weighTruth(before, never).verdict, 'not met')
  const earlier = { ...never, decision: moment('2020-03-02T10:00+01:00') }
  assert.equal(weighTruth(before, earlier).verdict, 'unknown')
})

test('the lowest and the highest are of what was measured, wherever “none” stands between', () => {
  const at = (hour: number) => `2020-03-03T0${hour}:00+01:00`
  const picked = (pick: 'lowest' | 'highest', values: readonly string[]) => {
    const left: ValueExpression = { op: 'reading', pick, of: { item: 'temperature' } }
    const right: ValueExpression = { op: 'quantity', value: '0', unit: 'Cel' }
    const facts = values.map((value, index) => temperature(value, at(index)))
    return weighTruth({ op: 'compare', left, is: '>', right }, scene(facts, now)).grounds[0]?.left
  }
  const degrees = (value: string) => ({ value, unit: 'Cel' })
  assert.deepEqual(picked('lowest', ['38', 'none', '36', '37']), degrees('36'))
  assert.deepEqual(picked('highest', ['38', 'none', '39', '37']), degrees('39'))
  assert.deepEqual(picked('lowest', ['none', '38', '36']), degrees('36'))
  assert.deepEqual(picked('lowest', ['none']), { text: 'none' })
})

test('what a part asks is asked of the whole while the whole is unknown, and not once it is decided', () => {
  const doubtful: TruthExpression = {
    op: 'doubt',
    reading: cancer,
    others: [{ op: 'not', of: cancer }],
    question: { en: 'Which?' },
  }
  const facts = [said('cancer', true)]
  const raised = (expression: TruthExpression) =>
    weighTruth(expression, scene(facts, now)).raised.map(({ words }) => words.en)
  assert.deepEqual(raised({ op: 'and', of: [cancer, doubtful] }), ['Which?'])
  const [doubt] = weighTruth(doubtful, scene(facts, now)).raised
  assert.deepEqual([doubt?.type, new Set(doubt?.facts)], ['doubt', new Set(['f0'])])
  assert.deepEqual(raised({ op: 'or', of: [cancer, doubtful] }), [])
})

test('a whole rests on what decides it alone', () => {
  const febrileNow: TruthExpression = { op: 'any', of: { item: 'temperature' }, holds: febrile }
  const facts = [said('cancer', true), temperature('37', '2020-03-03T09:00+01:00')]
  const items = (expression: TruthExpression) =>
    weighTruth(expression, scene(facts, now)).grounds.map((ground) => ground.item)
  const cold: TruthExpression = { op: 'not', of: agreed }
  assert.deepEqual(items({ op: 'and', of: [cancer, agreed] }), ['temperature'])
  assert.deepEqual(items({ op: 'or', of: [agreed, cancer] }), ['cancer'])
  assert.deepEqual(items({ op: 'and', of: [cancer, cold] }), ['cancer', 'temperature'])
  assert.deepEqual(items({ op: 'and', of: [febrileNow, cancer] }), ['temperature'])
})

test('a whole that needs more than there are parts rests on all of them', () => {
  const both: TruthExpression = { op: 'atLeast', count: 3, of: [cancer, cancer] }
  const truth = weighTruth(both, scene([said('cancer', true)], now))
  assert.deepEqual([truth.verdict, truth.grounds.length], ['not met', 2])
})

test('what a window of readings is counted from is missing, and not the readings', () => {
  const from = { at: 'anchor', anchor: 'ivig' } as const
  const of: ReadingSelect = { item: 'temperature', from }
  const warm = temperature('39', '2020-03-03T09:00+01:00')
  for (const op of ['exists', 'any', 'agreed'] as const) {
    const expression: TruthExpression = op === 'exists' ? { op, of } : { op, of, holds: febrile }
    const { verdict: found, missing } = weighTruth(expression, scene([warm], now))
    assert.deepEqual([found, missing.map((one) => one.item)], ['unknown', ['ivig']], op)
  }
})

test('the newest word counts, also where it says nothing that can be read', () => {
  const unread = said('cancer', 'perhaps', '2020-03-03T09:00+01:00')
  const { verdict: found, missing } = weighTruth(
    cancer,
    scene([said('cancer', true, '2020-03-02'), unread], now),
  )
  assert.equal(found, 'unknown')
  assert.deepEqual(missing, [{ item: 'cancer', why: 'not known', facts: ['f1'] }])
  // What is said of a day after the decision is not known at it, and what was said before still is.
  const later = said('cancer', false, '2020-03-04')
  const known = scene([said('cancer', true, '2020-03-02'), later], '2020-03-05')
  assert.equal(weighTruth(cancer, { ...known, decision: moment(now) }).verdict, 'met')
})

test('what a person judges is asked in the words of the version, or by its title', () => {
  const asked = (expression: TruthExpression) => {
    const { verdict: found, missing, raised } = weighTruth(expression, scene([], now))
    return [found, missing.map(({ why }) => why), raised.map(({ words }) => words.en)]
  }
  const question = { en: 'Is it so?' }
  const judged: TruthExpression = { op: 'judgement', item: 'ripe', by: 'investigator', question }
  assert.deepEqual(asked(judged), ['unknown', ['not recorded'], ['Is it so?']])
  assert.equal(verdict(judged, [said('ripe', true)]), 'met')
  const defined = (name: string): TruthExpression => ({ op: 'defined', name })
  assert.deepEqual(asked(defined('ripe')), ['unknown', ['not recorded'], ['Ripe']])
  assert.deepEqual(asked(defined('well')), ['unknown', ['not recorded'], ['Is the child well?']])
  assert.deepEqual(asked(defined('unheard of')), ['unknown', ['not defined'], []])
})

test('of several days that are to come the last turns the whole; where one never comes nothing does', () => {
  const day = (value: string): TruthExpression => ({
    op: 'compare',
    left: { op: 'day', anchor: 'ill', of: { at: 'decision' } },
    is: '>=',
    right: { op: 'quantity', value, unit: '1' },
  })
  const facts = [said('fever', '2020-02-28', '2020-02-28'), said('cancer', false)]
  const turns = (...of: readonly TruthExpression[]) =>
    weighTruth({ op: 'and', of }, scene(facts, now)).turnsMet
  assert.equal(turns(day('7'), day('9')), '2020-03-07')
  assert.equal(turns(day('7'), cancer), undefined)
})

test('a reading whose moment may be outside the window makes unknown what it would decide', () => {
  const within: TruthExpression = {
    op: 'any',
    of: {
      item: 'temperature',
      from: { at: 'anchor', anchor: 'ivig', plus: 'PT12H' },
      until: { at: 'decision' },
    },
    holds: febrile,
  }
  const ivig = said('ivig', '2 g/kg', '2020-03-01T10:00+01:00')
  const truth = weighTruth(within, scene([ivig, temperature('39', '2020-03-01')], now))
  assert.equal(truth.verdict, 'unknown')
  assert.deepEqual(
    truth.missing.map(({ item: name, facts }) => [name, facts]),
    [['temperature', ['f1']]],
  )
})

test('more than a limit turns a step later than it, in any unit, on either side of the sign', () => {
  const days: ValueExpression = { op: 'day', anchor: 'ill', of: { at: 'decision' } }
  const age = (unit: 'a' | 'mo' | 'wk'): ValueExpression => ({
    op: 'age',
    unit,
    on: { at: 'decision' },
  })
  const ill = (unit: 'h' | 'd'): ValueExpression => ({
    op: 'elapsed',
    from: { at: 'anchor', anchor: 'ivig' },
    to: { at: 'decision' },
    unit,
  })
  const facts = [
    said('fever', '2020-02-28', '2020-02-28'),
    said('birth', '2019-12-31', '2020-02-28'),
    said('ivig', '2 g/kg', '2020-03-01T10:00+01:00'),
  ]
  const turns = (left: ValueExpression, is: ComparisonSign, right: ValueExpression) =>
    weighTruth({ op: 'compare', left, is, right }, scene(facts, now)).turnsMet
  const limit = (value: string, unit: string): ValueExpression => ({ op: 'quantity', value, unit })
  assert.equal(turns(days, '>', limit('7', '1')), '2020-03-06')
  assert.equal(turns(limit('7', '1'), '<=', days), '2020-03-05')
  assert.equal(turns(limit('7', '1'), '<', days), '2020-03-06')
  assert.equal(turns(limit('7', '1'), '>', days), undefined)
  // Two months of 31 December are the last of February; more than two completed months are three.
  assert.equal(turns(age('mo'), '>=', limit('6', 'mo')), '2020-06-30')
  assert.equal(turns(age('mo'), '>', limit('6', 'mo')), '2020-07-31')
  assert.equal(turns(age('mo'), '>=', limit('1', 'a')), '2020-12-31')
  assert.equal(turns(age('wk'), '>=', limit('1', 'a')), undefined)
  assert.equal(turns(ill('d'), '>=', limit('5', 'd')), '2020-03-06T10:00:00+01:00')
  assert.equal(turns(ill('h'), '>', limit('120', 'h')), '2020-03-06T10:00:01+01:00')
})

test('a reading that says nothing as it is written leaves open what it may decide, until it is corrected', () => {
  const said38 = [temperature('38.5', '2020-03-02T08:00+01:00')]
  const bare = { item: 'temperature', value: '36.4', at: '2020-03-02T09:00+01:00', id: 'bare' }
  const select: ReadingSelect = { item: 'temperature', until: { at: 'decision' } }
  const verdicts = (facts: readonly Omit<Fact, 'id'>[]) => {
    const chosen = (pick: 'latest' | 'first' | 'lowest'): TruthExpression => ({
      op: 'compare',
      left: { op: 'reading', pick, of: select },
      is: '>',
      right: { op: 'quantity', value: '38', unit: 'Cel' },
    })
    const all: readonly TruthExpression[] = [
      chosen('latest'),
      chosen('first'),
      chosen('lowest'),
      { op: 'any', of: select, holds: febrile },
      { op: 'agreed', of: select, holds: febrile },
      { op: 'exists', of: select },
    ]
    return all.map((one) => weighTruth(one, scene(facts, '2020-03-03T09:00+01:00')).verdict)
  }
  assert.deepEqual(verdicts(said38), ['met', 'met', 'met', 'met', 'met', 'met'])
  const unread = [...said38, bare]
  assert.deepEqual(verdicts(unread), ['unknown', 'met', 'unknown', 'met', 'unknown', 'met'])
  const newer = [...unread, temperature('38.2', '2020-03-02T10:00+01:00')]
  assert.equal(verdicts(newer)[0], 'met')
})

test('of what never was no time has passed; of what nobody spoke it is not known', () => {
  const within = (op: 'elapsed' | 'day'): TruthExpression => ({
    op: 'compare',
    left:
      op === 'day'
        ? { op, anchor: 'ill', of: { at: 'decision' } }
        : {
            op,
            from: { at: 'anchor', anchor: 'ivig' },
            to: { at: 'decision' },
            unit: 'd',
          },
    is: '<',
    right: { op: 'quantity', value: '28', unit: op === 'day' ? '1' : 'd' },
  })
  assert.equal(verdict(within('elapsed'), []), 'unknown')
  assert.equal(verdict(within('elapsed'), [said('ivig', false)]), 'not met')
  assert.equal(verdict(within('elapsed'), [said('ivig', null)]), 'unknown')
  assert.equal(verdict(within('elapsed'), [said('ivig', '2 g/kg')]), 'met')
  // Said after the decision.
  assert.equal(verdict(within('elapsed'), [said('ivig', false, '2020-03-04')]), 'unknown')
  assert.equal(verdict(within('day'), []), 'unknown')
  assert.equal(verdict(within('day'), [said('fever', 'not applicable')]), 'not applicable')
})
