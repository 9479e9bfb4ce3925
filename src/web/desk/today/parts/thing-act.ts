import { can } from '../../../../people/accounts/model/can.ts'
import type { TodayThing } from '../../../../study/conduct/today/today.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { DeskView } from '../../parts/desk-layout.ts'
import { visitKey } from '../../participants/parts/visit-key.ts'

/** Whether who reads it may do what is to do; who may not looks at it. */
export function mayActOn({ actor }: Pick<DeskView, 'actor'>, { line, ...at }: TodayThing): boolean {
  switch (line.kind) {
    case 'visit':
    case 'stage':
    case 'reconsent':
      return can.recordFacts(actor, at)
    case 'dose':
      return can.recordDoses(actor, at)
    case 'safety':
    case 'question':
      return true
  }
}

/** Where the next act of something that is to do is done, in the reader's language. */
export function actLink(
  { page, actor }: Pick<DeskView, 'page' | 'actor'>,
  thing: TodayThing,
): string {
  const { participantId: id, line } = thing
  switch (line.kind) {
    case 'visit':
      if (!mayActOn({ actor }, thing)) return link(page, paths.participant(id))
      return link(page, paths.participantRecord(id), {
        visit: visitKey({ id: line.node, ...line.details }),
      })
    case 'dose':
      return link(page, paths.participantDose(id))
    case 'stage':
      return link(page, paths.participantScreening(id))
    case 'reconsent':
      return link(page, paths.participantConsent(id))
    case 'safety':
      return link(page, paths.participantEvent(id, line.node))
    case 'question':
      return link(page, paths.participant(id))
  }
}
