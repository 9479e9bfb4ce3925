import { existsSync, readFileSync } from 'node:fs'
import { type Child, startChild } from './child.ts'
import type { Delivery, SinkOrders } from './children/sink.ts'

/** A mail server in a process of its own, whose journal outlives it. */
export interface Sink {
  readonly port: number
  readonly child: Child
  /** Everything it took so far. */
  deliveries(): readonly Delivery[]
  stop(): Promise<void>
}

export async function startSink(orders: SinkOrders): Promise<Sink> {
  const child = startChild('sink.ts', orders, { longestMs: 3_600_000 })
  const { port } = await child.hears('listening')
  return {
    port: Number(port),
    child,
    deliveries: () => readDeliveries(orders.journal),
    stop: async () => {
      child.kill()
      await child.ended
    },
  }
}

export function readDeliveries(journal: string): readonly Delivery[] {
  if (!existsSync(journal)) return []
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as Delivery)
}

/** The settings of a server that sends to a mail server on this machine, as fast as it can. */
export function mailTo(sink: Sink): Readonly<Record<string, string>> {
  return {
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'Trialway <alerts@trialway.example>',
    MAIL_PER_SECOND: '0',
    MAIL_PER_SECOND_PER_DOMAIN: '0',
    MAIL_ASKED_PER_MINUTE: '0',
    MAIL_ASKED_PER_MINUTE_PER_DOMAIN: '0',
  }
}
