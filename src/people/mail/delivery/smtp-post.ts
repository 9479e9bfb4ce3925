import { Readable } from 'node:stream'
import { type MailSender, composeMail } from './compose.ts'
import type { PostConnection, Post } from './post.ts'
import { smtpOutcomeOf } from './smtp-outcome.ts'
import {
  type SmtpConnection,
  type SmtpConnectionOptions,
  openSmtpConnection,
} from './smtp-connection.ts'
import type { SendOutcome } from '../outbox/outcome.ts'
import type { OutgoingMail } from '../outbox/taken-mail.ts'

/** A mail server, and how mails are written for it. */
export interface SmtpPostOptions extends SmtpConnectionOptions {
  readonly sender: MailSender
  readonly connections: number
  readonly sign?: (message: Buffer) => Promise<Buffer>
  /** Where reports come back to, as `bounce+<id>@` this domain. */
  readonly bounceDomain?: string
  /** No attempt takes longer, whatever the server does. */
  readonly wholeMs?: number
}

/** Sends mails to one mail server, which takes them further. */
export function openSmtpPost(options: SmtpPostOptions): Post {
  return {
    kind: 'smtp',
    connections: options.connections,
    openConnection: () => openConnection(options),
  }
}

/**
 * What `SMTP_URL` says: `smtp:` (STARTTLS where offered) or `smtps:`, a name and password, a host and a port. Throws a TypeError for
 * what is no address.
 */
export function readSmtpUrl(text: string): Pick<SmtpPostOptions, keyof SmtpConnectionOptions> {
  const url = new URL(text)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isHere = host === 'localhost' || host === '::1' || host.startsWith('127.')
  const mustHide = url.searchParams.get('requireTLS') === 'true' || (url.username !== '' && !isHere)
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A password never goes over a line that others can read.
    requireTLS: mustHide && !secure,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  }
}

function openConnection(options: SmtpPostOptions): PostConnection {
  let connection: SmtpConnection | undefined
  const attempt = async (
    mail: OutgoingMail,
    message: Buffer,
    handOver: () => Promise<void>,
  ): Promise<SendOutcome> => {
    const current = connection?.isOpen ? connection : openSmtpConnection(options)
    connection = current
    const envelope = { from: envelopeFrom(mail, options), to: mail.to }
    const wholeMs = options.wholeMs ?? wholeAttemptMs
    const failure = await current.send(envelope, gated(message, handOver), wholeMs)
    return failure ? smtpOutcomeOf(failure, current.stage) : { kind: 'accepted' }
  }
  return {
    send: async (mail, handOver) => {
      const message = await written(mail, options)
      const isReused = connection?.isOpen === true
      const outcome = await attempt(mail, message, handOver)
      // A server may end a connection that was used before: that says nothing about this mail.
      const isOver = isReused && connection?.isOpen === false && connection.stage === 'envelope'
      return isOver && outcome.kind !== 'timeout' ? attempt(mail, message, handOver) : outcome
    },
    close: async () => connection?.quit(),
  }
}

/** The letter as a stream that begins when it may be handed over. */
function gated(message: Buffer, handOver: () => Promise<void>): Readable {
  const parts = async function* (): AsyncGenerator<Buffer> {
    await handOver()
    yield message
  }
  return Readable.from(parts(), { objectMode: false })
}

async function written(mail: OutgoingMail, { sender, sign }: SmtpPostOptions): Promise<Buffer> {
  const message = composeMail(mail, sender)
  return sign ? sign(message) : message
}

/** Who reports come back to: an address that names the mail, so that no report has to be guessed at (VERP). */
function envelopeFrom({ id }: OutgoingMail, { bounceDomain, sender }: SmtpPostOptions): string {
  if (bounceDomain !== undefined) return `bounce+${id}@${bounceDomain}`
  return /<([^<>]+)>\s*$/.exec(sender.from)?.[1] ?? sender.from
}

/** Shorter than the grace after which another sender may try the same mail. */
const wholeAttemptMs = 55_000
