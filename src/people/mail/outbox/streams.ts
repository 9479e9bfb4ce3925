import type { Tables } from '../../records/model/tables.ts'

/** Why an address is not to be mailed: its mail came back, its owner complained, or the operator said so. */
export type SuppressionReason = Tables['suppression']['reason']

/** A kind of mail. All that the outbox and the delivery know of it is in its row here. */
export interface Stream {
  /** Kept with each mail and each stop, so it never changes; not `all`, which stops every stream. */
  readonly name: string
  /**
   * 0: its reader waits in front of the screen, so no domain's pace holds it up. 1: a person waits for it. 2: news.
   * The lower goes first; of the same, the one that is due first.
   */
  readonly urgency: 0 | 1 | 2
  /**
   * Its mail is what any visitor can cause, and has this share of the pace for such mail; without it, it is not held back
   * by that pace.
   */
  readonly askedShare?: number
  /** For List-Id, as in `<alerts.example.org>`; without it, its mails are no list. */
  readonly list?: string
  /** Whether each of its letters has a link that stops it by one POST (RFC 8058). */
  readonly hasStopLink: boolean
  /** Why an address may be suppressed as a whole, as far as that stops this stream; its own stop always does. */
  readonly stoppedBy: readonly SuppressionReason[]
}

/** Every kind of mail that is sent. A new one is one row here; a row goes when no mail of it is in the outbox. */
export const streams = {
  confirmation: {
    name: 'confirmation',
    urgency: 0,
    askedShare: 0.75,
    hasStopLink: false,
    stoppedBy: ['bounce', 'complaint', 'operator'],
  },
  /** The same for a network that asks often: so a crowd waits behind whoever asks for the first time. */
  crowd: {
    name: 'crowd',
    urgency: 1,
    askedShare: 0.25,
    hasStopLink: false,
    stoppedBy: ['bounce', 'complaint', 'operator'],
  },
  alert: {
    name: 'alert',
    urgency: 2,
    list: 'alerts',
    hasStopLink: true,
    stoppedBy: ['bounce', 'complaint', 'operator'],
  },
  /** What a program asked to be told of, to the owner of the address who said yes to it. */
  watch: {
    name: 'watch',
    urgency: 2,
    list: 'subscriptions',
    hasStopLink: true,
    stoppedBy: ['bounce', 'complaint', 'operator'],
  },
  /** To who asked a site, and to the site: they wait for it, and what waits for an answer is not stopped by a complaint. */
  enquiry: {
    name: 'enquiry',
    urgency: 1,
    hasStopLink: false,
    stoppedBy: ['bounce', 'operator'],
  },
  /** To who works in a study and has a deadline to keep: it is theirs by their role, and no complaint stops it. */
  safety: {
    name: 'safety',
    urgency: 1,
    hasStopLink: false,
    stoppedBy: ['bounce', 'operator'],
  },
  /** Each morning to who works at a site: how much there waits. It is theirs to stop. */
  desk: {
    name: 'desk',
    urgency: 2,
    list: 'desk',
    hasStopLink: true,
    stoppedBy: ['bounce', 'complaint', 'operator'],
  },
  /** To the contact that the registry names for a site which is not here. */
  introduction: {
    name: 'introduction',
    urgency: 1,
    hasStopLink: false,
    stoppedBy: ['bounce', 'complaint', 'operator'],
  },
} as const satisfies Readonly<Record<string, Stream>>

/** For what a visitor asks of one who may be a stranger; `isFromCrowd` where it comes from a network that asks often. */
export function askedStream(ask: { readonly isFromCrowd?: boolean | undefined }): Stream {
  return ask.isFromCrowd === true ? streams.crowd : streams.confirmation
}

/** The rows of `streams`: what the outbox works with where it is given no others. */
export const allStreams: readonly Stream[] = Object.values(streams)
