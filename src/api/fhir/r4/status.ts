import type { ResearchStudy } from 'fhir/r4.d.ts'

/**
 * The status of a study in R4, which has no word for what nobody knows: that is `in-review`, never `active`. Rule
 * `fhir-status@1`; the registry's own word stands in an extension.
 */
export function researchStatus(overallStatus: string | undefined): ResearchStudy['status'] {
  return statuses.get(overallStatus?.trim() ?? '') ?? 'in-review'
}

const statuses: ReadonlyMap<string, ResearchStudy['status']> = new Map([
  ['RECRUITING', 'active'],
  ['ENROLLING_BY_INVITATION', 'active'],
  ['AVAILABLE', 'active'],
  ['NOT_YET_RECRUITING', 'approved'],
  ['ACTIVE_NOT_RECRUITING', 'closed-to-accrual'],
  ['NO_LONGER_AVAILABLE', 'closed-to-accrual'],
  ['SUSPENDED', 'temporarily-closed-to-accrual'],
  ['TEMPORARILY_NOT_AVAILABLE', 'temporarily-closed-to-accrual'],
  ['COMPLETED', 'completed'],
  ['APPROVED_FOR_MARKETING', 'completed'],
  ['TERMINATED', 'administratively-completed'],
  ['WITHDRAWN', 'withdrawn'],
  ['WITHHELD', 'in-review'],
  ['UNKNOWN', 'in-review'],
])
