import { deskRoles, type DeskPlace } from '../../../people/accounts/model/actor.ts'
import { hostOf, type PeopleBase, pageUrl } from '../../../people/asks/people-base.ts'
import { queueLetter } from '../../../people/mail/outbox/queue.ts'
import { streams } from '../../../people/mail/outbox/streams.ts'
import { readMailAddress } from '../../../people/records/address.ts'
import { eachByItself } from '../../../people/records/each-by-itself.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import { personById } from '../../../people/records/persons.ts'
import { deskDayOf } from './desk-day.ts'
import { deskDayLetter } from './desk-day-letter.ts'
import { deskMailStopLink, isDeskMailStopped } from './desk-mail-setting.ts'

/**
 * Mails each who has the desk of a study that is run here how much waits there: between seven and ten in the morning by the clocks
 * of their site, once for each of its days, and only where something waits. Answers how many mails. Throws, when all others are
 * dealt with, what stood in the way of one.
 */
export async function mailDeskDay(
  base: PeopleBase,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  let mailed = 0
  await eachByItself(
    await holdersInTheMorning(base, now),
    async (holder) => {
      if (await mailTo(base, holder, now)) mailed += 1
    },
    signal,
  )
  return mailed
}

const firstHour = 7
const lastHour = 9

interface Holder {
  readonly personId: string
  readonly places: readonly DeskPlace[]
  /** The same for all that is mailed on one day of theirs. */
  readonly messageId: string
}

/** Who may be mailed now and was not today. Four reads, whatever their number. */
async function holdersInTheMorning(base: PeopleBase, now: Date): Promise<readonly Holder[]> {
  const { db } = base.records
  const rows = await db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .innerJoin('study_run', 'study_run.study', 'account_role.study')
    .select(['account.person_id', 'account_role.study', 'account_role.site'])
    .where('account.closed_at', 'is', null)
    .where('account_role.ended_at', 'is', null)
    .where('account_role.role', 'in', deskRoles)
    .orderBy('account_role.given_at')
    .orderBy('account_role.id')
    .execute()
  if (rows.length === 0) return []
  const zoneOf = await clocks(db)
  const holders = [...Map.groupBy(rows, ({ person_id }) => person_id)].flatMap(
    ([personId, held]): readonly Holder[] => {
      const places = held.flatMap(({ study, site }) => (study === null ? [] : [{ study, site }]))
      const day = places[0] && morningOf(zoneOf(places[0]), now)
      const messageId = `<desk.${day}.${personId}@${hostOf(base)}>`
      return day === undefined ? [] : [{ personId, places, messageId }]
    },
  )
  const mailed = await mailedAlready(db, holders)
  return holders.filter(({ messageId }) => !mailed.has(messageId))
}

/** By whose clocks a place lives: those of the site, or of the study where somebody has all of its sites. */
async function clocks(db: Reader): Promise<(place: DeskPlace) => string> {
  const [runs, sites] = await Promise.all([
    db.selectFrom('study_run').select(['study', 'time_zone']).execute(),
    db.selectFrom('study_site').select(['study', 'site', 'time_zone']).execute(),
  ])
  const zones = new Map([
    ...runs.map(({ study, time_zone }) => [study, time_zone] as const),
    ...sites.map(({ study, site, time_zone }) => [`${study} ${site}`, time_zone] as const),
  ])
  return ({ study, site }) => zones.get(`${study} ${site}`) ?? zones.get(study) ?? 'UTC'
}

/** The day there, if it is morning. */
function morningOf(timeZone: string, now: Date): string | undefined {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const isMorning = there.hour >= firstHour && there.hour <= lastHour
  return isMorning ? there.toPlainDate().toString() : undefined
}

async function mailedAlready(db: Reader, holders: readonly Holder[]): Promise<ReadonlySet<string>> {
  if (holders.length === 0) return new Set()
  const ids = holders.map(({ messageId }) => messageId)
  const rows = await db
    .selectFrom('mail')
    .select('message_id')
    .where('message_id', 'in', ids)
    .execute()
  return new Set(rows.map(({ message_id }) => message_id))
}

async function mailTo(
  base: PeopleBase,
  { personId, places, messageId }: Holder,
  now: Date,
): Promise<boolean> {
  const { db, keys } = base.records
  if (await isDeskMailStopped(db, personId)) return false
  const days = await deskDayOf(db, places, now)
  if (days.length === 0) return false
  return base.records.write(async (tx) => {
    const person = await personById(tx, keys, personId)
    const address = person && readMailAddress(person.address())
    if (!address) return false
    const letter = deskDayLetter(person.language, days, {
      url: pageUrl(base, person.language, '/desk/today'),
      stopUrl: pageUrl(
        base,
        person.language,
        `/desk/mail/stop/${deskMailStopLink(keys, personId)}`,
      ),
    })
    const { domain } = address
    const stream = streams.desk
    const mail = { id: base.newId(), person, domain, stream, messageId, letter, now }
    return (await queueLetter(tx, keys, mail)) === 'queued'
  })
}
