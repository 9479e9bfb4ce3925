import { hostOf, pageUrl, type PeopleBase } from '../asks/people-base.ts'
import { queueLetter } from '../mail/outbox/queue.ts'
import { streams } from '../mail/outbox/streams.ts'
import type { Records, Tx } from '../records/model/records.ts'
import { type Person, personById } from '../records/persons.ts'
import { restUntilMore } from './deliver/due-watches.ts'
import { freed, switchOff } from './deliver/switch-off.ts'
import { type ToldStudy, watchLetter } from './letters/watch-letter.ts'
import { mailMark, watchEvents } from './make.ts'
import type { Watch, WatchEvent } from './model/watch.ts'
import { watchStopLink } from './model/watch-links.ts'

/** What mail of subscriptions is made with. */
export interface MailNoticeOptions extends Pick<PeopleBase, 'baseUrl' | 'newId'> {
  /** What a mail says of a study, where it says more than its number. */
  readonly say: (nctId: string, language: 'en' | 'fr') => ToldStudy['whole']
}

/** Each address gets one mail of each of its subscriptions within so many hours: what is found meanwhile waits for the next. */
const restHours = 20

/** Events of one mail at most; what is beyond comes in the next. */
const mostEvents = 2000

/**
 * Puts what a watch found into the outbox, in one mail and one transaction with the note that it is told: so it is told once, and what
 * becomes of it is the outbox's. Answers whether there was anything.
 */
export async function mailNotice(
  records: Records,
  watch: Watch,
  { now, holder, ...options }: MailNoticeOptions & { readonly now: Date; readonly holder: string },
): Promise<boolean> {
  if (watch.events === watch.told) {
    await restUntilMore(records, watch.id, holder)
    return false
  }
  const bounds = { from: watch.told + 1, to: watch.events, most: mostEvents }
  const events = await watchEvents(records.db, watch.id, bounds)
  return records.write(async (tx) => {
    const held = await tx
      .updateTable('watch')
      .set({ lease_holder: holder })
      .where('id', '=', watch.id)
      .where('lease_holder', '=', holder)
      .where('state', '=', 'active')
      .returning(['person_id', 'told'])
      .executeTakeFirst()
    if (!held || Number(held.told) !== watch.told) return false
    const person =
      held.person_id === null ? undefined : await personById(tx, records.keys, held.person_id)
    const last = events.at(-1)
    if (!person || !last) {
      await switchOff(tx, watch.id, 'no-mail', now)
      return false
    }
    if (!(await queue(tx, records, { watch, events, last, person }, { ...options, now }))) {
      await switchOff(tx, watch.id, 'no-mail', now)
      return false
    }
    await tx
      .updateTable('watch')
      .set({
        told: last.number,
        outcome: 'taken',
        due_at: new Date(now.getTime() + restHours * 3_600_000).toISOString(),
        ...freed,
      })
      .where('id', '=', watch.id)
      .execute()
    return true
  })
}

interface Told {
  readonly watch: Watch
  readonly events: readonly WatchEvent[]
  readonly last: WatchEvent
  readonly person: Person
}

/** Answers whether its reader may be mailed. */
async function queue(
  tx: Tx,
  { keys }: Records,
  { watch, events, last, person }: Told,
  options: MailNoticeOptions & { readonly now: Date },
): Promise<boolean> {
  const { language } = person
  const studies = [...new Map(events.map((event) => [event.nctId, event])).values()]
  const { content, mostEvents: most } = watch.terms
  const named = content === 'empty' ? [] : studies.slice(0, most)
  const queued = await queueLetter(tx, keys, {
    id: options.newId(),
    person,
    domain: person.address().split('@').at(-1) ?? '',
    stream: streams.watch,
    messageId: `${mailMark(watch.id)}${last.number}@${hostOf(options)}>`,
    letter: watchLetter({
      language,
      studies: named.map(({ nctId, kind }) => {
        const whole = content === 'full-resource' ? options.say(nctId, language) : undefined
        const url = pageUrl(options, language, `/studies/${nctId}`)
        return { nctId, kind, url, ...(whole && { whole }) }
      }),
      total: studies.length,
      stopUrl: pageUrl(options, language, `/subscriptions/stop/${watchStopLink(keys, watch.id)}`),
    }),
    now: options.now,
  })
  return queued !== 'suppressed'
}
