import type { ChangeList } from '../../../finder/catalogue/model/changes.ts'
import { eventsOfChange, isCatchingUp, type StudyEvents } from './events-of-change.ts'

/** The changes that have events, each with its own. */
export interface EventList extends ChangeList {
  readonly events: readonly StudyEvents[]
}

/** Rule `alert-events@1` over a whole list. */
export function eventListOf(list: ChangeList): EventList {
  const day = list.at.slice(0, 10)
  const circumstances = { day, catchingUp: isCatchingUp(list.changes, day) }
  const both = list.changes
    .map((change) => ({ change, events: eventsOfChange(change, circumstances) }))
    .filter(({ events }) => events.bits !== 0)
  return {
    ...list,
    changes: both.map(({ change }) => change),
    events: both.map(({ events }) => events),
  }
}
