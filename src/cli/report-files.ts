import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileModes, replaceFile } from '../base/durable-files.ts'
import { sound } from '../study/analysis/render/anchors.ts'
import { figureSvg } from '../study/analysis/render/figure-svg.ts'
import { reportHtml } from '../study/analysis/render/html-report.ts'
import { figuresOf, tablesOf } from '../study/analysis/render/numbered.ts'
import { tableCsv } from '../study/analysis/render/table-csv.ts'
import type { StudyReport } from '../study/analysis/report/report.ts'
import type { Language } from '../words/language/language.ts'
import { printable } from './columns.ts'
import { Failure, WrongUsage } from './outcome.ts'
import type { Terminal } from './terminal.ts'

/** In which form a report is written, and where. */
export interface ReportOutput {
  readonly format: 'html' | 'csv' | 'json' | 'svg'
  readonly lang: Language
  readonly out?: string
  readonly only?: string
  readonly quiet?: boolean
}

/** One file of a report. */
interface ReportFile {
  readonly name: string
  readonly text: string
}

/**
 * Writes a report into a folder, or prints it. Throws `WrongUsage` where several files would go to standard output, or
 * where no table or figure has the name, and `Failure` where the folder cannot be written.
 */
export async function reportFiles(
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
  report: StudyReport,
  output: ReportOutput,
): Promise<void> {
  const files = chosen(await filesOf(report, output), output)
  if (output.out === undefined) {
    const [file, ...others] = files
    if (!file || others.length > 0)
      throw new WrongUsage(
        `As ${output.format} a report is ${files.length} files. Name a folder with --out, or one of them with --only: ${files.map(({ name }) => withoutEnding(name)).join(', ')}`,
      )
    stdout.write(file.text)
    return
  }
  write(output.out, files)
  if (!output.quiet) for (const { name } of files) stderr.write(`${join(output.out, name)}\n`)
}

async function filesOf(
  report: StudyReport,
  { format, lang, only }: ReportOutput,
): Promise<readonly ReportFile[]> {
  switch (format) {
    case 'html':
      return [{ name: `report.${lang}.html`, text: await reportHtml(report, lang) }]
    case 'csv':
      return tablesOf(report).map((table) => ({
        name: `${sound(table.id)}.csv`,
        text: tableCsv(table, lang),
      }))
    case 'svg':
      return figuresOf(report).map((figure) => ({
        name: `${sound(figure.id)}.svg`,
        text: figureSvg(figure, lang),
      }))
    case 'json': {
      const whole = { name: 'report.json', text: asJson(report) }
      const tables = tablesOf(report).map((table) => ({
        name: `${sound(table.id)}.json`,
        text: asJson(table),
      }))
      return only === undefined ? [whole, ...tables] : tables
    }
  }
}

/** As JSON the report itself goes to standard output: its tables are in it. */
function chosen(files: readonly ReportFile[], { only, out, format }: ReportOutput) {
  if (only === undefined) return out === undefined && format === 'json' ? files.slice(0, 1) : files
  const found = files.filter(({ name }) => withoutEnding(name) === only)
  if (found.length > 0) return found
  const names = files.map(({ name }) => withoutEnding(name)).join(', ')
  throw new WrongUsage(printable(`--only: there is no ${only}. There is: ${names}`))
}

function withoutEnding(name: string): string {
  return name.replace(/\.[a-z]+$/, '')
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

function write(folder: string, files: readonly ReportFile[]): void {
  try {
    mkdirSync(folder, { recursive: true })
    for (const { name, text } of files) replaceFile(join(folder, name), text, fileModes.owner)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Failure(printable(`${folder} cannot be written (${code}). Name another folder.`))
  }
}
