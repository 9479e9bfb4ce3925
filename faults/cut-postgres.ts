import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openRecords } from '../src/people/records/open-records.ts'
import { chanceOf } from './chance.ts'
import { finished, type Said, startChild } from './child.ts'
import type { CutProgram } from './cut-program.ts'
import { Findings, type FaultSetup, type Outcome } from './fault.ts'
import { atCuts } from './power-cut.ts'
import { folderAsSteps, initCluster, Server } from './power-cut/postgres.ts'
import { readLog } from './power-cut/read-log.ts'
import { Disk } from './power-cut/replay.ts'
import { buildWriteLog, noting } from './power-cut/write-log.ts'

interface Kind {
  readonly library: string
  /** The control: a PostgreSQL that waits for nothing. */
  readonly weak: boolean
  readonly cuts: number
  readonly findings: Findings
}

/**
 * Runs a program on a PostgreSQL whose every write is noted, cuts what its processes wrote at random points, starts PostgreSQL on
 * what each cut left, and checks the records in it; the control, with fsync=off, must lose.
 */
export async function cutPostgres<Orders extends object>(
  setup: FaultSetup,
  program: CutProgram<Orders>,
): Promise<Outcome> {
  const library = buildWriteLog(setup.folder)
  const { cuts, called } = program
  const findings = new Findings()
  const few = Math.ceil(cuts / 10)
  const loose = { library, weak: true, cuts: few, findings: new Findings() }
  const weak = await cutOnce(setup, program, loose)
  findings.expect(weak.cutsWithLoss > 0, 'the control lost nothing, so the model proves nothing')
  const strong = await cutOnce(setup, program, { library, weak: false, cuts, findings })
  return {
    tries: cuts,
    fired: strong.unsure,
    lost: strong.lost,
    repeated: strong.repeated,
    corrupt: strong.corrupt,
    notes: [
      `${strong.steps} steps of PostgreSQL’s processes; ${strong.acknowledged}`,
      `looked at after PostgreSQL had recovered: ${strong.looked} of ${cuts} cuts, the others were before the program had begun`,
      `control with fsync=off: acknowledged ${called} lost, or PostgreSQL does not start, in ${weak.cutsWithLoss} of ${few} cuts`,
    ],
    failures: findings.failures,
  }
}

async function cutOnce<Orders extends object>(
  setup: FaultSetup,
  program: CutProgram<Orders>,
  kind: Kind,
) {
  const { weak, cuts, findings } = kind
  const name = weak ? 'weak' : 'strong'
  const noted = await noteRun(setup, program, kind)
  const total = { lost: 0, repeated: 0, corrupt: 0, cutsWithLoss: 0, unsure: 0, looked: 0 }
  const chance = chanceOf(setup.seed, program.chance[name])
  const look = async (folder: string, journal: readonly Said[]): Promise<boolean> => {
    const server = await Server.start(folder).catch(() => undefined)
    if (!server) {
      findings.add('PostgreSQL did not start on what was left')
      total.corrupt++
      return false
    }
    try {
      const place = { dataDir: noted.dataDir, databaseUrl: server.url }
      const checked = await program.check(place, journal, findings)
      total.lost += checked.lost
      total.repeated += checked.repeated
      total.corrupt += checked.corrupt
      return checked.lost === 0
    } catch (error) {
      findings.add('the records cannot be read', (error as Error).message.slice(0, 200))
      total.lost++
      return false
    } finally {
      await server.stop('SIGQUIT')
    }
  }
  await atCuts(
    noted.steps,
    cuts,
    chance,
    setup.folder,
    async (cut) => {
      if (cut.isUnsure) total.unsure++
      if (!cut.journal.some(({ kind: said }) => said === 'opened')) return
      total.looked++
      if (!(await look(cut.folder, cut.journal))) total.cutsWithLoss++
      if (total.looked % 25 === 0) setup.say(`${name}: ${total.looked} of ${cuts} cuts`)
    },
    noted.disk,
  )
  return { ...total, steps: noted.steps.length, acknowledged: program.acknowledged(noted.said) }
}

/** The program once, to its end: what was on the disk before it, and what was written while it ran. */
async function noteRun<Orders extends object>(
  setup: FaultSetup,
  { child: file, orders }: CutProgram<Orders>,
  { library, weak }: Kind,
) {
  const folder = join(setup.folder, weak ? 'weak' : 'strong')
  const [cluster, dataDir, live] = ['cluster', 'keys', 'live'].map((name) => join(folder, name))
  if (!cluster || !dataDir || !live) throw new Error('no folders')
  mkdirSync(dataDir, { recursive: true })
  const data = initCluster(cluster)
  const first = await Server.start(data)
  await (await openRecords({ dataDir, databaseUrl: first.url })).close()
  await first.stop('SIGINT')
  // What is anchored outside of the records is older than any cut, as it would be on another machine.
  cpSync(dataDir, live, { recursive: true })
  const disk = new Disk()
  for (const step of folderAsSteps(data)) disk.do(step)
  const log = join(cluster, 'notes')
  const env = noting(library, data, log)
  const server = await Server.start(data, { env, settings: weak ? ['fsync=off'] : [] })
  const child = startChild(file, { ...orders(live, false), databaseUrl: server.url }, { env })
  await finished(child)
  await server.stop('SIGINT')
  return { dataDir, disk, steps: readLog(log), said: child.said }
}
