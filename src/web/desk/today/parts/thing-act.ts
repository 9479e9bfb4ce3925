import type { TodayThing } from '../../../../study/conduct/today/today.ts'
import { link, type Page } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { visitKey } from '../../participants/parts/visit-key.ts'

/** Where the next act of something that is to do is done, in the reader's language. */
export function actLink(page: Page, { participantId: id, line }: TodayThing): string {
  switch (line.kind) {
    case 'visit':
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
