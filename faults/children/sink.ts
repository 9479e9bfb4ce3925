import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { ordersOf, say } from './orders.ts'

// A mail server that writes down each mail it takes before it says so, and misbehaves for some domains.

export interface SinkOrders {
  readonly journal: string
  readonly port?: number
  /** It thinks for so long, at most, before it answers for a mail. */
  readonly slowMs?: number
  /** It keeps a mail, and says so only so long after, at most. */
  readonly slowAfterMs?: number
  /** The share of mails answered with 451 at first. */
  readonly greyShare?: number
  /** Offers TLS with a certificate that nobody should trust. */
  readonly badTls?: boolean
}

/** One line of the journal. */
export interface Delivery {
  readonly at: number
  readonly to: string
  readonly messageId: string
  /** Hash of what its reader reads. */
  readonly content: string
  /** The changes it tells of, as `study:round`. */
  readonly tells: readonly string[]
  /** Paths of pages of ours that it leads to. */
  readonly links: readonly string[]
}

const {
  journal,
  port = 0,
  slowMs = 0,
  slowAfterMs = 0,
  greyShare = 0,
  badTls = false,
} = ordersOf<SinkOrders>()
const seen = new Map<string, number>()

const server = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  ...(!badTls && { disabledCommands: ['STARTTLS'] }),
  onRcptTo: (address, session, callback) => {
    void session
    const domain = address.address.split('@').at(-1) ?? ''
    const code = /^code(\d{3})\./.exec(domain)?.[1]
    if (code !== undefined) return callback(answer(Number(code), `no mail for ${domain}`))
    const isGrey = domain.startsWith('grey') || fraction(address.address) < greyShare
    if (isGrey && times(address.address) === 1)
      return callback(answer(451, '4.7.1 greylisted, come back later'))
    callback()
  },
  onData: async (stream, session, callback) => {
    // A sender that is killed in the middle of a mail leaves half of it, which is no mail.
    const bytes = await buffer(stream).catch(() => undefined)
    if (!bytes) return callback(answer(451, 'the mail broke off'))
    const to = session.envelope.rcptTo.map(({ address }) => address).join(' ')
    if (slowMs > 0) await wait(Math.random() * slowMs)
    if (to.includes('@drop') && times(`drop ${to}`) === 1) {
      // One of the two was kept by the server before the line broke.
      if (to.includes('@dropkept')) await keep(bytes, to)
      return hangUp(session)
    }
    await keep(bytes, to)
    if (slowAfterMs > 0) await wait(Math.random() * slowAfterMs)
    callback()
  },
})
server.on('error', () => {})
server.listen(port, '127.0.0.1', () =>
  say('listening', { port: (server.server.address() as AddressInfo).port }),
)

async function keep(bytes: Buffer, to: string): Promise<void> {
  const mail = await PostalMime.parse(bytes)
  const text = mail.text ?? ''
  const tells = [...text.matchAll(/Trial (\d+) of round (\d+)\./g)].map(
    ([, study, round]) => `${study}:${round}`,
  )
  const content = createHash('sha256').update(`${mail.subject}\n${text}`).digest('hex')
  const line: Delivery = {
    at: Date.now(),
    to,
    messageId: mail.messageId ?? '',
    content: content.slice(0, 16),
    tells: [...new Set(tells)],
    links: [...text.matchAll(/https?:\/\/[^/\s]+(\/\S+)/g)].map(([, path = '']) => path),
  }
  appendFileSync(journal, `${JSON.stringify(line)}\n`)
}

function answer(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}

function times(name: string): number {
  const count = (seen.get(name) ?? 0) + 1
  seen.set(name, count)
  return count
}

function fraction(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
}

function hangUp({ id }: SMTPServerSession): void {
  for (const connection of server.connections as Iterable<{ id: string; _socket: Socket }>)
    if (connection.id === id) connection._socket.destroy()
}
