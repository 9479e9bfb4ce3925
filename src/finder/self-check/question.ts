import type { Criterion } from '../eligibility/criteria.ts'
import type { CriterionAsk } from './ask.ts'
import type { Reading } from '../eligibility/reading.ts'

/** One criterion as it is put to a person, with those under it. */
export interface Question {
  readonly criterion: Criterion
  readonly readings: readonly Reading[]
  readonly ask: CriterionAsk
  /** True where age and sex alone tell the criterion, whoever the person is: then nobody is asked twice. */
  readonly isToldByPerson: boolean
  /** False where it is left to the site, and where it only opens the list under it. */
  readonly isAsked: boolean
  readonly children: readonly Question[]
}
