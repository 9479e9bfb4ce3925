import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chanceOf } from './chance.ts'
import { checkConduct } from './check-conduct.ts'
import { damageIn } from './check-records.ts'
import { killedAfter, type Said, startChild } from './child.ts'
import type { ConductOrders } from './children/conduct.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { atCuts } from './power-cut.ts'
import { buildWriteLog, noteChild } from './power-cut/write-log.ts'

const clients = 50

/** What was recorded of participants is kept, once, and everything that follows from it is as a replay says. */
export const killedConduct: Fault = {
  id: 'F42 facts',
  title: 'kill -9 while fifty people record facts',
  how: 'Fifty at once record readings and corrections of participants, two of them at each participant, through the function of the pages, and say each once it is recorded. A tenth is sent twice. The program gets a SIGKILL at a random moment, again and again, on the same records; what was sent and not answered is sent again by the next start, with the same form. Then all is replayed.',
  expected:
    'Every acknowledged fact is there once; each follows from the one before and has its line in the trail; what is due and the deviations of each participant are what the engine says of the facts.',
  onPostgres: true,
  run: async (setup) => {
    const dataDir = join(setup.folder, 'data')
    mkdirSync(dataDir)
    const place = { dataDir, ...(await databaseOf(setup)) }
    const findings = new Findings()
    const kills = setup.times(10, 500)
    const chance = chanceOf(setup.seed, 'killed conduct')
    const journal: Said[] = []
    let [fired, corrupt, from] = [0, 0, 0]
    for (let tries = 0; tries < kills; tries++) {
      const count = setup.times(20, 30)
      const again = unanswered(journal)
      const orders: ConductOrders = {
        ...place,
        from,
        count,
        clients,
        again,
        seed: setup.seed + tries,
      }
      const child = startChild('conduct.ts', orders)
      await child.hears('opened')
      const { signal, code } = await killedAfter(child, chance.next() * 1200)
      if (signal === 'SIGKILL') fired++
      else findings.expect(code === 0, 'the program failed', child.complaints().slice(0, 300))
      journal.push(...child.said)
      from += count
      if (place.databaseUrl === undefined) corrupt += damageIn(dataDir, findings)
      if (tries % 50 === 49) setup.say(`${tries + 1} of ${kills} kills`)
    }
    const checked = await checkConduct(place, journal, findings)
    return {
      tries: kills,
      fired,
      lost: checked.lost,
      repeated: checked.repeated,
      corrupt: corrupt + checked.corrupt,
      notes: [`${countOf(journal)}; ${checked.facts} facts found`],
      failures: findings.failures,
    }
  },
}

/** The power fails while facts are recorded. */
export const powerCutConduct: Fault = {
  id: 'F43 facts',
  title: 'Power cut while people record facts',
  how: 'The same program; what it writes to the disk is noted and cut at random points as in F4.',
  expected: 'As above. The control, the same with synchronous=NORMAL, must lose.',
  onPostgres: false,
  run: async (setup) => {
    const library = buildWriteLog(setup.folder)
    const cuts = setup.times(20, 300)
    const findings = new Findings()
    const strong = await cutConduct(setup, library, { cuts, weak: false, findings })
    const weak = await cutConduct(setup, library, { cuts, weak: true, findings: new Findings() })
    findings.expect(weak.cutsWithLoss > 0, 'the control lost nothing, so the model proves nothing')
    return {
      tries: cuts,
      fired: strong.unsure,
      lost: strong.lost,
      repeated: strong.repeated,
      corrupt: strong.corrupt,
      notes: [
        strong.acknowledged,
        `control with synchronous=NORMAL: acknowledged facts lost in ${weak.cutsWithLoss} of ${cuts} cuts (${weak.lost} in all)`,
      ],
      failures: findings.failures,
    }
  },
}

async function cutConduct(
  setup: FaultSetup,
  library: string,
  given: { readonly cuts: number; readonly weak: boolean; readonly findings: Findings },
) {
  const { cuts, weak, findings } = given
  const name = weak ? 'weak conduct' : 'strong conduct'
  const { seed } = setup
  const count = setup.times(60, 300)
  const orders = (dataDir: string): ConductOrders => ({
    dataDir,
    from: 0,
    count,
    clients,
    again: [],
    seed,
    weak,
  })
  const folder = join(setup.folder, weak ? 'weak' : 'strong')
  const { steps, said } = await noteChild(library, folder, 'conduct.ts', orders)
  const total = { lost: 0, repeated: 0, corrupt: 0, cutsWithLoss: 0, unsure: 0 }
  await atCuts(steps, cuts, chanceOf(seed, name), setup.folder, async (cut) => {
    if (cut.isUnsure) total.unsure++
    // Before the records were there, nothing was acknowledged.
    if (!cut.journal.some(({ kind }) => kind === 'opened')) return
    const checked = await checkConduct({ dataDir: cut.folder }, cut.journal, findings)
    total.lost += checked.lost
    total.repeated += checked.repeated
    total.corrupt += checked.corrupt
    if (checked.lost > 0) total.cutsWithLoss++
  })
  return { ...total, acknowledged: countOf(said) }
}

/** Numbers that were sent, and of which nobody was told that they were recorded. */
function unanswered(journal: readonly Said[]): readonly number[] {
  const of = (kind: string): ReadonlySet<number> =>
    new Set(journal.filter((said) => said.kind === kind).map((said) => Number(said['number'])))
  return [...of('sending').difference(of('recorded'))]
}

function countOf(journal: readonly Said[]): string {
  const of = (kind: string): number =>
    new Set(journal.filter((said) => said.kind === kind).map((said) => Number(said['number']))).size
  return `sent ${of('sending')}, acknowledged ${of('recorded')}`
}
