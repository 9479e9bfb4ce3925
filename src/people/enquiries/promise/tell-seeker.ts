import { type PeopleBase, pageUrl } from '../../asks/people-base.ts'
import { audit } from '../../audit/append.ts'
import { queueLetter } from '../../mail/outbox/queue.ts'
import { streams } from '../../mail/outbox/streams.ts'
import type { Tx } from '../../records/model/records.ts'
import { type SeekerNews, severalLetter, toSeekerLetter } from '../letters/to-seeker-letter.ts'
import type { LetterFacts } from '../letters/letter-facts.ts'
import { appendEvent, changeHeld } from '../model/change.ts'
import type { Enquiry } from '../model/enquiry.ts'
import { seekerLink } from '../model/links.ts'
import { enquiryMail, noteAbout } from '../model/mails.ts'

/** What one who asked is told of one of their enquiries. */
export interface SeekerWord {
  readonly enquiry: Enquiry
  readonly news: SeekerNews
  /** The id of another site that they could ask. */
  readonly other?: string
}

/** Mails who asked, once for all their enquiries that have news, and notes it with each. */
export async function tellSeeker(
  tx: Tx,
  base: PeopleBase,
  words: readonly SeekerWord[],
  now: Date,
): Promise<void> {
  const [first] = words
  if (!first) return
  const mail = enquiryMail(
    base,
    {
      enquiryId: first.enquiry.id,
      person: first.enquiry.person,
      stream: streams.enquiry,
      // The same moment of an enquiry is told once.
      what: `told.${first.enquiry.events.length}`,
      letter: letterOf(base, words),
    },
    now,
  )
  const queued = await queueLetter(tx, base.records.keys, mail)
  for (const word of words) {
    if (queued !== 'known') await noteAbout(tx, word.enquiry.id, mail.id)
    await noteTold(tx, word, now)
  }
}

function letterOf(base: PeopleBase, words: readonly SeekerWord[]) {
  const items = words.map(({ enquiry, news }) => ({ facts: factsOf(base, enquiry), news }))
  const [first] = items
  if (!first) throw new Error('a letter needs something to say')
  if (items.length === 1) return toSeekerLetter(first.facts, first.news)
  return severalLetter(first.facts.language, items)
}

function factsOf(base: PeopleBase, enquiry: Enquiry): LetterFacts {
  const { language, caseNumber, siteLabel: site, route } = enquiry
  const link = seekerLink(base.records.keys, enquiry.id)
  const url = pageUrl(base, language, `/enquiries/${link}`)
  return { language, caseNumber, site, url, isIntroduced: route === 'introduction' }
}

async function noteTold(tx: Tx, { enquiry, news, other }: SeekerWord, now: Date): Promise<void> {
  const system = { actor: 'system' } as const
  const told = { ...system, kind: 'told-seeker', details: { news: news.kind } } as const
  let after = await appendEvent(tx, enquiry, told, now)
  if (other) {
    const offered = { ...system, kind: 'offered-other', details: { site: other } } as const
    after = await appendEvent(tx, after, offered, now)
  }
  await changeHeld(tx, after, { seekerToldAt: now.toISOString() }, now)
  await audit(tx, {
    at: now,
    actor: 'system',
    action: 'enquiry.told',
    subject: `enquiry/${enquiry.id}`,
    details: { why: news.kind },
  })
}
