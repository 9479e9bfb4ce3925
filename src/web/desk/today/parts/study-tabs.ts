import { studyReach } from '../../../../people/accounts/model/can.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { DeskView } from '../../parts/desk-layout.ts'

/** A page of the studies that are run here which is of no single participant. */
export type RunTab = 'today' | 'participants' | 'calendar'

/** The ways between these pages, and to each study that who looks has to do with. */
export function studyTabsNav({ page, actor }: DeskView, here: RunTab): Markup {
  const words = page.words.today
  const tabs = [
    ['today', paths.deskToday(), words.title],
    ['participants', paths.participants(), words.list.title],
    ['calendar', paths.calendarPage(), words.calendar.title],
  ] as const
  const studies = [...new Set(studyReach(actor).map(({ study }) => study))]
  return html`
    <nav aria-label="${page.words.participants.study}">
      <ul class="desk-tabs">
        ${tabs.map(([tab, path, name]) =>
          tab === here
            ? html`
                <li><a href="${link(page, path)}" aria-current="page">${name}</a></li>
              `
            : html`
                <li><a href="${link(page, path)}">${name}</a></li>
              `,
        )}
        ${studies.map(
          (study) => html`
            <li><a href="${link(page, paths.studyDesk(study))}">${study}</a></li>
          `,
        )}
        <li><a href="${link(page, paths.desk())}">${page.words.desk.name}</a></li>
      </ul>
    </nav>
  `
}
