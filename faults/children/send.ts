import { randomUUID } from 'node:crypto'
import { openSmtpPost } from '../../src/people/mail/delivery/smtp-post.ts'
import { sendDue } from '../../src/people/mail/delivery/sender.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { clockAhead, ordersOf, say } from './orders.ts'

// Sends what is due, as `trialway mail send` does.

export interface SendOrders {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly port: number
  readonly holder: string
  readonly aheadMs?: number
  readonly connections?: number
  readonly lingerMs?: number
  readonly requireTLS?: boolean
  readonly perSecondPerDomain?: number
}

const orders = ordersOf<SendOrders>()
const { dataDir, databaseUrl, port, holder, aheadMs = 0, requireTLS = false } = orders
const records = await openRecords({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) })
const post = openSmtpPost({
  host: '127.0.0.1',
  port,
  secure: false,
  requireTLS,
  sender: { from: 'Trialway <alerts@trialway.example>', host: 'trialway.example' },
  connections: orders.connections ?? 4,
})
say('ready')
const counts = await sendDue(records, post, {
  holder,
  now: clockAhead(aheadMs),
  random: Math.random,
  newId: randomUUID,
  pace: { perSecond: 0, perSecondPerDomain: orders.perSecondPerDomain ?? 0 },
  lingerMs: orders.lingerMs ?? 0,
  onRelayDown: (code, until) => say('relay-down', { code, until }),
})
say('counts', counts)
await records.close()
