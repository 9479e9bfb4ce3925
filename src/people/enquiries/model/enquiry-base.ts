import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { PeopleBase } from '../../asks/people-base.ts'

/** What deciding on an enquiry needs besides the moment: people's records, studies, and what the operator chose. */
export interface EnquiryBase extends PeopleBase {
  readonly catalogue: Pick<Catalogue, 'study' | 'idsOf'>
  /** Whether a site that is not here is written to at the address that the registry names. */
  readonly introductions: boolean
  /** To whom a site writes that wants no such mail; without it, the name of this site is given. */
  readonly operatorMail?: string
}
