import { closeSync, openSync } from 'node:fs'
import { writeBytes } from '../base/durable-files.ts'
import type { RecordProblem } from '../finder/registry/records.ts'
import { WrongUsage } from './outcome.ts'

/** What was rejected: a record, or (`broken`) a file or page of which an unknown number of records is missing. */
export interface Rejected {
  readonly place: string
  readonly reason: string
  readonly broken?: true
}

/** What an import met: what could not be imported, and remarks on records that were. */
export interface ImportReport {
  onProblem(problem: RecordProblem): void
  onWarning(warning: RecordProblem): void
  onConflict(conflict: RecordProblem): void
  found(): ReportedFindings
  close(): void
}

/** Some of what was met; how much in all is in the counts. */
export interface ReportedFindings {
  /** Broken files first. */
  readonly problems: readonly Rejected[]
  /** Records kept against another of the same study and date. */
  readonly conflicts: readonly Rejected[]
  /** How many records have remarks. */
  readonly remarked: number
}

/**
 * Keeps all of it in a file, one JSON object a line, opened at once so that a wrong path is said before the work.
 * Throws `WrongUsage` where the file cannot be written.
 */
export function importReport(file: string | undefined): ImportReport {
  const handle = file === undefined ? undefined : open(file)
  const write = (line: object): void => {
    if (handle !== undefined) writeBytes(handle, `${JSON.stringify(line)}\n`)
  }
  const broken: Rejected[] = []
  const records: Rejected[] = []
  const conflicts: Rejected[] = []
  let remarked = 0
  let lastPlace = ''
  return {
    onProblem({ place, reason, fatal }) {
      const rejected = { place, reason, ...(fatal && { broken: true as const }) }
      write(rejected)
      keep(fatal ? broken : records, rejected)
    },
    onWarning({ place, reason }) {
      write({ place, warning: reason })
      // The remarks on one record come one after the other.
      if (place !== lastPlace) remarked++
      lastPlace = place
    },
    onConflict({ place, reason }) {
      write({ place, conflict: reason })
      keep(conflicts, { place, reason })
    },
    found: () => ({
      problems: [...broken, ...records].slice(0, mostKept),
      conflicts,
      remarked,
    }),
    close: () => {
      if (handle !== undefined) closeSync(handle)
    },
  }
}

/** The summary shows some of what was rejected; the report has all. */
const mostKept = 100

function keep(list: Rejected[], one: Rejected): void {
  if (list.length < mostKept) list.push(one)
}

function open(file: string): number {
  try {
    return openSync(file, 'w')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongUsage(`The report ${file} cannot be written (${code}).`)
  }
}
