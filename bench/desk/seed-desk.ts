import { createHash, randomUUID } from 'node:crypto'
import { sealDetails } from '../../src/people/enquiries/model/details.ts'
import type { EnquiryState } from '../../src/people/enquiries/model/enquiry.ts'
import type { Records } from '../../src/people/records/model/records.ts'
import { insertRows } from '../../src/people/records/model/rows.ts'
import { seal } from '../../src/people/records/model/seal.ts'
import type { Tables } from '../../src/people/records/model/tables.ts'
import { siteId } from '../../src/finder/registry/site-id.ts'
import { parentsWords } from '../../src/testing/test-enquiries.ts'

/** How much is put on how many desks of one study. */
export interface DeskPlan {
  readonly study: string
  readonly enquiries: number
  readonly sites: number
  readonly now: Date
}

/** The sites of the bench, by their number. */
export function benchSite(number: number) {
  const label = { facility: `Hospital ${number}`, city: `Town ${number % 40}`, country: 'France' }
  return { label, site: siteId(label) }
}

/** Of ten enquiries, where they stand: most have ended, as on the desk of a study that has run for years. */
const states: readonly EnquiryState[] = [
  'sent',
  'seen',
  'contacted',
  'invited',
  'not-reached',
  'joined',
  'not-eligible',
  'not-eligible',
  'declined',
  'closed',
]

interface Rows {
  readonly person: Tables['person'][]
  readonly enquiry: Tables['enquiry'][]
  readonly enquiry_event: Tables['enquiry_event'][]
}

/** Fills the records with enquiries of one person each; answers their ids. */
export async function seedDesk(records: Records, plan: DeskPlan): Promise<readonly string[]> {
  const ids: string[] = []
  for (let from = 0; from < plan.enquiries; from += batch) {
    const rows: Rows = { person: [], enquiry: [], enquiry_event: [] }
    for (let at = from; at < Math.min(from + batch, plan.enquiries); at++)
      ids.push(addRows(rows, records, plan, at))
    await records.writeLightly(async (tx) => {
      await insertRows(tx, 'person', rows.person)
      await insertRows(tx, 'enquiry', rows.enquiry)
      await insertRows(tx, 'enquiry_event', rows.enquiry_event)
    })
  }
  return ids
}

const batch = 2_000

function addRows(rows: Rows, { keys }: Records, plan: DeskPlan, at: number): string {
  const person = randomUUID()
  const key = new Uint8Array(createHash('sha256').update(`person ${at}`).digest())
  const { version, wrapped } = keys.wrap(person, key)
  const asked = new Date(plan.now.getTime() - (at % 700) * 12 * hourMs)
  rows.person.push({
    id: person,
    lookup: keys.lookupOf(`person${at}@example.org`),
    key_version: version,
    wrapped_key: wrapped,
    address_sealed: seal(key, `person.address/${person}`, Buffer.from(`person${at}@example.org`)),
    language: 'fr',
    names_topic: 0,
    created_at: asked.toISOString(),
    confirmed_at: asked.toISOString(),
  })
  const enquiry = enquiryRow(plan, at, { id: person, key }, asked)
  rows.enquiry.push(enquiry)
  for (const [index, kind] of ['sent', 'confirmed', 'seen', 'contacted'].entries())
    rows.enquiry_event.push({
      enquiry_id: enquiry.id,
      seq: index + 1,
      at: asked.toISOString(),
      actor: index < 2 ? 'seeker' : 'site',
      account_id: null,
      kind,
      details: '{}',
      text_sealed: null,
    })
  return enquiry.id
}

/** A case number of six of the signs that case numbers are made of. */
export function caseNumber(at: number): string {
  const signs = (at + 6 ** 6).toString(6).slice(-6)
  return `TW-${signs.replace(/\d/g, (sign) => '23456789'[Number(sign)] ?? '9')}`
}

const hourMs = 3_600_000

function enquiryRow(
  { study, sites, now }: DeskPlan,
  at: number,
  person: { readonly id: string; readonly key: Uint8Array },
  asked: Date,
): Tables['enquiry'] {
  const id = randomUUID()
  const { label, site } = benchSite(at % sites)
  const state = states[Math.floor(at / sites) % states.length] ?? 'sent'
  const isOwed = ['sent', 'seen', 'invited'].includes(state)
  const due = new Date(now.getTime() + ((at % 97) - 20) * hourMs).toISOString()
  return {
    id,
    case_number: caseNumber(at),
    person_id: person.id,
    study,
    site,
    site_label: JSON.stringify(label),
    route: 'desk',
    form_key: `form ${at}`,
    form_hash: `form ${at}`,
    language: 'fr',
    asked_at: asked.toISOString(),
    confirmed_at: asked.toISOString(),
    consent_version: '1',
    consent_hash: 'hash',
    details_sealed: sealDetails(person, id, {
      ...parentsWords,
      age: `${at % 17} years`,
      message: `${'Notre enfant a de la fièvre depuis six jours. '.repeat(1 + (at % 30))}${at}`,
      answers: Array.from({ length: 14 }, (_, index) => ({
        criterion: `Criterion ${index} in the words of the study, as the team wrote it`,
        kind: 'inclusion' as const,
        said: 'yes',
        reading: index % 4 === 0 ? ('unknown' as const) : ('met' as const),
      })),
    }),
    state,
    state_at: asked.toISOString(),
    answered_at: null,
    promised_at: due,
    due_at: isOwed ? due : null,
    seeker_told_at: null,
    has_news: 0,
    taken_by: null,
    taken_at: null,
    closed_at: null,
    keep_days: 365,
    keep_until: new Date(now.getTime() + 365 * 24 * hourMs).toISOString(),
    version: 1,
  }
}
