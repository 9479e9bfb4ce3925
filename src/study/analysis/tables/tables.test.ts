import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analysed, happened, smallVersion } from '../../../testing/analysed-participants.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { bookOf } from '../../protocol/expression/scene.ts'
import { readCharts } from '../../protocol/facts/chart.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { type Moment, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import { baselineOf } from '../participants/baseline-values.ts'
import { groupsOf } from '../participants/groups.ts'
import { defaultPlan } from '../plan/default-plan.ts'
import { cellText } from '../render/cell-text.ts'
import type { ReportTable } from '../report/report.ts'
import { adverseEventsTable, worstGradeTable } from './adverse-events.ts'
import { baselineLines } from './baseline-lines.ts'
import { baselineTable } from './baseline.ts'
import { deviationsTable } from './deviations.ts'
import { flowTable } from './flow.ts'
import { timeFigure } from './times.ts'
import { visitsTable } from './visits.ts'

const version = { ...smallVersion, items: smallVersion.items.filter(({ id }) => id !== 'arm') }
const aged: Protocol = {
  ...version,
  items: [
    ...version.items,
    { id: 'birth', title: { en: 'Birth' }, type: 'date', role: 'birth date', repeats: 'once' },
  ],
}
const agesOf = {
  book: bookOf(aged),
  plan: { baseline: defaultPlan(aged).baseline.filter(({ item }) => item === 'birth') },
}
function momentAt(day: string): Moment {
  const moment = readMoment(day)
  assert.ok(!isTimeProblem(moment))
  return moment
}
const textsOf = ({ rows }: Pick<ReportTable, 'rows'>, id: string) =>
  rows.find((row) => row.id === id)?.cells.map(({ value }) => cellText(value, 'en'))

const withEvents = [
  analysed('P1', {
    events: [
      happened('e1', 'Rash', { grade: 1 }),
      happened('e2', ' rash', { grade: 3 }),
      happened('e3', 'Sepsis', { grade: 4, serious: 'yes', related: 'yes' }),
    ],
  }),
  analysed('P2', { events: [happened('e1', 'RASH', { grade: 2 }), happened('e2', 'Rash')] }),
  analysed('P3'),
  analysed('P4', { events: [happened('e1', 'Cough', { serious: 'unknown' })] }),
]

test('events are counted as people and as events, and a row without any is kept', () => {
  const table = adverseEventsTable(groupsOf(version, withEvents), [])
  assert.equal(textsOf(table, 'any')?.[0], '3 (75.0%); 6')
  assert.equal(textsOf(table, 'serious')?.[0], '1 (25.0%); 1')
  assert.equal(textsOf(table, 'fatal')?.[0], '0 (0.0%); 0')
  assert.equal(textsOf(table, 'seriousnessUnknown')?.[0], '1 (25.0%); 1')
  assert.equal(textsOf(table, 'fatal')?.[1], 'not published')
})

test('each participant counts once in a row, at the worst grade of its events', () => {
  const [group] = groupsOf(version, withEvents)
  assert.ok(group)
  const table = worstGradeTable(version, group)
  assert.deepEqual(
    table.rows.map(({ id }) => id),
    ['any', 'term-rash', 'term-cough', 'term-sepsis'],
  )
  assert.deepEqual(textsOf(table, 'term-rash'), [
    '2 (50.0%); 4',
    '0/4 (0.0%)',
    '1/4 (25.0%)',
    '1/4 (25.0%)',
    '0/4 (0.0%)',
    '0/4 (0.0%)',
    '0/4 (0.0%)',
  ])
  assert.deepEqual(textsOf(table, 'any')?.slice(4), ['1/4 (25.0%)', '0/4 (0.0%)', '1/4 (25.0%)'])
})

