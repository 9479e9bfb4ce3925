import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analysed, answered, smallVersion } from '../../../testing/analysed-participants.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { groupsOf } from '../participants/groups.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import { cellText } from '../render/cell-text.ts'
import type { ReportTable } from '../report/report.ts'
import { endpointsTable } from './endpoints.ts'

const oneArm: Protocol = { ...smallVersion, items: [] }
const noPlan = { sets: [] }

function tableOf(people: readonly AnalysedParticipant[], version = oneArm): ReportTable {
  const table = endpointsTable(version, 'primary', groupsOf(version, people), noPlan)
  assert.ok(table)
  return table
}

const textsOf = ({ rows }: ReportTable, id: string) =>
  rows.find((row) => row.id === id)?.cells.map(({ value }) => cellText(value, 'en'))

const fourPeople = [
  analysed('P1', { endpoints: [answered('success')] }),
  analysed('P2', { endpoints: [answered('success')] }),
  analysed('P3', { endpoints: [answered('success')] }),
  analysed('P4', { endpoints: [answered('failure')] }),
]

test('an endpoint has its share, its exact limits, and what was published beside', () => {
  assert.deepEqual(textsOf(tableOf(fourPeople), 'primary-itt'), [
    '3/4 (75.0%)',
    '19.4–99.4',
    '1',
    '0',
    '0',
    '0',
    '75% (3/4)',
    '19.4–99.4',
    'equal to the printed digits',
  ])
})

test('another count is said to differ from what was published', () => {
  const people = fourPeople.slice(0, 3)
  assert.equal(textsOf(tableOf(people), 'primary-itt')?.at(-1), 'differs')
})

test('a set that the source does not define has no counts, and what was not published says so', () => {
  const texts = textsOf(tableOf(fourPeople), 'primary-pp') ?? []
  assert.equal(texts[0], 'not defined by this version')
  assert.deepEqual(texts.slice(6, 8), ['not published', 'not published'])
})

test('a missing answer is in no denominator, and two rows show how much could depend on it', () => {
  const people = [
    ...fourPeople,
    analysed('P5', { endpoints: [answered('unknown')] }),
    analysed('P6', { endpoints: [answered('unknown', { pending: true })] }),
    analysed('P7', { endpoints: [answered('excluded')] }),
  ]
  const table = tableOf(people)
  const texts = textsOf(table, 'primary-itt') ?? []
  assert.deepEqual([texts[0], ...texts.slice(2, 6)], ['3/4 (75.0%)', '1', '1', '1', '1'])
  assert.equal(textsOf(table, 'primary-itt-asFailure')?.[0], '3/5 (60.0%)')
  assert.equal(textsOf(table, 'primary-itt-asSuccess')?.[0], '4/5 (80.0%)')
})

test('behind each number stand the participants it counts, the rule, the version and the method', () => {
  const grounds = [{ type: 'compare', verdict: 'met', facts: ['f1', 'f2'] }] as const
  const people = [analysed('P1', { endpoints: [answered('success', { grounds })] })]
  const row = tableOf(people).rows.find(({ id }) => id === 'primary-itt')
  assert.deepEqual(row?.cells[0]?.behind, {
    set: { en: 'Intention to treat' },
    rule: { node: 'primary', version: 'one' },
    denominator: 1,
    rows: [{ participant: 'P1', facts: ['f1', 'f2'] }],
  })
  assert.equal(row?.cells[1]?.behind?.method, 'clopper-pearson@1')
})

test('each arm has a row of its own, and all together the published one', () => {
  const people = fourPeople.map((one, at) => ({
    ...one,
    arm: { text: at < 2 ? 'A' : 'B', fact: 'f' },
  }))
  const table = tableOf(people, smallVersion)
  assert.equal(textsOf(table, 'primary-itt-arm-A')?.[0], '2/2 (100.0%)')
  assert.equal(textsOf(table, 'primary-itt-arm-B')?.[0], '1/2 (50.0%)')
  assert.equal(textsOf(table, 'primary-itt-arm-B')?.[6], 'not published')
  assert.equal(textsOf(table, 'primary-itt')?.[0], '3/4 (75.0%)')
})

test('nobody at all is a share of nobody, without limits', () => {
  const texts = textsOf(tableOf([]), 'primary-itt') ?? []
  assert.deepEqual(texts.slice(0, 2), ['0/0', '–'])
})
