/**
 * `npm run bench:conduct -- [--participants 2000] [--sites 40] [--out FILE]`
 * Fills a study with participants and times its pages, on SQLite and on a PostgreSQL of its own; writes
 * `docs/benchmarks-conduct.md`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Records } from '../../src/people/records/model/records.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { signedIn } from '../../src/testing/test-accounts.ts'
import { openTestApp } from '../../src/testing/test-site.ts'
import { runNow, runStudy } from '../../src/testing/test-study.ts'
import { createSite } from '../../src/web/site.ts'
import { databaseIn, startPostgres } from '../alerts/stores.ts'
import { type PageTimes, timePages } from '../desk/measure-desk.ts'
import { loadNow, machine } from '../machine.ts'
import { timeRenewal } from './measure-renewal.ts'
import { type ConductTimes, reportOfConduct } from './report.ts'
import { conductSite, type ConductPlan, seedConduct } from './seed-conduct.ts'

const { values } = parseArgs({
  options: {
    participants: { type: 'string', default: '2000' },
    sites: { type: 'string', default: '40' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-conduct.md') },
  },
})

const app = await openTestApp()
app.clock = runNow
const plan: ConductPlan = {
  participants: Number(values.participants),
  sites: Number(values.sites),
  now: runNow,
}
const folder = mkdtempSync(join(tmpdir(), 'trialway-conduct-'))
const cluster = await startPostgres(join(folder, 'postgres'))
try {
  const stores: Record<string, ConductTimes> = {
    SQLite: await measure({ dataDir: join(folder, 'sqlite') }),
  }
  if (cluster)
    stores['PostgreSQL'] = await measure({
      dataDir: join(folder, 'keys'),
      databaseUrl: databaseIn(cluster),
    })
  const results = { plan, machine: machine(), load: loadNow().load, stores }
  writeFileSync(values.out, reportOfConduct(results))
  console.error(`Written: ${values.out}`)
} finally {
  await cluster?.stop()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(where: Parameters<typeof openRecords>[0]): Promise<ConductTimes> {
  const records = await openRecords(where)
  const ids = await seedConduct(records, plan)
  const renewal = await timeRenewal(records, plan.now)
  console.error(records.kind, renewal)
  const pages = await pagesOf(records, ids)
  await records.close()
  return { renewal, pages }
}

async function pagesOf(records: Records, ids: readonly string[]): Promise<readonly PageTimes[]> {
  const { now } = plan
  const site = createSite({ ...app, people: { ...app.people, records } })
  const one = { role: 'coordinator', study: runStudy, site: conductSite(7) } as const
  const here = await signedIn(records, [one], 'one@example.org', now)
  const whole = { role: 'monitor', study: runStudy, site: null } as const
  const all = await signedIn(records, [whole], 'all@example.org', now)
  const again = (path: string, times = 100): string[] => Array.from({ length: times }, () => path)
  const lists = ['', '?page=9', '?stage=treatment', '?number=07-0']
  const times = [
    {
      what: 'Today of the whole study',
      paths: again('/desk/today'),
      cookie: all.cookie,
      must: 150,
    },
    { what: 'Today of one site', paths: again('/desk/today'), cookie: here.cookie, must: 150 },
    { what: 'Today as a file', paths: again('/desk/today.csv', 60), cookie: all.cookie, must: 150 },
    {
      what: 'participants of the whole study',
      paths: lists.flatMap((list) => again(`/desk/participants${list}`, 25)),
      cookie: all.cookie,
      must: 150,
    },
    {
      what: 'all dates of a participant',
      paths: ids.slice(0, 100).map((id) => `/desk/participants/${id}/dates`),
      cookie: all.cookie,
      must: 50,
    },
  ]
  const measured: PageTimes[] = []
  for (const each of times) {
    measured.push(await timePages(site, each))
    console.error(records.kind, measured.at(-1))
  }
  return measured
}
