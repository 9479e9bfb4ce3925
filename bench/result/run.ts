/**
 * `npm run bench:result -- [--participants 300] [--facts 100] [--out FILE]`
 * Fills a study with participants and times its result: report, data, analysis sets and lock, on SQLite and on a PostgreSQL of
 * its own, and for how long the server answers nobody else meanwhile; writes `docs/benchmarks-result.md`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openRecords } from '../../src/people/records/open-records.ts'
import { openTestApp } from '../../src/testing/test-site.ts'
import { createSite } from '../../src/web/site.ts'
import { databaseIn, startPostgres } from '../alerts/stores.ts'
import { participantsNow, seedParticipants } from '../desk/seed-participants.ts'
import { loadNow, machine } from '../machine.ts'
import { type ResultTimes, timeResult } from './measure-result.ts'
import { reportOfResult } from './report.ts'

const { values } = parseArgs({
  options: {
    participants: { type: 'string', default: '300' },
    facts: { type: 'string', default: '100' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-result.md') },
  },
})

const plan = { participants: Number(values.participants), facts: Number(values.facts) }
const app = await openTestApp()
const folder = mkdtempSync(join(tmpdir(), 'trialway-result-'))
const cluster = await startPostgres(join(folder, 'postgres'))
try {
  const stores: Record<string, readonly ResultTimes[]> = {
    SQLite: await measure({ dataDir: join(folder, 'sqlite') }),
  }
  if (cluster)
    stores['PostgreSQL'] = await measure({
      dataDir: join(folder, 'keys'),
      databaseUrl: databaseIn(cluster),
    })
  writeFileSync(
    values.out,
    reportOfResult({ plan, machine: machine(), load: loadNow().load, stores }),
  )
  console.error(`Written: ${values.out}`)
} finally {
  await cluster?.stop()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(where: Parameters<typeof openRecords>[0]): Promise<readonly ResultTimes[]> {
  const records = await openRecords(where)
  const { team } = await seedParticipants(records, plan)
  const now = () => participantsNow
  const site = createSite({ ...app, now, people: { ...app.people, records } })
  const times = await timeResult(site, app.baseUrl, team.manager.cookie)
  await records.close()
  return times
}
