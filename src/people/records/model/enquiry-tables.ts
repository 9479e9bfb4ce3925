/** The tables of what seekers ask sites. */
export interface EnquiryTables {
  consent_text: ConsentTextTable
  enquiry: EnquiryTable
  enquiry_event: EnquiryEventTable
  enquiry_deadline: EnquiryDeadlineTable
  enquiry_link: EnquiryLinkTable
  enquiry_mail: EnquiryMailTable
  study_start: StudyStartTable
  site_setting: SiteSettingTable
  reply_template: ReplyTemplateTable
  site_word: SiteWordTable
}

/** Every wording to which somebody consented, word for word. */
interface ConsentTextTable {
  version: string
  language: 'en' | 'fr'
  /** SHA-256 of the text, hexadecimal. */
  hash: string
  text: string
  first_used_at: string
}

/**
 * What one person asked one site of one study. Study and site are in the open, because desks and deadlines look by them;
 * who asked and all that was said is sealed with the person's key. Deleting the person deletes it.
 */
interface EnquiryTable {
  id: string
  /** `TW-4K7Q9C`: what mails and people name it by. */
  case_number: string
  person_id: string
  study: string
  /** `siteId` of the site. */
  site: string
  /** JSON: facility, city and country as the record had them when it was asked. */
  site_label: string
  /** `desk`: the site is here. `introduction`: its contact in the registry was written to. */
  route: 'desk' | 'introduction'
  /** Keyed hash of the form that sent it: the same form is one enquiry. What is passed on has one of its own. */
  form_key: string
  /** Keyed hash of what was typed into it. */
  form_hash: string
  language: 'en' | 'fr'
  asked_at: string
  /** When the owner of the address confirmed it; nothing goes to a site before. */
  confirmed_at: string | null
  consent_version: string
  consent_hash: string
  /** Who asks, how to reach them, message, age, place, answers of a check (`EnquiryDetails`). */
  details_sealed: Uint8Array
  state:
    | 'asked'
    | 'sent'
    | 'seen'
    | 'contacted'
    | 'not-reached'
    | 'invited'
    | 'joined'
    | 'not-eligible'
    | 'declined'
    | 'passed'
    | 'closed'
  state_at: string
  /** The first answer of the site. */
  answered_at: string | null
  /** Until when the site promised its next answer; null where it owes none. */
  due_at: string | null
  /** Until when it promised its first answer. */
  promised_at: string | null
  /** When the seeker was last mailed a change. */
  seeker_told_at: string | null
  /** 1 where the seeker said something that nobody at the site has seen. */
  has_news: 0 | 1
  /** The account that works on it. */
  taken_by: string | null
  taken_at: string | null
  closed_at: string | null
  /** How many days after the last word of a person it is kept, as was said when it was asked. */
  keep_days: number
  /** When it is erased, whatever becomes of it. */
  keep_until: string
  /** Counts changes: who decides on an older one is told. */
  version: number
}

/** What happened to an enquiry, in order. */
interface EnquiryEventTable {
  enquiry_id: string
  seq: number
  at: string
  actor: 'seeker' | 'site' | 'system' | 'operator'
  account_id: string | null
  kind: string
  /** JSON: codes only. */
  details: string
  /** What was written, sealed with the seeker's key. */
  text_sealed: Uint8Array | null
}

/** What is due for an enquiry if nothing happens before. */
interface EnquiryDeadlineTable {
  enquiry_id: string
  /** `tell-seeker`: that the site is late. `tell-change`: what changed; it waits until a day after the last mail to them. */
  kind: 'remind-site' | 'remind-manager' | 'tell-seeker' | 'ask-again' | 'close' | 'tell-change'
  due_at: string
  /** When it was dealt with, or when it needed no more. */
  done_at: string | null
}

/** Links that were mailed to confirm an enquiry; only a hash of each is kept. */
interface EnquiryLinkTable {
  hash: string
  enquiry_id: string
  purpose: 'confirm'
  created_at: string
  expires_at: string
  used_at: string | null
}

/** Which mails are about an enquiry, whoever gets them: they go with it. */
interface EnquiryMailTable {
  mail_id: string
  enquiry_id: string
}

/** Somebody joined: from here the desk of the study may start. Nothing in it leads to a person or an enquiry. */
interface StudyStartTable {
  id: string
  study: string
  site: string
  protocol_version: string | null
  /** `yyyy-MM-dd`. */
  consented_on: string
  /** The day it was noted, `yyyy-MM-dd`. */
  made_at: string
}

/** How a site keeps its promise. */
interface SiteSettingTable {
  study: string
  site: string
  /** Working days. */
  promise_days: number
  /** ISO 3166, and a region of it, for holidays; null as the record says. */
  country: string | null
  region: string | null
  /** IANA. */
  time_zone: string | null
  /** `18:00`, by the clocks of the site. */
  closes_at: string
  changed_at: string
  changed_by: string
}

/** What a site writes often. */
interface ReplyTemplateTable {
  id: string
  study: string
  site: string
  language: 'en' | 'fr'
  name: string
  /** The step it belongs to. */
  step: string
  text: string
  changed_at: string
  changed_by: string
}

/** What a site says of itself, beside the registry's record. */
interface SiteWordTable {
  study: string
  site: string
  status: string | null
  contact: string | null
  hours: string | null
  summary_en: string | null
  summary_fr: string | null
  said_at: string
  said_by: string
}
