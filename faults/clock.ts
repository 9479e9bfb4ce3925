import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eventBits } from '../src/people/alerts/model/events.ts'
import { outbox } from '../src/testing/test-alerts.ts'
import { readAnchors } from '../src/people/audit/anchors.ts'
import { verifyAudit } from '../src/people/audit/verify.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { type Child, finished, startChild } from './child.ts'
import type { AlertsOrders } from './children/alerts.ts'
import type { ImportOrders } from './children/import.ts'
import type { SendOrders } from './children/send.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { subscribe } from './people.ts'
import { queueMails } from './queue-mails.ts'
import { startSink } from './sink.ts'
import { makeSmallWorld, type SmallWorld } from './small-world.ts'
import { placesFile } from './studies.ts'
import { aheadBy, hasFakeTime } from './time-ahead.ts'

const hour = 3_600_000
const day = 24 * hour
const year = 365 * day

/** The clock of the machine is wrong for a while. */
export const wrongClock: Fault = {
  id: 'F16',
  title: 'The clock jumps an hour, a year, to 2038, and back',
  how: 'libfaketime gives the programs other clocks. People with alerts at once, daily and weekly; imports and runs of the alerts while the clock is right, an hour ahead or behind, a year ahead or behind, and in January 2038. Then a run of the alerts and a sender are killed while their clock is a year ahead, and are started again with the right one. Then two senders, and two runs of the alerts, whose clocks differ by an hour work at the same time.',
  expected:
    'Everything is told once, none early or twice; what a process with a wrong clock held is free again within minutes of the right clock; the audit trail is in order by its numbers.',
  onPostgres: true,
  run: async (setup) => {
    if (!hasFakeTime) throw new Error('libfaketime is not installed')
    const findings = new Findings()
    const jumps = await jumpingRuns(setup, findings)
    const held = await heldByTheFuture(setup, findings)
    const senders = await sendersApart(setup, findings)
    const runs = await runsApart(setup, findings)
    return {
      tries: jumps.runs + 4,
      fired: jumps.runs + 4,
      lost: jumps.lost + held.lost + senders.lost + runs.lost,
      repeated: jumps.repeated + senders.repeated + runs.repeated,
      notes: [jumps.words, held.words, senders.words, runs.words],
      failures: findings.failures,
    }
  },
}

async function worldOf(setup: FaultSetup, name: string) {
  const at = await databaseOf(setup)
  const folder = join(setup.folder, name)
  const world = await makeSmallWorld({ ...at, folder, studies: 40, sets: 0 })
  return { world, place: { ...at, dataDir: world.dataDir } }
}

const closing = { search: { category: ['heart-and-vessels'] }, events: eventBits(['closed']) }

async function jumpingRuns(setup: FaultSetup, findings: Findings) {
  const { world, place } = await worldOf(setup, 'jumps')
  const people = ['at_once', 'daily', 'weekly'] as const
  const before = await openRecords(place)
  for (const frequency of people)
    await subscribe(before, `${frequency}@example.org`, { ...closing, frequency })
  await before.close()
  // Eight in the morning of a Tuesday to come, so that the hour of the digests is past.
  const base = startingTuesday() - Date.now()
  const leaps = [0, hour, -hour, year, -year, Date.UTC(2038, 0, 19, 8) - Date.now() - base, 0]
  let round = 0
  let runs = 0
  for (const [index, leap] of leaps.entries()) {
    round++
    const right = base + index * 2 * hour
    await importRound(world, round, [round], right)
    const child = startChild('alerts.ts', { ...place } satisfies AlertsOrders, {
      env: aheadBy(right + leap),
    })
    await finished(child)
    runs++
    findings.expect(
      child.said.some(({ run }) => run),
      'the alerts did not run',
      `after a jump of ${leap / hour} hours`,
    )
  }
  // A week of right mornings: whatever is to come has come then.
  for (let morning = 1; morning <= 8; morning++) {
    await finished(
      startChild('alerts.ts', { ...place } satisfies AlertsOrders, {
        env: aheadBy(base + morning * day),
      }),
    )
    runs++
  }
  const records = await openRecords(place)
  let lost = 0
  let repeated = 0
  const mails = (await outbox(records)).filter(({ letter }) => letter?.stopUrl !== undefined)
  for (const frequency of people)
    for (let number = 1; number <= round; number++) {
      const times = mails.filter(
        ({ to, letter }) =>
          to.startsWith(frequency) && letter?.text.includes(`Trial ${number} of round ${number}.`),
      ).length
      if (times === 0) lost++
      if (times > 1) repeated += times - 1
      findings.expect(times === 1, `told ${times} times instead of once`, `${frequency} ${number}`)
    }
  const verdict = await verifyAudit(records.db, readAnchors(records))
  findings.expect(verdict.isWhole, 'the audit trail is not in order')
  await records.close()
  return {
    runs,
    lost,
    repeated,
    words: `${runs} runs of the alerts on ${leaps.length} jumping clocks and 8 right mornings, ${round} changes for 3 people: missing ${lost}, twice ${repeated}; audit trail ${verdict.isWhole ? 'whole' : 'broken'}`,
  }
}

