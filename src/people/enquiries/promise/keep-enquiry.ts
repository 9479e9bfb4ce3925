import { siteIdIn } from '../../../finder/registry/site-id.ts'
import { hoursBefore, later } from '../../asks/hours.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import { audit } from '../../audit/append.ts'
import type { Tx } from '../../records/model/records.ts'
import { appendEvent, changeHeld } from '../model/change.ts'
import type { Enquiry } from '../model/enquiry.ts'
import type { EventKind } from '../model/events.ts'
import {
  addDeadlines,
  closeDeadlines,
  type DeadlineKind,
  openPromise,
  promisedMoment,
  weeklyFrom,
} from './deadlines.ts'
import { isOver, nextNearestSite, type StudyLookup } from './other-site.ts'
import { remind } from './remind.ts'
import type { ReminderKind } from '../letters/to-site-letter.ts'
import type { SeekerNews } from '../letters/to-seeker-letter.ts'
import type { SeekerWord } from './tell-seeker.ts'
import { untoldChange } from './untold.ts'

/** What deadlines are kept with. */
export interface KeepingParts {
  readonly tx: Tx
  readonly base: PeopleBase
  readonly studyOf: StudyLookup
  readonly now: Date
}

/** An enquiry after what was due for it was done, and what who asked is to be told of it now. */
export interface KeptEnquiry {
  readonly enquiry: Enquiry
  readonly word?: SeekerWord
  /** How many reminders were queued. */
  readonly reminders: number
}

/**
 * Does what is due for an enquiry. Where much is due at once, because nobody looked for long, the site is reminded once, who
 * asked is told once, and what should have followed weeks later follows weeks later.
 */
export async function keepEnquiry(
  parts: KeepingParts,
  enquiry: Enquiry,
  due: ReadonlySet<DeadlineKind>,
): Promise<KeptEnquiry> {
  const planned = await openPromise(parts.tx, enquiry, parts.now)
  // Nothing is owed, or something else than when this was planned.
  if (planned.dueAt === null || planned.dueAt !== enquiry.dueAt) return withWord(parts, planned)
  const isDone = due.has('close') && wasToldLongAgo(enquiry, parts.now)
  const reminded = await remindAll(parts, enquiry, isDone ? noReminder : due)
  const isLate = due.has('tell-seeker') || (reminded.isNobodyThere && isPast(enquiry, parts.now))
  const isEnd = isLate || isDone || due.has('ask-again')
  const reason = endOf(parts, enquiry, { isEnd, isDone })
  if (reason) return closed(parts, reminded, reason)
  if (isLate) return late(parts, reminded)
  if (due.has('ask-again') || due.has('close')) return askedAgain(parts, reminded, due)
  return withWord(parts, reminded.enquiry, reminded.reminders)
}

/** Who is given up is not asked once more. */
const noReminder: ReadonlySet<DeadlineKind> = new Set()

interface Reminded {
  readonly enquiry: Enquiry
  readonly reminders: number
  /** There is nobody at the site, or no mail reaches them. */
  readonly isNobodyThere: boolean
}

/** One mail to those who work at the site, whatever of it is due; and one to who looks after it. */
async function remindAll(
  parts: KeepingParts,
  enquiry: Enquiry,
  due: ReadonlySet<DeadlineKind>,
): Promise<Reminded> {
  const kinds: readonly (ReminderKind | false)[] = [
    due.has('remind-site') && (isPast(enquiry, parts.now) ? 'due' : 'soon'),
    due.has('remind-manager') && 'manager',
    due.has('ask-again') && !due.has('remind-site') && 'again',
  ]
  let after = enquiry
  let reminders = 0
  let isNobodyThere = due.has('remind-site')
  for (const kind of kinds) {
    if (kind === false) continue
    const reached = await remind(parts.tx, parts.base, after, { kind, now: parts.now })
    if (reached === 0) continue
    if (kind !== 'manager') isNobodyThere = false
    reminders += reached
    after = await noteReminder(parts, after, kind, reached)
  }
  return { enquiry: after, reminders, isNobodyThere }
}

async function noteReminder(
  { tx, now }: KeepingParts,
  enquiry: Enquiry,
  kind: ReminderKind,
  people: number,
): Promise<Enquiry> {
  await note(tx, enquiry, { action: 'enquiry.reminded', why: kind, now })
  const event: EventKind = kind === 'manager' ? 'reminded-manager' : 'reminded-site'
  return appendEvent(tx, enquiry, { actor: 'system', kind: event, details: { kind, people } }, now)
}

function note(
  tx: Tx,
  { id }: Enquiry,
  said: {
    readonly action: 'enquiry.reminded' | 'enquiry.closed'
    readonly why: string
    readonly now: Date
  },
): Promise<void> {
  const { action, why, now } = said
  return audit(tx, { at: now, actor: 'system', action, subject: `enquiry/${id}`, details: { why } })
}

/** The promise is past. */
function isPast({ dueAt }: Enquiry, now: Date): boolean {
  return dueAt !== null && dueAt <= now.toISOString()
}

/** Nobody's enquiry is closed before they had the better part of a week to try elsewhere. */
function wasToldLongAgo(enquiry: Enquiry, now: Date): boolean {
  const told = enquiry.events.findLast(
    ({ kind, details }) => kind === 'told-seeker' && lateNews.has(String(details['news'])),
  )
  return told !== undefined && told.at <= hoursBefore(now, 6 * 24)
}

/** Of the promise that is past now. */
function wasToldLate({ events, dueAt }: Enquiry): boolean {
  return events.some(
    ({ kind, at, details }) =>
      kind === 'told-seeker' && lateNews.has(String(details['news'])) && at >= (dueAt ?? ''),
  )
}

