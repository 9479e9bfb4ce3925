import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { EnquiryTables } from '../../records/model/enquiry-tables.ts'
import {
  openValue,
  placeOfEnquiryText,
  sealValue,
  sealedSteps,
} from '../../records/model/sealed-rows.ts'
import type { Person } from '../../records/persons.ts'

/** All that can happen to an enquiry. */
export const eventKinds = [
  'sent',
  'confirmed',
  'seen',
  'taken',
  'released',
  'contacted',
  'not-reached',
  'invited',
  'joined',
  'not-eligible',
  'declined',
  'passed',
  'closed',
  'note',
  'correction',
  'reminded-site',
  'reminded-manager',
  'told-seeker',
  'offered-other',
  'withdrawn',
  'site-note',
] as const

/** One of all that can happen to an enquiry. */
export type EventKind = (typeof eventKinds)[number]

/** Codes and numbers that say more of an event; never what a person wrote. */
export type EventDetails = Readonly<Record<string, string | number | boolean>>

/** Something that happened to an enquiry. */
export interface EnquiryEvent {
  /** 1, 2, 3 … */
  readonly seq: number
  /** ISO, in UTC; never before that of the event before it. */
  readonly at: string
  readonly actor: EnquiryTables['enquiry_event']['actor']
  readonly accountId: string | null
  readonly kind: EventKind
  readonly details: EventDetails
  /** What was written; only the site reads that of a `site-note`. */
  readonly text?: string
}

/** An event from its row. Throws where its text does not open. */
export function openEvent(
  { key }: Pick<Person, 'key'>,
  row: Selectable<EnquiryTables['enquiry_event']>,
): EnquiryEvent {
  const place = placeOfEnquiryText(row.enquiry_id, row.seq)
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    accountId: row.account_id,
    kind: kindShape.parse(row.kind),
    details: detailsShape.parse(JSON.parse(row.details)),
    ...(row.text_sealed && { text: textShape.parse(openValue(key, place, row.text_sealed)) }),
  }
}

/** Seals what was written with an event. */
export function sealEventText(
  { key }: Pick<Person, 'key'>,
  enquiryId: string,
  { seq, text }: { readonly seq: number; readonly text: string },
): Uint8Array {
  return sealValue(key, placeOfEnquiryText(enquiryId, seq), text, sealedSteps.text)
}

const kindShape = z.enum(eventKinds)
const textShape = z.string()
const detailsShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
