import { join } from 'node:path'
import { chanceOf } from './chance.ts'
import { cutPostgres } from './cut-postgres.ts'
import type { CutProgram } from './cut-program.ts'
import { Findings, type FaultSetup, type Outcome } from './fault.ts'
import { atCuts } from './power-cut.ts'
import { buildWriteLog, noteChild } from './power-cut/write-log.ts'

/** Runs a program, cuts what it wrote at random points, and checks each cut; the control, with weak records, must lose. */
export async function cutRecords<Orders extends object>(
  setup: FaultSetup,
  program: CutProgram<Orders>,
): Promise<Outcome> {
  if (setup.postgres) return cutPostgres(setup, program)
  const library = buildWriteLog(setup.folder)
  const { cuts, called } = program
  const findings = new Findings()
  const strong = await cutOnce(setup, program, { library, weak: false, findings })
  const weak = await cutOnce(setup, program, { library, weak: true, findings: new Findings() })
  findings.expect(weak.cutsWithLoss > 0, 'the control lost nothing, so the model proves nothing')
  return {
    tries: cuts,
    fired: strong.unsure,
    lost: strong.lost,
    repeated: strong.repeated,
    corrupt: strong.corrupt,
    notes: [
      strong.acknowledged,
      `control with synchronous=NORMAL: acknowledged ${called} lost in ${weak.cutsWithLoss} of ${cuts} cuts (${weak.lost} in all)`,
    ],
    failures: findings.failures,
  }
}

async function cutOnce<Orders extends object>(
  setup: FaultSetup,
  { child, cuts, orders, chance, check, acknowledged }: CutProgram<Orders>,
  given: { readonly library: string; readonly weak: boolean; readonly findings: Findings },
) {
  const { library, weak, findings } = given
  const name = weak ? 'weak' : 'strong'
  const made = (dataDir: string): Orders => orders(dataDir, weak)
  const { steps, said } = await noteChild(library, join(setup.folder, name), child, made)
  const total = { lost: 0, repeated: 0, corrupt: 0, cutsWithLoss: 0, unsure: 0 }
  await atCuts(steps, cuts, chanceOf(setup.seed, chance[name]), setup.folder, async (cut) => {
    if (cut.isUnsure) total.unsure++
    // Before the records were there, nothing was acknowledged.
    if (!cut.journal.some(({ kind }) => kind === 'opened')) return
    const checked = await check({ dataDir: cut.folder }, cut.journal, findings)
    total.lost += checked.lost
    total.repeated += checked.repeated
    total.corrupt += checked.corrupt
    if (checked.lost > 0) total.cutsWithLoss++
  })
  return { ...total, acknowledged: acknowledged(said) }
}
