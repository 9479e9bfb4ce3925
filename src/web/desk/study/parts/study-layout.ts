import { can, studyReach } from '../../../../people/accounts/model/can.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { paths } from '../../../shell/paths.ts'
import { deskLayout } from '../../parts/desk-layout.ts'
import { studyName } from '../../parts/study-name.ts'
import type { StudyDeskView } from './study-view.ts'

/** The parts of a study's own pages that have a place in its menu. */
export type StudyTab = keyof StudyDeskView['page']['words']['runStudy']['tabs']

/** What is wrong with a form: the field it is about, and what to do. */
export interface StudyFormProblem {
  readonly field: string
  readonly text: string
}

/** The parts of a page of a study. */
export interface StudyParts {
  readonly tab: StudyTab
  /** The heading, where it is not the name of the part. */
  readonly title?: string
  readonly main: Markup
  readonly problems?: readonly StudyFormProblem[]
  /** What was done just before, as a sentence. */
  readonly did?: string | undefined
  readonly isMadeUp?: boolean
  readonly islands?: readonly string[]
}

/** A page of a study: its name and the ways between its parts stand at the top, and what its data may take. */
export function studyLayout(view: StudyDeskView, parts: StudyParts): Markup {
  const { page, app, study } = view
  const words = page.words.runStudy
  const title = parts.title ?? words.tabs[parts.tab]
  const problems = parts.problems ?? []
  return deskLayout(view, {
    title: `${title}, ${study}`,
    ...(parts.isMadeUp && { isMadeUp: true }),
    ...(parts.islands && { islands: parts.islands }),
    main: html`
      ${errorSummary(page, problems)}
      <div class="desk flow">
        <p class="soft">${studyName(page, app, study).text} · ${study}</p>
        <h1>${title}</h1>
        ${studyNav(view, parts.tab)}
        ${
          parts.did &&
          html`
            <p class="note" data-tone="open" role="status">${parts.did}</p>
          `
        }
        ${
          view.lock !== 'open' &&
          html`
            <p class="note">${words.lockNote[view.lock]}</p>
          `
        }
        ${parts.main}
      </div>
    `,
  })
}

function studyNav(view: StudyDeskView, here: StudyTab): Markup | false {
  const { page, run } = view
  const words = page.words.runStudy
  const tabs = tabsFor(view)
  return (
    run !== undefined &&
    html`
      <nav aria-label="${words.nav}">
        <ul class="desk-tabs">
          ${tabs.map(([tab, path]) =>
            tab === here
              ? html`
                  <li><a href="${link(page, path)}" aria-current="page">${words.tabs[tab]}</a></li>
                `
              : html`
                  <li><a href="${link(page, path)}">${words.tabs[tab]}</a></li>
                `,
          )}
        </ul>
      </nav>
    `
  )
}

/** The parts that somebody may see. */
function tabsFor({ actor, study }: StudyDeskView): readonly (readonly [StudyTab, string])[] {
  const own = studyReach(actor).filter((place) => place.study === study)
  const whole = { study, site: null }
  const mayRead = own.some((place) => can.readParticipants(actor, place))
  const all: readonly (readonly [StudyTab, string, boolean])[] = [
    ['overview', paths.studyDesk(study), true],
    ['sites', paths.studyRunSites(study), true],
    ['versions', paths.studyVersions(study), true],
    ['settings', paths.studySettings(study), true],
    ['queries', paths.studyQueries(study), mayRead],
    ['sources', paths.studySources(study), mayRead],
    ['deviations', paths.studyDeviations(study), mayRead],
    ['allocation', paths.studyAllocation(study), can.runStudy(actor, study)],
    ['consentForms', paths.studyConsentForms(study), true],
    ['data', paths.studyData(study), own.some((place) => can.readData(actor, place))],
    ['sets', paths.studySets(study), can.readData(actor, whole)],
    ['lock', paths.studyLock(study), can.readData(actor, whole)],
    ['report', paths.studyReportPage(study), can.readData(actor, whole)],
    ['trail', paths.studyTrail(study), own.some((place) => can.readStudyTrail(actor, place))],
  ]
  return all.filter(([, , may]) => may).map(([tab, path]) => [tab, path])
}

/** What is wrong with one field of a form. */
export function problemAt(
  problems: readonly StudyFormProblem[],
): (name: string) => string | undefined {
  return (name) => problems.find(({ field }) => field === name)?.text
}
