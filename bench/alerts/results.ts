import type { Machine } from '../machine.ts'
import type { StoreFigures } from './measure-store.ts'
import type { Plan } from './plan.ts'

/** Everything that one run of the bench found. */
export interface AlertsResults {
  readonly at: string
  readonly machine: Machine
  readonly plan: Plan
  /** What the day's import changed, and what it brought. */
  readonly changed: number
  readonly added: number
  readonly stores: readonly StoreFigures[]
}
