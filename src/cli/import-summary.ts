import { withThousands, timeInWords } from './progress.ts'
import type { ImportSummary, Mending } from '../finder/catalogue/import/import-options.ts'
import type { Rejected, ReportedFindings } from './import-report.ts'

/** All imports of one command together. */
export interface WholeImport extends ReportedFindings {
  readonly imports: readonly ImportSummary[]
  readonly seconds: number
}

const counted = ['read', 'new', 'changed', 'unchanged', 'older', 'duplicate', 'rejected'] as const
const mostShown = 10
const nothingInIt =
  'No study was in it, so the catalogue is as it was. Is it the right file or folder?'

/** The summary for a person: counts, what was rejected and why, and how long it took. */
export function summaryInWords(whole: WholeImport, report: string | undefined): string {
  const { imports, seconds } = whole
  const sums = counted.map((name) => `${withThousands(sum(imports, name)).padStart(12)}  ${name}`)
  const studies = `${withThousands(studiesAfter(whole)).padStart(12)}  studies in the catalogue`
  const remarked = `${withThousands(whole.remarked).padStart(12)}  with remarks`
  const done = `Done in ${timeInWords(seconds)}${rate(whole)}.`
  const notes = [
    ...(sum(imports, 'read') === 0 ? [nothingInIt] : []),
    ...rejectionLines(whole, report),
    ...conflictLines(whole),
    ...mendingLines(whole),
    ...remarks(whole, report),
  ]
  return `${[...sums, remarked, studies, done, ...notes].join('\n')}\n`
}

/** That there was nothing, and what was rejected and why, which is said however quiet an import is to be; empty where all went well. */
export function rejectionsInWords(whole: WholeImport, report: string | undefined): string {
  const lines = [
    ...(sum(whole.imports, 'read') === 0 ? [nothingInIt] : []),
    ...rejectionLines(whole, report),
    ...conflictLines(whole),
    ...mendingLines(whole),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The same for a program: the sums, and each import by itself. */
export function summaryAsJson(whole: WholeImport): string {
  const { imports, problems, conflicts, remarked } = whole
  const sums = Object.fromEntries(
    [...counted, 'broken' as const].map((name) => [name, sum(imports, name)]),
  )
  const seconds = Math.round(whole.seconds * 100) / 100
  const studies = studiesAfter(whole)
  const all = { ...sums, remarked, studies, seconds, problems, conflicts, imports }
  return `${JSON.stringify(all, null, 2)}\n`
}

/** True where there was something to read and nothing of it could be used. */
export function isNothingRead(imports: readonly ImportSummary[]): boolean {
  return imports.every(({ read, rejected }) => rejected > 0 && rejected === read)
}

function studiesAfter({ imports }: WholeImport): number {
  return imports.at(-1)?.studies ?? 0
}

function rejectionLines(whole: WholeImport, report: string | undefined): string[] {
  const { imports, problems } = whole
  const rejected = sum(imports, 'rejected')
  if (rejected === 0) return []
  const where =
    report === undefined
      ? 'Use --report FILE to keep all of them.'
      : `All of them are in ${report}.`
  const lines = ['Rejected:', ...shown(problems, rejected), where]
  if (isNothingRead(imports))
    return [...lines, 'Nothing could be read, so nothing was imported: the catalogue is as it was.']
  const broken = sum(imports, 'broken')
  if (broken === 0) return lines
  const [count, them] = [withThousands(broken), broken === 1 ? 'it' : 'them']
  return [
    ...lines,
    `Not whole: ${count} of the files and pages. What could be read of ${them} was imported, the rest is missing.`,
  ]
}

/** True where part of what was damaged in the catalogue is still missing. */
export function isMissingAny(mending: Mending | undefined): boolean {
  return (
    mending !== undefined && (mending.left.length + mending.lost.length > 0 || mending.isEarlier)
  )
}

function mendingLines({ imports }: WholeImport): string[] {
  return imports.flatMap(({ mending }) => {
    if (!mending) return []
    const { mended, left, lost, isEarlier } = mending
    const more =
      left.length > mostNamed ? ` and ${withThousands(left.length - mostNamed)} more` : ''
    return [
      'The catalogue that was there is damaged:',
      `  ${withThousands(mended)} studies were read again`,
      ...(left.length > 0
        ? [`  not in what you imported: ${left.slice(0, mostNamed).join(', ')}${more}`]
        : []),
      ...lost.map((file) => `  ${file} is lost, and all that is not in what you imported`),
      ...(isEarlier ? ['  its newest state is lost: this import went on from the one before'] : []),
      ...(isMissingAny(mending)
        ? ['Import all your records again to get back what is missing.']
        : []),
    ]
  })
}

const mostNamed = 20

function conflictLines({ conflicts }: WholeImport): string[] {
  if (conflicts.length === 0) return []
  return ['Two records of one study:', ...shown(conflicts, conflicts.length)]
}

function shown(found: readonly Rejected[], count: number): string[] {
  const lines = found.slice(0, mostShown).map(({ place, reason }) => `  ${place}: ${reason}`)
  const left = count - lines.length
  return left > 0 ? [...lines, `  and ${withThousands(left)} more`] : lines
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

function sum(imports: readonly ImportSummary[], name: (typeof counted)[number] | 'broken'): number {
  return imports.reduce((total, each) => total + each[name], 0)
}
