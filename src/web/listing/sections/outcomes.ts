import type { Outcome } from '../../../finder/registry/study.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { registryText } from '../parts/registry-text.ts'
import { own, ownBlock } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'

/** A record may list hundreds; the first are shown and the rest are opened. */
const shownAtFirst = 10

/** What the study measures and when. */
export function outcomes(view: StudyView): Markup | undefined {
  const module = view.protocol.outcomesModule
  const groups = [
    group(view, view.words.glance.primary, module?.primaryOutcomes),
    group(view, view.words.glance.secondary, module?.secondaryOutcomes),
    group(view, view.words.glance.other, module?.otherOutcomes),
  ].filter(Boolean)
  if (groups.length === 0) return undefined
  return html`
    <div class="outcomes">${groups}</div>
  `
}

function group(view: StudyView, label: string, all: readonly Outcome[] = []): Markup | undefined {
  if (all.length === 0) return undefined
  const rest = all.slice(shownAtFirst)
  return html`
    <h4>${label}</h4>
    <ul>
      ${all.slice(0, shownAtFirst).map((one) => outcome(view, one))}
    </ul>
    ${
      rest.length > 0
        ? html`
            <details>
              <summary>${label}${view.page.words.common.colon} +${rest.length}</summary>
              <ul>
                ${rest.map((one) => outcome(view, one))}
              </ul>
            </details>
          `
        : ''
    }
  `
}

function outcome({ page, words }: StudyView, { measure, timeFrame, description }: Outcome): Markup {
  return html`
    <li>
      <b>${own(page, measure ?? '')}</b>
      ${
        timeFrame
          ? html`
              <p class="time-frame">${words.glance.timeFrame} ${own(page, timeFrame)}</p>
            `
          : ''
      }
      ${description ? ownBlock(page, registryText(description)) : ''}
    </li>
  `
}
