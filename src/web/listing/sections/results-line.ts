import { html, line, type Markup } from '../../shell/markup.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { icon } from '../parts/icons.ts'
import { isAskedForResults, monthsLate } from '../parts/lateness.ts'
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
  const posted = status?.resultsFirstPostDateStruct?.date
  if (stored.study.hasResults && !posted) return undefined
  const late = monthsLate(status, posted && stored.study.hasResults ? posted : today)
  // Of a study that only watches nobody asks for results.
  const isWatched = protocol.designModule?.studyType === 'OBSERVATIONAL'
  const after = isWatched || late === undefined || late === 0 ? undefined : howLate(late)
  if (posted && stored.study.hasResults) {
    const date = dateText(page, posted)
    return after ? fill(words.postedAfter, { date, after }) : fill(words.posted, { date })
  }
  if (late === undefined) return undefined
  return after ? fill(words.noneAfter, { after }) : line`${words.none}`

  /** Late where results are surely asked for by a year; else only how long it is since the main question was measured. */
  function howLate(months: number): Markup {
    const said = isAskedForResults(protocol) ? words.late(months) : words.after(months + 12)
    return line`<b>${said}</b>`
  }
}
