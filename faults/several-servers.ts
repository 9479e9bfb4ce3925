import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openRecords } from '../src/people/records/open-records.ts'
import { type Chance, chanceOf } from './chance.ts'
import { checkRecords } from './check-records.ts'
import { type Child, startCommand } from './child.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { startPostgres } from './postgres.ts'
import { Household, type Journal } from './several-servers/household.ts'
import { type SeveralServers, startSeveral } from './several-servers/several.ts'
import { startSink } from './sink.ts'

/** As it is run where one machine is not enough. */
export const severalServers: Fault = {
  id: 'F35',
  title: 'Several servers, one of them killed',
  how: 'Three real servers with a copy of the catalogue each, on one PostgreSQL, behind nginx with the example of deploy/. People of other networks ask for alerts and confirm them from yet another network; four senders mail: one in each server, and "mail send". A server and the fourth sender are killed at random moments and started again, over and over. Meanwhile an import on one machine is brought to the others by deploy/copy-catalogue.sh while people search; one of them had a catalogue of its own before, of the same number.',
  expected:
    'Each subscription is confirmed once, and asked about in one mail (the same mail again only where a sender was killed in the middle of it). Whoever searches gets a page, of the old catalogue or of the new one. In the end all servers have the new one.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const postgres = await startPostgres(join(setup.folder, 'postgres'))
    const sink = await startSink({ journal: join(setup.folder, 'sink.ndjson'), slowMs: 60 })
    const databaseUrl = await postgres.newDatabase()
    const several = await startSeveral({ folder: setup.folder, databaseUrl, sink })
    try {
      return await disturb(setup, several, findings)
    } finally {
      await several.stop()
      await sink.stop()
      await postgres.stop()
    }
  },
}

async function disturb(setup: FaultSetup, several: SeveralServers, findings: Findings) {
  const chance = chanceOf(setup.seed, 'several servers')
  const people = setup.times(30, 200)
  const journal: Journal = { said: [], unsure: 0, refused: 0 }
  const households = Array.from(
    { length: people },
    (_, number) => new Household(number, { several, journal, findings }),
  )
  const all = visitAll(households)
  const kills = setup.times(2, 12)
  const sender = keepSending(several)
  const reader = readSearches(several, findings)
  const killed = killOften({ several, sender, chance, kills }, all)
  await wait(chance.whole(500, 3000))
  const spreadMs = await several.bringNewCatalogue(findings)
  await all
  const counts = await killed
  const areOut = await several.allMailIsOut()
  findings.expect(areOut, 'mails were still waiting in the end')
  await sender.stop()
  const pages = await reader.stop()
  const place = { dataDir: several.folders[0] ?? '', ...several.records }
  const checked = await checkRecords(place, journal.said, findings)
  const confirmed = await judgeConfirmed(several, people, findings)
  const mail = judgeMail(several, people, findings)
  return {
    tries: people,
    fired: counts.servers + counts.senders,
    lost: checked.lost + mail.lost,
    repeated: mail.others + confirmed.twice,
    recovery: `the new catalogue was at all three ${(spreadMs / 1000).toFixed(1)} s after the copy began`,
    notes: [
      `${people} asked and ${confirmed.once} confirmed once, twice ${confirmed.twice}; servers killed ${counts.servers}, senders killed ${counts.senders}`,
      `questions mailed: ${mail.once} of ${people}, another one to the same person ${mail.others}, the same once more ${mail.again}`,
      `requests that broke off and were made again: ${journal.unsure}; refused (503): ${journal.refused}`,
      `searches meanwhile: ${pages.old} of the old catalogue, ${pages.new} of the new, mixtures ${pages.mixed}, without an answer ${pages.broken}`,
    ],
    failures: findings.failures,
  }
}

/** Six at a time. */
async function visitAll(households: readonly Household[]): Promise<void> {
  const left = [...households]
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) await one.visit()
  }
  await Promise.all(Array.from({ length: 6 }, lane))
}

