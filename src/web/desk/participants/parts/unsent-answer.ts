import { longestQuery } from '../../../../study/conduct/review/change-query.ts'
import type { QueryThread } from '../../../../study/conduct/review/query.ts'
import { answeringStep } from '../../../../study/conduct/review/query-steps.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { hiddenField, textArea } from '../../../shell/parts/field.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { queryWordsText } from './about-query.ts'
import type { ParticipantView } from './participant-view.ts'

/** What somebody typed about a query and that was not recorded, to be sent again as long as the query takes an answer. */
export function unsentAnswer(
  view: ParticipantView,
  { query, events }: QueryThread,
  text: string,
): Markup {
  const { page, of, actor, telling, lock } = view
  const { unsent, stepTexts, steps } = page.words.review.queries
  const step = lock === 'locked' ? undefined : answeringStep(actor, query)
  const said = events.findLast(({ kind, words }) => kind === 'answered' && words !== undefined)
  const to = link(page, paths.participantQuery(of.participant.id, query.id))
  return html`
    <section class="flow" aria-labelledby="unsent-title">
      <h2 id="unsent-title">${unsent.title}</h2>
      <p>
        ${step === undefined ? unsent.over : unsent.hint}
        <a href="${to}">${unsent.look}</a>
      </p>
      ${
        said &&
        html`
          <p class="said">${queryWordsText(telling, said)}</p>
        `
      }
      ${step === undefined ? wordsToCopy(text) : undefined}
      ${
        step !== undefined &&
        html`
          <form class="card record-form" method="post" action="${to}" novalidate>
            ${hiddenField('version', String(query.version))} ${hiddenField('step', step)}
            ${textArea({
              name: `text-${step}`,
              label: lookup(stepTexts, step) ?? steps[step],
              value: text,
              rows: 3,
              maxLength: longestQuery,
            })}
            <p><button class="button" type="submit">${steps[step]}</button></p>
          </form>
        `
      }
    </section>
  `
}

/** Words of one's own that can only be copied now. */
export function wordsToCopy(text: string): Markup {
  return html`
    <blockquote class="said" data-unsent>${text}</blockquote>
  `
}