const lateNews: ReadonlySet<string> = new Set<SeekerNews['kind']>(['late', 'waiting'])

/** Why an enquiry ends now, if it does. */
type EndReason = 'no-answer' | 'study-over'

function endOf(
  { studyOf }: KeepingParts,
  { study, site }: Enquiry,
  { isEnd, isDone }: { readonly isEnd: boolean; readonly isDone: boolean },
): EndReason | undefined {
  if (isEnd && isOver(studyOf(study), site)) return 'study-over'
  return isDone ? 'no-answer' : undefined
}

async function closed(
  parts: KeepingParts,
  { enquiry, reminders }: Reminded,
  reason: EndReason,
): Promise<KeptEnquiry> {
  const { tx, now } = parts
  const event = { actor: 'system', kind: 'closed', details: { reason } } as const
  const told = await appendEvent(tx, enquiry, event, now)
  const after = await changeHeld(tx, told, { state: 'closed', dueAt: null }, now)
  await note(tx, enquiry, { action: 'enquiry.closed', why: reason, now })
  await closeDeadlines(tx, enquiry.id, now)
  return withWord(parts, after, reminders)
}

/** The site is late: who asked is told, with another site; the weeks of asking again begin now if they should have already. */
async function late(parts: KeepingParts, { enquiry, reminders }: Reminded): Promise<KeptEnquiry> {
  const { tx, now, studyOf } = parts
  // A week's word that had to wait for its day.
  if (wasToldLate(enquiry))
    return { enquiry, reminders, word: { enquiry, news: { kind: 'waiting' } } }
  const protocol = studyOf(enquiry.study)
  const asked = protocol ? await sitesAsked(tx, enquiry) : []
  const other = protocol && nextNearestSite(protocol, enquiry.site, asked)
  await closeDeadlines(tx, enquiry.id, now, ['tell-seeker'])
  const next = enquiry.dueAt === null ? undefined : new Date(enquiry.dueAt)
  if (!next || later(next, 6 * 24) <= now) await beginWeeks(parts, enquiry)
  const news: SeekerNews = { kind: 'late', ...(other && { other }) }
  return {
    enquiry,
    reminders,
    word: { enquiry, news, ...(protocol && other && { other: siteIdIn(protocol, other) }) },
  }
}

async function beginWeeks({ tx, now }: KeepingParts, { id }: Enquiry): Promise<void> {
  await closeDeadlines(tx, id, now, weekly)
  await addDeadlines(tx, id, weeklyFrom(now))
}

/** The other sites of the study that the same person asked. */
async function sitesAsked(tx: Tx, { person, study }: Enquiry): Promise<string[]> {
  const rows = await tx
    .selectFrom('enquiry')
    .select('site')
    .where('person_id', '=', person.id)
    .where('study', '=', study)
    .execute()
  return rows.map(({ site }) => site)
}

/** A week later nothing has changed. Where it should have been closed and was not, it is closed a week from now. */
async function askedAgain(
  { tx, now }: KeepingParts,
  { enquiry, reminders }: Reminded,
  due: ReadonlySet<DeadlineKind>,
): Promise<KeptEnquiry> {
  if (due.has('close')) await addDeadlines(tx, enquiry.id, [{ kind: 'close', at: now }])
  await moveWeeks(tx, enquiry.id, now)
  return { enquiry, reminders, word: { enquiry, news: { kind: 'waiting' } } }
}

/** What comes next comes in a week: it would come sooner where nobody looked when this was due. */
async function moveWeeks(tx: Tx, enquiryId: string, now: Date): Promise<void> {
  const rows = await tx
    .selectFrom('enquiry_deadline')
    .select(['kind', 'due_at'])
    .where('enquiry_id', '=', enquiryId)
    .where('kind', 'in', weekly)
    .where('done_at', 'is', null)
    .orderBy('due_at')
    .execute()
  const [first] = rows
  const missing = first ? later(now, 7 * 24).getTime() - Date.parse(first.due_at) : 0
  if (missing <= dayMs) return
  await closeDeadlines(tx, enquiryId, now, weekly)
  const moved = rows.map(({ kind, due_at }) => ({
    kind,
    at: new Date(Date.parse(due_at) + missing),
  }))
  await addDeadlines(tx, enquiryId, moved)
}

const weekly: readonly DeadlineKind[] = ['ask-again', 'close']
const dayMs = 24 * 3_600_000

/** What changed and was not told yet, if anything. */
async function withWord(
  { tx }: KeepingParts,
  enquiry: Enquiry,
  reminders = 0,
): Promise<KeptEnquiry> {
  const news = untoldChange(enquiry) && (await changeNews(tx, enquiry))
  return { enquiry, reminders, ...(news && { word: { enquiry, news } }) }
}

async function changeNews(tx: Tx, enquiry: Enquiry): Promise<SeekerNews> {
  const last = enquiry.events.findLast(({ kind }) => kind === 'closed')
  if (enquiry.state === 'closed' && last?.actor === 'system')
    return { kind: newsOfEnd(String(last.details['reason'])) }
  const isFirst = !enquiry.events.some(
    ({ kind, actor }) => kind === 'told-seeker' || actor === 'site',
  )
  const by = isFirst ? await promisedMoment(tx, enquiry) : undefined
  if (!by) return { kind: 'change' }
  return { kind: enquiry.route === 'desk' ? 'sent' : 'introduced', by }
}

/** Nobody answered; nobody is taken any more; or the site could not be reached in the first place. */
function newsOfEnd(reason: string): 'ended' | 'over' | 'unsent' {
  if (reason === 'no-answer') return 'ended'
  return over.has(reason) ? 'over' : 'unsent'
}

const over: ReadonlySet<string> = new Set(['study-over', 'study-closed', 'site-closed'])
