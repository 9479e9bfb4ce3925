import type { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import type { SmtpError, Stage } from './smtp-outcome.ts'

/** Which mail server, and how to speak to it. */
export interface SmtpConnectionOptions {
  readonly host: string
  readonly port: number
  /** TLS from the first byte. */
  readonly secure: boolean
  readonly requireTLS: boolean
  readonly auth?: { readonly user: string; readonly pass: string }
  /** In milliseconds, for connecting, for the greeting, and for every silence; 30,000 unless it is told otherwise. */
  readonly patienceMs?: number
  readonly tls?: NonNullable<SMTPConnectionOptions['tls']>
}

/** One connection to a mail server, opened by the first mail. */
export interface SmtpConnection {
  readonly isOpen: boolean
  /** How far the last mail came. */
  readonly stage: Stage
  /** Sends one mail within `wholeMs` milliseconds; the answer is what went wrong, if anything did. */
  send(envelope: Envelope, message: Readable, wholeMs: number): Promise<SmtpError | undefined>
  quit(): void
}

/** Where a mail server is to send a mail, and where its reports go; addresses without angle brackets. */
export interface Envelope {
  readonly from: string
  readonly to: string
}

/** Prepares a connection; nothing is opened yet. */
export function openSmtpConnection({
  auth,
  patienceMs = 30_000,
  ...options
}: SmtpConnectionOptions): SmtpConnection {
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    dnsTimeout: patienceMs,
    socketTimeout: patienceMs,
    socketCloseTimeout: 1000,
  })
  const end = openEnd(connection)
  let isReady = false
  let mustReset = false
  const attempt = async (envelope: Envelope, message: Readable): Promise<void> => {
    if (!isReady) await greet(connection, auth)
    isReady = true
    if (mustReset) await called((done) => connection.reset(done))
    mustReset = true
    await called((done) => connection.send({ ...envelope }, message, done))
    mustReset = false
  }
  return {
    get isOpen() {
      return isReady && !connection.destroyed
    },
    get stage() {
      if (!isReady) return 'connect'
      const isHandedOver = String(connection.lastServerResponse).startsWith('354')
      return isHandedOver ? 'letter' : 'envelope'
    },
    send: async (envelope, message, wholeMs) => {
      const failure = await firstOf(attempt(envelope, message), end.reached, wholeMs)
      if (failure && !failure.response) connection.close()
      return failure
    },
    quit: () => {
      if (isReady && !connection.destroyed) connection.quit()
      else connection.close()
    },
  }
}

async function greet(
  connection: SMTPConnection,
  auth: SmtpConnectionOptions['auth'],
): Promise<void> {
  await called((done) => connection.connect((error) => done(error ?? null)))
  if (auth) await called((done) => connection.login({ ...auth }, done))
}

/** The connection reports some faults only as an event, which may come at any time. */
function openEnd(connection: SMTPConnection): { readonly reached: Promise<SmtpError> } {
  const reached = new Promise<SmtpError>((resolve) => {
    connection.on('error', resolve)
    connection.once('end', () => resolve({ code: 'ECONNECTION' }))
  })
  return { reached }
}

async function firstOf(
  work: Promise<void>,
  broken: Promise<SmtpError>,
  wholeMs: number,
): Promise<SmtpError | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<SmtpError>()
  const timer = setTimeout(() => resolve({ code: 'ETIMEDOUT' }), wholeMs)
  const answer = work.then(
    () => undefined,
    (error: unknown) => error as SmtpError,
  )
  try {
    // What the server said of this mail comes before the news that it hung up.
    return await Promise.race([answer, broken.then((error) => settled(answer, error)), late])
  } finally {
    clearTimeout(timer)
  }
}

async function settled(
  answer: Promise<SmtpError | undefined>,
  broken: SmtpError,
): Promise<SmtpError | undefined> {
  const nothing = Symbol('nothing')
  const first = await Promise.race([
    answer,
    new Promise((resolve) => setImmediate(resolve, nothing)),
  ])
  return first === nothing ? broken : (first as SmtpError | undefined)
}

function called(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())))
}
