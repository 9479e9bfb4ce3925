import { lastDayOf } from '../../../finder/registry/status.ts'
import type { StatusModule, Study } from '../../../finder/registry/study.ts'

/**
 * Rule `results-late@1`: results are due one year after the last measurement for the main question (42 CFR 11.44(a)).
 * Whole months that passed since; 0 where they are not late; undefined where the record gives no real date of it.
 */
export function monthsLate(status: StatusModule | undefined, on: string): number | undefined {
  const due = resultsDue(status)
  const last = lastDayOf(on)
  if (due === undefined || last === undefined) return undefined
  const late = Temporal.PlainDate.from(due).until(Temporal.PlainDate.from(last), {
    largestUnit: 'months',
  })
  return Math.max(0, late.months + 12 * late.years)
}

/**
 * Rule `results-asked@1`: whether 42 CFR 11.22 surely asks for results: of what tries a medicine or a device, not in phase 1, of which
 * the record says that the FDA watches over it or that it has a site in the United States, and that went on after 2008-01-18.
 * Of others nobody is called late.
 */
export function isAskedForResults(protocol: Study['protocolSection']): boolean {
  const { designModule: design, oversightModule: watched, statusModule: status } = protocol
  if (design?.studyType !== 'INTERVENTIONAL') return false
  const phases = design.phases ?? []
  if (phases.includes('EARLY_PHASE1') || (phases.length === 1 && phases[0] === 'PHASE1'))
    return false
  const kinds = protocol.armsInterventionsModule?.interventions ?? []
  if (!kinds.some(({ type = '' }) => ['DRUG', 'BIOLOGICAL', 'DEVICE'].includes(type))) return false
  const done = lastDayOf(status?.primaryCompletionDateStruct?.date)
  if (done === undefined || done < '2008-01-18') return false
  const sites = protocol.contactsLocationsModule?.locations ?? []
  return (
    watched?.isFdaRegulatedDrug === true ||
    watched?.isFdaRegulatedDevice === true ||
    sites.some(({ country }) => country === 'United States')
  )
}

/** The day on which results are due, `yyyy-MM-dd`: a month counts to its last day, so that nobody is called late too early. */
export function resultsDue(status: StatusModule | undefined): string | undefined {
  const done = status?.primaryCompletionDateStruct
  const day = lastDayOf(done?.date)
  if (day === undefined || done?.type === 'ESTIMATED') return undefined
  return Temporal.PlainDate.from(day).add({ years: 1 }).toString()
}
