import type { SendOutcome } from '../outbox/outcome.ts'
import type { OutgoingMail } from '../outbox/taken-mail.ts'

/** The way out: a mail server, or files. */
export interface Post {
  readonly kind: 'smtp' | 'files'
  /** How many connections are worth opening at once. */
  readonly connections: number
  openConnection(): PostConnection
}

/** One connection, which sends one mail after the other. */
export interface PostConnection {
  /**
   * Never throws for what a mail server says or does. `handOver` is waited for once everything is ready,
   * right before the letter itself goes over.
   */
  send(mail: OutgoingMail, handOver: () => Promise<void>): Promise<SendOutcome>
  close(): Promise<void>
}
