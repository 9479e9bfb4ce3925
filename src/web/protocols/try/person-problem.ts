import type { ProtocolItem } from '../../../study/protocol/document/protocol.ts'

/** What is wrong with a field; `field` is its id on the page. */
export interface PersonProblem {
  readonly field: string
  readonly code:
    | 'now'
    | 'recorded'
    | 'noTime'
    | 'noSuchTime'
    | 'twice'
    | 'skipped'
    | 'noValue'
    | 'noItem'
    | 'tooLong'
    | 'notUnderstood'
    | 'notPlausible'
    | 'unit'
    | 'answer'
  readonly item?: ProtocolItem
}
