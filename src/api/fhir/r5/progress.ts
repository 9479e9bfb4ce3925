import type { ResearchStudyProgressStatus } from 'fhir/r5.d.ts'
import type { StatusModule } from '../../../finder/registry/study.ts'
import { codedConcept } from '../parts/concepts.ts'
import { fhirDate, spokenWord } from '../parts/texts.ts'

const system = 'http://hl7.org/fhir/research-study-status'

/**
 * How far a study is, in R5: the registry's word, with the standard's code where it has one. What nobody confirmed has no code.
 * Only of a study that is over does the record say since when. Rule `fhir-progress@1`.
 */
export function progressOf(status: StatusModule | undefined): ResearchStudyProgressStatus[] {
  const text = spokenWord(status?.overallStatus)
  if (text === undefined) return []
  const known = progressCodes.get(status?.overallStatus?.trim() ?? '')
  const ended = known?.[0] === 'completed' || known?.[0] === 'terminated'
  const { date, type } = status?.completionDateStruct ?? {}
  const since = ended && type === 'ACTUAL' ? fhirDate(date) : undefined
  return [
    {
      state: known ? codedConcept(system, known[0], text, known[1]) : { text },
      actual: true,
      ...(since !== undefined && { period: { start: since } }),
    },
  ]
}

const progressCodes: ReadonlyMap<string, readonly [code: string, display: string]> = new Map([
  ['RECRUITING', ['recruiting', 'Recruiting']],
  ['NOT_YET_RECRUITING', ['not-yet-recruiting', 'Not yet recruiting']],
  ['ACTIVE_NOT_RECRUITING', ['active-but-not-recruiting', 'Active, not recruiting']],
  ['ENROLLING_BY_INVITATION', ['enrolling-by-invitation', 'Enrolling by invitation']],
  ['COMPLETED', ['completed', 'Completed']],
  ['TERMINATED', ['terminated', 'Terminated']],
  ['WITHDRAWN', ['withdrawn', 'Withdrawn']],
  ['SUSPENDED', ['temporarily-closed-to-accrual', 'Temporarily Closed to Accrual']],
  ['AVAILABLE', ['active', 'Active']],
  ['TEMPORARILY_NOT_AVAILABLE', ['temporarily-closed-to-accrual', 'Temporarily Closed to Accrual']],
  ['NO_LONGER_AVAILABLE', ['closed-to-accrual', 'Closed to Accrual']],
  ['APPROVED_FOR_MARKETING', ['completed', 'Completed']],
])
