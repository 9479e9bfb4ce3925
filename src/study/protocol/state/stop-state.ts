import type { DecisionReason } from './answers.ts'

/** Whether treatment has ended for this person, and by which rule. */
export interface StopState {
  readonly stopped: boolean
  readonly regimen?: string
  readonly rule?: string
  readonly because?: DecisionReason['type']
  readonly at?: string
}
