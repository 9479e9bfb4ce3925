import { type PeopleBase, pageUrl } from '../../asks/people-base.ts'
import { streams } from '../../mail/outbox/streams.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import type { Tx } from '../../records/model/records.ts'
import type { Person } from '../../records/persons.ts'
import type { LetterFacts } from '../letters/letter-facts.ts'
import {
  type ReminderKind,
  reminderLetter,
  siteNewsLetter,
  toSiteLetter,
} from '../letters/to-site-letter.ts'
import type { Enquiry } from '../model/enquiry.ts'
import { queueAboutEnquiry } from '../model/mails.ts'
import { promisedMoment } from './deadlines.ts'
import { peopleOfSite, type SiteGroup } from './site-people.ts'

/**
 * Tells the people of a site that somebody asks them (`new`), or that a seeker added something (`news`): case number and
 * link alone. Answers how many can be reached: nobody where their mail came back, or nobody is there.
 */
export async function tellSite(
  tx: Tx,
  base: PeopleBase,
  enquiry: Enquiry,
  { kind, now }: { readonly kind: 'new' | 'news'; readonly now: Date },
): Promise<number> {
  const people = await peopleOfSite(tx, base.records.keys, enquiry, 'work')
  const by = await promisedMoment(tx, enquiry)
  const mail = {
    // The same event is told once.
    what: `${kind}.${enquiry.events.length}`,
    letter: (facts: LetterFacts) =>
      kind === 'new' && by ? toSiteLetter(facts, by) : siteNewsLetter(facts),
  }
  return mailSome(tx, base, { enquiry, people, ...mail }, now)
}

/** Reminds of an answer that is owed; answers how many can be reached. */
export async function remind(
  tx: Tx,
  base: PeopleBase,
  enquiry: Enquiry,
  { kind, now }: { readonly kind: ReminderKind; readonly now: Date },
): Promise<number> {
  const by = await promisedMoment(tx, enquiry)
  if (!by) return 0
  const people = await peopleOfSite(tx, base.records.keys, enquiry, reminded[kind])
  const mail = {
    what: `${kind}.${enquiry.events.length}`,
    letter: (facts: LetterFacts) => reminderLetter(facts, kind, by),
  }
  return mailSome(tx, base, { enquiry, people, ...mail }, now)
}

const reminded: Readonly<Record<ReminderKind, SiteGroup>> = {
  soon: 'work',
  due: 'work',
  manager: 'managers',
  again: 'all',
}

interface SiteMail {
  readonly enquiry: Enquiry
  readonly people: readonly Person[]
  readonly what: string
  readonly letter: (facts: LetterFacts) => Letter
}

async function mailSome(
  tx: Tx,
  base: PeopleBase,
  { enquiry, people, what, letter }: SiteMail,
  now: Date,
): Promise<number> {
  let reached = 0
  for (const person of people) {
    const { language } = person
    const url = pageUrl(base, language, `/desk/enquiries/${enquiry.id}`)
    const { caseNumber, siteLabel: site } = enquiry
    const mail = {
      enquiryId: enquiry.id,
      person,
      stream: streams.enquiry,
      what,
      letter: letter({ language, caseNumber, site, url }),
    }
    if ((await queueAboutEnquiry(tx, base, mail, now)) !== 'suppressed') reached++
  }
  return reached
}
