import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { TestContext } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { readMailAddress } from '../people/records/address.ts'
import { findOrMakePerson } from '../people/records/persons.ts'
import type { Records } from '../people/records/model/records.ts'
import type { Letter } from '../people/mail/outbox/letter.ts'
import { queueLetters, type Queued } from '../people/mail/outbox/queue.ts'
import { streams, type Stream } from '../people/mail/outbox/streams.ts'
import { isStoppedBy } from '../people/mail/outbox/suppression.ts'
import type { Post } from '../people/mail/delivery/post.ts'
import type { SendOptions } from '../people/mail/delivery/send-options.ts'
import { openSmtpPost, type SmtpPostOptions } from '../people/mail/delivery/smtp-post.ts'

/** A mail as a mail server in a test got it. */
export interface Received {
  readonly from: string
  readonly to: string
  readonly message: string
  readonly messageId: string
  /** Milliseconds on the clock of `performance`. */
  readonly at: number
}

/** A mail server, and what it was given. */
export interface TestServer {
  readonly port: number
  readonly received: Received[]
  /** Breaks the line of one session, without a word. */
  hangUp(sessionId: string): void
}

/** A real mail server on loopback, gone after the test. */
export async function openTestServer(
  t: TestContext,
  options: SMTPServerOptions = {},
): Promise<TestServer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, session, callback) => {
      received.push(receivedOf(await buffer(stream), session.envelope))
      callback()
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  t.after(() => new Promise<void>((done) => server.close(() => done())))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    hangUp: (sessionId) => {
      for (const connection of server.connections as Set<OpenConnection>)
        if (connection.session.id === sessionId) connection._socket.destroy()
    },
  }
}

/** What the server keeps of a connection, beyond what its types tell. */
interface OpenConnection {
  readonly session: { readonly id: string }
  readonly _socket: Socket
}

/** What a mail server takes in, once it has all of it. */
export function receivedOf(
  bytes: Buffer,
  envelope: { mailFrom: { address: string } | false; rcptTo: readonly { address: string }[] },
): Received {
  const message = bytes.toString('utf8')
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address).join(' '),
    message,
    messageId: /^Message-ID: (\S+)/im.exec(message)?.[1] ?? '',
    at: performance.now(),
  }
}

/** An answer of a mail server, for its callbacks. */
export function reply(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}

/** A post to a test's own mail server. */
export function postTo(port: number, options: Partial<SmtpPostOptions> = {}): Post {
  return openSmtpPost({
    host: '127.0.0.1',
    port,
    secure: false,
    requireTLS: false,
    sender: { from: 'Trialway <alerts@trials.example.org>', host: 'trials.example.org' },
    connections: 4,
    ...options,
  })
}

/** A letter that says nothing in particular. */
export const someLetter: Letter = {
  subject: 'New studies for you',
  text: 'A study near you is looking for people.\n',
  html: '<p>A study near you is looking for people.</p>',
  language: 'en',
}

const stopUrl = 'https://trials.example.org/alerts/stop/x'

/** A mail of a test, and what the outbox made of it. */
export interface QueuedMail {
  readonly id: string
  readonly messageId: string
  readonly queued: Queued
}

/** Puts one mail into the outbox for each address. */
export async function queueTo(
  records: Records,
  addresses: readonly string[],
  given: {
    readonly now?: Date
    readonly stream?: Stream
    readonly letter?: Letter
  } = {},
): Promise<QueuedMail[]> {
  const { now = morning, stream = streams.alert } = given
  const letter = { ...(stream.hasStopLink && { stopUrl }), ...(given.letter ?? someLetter) }
  return records.write(async (tx) => {
    const mails = []
    for (const text of addresses) {
      const address = readMailAddress(text)
      if (!address) throw new Error(`${text} is no address`)
      const person = await findOrMakePerson(tx, records.keys, address, {
        language: 'en',
        now,
        newId: randomUUID,
      })
      const id = randomUUID()
      const messageId = `<${id}@trials.example.org>`
      mails.push({ id, person, domain: address.domain, stream, messageId, letter, now })
    }
    const queued = await queueLetters(tx, records.keys, mails)
    return mails.map(({ id, messageId }, index) => ({
      id,
      messageId,
      queued: queued[index] ?? 'known',
    }))
  })
}

/** When everything in a test happens, unless it says otherwise. */
export const morning = new Date('2026-11-25T08:00:00.000Z')

/** How a test sends: without a limit, at a fixed moment, without waiting for what comes later. */
export function sending(given: Partial<SendOptions> = {}): SendOptions {
  return {
    holder: 'test',
    now: () => morning,
    random: () => 0,
    newId: randomUUID,
    pace: { perSecond: 0, perSecondPerDomain: 0 },
    lingerMs: 0,
    ...given,
  }
}

/** The rows of the outbox, by id. */
export async function outbox(records: Records) {
  const rows = await records.db
    .selectFrom('mail')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whether an address gets no mail of a stream any more. */
export async function isSuppressed(
  records: Records,
  address: string,
  stream: Stream = streams.alert,
): Promise<boolean> {
  const suppressions = await records.db
    .selectFrom('suppression')
    .select(['stream', 'reason'])
    .where('lookup', '=', records.keys.lookupOf(address))
    .execute()
  return isStoppedBy(stream, suppressions)
}
