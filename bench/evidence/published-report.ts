import type { Row } from './evidence.ts'

/** Where the results were printed. */
export const reportSource =
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

/** The texts of the cells of a row of a table of a report. */
export type ReportTexts = (table: string, row: string) => readonly (string | undefined)[]

/** Each printed result beside what a report says. */
export function publishedRows(texts: ReportTexts): readonly Row[] {
  const rows = printed.flatMap(([table, row, share, limits]): readonly Row[] => {
    const [found, interval] = texts(table, row)
    const source = reportSource
    return [
      { what: `${row}: share`, published: share, found, source },
      ...(limits === undefined
        ? []
        : [{ what: `${row}: exact limits`, published: limits, found: interval, source }]),
    ]
  })
  const [serious] = texts('adverse-events', 'serious')
  const events = 'serious events: participants (%); events'
  return [
    ...rows,
    { what: events, published: '3 (18.8%); 5', found: serious, source: reportSource },
  ]
}
