import type { TodayThing } from '../../../study/conduct/today/today.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { stateTag } from '../../shell/parts/status-tag.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { saidMoment } from '../parts/said-moment.ts'
import type { RunNames } from './parts/run-names.ts'
import { actLink } from './parts/thing-act.ts'
import { standingText, whatText } from './parts/thing-text.ts'

/** The clocks of safety that run, by what is left of each; days are those of the sponsor. */
export function clocksTable(
  view: DeskView,
  names: RunNames,
  clocks: readonly TodayThing[],
): Markup {
  const words = view.page.words.today.clocks
  return html`
    <section class="flow" aria-labelledby="clocks-title">
      <h2 id="clocks-title">${words.title}</h2>
      <div class="queue-card">
        <table class="queue">
          <caption class="unseen">${words.title}</caption>
          <thead>
            <tr>
              <th scope="col">${words.who}</th>
              <th scope="col">${words.what}</th>
              <th scope="col">${words.until}</th>
              <th scope="col">${words.left}</th>
            </tr>
          </thead>
          <tbody>${clocks.map((clock) => clockRow(view, names, clock))}</tbody>
        </table>
      </div>
    </section>
  `
}

function clockRow({ page, app, actor }: DeskView, names: RunNames, clock: TodayThing): Markup {
  const words = page.words.today
  const { line, number, study, group } = clock
  const told = { line, group, telling: names.telling(study, line.node), zone: names.zone(clock) }
  return html`
    <tr>
      <th scope="row" class="q-who">
        <a href="${actLink({ page, actor }, clock)}">
          ${number}
          <span class="unseen">${words.acts.clock}</span>
        </a>
        <span class="soft">${names.site(clock)}</span>
      </th>
      <td>
        ${line.dueAt === null ? standingText(page, told) : whatText(page, told)}
        <span class="soft">
          ${line.dueAt !== null && line.details.expedited && standingText(page, told)}
        </span>
      </td>
      <td>${untilText(page, names, clock)}</td>
      <td class="q-due">${leftTag(page, line.dueAt, app.now())}</td>
    </tr>
  `
}

function untilText(page: DeskView['page'], names: RunNames, { line, study }: TodayThing): Markup {
  const words = page.words.today.clocks
  const { dueAt, details } = line
  if (dueAt === null || details.due === undefined)
    return html`
      ${words.noDay}
    `
  const zone = names.sponsorZone(study)
  const isInstant = details.due.includes('T')
  const last = isInstant ? dueAt : new Date(Date.parse(dueAt) - 1).toISOString()
  return html`
    ${saidMoment(page, last, zone, isInstant ? 'moment' : 'day')}
    <span class="soft">${words.zone(zone)}</span>
  `
}

function leftTag(page: DeskView['page'], dueAt: string | null, now: Date): Markup {
  const words = page.words.today.clocks
  if (dueAt === null) return stateTag('doubt', '?', 'tag')
  const hours = (Date.parse(dueAt) - now.getTime()) / 3_600_000
  if (hours < 0) return stateTag('stopped', words.over(Math.floor(-hours)), 'tag')
  return stateTag(hours < 48 ? 'doubt' : 'soon', words.hours(Math.floor(hours)), 'tag')
}