test('a value that is missing stands in the column of the missing and in no denominator', () => {
  const people = [
    analysed('P1', {
      baseline: new Map([
        ['weight', { fact: 'w', number: 10 }],
        ['sex', { fact: 's', text: 'male' }],
      ]),
    }),
    analysed('P2', { baseline: new Map([['weight', { fact: 'w', number: 14 }]]) }),
    analysed('P3'),
  ]
  const lines = baselineLines(version, { baseline: [{ item: 'sex' }, { item: 'weight' }] }, people)
  const table = baselineTable(groupsOf(version, people), lines)
  assert.deepEqual(textsOf(table, 'sex'), ['1', '2'])
  assert.equal(textsOf(table, 'sex-male')?.[0], '1/1 (100.0%)')
  assert.equal(textsOf(table, 'sex-female')?.[0], '0/1 (0.0%)')
  assert.deepEqual(textsOf(table, 'weight'), ['2', '1'])
  assert.equal(textsOf(table, 'weight-mean')?.[0], '12.0 (2.83)')
  assert.equal(textsOf(table, 'weight-median')?.[0], '12.0 (10.0–14.0)')
})

test('everybody is somewhere in the flow, and a set that is not defined says so', () => {
  const people = [
    analysed('P1', { consent: { id: 'c', item: 'consent', value: 'yes', at: '2020-01-02' } }),
    analysed('P2', { eligibility: { answer: 'no', by: ['age'] } }),
  ]
  const table = flowTable(version, groupsOf(version, people), { sets: [] })
  assert.equal(textsOf(table, 'in-file')?.[0], '2/2 (100.0%)')
  assert.equal(textsOf(table, 'no-consent')?.[0], '1/2 (50.0%)')
  assert.equal(textsOf(table, 'set-pp')?.[0], 'not defined by this version')
  assert.equal(textsOf(table, 'set-itt')?.[0], '2/2 (100.0%)')
})

test('a visit that the version does not place has no counts', () => {
  const visit = { id: 'v1', open: [], facts: [] }
  const table = visitsTable(version, [
    analysed('P1', { visits: [{ ...visit, standing: 'notDefined' }] }),
  ])
  assert.equal(textsOf(table, 'v1')?.[0], 'not defined by this version')
  const placed = visitsTable(version, [
    analysed('P1', { visits: [{ ...visit, standing: 'late' }] }),
    analysed('P2', { visits: [{ ...visit, standing: 'done' }] }),
  ])
  assert.deepEqual(textsOf(placed, 'v1')?.slice(0, 4), ['1', '0', '1', '0'])
})

test('every kind of deviation has a row, also one that never happened', () => {
  const deviation = {
    id: 'd',
    type: 'dose missed',
    node: 'r',
    at: '2020-01-02',
    facts: [],
  } as const
  const people = [analysed('P1', { deviations: [deviation, { ...deviation, id: 'e' }] })]
  const table = deviationsTable(version, groupsOf(version, people))
  assert.equal(textsOf(table, 'dose-missed')?.[0], '1 (100.0%); 2')
  assert.equal(textsOf(table, 'visit-late')?.[0], '0 (0.0%); 0')
  assert.equal(table.rows.length, 15)
})

test('a time to an event counts who is watched, who has it, who leaves and who is missing', () => {
  const watched = (time: number, event: boolean) => ({
    times: new Map([['t', { time, event, facts: ['f'] }]]),
  })
  const people = [
    analysed('P1', watched(2, true)),
    analysed('P2', watched(4, false)),
    analysed('P3', watched(6, true)),
    analysed('P4'),
  ]
  const figure = timeFigure(
    {
      id: 't',
      title: { en: 'Time' },
      status: 'inferred',
      of: { item: 'x' },
      event: { op: 'fact', item: 'x' },
      unit: 'h',
      ticks: [0, 3, 6],
    },
    groupsOf(version, people),
  )
  const { table, picture } = figure
  assert.deepEqual(textsOf(table, 'watched'), ['3/4 (75.0%)'])
  assert.deepEqual(textsOf(table, 'events'), ['2/3 (66.7%)'])
  assert.deepEqual(textsOf(table, 'missing'), ['1'])
  assert.deepEqual(textsOf(table, 'median'), ['6.0'])
  assert.ok(picture.type === 'survival')
  assert.deepEqual(picture.curves[0]?.atRisk, [3, 2, 1])
  assert.deepEqual(picture.curves[0]?.censored, [4])
})

