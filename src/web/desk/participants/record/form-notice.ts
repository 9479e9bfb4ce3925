import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { recordedText } from '../../../../study/in-words/facts.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { factPath } from '../parts/fact-path.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** Something that became of a form before it was recorded: somebody was faster, or it was sent before. */
export interface FormNotice {
  readonly kind: 'changed' | 'sentBefore'
  readonly facts: readonly KeptFact[]
}

/** Says what was recorded in the meantime, each value with a way to it. */
export function formNotice(view: ParticipantView, { kind, facts }: FormNotice): Markup {
  const { page, of, telling } = view
  const words = page.words.record[kind]
  return html`
    <div class="note flow" data-tone="doubt" role="alert">
      <h2>${words.title}</h2>
      <p>${words.text}</p>
      <ul>
        ${facts.map(
          (fact) => html`
            <li>
              <a href="${link(page, factPath(of, fact.id))}">${titleOf(telling, fact.item)}</a>
              ${recordedText(telling, fact)}, ${momentText(telling, fact.at)}
            </li>
          `,
        )}
      </ul>
    </div>
  `
}
