import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openRecords } from '../src/people/records/open-records.ts'
import type { Records } from '../src/people/records/model/records.ts'
import type { Delivery } from './children/sink.ts'
import { databaseOf, type Fault, Findings } from './fault.ts'
import { mailStates } from './people.ts'
import { queueMails } from './queue-mails.ts'
import { type Server, startServer } from './server.ts'
import { type Sink, startSink } from './sink.ts'
import { makeSmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** A crowd asks for mail to thousands of mailboxes of one provider. */
export const mailFlood: Fault = {
  id: 'F32 flood',
  title: 'A flood of requests for the mailboxes of one domain',
  how: 'The real server with its usual settings takes four requests from each of 300 networks, each for another mailbox of one domain. In the same moment 200 digests to other domains wait. Then two people ask for the first time, each from a network of their own: one at that domain, one at another. The real mail server writes down when each mail came.',
  expected:
    'At most 120 mails in any minute to that domain; no request is lost; the digests go out within half a minute; both people have their mail within minutes.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const at = await databaseOf(setup)
    const { dataDir } = await makeSmallWorld({ ...at, folder: setup.folder, studies: 3, sets: 0 })
    const sink = await startSink({ journal: join(setup.folder, 'flood.ndjson') })
    const env = {
      TRUST_PROXY: 'true',
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      MAIL_FROM: 'alerts@trialway.example',
      MAIL_ASKED_PER_MINUTE: '240',
      MAIL_ASKED_PER_MINUTE_PER_DOMAIN: '120',
    }
    const server = await startServer({ ...at, dataDir, port: await unusedPort(), env })
    const records = await openRecords({ ...at, dataDir })
    const networks = setup.times(20, 300)
    const notes = await flood({ server, sink, records, networks }, findings)
    await records.close()
    server.child.kill('SIGTERM')
    await server.child.ended
    await sink.stop()
    const lost = findings.count('a request was lost')
    return { tries: networks * 4, fired: networks * 4, lost, notes, failures: findings.failures }
  },
}

interface Flooded {
  readonly server: Server
  readonly sink: Sink
  readonly records: Records
  readonly networks: number
}

async function flood(world: Flooded, findings: Findings): Promise<string[]> {
  const { server, sink, records, networks } = world
  const began = Date.now()
  await queueMails(
    records,
    Array.from({ length: digests }, (_, at) => `news@d${at}.example`),
  )
  for (let number = 0; number < networks * 4; number++)
    await ask(server, `m${number}@${crowded}`, number % networks, findings)
  const floodSeconds = (Date.now() - began) / 1000
  const asked = Date.now()
  await ask(server, `honest@${crowded}`, networks, findings)
  await ask(server, 'honest@elsewhere.example', networks + 1, findings)
  const seconds = await waitForBoth(sink, asked)
  for (const [who, took] of Object.entries(seconds))
    findings.expect(took < mostMinutes * 60, 'a person waited too long', `${who}: ${took} s`)
  const busiest = mostInAMinute(sink.deliveries().filter(({ to }) => to.endsWith(`@${crowded}`)))
  findings.expect(busiest <= mostAMinute, 'too many mails in a minute', String(busiest))
  const news = sink.deliveries().filter(({ to }) => to.startsWith('news@'))
  const newsSeconds = (Math.max(...news.map(({ at }) => at)) - began) / 1000
  findings.expect(news.length === digests, 'a digest was not sent')
  findings.expect(newsSeconds < newsAlone * 2 + 10, 'digests were held up', `${newsSeconds} s`)
  const { queued = 0, sending = 0, sent = 0, ...others } = await mailStates(records)
  const kept = queued + sending + sent - digests
  for (let at = kept; at < networks * 4 + 2; at++) findings.add('a request was lost')
  findings.expect(Object.keys(others).length === 0, 'a mail failed', JSON.stringify(others))
  return [
    `${networks * 4} requests from ${networks} networks in ${floodSeconds.toFixed(0)} s; at most ${busiest} mails in a minute to their domain, ${queued} still wait`,
    `${digests} digests in ${newsSeconds.toFixed(0)} s, ${newsAlone} s without a flood`,
    `a person at the same domain had their mail after ${seconds.same} s, one at another after ${seconds.other} s`,
  ]
}

async function ask(
  server: Server,
  email: string,
  network: number,
  findings: Findings,
): Promise<void> {
  const form = { q: 'vasculitis', event: 'posted', often: 'daily', language: 'en', email }
  const { isTaken, status } = await server.post('/alerts', form, network)
  findings.expect(isTaken, 'a request was refused', String(status))
}

async function waitForBoth(sink: Sink, since: number): Promise<{ same: number; other: number }> {
  const arrived = (to: string): number => {
    const mail = sink.deliveries().find((delivery) => delivery.to === to)
    return mail ? Math.round((mail.at - since) / 1000) : Infinity
  }
  for (;;) {
    const found = {
      same: arrived(`honest@${crowded}`),
      other: arrived('honest@elsewhere.example'),
    }
    const isOver = Date.now() - since > (mostMinutes + 1) * 60_000
    if (isOver || Math.max(found.same, found.other) < Infinity) return found
    await wait(1000)
  }
}

function mostInAMinute(mails: readonly Delivery[]): number {
  const times = mails.map(({ at }) => at).toSorted((one, other) => one - other)
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length),
  )
}

const crowded = 'crowded.example'
const digests = 200
/** By the usual 20 mails a second. */
const newsAlone = 10
/** The setting, and what may go in the first second ahead. */
const mostAMinute = 125
const mostMinutes = 10
