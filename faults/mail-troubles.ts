import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openRecords } from '../src/people/records/open-records.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { spreadMs, quantile } from './chance.ts'
import { finished, startChild } from './child.ts'
import type { SendOrders } from './children/send.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { queueMails } from './queue-mails.ts'
import { startSink } from './sink.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** A mail server that is not there, refuses, hangs up or crawls. */
export const mailTroubles: Fault = {
  id: 'F15',
  title: 'The mail server is down, refuses, hangs up or crawls',
  how: 'Mails to domains that are answered with 421, 451, 452, 550, greylisting or a broken line (with the mail kept by the server, and without) among mails to good ones; then a mail server that is not there, one that answers one byte a second, and one whose certificate is not to be trusted.',
  expected:
    '4xx is tried again, 5xx ends and is shown, a time-out ends within a minute, nothing is lost, and mail to other domains takes at most twice as long. A mail that the server kept before the line broke is the only one repeated, with the same Message-ID.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const domains = await troubledDomains(setup, findings)
    const relays = await troubledRelays(setup, findings)
    return {
      tries: domains.mails + relays.length,
      fired: domains.struck + relays.length,
      lost: findings.count('a mail is lost'),
      repeated: domains.repeated,
      notes: [...domains.notes, ...relays],
      failures: findings.failures,
    }
  },
}

/** What must have become of a mail to a domain after one run of the sender. */
const expected: Readonly<Record<string, { readonly state: string; readonly outcome: string }>> = {
  // After the second 421 in a row the domain rests, and the others of it are not even tried.
  'code421.example': { state: 'queued', outcome: 'deferred|null' },
  'code451.example': { state: 'queued', outcome: 'greylisted' },
  'code452.example': { state: 'queued', outcome: 'deferred' },
  'code550.example': { state: 'failed', outcome: 'no-mailbox|rejected' },
  'code554.example': { state: 'failed', outcome: 'rejected' },
  'grey.example': { state: 'queued', outcome: 'greylisted' },
  'good1.example': { state: 'sent', outcome: 'accepted' },
  'good2.example': { state: 'sent', outcome: 'accepted' },
}

async function troubledDomains(setup: FaultSetup, findings: Findings) {
  const place = await placeOf(setup, 'domains')
  const records = await openRecords(place)
  const journal = join(setup.folder, 'sink.ndjson')
  const sink = await startSink({ journal, slowMs: 4 })
  const each = setup.times(10, 50)
  const good = ['good1.example', 'good2.example']
  const [goodAlone, goodAmong] = [
    addressesOf(good, each, 'alone'),
    addressesOf(good, each, 'among'),
  ]
  const alone = await queueMails(records, goodAlone)
  const aloneMs = await timed(() => send(place, sink.port, 0))
  // The line breaks for a few only: a server that always hangs up is the next case.
  const dropped = ['dropkept@dropkept.example', 'droplost@droplost.example']
  const troubled = addressesOf(
    Object.keys(expected).filter((domain) => !good.includes(domain)),
    each,
    'm',
  )
  const ids = await queueMails(records, mixed([...troubled, ...goodAmong, ...dropped]))
  const began = Date.now()
  await send(place, sink.port, 0)
  const goodMs = sink
    .deliveries()
    .filter(({ to }) => to.startsWith('among'))
    .map(({ at }) => at - began)
  const states = await outcomesByDomain(records)
  for (const [domain, want] of Object.entries(expected)) {
    const found = [...(states.get(domain) ?? [])]
    const isRight = found.every((one) =>
      want.outcome.split('|').some((outcome) => one === `${want.state} ${outcome}`),
    )
    findings.expect(
      found.length > 0 && isRight,
      'another outcome',
      `${domain}: ${found.join(', ')}`,
    )
  }
  findings.expect(goodMs.length === goodAmong.length, 'a mail to a good domain did not go')
  const slowdown = quantile(goodMs, 1) / Math.max(aloneMs, 1)
  findings.expect(slowdown <= 2, 'other domains wait too long', slowdown.toFixed(1))
  // Half an hour later greylisting is over, and broken lines are tried again.
  for (const minutes of [10, 30, 60]) await send(place, sink.port, minutes * 60_000)
  const deliveries = sink.deliveries()
  const got = new Map<string, number>()
  for (const { messageId } of deliveries) got.set(messageId, (got.get(messageId) ?? 0) + 1)
  const after = await outcomesByDomain(records)
  for (const domain of ['grey.example', 'dropkept.example', 'droplost.example'])
    findings.expect(
      [...(after.get(domain) ?? [])].join() === 'sent accepted',
      'a mail is lost',
      `${domain}: ${[...(after.get(domain) ?? [])].join()}`,
    )
  const repeated = deliveries.length - got.size
  findings.expect(repeated === 1, 'repeats other than the kept one', String(repeated))
  const waiting = await records.db
    .selectFrom('mail')
    .select('message_id')
    .where('state', 'in', ['queued', 'sending', 'failed'])
    .execute()
  const known = new Set([...got.keys(), ...waiting.map(({ message_id }) => message_id)])
  for (const id of [...alone, ...ids]) if (!known.has(id)) findings.add('a mail is lost', id)
  await sink.stop()
  await records.close()
  return {
    mails: alone.length + ids.length,
    struck: troubled.length + dropped.length,
    repeated,
    notes: [
      `after one run: ${Object.keys(expected)
        .map((domain) => `${domain} ${[...(states.get(domain) ?? [])].join(' / ')}`)
        .join('; ')}`,
      `${goodAmong.length} mails to good domains among ${troubled.length} troubled ones: all sent, the last after ${slowdown.toFixed(2)} × the time they take alone (${spreadMs(goodMs)})`,
      'two mails whose line broke after the whole letter: both sent at the next try; the one that the server had kept came twice, with the same Message-ID',
    ],
  }
}

