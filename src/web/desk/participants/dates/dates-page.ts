import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { titlesOf } from '../../../../study/in-words/telling.ts'
import { visitName } from '../../../../study/in-words/visits.ts'
import { durationText, momentText } from '../../../../study/in-words/values.ts'
import { decisionText } from '../../../../study/in-words/doses.ts'
import type { DoseDecision, VisitState } from '../../../../study/protocol/state/answers.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** Every visit with its first, planned and last day and what is done at it, and the next dose: one page, to be printed. */
export function datesPage(view: ParticipantView): Markup {
  const { page, of } = view
  const words = page.words.today.dates
  const { state, participant } = of
  const now = saidMoment(page, state.now, zoneOf(of), 'date')
  return participantLayout(view, {
    title: words.title,
    islands: ['print-button'],
    main: html`
      <h1>${words.title}</h1>
      <p>${words.intro(participant.number)}</p>
      <p class="no-print"><print-button label="${words.print}"></print-button></p>
      ${state.visits.length === 0 ? words.none : visitsTable(view)}
      ${state.nextDoses.map((dose) => doseLine(view, dose))}
      <p class="small soft">${words.version(state.version.version, now)}</p>
    `,
  })
}

function visitsTable(view: ParticipantView): Markup {
  const words = view.page.words.today.dates
  return html`
    <div class="queue-card">
      <table class="queue dates">
        <caption class="unseen">${words.title}</caption>
        <thead>
          <tr>
            <th scope="col">${words.visit}</th>
            <th scope="col">${words.earliest}</th>
            <th scope="col">${words.target}</th>
            <th scope="col">${words.latest}</th>
            <th scope="col">${words.what}</th>
          </tr>
        </thead>
        <tbody>${byDate(view.of.state.visits).map((visit) => visitRow(view, visit))}</tbody>
      </table>
    </div>
  `
}

/** What has a date by that, then the rest in the order of the version. */
function byDate(visits: readonly VisitState[]): readonly VisitState[] {
  const day = ({ due }: VisitState): string => due?.slice(0, 16) ?? '~'
  return visits.toSorted((one, other) =>
    day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0,
  )
}

/** What stands before a cell on a phone, where there is no head of the table. */
function label({ page }: ParticipantView, name: string): string {
  return page.language === 'fr' ? `${name}\u00A0:` : `${name}:`
}

function visitRow(view: ParticipantView, visit: VisitState): Markup {
  const { page, of, telling } = view
  const words = page.words.today.dates
  const planned = of.protocol.visits.find(({ id }) => id === visit.id)
  const items = planned?.items ?? []
  return html`
    <tr>
      <th scope="row" class="q-who">
        ${visitName(telling, visit)}
        <span class="soft">${page.words.participant.visit.standing[visit.standing]}</span>
      </th>
      ${visit.due === undefined ? noDate(view, visit) : dateCells(view, visit)}
      <td class="q-hand" data-label="${label(view, words.what)}">
        ${items.length > 0 ? titlesOf(telling, items) : words.nothing} ${againText(view, visit)}
      </td>
    </tr>
  `
}

function dateCells(view: ParticipantView, visit: VisitState): Markup {
  const { page } = view
  const words = page.words.today.dates
  const { due = '', opens, closes } = visit
  const cell = (name: string, text: string | Markup): Markup => html`
    <td class="q-hand" data-label="${label(view, name)}">${text}</td>
  `
  const hasWindow = opens !== undefined && closes !== undefined
  const notes = [isIfToday(view, visit) && words.ifToday, !hasWindow && words.noWindow]
  const planned = html`
    ${dayText(view, due)}
    <span class="soft">${notes.filter((note) => note !== false).join(' ')}</span>
  `
  if (!hasWindow)
    return html`
      ${cell(words.earliest, '–')} ${cell(words.target, planned)} ${cell(words.latest, '–')}
    `
  return html`
    ${cell(words.earliest, dayText(view, opens))} ${cell(words.target, planned)}
    ${cell(words.latest, dayText(view, closes))}
  `
}

function noDate(view: ParticipantView, { standing, id }: VisitState): Markup {
  const { page, of, telling } = view
  const words = page.words.today.dates
  const anchor = of.protocol.visits.find((visit) => visit.id === id)?.target?.anchor
  const why =
    standing === 'notNeeded'
      ? words.notNeeded
      : standing === 'unscheduled'
        ? words.unscheduled
        : standing === 'notDefined'
          ? words.notDefined
          : words.waiting
  const from = standing === 'waiting' && anchor !== undefined && titlesOf(telling, [anchor])
  return html`
    <td colspan="3">
      ${why}
      ${
        from &&
        html`
          <span class="soft">${words.countedFrom(from)}</span>
        `
      }
    </td>
  `
}

/** "Thu 24 Dec 2026", with the time where the version counts hours; the day of the week, by the clocks of the site. */
function dayText({ page, of, telling }: ParticipantView, text: string): string {
  const said = momentText(telling, text)
  const noon = text.includes('T') ? text : `${text}T12:00:00Z`
  const zone = text.includes('T') ? zoneOf(of) : 'UTC'
  const [weekday] = saidMoment(page, noon, zone, 'date').split(' ')
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? `${weekday} ${said}` : said
}

/** What counts from a first dose that nobody has given yet is placed as if it were given now. */
function isIfToday({ of }: ParticipantView, { id }: VisitState): boolean {
  const anchor = of.protocol.visits.find((visit) => visit.id === id)?.target?.anchor
  const event = of.protocol.anchors.find((one) => one.id === anchor)?.event
  if (event?.type !== 'first' && event?.type !== 'last') return false
  return event.orDecision === true && of.facts.every(({ item }) => item !== event.item)
}

function againText({ page, of, telling }: ParticipantView, { id }: VisitState): string {
  const repeat = of.protocol.visits.find((visit) => visit.id === id)?.repeat
  return repeat ? page.words.today.dates.again(durationText(telling, repeat.every)) : ''
}

function doseLine({ page, telling, of }: ParticipantView, dose: DoseDecision): Markup | false {
  const words = page.words.today.dates
  if (dose.kind === 'refuse') return false
  const isNow = Date.parse(dose.dueAt) === Date.parse(of.state.now)
  const when = isNow ? words.doseNow : momentText(telling, dose.dueAt)
  return html`
    <p>
      <strong>${words.dose(String(dose.number))}</strong>
      ${when} · ${decisionText(telling, dose)}
      <span class="soft">${words.laterDoses}</span>
    </p>
  `
}
