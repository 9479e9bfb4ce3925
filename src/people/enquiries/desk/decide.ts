import type { Actor } from '../../accounts/model/actor.ts'
import { can } from '../../accounts/model/can.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import type { Tx } from '../../records/model/records.ts'
import { type Enquiry, readEnquiry } from '../model/enquiry.ts'
import type { EnquiryEvent } from '../model/events.ts'
import { reachedSite } from '../model/reached-site.ts'

/** What is to be done to an enquiry as somebody read it. */
export interface DeskAsk {
  readonly id: string
  /** The version that they read. */
  readonly version: number
}

/**
 * What became of it. `changed`: somebody else was here since it was read, and nothing was done. `gone`: it was erased, or
 * is not theirs. `refused`: it cannot be done, and why.
 */
export type Decided<Problem extends string = never> =
  | { readonly kind: 'done'; readonly enquiry: Enquiry }
  | { readonly kind: 'changed'; readonly enquiry: Enquiry; readonly last: EnquiryEvent | undefined }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly problem: Problem }

/**
 * Does something to an enquiry in one transaction, if who asks may answer it and nobody was faster. Somebody who presses
 * the same button twice is not told that they were faster than themselves: `isSame` knows their event.
 */
export function decideOn<Problem extends string>(
  { records }: PeopleBase,
  actor: Actor,
  { id, version }: DeskAsk,
  {
    isSame,
    act,
  }: {
    readonly isSame: (event: EnquiryEvent) => boolean
    readonly act: (tx: Tx, enquiry: Enquiry) => Promise<Enquiry | Problem>
  },
): Promise<Decided<Problem>> {
  return records.write(async (tx) => {
    const enquiry = await readEnquiry(tx, records.keys, id)
    if (!enquiry || !reachedSite(enquiry) || !can.answer(actor, enquiry)) return { kind: 'gone' }
    if (enquiry.version !== version) {
      const last = enquiry.events.findLast(({ kind }) => !quiet.has(kind))
      if (last?.accountId === actor.accountId && isSame(last)) return { kind: 'done', enquiry }
      return { kind: 'changed', enquiry, last }
    }
    const after = await act(tx, enquiry)
    return typeof after === 'string'
      ? { kind: 'refused', problem: after }
      : { kind: 'done', enquiry: after }
  })
}

/** What changes nothing for who decides. */
const quiet: ReadonlySet<EnquiryEvent['kind']> = new Set([
  'seen',
  'told-seeker',
  'reminded-site',
  'reminded-manager',
  'site-note',
  'offered-other',
])
