/** What is wrong with a protocol that has the right shape. `protocolFaultText` in `words` says it. */
export interface ProtocolFault {
  readonly kind: ProtocolFaultKind
  /** `eligibility[2].expression.of[0]` */
  readonly path: string
  /** The name, unit or level that is wrong. */
  readonly found?: string
  /** What it was held against. */
  readonly other?: string
}

/** The kinds of faults. */
export type ProtocolFaultKind =
  | 'id twice'
  | 'role twice'
  | 'unknown item'
  | 'unknown anchor'
  | 'unknown visit'
  | 'unknown definition'
  | 'unknown level'
  | 'unknown set'
  | 'unknown source'
  | 'unknown function'
  | 'unknown unit'
  | 'input missing'
  | 'item of another kind'
  | 'code not listed'
  | 'site not listed'
  | 'units do not convert'
  | 'reading outside a test'
  | 'anchor counts no days'
  | 'anchor is not the first dose'
  | 'cycle'
  | 'words missing'
  | 'reason missing'
  | 'question missing'
  | 'criterion and group'
  | 'no birth date'
  | 'no level to start'
  | 'start never reached'
  | 'unreachable level'
  | 'levels not in order'
  | 'fires twice'
  | 'steps to itself'
  | 'undoes a step'
  | 'gap beyond the end'
  | 'window turned round'
  | 'never together'
  | 'in no set'
  | 'amount not modelled'
  | 'weight missing'
  | 'surface missing'
  | 'windows overlap'
  | 'visit may not happen'
  | 'target missing'
  | 'target twice'
  | 'visit repeats'
  | 'not above zero'
  | 'below zero'
  | 'says nothing'
  | 'days of the cycle'
  | 'never looked at'
  | 'no day zero'
  | 'count beyond its list'
  | 'not a whole age'
  | 'limits turned round'
  | 'no dose of it'
  | 'item of two regimens'
  | 'site twice'
  | 'not a confidence'
  | 'limit that no body has'
  | 'rest ends at once'
  | 'nobody could begin'
  | 'products wait for each other'
  | 'smallest above cap'
  | 'strength of a body'
  | 'set though stated'
  | 'no such part'
  | 'set twice'

/** Where faults are gathered. */
export type FaultReport = (fault: ProtocolFault) => void
