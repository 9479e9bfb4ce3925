import { closeSync, openSync } from 'node:fs'
import { writeBytes } from '../base/durable-files.ts'
import type { RecordProblem } from '../finder/registry/records.ts'
import { WrongUsage } from './outcome.ts'

/** What an import met: records that could not be imported, and remarks on records that were. */
export interface ImportReport {
  onProblem(problem: RecordProblem): void
  onWarning(warning: RecordProblem): void
  /** Some of the problems, and how many records have remarks. */
  found(): { readonly problems: readonly RecordProblem[]; readonly remarked: number }
  close(): void
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
  const problems: RecordProblem[] = []
  let remarked = 0
  let lastPlace = ''
  return {
    onProblem({ place, reason }) {
      write({ place, reason })
      if (problems.length < mostKept) problems.push({ place, reason })
    },
    onWarning({ place, reason }) {
      write({ place, warning: reason })
      // The remarks on one record come one after the other.
      if (place !== lastPlace) remarked++
      lastPlace = place
    },
    found: () => ({ problems, remarked }),
    close: () => {
      if (handle !== undefined) closeSync(handle)
    },
  }
}

/** The summary shows some of what was rejected; the report has all. */
const mostKept = 100

function open(file: string): number {
  try {
    return openSync(file, 'w')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongUsage(`The report ${file} cannot be written (${code}).`)
  }
}
