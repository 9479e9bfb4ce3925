import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Protocol } from '../protocol/document/protocol.ts'
import { readProtocol } from '../protocol/read/read-protocol.ts'
import { inventParticipants } from './invent/invent.ts'
import { recipeShape } from './invent/recipe.ts'
import { readPlan } from './plan/read-plan.ts'
import { cellText } from './render/cell-text.ts'
import { reportHtml } from './render/html-report.ts'
import { tablesOf } from './render/numbered.ts'
import { reportOf } from './report-of.ts'
import type { StudyReport } from './report/report.ts'

const data = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../data', path), 'utf8'))

function protocolOf(name: string): Protocol {
  const read = readProtocol(data(`protocols/NCT02390596.${name}.json`))
  assert.ok('protocol' in read)
  return read.protocol
}

const published = { protocol: protocolOf('report') }
const listing = { protocol: protocolOf('listing') }
const recipe = recipeShape.parse(data('reports/NCT02390596.invented.json'))
const plan = readPlan(data('reports/NCT02390596.plan.json'))
assert.ok('read' in plan)
const participants = inventParticipants(recipe, published)
const report = reportOf({ version: published, beside: listing, plan: plan.read, participants })

const textsOf = (from: StudyReport, table: string, row: string) =>
  tablesOf(from)
    .find(({ id }) => id === table)
    ?.rows.find(({ id }) => id === row)
    ?.cells.map(({ value }) => cellText(value, 'en'))

test('the invented children come to every published share and interval, to the printed digits', () => {
  const rows = [
    ['endpoints-primary', 'primary-itt', '12/16 (75.0%)', '75% (12/16, inferred)'],
    ['endpoints-primary', 'primary-pp', '7/8 (87.5%)', '87.5% (7/8, inferred)'],
    ['endpoints-secondary', 'activityPhysician-itt', '14/15 (93.3%)', '93.3% (14/15, inferred)'],
    ['endpoints-secondary', 'activityParent-itt', '12/12 (100.0%)', '100% (12/12, inferred)'],
    ['endpoints-secondary', 'zBelow25-itt', '5/10 (50.0%)', '50% (5/10)'],
    ['endpoints-secondary', 'zBelow2-itt', '6/12 (50.0%)', '50% (6/12)'],
  ] as const
  for (const [table, row, ours, theirs] of rows) {
    const texts = textsOf(report, table, row) ?? []
    assert.deepEqual(
      [texts[0], texts[6], texts[8]],
      [ours, theirs, 'equal to the printed digits'],
      row,
    )
  }
  const intervals = rows.map(([table, row]) => textsOf(report, table, row)?.[1])
  assert.deepEqual(intervals.slice(2), ['68.1–99.8', '73.5–100.0', '18.7–81.3', '21.1–78.9'])
  assert.equal(textsOf(report, 'endpoints-primary', 'primary-itt')?.[7], 'not published')
})

test('five serious events in three children, and no other count than the published ones is claimed', () => {
  assert.deepEqual(textsOf(report, 'adverse-events', 'serious'), [
    '3 (18.8%); 5',
    '3/16; events: 5',
  ])
  assert.equal(textsOf(report, 'adverse-events', 'any')?.[1], 'not published')
})

test('the same histories by the listing give another result, and each difference has its readings', () => {
  const table = tablesOf(report).find(({ id }) => id === 'readings-primary')
  const [ours, theirs] = table?.rows[0]?.cells ?? []
  assert.ok(ours && theirs)
  assert.equal(cellText(ours.value, 'en'), '12/16 (75.0%)')
  assert.notEqual(cellText(theirs.value, 'en'), '12/16 (75.0%)')
  const list = tablesOf(report).find(({ id }) => id === 'readings-primary-list')
  assert.ok(list && list.rows.length > 0)
  for (const { cells } of list.rows) {
    assert.ok(cells[1] && cells[3])
    assert.match(cellText(cells[3].value, 'en'), /°C is above 38\.0\s°C/)
    assert.match(cellText(cells[1].value, 'en'), /°C is at most 38\.0\s°C/)
  }
})

test('the same input gives the same bytes, and the order of participants and facts does not matter', async () => {
  const turned = new Map(
    [...participants].toReversed().map(([id, facts]) => [id, facts.toReversed()]),
  )
  const other = reportOf({
    version: published,
    beside: listing,
    plan: plan.read,
    participants: turned,
  })
  assert.equal(await reportHtml(other, 'fr'), await reportHtml(report, 'fr'))
})

test('every fact of an invented child says so, and the report is marked with it', async () => {
  for (const facts of participants.values())
    for (const { details } of facts) assert.equal(details?.['invented'], true)
  const page = await reportHtml(report, 'en')
  assert.match(page, /INVENTED PARTICIPANTS: no such person exists/)
  assert.doesNotMatch(page, /simulat/i)
  assert.doesNotMatch(await reportHtml(report, 'fr'), /simul/i)
})

test('another seed draws other children with the same counts', () => {
  const others = inventParticipants({ ...recipe, seed: 7 }, published)
  const other = reportOf({ version: published, plan: plan.read, participants: others })
  for (const row of ['primary-itt', 'primary-pp'])
    assert.equal(
      textsOf(other, 'endpoints-primary', row)?.[0],
      textsOf(report, 'endpoints-primary', row)?.[0],
    )
  assert.notDeepEqual(
    textsOf(other, 'baseline', 'bodyWeight-mean'),
    textsOf(report, 'baseline', 'bodyWeight-mean'),
  )
})

test('behind each number of the primary endpoint are facts that stand in the listing', () => {
  const table = tablesOf(report).find(({ id }) => id === 'endpoints-primary')
  const listed = new Set(
    tablesOf(report)
      .find(({ id }) => id === 'list-facts')
      ?.rows.map(({ id }) => id),
  )
  const rows = table?.rows.flatMap(({ cells }) => cells.flatMap(({ behind }) => behind?.rows ?? []))
  assert.ok(rows && rows.length > 16)
  for (const { participant, facts } of rows)
    for (const fact of facts) assert.ok(listed.has(`${participant}-${fact}`), fact)
})

test('a recipe whose counts do not add up is refused', () => {
  assert.throws(() => inventParticipants({ ...recipe, participants: 15 }, published), RangeError)
})