test('a newborn is not 0 years old: all ages are told in the finest unit that the youngest needs', () => {
  const born = (at: string) => ({ item: 'birth', value: at, at, id: `birth-${at}` })
  const ofBirths = (...births: readonly string[]) => {
    const { plan, book } = agesOf
    const people = births.map((birth, at) => {
      const { chart } = readCharts([born(birth)], {
        items: book.items,
        now: momentAt('2025-06-30'),
      })
      return analysed(`P${at}`, {
        baseline: baselineOf({ book, plan }, chart, '2025-06-10T09:00+02:00', 'Europe/Paris'),
      })
    })
    const { rows } = baselineTable(groupsOf(aged, people), baselineLines(aged, plan, people))
    const [first] = rows
    return [
      first?.label.en,
      ...(first?.cells ?? []).map(({ value }) => cellText(value, 'en')),
      textsOf({ rows }, `${first?.id}-range`)?.[0],
    ]
  }
  assert.deepEqual(ofBirths('2025-06-01', '2019-06-01'), ['Age in days', '2', '0', '9.0–2201.0'])
  assert.deepEqual(ofBirths('2024-06-11', '2019-06-01'), [
    'Age in completed months',
    '2',
    '0',
    '11.0–72.0',
  ])
  assert.deepEqual(ofBirths('2023-06-10', '2019-06-01'), [
    'Age in completed years',
    '2',
    '0',
    '2.0–6.0',
  ])
  assert.deepEqual(ofBirths('2025-06-01', '2019'), ['Age in days', '1', '1', '9.0–9.0'])
  assert.deepEqual(ofBirths('2019-01', '2017-01'), ['Age in completed years', '2', '0', '6.0–8.0'])
})

test('who had no dose is as old as when they consented, and never 0 because a birth was written with its own day', () => {
  const consent = {
    id: 'consent',
    title: { en: 'Consent' },
    type: 'event',
    role: 'consent',
    repeats: 'once',
  } as const
  const book = bookOf({ ...aged, items: [...aged.items, consent] })
  const agesWith = (...facts: readonly Fact[]) => {
    const birth = { id: 'b', item: 'birth', value: '2019-06-01', at: '2019-06-01' }
    const { chart } = readCharts([birth, ...facts], {
      items: book.items,
      now: momentAt('2025-06-30'),
    })
    return baselineOf({ book, plan: agesOf.plan }, chart, undefined, 'Europe/Paris').get(
      'birth-age',
    )?.ages
  }
  assert.equal(agesWith(), undefined)
  const signed = { id: 'c', item: 'consent', value: true, at: '2025-06-02T09:00+02:00' }
  assert.deepEqual(agesWith(signed), { a: 6, mo: 72, d: 2193 })
})

test('units stand as people write them, in both languages', () => {
  const unitOf = (unit: string) => {
    const items = [
      { id: 'x', title: { en: 'X' }, type: 'quantity', unit, repeats: 'series' },
    ] as const
    const one = { ...version, items }
    const { rows } = baselineTable(
      groupsOf(one, []),
      baselineLines(one, { baseline: [{ item: 'x' }] }, []),
    )
    return rows[0]?.label
  }
  assert.equal(unitOf('Cel')?.en, 'X, °C')
  assert.equal(unitOf('10*9/L')?.en, 'X, 10⁹/L')
  assert.equal(unitOf('1')?.en, 'X')
  assert.equal(cellText({ is: 'quantity', value: '38.5', unit: 'Cel' }, 'fr'), '38,5 °C')
})
