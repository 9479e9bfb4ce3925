import type { Page } from '../../shell/page.ts'
import type { Alert } from '../../../people/alerts/model/alert.ts'
import type { Person } from '../../../people/records/persons.ts'

/** A handler for who holds a link that is good. */
export type Show = (page: Page, managed: Managed) => Response | Promise<Response>

/** Somebody's alerts, and the address of their page without anything behind it. */
export interface Managed {
  readonly person: Person
  readonly alerts: readonly Alert[]
  /** `/alerts/…` */
  readonly base: string
  /** How old the link is. */
  readonly madeDaysAgo: number
  /** What was done just before, by its name among our words. */
  readonly did: string
}
