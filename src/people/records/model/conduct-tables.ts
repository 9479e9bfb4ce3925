import type { ReviewTables } from './review-tables.ts'

/** The tables of a study as it is run. Times and ids as in `Tables`; days are `yyyy-MM-dd`. */
export interface ConductTables extends ReviewTables {
  study_run: StudyRunTable
  study_site: StudySiteTable
  study_version: StudyVersionTable
  version_site: VersionSiteTable
  study_setting: StudySettingTable
  consent_form: ConsentFormTable
  consent_form_site: ConsentFormSiteTable
  participant: ParticipantTable
  fact: FactTable
  outlook: OutlookTable
  dose_order: DoseOrderTable
  signature: SignatureTable
  allocation_place: AllocationPlaceTable
  conduct_lock: ConductLockTable
  analysis_set_member: AnalysisSetMemberTable
  snapshot: SnapshotTable
  calendar_link: CalendarLinkTable
}

/** A study that is run here, and how. */
interface StudyRunTable {
  study: string
  time_zone: string
  doses_confirmed: 0 | 1
  opened_at: string
  opened_by: string
}

/** A site of a study that is run here: its number in pseudonyms, its clocks, and from when to when it is approved. */
interface StudySiteTable {
  study: string
  site: string
  number: string
  name: string
  time_zone: string
  approved_from: string
  approved_until: string | null
  changed_at: string
  changed_by: string
}

/** A version of the protocol as its document came, and what the study decided of those already in. */
interface StudyVersionTable {
  study: string
  version: string
  position: number
  hash: string
  document: string
  applies_to: 'new participants' | 'everybody' | null
  reconsent: 0 | 1 | null
  added_at: string
  added_by: string
}

/** Since when a site works by a version. */
interface VersionSiteTable {
  study: string
  version: string
  site: string
  from_day: string
  reason: string | null
  decided_at: string
  decided_by: string
}

/** What the study has set where a version is silent (`OperatorSetting` as JSON). Ended, never changed. */
interface StudySettingTable {
  id: string
  study: string
  content: string
  set_at: string
  set_by: string
  ended_at: string | null
  ended_by: string | null
}

/** A version of the text of consent in one language, word for word. */
interface ConsentFormTable {
  study: string
  name: string
  language: 'en' | 'fr'
  hash: string
  text: string
  added_at: string
  added_by: string
}

/** Since when a site asks consent by a text, and whether those already in are asked again. */
interface ConsentFormSiteTable {
  study: string
  name: string
  site: string
  from_day: string
  reconsent: 0 | 1
  decided_at: string
  decided_by: string
}

/** Somebody who is screened or takes part. Who they are is sealed with their own key; the rest names them by their number. */
interface ParticipantTable {
  id: string
  study: string
  site: string
  serial: number
  number: string
  key_version: number
  wrapped_key: Uint8Array
  identity_sealed: Uint8Array
  origin: string | null
  form_key: string
  enrolled_at: string
  enrolled_by: string
  facts: number
  corrected: number
  head: string
  outlook_at: string | null
  outlook_until: string | null
  erasure_asked_at: string | null
}

/** What was recorded of a participant, sealed: appended, never changed. Each hash covers the one before. */
interface FactTable {
  participant_id: string
  seq: number
  id: string
  form_key: string
  recorded_at: string
  recorded_by: string
  hash: string
  content_sealed: Uint8Array
}

/** What `state()` said is due, as of `participant.outlook_at`; made again from the facts at any time. */
interface OutlookTable {
  participant_id: string
  seq: number
  study: string
  site: string
  kind: string
  node: string
  standing: string
  opens_at: string | null
  due_at: string | null
  closes_at: string | null
  details: string
}

/** A dose that one person prepared and a second one confirms. */
interface DoseOrderTable {
  id: string
  participant_id: string
  form_key: string
  state: 'waiting' | 'confirmed' | 'taken back' | 'void'
  content_sealed: Uint8Array
  prepared_at: string
  prepared_by: string
  settled_at: string | null
  settled_by: string | null
}

/** What somebody signed: the hash of what they saw, and whether a later change made it void. */
interface SignatureTable {
  id: string
  study: string
  site: string | null
  participant_id: string | null
  meaning: string
  content_hash: string
  scope: string
  account_id: string
  name_sealed: Uint8Array
  sealed_for: 'participant' | 'account'
  role: string
  signed_at: string
  void_at: string | null
  void_because: string | null
}

/** A place of an imported list of allocation. The arm opens with `allocationKey` alone; `blind`: shown to the pharmacist alone. */
interface AllocationPlaceTable {
  study: string
  list: string
  position: number
  site: string
  stratum: string
  kit: string
  arm_sealed: Uint8Array
  blind: 0 | 1
  participant_id: string | null
  taken_at: string | null
}

/** What froze, locked or opened the data of a study or of one participant. */
interface ConductLockTable {
  study: string
  seq: number
  kind: 'freeze' | 'unfreeze' | 'lock' | 'unlock'
  participant_id: string | null
  reason: string
  snapshot_id: string | null
  done_at: string
  done_by: string
}

/** Who is in an analysis set, as decided; the newest counts. */
interface AnalysisSetMemberTable {
  participant_id: string
  seq: number
  set_id: string
  is_member: 0 | 1
  derived: string
  reason: string
  decided_at: string
  decided_by: string
}

/** The facts of a study as of a moment, by their hash. */
interface SnapshotTable {
  id: string
  study: string
  hash: string
  heads: string
  participants: number
  facts: number
  made_at: string
  made_by: string
}

/** The secret address of somebody’s calendar feed. */
interface CalendarLinkTable {
  hash: string
  account_id: string
  language: 'en' | 'fr'
  made_at: string
  ended_at: string | null
}
