import type { SafetyDetails } from './read-typed-event.ts'
import { type SeriousnessCriterion, seriousnessCriteria, type YesOrNoYet } from './typed-event.ts'

/** A detail of an event as text; empty where it is not known. */
export function detailText(details: SafetyDetails, name: string): string {
  const value = details[name]
  return typeof value === 'string' ? value : ''
}

/** A detail that is yes or no, however it was written: a reason for seriousness is a yes. */
export function judgedText(value: string | boolean | null | undefined): YesOrNoYet {
  if (value === undefined || value === null || value === '') return ''
  return value === false || value === 'no' || value === 'false' ? 'no' : 'yes'
}

/** Every reason for which an event is serious, the worst first. */
export function criteriaOf(details: SafetyDetails): readonly SeriousnessCriterion[] {
  const said = [...detailText(details, 'criteria').split(' '), detailText(details, 'serious')]
  return seriousnessCriteria.filter((one) => said.includes(one))
}
