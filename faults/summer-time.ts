import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openCatalogue } from '../src/finder/catalogue/open-catalogue.ts'
import { openVocabulary } from '../src/finder/vocabulary/vocabulary.ts'
import { periodsAt } from '../src/people/alerts/digest/periods.ts'
import { eventBits } from '../src/people/alerts/model/events.ts'
import { runAlerts } from '../src/people/alerts/run.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { insertNews, newsRows } from '../src/people/alerts/model/news.ts'
import { personById } from '../src/people/records/persons.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { subscribe } from './people.ts'
import { makeSmallWorld } from './small-world.ts'
import { nctOf } from './studies.ts'

const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'] as const

/** Days on which clocks change, and the one that Apia never had. */
const changes: Readonly<Record<(typeof zones)[number], readonly string[]>> = {
  'Europe/London': ['2026-03-29', '2026-10-25'],
  'America/New_York': ['2026-03-08', '2026-11-01'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
  'Pacific/Apia': ['2011-12-30', '2012-04-01'],
}

/** A day of 23, 25 or 0 hours is a day. */
export const summerTime: Fault = {
  id: 'F17',
  title: 'Clocks go forward and back',
  how: 'The periods of digests every quarter of an hour through a whole year, in four time zones; and real runs of the alerts every hour for five days around each change of clocks, with something new each day for one person with a daily and one with a weekly alert.',
  expected:
    'One daily digest for each local day, one weekly for each week; none missed, none twice.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    let days = 0
    for (const zone of zones) {
      days += wholeYear(zone, 2026, findings)
      days += wholeYear(zone, zone === 'Pacific/Apia' ? 2011 : 2025, findings)
    }
    const runs = await aroundChanges(setup, findings)
    return {
      tries: runs.runs,
      fired: zones.length * 2,
      lost: findings.count('a day without its digest') + findings.count('a day without its period'),
      repeated: findings.count('a day with two digests') + findings.count('a period came back'),
      notes: [
        `${days} local days of ${zones.length * 2} years, each with one daily period, each week with one weekly`,
        `${runs.runs} runs around ${zones.length * 2} changes: ${runs.digests} digests, as many as days and weeks that had news`,
      ],
      failures: findings.failures,
    }
  },
}

function wholeYear(zone: string, year: number, findings: Findings): number {
  const seen = new Set<string>()
  const last = new Map<number, string>()
  const start = Temporal.ZonedDateTime.from(`${year}-01-01T00:00[${zone}]`).epochMilliseconds
  const end = Temporal.ZonedDateTime.from(`${year + 1}-01-01T00:00[${zone}]`).epochMilliseconds
  const days = new Set<string>()
  for (let at = start; at < end; at += 15 * 60_000) {
    const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
    days.add(day.toString())
    for (const { urgency, name } of periodsAt(new Date(at), zone)) {
      if (last.get(urgency) === name) continue
      findings.expect(!seen.has(name), 'a period came back', `${zone} ${name}`)
      seen.add(name)
      last.set(urgency, name)
    }
  }
  for (const day of days)
    findings.expect(seen.has(`daily:${day}`), 'a day without its period', `${zone} ${day}`)
  return days.size
}

async function aroundChanges(setup: FaultSetup, findings: Findings) {
  const world = await makeSmallWorld({ folder: join(setup.folder, 'world'), studies: 3, sets: 0 })
  const vocabulary = openVocabulary()
  const catalogue = await openCatalogue(join(world.dataDir, 'catalogue'), {
    processes: 1,
    timeoutMs: 20_000,
    vocabulary,
  })
  let [runs, digests] = [0, 0]
  for (const zone of zones)
    for (const change of changes[zone]) {
      const dataDir = join(setup.folder, `${zone}-${change}`.replaceAll('/', '-'))
      mkdirSync(dataDir)
      const records = await openRecords({ dataDir })
      const day = Temporal.PlainDate.from(change)
      const from = midnight(day.subtract({ days: 2 }), zone)
      const until = midnight(day.add({ days: 3 }), zone)
      const readers = await settle(records, new Date(from - 86_400_000))
      const expected = new Set<string>()
      for (let at = from; at < until; at += 3_600_000) {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
        if (local.hour === 3) await addNews(records, readers, new Date(at), `${at}`)
        if (local.hour >= 7) expected.add(local.toPlainDate().toString())
        await runAlerts({
          records,
          catalogue,
          names: vocabulary,
          baseUrl: 'https://trialway.example',
          newId: randomUUID,
          clock: () => new Date(at),
          timeZone: zone,
          dayOf: () => local.toPlainDate().toString(),
        })
        runs++
      }
      digests += await compare(records, expected, `${zone} ${change}`, findings)
      await records.close()
    }
  await catalogue.close()
  return { runs, digests }
}

function midnight(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds
}

async function settle(records: Records, now: Date) {
  const wish = { search: { study: nctOf(0) }, events: eventBits(['recruiting']) }
  return Promise.all(
    (['daily', 'weekly'] as const).map(async (frequency) => ({
      frequency,
      ...(await subscribe(records, `${frequency}@example.org`, { ...wish, frequency }, now)),
    })),
  )
}

/** As matching an import would write it. */
async function addNews(
  records: Records,
  readers: Awaited<ReturnType<typeof settle>>,
  at: Date,
  key: string,
): Promise<void> {
  await records.write(async (tx) => {
    for (const { frequency, personId, alertId } of readers) {
      const person = await personById(tx, records.keys, personId)
      if (!person) throw new Error('a person of the fault is gone')
      const news = {
        nctId: nctOf(0),
        eventKey: key,
        events: eventBits(['recruiting']),
        foundBy: [alertId],
        urgency: frequency === 'daily' ? 1 : 2,
      } as const
      const made = { foundAt: at.toISOString(), run: randomUUID() }
      await insertNews(tx, newsRows([{ person, news: [news] }], made))
    }
  })
}

async function compare(
  records: Records,
  expected: ReadonlySet<string>,
  where: string,
  findings: Findings,
): Promise<number> {
  const rows = await records.db.selectFrom('digest').select('period').execute()
  const daily = rows.map(({ period }) => period).filter((period) => period.startsWith('daily:'))
  const weekly = rows.map(({ period }) => period).filter((period) => period.startsWith('weekly:'))
  const found = new Set(daily.map((period) => period.slice('daily:'.length)))
  for (const day of expected)
    findings.expect(found.has(day), 'a day without its digest', `${where}: ${day}`)
  findings.expect(daily.length === found.size, 'a day with two digests', where)
  findings.expect(new Set(weekly).size === weekly.length, 'a week with two digests', where)
  return rows.length
}
