import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { inventParticipants } from '../../../src/study/analysis/invent/invent.ts'
import { recipeShape } from '../../../src/study/analysis/invent/recipe.ts'
import { planShape } from '../../../src/study/analysis/plan/read-plan.ts'
import { cellText } from '../../../src/study/analysis/render/cell-text.ts'
import { tablesOf } from '../../../src/study/analysis/render/numbered.ts'
import { reportOf } from '../../../src/study/analysis/report-of.ts'
import { protocolShape } from '../../../src/study/protocol/read/protocol-shape.ts'
import type { Row, Section } from '../evidence.ts'

const source =
  'Koné-Paut et al. 2021, abstract; n/N where it prints none: inferred from the interval'

/** What was printed: the table and row of the report, the share, and the limits where the paper prints any. */
const printed = [
  ['endpoints-primary', 'primary-itt', '12/16 (75.0%)', undefined],
  ['endpoints-primary', 'primary-pp', '7/8 (87.5%)', undefined],
  ['endpoints-secondary', 'activityPhysician-itt', '14/15 (93.3%)', '68.1–99.8'],
  ['endpoints-secondary', 'activityParent-itt', '12/12 (100.0%)', '73.5–100.0'],
  ['endpoints-secondary', 'zBelow25-itt', '5/10 (50.0%)', '18.7–81.3'],
  ['endpoints-secondary', 'zBelow2-itt', '6/12 (50.0%)', '21.1–78.9'],
] as const

/** The report of the invented children by the published version, beside what the paper prints. */
export function section(): Section {
  const protocol = protocolShape.parse(read('protocols/NCT02390596.report.json'))
  const participants = inventParticipants(
    recipeShape.parse(read('reports/NCT02390596.invented.json')),
    {
      protocol,
    },
  )
  const plan = planShape.parse(read('reports/NCT02390596.plan.json'))
  const tables = tablesOf(reportOf({ version: { protocol }, plan, participants }))
  const texts = (table: string, row: string): readonly string[] =>
    tables
      .find(({ id }) => id === table)
      ?.rows.find(({ id }) => id === row)
      ?.cells.map(({ value }) => cellText(value, 'en')) ?? []
  const rows = printed.flatMap(([table, row, share, limits]): readonly Row[] => {
    const [found, interval] = texts(table, row)
    return [
      { what: `${row}: share`, published: share, found, source },
      ...(limits === undefined
        ? []
        : [{ what: `${row}: exact limits`, published: limits, found: interval, source }]),
    ]
  })
  const [serious] = texts('adverse-events', 'serious')
  return {
    title: 'The report of the invented children',
    note: 'Sixteen invented children whose counts are fixed to the published ones: the report must find them again from their facts.',
    rows: [
      ...rows,
      {
        what: 'serious events: participants (%); events',
        published: '3 (18.8%); 5',
        found: serious,
        source,
      },
    ],
  }
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../data', path), 'utf8'))
}
