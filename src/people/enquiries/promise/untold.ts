import type { Enquiry } from '../model/enquiry.ts'
import type { EnquiryEvent, EventKind } from '../model/events.ts'

/** Since when somebody who asked is to be told of something: at once, or with what comes in the next hours. */
export type UntoldChange = 'now' | 'later'

/**
 * Whether something happened of which who asked was not mailed; undefined where nothing did. That an enquiry was opened is
 * worth a mail only if nothing follows: a call is often made minutes later.
 */
export function untoldChange(enquiry: Enquiry): UntoldChange | undefined {
  if (enquiry.confirmedAt === null || enquiry.state === 'asked') return undefined
  const told = enquiry.events.findLastIndex(({ kind }) => kind === 'told-seeker')
  if (told < 0) return 'now'
  const since = enquiry.events.slice(told + 1)
  if (since.some((event) => isChange(event))) return 'now'
  return since.some(({ kind }) => kind === 'seen') ? 'later' : undefined
}

function isChange({ actor, kind }: EnquiryEvent): boolean {
  return actor !== 'seeker' && changes.has(kind)
}

const changes: ReadonlySet<EventKind> = new Set([
  'contacted',
  'not-reached',
  'invited',
  'joined',
  'not-eligible',
  'declined',
  'passed',
  'closed',
  'note',
])
