import type { VisitState } from '../../../../study/protocol/state/answers.ts'

/** How a visit is named in addresses and with what is recorded at it: `V3`, or `D7#2` for the second that comes again. */
export function visitKey({ id, occurrence }: Pick<VisitState, 'id' | 'occurrence'>): string {
  return occurrence === undefined || occurrence === 1 ? id : `${id}#${occurrence}`
}
