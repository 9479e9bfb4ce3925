import type { PeopleBase } from '../../asks/people-base.ts'
import type { AllowedHost } from './allowed-hosts.ts'

/** What watches are kept with, where any are offered. */
export interface WatchBase extends PeopleBase {
  /** The hosts of the operator's list: only these are called. */
  readonly allowed: readonly AllowedHost[]
}
