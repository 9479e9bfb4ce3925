import type { SafetyEvent } from '../../../../study/conduct/safety/safety-event.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import type { SafetyClock, SponsorWord } from '../../../../study/protocol/state/safety-state.ts'
import { momentOfDay, readMoment } from '../../../../study/protocol/time/moment.ts'
import { isTimeProblem } from '../../../../study/protocol/time/problems.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { stateTag } from '../../../shell/parts/status-tag.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { safetyZones } from './safety-zones.ts'

/** Every clock of an event: what is due, by when, and how much is left of it. */
export function clockList(view: ParticipantView, { state }: SafetyEvent): Markup {
  const words = view.page.words.safety.clocks
  const rows = state
    ? [
        ...state.toSponsor.map((word) => wordRow(view, word)),
        ...state.clocks.flatMap((clock) => clockRows(view, clock)),
      ]
    : []
  if (rows.length === 0)
    return html`
      <p>${words.none}</p>
    `
  return html`
    <dl class="facts safety-clocks">${rows}</dl>
    <p class="small soft">${words.law}</p>
  `
}

function row(name: string, parts: readonly (Markup | string)[]): Markup {
  return html`
    <div>
      <dt>${name}</dt>
      <dd>
        ${parts.map(
          (part) => html`
            <span class="safety-part">${part}</span>
          `,
        )}
      </dd>
    </div>
  `
}

function wordRow(view: ParticipantView, { aware, due, told, isLate }: SponsorWord): Markup {
  const { page, of } = view
  const words = page.words.safety.clocks
  if (told === undefined) {
    const until = saidMoment(page, due, safetyZones(of).site, 'moment')
    return row(words.toSponsor, [words.until(until), leftTag(view, Date.parse(due))])
  }
  const [from, to] = [readMoment(aware, safetyZones(of).site), readMoment(told, of.run.timeZone)]
  const isExact =
    !isTimeProblem(from) &&
    !isTimeProblem(to) &&
    from.instant !== undefined &&
    to.instant !== undefined
  const took = isExact ? spanText(view, Date.parse(to.from) - Date.parse(from.from)) : undefined
  const said = took === undefined ? words.toldDay : isLate ? words.toldLate(took) : words.told(took)
  return row(words.toSponsor, [stateTag(isLate ? 'stopped' : 'finished', said, 'tag')])
}

function clockRows(view: ParticipantView, clock: SafetyClock): readonly Markup[] {
  const { telling } = view
  const words = view.page.words.safety.clocks
  const { days, isCertain, day0, due, reported, followUpDue, followUpReported } = clock
  const name = isCertain ? words.report(String(days)) : words.ifReport(String(days))
  if (day0 === undefined || due === undefined)
    return [row(name, [stateTag('doubt', '?', 'tag'), words.noDay])]
  const first = row(name, [words.day0(momentText(telling, day0)), ...dayParts(view, due, reported)])
  if (followUpDue === undefined) return [first]
  return [first, row(words.followUp, dayParts(view, followUpDue, followUpReported))]
}

function dayParts(
  view: ParticipantView,
  due: string,
  done: string | undefined,
): readonly (Markup | string)[] {
  const { telling, page, of } = view
  const words = page.words.safety.clocks
  const until = words.due(momentText(telling, due))
  if (done !== undefined)
    return [
      until,
      stateTag(done > due ? 'stopped' : 'finished', words.done(momentText(telling, done)), 'tag'),
    ]
  const { until: end } = momentOfDay(due, of.run.timeZone)
  return [until, leftTag(view, Date.parse(end))]
}

function leftTag(view: ParticipantView, end: number): Markup {
  const words = view.page.words.safety.clocks
  const left = end - view.app.now().getTime()
  if (left < 0) return stateTag('stopped', words.over(spanText(view, -left)), 'tag')
  return stateTag(left < 2 * dayMs ? 'doubt' : 'soon', words.left(spanText(view, left)), 'tag')
}

/** Minutes below an hour, hours below three days, else days: always rounded down. */
function spanText({ page }: ParticipantView, ms: number): string {
  const words = page.words.safety.clocks
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return words.minutes(minutes)
  if (ms < 3 * dayMs) return words.hours(Math.floor(minutes / 60))
  return words.days(Math.floor(ms / dayMs))
}

const dayMs = 86_400_000
