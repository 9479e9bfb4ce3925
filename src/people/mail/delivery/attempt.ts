import type { SendOutcome } from '../outbox/outcome.ts'
import type { Recheck } from '../outbox/recheck.ts'
import type { TakenMail } from '../outbox/taken-mail.ts'
import type { EndState, SendResult } from '../outbox/write-outcomes.ts'
import { RecordsRefused } from '../../records/model/faults.ts'
import type { Keys } from '../../records/model/keys.ts'
import type { Handover } from './handover-lock.ts'
import type { PostConnection } from './post.ts'

/** What an attempt uses of the outbox. */
export interface AttemptOptions {
  readonly keys: Keys
  readonly recheck: (mail: TakenMail) => Promise<Recheck>
  readonly handover: () => Handover
  readonly writeOutcome: (result: SendResult) => Promise<EndState>
}

/** How an attempt ended. `ended`: it is noted; `answer` is there where a mail server was asked. */
export type Attempted =
  | { readonly kind: 'gone' }
  | { readonly kind: 'relay-down'; readonly code: string | undefined }
  | { readonly kind: 'ended'; readonly state: EndState; readonly answer: SendOutcome | undefined }

/**
 * Sends one mail and notes its outcome. Throws `RecordsRefused` or `RecordsBusy` when the records cannot be read or
 * written; the mail is sent again when its lease is over.
 */
export async function attemptMail(
  mail: TakenMail,
  connection: PostConnection,
  { keys, recheck, handover, writeOutcome }: AttemptOptions,
): Promise<Attempted> {
  const found = await recheck(mail)
  if (found === 'gone') return { kind: 'gone' }
  const passing = handover()
  try {
    const outcome =
      found === 'suppressed'
        ? ({ kind: 'suppressed' } as const)
        : await send(mail, connection, keys, passing)
    if (outcome.kind === 'relay-down') return { kind: 'relay-down', code: outcome.code }
    const state = await writeOutcome({ mail, outcome })
    return { kind: 'ended', state, answer: isAnswer(outcome) ? outcome : undefined }
  } finally {
    passing.end()
  }
}

async function send(
  mail: TakenMail,
  connection: PostConnection,
  keys: Keys,
  { begin }: Handover,
): Promise<SendResult['outcome']> {
  try {
    return await connection.send(mail.open(keys), begin)
  } catch (error) {
    if (error instanceof RecordsRefused) throw error
    // One letter that does not open must not hold up all others; it stays there as failed.
    return { kind: 'unreadable' }
  }
}

function isAnswer(outcome: SendResult['outcome']): outcome is SendOutcome {
  return outcome.kind !== 'suppressed' && outcome.kind !== 'unreadable'
}
