import type { Selectable } from 'kysely'
import type { Keys } from '../../records/model/keys.ts'
import type { Tables } from '../../records/model/tables.ts'
import { type PersonRow, personColumns, personOf } from '../../records/persons.ts'
import { type EnquiryDetails, openDetails } from '../model/details.ts'
import { readSiteLabel, type SiteLabel } from '../model/enquiry.ts'

/** One enquiry as a desk lists it, opened. */
export interface DeskRow {
  readonly id: string
  readonly caseNumber: string
  readonly study: string
  readonly site: string
  readonly siteLabel: SiteLabel
  readonly language: 'en' | 'fr'
  readonly state: Tables['enquiry']['state']
  /** Since when; times are ISO in UTC. */
  readonly stateAt: string
  readonly askedAt: string
  readonly answeredAt: string | null
  readonly dueAt: string | null
  readonly hasNews: boolean
  /** The account that works on it. */
  readonly takenBy: string | null
  readonly details: EnquiryDetails
}

/** What of an enquiry and its person `deskRowOf` needs; the id of the person is `id`, as `personOf` wants it. */
export const deskColumns = [
  'enquiry.id as enquiry_id',
  'enquiry.case_number',
  'enquiry.study',
  'enquiry.site',
  'enquiry.site_label',
  'enquiry.language as asked_language',
  'enquiry.state',
  'enquiry.state_at',
  'enquiry.asked_at',
  'enquiry.answered_at',
  'enquiry.due_at',
  'enquiry.has_news',
  'enquiry.taken_by',
  'enquiry.details_sealed',
  ...personColumns,
] as const

type EnquiryRow = Selectable<Tables['enquiry']>

interface Selected
  extends
    PersonRow,
    Pick<
      EnquiryRow,
      | 'case_number'
      | 'study'
      | 'site'
      | 'site_label'
      | 'state'
      | 'state_at'
      | 'asked_at'
      | 'answered_at'
      | 'due_at'
      | 'has_news'
      | 'taken_by'
      | 'details_sealed'
    > {
  readonly enquiry_id: string
  readonly asked_language: EnquiryRow['language']
}

/** Opens a row that was selected with `deskColumns`. Throws as `openDetails` does. */
export function deskRowOf(row: Selected, keys: Keys): DeskRow {
  return {
    id: row.enquiry_id,
    caseNumber: row.case_number,
    study: row.study,
    site: row.site,
    siteLabel: readSiteLabel(row.site_label),
    language: row.asked_language,
    state: row.state,
    stateAt: row.state_at,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    dueAt: row.due_at,
    hasNews: row.has_news === 1,
    takenBy: row.taken_by,
    details: openDetails(personOf(row, keys), row.enquiry_id, row.details_sealed),
  }
}
