import { can, studyReach } from '../../../../people/accounts/model/can.ts'
import type { OpenedArm } from '../../../../study/conduct/record/unblind.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { oneChoice } from '../../../shell/parts/choice-group.ts'
import { textField } from '../../../shell/parts/field.ts'
import { fact } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { type StudyFormProblem, problemAt, studyLayout } from '../parts/study-layout.ts'
import type { RunView, StudyDeskView } from '../parts/study-view.ts'

/** A site as the first page lists it. */
export interface RunSiteCount {
  readonly site: string
  readonly participants: number
}

/** How a study is run here, at a glance: its sites, the version each works by, and what its data may take. */
export function overviewPage(
  view: RunView,
  {
    figures,
    opened,
  }: { readonly figures: readonly RunSiteCount[]; readonly opened: readonly OpenedArm[] },
  did?: string,
): Markup {
  const { page, run } = view
  const words = page.words.runStudy.overview
  const all = figures.reduce((sum, { participants }) => sum + participants, 0)
  return studyLayout(view, {
    tab: 'overview',
    did,
    main: html`
      <section class="card flow" aria-labelledby="how">
        <h2 id="how">${words.how}</h2>
        <dl class="facts">
          ${fact(words.zone, run.timeZone)}
          ${fact(words.second, run.areDosesConfirmed ? words.secondYes : words.secondNo)}
          ${fact(words.data, page.words.runStudy.lockStates[view.lock])}
          ${fact(words.sites, run.sites.length)} ${fact(words.versions, run.versions.length)}
          ${fact(words.participants, all)}
        </dl>
        ${next(view)} ${waysOn(view)}
      </section>
      ${openedArmsList(view, opened)} ${run.sites.length > 0 && sitesTable(view, figures)}
    `,
  })
}

/** Each treatment that was opened in an emergency, with the way to who did it and why. */
function openedArmsList({ page, run }: RunView, opened: readonly OpenedArm[]): Markup | false {
  const words = page.words.allocation.of1.emergency
  return (
    opened.length > 0 &&
    html`
      <section class="note flow" data-tone="stop" aria-labelledby="opened">
        <h2 id="opened">${words.list}</h2>
        <ul>
          ${opened.map(
            ({ participantId, number, at }) => html`
              <li>
                <a href="${link(page, paths.participantHistory(participantId))}">${number}</a>
                ${words.opened(saidMoment(page, at, run.timeZone, 'moment'))}
              </li>
            `,
          )}
        </ul>
      </section>
    `
  )
}

/** What is still to be done before anybody can be enrolled. */
function next({ page, run, study, mayRun }: RunView): Markup | false {
  const words = page.words.runStudy.overview
  const step = (path: string, text: string): Markup => html`
    <p class="acts"><a class="button" href="${link(page, path)}">${text}</a></p>
  `
  if (!mayRun) return false
  if (run.sites.length === 0) return step(paths.studyRunSites(study), words.addSite)
  const isWorked = run.versions.some(({ sites }) => sites.length > 0)
  return !isWorked && step(paths.studyVersions(study), words.addVersion)
}

/** To what is due, and to the people of the study, for who sees participants. */
function waysOn({ page, actor, study }: RunView): Markup | false {
  const { ways } = page.words.account
  const places = studyReach(actor).filter((place) => place.study === study)
  return (
    places.some((place) => can.readParticipants(actor, place)) &&
    html`
      <p class="acts">
        <a href="${link(page, paths.deskToday())}">${ways.today}</a>
        <a href="${link(page, paths.participants())}">${ways.participants}</a>
      </p>
    `
  )
}

function sitesTable({ page, run }: RunView, figures: readonly RunSiteCount[]): Markup {
  const words = page.words.runStudy.overview
  const { columns } = words
  return html`
    <section class="queue-card">
      <table class="queue">
        <caption class="unseen">${words.sites}</caption>
        <thead>
          <tr>
            <th scope="col">${columns.site}</th>
            <th scope="col">${columns.version}</th>
            <th scope="col">${columns.participants}</th>
          </tr>
        </thead>
        <tbody>
          ${run.sites.map(
            (site) => html`
              <tr>
                <th scope="row">${site.number} · ${site.name}</th>
                <td>${versionAt(run, site.site) ?? words.noVersion}</td>
                <td>
                  ${words.count(figures.find((one) => one.site === site.site)?.participants ?? 0)}
                </td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </section>
  `
}

/** The newest version that was switched on at a site, and since when. */
function versionAt(run: RunView['run'], site: string): string | undefined {
  const dated = run.versions.flatMap(({ protocol, sites }) =>
    sites.filter((one) => one.site === site).map(({ from }) => ({ from, name: protocol.version })),
  )
  const last = dated.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1)
  return last && `${last.name} (${last.from})`
}

/** What was typed to begin to run a study. */
export interface TypedRun {
  readonly timeZone: string
  readonly areDosesConfirmed: boolean
}

/** A study that is not run here yet: who manages it begins, all others are told so. */
export function beginPage(
  view: StudyDeskView,
  typed: TypedRun,
  problems: readonly StudyFormProblem[],
): Markup {
  const { page, study, mayRun } = view
  const words = page.words.runStudy.begin
  return studyLayout(view, {
    tab: 'overview',
    title: words.title,
    problems,
    main: mayRun
      ? html`
          <div class="narrow-left flow">
            <p>${words.lead}</p>
            <form
              class="flow"
              method="post"
              action="${link(page, paths.studyDesk(study))}"
              novalidate
            >
              ${textField({
                name: 'timeZone',
                label: words.zone,
                hint: words.zoneHint,
                value: typed.timeZone,
                maxLength: 60,
                error: problemAt(problems)('timeZone'),
              })}
              ${oneChoice('confirmed', 'checkbox', {
                value: 'yes',
                label: words.second,
                chosen: typed.areDosesConfirmed,
              })}
              <p class="hint">${words.secondHint}</p>
              <button class="button" type="submit">${words.submit}</button>
            </form>
          </div>
        `
      : html`
          <p>${words.notYet}</p>
        `,
  })
}
