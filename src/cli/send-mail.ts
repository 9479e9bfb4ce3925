import { randomUUID } from 'node:crypto'
import type { Config } from '../app/config/config.ts'
import { answerAsks } from '../people/asks/asks.ts'
import { askTakers } from '../app/ask-takers.ts'
import { peopleBaseOf } from '../app/people-base.ts'
import { MailRefused, openPost } from '../people/mail/delivery/open-post.ts'
import type { Post } from '../people/mail/delivery/post.ts'
import { type SendCounts, sendDue } from '../people/mail/delivery/sender.ts'
import type { Records } from '../people/records/model/records.ts'
import { paceOf } from '../app/recurring-work.ts'
import { Failure } from './outcome.ts'
import type { Terminal } from './terminal.ts'

/** How long a command waits for a mail whose turn is not yet, before it ends. */
const lingerMs = 5000

/** Deals with what visitors asked, and sends what is due, from a command. Throws `Failure` where the settings name a way out that cannot be used. */
export async function sendMail(
  config: Config,
  records: Records,
  { now, signal }: Pick<Terminal, 'now' | 'signal'>,
): Promise<SendCounts> {
  const post = openPostOf(config)
  await answerAsks(peopleBaseOf(config, records), askTakers, now())
  return sendDue(records, post, {
    holder: `command-${randomUUID()}`,
    now,
    random: Math.random,
    newId: randomUUID,
    pace: paceOf(config),
    signal,
    lingerMs,
  })
}

/** The way out that the settings name. Throws `Failure`, which says what to do, where it cannot be used. */
export function openPostOf(config: Config): Post {
  try {
    return openPost(config)
  } catch (error) {
    if (error instanceof MailRefused) throw new Failure(error.message)
    throw error
  }
}
