import type { Protocol } from './document/protocol.ts'
import type { OperatorSetting } from './document/settings.ts'

/** A version as a study works by it: the document, and what its operator has set where it is silent. */
export interface StudyVersion {
  readonly protocol: Protocol
  readonly settings?: readonly OperatorSetting[]
}