function startingTuesday(): number {
  const now = Temporal.Now.plainDateISO('UTC')
  const next = now.add({ days: ((2 - now.dayOfWeek + 7) % 7) + 7 })
  return next.toZonedDateTime({ timeZone: 'UTC', plainTime: '08:00' }).epochMilliseconds
}

async function importRound(
  world: SmallWorld,
  round: number,
  numbers: readonly number[],
  aheadMs: number,
): Promise<void> {
  const orders: ImportOrders = {
    dataDir: world.dataDir,
    placesFile: placesFile(),
    files: [world.change(round, numbers)],
  }
  await finished(startChild('import.ts', orders, { env: aheadBy(aheadMs) }))
}

/** Killed while the clock was a year ahead. */
async function heldByTheFuture(setup: FaultSetup, findings: Findings) {
  const { world, place } = await worldOf(setup, 'held')
  const before = await openRecords(place)
  const readers = setup.times(100, 400)
  for (let reader = 0; reader < readers; reader++)
    await subscribe(before, `p${reader}@d${reader}.example`, { ...closing, frequency: 'at_once' })
  await importRound(world, 1, [1, 2, 3], 60_000)
  const leaseBefore = await killWhile(
    () => startChild('alerts.ts', { ...place } satisfies AlertsOrders, { env: aheadBy(year) }),
    async () => (await before.db.selectFrom('lease').select('name').execute()).length > 0,
  )
  const again = startChild('alerts.ts', { ...place, aheadMs: 5 * 60_000 } satisfies AlertsOrders)
  await finished(again)
  const isFree = again.said.some(({ run }) => run)
  findings.expect(leaseBefore, 'the run was not killed while it held the lease')
  findings.expect(isFree, 'a lease of the future holds up the alerts')
  const sink = await startSink({ journal: join(setup.folder, 'held.ndjson'), slowMs: 100 })
  const ids = await queueMails(
    before,
    Array.from({ length: 60 }, (_, index) => `q${index}@q${index}.example`),
  )
  const orders: SendOrders = { ...place, port: sink.port, holder: 'future' }
  const sendBefore = await killWhile(
    () => startChild('send.ts', orders, { env: aheadBy(year) }),
    async () => sink.deliveries().length > 5,
  )
  findings.expect(sendBefore, 'the sender was not killed while it held mails')
  for (const minutes of [5, 10, 15, 60])
    await finished(startChild('send.ts', { ...orders, holder: 'right', aheadMs: minutes * 60_000 }))
  const got = new Set(sink.deliveries().map(({ messageId }) => messageId))
  const lost = ids.filter((id) => !got.has(id)).length
  findings.expect(lost === 0, 'mails held by a sender of the future do not go out', String(lost))
  await sink.stop()
  await before.close()
  return {
    lost,
    words: `killed a year ahead: the lease of the alerts is ${isFree ? 'free again five minutes later' : 'NOT free again'}; of ${ids.length} mails ${lost} were not out an hour later`,
  }
}

