/**
 * `npm run bench:desk -- [--enquiries 20000] [--sites 200] [--note TEXT] [--out FILE]`
 * Puts enquiries on the desks of one study and times its pages, on SQLite and on a PostgreSQL of its own; writes
 * `docs/benchmarks-desk.md`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Records } from '../../src/people/records/model/records.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { signedIn } from '../../src/testing/test-accounts.ts'
import { openTestApp } from '../../src/testing/test-site.ts'
import { createSite } from '../../src/web/site.ts'
import { databaseIn, startPostgres } from '../alerts/stores.ts'
import { loadNow, machine } from '../machine.ts'
import { type PageTimes, timePages } from './measure-desk.ts'
import { reportOfDesk } from './report.ts'
import { participantsNow, seedParticipants } from './seed-participants.ts'
import { benchSite, caseNumber, type DeskPlan, seedDesk } from './seed-desk.ts'

const { values } = parseArgs({
  options: {
    enquiries: { type: 'string', default: '20000' },
    sites: { type: 'string', default: '200' },
    note: { type: 'string', default: '' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-desk.md') },
  },
})

const app = await openTestApp()
const plan: DeskPlan = {
  study: 'NCT02390596',
  enquiries: Number(values.enquiries),
  sites: Number(values.sites),
  now: app.now(),
}
const people = { participants: 5, facts: 500 }
const folder = mkdtempSync(join(tmpdir(), 'trialway-desk-'))
const cluster = await startPostgres(join(folder, 'postgres'))
try {
  const stores: Record<string, readonly PageTimes[]> = {
    SQLite: await measure({ dataDir: join(folder, 'sqlite') }),
  }
  if (cluster)
    stores['PostgreSQL'] = await measure({
      dataDir: join(folder, 'keys'),
      databaseUrl: databaseIn(cluster),
    })
  writeFileSync(
    values.out,
    reportOfDesk({ plan, machine: machine(), load: loadNow().load, stores, note: values.note }),
  )
  console.error(`Written: ${values.out}`)
} finally {
  await cluster?.stop()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(where: Parameters<typeof openRecords>[0]): Promise<readonly PageTimes[]> {
  const records = await openRecords(where)
  const ids = await seedDesk(records, plan)
  const times = [...(await pagesOf(records, ids)), ...(await participantPages(records))]
  await records.close()
  return times
}

/** The pages of participants of whom much was recorded. */
async function participantPages(records: Records): Promise<readonly PageTimes[]> {
  const { team, ids } = await seedParticipants(records, people)
  const now = () => participantsNow
  const site = createSite({ ...app, now, people: { ...app.people, records } })
  const { cookie } = team.coordinator
  const of = (part: string) =>
    Array.from({ length: 20 }, () => ids)
      .flat()
      .map((id) => `/desk/participants/${id}${part}`)
  const pages = [
    { what: 'a participant with 500 facts', part: '' },
    { what: 'a form of such a participant', part: '/record?item=temperature' },
    { what: 'all that was recorded of such a participant', part: '/history' },
  ]
  const measured: PageTimes[] = []
  for (const { what, part } of pages) {
    measured.push(await timePages(site, { what, paths: of(part), cookie, must: 50 }))
    console.error(records.kind, measured.at(-1))
  }
  return measured
}

async function pagesOf(records: Records, ids: readonly string[]): Promise<readonly PageTimes[]> {
  const { study, now } = plan
  const site = createSite({ ...app, people: { ...app.people, records } })
  const here = await signedIn(
    records,
    [{ role: 'coordinator', study, site: benchSite(7).site }],
    'one@example.org',
    now,
  )
  const all = await signedIn(
    records,
    [{ role: 'manager', study, site: null }],
    'all@example.org',
    now,
  )
  const each = Array.from({ length: plan.sites }, (_, number) => ({
    role: 'coordinator' as const,
    study,
    site: benchSite(number).site,
  }))
  const roles = await signedIn(records, each, 'each@example.org', now)
  const again = (path: string, times = 60): string[] => Array.from({ length: times }, () => path)
  const tabs = ['', '?tab=waiting', '?tab=screening', '?tab=closed', '?tab=closed&page=40']
  const list = tabs.flatMap((tab) => again(`/desk${tab}`, 20))
  const own = ids.filter((_, at) => at % plan.sites === 7)
  const enquiries = own.map((id) => `/desk/enquiries/${id}`)
  const times = [
    { what: 'list of one site', paths: list, cookie: here.cookie, must: 100 },
    { what: 'list of the whole study', paths: list, cookie: all.cookie, must: 100 },
    { what: 'list of a role at every site', paths: list, cookie: roles.cookie, must: 100 },
    {
      what: 'a case number among all',
      paths: again(`/desk?find=${caseNumber(4321)}`),
      cookie: all.cookie,
      must: 100,
    },
    {
      what: 'a word in what is sealed, among all',
      paths: again('/desk?find=19876'),
      cookie: all.cookie,
      must: 100,
    },
    {
      what: 'an enquiry, opened for the first time',
      paths: enquiries,
      cookie: here.cookie,
      must: 50,
      warm: 0,
    },
    { what: 'an enquiry, opened again', paths: enquiries, cookie: here.cookie, must: 50 },
  ]
  const measured: PageTimes[] = []
  for (const one of times) {
    measured.push(await timePages(site, one))
    console.error(records.kind, measured.at(-1))
  }
  return measured
}
