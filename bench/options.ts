import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { snapshotFolder } from './read-snapshot.ts'
import type { StageName } from './results.ts'

export interface Options {
  readonly scales: readonly number[]
  readonly folder: string
  readonly source: string
  readonly skipPostgres: boolean
  /** Leaves archives, catalogues and all else in the folder. */
  readonly keep: boolean
  /** Stages to do again although their results are there. */
  readonly again: readonly string[]
  /** Only these stages. */
  readonly only: readonly string[]
  readonly report: string
}

export const usage = `npm run bench -- [options]
  --scales 20000,100000,580000   how many studies
  --folder DIR                   for archives, catalogues and results.json
  --source FILE                  studies to multiply (default: data/snapshot)
  --skip-postgres                no comparison with PostgreSQL
  --keep                         leave the large files in the folder
  --again search,served | all    do these stages again
  --only search,slow             do only these stages
  --report FILE                  where the report goes (default: docs/benchmarks.md)
`

/** What was asked for. Throws what to say, before `usage`, where it cannot be read. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scales: { type: 'string', default: '20000,100000,580000' },
      folder: { type: 'string', default: join(tmpdir(), 'trialway-bench') },
      source: { type: 'string', default: snapshotFolder() },
      'skip-postgres': { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      again: { type: 'string', default: '' },
      only: { type: 'string', default: '' },
      report: { type: 'string', default: join(import.meta.dirname, '../docs/benchmarks.md') },
    },
  })
  const scales = values.scales.split(',').map(Number)
  if (scales.some((scale) => !Number.isInteger(scale) || scale < 5000))
    throw new Error('--scales must be whole numbers of 5000 or more.')
  return {
    scales,
    folder: resolve(values.folder),
    source: resolve(values.source),
    skipPostgres: values['skip-postgres'],
    keep: values.keep,
    again: listOf(values.again),
    only: listOf(values.only),
    report: resolve(values.report),
  }
}

/** Whether a stage is to be done now. */
export function isAskedFor(name: StageName, isDone: boolean, options: Options): boolean {
  if (name === 'postgres' && options.skipPostgres) return false
  if (options.only.length > 0 && !options.only.includes(name)) return false
  return !isDone || options.again.includes(name) || options.again.includes('all')
}

function listOf(text: string): string[] {
  return text.split(',').filter((name) => name !== '')
}
