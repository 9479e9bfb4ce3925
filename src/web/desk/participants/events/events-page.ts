import { can } from '../../../../people/accounts/model/can.ts'
import { detailText } from '../../../../study/conduct/safety/event-details.ts'
import { safetyEventsOf, type SafetyEvent } from '../../../../study/conduct/safety/safety-event.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { seriousText } from './version-list.ts'

/** The adverse events of a participant, each with what is known of it and the next end of a clock. */
export function eventsPage(view: ParticipantView): Markup {
  const { page, of, actor, lock } = view
  const words = page.words.safety
  const events = safetyEventsOf(of)
  const mayAdd = lock === 'open' && can.recordFacts(actor, of.participant)
  return participantLayout(view, {
    title: words.title,
    main: html`
      <h1>${words.title}</h1>
      <p class="prose">${words.about}</p>
      ${
        mayAdd &&
        html`
          <p>
            <a class="button" href="${link(page, paths.participantEventNew(of.participant.id))}">
              ${words.add}
            </a>
          </p>
        `
      }
      ${
        events.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : table(view, events)
      }
    `,
  })
}

function table(view: ParticipantView, events: readonly SafetyEvent[]): Markup {
  const { title, head } = view.page.words.safety
  return html`
    <div class="queue-card">
      <table class="queue">
        <caption class="unseen">${title}</caption>
        <thead>
          <tr>
            <th scope="col">${head.event}</th>
            <th scope="col">${head.began}</th>
            <th scope="col">${head.serious}</th>
            <th scope="col">${head.grade}</th>
            <th scope="col">${head.outcome}</th>
            <th scope="col">${head.clock}</th>
          </tr>
        </thead>
        <tbody>${events.map((event) => eventRow(view, event))}</tbody>
      </table>
    </div>
  `
}

function eventRow(view: ParticipantView, event: SafetyEvent): Markup {
  const { page, of, telling } = view
  const words = page.words.safety
  const { newest, number, id } = event
  const details = newest.details ?? {}
  const outcomes: Readonly<Record<string, string>> = words.outcomes
  return html`
    <tr>
      <th scope="row" class="q-who">
        <a href="${link(page, paths.participantEvent(of.participant.id, id))}">
          ${words.open(number, String(newest.value))}
        </a>
      </th>
      <td>${momentText(telling, newest.at)}</td>
      <td>${seriousText(view, newest)}</td>
      <td>${detailText(details, 'grade') || words.notKnown}</td>
      <td>${outcomes[detailText(details, 'outcome')] ?? words.notKnown}</td>
      <td>${nextEnd(view, event)}</td>
    </tr>
  `
}

/** The earliest end of what still runs. */
function nextEnd({ page, telling }: ParticipantView, { state }: SafetyEvent): string {
  const words = page.words.safety.clocks
  const ends = (state?.clocks ?? []).flatMap(({ due, reported, followUpDue, followUpReported }) => [
    ...(due !== undefined && reported === undefined ? [due] : []),
    ...(followUpDue !== undefined && followUpReported === undefined ? [followUpDue] : []),
  ])
  const [first] = ends.toSorted()
  if (first !== undefined) return words.due(momentText(telling, first))
  return state?.clocks.some(({ due }) => due === undefined) === true ? words.noDay : '–'
}
