import type { DeskPage } from '../../../people/enquiries/desk/list.ts'
import type { DeskRow } from '../../../people/enquiries/desk/row.ts'
import type { DeskTab } from '../../../people/enquiries/desk/tabs.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import { paths } from '../../shell/paths.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { promiseTag } from '../parts/promise-tag.ts'
import { countReadings } from '../parts/readings.ts'
import { shortSiteName, siteClock, studyName } from '../parts/study-name.ts'
import { whoText } from '../parts/who-text.ts'

/** What the rows of a desk are shown with. */
export interface Queue {
  readonly view: DeskView
  readonly shown: DeskPage
  /** The part they stand in; `found` where they are of several. */
  readonly tab: DeskTab | 'found'
  /** Their sites are named: the desk is of more than one. */
  readonly namesSites: boolean
}

/** Enquiries as a table; on a phone each is a block with the promise first. */
export function queueTable(queue: Queue): Markup {
  const words = queue.view.page.words.desk.list
  return html`
    <div class="queue-card">
      <table class="queue">
        <caption class="unseen">${words.caption[queue.tab]}</caption>
        <thead>
          <tr>
            <th scope="col">${words.who}</th>
            <th scope="col">${words.study}</th>
            <th scope="col">${words.answers}</th>
            <th scope="col">${words.taken}</th>
            <th scope="col">${queue.tab === 'answer' ? words.promise : words.state}</th>
          </tr>
        </thead>
        <tbody>${queue.shown.rows.map((row) => queueRow(queue, row))}</tbody>
      </table>
    </div>
  `
}

function queueRow(queue: Queue, row: DeskRow): Markup {
  const { page, app } = queue.view
  const words = page.words.desk
  const clock = siteClock(app, row, queue.shown.timeZones)
  const name = titleMarkup(studyName(page, app, row.study))
  const site = queue.namesSites && shortSiteName(row.siteLabel)
  return html`
    <tr>
      <th scope="row" class="q-who">
        <a href="${link(page, paths.deskEnquiry(row.id))}">${whoText(page, row.details)}</a>
        <span class="soft">${facts(queue, row)}</span>
      </th>
      <td class="q-study">
        ${name}
        ${
          site &&
          html`
            <span class="soft"><bdi>${site}</bdi></span>
          `
        }
      </td>
      <td class="q-fit">${answersCell(queue, row)}</td>
      <td class="q-hand" data-label="${words.list.taken}">${handCell(queue, row)}</td>
      <td class="q-due">${promiseTag(page, row, clock)}</td>
    </tr>
  `
}

/** Case number, language, where they live, and whether they wrote again. */
function facts({ view: { page } }: Queue, row: DeskRow): Markup {
  const words = page.words.desk
  const { place } = row.details
  const far = place?.km === undefined ? undefined : spokenDistance(page, place.km)
  const where = [place?.name, far].filter(Boolean).join(', ')
  const parts = [row.caseNumber, words.enquiry.languages[row.language], where].filter(Boolean)
  const news = line` · <b class="fresh">${words.list.news}</b>`
  return line`<bdi>${parts.join(' · ')}</bdi>${row.hasNews && news}`
}

function answersCell({ view: { page } }: Queue, { details }: DeskRow): Markup {
  const words = page.words.desk.list
  const answers = details.answers ?? []
  if (answers.length === 0)
    return html`
      <span class="soft">${words.noneSent}</span>
    `
  const counts = countReadings(answers)
  const shown = (['met', 'not met', 'presumed', 'unknown'] as const).filter(
    (reading) => reading === 'met' || counts[reading] > 0,
  )
  const width = (count: number): string => ((60 * count) / answers.length).toFixed(1)
  return html`
    <span class="num">
      ${shown.map((reading) => words.counted[reading](counts[reading])).join(', ')}
    </span>
    <svg class="mini" viewBox="0 0 60 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="mini-met" width="${width(counts.met)}" height="4" />
      <rect
        class="mini-not"
        x="${width(counts.met)}"
        width="${width(counts['not met'])}"
        height="4"
      />
    </svg>
  `
}

function handCell({ view: { page, actor }, shown }: Queue, { takenBy }: DeskRow): string {
  const words = page.words.desk.list
  if (takenBy === null) return words.nobody
  return takenBy === actor.accountId ? words.you : (shown.names.get(takenBy) ?? words.nobody)
}
