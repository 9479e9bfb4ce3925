import { type ConductCase, itemOf } from '../../../../study/conduct/model/case.ts'
import { paths } from '../../../shell/paths.ts'

/** Where a recorded value is shown: an adverse event has a page of its own. */
export function factPath({ participant, protocol, facts }: ConductCase, fact: string): string {
  const event = itemOf(protocol, 'adverse event')?.id
  const isEvent = facts.find(({ id }) => id === fact)?.item === event
  return isEvent
    ? paths.participantEvent(participant.id, fact)
    : paths.participantFact(participant.id, fact)
}
