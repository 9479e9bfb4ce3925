import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { isCut, registryText } from '../parts/registry-text.ts'
import { ownBlock } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'

/** What the study team wrote in short. */
export function briefDescription(view: StudyView): Markup {
  return described(
    view,
    'description',
    view.words.sections.description,
    view.protocol.descriptionModule?.briefSummary,
  )
}

/** What the study team wrote at length. */
export function detailedDescription(view: StudyView): Markup {
  return described(
    view,
    'details',
    view.words.sections.details,
    view.protocol.descriptionModule?.detailedDescription,
  )
}

function described(view: StudyView, id: string, heading: string, text: string | undefined): Markup {
  return html`
    <section class="study-${id}" aria-labelledby="${id}">
      <h2 id="${id}">${heading}</h2>
      ${
        text
          ? ownBlock(view.page, registryText(text, view.explain))
          : html`
              <p class="none">${view.page.words.common.notGiven}</p>
            `
      }
      ${
        text && isCut(text)
          ? html`
              <p class="notice">${view.words.cut}</p>
            `
          : ''
      }
    </section>
  `
}
