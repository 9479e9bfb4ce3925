import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chanceOf } from './chance.ts'
import { checkEnquiries } from './check-enquiries.ts'
import { damageIn } from './check-records.ts'
import { killedAfter, type Said, startChild } from './child.ts'
import type { EnquireOrders } from './children/enquire.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { atCuts } from './power-cut.ts'
import { buildWriteLog, noteChild } from './power-cut/write-log.ts'

/** What a site was asked is kept, sent once, and gone when it is taken back. */
export const killedEnquiries: Fault = {
  id: 'F40 enquiries',
  title: 'kill -9 while people ask sites',
  how: 'A program asks a site by a form, confirms, writes a note, is answered by the desk, asks another site and takes it back, each through the functions of the pages, and says each once it is done. It gets a SIGKILL at a random moment, again and again, on the same records. Then what it said is compared with them.',
  expected:
    'Every form that was taken is an enquiry or waits to be one; what was confirmed was sent once, with one mail to the site; notes and answers are there; what was taken back is not.',
  onPostgres: true,
  run: async (setup) => {
    const dataDir = join(setup.folder, 'data')
    mkdirSync(dataDir)
    const place = { dataDir, ...(await databaseOf(setup)) }
    const findings = new Findings()
    const kills = setup.times(10, place.databaseUrl === undefined ? 500 : 150)
    const chance = chanceOf(setup.seed, 'killed enquiries')
    const journal: Said[] = []
    let [fired, corrupt, from] = [0, 0, 0]
    for (let tries = 0; tries < kills; tries++) {
      const orders: EnquireOrders = { ...place, from, count: 60, seed: setup.seed + tries }
      const child = startChild('enquire.ts', orders)
      await child.hears('opened')
      const { signal, code } = await killedAfter(child, chance.next() * 2000)
      if (signal === 'SIGKILL') fired++
      else findings.expect(code === 0, 'the program failed', child.complaints().slice(0, 300))
      journal.push(...child.said)
      from += 60
      if (place.databaseUrl === undefined) corrupt += damageIn(dataDir, findings)
      if (tries % 50 === 49) setup.say(`${tries + 1} of ${kills} kills`)
    }
    const checked = await checkEnquiries(place, journal, findings)
    return {
      tries: kills,
      fired,
      lost: checked.lost,
      repeated: checked.repeated,
      corrupt: corrupt + checked.corrupt,
      notes: [`acknowledged: ${countsOf(journal)}; ${checked.enquiries} enquiries found`],
      failures: findings.failures,
    }
  },
}

/** The power fails while people ask sites. */
export const powerCutEnquiries: Fault = {
  id: 'F41 enquiries',
  title: 'Power cut while people ask sites',
  how: 'The same program; what it writes to the disk is noted and cut at random points as in F4.',
  expected: 'As above. The control, the same with synchronous=NORMAL, must lose.',
  onPostgres: false,
  run: async (setup) => {
    const library = buildWriteLog(setup.folder)
    const cuts = setup.times(30, 300)
    const findings = new Findings()
    const strong = await cutEnquiries(setup, library, { cuts, weak: false, findings })
    const weak = await cutEnquiries(setup, library, {
      cuts,
      weak: true,
      findings: new Findings(),
    })
    findings.expect(weak.cutsWithLoss > 0, 'the control lost nothing, so the model proves nothing')
    return {
      tries: cuts,
      fired: strong.unsure,
      lost: strong.lost,
      repeated: strong.repeated,
      corrupt: strong.corrupt,
      notes: [
        `acknowledged in all: ${strong.acknowledged}`,
        `control with synchronous=NORMAL: acknowledged things lost in ${weak.cutsWithLoss} of ${cuts} cuts (${weak.lost} in all)`,
      ],
      failures: findings.failures,
    }
  },
}

async function cutEnquiries(
  setup: FaultSetup,
  library: string,
  given: { readonly cuts: number; readonly weak: boolean; readonly findings: Findings },
) {
  const { cuts, weak, findings } = given
  const name = weak ? 'weak' : 'strong'
  const count = setup.times(30, 150)
  const { seed } = setup
  const orders = (dataDir: string): EnquireOrders => ({ dataDir, from: 0, count, seed, weak })
  const folder = join(setup.folder, name)
  const { steps, said } = await noteChild(library, folder, 'enquire.ts', orders)
  const total = { lost: 0, repeated: 0, corrupt: 0, cutsWithLoss: 0, unsure: 0 }
  await atCuts(steps, cuts, chanceOf(setup.seed, name), setup.folder, async (cut) => {
    if (cut.isUnsure) total.unsure++
    // Before the records were there, nothing was acknowledged.
    if (!cut.journal.some(({ kind }) => kind === 'opened')) return
    const checked = await checkEnquiries({ dataDir: cut.folder }, cut.journal, findings)
    total.lost += checked.lost
    total.repeated += checked.repeated
    total.corrupt += checked.corrupt
    if (checked.lost > 0) total.cutsWithLoss++
  })
  return { ...total, acknowledged: countsOf(said) }
}

function countsOf(journal: readonly Said[]): string {
  const kinds = ['asked', 'confirmed', 'noted', 'answered', 'withdrawn']
  return kinds
    .map((kind) => `${kind} ${journal.filter((said) => said.kind === kind).length}`)
    .join(', ')
}
