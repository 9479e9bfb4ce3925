import { closeSync, openSync, writeSync } from 'node:fs'
import type { Problem } from '../finder/registry/records.ts'
import { WrongUsage } from './outcome.ts'

/** Keeps every record that could not be imported, one JSON object a line. */
export interface ImportReport {
  add(problem: Problem): void
  close(): void
}

/** A report in a file, opened at once so that a wrong path is said before the work; or none. */
export function importReport(file: string | undefined): ImportReport {
  if (file === undefined) return { add() {}, close() {} }
  const handle = open(file)
  return {
    add: ({ place, reason }) => void writeSync(handle, `${JSON.stringify({ place, reason })}\n`),
    close: () => closeSync(handle),
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'w')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongUsage(`The report ${file} cannot be written (${code}).`)
  }
}
