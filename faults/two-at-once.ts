import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openRecords } from '../src/people/records/open-records.ts'
import { checkRecords } from './check-records.ts'
import { finished, type Said, startChild, startCommand } from './child.ts'
import type { AlertsOrders } from './children/alerts.ts'
import type { ImportOrders } from './children/import.ts'
import type { SendOrders } from './children/send.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { queueMails } from './queue-mails.ts'
import { startServer } from './server.ts'
import { startSink } from './sink.ts'
import { makeSmallWorld } from './small-world.ts'
import { placesFile } from './studies.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** Everything twice. */
export const twoAtOnce: Fault = {
  id: 'F18',
  title: 'Two of everything at once',
  how: 'Three senders in processes of their own share one outbox; three runs of the alerts begin in the same moment; two importers want the same folder; two real servers serve the same records, and each sends mail.',
  expected:
    'No mail goes out twice, no digest is made twice, the second importer is refused with a message, and both servers keep what they answered for.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const senders = await twoSenders(setup, findings)
    const alerts = await threeRuns(setup, findings)
    const importers = await twoImporters(setup, findings)
    const servers = await twoServers(setup, findings)
    return {
      tries: 4,
      fired: 4,
      lost: senders.lost + alerts.lost + servers.lost,
      repeated: senders.repeated + alerts.repeated + servers.repeated,
      notes: [senders.words, alerts.words, importers, servers.words],
      failures: findings.failures,
    }
  },
}

async function twoSenders(setup: FaultSetup, findings: Findings) {
  const dataDir = join(setup.folder, 'senders')
  mkdirSync(dataDir)
  const place = { dataDir, ...(await databaseOf(setup)) }
  const records = await openRecords(place)
  const count = setup.times(1000, 10_000)
  const addresses = Array.from({ length: count }, (_, index) => `m${index}@d${index % 97}.example`)
  const ids = await queueMails(records, addresses)
  const sink = await startSink({ journal: join(setup.folder, 'senders.ndjson') })
  const senders = ['one', 'two', 'three'].map((holder) =>
    startChild('send.ts', {
      ...place,
      port: sink.port,
      holder,
      lingerMs: 500,
    } satisfies SendOrders),
  )
  await Promise.all(senders.map(finished))
  const shares = senders.map(({ said }) =>
    Number(said.find(({ kind }) => kind === 'counts')?.['sent'] ?? 0),
  )
  const deliveries = sink.deliveries()
  const got = new Set(deliveries.map(({ messageId }) => messageId))
  const lost = ids.filter((id) => !got.has(id)).length
  const repeated = deliveries.length - got.size
  findings.expect(lost === 0, 'a mail was not sent', String(lost))
  findings.expect(repeated === 0, 'a mail was sent twice', String(repeated))
  findings.expect(shares.filter((share) => share > 0).length > 1, 'only one sender had any work')
  await sink.stop()
  await records.close()
  return {
    lost,
    repeated,
    words: `three senders: ${count} mails, sent ${shares.join(' + ')}; lost ${lost}, twice ${repeated}`,
  }
}