async function killWhile(start: () => Child, isSo: () => Promise<boolean>): Promise<boolean> {
  const child = start()
  let isOver = false
  void child.ended.then(() => (isOver = true))
  while (!isOver && !(await isSo())) await wait(2)
  child.kill()
  return (await child.ended).signal === 'SIGKILL'
}

async function sendersApart(setup: FaultSetup, findings: Findings) {
  const { place } = await worldOf(setup, 'apart')
  const records = await openRecords(place)
  const count = setup.times(200, 600)
  const ids = await queueMails(
    records,
    Array.from({ length: count }, (_, index) => `m${index}@d${index}.example`),
  )
  const sink = await startSink({ journal: join(setup.folder, 'apart.ndjson'), slowMs: 80 })
  const orders = { ...place, port: sink.port, lingerMs: 1000 }
  const senders = [
    startChild('send.ts', { ...orders, holder: 'right' } satisfies SendOrders),
    startChild('send.ts', { ...orders, holder: 'ahead' } satisfies SendOrders, {
      env: aheadBy(hour),
    }),
  ]
  await Promise.all(senders.map(finished))
  for (const minutes of [5, 10])
    await finished(
      startChild('send.ts', { ...orders, holder: 'last', aheadMs: hour + minutes * 60_000 }),
    )
  const deliveries = sink.deliveries()
  const got = new Set(deliveries.map(({ messageId }) => messageId))
  const lost = ids.filter((id) => !got.has(id)).length
  const repeated = deliveries.length - got.size
  findings.expect(lost === 0, 'a mail was not sent', String(lost))
  findings.expect(repeated === 0, 'a mail was sent twice', String(repeated))
  await sink.stop()
  await records.close()
  return {
    lost,
    repeated,
    words: `two senders whose clocks differ by an hour: ${count} mails, lost ${lost}, twice ${repeated}`,
  }
}

/** To each of the two, what the other holds looks like something of another time. */
async function runsApart(setup: FaultSetup, findings: Findings) {
  const { world, place } = await worldOf(setup, 'runs-apart')
  const records = await openRecords(place)
  const readers = setup.times(200, 800)
  for (let reader = 0; reader < readers; reader++)
    await subscribe(records, `p${reader}@d${reader}.example`, { ...closing, frequency: 'at_once' })
  await importRound(world, 1, [1, 2, 3], 60_000)
  const startAt = Date.now() + 4000
  const runs = [0, hour].map((ahead) =>
    startChild(
      'alerts.ts',
      { ...place, startAt: startAt + ahead + 120_000 } satisfies AlertsOrders,
      {
        env: aheadBy(ahead + 120_000),
      },
    ),
  )
  const endings = await Promise.all(runs.map(({ ended }) => ended))
  const worked = runs.filter(({ said }) => said.some(({ run }) => run)).length
  await finished(
    startChild('alerts.ts', { ...place } satisfies AlertsOrders, { env: aheadBy(3 * hour) }),
  )
  const told = new Map<string, number>()
  for (const { to, letter } of await outbox(records))
    if (letter?.stopUrl !== undefined) told.set(to, (told.get(to) ?? 0) + 1)
  await records.close()
  const repeated = [...told.values()].filter((times) => times > 1).length
  const lost = readers - told.size
  findings.expect(repeated === 0, 'two mails of one change', String(repeated))
  findings.expect(lost === 0, 'a change was not told', String(lost))
  return {
    lost,
    repeated,
    words: `two runs of the alerts whose clocks differ by an hour, in the same moment: ${worked} of them worked, ${endings.filter(({ code }) => code !== 0).length} ended with an error; ${readers} people told, missing ${lost}, twice ${repeated}`,
  }
}
