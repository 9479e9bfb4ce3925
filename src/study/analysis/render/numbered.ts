import type { Language } from '../../../words/language/language.ts'
import { reportWords } from '../../../words/report.ts'
import type { ReportFigure, ReportPart, ReportTable, StudyReport } from '../report/report.ts'

/** A part of a report with the number it is called by. */
export interface NumberedPart {
  readonly section: string
  readonly part: ReportPart
  /** `Table 3`, `Figure 1`, `Listing 2`. */
  readonly number: string
}

/** All tables, figures and listings in their order, each kind counted by itself. */
export function numberedParts(report: StudyReport, language: Language): readonly NumberedPart[] {
  const words = reportWords(language)
  const counts = { table: 0, figure: 0, listing: 0 }
  return report.sections.flatMap(({ id, parts }) =>
    parts.map((part) => {
      const kind =
        part.type === 'figure' ? 'figure' : part.table.kind === 'listing' ? 'listing' : 'table'
      counts[kind] += 1
      return { section: id, part, number: words[kind](counts[kind]) }
    }),
  )
}

/** Every table of a report, those of its figures too. */
export function tablesOf({ sections }: StudyReport): readonly ReportTable[] {
  return sections.flatMap(({ parts }) =>
    parts.map((part) => (part.type === 'table' ? part.table : part.figure.table)),
  )
}

/** Every figure of a report. */
export function figuresOf({ sections }: StudyReport): readonly ReportFigure[] {
  return sections.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.type === 'figure' ? [part.figure] : [])),
  )
}
