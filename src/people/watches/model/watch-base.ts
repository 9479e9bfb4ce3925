import type { PeopleBase } from '../../asks/people-base.ts'
import type { AllowedHost } from './allowed-hosts.ts'

/** What watches are kept with, where any are offered. */
export interface WatchBase extends Pick<PeopleBase, 'records' | 'newId' | 'newSecret'> {
  /** The hosts of the operator's list; at least one. */
  readonly allowed: readonly AllowedHost[]
}
