import type { Page } from '../../shell/page.ts'
import type { Alert } from '../../../people/alerts/model/alert.ts'
import type { Person } from '../../../people/records/persons.ts'

/** A handler for who holds a link that is good. */
export type Show = (page: Page, managed: Managed) => Response | Promise<Response>

/** A person's alerts, and the link by which they were opened. */
export interface Managed {
  readonly person: Person
  readonly alerts: readonly Alert[]
  readonly sent: string
  /** How old the link is. */
  readonly madeDaysAgo: number
  /** What was done just before, by its name among our words. */
  readonly did: string
}
