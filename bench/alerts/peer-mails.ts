import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

/** What nodemailer's own pool sends of mails that are ready, with no queue, seal or database. */
export interface PeerMails {
  readonly mails: number
  readonly seconds: number
  readonly bytesEach: number
}

/** Sends mails that were kept, over and over, through a pool of connections. */
export async function sendBare(
  port: number,
  kept: string,
  { mails, connections }: { readonly mails: number; readonly connections: number },
): Promise<PeerMails> {
  const ready = readdirSync(kept).map((name) => readFileSync(join(kept, name)))
  if (ready.length === 0) throw new Error('no mail was kept')
  const pool = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
  })
  let next = 0
  let bytes = 0
  const lane = async (): Promise<void> => {
    while (next < mails) {
      const raw = ready[next++ % ready.length] as Buffer
      bytes += raw.length
      const envelope = { from: 'alerts@trialway.example.org', to: `person${next}@example.org` }
      await pool.sendMail({ envelope, raw })
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: connections * 2 }, lane))
  const seconds = (performance.now() - began) / 1000
  pool.close()
  return { mails, seconds, bytesEach: bytes / mails }
}
