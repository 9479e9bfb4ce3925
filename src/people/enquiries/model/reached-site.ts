import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Tables } from '../../records/model/tables.ts'
import type { Enquiry } from './enquiry.ts'

/**
 * Whether an enquiry ever went to its site. One that was closed before, as where the study had closed meanwhile, is nobody's
 * to read there: who asked was told that nothing was sent.
 */
export function reachedSite({ events }: Pick<Enquiry, 'events'>): boolean {
  return events.some(({ kind }) => kind === 'sent')
}

/** Whether its owner confirmed it and it is still to be sent. */
export function waitsToBeSent({
  state,
  confirmedAt,
}: Pick<Enquiry, 'state' | 'confirmedAt'>): boolean {
  return state === 'asked' && confirmedAt !== null
}

/** The same as `reachedSite`, of a row, by what stands in the index of desks: what was sent was promised an answer. */
export function hasReachedSite(eb: ExpressionBuilder<Tables, 'enquiry'>): Expression<SqlBool> {
  return eb.or([
    eb('enquiry.state', 'not in', ['asked', 'closed']),
    eb('enquiry.promised_at', 'is not', null),
  ])
}
