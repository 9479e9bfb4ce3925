import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Chance, chanceOf } from './chance.ts'
import { checkRecords } from './check-records.ts'
import type { Said } from './child.ts'
import type { SubscribeOrders } from './children/subscribe.ts'
import { type Fault, Findings, type FaultSetup, type Outcome } from './fault.ts'
import type { Step } from './power-cut/read-log.ts'
import { Disk, type Weather, weatherBy } from './power-cut/replay.ts'
import { buildWriteLog, noteChild } from './power-cut/write-log.ts'

/** The power fails while people subscribe, confirm and are erased, and while keys are rotated. */
export const powerCut: Fault = {
  id: 'F4',
  title: 'Power cut while people subscribe',
  how: 'A library between the program and the system notes every write, fsync and change of a name in the data folder, from the first start on, and what the program said was done. A replayer cuts at a random point: what was fsynced stays; of the rest each write is kept, dropped or torn at 512 bytes, each change of a name kept or dropped. Then the records are opened as after a start.',
  expected:
    'Nothing acknowledged is lost, no file is damaged, nobody erased comes back, everybody is readable, the audit trail is whole. The control, the same with synchronous=NORMAL, must lose.',
  onPostgres: false,
  run: async (setup) => {
    const library = buildWriteLog(setup.folder)
    const cuts = setup.times(40, 300)
    const findings = new Findings()
    const strong = await cutRecords(setup, library, { cuts, weak: false, findings })
    const weakFindings = new Findings()
    const weak = await cutRecords(setup, library, { cuts, weak: true, findings: weakFindings })
    findings.expect(weak.runsWithLoss > 0, 'the control lost nothing, so the model proves nothing')
    return {
      tries: cuts,
      fired: strong.unsure,
      lost: strong.lost,
      corrupt: strong.corrupt,
      notes: [
        `${strong.steps} steps of ${strong.workloads} workloads, ${strong.acknowledged} acknowledgements; in ${strong.unsure} cuts something was not yet on the disk for sure`,
        `control with synchronous=NORMAL: acknowledged things lost in ${weak.runsWithLoss} of ${cuts} cuts (${weak.lost} in all), damaged files ${weak.corrupt}`,
      ],
      failures: findings.failures,
    } satisfies Outcome
  },
}

interface CutOptions {
  readonly cuts: number
  readonly weak: boolean
  readonly findings: Findings
}

async function cutRecords(
  setup: FaultSetup,
  library: string,
  { cuts, weak, findings }: CutOptions,
) {
  const total = { lost: 0, corrupt: 0, runsWithLoss: 0, steps: 0, acknowledged: 0, unsure: 0 }
  const workloads = setup.times(1, 3)
  for (let workload = 0; workload < workloads; workload++) {
    const name = `${weak ? 'weak' : 'strong'}-${workload}`
    const orders = (dataDir: string): SubscribeOrders => ({
      dataDir,
      from: 0,
      count: setup.times(40, 120),
      seed: setup.seed + workload,
      mix: 'everything',
      weak,
    })
    const folder = join(setup.folder, name)
    const { steps, said } = await noteChild(library, folder, 'subscribe.ts', orders)
    total.steps += steps.length
    total.acknowledged += said.length
    const chance = chanceOf(setup.seed, name)
    await atCuts(steps, Math.ceil(cuts / workloads), chance, setup.folder, async (cut) => {
      const checked = await checkRecords({ dataDir: cut.folder }, cut.journal, findings)
      total.lost += checked.lost
      total.corrupt += checked.corrupt
      if (checked.lost > 0) total.runsWithLoss++
      if (cut.isUnsure) total.unsure++
    })
  }
  return { ...total, workloads }
}

export interface Cut {
  readonly folder: string
  readonly journal: readonly Said[]
  readonly weather: Weather
  /** Whether anything at all could have been lost. */
  readonly isUnsure: boolean
}

/**
 * Walks through the steps once, and at each of some random points looks at what would be on the disk.
 * @param disk what was there before the first step
 */
export async function atCuts(
  steps: readonly Step[],
  cuts: number,
  chance: Chance,
  folder: string,
  look: (cut: Cut) => Promise<void>,
  disk = new Disk(),
): Promise<void> {
  const points = Array.from({ length: cuts }, () => chance.whole(1, steps.length)).toSorted(
    (a, b) => a - b,
  )
  let done = 0
  for (const point of points) {
    for (; done < point; done++) disk.do(steps[done] as Step)
    const cut = join(folder, 'cut')
    rmSync(cut, { recursive: true, force: true })
    mkdirSync(cut)
    const weather = weatherBy(chance)
    const isUnsure = disk.cut(cut, weather, chance)
    await look({ folder: cut, journal: journalOf(steps.slice(0, point)), weather, isUnsure })
  }
}

/** What had been said in some steps. */
function journalOf(steps: readonly Step[]): Said[] {
  const text = steps.map((step) => (step.kind === 'said' ? step.text : '')).join('')
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Said)
}
