import { can } from '../../../../people/accounts/model/can.ts'
import { formOfItem } from '../../../../study/conduct/record/form-items.ts'
import { isSameMinute } from '../../../../study/in-words/doses.ts'
import { namedText, titleOf } from '../../../../study/in-words/telling.ts'
import { visitLines, visitName } from '../../../../study/in-words/visits.ts'
import type { VisitState } from '../../../../study/protocol/state/answers.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { visitKey } from '../parts/visit-key.ts'
import { curveItem } from './curve-data.ts'

const isNow = new Set<VisitState['standing']>(['due', 'begun', 'overdue', 'missed'])
const isNext = new Set<VisitState['standing']>(['upcoming', 'waiting'])

/** Visits that are due, overdue or missed, and the one that comes next; with the ways to record what is measured most. */
export function dueSection(view: ParticipantView): Markup {
  const { page, of, telling } = view
  const words = page.words.participantPage.due
  const due = of.state.visits.filter(({ standing }) => isNow.has(standing))
  const [next] = of.state.visits.filter(({ standing }) => isNext.has(standing))
  return html`
    <section class="flow" aria-labelledby="due-title">
      <h2 id="due-title">${words.title}</h2>
      ${doseLines(view).map(
        (line) => html`
          <p>${line}</p>
        `,
      )}
      ${
        due.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : html`
              <ul class="due-list">
                ${due.map((visit) => dueVisit(view, visit))}
              </ul>
            `
      }
      ${
        next &&
        html`
          <p class="small">
            ${namedText(telling, words.next, `${visitName(telling, next)}, ${visitLines(telling, next).join(', ')}`)}
          </p>
        `
      }
      ${quickLinks(view)}
    </section>
  `
}

/** A dose that is due by now, or would be if it did not wait for an answer: nobody may read "nothing is due" beside it. */
function doseLines({ page, of }: ParticipantView): readonly string[] {
  const { held, give } = page.words.participantPage.due
  const { nextDoses, now } = of.state
  const due = nextDoses.filter(({ dueAt }) => isSameMinute(dueAt, now))
  const isHeld = due.some(({ kind }) => kind === 'hold')
  const isDue = due.some(({ kind }) => kind === 'give')
  return [isHeld ? held : '', isDue ? give : ''].filter((line) => line !== '')
}

function dueVisit(view: ParticipantView, visit: VisitState): Markup {
  const { page, of, telling } = view
  const [standing, ...lines] = visitLines(telling, visit)
  const tone = visit.standing === 'due' || visit.standing === 'begun' ? 'soon' : 'doubt'
  const name = visitName(telling, visit)
  const query = { visit: visitKey(visit) }
  return html`
    <li data-tone="${tone}">
      <b>${name}</b>
      <span class="tag">${standing}</span>
      <span class="small">${lines.join(', ')}</span>
      ${
        mayRecord(view) &&
        html`
          <a href="${link(page, paths.participantRecord(of.participant.id), query)}">
            ${page.words.participantPage.visitOf(name)}
          </a>
        `
      }
    </li>
  `
}

/** Ways to what is measured most: the temperature, the weight, and what open visits wait for. */
function quickLinks(view: ParticipantView): Markup | false {
  const { page, of, telling } = view
  const words = page.words.participantPage
  const open = of.state.visits.filter(({ standing }) => isNow.has(standing))
  const wanted = new Set([
    curveItem(of.protocol)?.id,
    ...of.protocol.regimens.map(({ weight }) => weight?.item),
    ...open.flatMap((visit) => visit.open),
  ])
  const items = of.protocol.items.filter(
    (item) => wanted.has(item.id) && formOfItem(of.protocol, item) === 'record',
  )
  return (
    mayRecord(view) &&
    items.length > 0 &&
    html`
      <p class="acts">
        ${items.map(({ id }) => {
          const href = link(page, paths.participantRecord(of.participant.id), { item: id })
          return html`
            <a class="button button-quiet" href="${href}">${words.quickOf(titleOf(telling, id))}</a>
          `
        })}
      </p>
    `
  )
}

function mayRecord({ actor, of, lock }: ParticipantView): boolean {
  return lock === 'open' && can.recordFacts(actor, of.participant)
}
