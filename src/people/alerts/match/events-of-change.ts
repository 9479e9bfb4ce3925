import type { StudyChange } from '../../../finder/catalogue/model/changes.ts'
import {
  freshnessOf,
  canBeJoined,
  isOpen,
  mayBeAsked,
  takesNobody,
} from '../../../finder/registry/status.ts'
import type { ChangedField } from '../../../finder/catalogue/model/stored.ts'
import { type Event, eventBits } from '../model/events.ts'

/** The rule by which a change of a record becomes events that people are told of. */
export const eventRule = 'alert-events@1'

/** What a change of one study comes to, for anyone; `key` is the same whenever it is worked out again. */
export interface StudyEvents {
  readonly key: string
  /** Bits of `eventBit`; 0 is nothing to tell. */
  readonly bits: number
}

/** When the change came, and whether the import took in many old records at once. */
export interface ImportCircumstances {
  /** `yyyy-MM-dd` of the import. */
  readonly day: string
  /** Then what is only new to this catalogue is not told. */
  readonly catchingUp: boolean
}

/** More old records than this in one import are a catalogue being filled, not news. */
const mostOldRecords = 2000
/** A study counts as newly posted for so long after the registry posted it. */
const newForDays = 60

/**
 * Rule `alert-events@1`. *Posted*: new to the catalogue and posted by the registry in the last 60 days. An
 * older record that is new only to the catalogue is told as *recruiting* if it takes people and its team
 * verified it in the last two years, so that nobody is sent a study of long ago as a new one. *Recruiting*: takes
 * people and did not before. *Site*: a place came, or began to take people, while the study may be joined.
 * *Closed*: could be joined and now cannot. *Changed*: something else that a reader acts on.
 */
export function eventsOfChange(
  change: StudyChange,
  circumstances: ImportCircumstances,
): StudyEvents {
  return change.kind === 'new'
    ? { key: 'new', bits: eventBits(eventsOfNew(change, circumstances)) }
    : { key: change.version, bits: eventBits(eventsOfChanged(change)) }
}

/** Whether an import took in so many old records that it was filling a catalogue. */
export function isCatchingUp(changes: readonly StudyChange[], day: string): boolean {
  let old = 0
  for (const change of changes)
    if (change.kind === 'new' && !isNewlyPosted(change, day) && ++old > mostOldRecords) return true
  return false
}

function eventsOfNew(
  change: StudyChange,
  { day, catchingUp }: ImportCircumstances,
): readonly Event[] {
  if (takesNobody(change.status)) return []
  const takesPeople = isOpen(change.status)
  if (isNewlyPosted(change, day)) return takesPeople ? ['posted', 'recruiting'] : ['posted']
  return takesPeople && !catchingUp && isVerified(change, day) ? ['recruiting'] : []
}

function eventsOfChanged(change: StudyChange): readonly Event[] {
  const { statusBefore, status, newSites, fields } = change
  const events: Event[] = []
  if (isOpen(status) && !isOpen(statusBefore)) events.push('recruiting')
  if (newSites.length > 0 && canBeJoined(status)) events.push('site')
  if (canBeJoined(statusBefore) && !mayBeAsked(status)) events.push('closed')
  if (fields.some((field) => telling.has(field))) events.push('changed')
  return events
}

function isNewlyPosted({ firstPosted }: StudyChange, day: string): boolean {
  const posted = Date.parse(`${firstPosted ?? ''}T00:00:00Z`)
  return Date.parse(`${day}T00:00:00Z`) - posted <= newForDays * 86_400_000
}

function isVerified({ status, verified }: StudyChange, day: string): boolean {
  const module = {
    ...(status !== undefined && { overallStatus: status }),
    ...(verified !== undefined && { statusVerifiedDate: verified }),
  }
  return freshnessOf(module, day) === 'current'
}

/** Changes that a person who waits for a study acts on; the wording of a description is not one. */
const telling: ReadonlySet<ChangedField> = new Set<ChangedField>([
  'status',
  'dates',
  'sites',
  'contacts',
  'eligibility',
  'treatments',
  'outcomes',
  'results',
])
