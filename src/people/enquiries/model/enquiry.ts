import type { Selectable } from 'kysely'
import { z } from 'zod'
import { isPostgres } from '../../records/model/dialect.ts'
import type { EnquiryTables } from '../../records/model/enquiry-tables.ts'
import type { Keys } from '../../records/model/keys.ts'
import type { Reader, Tx } from '../../records/model/records.ts'
import { type Person, personById } from '../../records/persons.ts'
import { type EnquiryDetails, openDetails } from './details.ts'
import { type EnquiryEvent, openEvent } from './events.ts'

/** Where an enquiry stands. `asked`: its owner has not confirmed it, and nothing went to the site. */
export type EnquiryState = EnquiryTables['enquiry']['state']

/** How a site hears of it: `desk`, it is here; `introduction`, the address that the registry names is written to. */
export type EnquiryRoute = EnquiryTables['enquiry']['route']

/** A site as the record named and placed it when it was asked: its working days are counted by where it is. */
export interface SiteLabel {
  readonly facility?: string
  readonly city?: string
  readonly state?: string
  readonly zip?: string
  readonly country?: string
  readonly geoPoint?: { readonly lat: number; readonly lon: number }
}

/** What one person asked one site of one study, opened. Moments are ISO in UTC. */
export interface Enquiry {
  readonly id: string
  readonly caseNumber: string
  /** Who asked, with the key that opens all that was said. */
  readonly person: Person
  readonly study: string
  /** `siteId` of the site. */
  readonly site: string
  readonly siteLabel: SiteLabel
  readonly route: EnquiryRoute
  readonly language: 'en' | 'fr'
  readonly askedAt: string
  readonly confirmedAt: string | null
  readonly consent: { readonly version: string; readonly hash: string }
  readonly details: EnquiryDetails
  readonly state: EnquiryState
  readonly stateAt: string
  readonly answeredAt: string | null
  readonly dueAt: string | null
  readonly seekerToldAt: string | null
  readonly hasNews: boolean
  readonly takenBy: string | null
  readonly takenAt: string | null
  readonly closedAt: string | null
  readonly keepDays: number
  readonly keepUntil: string
  readonly version: number
  /** In the order in which they happened. */
  readonly events: readonly EnquiryEvent[]
}

/** States after which nothing more is owed to who asked. */
const ended: ReadonlySet<EnquiryState> = new Set([
  'joined',
  'not-eligible',
  'declined',
  'passed',
  'closed',
])

/** Whether an enquiry came to its end: nobody owes anybody an answer. */
export function hasEnded({ state }: Pick<Enquiry, 'state'>): boolean {
  return ended.has(state)
}

/**
 * An enquiry with all that happened to it; undefined once it is gone. Within a transaction nobody else changes it until that
 * ends. Throws where what is sealed does not open.
 */
export async function readEnquiry(
  db: Reader | Tx,
  keys: Keys,
  id: string,
): Promise<Enquiry | undefined> {
  const row = await db
    .selectFrom('enquiry')
    .selectAll()
    .where('id', '=', id)
    .$if(db.isTransaction && isPostgres(db), (query) => query.forUpdate())
    .executeTakeFirst()
  const person = row && (await personById(db, keys, row.person_id))
  if (!row || !person) return undefined
  const events = await db
    .selectFrom('enquiry_event')
    .selectAll()
    .where('enquiry_id', '=', id)
    .orderBy('seq')
    .execute()
  return enquiryOf(
    row,
    person,
    events.map((event) => openEvent(person, event)),
  )
}

/** An enquiry from its row, for work on many. Throws where what is sealed does not open. */
export function enquiryOf(
  row: Selectable<EnquiryTables['enquiry']>,
  person: Person,
  events: readonly EnquiryEvent[] = [],
): Enquiry {
  return {
    id: row.id,
    caseNumber: row.case_number,
    person,
    study: row.study,
    site: row.site,
    siteLabel: readSiteLabel(row.site_label),
    route: row.route,
    language: row.language,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    consent: { version: row.consent_version, hash: row.consent_hash },
    details: openDetails(person, row.id, row.details_sealed),
    state: row.state,
    stateAt: row.state_at,
    answeredAt: row.answered_at,
    dueAt: row.due_at,
    seekerToldAt: row.seeker_told_at,
    hasNews: row.has_news === 1,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    closedAt: row.closed_at,
    keepDays: row.keep_days,
    keepUntil: row.keep_until,
    version: row.version,
    events,
  }
}

/** The label of a site as its row has it. Throws for what is no label. */
export function readSiteLabel(json: string): SiteLabel {
  return labelShape.parse(JSON.parse(json))
}

const labelShape: z.ZodType<SiteLabel> = z.object({
  facility: z.string().exactOptional(),
  city: z.string().exactOptional(),
  state: z.string().exactOptional(),
  zip: z.string().exactOptional(),
  country: z.string().exactOptional(),
  geoPoint: z.object({ lat: z.number(), lon: z.number() }).exactOptional(),
})
