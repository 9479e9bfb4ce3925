import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { inventParticipants } from '../../../src/study/analysis/invent/invent.ts'
import { recipeShape } from '../../../src/study/analysis/invent/recipe.ts'
import { planShape } from '../../../src/study/analysis/plan/read-plan.ts'
import { cellText } from '../../../src/study/analysis/render/cell-text.ts'
import { tablesOf } from '../../../src/study/analysis/render/numbered.ts'
import { reportOf } from '../../../src/study/analysis/report-of.ts'
import { protocolShape } from '../../../src/study/protocol/read/protocol-shape.ts'
import type { Section } from '../evidence.ts'
import { publishedRows } from '../published-report.ts'

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
  return {
    title: 'The report of the invented children',
    note: 'Sixteen invented children whose counts are fixed to the published ones: the report must find them again from their facts.',
    rows: publishedRows(
      (table, row) =>
        tables
          .find(({ id }) => id === table)
          ?.rows.find(({ id }) => id === row)
          ?.cells.map(({ value }) => cellText(value, 'en')) ?? [],
    ),
  }
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../data', path), 'utf8'))
}
