import { formOfItem } from '../../../../study/conduct/record/form-items.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { visitLines, visitName } from '../../../../study/in-words/visits.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { visitKey } from '../parts/visit-key.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What can be recorded: a visit, or a single value. */
export function recordChoices(view: ParticipantView): Markup {
  const { page, of, telling } = view
  const words = page.words.record
  const to = paths.participantRecord(of.participant.id)
  const visits = of.state.visits.filter(({ standing }) => standing !== 'notNeeded')
  const items = of.protocol.items.filter((item) => formOfItem(of.protocol, item) === 'record')
  return participantLayout(view, {
    title: words.title,
    main: html`
      <h1>${words.title}</h1>
      <div class="record-choose">
        <section class="flow" aria-labelledby="visits-title">
          <h2 id="visits-title">${words.choose.visits}</h2>
          ${
            visits.length === 0
              ? html`
                  <p>${words.choose.noVisits}</p>
                `
              : html`
                  <ul>
                    ${visits.map(
                      (visit) => html`
                        <li>
                          <a href="${link(page, to, { visit: visitKey(visit) })}">
                            ${visitName(telling, visit)}
                          </a>
                          <span class="small soft">
                            ${visitLines(telling, visit).slice(0, 2).join(', ')}
                          </span>
                        </li>
                      `,
                    )}
                  </ul>
                `
          }
        </section>
        <section class="flow" aria-labelledby="items-title">
          <h2 id="items-title">${words.choose.items}</h2>
          <ul class="record-items">
            ${items.map(
              ({ id }) => html`
                <li><a href="${link(page, to, { item: id })}">${titleOf(telling, id)}</a></li>
              `,
            )}
          </ul>
        </section>
      </div>
    `,
  })
}
