import type { ChildProcess } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Records } from '../../src/people/records/model/records.ts'
import { loadNow } from '../machine.ts'
import { type Checked, checkMails } from './check-mails.ts'
import { zoneAt } from './measure-matching.ts'
import { type PeerMails, sendBare } from './peer-mails.ts'
import type { Plan } from './plan.ts'
import { withRecords } from './ready-records.ts'
import type { Sent } from './send-child.ts'
import type { Received } from './smtp-child.ts'
import {
  answerIn,
  outputOf,
  runWatched,
  type Settings,
  startChild,
  type Watched,
} from './watched.ts'

export interface DigestFigures {
  readonly composed: Part
  readonly sent: Part
  readonly both: Part
  /** Of the whole stretch in which mails were made and sent at once. */
  readonly composeSeconds: number
  readonly composeMemory: number
  readonly bytesEach: number
  /** Mails whose Message-ID came twice; sent and not received. */
  readonly repeated: number
  readonly missing: number
  readonly checked: Checked
  readonly peer: PeerMails
  readonly connections: number
  readonly load: number
  readonly loadAfter: number
}

/** So many mails in so many seconds. */
export interface Part {
  readonly mails: number
  readonly seconds: number
}

const connections = 4
const parked = 'parked'
const eightDays = 8 * 86_400_000
/** Mails that are kept, to be looked at. */
const mostKept = 200

/** Makes digests alone, sends them alone, and then makes and sends at once, as in production. */
export async function measureDigests(
  settings: Settings,
  { digests, alone, peerMails, folder }: Plan,
): Promise<DigestFigures> {
  const { load } = loadNow()
  const kept = join(folder, 'mails')
  rmSync(kept, { recursive: true, force: true })
  mkdirSync(kept, { recursive: true })
  await withRecords(settings, park)
  await withRecords(settings, (records) => release(records, alone))
  const first = await compose(settings)
  const sending = await sendAlone(settings, kept, alone)
  const server = startServer(folder, Infinity)
  const peer = await sendBare(await server.port, kept, { mails: peerMails, connections })
  await server.end()
  await withRecords(settings, (records) => release(records, digests))
  const both = await composeAndSend(settings, kept, digests)
  return {
    composed: { mails: first.digests, seconds: first.ran.seconds },
    sent: sending,
    both: { mails: both.received.mails, seconds: both.seconds },
    composeSeconds: both.compose.seconds,
    composeMemory: both.compose.peakRss,
    bytesEach: both.received.bytes / both.received.mails,
    repeated: both.received.repeated,
    missing: both.digests - both.received.mails,
    checked: await checkMails(kept),
    peer,
    connections,
    load,
    loadAfter: loadNow().load,
  }
}

/** News that is not told yet is put aside, and grows a week old, so that weekly digests are due as well. */
async function park(records: Records): Promise<void> {
  await records.writeLightly(async (tx) => {
    await tx
      .updateTable('news')
      .set({ digest_id: parked, found_at: new Date(Date.now() - eightDays).toISOString() })
      .where('digest_id', 'is', null)
      .execute()
    await tx
      .updateTable('mail')
      .set({ state: 'suppressed', letter_sealed: null })
      .where('state', '=', 'queued')
      .execute()
  })
}

/** News for so many more people comes back. */
async function release(records: Records, people: number): Promise<void> {
  await records.writeLightly((tx) =>
    sql`
      update news set digest_id = null
      where digest_id = ${parked} and person_id in (
        select distinct person_id from news where digest_id = ${parked}
        order by person_id limit ${people}
      )
    `.execute(tx),
  )
}

async function compose(settings: Settings): Promise<{ ran: Watched; digests: number }> {
  const TZ = zoneAt(12, new Date())
  const baseUrl = 'https://trialway.example.org'
  const ran = await runWatched(['alerts', 'run', '--no-send', '--json', '--quiet'], {
    ...settings,
    TZ,
    BASE_URL: baseUrl,
  })
  const { run } = JSON.parse(ran.output) as { run: { digests: number } }
  return { ran, digests: run.digests }
}

async function sendAlone(settings: Settings, kept: string, expected: number): Promise<Part> {
  const server = startServer(kept, expected)
  const sender = startSender(settings, await server.port)
  await endOf<Sent>(sender)
  const { mails, firstAt, lastAt } = await server.end()
  return { mails, seconds: (lastAt - firstAt) / 1000 }
}

async function composeAndSend(settings: Settings, kept: string, expected: number) {
  const server = startServer(kept, expected)
  const sender = startSender(settings, await server.port)
  const began = Date.now()
  const { ran: made, digests } = await compose(settings)
  await endOf<Sent>(sender)
  const received = await server.end()
  return { compose: made, digests, received, seconds: (received.lastAt - began) / 1000 }
}

function startSender(settings: Settings, port: number): ChildProcess {
  return startChild('./send-child.ts', {
    ...settings,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    CONNECTIONS: String(connections),
  })
}

function startServer(
  kept: string,
  expected: number,
): { readonly port: Promise<number>; end(): Promise<Received> } {
  const child = startChild('./smtp-child.ts', {
    FOLDER: kept,
    EVERY: String(Math.ceil(expected / mostKept)),
  })
  const port = child.stdout ? once(child.stdout, 'data').then(([text]) => Number(text)) : undefined
  return { port: port ?? Promise.reject(new Error('no output')), end: () => endOf<Received>(child) }
}

async function endOf<Answer>(child: ChildProcess): Promise<Answer> {
  const output = outputOf(child)
  child.stdin?.end()
  return answerIn<Answer>(await output)
}
