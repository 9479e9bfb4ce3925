import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { snapshotFolder } from '../read-snapshot.ts'

/** How much is measured, and where. */
export interface Plan {
  readonly studies: number
  readonly subscriptions: number
  /** Studies that the day's import changes or brings. */
  readonly changes: number
  readonly digests: number
  /** Mails that are made alone, then sent alone. */
  readonly alone: number
  /** Subscriptions that PostgreSQL matches by SQL, and mails that a bare connection sends. */
  readonly peerSubscriptions: number
  readonly peerMails: number
  /** Everything that is written is under it. */
  readonly folder: string
  /** Studies to multiply. */
  readonly source: string
  /** A data folder with a catalogue of these studies, which is copied. */
  readonly data?: string
  readonly stores: readonly Store[]
  readonly keep: boolean
  readonly report: string
}

export type Store = 'sqlite' | 'postgres'

export const usage = `npm run bench:alerts -- [options]
  --studies 580000          how many studies the catalogue has
  --subscriptions 1000000   how many alerts there are
  --changes 2000            how many studies the day's import brings
  --digests 100000          how many mails are made and sent
  --data DIR                a data folder with that catalogue (copied, not changed); else one is made
  --postgres                measure with the records in PostgreSQL, too
  --folder DIR              for everything that is written
  --keep                    leave the large files in the folder
  --source FILE             studies to multiply (default: data/snapshot)
  --report FILE             where the report goes (default: docs/benchmarks-alerts.md)
`

export function readPlan(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      studies: { type: 'string', default: '580000' },
      subscriptions: { type: 'string', default: '1000000' },
      changes: { type: 'string', default: '2000' },
      digests: { type: 'string', default: '100000' },
      data: { type: 'string' },
      postgres: { type: 'boolean', default: false },
      folder: { type: 'string', default: join(tmpdir(), 'trialway-bench-alerts') },
      keep: { type: 'boolean', default: false },
      source: { type: 'string', default: snapshotFolder() },
      report: {
        type: 'string',
        default: join(import.meta.dirname, '../../docs/benchmarks-alerts.md'),
      },
    },
  })
  const { data, postgres, keep, source, folder, report } = values
  const [studies, subscriptions, changes, digests] = [
    whole(values.studies),
    whole(values.subscriptions),
    whole(values.changes),
    whole(values.digests),
  ]
  return {
    studies,
    subscriptions,
    changes,
    digests,
    alone: Math.ceil(digests / 5),
    peerSubscriptions: Math.min(20_000, subscriptions),
    peerMails: Math.min(5000, digests),
    folder: resolve(folder),
    source: resolve(source),
    ...(data !== undefined && { data: resolve(data) }),
    stores: postgres ? ['sqlite', 'postgres'] : ['sqlite'],
    keep,
    report: resolve(report),
  }
}

function whole(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`${text} is no number.\n\n${usage}`)
  return number
}
