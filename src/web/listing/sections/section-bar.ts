import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import type { StudyView } from '../parts/view.ts'

/** Links to the parts of the page; they work without JavaScript and stay in sight on wide screens. */
export function sectionBar({ words }: StudyView): Markup {
  const sections = [
    ['description', words.sections.description],
    ['details', words.sections.details],
    ['glance', words.sections.glance],
    ['eligibility', words.sections.eligibility],
    ['sites', words.sections.sitesShort],
    ['team', words.sections.team],
    ['history', words.sections.history],
  ] as const
  return html`
    <nav class="section-bar" aria-label="${words.sections.label}">
      <ul>
        ${sections.map(
          ([id, label]) => html`
            <li><a href="#${id}">${label}</a></li>
          `,
        )}
      </ul>
    </nav>
  `
}
