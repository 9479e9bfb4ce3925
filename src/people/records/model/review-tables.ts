/** The tables of what is asked, checked, classed and reminded of in a study. Times and ids as in `Tables`. */
export interface ReviewTables {
  query: QueryTable
  query_event: QueryEventTable
  source_check: SourceCheckTable
  deviation: DeviationTable
  safety_told: SafetyToldTable
}

/** A question about what was recorded (ODM states). */
interface QueryTable {
  id: string
  study: string
  site: string
  participant_id: string
  fact_id: string | null
  item: string | null
  visit: string | null
  rule: string | null
  state: 'candidate' | 'open' | 'answered' | 'closed' | 'cancelled' | 'resolved'
  opened_at: string
  opened_by: string | null
  opened_role: string
  version: number
}

/** What was asked and answered in a query. */
interface QueryEventTable {
  query_id: string
  seq: number
  at: string
  account_id: string | null
  role: string
  kind: string
  text_sealed: Uint8Array | null
}

/** A value that a monitor compared with its source; void where it was corrected since. */
interface SourceCheckTable {
  participant_id: string
  fact_id: string
  checked_at: string
  checked_by: string
  void_at: string | null
}

/** What was not done as the version says, as it was raised; people class it. */
interface DeviationTable {
  participant_id: string
  id: string
  type: string
  raised_at: string
  content_sealed: Uint8Array
  class: 'minor' | 'major' | 'important' | null
  classed_at: string | null
  classed_by: string | null
  why_sealed: Uint8Array | null
}

/** When the people of a clock of safety are reminded of it, step by step, once each. */
interface SafetyToldTable {
  participant_id: string
  event: string
  clock: string
  step: string
  due_at: string
  told_at: string | null
}