async function troubledRelays(setup: FaultSetup, findings: Findings): Promise<string[]> {
  const notes: string[] = []
  const check = async (
    name: string,
    port: number,
    want: readonly string[],
    options: Partial<SendOrders> = {},
  ): Promise<void> => {
    const place = await placeOf(setup, name)
    const records = await openRecords(place)
    const ids = await queueMails(records, addressesOf(['a.example', 'b.example'], 3, name))
    const ms = await timed(() => send(place, port, 0, options))
    const found = await outcomesByDomain(records)
    const all = [...new Set([...found.values()].flatMap((set) => [...set]))]
    findings.expect(
      all.every((one) => want.includes(one)),
      'another outcome',
      `${name}: ${all.join(', ')}`,
    )
    findings.expect(ms < 70_000, 'an attempt took more than a minute', `${name}: ${ms} ms`)
    // The next server is a good one: everything must arrive.
    const sink = await startSink({ journal: join(setup.folder, `${name}.ndjson`) })
    for (const minutes of [5, 30, 90]) await send(place, sink.port, minutes * 60_000)
    const got = new Set(sink.deliveries().map(({ messageId }) => messageId))
    for (const id of ids) if (!got.has(id)) findings.add('a mail is lost', `${name} ${id}`)
    await sink.stop()
    await records.close()
    notes.push(
      `${name}: ${all.join(' / ')} after ${(ms / 1000).toFixed(1)} s; sent when a good server was there`,
    )
  }
  await check('not there', await unusedPort(), ['queued relay-down', 'queued null'])
  const crawl = await startCrawling()
  await check('one byte a second', portOf(crawl.server), [
    'queued relay-down',
    'queued timeout',
    'queued null',
  ])
  await crawl.stop()
  const untrusted = await startSink({ journal: join(setup.folder, 'bad.ndjson'), badTls: true })
  await check(
    'a certificate not to be trusted',
    untrusted.port,
    ['queued relay-down', 'queued null'],
    { requireTLS: true },
  )
  findings.expect(untrusted.deliveries().length === 0, 'mail went over a line nobody could trust')
  await untrusted.stop()
  return notes
}

/** Answers everything, one byte a second. */
async function startCrawling(): Promise<{ server: Server; stop(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const words = '220 crawl.example ESMTP waits for nobody and says so at great length\r\n'
    let at = 0
    const timer = setInterval(() => {
      if (at < words.length) socket.write(words[at++] ?? '')
    }, 1000)
    socket.on('error', () => {})
    socket.on('close', () => clearInterval(timer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    server,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

interface MailPlace {
  readonly dataDir: string
  readonly databaseUrl?: string
}

async function placeOf(setup: FaultSetup, name: string): Promise<MailPlace> {
  const dataDir = join(setup.folder, name.replaceAll(' ', '-'))
  mkdirSync(dataDir)
  return { dataDir, ...(await databaseOf(setup)) }
}

async function send(
  place: MailPlace,
  port: number,
  aheadMs: number,
  options: Partial<SendOrders> = {},
): Promise<void> {
  const orders: SendOrders = { ...place, port, aheadMs, holder: 'faults', ...options }
  await finished(startChild('send.ts', orders))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function addressesOf(domains: readonly string[], each: number, name: string): string[] {
  const local = name.replaceAll(' ', '-')
  return domains.flatMap((domain) =>
    Array.from({ length: each }, (_, index) => `${local}${index}@${domain}`),
  )
}

/** So that no domain's mails come one after the other. */
function mixed(addresses: readonly string[]): string[] {
  return addresses.toSorted((one, other) => {
    const [a = '', b = ''] = [one, other].map(
      (text) => text.split('@')[0]?.replace(/\D/g, '') ?? '',
    )
    return Number(a) - Number(b)
  })
}

async function outcomesByDomain(records: Records): Promise<Map<string, Set<string>>> {
  const rows = await records.db
    .selectFrom('mail')
    .select(['domain_key', 'state', 'outcome'])
    .execute()
  const names = new Map(
    [
      ...Object.keys(expected),
      'dropkept.example',
      'droplost.example',
      'a.example',
      'b.example',
    ].map((domain) => [records.keys.domainKeyOf(domain), domain]),
  )
  const found = new Map<string, Set<string>>()
  for (const { domain_key, state, outcome } of rows) {
    const domain = names.get(domain_key) ?? 'another'
    found.set(domain, (found.get(domain) ?? new Set()).add(`${state} ${outcome}`))
  }
  return found
}