interface Sending {
  /** Kills the sender that works now; another begins. */
  kill(): void
  stop(): Promise<void>
}

function keepSending({ folders, env }: SeveralServers): Sending {
  let isOver = false
  let now: Child | undefined
  const done = (async () => {
    while (!isOver) {
      now = startCommand(['mail', 'send', '--quiet'], {
        env: { ...env, DATA_DIR: folders[0] ?? '' },
      })
      await now.ended
    }
  })()
  return {
    kill: () => now?.kill(),
    stop: () => {
      isOver = true
      return done
    },
  }
}

interface Killing {
  readonly several: SeveralServers
  readonly sender: Sending
  readonly chance: Chance
  readonly kills: number
}

/** As often as was said, and no longer than anybody is there to notice. */
async function killOften({ several, sender, chance, kills }: Killing, all: Promise<void>) {
  const counts = { servers: 0, senders: 0 }
  let isOver = false
  void all.finally(() => (isOver = true))
  for (let times = 0; times < kills && !isOver; times++) {
    await wait(chance.whole(300, 2000))
    if (times % 2 === 0) {
      sender.kill()
      counts.senders++
      continue
    }
    await several.killOne(chance.whole(0, 2), chance.whole(100, 1500))
    counts.servers++
  }
  return counts
}

/** Somebody searches all the time; what is neither the old page nor the new one is a mixture. */
function readSearches(several: SeveralServers, findings: Findings) {
  let isOver = false
  const bodies = new Map<string, number>()
  let broken = 0
  const done = (async () => {
    for (let turn = 0; !isOver; turn++) {
      const { status, text } = await several.get('/search?q=trial', turn % 250)
      if (status === 200) bodies.set(text, (bodies.get(text) ?? 0) + 1)
      else broken++
      findings.expect([200, 503].includes(status), 'a search without an answer', String(status))
      await wait(20)
    }
  })()
  const countOf = (kind: (text: string) => boolean): number =>
    [...bodies].reduce((sum, [text, count]) => sum + (kind(text) ? count : 0), 0)
  return {
    stop: async () => {
      isOver = true
      await done
      const isOld = (text: string): boolean => !text.includes('of round 1.')
      const isNew = (text: string): boolean => !text.includes('of round 0.')
      const mixed = countOf((text) => !isOld(text) && !isNew(text))
      findings.expect(mixed === 0 && bodies.size <= 2, 'a mixture of two catalogues', `${mixed}`)
      findings.expect(countOf(isNew) > 0, 'the new catalogue was never seen')
      return { old: countOf(isOld), new: countOf(isNew), mixed, broken }
    },
  }
}

/** By the lines of the audit trail, which is one for each press that counted. */
async function judgeConfirmed(several: SeveralServers, people: number, findings: Findings) {
  const records = await openRecords({ dataDir: several.folders[0] ?? '', ...several.records })
  const lines = await records.db
    .selectFrom('audit_event')
    .select('subject')
    .where('action', '=', 'subscription.confirmed')
    .execute()
  await records.close()
  const once = new Set(lines.map(({ subject }) => subject)).size
  findings.expect(once === people, 'a subscription was not confirmed', `${once} of ${people}`)
  const twice = lines.length - once
  findings.expect(twice === 0, 'a subscription was confirmed twice', String(twice))
  return { once, twice }
}

/** One mail a person; a sender that was killed may have sent the same once more, under the same name. */
function judgeMail({ sink }: SeveralServers, people: number, findings: Findings) {
  const deliveries = sink.deliveries()
  const names = new Set(deliveries.map(({ messageId }) => messageId)).size
  const once = new Set(deliveries.map(({ to }) => to)).size
  const [lost, others] = [people - once, names - once]
  findings.expect(lost === 0, 'somebody was not mailed', String(lost))
  findings.expect(others === 0, 'somebody was mailed twice', String(others))
  return { lost, once, others, again: deliveries.length - names }
}
