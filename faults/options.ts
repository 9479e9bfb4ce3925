import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface Options {
  /** For results.json and for what the faults write; the latter is removed. */
  readonly folder: string
  readonly seed: number
  readonly quick: boolean
  /** How much of the number of a whole run is done, in percent. */
  readonly share: number
  /** Adds to what is there of a fault, with another seed, instead of replacing it. */
  readonly isAdded: boolean
  readonly only: readonly string[]
  readonly skip: readonly string[]
  readonly postgres: boolean
  /** Only what is done on PostgreSQL. */
  readonly postgresOnly: boolean
  readonly soakMinutes: number
  readonly report: string
}

export const usage = `npm run faults -- [options]
  --quick           few repetitions, about ten minutes, no report: for development
  --share PERCENT   so much of the number of a whole run, for when there is little time; its line says how many
  --add             adds up with what the folder has of these faults: with another seed, a long run in pieces
  --only F3,F4      only these; their lines in the report are replaced
  --skip F25        all but these
  --seed NUMBER     the same random moments as another run with it
  --postgres        once more on a PostgreSQL of its own, where that makes sense
  --postgres-only   only on that
  --soak MINUTES    how long F25 takes (default 4)
  --folder DIR      for results.json (default: a folder for temporary files)
  --report FILE     where the report goes (default: docs/reliability.md)
Needs Linux, root, gcc, strace and libfaketime (apt-get install gcc strace faketime).
`

/** What was asked for. Throws what to say, before `usage`, where it cannot be read. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      share: { type: 'string', default: '100' },
      add: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      skip: { type: 'string', default: '' },
      seed: { type: 'string', default: '20261125' },
      postgres: { type: 'boolean', default: false },
      'postgres-only': { type: 'boolean', default: false },
      soak: { type: 'string', default: '4' },
      folder: { type: 'string', default: join(tmpdir(), 'trialway-faults') },
      report: { type: 'string', default: join(import.meta.dirname, '../docs/reliability.md') },
    },
  })
  const [seed, soakMinutes] = [Number(values.seed), Number(values.soak)]
  const share = Number(values.share)
  if (!(share > 0 && share <= 100)) throw new Error('--share is a number over 0 and up to 100.')
  if (!Number.isInteger(seed)) throw new Error('--seed is a whole number.')
  if (!(soakMinutes > 0 && soakMinutes <= 240))
    throw new Error('--soak is a number of minutes over 0 and up to 240.')
  return {
    seed,
    soakMinutes,
    share,
    isAdded: values.add,
    quick: values.quick,
    postgres: values.postgres || values['postgres-only'],
    postgresOnly: values['postgres-only'],
    folder: resolve(values.folder),
    only: listOf(values.only),
    skip: listOf(values.skip),
    report: resolve(values.report),
  }
}

function listOf(text: string): string[] {
  return text.split(',').filter((name) => name !== '')
}
