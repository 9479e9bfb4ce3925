import { setTimeout as wait } from 'node:timers/promises'
import { chanceOf, quantile, spreadMs } from './chance.ts'
import { checkRecords, damageIn } from './check-records.ts'
import { type Said, startChild } from './child.ts'
import type { SubscribeOrders } from './children/subscribe.ts'
import { type Fault, Findings } from './fault.ts'
import { freePort, startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'

/** What was answered for is kept, whole. */
export const killPost: Fault = {
  id: 'F2',
  title: 'kill -9 while somebody subscribes',
  how: 'The real server gets POST /alerts from four visitors at once and a SIGKILL at a random moment, again and again; so does a program that asks, confirms and erases through the same functions without the pages. The journal of what was answered is with the visitors.',
  expected:
    'What was answered for is there with its person, subscription, audit line and mail; nothing is there in part.',
  onPostgres: true,
  run: async (setup) => {
    const databaseUrl = await setup.postgres?.newDatabase()
    const at = databaseUrl === undefined ? {} : { databaseUrl }
    const { dataDir } = await makeSmallWorld({ ...at, folder: setup.folder, studies: 3, sets: 0 })
    const chance = chanceOf(setup.seed, 'kill post')
    const findings = new Findings()
    const journal: Said[] = []
    const recovery: number[] = []
    const servers = setup.times(4, databaseUrl === undefined ? 60 : 20)
    const programs = setup.times(10, databaseUrl === undefined ? 140 : 40)
    let [number, fired, corrupt] = [0, 0, 0]
    const look = (): void => {
      if (databaseUrl === undefined) corrupt += damageIn(dataDir, findings)
    }
    for (let kill = 0; kill < servers; kill++) {
      const began = performance.now()
      const server = await startServer({ ...at, dataDir, port: await freePort() })
      if (kill > 0) recovery.push(performance.now() - began)
      let isOver = false
      const visitor = async (): Promise<void> => {
        while (!isOver) {
          const own = number++
          const { isTaken, status } = await server.ask(own)
          if (isTaken) journal.push({ kind: 'requested', number: own })
          else findings.expect(status === 0, 'a request was refused', String(status))
        }
      }
      const visitors = Array.from({ length: 4 }, visitor)
      await wait(50 + chance.next() * 700)
      server.child.kill()
      if ((await server.child.ended).signal === 'SIGKILL') fired++
      isOver = true
      await Promise.all(visitors)
      look()
    }
    const byPages = journal.length
    for (let kill = 0; kill < programs; kill++) {
      const orders: SubscribeOrders = {
        ...at,
        dataDir,
        from: number,
        count: 1000,
        seed: setup.seed + kill,
        mix: databaseUrl === undefined ? 'everything' : 'requests',
      }
      number += 1000
      const child = startChild('subscribe.ts', orders)
      await child.hears('opened')
      await wait(chance.next() * 400)
      child.kill()
      if ((await child.ended).signal === 'SIGKILL') fired++
      journal.push(...child.said)
      look()
    }
    const checked = await checkRecords({ ...at, dataDir }, journal, findings)
    return {
      tries: servers + programs,
      fired,
      lost: checked.lost,
      corrupt,
      recovery: `the server answers again after p95 ${(quantile(recovery, 0.95) / 1000).toFixed(1)} s (${spreadMs(recovery)})`,
      notes: [
        `${journal.filter(({ kind }) => kind === 'requested').length} requests acknowledged, ${byPages} of them by pages; ${checked.people} people found`,
        `kills of the server ${servers}, of the program ${programs}`,
      ],
      failures: findings.failures,
    }
  },
}
