import type { RecordProblem } from '../finder/registry/records.ts'
import { withThousands, timeInWords } from './progress.ts'
import type { ImportSummary } from '../finder/catalogue/import/import-options.ts'

/** All imports of one command together. */
export interface WholeImport {
  readonly imports: readonly ImportSummary[]
  /** Some of what was rejected. */
  readonly problems: readonly RecordProblem[]
  /** Records that were kept although something in them was odd. */
  readonly remarked: number
  readonly seconds: number
}

const counted = ['read', 'new', 'changed', 'unchanged', 'older', 'duplicate', 'rejected'] as const
const mostShown = 10

/** The summary for a person: counts, what was rejected and why, and how long it took. */
export function summaryInWords(whole: WholeImport, report: string | undefined): string {
  const { imports, seconds } = whole
  const sums = counted.map((name) => `${withThousands(sum(imports, name)).padStart(12)}  ${name}`)
  const studies = `${withThousands(studiesAfter(whole)).padStart(12)}  studies in the catalogue`
  const remarked = `${withThousands(whole.remarked).padStart(12)}  with remarks`
  const done = `Done in ${timeInWords(seconds)}${rate(whole)}.`
  const notes = [...rejections(whole, report), ...remarks(whole, report)]
  return `${[...sums, remarked, studies, done, ...notes].join('\n')}\n`
}

/** The same for a program: the sums, and each import by itself. */
export function summaryAsJson(whole: WholeImport): string {
  const { imports, problems, remarked } = whole
  const sums = Object.fromEntries(counted.map((name) => [name, sum(imports, name)]))
  const seconds = Math.round(whole.seconds * 100) / 100
  const all = { ...sums, remarked, studies: studiesAfter(whole), seconds, problems, imports }
  return `${JSON.stringify(all, null, 2)}\n`
}

function studiesAfter({ imports }: WholeImport): number {
  return imports.at(-1)?.studies ?? 0
}

function rejections({ imports, problems }: WholeImport, report: string | undefined): string[] {
  const rejected = sum(imports, 'rejected')
  if (rejected === 0) return []
  const shown = problems.slice(0, mostShown)
  const left = rejected - shown.length
  const lines = shown.map(({ place, reason }) => `  ${place}: ${reason}`)
  if (left > 0) lines.push(`  and ${withThousands(left)} more`)
  const where =
    report === undefined
      ? 'Use --report FILE to keep all of them.'
      : `All of them are in ${report}.`
  return ['Rejected:', ...lines, where]
}

/** Kept is kept, but an operator should know that something in it is odd. */
function remarks({ remarked }: WholeImport, report: string | undefined): string[] {
  if (remarked === 0) return []
  const where =
    report === undefined
      ? 'Use --report FILE to read the remarks.'
      : `The remarks are in ${report}.`
  return [`With remarks: kept, but something in the record is odd. ${where}`]
}

function rate({ imports, seconds }: WholeImport): string {
  const read = sum(imports, 'read')
  return seconds >= 1 && read >= seconds
    ? `, ${withThousands(Math.round(read / seconds))} records a second`
    : ''
}

function sum(imports: readonly ImportSummary[], name: (typeof counted)[number]): number {
  return imports.reduce((total, each) => total + each[name], 0)
}