async function threeRuns(setup: FaultSetup, findings: Findings) {
  const at = await databaseOf(setup)
  const world = await makeSmallWorld({
    ...at,
    folder: join(setup.folder, 'runs'),
    studies: 20,
    sets: setup.times(30, 200),
  })
  const rounds = setup.times(2, 5)
  let worked = 0
  for (let round = 1; round <= rounds; round++) {
    const file = world.change(round, [0, 1, 2, 3])
    const orders: ImportOrders = {
      dataDir: world.dataDir,
      placesFile: placesFile(),
      files: [file],
    }
    await finished(startChild('import.ts', orders))
    const startAt = Date.now() + 3000
    const runs = [1, 2, 3].map(() =>
      startChild('alerts.ts', { ...at, dataDir: world.dataDir, startAt } satisfies AlertsOrders),
    )
    await Promise.all(runs.map(finished))
    worked += runs.filter(({ said }) => said.some(({ run }) => run)).length
  }
  const records = await openRecords({ ...at, dataDir: world.dataDir })
  const rows = await records.db.selectFrom('news').select(['person_id', 'digest_id']).execute()
  const { digests } = await records.db
    .selectFrom('digest')
    .select((query) => query.fn.countAll<number | string>().as('digests'))
    .executeTakeFirstOrThrow()
  await records.close()
  const hearers = new Set(world.expected(1, [0, 1, 2, 3]).map((one) => one.split(' ')[0])).size
  const wanted = world.expected(1, [0, 1, 2, 3]).length * rounds
  const lost = Math.max(0, wanted - rows.filter(({ digest_id }) => digest_id !== null).length)
  const repeated = Math.max(0, Number(digests) - hearers * rounds)
  findings.expect(worked < rounds * 3, 'the runs never met, so nothing was tried')
  findings.expect(lost === 0, 'a change was not told', String(lost))
  findings.expect(repeated === 0, 'a digest was made twice', String(repeated))
  return {
    lost,
    repeated,
    words: `three runs of the alerts, ${rounds} times: ${rounds * 3 - worked} of ${rounds * 3} met another at work and left it alone, ${Number(digests)} digests for ${hearers} people, as expected`,
  }
}

async function twoImporters(setup: FaultSetup, findings: Findings): Promise<string> {
  const world = await makeSmallWorld({
    folder: join(setup.folder, 'importers'),
    studies: 400,
    sets: 0,
  })
  const file = world.change(
    1,
    Array.from({ length: 400 }, (_, number) => number),
  )
  const env = { DATA_DIR: world.dataDir }
  const both = [1, 2].map(() => startCommand(['import', '--quiet', file], { env }))
  const endings = await Promise.all(both.map(({ ended }) => ended))
  const refused =
    both
      .find((_, index) => endings[index]?.code === 1)
      ?.complaints()
      .trim() ?? ''
  const good = endings.filter(({ code }) => code === 0).length
  findings.expect(good >= 1, 'no importer finished')
  findings.expect(good === 2 || /another import/i.test(refused), 'the second was not told', refused)
  return `two importers: ${good === 1 ? `one finished, the other was refused: "${refused.slice(0, 60)}…"` : 'the second came when the first had finished'}`
}

async function twoServers(setup: FaultSetup, findings: Findings) {
  const at = await databaseOf(setup)
  const world = await makeSmallWorld({
    ...at,
    folder: join(setup.folder, 'servers'),
    studies: 3,
    sets: 0,
  })
  const sink = await startSink({ journal: join(setup.folder, 'servers.ndjson') })
  const env = {
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'alerts@trialway.example',
    MAIL_PER_SECOND: '0',
    MAIL_PER_SECOND_PER_DOMAIN: '0',
  }
  const servers = await Promise.all(
    [1, 2].map(async () =>
      startServer({ ...at, dataDir: world.dataDir, port: await unusedPort(), env }),
    ),
  )
  const journal: Said[] = []
  const count = setup.times(60, 400)
  const ask = async (from: number): Promise<void> => {
    for (let number = from; number < count; number += 4) {
      const { isTaken } = (await servers[number % 2]?.ask(number)) ?? {}
      if (isTaken) journal.push({ kind: 'requested', number })
      else findings.add('a server refused a request')
    }
  }
  await Promise.all([0, 1, 2, 3].map(ask))
  for (let tries = 0; tries < 200 && sink.deliveries().length < journal.length; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  for (const { child } of servers) child.kill('SIGTERM')
  await Promise.all(servers.map(({ child }) => child.ended))
  const checked = await checkRecords({ ...at, dataDir: world.dataDir }, journal, findings)
  const deliveries = sink.deliveries()
  const repeated = deliveries.length - new Set(deliveries.map(({ messageId }) => messageId)).size
  findings.expect(repeated === 0, 'a question was mailed twice', String(repeated))
  findings.expect(deliveries.length === journal.length, 'a question was not mailed')
  await sink.stop()
  return {
    lost: checked.lost,
    repeated,
    words: `two servers on the same records: ${journal.length} of ${count} requests taken, ${deliveries.length} questions mailed, twice ${repeated}, lost ${checked.lost}`,
  }
}
