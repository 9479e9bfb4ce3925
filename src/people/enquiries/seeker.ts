import { audit } from '../audit/append.ts'
import type { PeopleBase } from '../asks/people-base.ts'
import type { Tx } from '../records/model/records.ts'
import { appendEvent, changeHeld } from './model/change.ts'
import { answersAfter } from './model/answers-of-check.ts'
import { areDetails, type EnquiryDetails, longestText } from './model/details.ts'
import { type Enquiry, readEnquiry } from './model/enquiry.ts'
import { reachedSite } from './model/reached-site.ts'
import { openDeadlines } from './promise/deadlines.ts'
import { tellSite } from './promise/remind.ts'

/**
 * What became of a word of the seeker. `gone`: the enquiry is no more. `unsent`: it never went to a site. `too-many`: the site
 * reads no more of them. `empty` and `too-long`: nothing was written, or too much.
 */
export type SeekersWord = 'done' | 'gone' | 'unsent' | 'too-many' | 'empty' | 'too-long'

/** Of one enquiry: what a site can read. */
const mostWords = 50
/** Who presses twice says it once. */
const sameWithinMs = 10 * 60_000

/** Adds a note for the site, which is told that there is one; the same note pressed twice is one. */
export async function addNote(
  base: PeopleBase,
  enquiryId: string,
  written: string,
  now: Date,
): Promise<SeekersWord> {
  const text = written.trim()
  if (text === '') return 'empty'
  if (text.length > longestText) return 'too-long'
  return say(base, enquiryId, now, async (tx, enquiry) => {
    const last = enquiry.events.findLast(({ actor }) => actor === 'seeker')
    const isSame = last?.kind === 'note' && last.text === text
    if (isSame && Date.parse(last.at) > now.getTime() - sameWithinMs) return undefined
    await note(tx, enquiry, 'enquiry.noted', now)
    return appendEvent(tx, enquiry, { actor: 'seeker', kind: 'note', text }, now)
  })
}

/** What of an enquiry its seeker may put right; null takes it away. */
export type SeekersCorrection = {
  readonly [Name in 'who' | 'when' | 'contactBy' | 'message']?: EnquiryDetails[Name]
} & {
  readonly [Name in 'name' | 'phone' | 'age' | 'sex' | 'place' | 'answers']?:
    | EnquiryDetails[Name]
    | null
}

/**
 * Puts right what was sent: what stood there before is not kept, and the site is told which parts are new. Answers of the check
 * that rest on an age or a sex that is put right are unknown from then on. Throws for what cannot be kept.
 */
export async function correct(
  base: PeopleBase,
  enquiryId: string,
  correction: SeekersCorrection,
  now: Date,
): Promise<SeekersWord> {
  return say(base, enquiryId, now, async (tx, enquiry) => {
    const details = corrected(enquiry.details, correction)
    const parts = changedParts(enquiry.details, details)
    if (parts.length === 0) return undefined
    const after = await changeHeld(tx, enquiry, { details }, now)
    await note(tx, enquiry, 'enquiry.corrected', now)
    const event = { parts: parts.join(' ') }
    return appendEvent(tx, after, { actor: 'seeker', kind: 'correction', details: event }, now)
  })
}

function corrected(details: EnquiryDetails, correction: SeekersCorrection): EnquiryDetails {
  const after = Object.fromEntries(
    Object.entries({ ...details, ...correction }).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  )
  if (!areDetails(after)) throw new Error('what is put right cannot be kept')
  const { answers } = after
  return answers ? { ...after, answers: answersAfter(answers, details, after) } : after
}

/** The names of what differs, in order. */
function changedParts(before: EnquiryDetails, after: EnquiryDetails): readonly string[] {
  const values = (details: EnquiryDetails): ReadonlyMap<string, string> =>
    new Map(Object.entries(details).map(([name, value]) => [name, JSON.stringify(value)]))
  const [old, now] = [values(before), values(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .toSorted()
}

/** A word of the seeker in one transaction: the site has news, is told by mail, and owes an answer. */
async function say(
  base: PeopleBase,
  enquiryId: string,
  now: Date,
  work: (tx: Tx, enquiry: Enquiry) => Promise<Enquiry | undefined>,
): Promise<SeekersWord> {
  return base.records.write(async (tx) => {
    const enquiry = await readEnquiry(tx, base.records.keys, enquiryId)
    if (!enquiry) return 'gone'
    if (!reachedSite(enquiry)) return 'unsent'
    const said = enquiry.events.filter(
      ({ actor, kind }) => actor === 'seeker' && kind !== 'confirmed',
    )
    if (said.length >= mostWords) return 'too-many'
    const after = await work(tx, enquiry)
    if (!after) return 'done'
    const withNews = await changeHeld(tx, after, { hasNews: true }, now)
    const planned = await openDeadlines(tx, withNews, now)
    // Until somebody looked at what is new, one mail says so.
    if (!enquiry.hasNews) await tellSite(tx, base, planned, { kind: 'news', now })
    return 'done'
  })
}

async function note(
  tx: Tx,
  { id }: Enquiry,
  action: 'enquiry.noted' | 'enquiry.corrected',
  now: Date,
): Promise<void> {
  await audit(tx, { at: now, actor: 'person', action, subject: `enquiry/${id}` })
}
