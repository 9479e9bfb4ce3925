import { html, line, type Markup } from '../../shell/markup.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { icon } from '../parts/icons.ts'
import { monthsLate } from '../parts/lateness.ts'
import type { StudyPageView } from '../parts/page-view.ts'

/** Whether the registry has results, and how late they are or came; nothing while the main question is not measured. */
export function resultsLine(view: StudyPageView): Markup | '' {
  const said = resultsText(view)
  return said === undefined
    ? ''
    : html`
        <li>
          ${icon('clock')}
          <span>${said}</span>
        </li>
      `
}

/** The same as text. */
export function resultsText({ page, protocol, stored, today }: StudyPageView): Markup | undefined {
  const words = page.words.listing.results
  const status = protocol.statusModule
  if (status?.overallStatus === 'WITHDRAWN') return undefined
  // The rule asks for results of studies that try something; of those that only watch, none is late.
  const isAsked = protocol.designModule?.studyType !== 'OBSERVATIONAL'
  const lateOn = (day: string): number | undefined => {
    const months = monthsLate(status, day)
    return isAsked ? months : months && 0
  }
  const posted = status?.resultsFirstPostDateStruct?.date
  if (stored.study.hasResults) {
    if (!posted) return undefined
    const late = lateOn(posted) ?? 0
    return late > 0
      ? fill(words.postedLate, {
          date: dateText(page, posted),
          late: line`<b>${words.late(late)}</b>`,
        })
      : fill(words.posted, { date: dateText(page, posted) })
  }
  const late = lateOn(today)
  if (late === undefined) return undefined
  return late > 0
    ? fill(words.noneLate, { late: line`<b>${words.late(late)}</b>` })
    : line`${words.none}`
}
