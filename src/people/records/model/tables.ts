import type { AccountTables } from './account-tables.ts'
import type { ConductTables } from './conduct-tables.ts'
import type { EnquiryTables } from './enquiry-tables.ts'
import type { WatchTables } from './watch-tables.ts'

/**
 * Every table of the private side, by the room it belongs to; the migrations make them. Times are ISO
 * 8601 in UTC with milliseconds (`2026-11-25T22:17:40.123Z`), so that they sort as text; ids are random
 * UUIDs, unless it is said otherwise. What can tell who a person is or what they look for (an address, the text of
 * a letter, what an alert asks for) is sealed with that person's own key.
 */
export interface Tables extends AccountTables, EnquiryTables, ConductTables, WatchTables {
  // records
  migration: MigrationTable
  instance: InstanceTable
  person: PersonTable
  lease: LeaseTable
  ask: AskTable
  // audit
  audit_event: AuditEventTable
  // mail
  mail: MailTable
  mail_pace: MailPaceTable
  suppression: SuppressionTable
  bounce: BounceTable
  asked_mail: AskedMailTable
  // alerts
  subscription: SubscriptionTable
  request_link: RequestLinkTable
  news: NewsTable
  finding: FindingTable
  digest: DigestTable
  matched_import: MatchedImportTable
}

/** The migrations that made these tables, by name. */
interface MigrationTable {
  name: string
  applied_at: string
}

/** One row: which database this is. */
interface InstanceTable {
  id: string
  created_at: string
  /** In a backup: when it was made. */
  backed_up_at: string | null
  /** When these records were put back from a backup; what was found before is not told again. */
  restored_at: string | null
  /** HMAC of the id under the root key, so that wrong keys are noticed before they are used. */
  key_check: Uint8Array
  /** New people's keys are wrapped with this version of the key or a newer one. */
  key_version: number
}

/** Someone who gave an address. Deleting the row deletes all that hangs on it, and the key to its copies in backups. */
interface PersonTable {
  id: string
  /** Keyed hash of the address: the only way to find a person by it. Unique. */
  lookup: string
  key_version: number
  wrapped_key: Uint8Array
  address_sealed: Uint8Array
  language: 'en' | 'fr'
  /** 1 when the person chose that subject lines may name what they asked for. */
  names_topic: 0 | 1
  created_at: string
  /** When an address was first shown to be theirs. */
  confirmed_at: string | null
}

/** Work that only one process may do at a time. */
interface LeaseTable {
  name: string
  holder: string
  until: string
}

/** What a visitor asked, until it is dealt with a moment later: so the answer to them depends on no address. */
interface AskTable {
  id: string
  /** Keyed hash of the address, so that it goes with the person. */
  lookup: string
  /** All of it, with the address: only `askKey` opens it. */
  sealed: Uint8Array
  asked_at: string
}

/** Append-only; triggers refuse UPDATE and DELETE. */
interface AuditEventTable {
  /** 1, 2, 3 … without a gap. */
  seq: number
  at: string
  actor: 'person' | 'operator' | 'system'
  action: string
  /** The id of what it was done to, as `subscription/0190…`. */
  subject: string
  /** JSON, with nothing in it that tells who a person is. */
  details: string
  previous_hash: string
  hash: string
}

/** The outbox: a mail is a row before it is anything else, and stays one. */
interface MailTable {
  id: string
  person_id: string
  /** The name of a row of `streams` in the mail room. */
  stream: string
  /** With its angle brackets. Unique: the same mail is never queued twice. */
  message_id: string
  /** Keyed hash of the recipient's domain, for pace. */
  domain_key: string
  /** The letter, packed and sealed with the person's key; null once it is no longer needed. */
  letter_sealed: Uint8Array | null
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'suppressed'
  attempts: number
  due_at: string
  lease_holder: string | null
  lease_until: string | null
  /** The result of the last attempt: `accepted`, `greylisted`, `deferred`, `rejected`, `timeout`, `relay-down` … */
  outcome: string | null
  /** The server's three digits and enhanced code, never its words. */
  outcome_code: string | null
  created_at: string
  settled_at: string | null
}

/** How fast mail may go: to the server (`relay`) and to each domain (by its keyed hash). */
interface MailPaceTable {
  key: string
  /** No mail of this key goes out before. */
  next_at: string
  failures: number
  down_until: string | null
}

/** Addresses that are never mailed again, by keyed hash; outlives the person. */
interface SuppressionTable {
  lookup: string
  /** `all`, or the name of the one stream it is about. */
  stream: string
  reason: 'bounce' | 'complaint' | 'operator'
  at: string
}

/** Reports that came back; five soft ones in 14 days suppress. */
interface BounceTable {
  id: string
  lookup: string
  mail_id: string | null
  kind: 'hard' | 'soft' | 'complaint'
  at: string
}

/** Mails of the last day that any visitor could cause, to be counted. */
interface AskedMailTable {
  mail_id: string
  /** Keyed hash of the address as it was written, so that it goes with the person. */
  lookup: string
  /** Keyed hash of the mailbox, however it is written. */
  mailbox: string
  /** Keyed hash of what was asked for it. */
  what: string
  /** 2 where the address was confirmed before, 1 where it is the plain one of its mailbox, 0 for other spellings. */
  standing: 0 | 1 | 2
  at: string
}

/** One alert of one person. Its key is (person_id, id). */
interface SubscriptionTable {
  person_id: string
  id: string
  /** What is asked for, where, for whom, of which events and how often, sealed with the person's key (`StoredTerms`). */
  terms_sealed: Uint8Array
  requested_at: string
  confirmed_at: string | null
  paused_at: string | null
}

/** Links that were mailed to confirm what was asked; only a hash of each is kept. */
interface RequestLinkTable {
  hash: string
  person_id: string
  purpose: 'confirm'
  created_at: string
  expires_at: string
  used_at: string | null
}

/**
 * One change of one study that one person is to hear of, or has heard of (then it has a digest). Its key is
 * (person_id, mark), so nothing is told twice.
 */
interface NewsTable {
  person_id: string
  /** Recognises the study and what happened, for this person alone; leads back to neither (`newsMarker`). */
  mark: string
  /** 0 at once, 1 daily, 2 weekly: the most frequent of the subscriptions that found it. */
  urgency: 0 | 1 | 2
  found_at: string
  digest_id: string | null
  /** While it waits: the finding that says what it is. */
  finding_id: string | null
}

/**
 * What one import brought for one person that is told equally soon, for as long as any of it waits. Its key is (person_id, id);
 * one from before there were findings has the mark of its news as its id.
 */
interface FindingTable {
  person_id: string
  id: string
  /** Which studies, what happened to each, and which alerts found it, sealed together with the person's key. */
  sealed: Uint8Array
}

interface DigestTable {
  id: string
  person_id: string
  /** `daily:2026-11-24`, `weekly:2026-W48`, `at_once:<id>`. Unique with the person: one digest a period. */
  period: string
  composed_at: string
}

/** Imports whose changes have been matched whole. */
interface MatchedImportTable {
  change_list: string
  matched_at: string
  studies: number
  subscriptions: number
  news: number
}
