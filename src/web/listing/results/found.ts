import type { ResultOutcome, StudyResults } from '../../../finder/registry/study-results.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { resultsText } from '../sections/results-line.ts'
import type { StudyPageView } from '../parts/page-view.ts'
import { adverseSection } from './adverse.ts'
import { participantFlow } from './flow.ts'
import { outcomeFigure } from './outcome.ts'

/** What the registry holds of a study's results: the first main outcome open, the rest folded, with the way to all. */
export function found(view: StudyPageView, results: StudyResults): Markup {
  const { page, nctId } = view
  const words = page.words.listing.results
  const [first, ...others] = results.outcomes
  const registry = `https://clinicaltrials.gov/study/${nctId}?tab=results`
  const late = resultsText(view)
  return html`
    <section class="flow" aria-labelledby="results">
      <h2 id="results">${words.heading}</h2>
      ${late && line`<p>${late}</p>`}
      ${page.language === 'fr' && line`<p class="small soft">${words.asWritten}</p>`}
      ${first && outcomeFigure(page, first)} ${more(view, others)}
      ${results.adverse && adverseSection(page, results.adverse)}
      ${
        results.flow &&
        html`
          <h3>${words.flow}</h3>
          ${participantFlow(page, results.flow)}
        `
      }
      <p>
        <a href="${registry}" rel="noopener noreferrer nofollow">${words.all}</a>
      </p>
    </section>
  `
}

/** As many as a page shows; the registry has all. */
const mostMore = 6

function more({ page }: StudyPageView, outcomes: readonly ResultOutcome[]): Markup | '' {
  if (outcomes.length === 0) return ''
  const words = page.words.listing.results
  return html`
    <details class="more">
      <summary>${words.moreMain(outcomes.length)}</summary>
      <div class="flow">
        ${outcomes.slice(0, mostMore).map((outcome) => outcomeFigure(page, outcome))}
      </div>
    </details>
  `
}
