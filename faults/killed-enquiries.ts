import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chanceOf } from './chance.ts'
import { checkEnquiries } from './check-enquiries.ts'
import { damageIn } from './check-records.ts'
import { killedAfter, type Said, startChild } from './child.ts'
import type { EnquireOrders } from './children/enquire.ts'
import { cutRecords } from './cut-records.ts'
import { databaseOf, type Fault, Findings } from './fault.ts'

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
  how: 'The same program; what it writes to the disk is noted and cut at random points as in F4. On PostgreSQL what all its processes write to their folder is noted, from a start with empty tables on, and each cut is a folder that PostgreSQL is started on, to recover by its own log.',
  expected:
    'As above. The control, the same with synchronous=NORMAL, on PostgreSQL with fsync=off, must lose.',
  onPostgres: true,
  run: (setup) =>
    cutRecords<EnquireOrders>(setup, {
      child: 'enquire.ts',
      cuts: setup.times(30, 300),
      orders: (dataDir, weak) => ({
        dataDir,
        from: 0,
        count: setup.times(30, 150),
        seed: setup.seed,
        weak,
      }),
      chance: { strong: 'strong', weak: 'weak' },
      check: checkEnquiries,
      acknowledged: (said) => `acknowledged in all: ${countsOf(said)}`,
      called: 'things',
    }),
}

function countsOf(journal: readonly Said[]): string {
  const kinds = ['asked', 'confirmed', 'noted', 'answered', 'withdrawn']
  return kinds
    .map((kind) => `${kind} ${journal.filter((said) => said.kind === kind).length}`)
    .join(', ')
}
