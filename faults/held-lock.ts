import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openRecords } from '../src/people/records/open-records.ts'
import { startChild } from './child.ts'
import type { HoldOrders } from './children/hold-lock.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { answerAll, subscribe } from './people.ts'
import { startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'
import { RecordsBusy } from '../src/people/records/model/faults.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** Another program writes for too long. */
export const heldLock: Fault = {
  id: 'F19',
  title: 'Another process holds the write lock',
  how: 'A second process holds BEGIN IMMEDIATE for 0.1 to 30 s while people subscribe: through the records in a process whose event loop is watched, and through the real server.',
  expected:
    'Short holds are waited for; longer ones end in "busy" (503 with Retry-After) after about 3 s; the event loop never stalls 300 ms; reads go on; nothing is lost.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const notes = [...(await inProcess(setup, findings)), ...(await onServer(setup, findings))]
    return {
      tries: notes.length,
      fired: notes.length,
      lost: findings.count('a request that was taken is lost'),
      notes,
      failures: findings.failures,
    }
  },
}

async function inProcess(setup: FaultSetup, findings: Findings): Promise<string[]> {
  const dataDir = join(setup.folder, 'alone')
  mkdirSync(dataDir)
  const records = await openRecords({ dataDir })
  const notes: string[] = []
  const wish = { search: { q: 'asthma' }, events: 1, frequency: 'daily' } as const
  await subscribe(records, 'first@example.org', wish)
  for (const holdMs of setup.times(0, 1)
    ? [100, 300, 1000, 2000, 5000, 30_000]
    : [100, 1000, 5000]) {
    const holder = startChild('hold-lock.ts', { dataDir, holdMs } satisfies HoldOrders)
    await holder.hears('holding')
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    const began = performance.now()
    const answer = await subscribe(records, `p${holdMs}@example.org`, wish).then(
      () => 'done',
      (error: unknown) => (error instanceof RecordsBusy ? 'busy' : String(error)),
    )
    const ms = Math.round(performance.now() - began)
    const readBegan = performance.now()
    await records.db.selectFrom('person').select('id').execute()
    const readMs = Math.round(performance.now() - readBegan)
    delay.disable()
    const stallMs = Math.round(delay.max / 1e6)
    findings.expect(answer === 'done' || answer === 'busy', 'an unexpected error', answer)
    findings.expect(ms < 5000, 'busy was said too late', `${ms} ms`)
    findings.expect(stallMs < 300, 'the event loop stalled', `${stallMs} ms`)
    findings.expect(holdMs > 2500 || answer === 'done', 'a short hold was not waited for')
    notes.push(
      `held ${holdMs} ms: ${answer} after ${ms} ms, event loop stalled ${stallMs} ms at most, a read meanwhile ${readMs} ms`,
    )
    holder.kill()
    await holder.ended
    await subscribe(records, `after${holdMs}@example.org`, wish)
  }
  await records.close()
  return notes
}

async function onServer(setup: FaultSetup, findings: Findings): Promise<string[]> {
  const { dataDir } = await makeSmallWorld({ folder: setup.folder, studies: 3, sets: 0 })
  const server = await startServer({ dataDir, port: await unusedPort() })
  const holder = startChild('hold-lock.ts', { dataDir, holdMs: 8000 } satisfies HoldOrders)
  await holder.hears('holding')
  const [asked, page] = await Promise.all([server.ask(1), server.get('/studies/NCT07000000')])
  findings.expect(asked.status === 503, 'the server did not answer 503', String(asked.status))
  findings.expect(asked.retryAfter !== undefined, 'the 503 has no Retry-After')
  findings.expect(page.status === 200, 'a page failed meanwhile')
  await holder.ended
  const after = await server.ask(2)
  findings.expect(after.isTaken, 'a request after the hold was not taken')
  server.child.kill('SIGTERM')
  await server.child.ended
  const records = await openRecords({ dataDir })
  await answerAll(records)
  const { people } = await records.db
    .selectFrom('person')
    .select((query) => query.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  await records.close()
  findings.expect(people === 1, 'a request that was taken is lost', `${people} people`)
  return [
    `server, held 8 s: ${asked.status} with Retry-After ${asked.retryAfter ?? 'missing'} after ${Math.round(asked.ms)} ms, a study page meanwhile in ${Math.round(page.ms)} ms; afterwards ${after.status}`,
  ]
}
