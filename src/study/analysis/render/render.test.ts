import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  analysed,
  answered,
  happened,
  smallVersion,
} from '../../../testing/analysed-participants.ts'
import { assertValid } from '../../../testing/valid-html.ts'
import type { AnalysisPlan } from '../plan/plan.ts'
import type { StudyReport } from '../report/report.ts'
import { sectionsOf } from '../tables/sections.ts'
import { figureSvg } from './figure-svg.ts'
import { reportHtml } from './html-report.ts'
import { figuresOf, tablesOf } from './numbered.ts'
import { tableCsv } from './table-csv.ts'

const plan: AnalysisPlan = {
  format: 1,
  study: 'INVENTED-1',
  title: { en: 'A plan', fr: 'Un plan' },
  by: 'an invented statistician',
  sets: [],
  baseline: [{ item: 'sex' }, { item: 'weight' }],
  times: [
    {
      id: 't',
      title: { en: 'Time to <rest>', fr: 'Délai avant le <repos>' },
      status: 'inferred',
      of: { item: 'weight' },
      event: { op: 'fact', item: 'weight' },
      unit: 'h',
      ticks: [0, 24, 48],
    },
  ],
  pairs: [
    {
      id: 'p',
      title: { en: 'Score', fr: 'Note' },
      endpoint: 'primary',
      before: 'before',
      after: 'after',
      digits: 1,
    },
  ],
  published: [],
}

const fact = { id: 'f1', item: 'weight', value: '10.0', unit: 'kg', at: '2020-01-02T10:00Z' }
const people = ['P1', 'P/2 "é"', '=P3'].map((id, at) =>
  analysed(id, {
    arm: { text: at === 0 ? 'A' : 'B', fact: 'f1' },
    facts: new Map([['f1', fact]]),
    baseline: new Map([['weight', { fact: 'f1', number: 10 + at }]]),
    times: new Map([['t', { time: 12 * (at + 1), event: at !== 1, facts: ['f1'] }]]),
    events: [happened('f1', '<b>Rash</b>', { grade: 2 })],
    endpoints: [
      answered(at === 0 ? 'failure' : 'success', {
        grounds: [{ type: 'compare', verdict: 'met', facts: ['f1'] }],
        values: [
          { name: 'before', value: { value: '3.1', unit: '1' } },
          { name: 'after', value: { value: `${at}.5`, unit: '1' } },
        ],
      }),
    ],
  }),
)

const report: StudyReport = {
  format: 1,
  study: 'INVENTED-1',
  title: { en: 'Report', fr: 'Rapport' },
  version: { version: 'one', title: smallVersion.title },
  cutoff: { at: '2020-02-01', by: 'last fact' },
  facts: { participants: 3, facts: 3 },
  mark: { en: 'INVENTED', fr: 'INVENTÉ' },
  notes: [],
  sections: sectionsOf({ protocol: smallVersion, plan, people }),
}

/** One of each kind of part: checking a page takes as long as it has tags. */
const shortSections = report.sections.map((section) => ({
  ...section,
  parts: section.parts
    .slice(0, 2)
    .map((part) =>
      part.type === 'table'
        ? { ...part, table: { ...part.table, rows: part.table.rows.slice(0, 4) } }
        : part,
    ),
}))

test('a report is one valid page in each language, and the same report gives the same bytes', async () => {
  for (const language of ['en', 'fr'] as const) {
    const page = await reportHtml(report, language)
    assert.equal(await reportHtml(report, language), page)
    assert.ok(!page.includes('<b>Rash'))
    assert.ok(!page.includes('<script'))
  }
  await assertValid(await reportHtml({ ...report, sections: shortSections }, 'en'), 'report')
})

test('every link of a report leads to a place that is there once', async () => {
  const page = await reportHtml(report, 'en')
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
  assert.ok(targets.length > 20)
  for (const target of new Set(targets)) assert.ok(ids.includes(target), String(target))
})

test('the mark of invented people is said on the page, on each printed page and with each table', async () => {
  const page = await reportHtml(report, 'fr')
  assert.match(page, /<p class="mark" role="note">INVENTÉ<\/p>/)
  assert.match(page, /@top-right \{ content: "INVENTÉ"/)
  assert.match(page, /content: "Page " counter\(page\) " sur " counter\(pages\) ""/)
  const tables = tablesOf(report).length
  assert.equal(page.match(/INVENTÉ · /g)?.length, tables)
})

test('nothing that a document says can end the style sheet', async () => {
  const hostile = { ...report, mark: { en: '"; } </style><script>' } }
  const page = await reportHtml(hostile, 'en')
  assert.equal(page.match(/<\/style>/g)?.length, 1)
  assert.ok(!page.includes('<script'))
})

test('a table as a spreadsheet has its numbers apart and runs nothing', () => {
  const table = tablesOf(report).find(({ id }) => id === 'endpoints-primary')
  assert.ok(table)
  const [head = '', ...lines] = tableCsv(table, 'fr').split('\r\n')
  assert.ok(
    head.startsWith('\uFEFFrow,label,success,success.n,success.of,success.participants,interval'),
  )
  const whole = lines.find((line) => line.startsWith('primary-itt,'))
  assert.match(whole ?? '', /"2\/3 \(66,7 %\)",2,3,"P\/2 ""é"" =P3"/)
  const participants = tablesOf(report).find(({ id }) => id === 'list-participants')
  assert.ok(participants)
  assert.match(tableCsv(participants, 'en'), /'=P3,/)
})

test('a figure is the same picture for the same data, with the numbers at risk under its axis', () => {
  const figure = figuresOf(report).find(({ id }) => id === 'time-t')
  assert.ok(figure)
  const svg = figureSvg(figure, 'en')
  assert.equal(figureSvg(figure, 'en'), svg)
  assert.match(svg, /<title id="svg-time-t">Time to &lt;rest&gt;: Kaplan–Meier estimate<\/title>/)
  assert.equal(svg.match(/<path d="M190 30/g)?.length, 3)
  assert.match(svg, /Number at risk/)
  assert.doesNotMatch(svg, /NaN|undefined|Infinity/)
})

test('pairs are drawn as lines from before to after', () => {
  const figure = figuresOf(report).find(({ id }) => id === 'pairs-p')
  assert.ok(figure)
  const svg = figureSvg(figure, 'fr')
  assert.equal(svg.match(/<circle/g)?.length, 6)
  assert.doesNotMatch(svg, /NaN|undefined/)
})
