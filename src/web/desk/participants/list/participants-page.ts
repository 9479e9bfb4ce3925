import { can } from '../../../../people/accounts/model/can.ts'
import type {
  ListedParticipant,
  ListStage,
  ParticipantsAsk,
  ParticipantsPage,
} from '../../../../study/conduct/today/participants-list.ts'
import { listStages } from '../../../../study/conduct/today/participants-list.ts'
import type { ShownState } from '../../../../finder/registry/status.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { selectField, textField } from '../../../shell/parts/field.ts'
import { pagination } from '../../../shell/parts/pagination.ts'
import { stateTag } from '../../../shell/parts/status-tag.ts'
import { paths } from '../../../shell/paths.ts'
import { type DeskView, deskLayout } from '../../parts/desk-layout.ts'
import { studyName } from '../../parts/study-name.ts'
import { namesOfRuns, ownSites, type RunNames } from '../../today/parts/run-names.ts'
import { studyTabsNav } from '../../today/parts/study-tabs.ts'
import { saidTime, standingText, whatText } from '../../today/parts/thing-text.ts'

/** What a page of the list shows. */
interface ShownParticipants {
  readonly asked: ParticipantsAsk
  readonly shown: ParticipantsPage
  readonly isMadeUp: boolean
}

/** Who is screened or takes part at one's sites, each with what comes next. */
export function participantsPage(view: DeskView, parts: ShownParticipants): Markup {
  const { page } = view
  const { asked, shown, isMadeUp } = parts
  const words = page.words.today.list
  return deskLayout(view, {
    title: words.title,
    isMadeUp,
    main: html`
      <div class="desk today flow">
        <h1>${words.heading(shown.total)}</h1>
        ${studyTabsNav(view, 'participants')} ${enrolLink(view, shown)}
        ${finder(view, asked, shown)}
        ${shown.rows.length > 0 ? table(view, shown) : empty(view, asked)}
        ${pagination(page, {
          at: shown.page,
          of: shown.pages,
          addressOf: (at) => link(page, paths.participants(), { ...keptOf(asked), page: at }),
        })}
      </div>
    `,
  })
}

/** The way to enrol somebody, for who may at any of these sites. */
function enrolLink({ page, actor }: DeskView, { runs }: ParticipantsPage): Markup | false {
  const may = runs.some(({ study, sites }) =>
    sites.some(({ site }) => can.recordFacts(actor, { study, site })),
  )
  return (
    may &&
    html`
      <p class="no-print">
        <a class="button" href="${link(page, paths.participantNew())}">
          ${page.words.today.list.enrol}
        </a>
      </p>
    `
  )
}

function keptOf({ study, site, stage, number }: ParticipantsAsk) {
  return { study, site, stage, number }
}

function finder(view: DeskView, asked: ParticipantsAsk, { runs }: ParticipantsPage): Markup {
  const { page } = view
  const words = page.words.today
  const sites = ownSites(view.actor, runs)
  return html`
    <form
      class="acts"
      method="get"
      action="${link(page, paths.participants())}"
      role="search"
      aria-label="${words.list.find.region}"
    >
      ${textField({
        name: 'number',
        label: words.list.find.label,
        value: asked.number ?? '',
        type: 'search',
        maxLength: 10,
      })}
      ${selectField({
        name: 'stage',
        label: words.list.find.stage,
        value: asked.stage ?? '',
        choices: [
          { value: '', label: words.list.find.everyStage },
          ...listStages.map((stage) => ({ value: stage, label: words.list.stages[stage] })),
        ],
      })}
      ${runs.length > 1 && studyField(view, asked, runs)}
      ${
        sites.length > 1 &&
        selectField({
          name: 'site',
          label: words.find.site,
          value: asked.site ?? '',
          choices: [
            { value: '', label: words.find.everySite },
            ...sites.map(({ site, number, name }) => ({ value: site, label: `${number} ${name}` })),
          ],
        })
      }
      <button class="button button-quiet" type="submit">${words.list.find.button}</button>
    </form>
  `
}

function studyField(
  { page, app }: DeskView,
  { study }: ParticipantsAsk,
  runs: ParticipantsPage['runs'],
): Markup {
  const words = page.words.today.find
  return selectField({
    name: 'study',
    label: words.study,
    value: study ?? '',
    choices: [
      { value: '', label: words.everyStudy },
      ...runs.map((run) => ({ value: run.study, label: studyName(page, app, run.study).text })),
    ],
  })
}

function table(view: DeskView, shown: ParticipantsPage): Markup {
  const words = view.page.words.today.list
  const names = namesOfRuns(view.page, shown.runs)
  return html`
    <div class="queue-card">
      <table class="queue">
        <caption class="unseen">${words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${words.number}</th>
            <th scope="col">${words.site}</th>
            <th scope="col">${words.next}</th>
            <th scope="col">${words.questions}</th>
            <th scope="col">${words.stage}</th>
          </tr>
        </thead>
        <tbody>${shown.rows.map((row) => participantRow(view, names, row))}</tbody>
      </table>
    </div>
  `
}

function participantRow({ page }: DeskView, names: RunNames, row: ListedParticipant): Markup {
  const words = page.words.today.list
  return html`
    <tr>
      <th scope="row" class="q-who">
        <a href="${link(page, paths.participant(row.id))}">${row.number}</a>
      </th>
      <td class="q-study">${names.site(row)}</td>
      <td>${nextText(page, names, row)}</td>
      <td class="q-hand num" data-label="${words.questions}">${row.questions}</td>
      <td class="q-due">${stateTag(looks[row.stage], words.stages[row.stage], 'tag')}</td>
    </tr>
  `
}

const looks: Readonly<Record<ListStage, ShownState>> = {
  screening: 'doubt',
  signed: 'invitation',
  treatment: 'open',
  followUp: 'soon',
  ended: 'finished',
}

function nextText(page: DeskView['page'], names: RunNames, row: ListedParticipant): Markup {
  const { next, study } = row
  if (!next)
    return html`
      <span class="soft">${page.words.today.list.noNext}</span>
    `
  const zone = names.zone(row)
  const told = { line: next, group: 'due', telling: names.telling(study, next.node), zone } as const
  const isWaiting = next.kind === 'dose' && (next.standing === 'hold' || next.dueAt === null)
  return html`
    ${whatText(page, told)}
    ${
      isWaiting &&
      html`
        <strong>${standingText(page, told)}</strong>
      `
    }
    ${
      next.dueAt !== null &&
      html`
        <span class="soft">${saidTime(page, next.details.due ?? '', next.dueAt, zone)}</span>
      `
    }
  `
}

function empty({ page }: DeskView, asked: ParticipantsAsk): Markup {
  const words = page.words.today.list
  const isNarrow = Object.values(keptOf(asked)).some((value) => value !== undefined)
  return html`
    <div class="card flow">
      <p>${isNarrow ? words.notFound : words.empty}</p>
      ${
        isNarrow &&
        html`
          <p><a href="${link(page, paths.participants())}">${words.find.clear}</a></p>
        `
      }
    </div>
  `
}
