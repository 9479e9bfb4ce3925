import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chanceOf } from './chance.ts'
import { checkConduct } from './check-conduct.ts'
import { damageIn } from './check-records.ts'
import { killedAfter, type Said, startChild } from './child.ts'
import type { ConductOrders } from './children/conduct.ts'
import { cutRecords } from './cut-records.ts'
import { databaseOf, type Fault, Findings } from './fault.ts'

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
    // So that about ten facts are recorded between two kills on either.
    const longestMs = place.databaseUrl === undefined ? 1800 : 3600
    const journal: Said[] = []
    let [fired, corrupt, from] = [0, 0, 0]
    for (let tries = 0; tries < kills; tries++) {
      const count = setup.quick ? 20 : 60
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
      const { signal, code } = await killedAfter(child, chance.next() * longestMs)
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
  how: 'The same program; what it writes to the disk is noted and cut at random points as in F4, on PostgreSQL as in F41.',
  expected:
    'As above. The control, the same with synchronous=NORMAL, on PostgreSQL with fsync=off, must lose.',
  onPostgres: true,
  run: (setup) =>
    cutRecords<ConductOrders>(setup, {
      child: 'conduct.ts',
      cuts: setup.times(20, 350),
      orders: (dataDir, weak) => ({
        dataDir,
        from: 0,
        count: setup.times(60, setup.postgres ? 1500 : 5000),
        clients,
        again: [],
        seed: setup.seed,
        weak,
      }),
      chance: { strong: 'strong conduct', weak: 'weak conduct' },
      check: checkConduct,
      acknowledged: countOf,
      called: 'facts',
    }),
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
