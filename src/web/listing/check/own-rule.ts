import { raw } from 'hono/html'
import type { Criterion } from '../../../finder/eligibility/criteria.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { StudyView } from '../parts/view.ts'

/** The rules of a question in the team's own words, folded; its link is named by the question. */
export function ownRule(view: StudyView, criteria: readonly Criterion[], question: string): Markup {
  const words = view.page.words.check
  return html`
    <details class="more">
      <summary>
        ${words.ownRule}
        <span class="unseen">: ${question}</span>
      </summary>
      ${criteria.map((one) => ownWords(view, one))}
    </details>
  `
}

/** A rule in the team's own words, with the title it stands under, its medical words explained. */
export function ownWords(view: StudyView, { heading, text }: Criterion): Markup {
  return html`
    <p class="own" lang="en">
      ${
        heading !== undefined &&
        html`
          <b>${heading}</b>
          <br />
        `
      }
      ${raw(view.explain(text))}
    </p>
  `
}
