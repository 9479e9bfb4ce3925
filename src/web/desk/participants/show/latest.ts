import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { comparableText } from '../../../../study/in-words/facts.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { factPath } from '../parts/fact-path.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { recordedBy } from '../parts/recorded-by.ts'

/** As many values as the page shows of the history. */
const most = 10

/** The values recorded last, the newest first. */
export function lastFacts({ of }: Pick<ParticipantView, 'of'>): readonly KeptFact[] {
  return of.facts.slice(-most).toReversed()
}

/** What was recorded last, by whom and when, and the way to all of it. */
export function latestSection(view: ParticipantView, names: ReadonlyMap<string, string>): Markup {
  const { page, of, telling } = view
  const words = page.words.participantPage.history
  const { id } = of.participant
  const facts = lastFacts(view)
  return html`
    <section class="flow" aria-labelledby="latest-title">
      <h2 id="latest-title">${words.title}</h2>
      ${
        facts.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : html`
              <ol class="log">
                ${facts.map(
                  (fact) => html`
                    <li>
                      <a href="${link(page, factPath(of, fact.id))}">
                        ${titleOf(telling, fact.item)}
                      </a>
                      ${comparableText(telling, fact)}, ${momentText(telling, fact.at)}
                      <span class="soft">${recordedBy(view, fact, names)}</span>
                    </li>
                  `,
                )}
              </ol>
            `
      }
      <p><a href="${link(page, paths.participantHistory(id))}">${words.all}</a></p>
    </section>
  `
}
