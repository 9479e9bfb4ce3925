import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Machine, machine } from './machine.ts'
import type { ImportFigures } from './measure-import.ts'
import type { ChangeFigures } from './measure-changes.ts'
import type { PageWeight } from './measure-page-weight.ts'
import type { ServedFigures } from './measure-pages-served.ts'
import type { PostgresFigures } from './measure-postgres.ts'
import type { SearchFigures } from './measure-search.ts'
import type { ServerFigures } from './measure-server.ts'
import type { SlowFigures } from './measure-slow.ts'
import type { TermFigures } from './measure-terms.ts'
import type { Multiplied } from './multiply.ts'

/** What one stage found at one scale, and on how busy a machine. */
export interface Finding<Figures> {
  readonly figures: Figures
  /** When it ended, as an ISO instant. */
  readonly at: string
  readonly seconds: number
  /** The machine's load average (one minute) when the stage began. */
  readonly load: number
}

/** Everything measured at one scale so far. */
export interface ScaleResults {
  readonly multiply?: Finding<Multiplied>
  readonly import?: Finding<ImportFigures>
  readonly terms?: Finding<TermFigures>
  readonly search?: Finding<SearchFigures>
  readonly postgres?: Finding<PostgresFigures>
  readonly server?: Finding<ServerFigures>
  readonly served?: Finding<ServedFigures>
  readonly weight?: Finding<readonly PageWeight[]>
  readonly slow?: Finding<SlowFigures>
  readonly changes?: Finding<ChangeFigures>
}

export type StageName = keyof ScaleResults

export interface Results {
  readonly machine: Machine
  readonly scales: Readonly<Record<string, ScaleResults>>
}

/** The results kept in a folder; on another machine than before, none. */
export function readResults(folder: string): Results {
  const file = join(folder, 'results.json')
  const here = machine()
  if (!existsSync(file)) return { machine: here, scales: {} }
  const { scales } = JSON.parse(readFileSync(file, 'utf8')) as Results
  return { machine: here, scales }
}

export function writeResults(folder: string, results: Results): void {
  const file = join(folder, 'results.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(results, null, 1)}\n`)
  renameSync(`${file}.new`, file)
}
