import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { openPost } from '../../src/people/mail/delivery/open-post.ts'
import { sendDue } from '../../src/people/mail/delivery/sender.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { recordsOptions } from './records-options.ts'

/** What this program sent, until its input ended and nothing was left. */
export interface Sent {
  readonly sent: number
  /** Tried again, failed or no longer wanted. */
  readonly others: number
  readonly cpuSeconds: number
}

const { SMTP_URL: smtpUrl = '', CONNECTIONS: connections = '8' } = process.env
const options = recordsOptions(process.env)
const records = await openRecords(options)
const post = openPost({
  dataDir: options.dataDir,
  baseUrl: 'https://trialway.example.org',
  mailFrom: 'Trialway <alerts@trialway.example.org>',
  mailConnections: Number(connections),
  smtpUrl,
})

let isLast = false
process.stdin.resume()
process.stdin.once('end', () => (isLast = true))
let sent = 0
let others = 0
for (;;) {
  const wasLast = isLast
  const counts = await sendDue(records, post, {
    holder: `bench-${process.pid}`,
    now: () => new Date(),
    random: Math.random,
    newId: randomUUID,
    pace: { perSecond: 0, perSecondPerDomain: 0 },
    lingerMs: 0,
  })
  sent += counts.sent
  others += counts.deferred + counts.failed + counts.gone + counts.suppressed
  if (wasLast && counts.sent === 0) break
  if (counts.sent === 0) await wait(50)
}
await records.close()
const { user, system } = process.cpuUsage()
const answer: Sent = { sent, others, cpuSeconds: (user + system) / 1e6 }
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))
