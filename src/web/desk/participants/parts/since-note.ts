import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import type { ParticipantView } from './participant-view.ts'

/** Says that somebody else was faster, and what they recorded. */
export function sinceNote({ page, telling }: ParticipantView, since: readonly KeptFact[]): Markup {
  const words = page.words.consent.changed
  return html`
    <div class="note flow" data-tone="doubt" role="alert">
      <h2>${words.title}</h2>
      <p>${words.text}</p>
      <ul>
        ${since.map(
          ({ item, at }) => html`
            <li>${titleOf(telling, item)}, ${momentText(telling, at)}</li>
          `,
        )}
      </ul>
    </div>
  `
}
