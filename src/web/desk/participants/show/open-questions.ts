import { can } from '../../../../people/accounts/model/can.ts'
import { formOfItem } from '../../../../study/conduct/record/form-items.ts'
import { askedText } from '../../../../study/in-words/questions.ts'
import type { ProtocolItem } from '../../../../study/protocol/document/protocol.ts'
import type { OpenQuestion } from '../../../../study/protocol/state/answers.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { factPath } from '../parts/fact-path.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** As many as are read at once; the others are in a fold. */
const mostAtOnce = 6

/** What a person must answer, first that for which a decision waits, each with the way to the answer. */
export function questionSection(
  view: ParticipantView,
  queries: { readonly open: number; readonly answered: number },
): Markup {
  const { page, of } = view
  const words = page.words.participantPage.questions
  const { questions } = of.state
  const asked = queries.open + queries.answered
  const [first, rest] = [questions.slice(0, mostAtOnce), questions.slice(mostAtOnce)]
  return html`
    <section class="flow" aria-labelledby="questions-title">
      <h2 id="questions-title">${words.title}</h2>
      ${
        asked > 0 &&
        html`
          <p>
            <a href="${link(page, paths.participantQueries(of.participant.id))}">
              ${words.queries(queries.open, queries.answered)}
            </a>
          </p>
        `
      }
      ${
        questions.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : list(view, first)
      }
      ${
        rest.length > 0 &&
        html`
          <details class="record-more">
            <summary>${words.more(rest.length)}</summary>
            ${list(view, rest)}
          </details>
        `
      }
    </section>
  `
}

function list(view: ParticipantView, questions: readonly OpenQuestion[]): Markup {
  const { blocks } = view.page.words.participant.question
  return html`
    <ul class="due-list">
      ${questions.map(
        (question) => html`
          <li data-tone="${question.blocks ? 'doubt' : 'shut'}">
            ${askedText(view.telling, question)}
            ${
              question.blocks &&
              html`
                <b>${blocks}</b>
              `
            }
            ${answerLink(view, question)}
          </li>
        `,
      )}
    </ul>
  `
}

/** To the form of what is missing, or to the value that it is about. */
function answerLink(
  view: ParticipantView,
  { missing, given, facts }: OpenQuestion,
): Markup | false {
  const { page, of, lock } = view
  const words = page.words.participantPage.questions
  const [fact] = facts
  if (fact !== undefined)
    return html`
      <a href="${link(page, factPath(of, fact))}">${words.look}</a>
    `
  const asked = missing?.item ?? given?.['item']
  const item = of.protocol.items.find((one) => one.id === asked)
  const href = item !== undefined && lock === 'open' && formPath(view, item)
  return href
    ? html`
        <a href="${href}">${words.answer}</a>
      `
    : false
}

/** Where an item is recorded, for who may record it. */
function formPath({ page, of, actor }: ParticipantView, item: ProtocolItem): string | false {
  const { id } = of.participant
  const mayRecord = can.recordFacts(actor, of.participant)
  switch (formOfItem(of.protocol, item)) {
    case 'record':
      return mayRecord && link(page, paths.participantRecord(id), { item: item.id })
    case 'consent':
      return mayRecord && link(page, paths.participantConsent(id))
    case 'dose':
      return (
        item.role === undefined &&
        can.recordDoses(actor, of.participant) &&
        link(page, paths.participantDose(id))
      )
    case 'withdrawal':
    case 'event':
    case 'study':
      return false
  }
}
