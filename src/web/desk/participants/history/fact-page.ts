import { can } from '../../../../people/accounts/model/can.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { mayCorrect } from '../../../../study/conduct/record/correct-fact.ts'
import type { QueryThread } from '../../../../study/conduct/review/query.ts'
import type { ProtocolItem } from '../../../../study/protocol/document/protocol.ts'
import { comparableText, recordedText } from '../../../../study/in-words/facts.ts'
import { setAsideText } from '../../../../study/in-words/questions.ts'
import { codeText, titleOf } from '../../../../study/in-words/telling.ts'
import { momentText, shownText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, textField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { draftForm } from '../parts/draft-form.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import { recordedBy } from '../parts/recorded-by.ts'
import { unsentAnswer } from '../parts/unsent-answer.ts'
import { type FilledSheet, typedIn, faultAt } from '../record/filled-sheet.ts'
import { protocolField } from '../record/protocol-field.ts'
import { sharedMoment } from '../record/moment-fields.ts'
import { type FormNotice, formNotice } from '../record/form-notice.ts'
import { answerFields } from './answer-with.ts'
import { chainOf } from './chain.ts'

/** One recorded value with all that is around it. */
export interface FactView {
  readonly filled: FilledSheet
  readonly fact: KeptFact
  /** Names of accounts, by their id. */
  readonly names: ReadonlyMap<string, string>
  readonly notice?: FormNotice
  /** What was asked of it and waits for an answer of who reads this. */
  readonly question?: QueryThread
  /** The question that an answer was typed to, as it stands now. */
  readonly answered?: QueryThread
  /** Why the answer was not recorded: the question changed, and so nothing was done; or it did after the value was corrected. */
  readonly unanswered?: 'nothing done' | 'corrected'
}

/** One value: who recorded it and when, how it came to be, and the form that corrects it. */
export function factPage(of: FactView): Markup {
  const { filled, fact, notice, unanswered } = of
  const { view, problems } = filled
  const { page, telling } = view
  const words = page.words.record
  const title = words.fact.title(titleOf(telling, fact.item))
  const isCorrected = new URLSearchParams(page.query).get('did') === 'corrected'
  return participantLayout(view, {
    title,
    islands: ['draft-form'],
    main: html`
      ${errorSummary(page, problems)} ${notice && formNotice(view, notice)}
      ${
        unanswered !== undefined &&
        html`
          <p class="note" data-tone="doubt" role="alert">
            ${page.words.review.queries.withCorrection[unanswered === 'corrected' ? 'corrected' : 'changed']}
          </p>
        `
      }
      ${
        isCorrected &&
        html`
          <p class="note" data-tone="open" role="status">${words.fact.corrected}</p>
        `
      }
      <h1>${title}</h1>
      ${unsent(of)} ${standing(of)} ${partsOf(of)} ${chain(of)} ${askLink(of)} ${correction(of)}
      <p><a href="${link(page, paths.participant(view.of.participant.id))}">${words.back}</a></p>
    `,
  })
}

/** An answer that has no place in the form any more, because its question was answered or the value corrected. */
function unsent(shown: FactView): Markup | false {
  const { filled, answered, question } = shown
  if (!answered || (formItem(shown) && question?.query.id === answered.query.id)) return false
  return unsentAnswer(filled.view, answered, typedIn(filled, 'answer'))
}

/** What the form corrects; undefined where there is none. */
function formItem({ filled: { view, form }, fact }: FactView): ProtocolItem | undefined {
  const isOpen = view.lock === 'open' && mayCorrect(view.of, view.actor, fact)
  return isOpen ? form.items[0] : undefined
}

/** Whether it stands, or a correction took its place. */
function standing({ filled: { view }, fact }: FactView): Markup | false {
  const { page, of, telling } = view
  const words = page.words.record.fact
  const last = chainOf(of.facts, fact).at(-1) ?? fact
  const aside = of.state.setAside.find(({ fact: id, why }) => id === fact.id && why !== 'corrected')
  if (last.id !== fact.id)
    return html`
      <p class="note" data-tone="doubt">
        ${words.old}
        <a href="${link(page, paths.participantFact(of.participant.id, last.id))}">${words.now}</a>
      </p>
    `
  return (
    aside !== undefined &&
    html`
      <p class="note" data-tone="doubt">${words.setAside}: ${setAsideText(telling, aside)}.</p>
    `
  )
}

function partsOf({ filled: { view }, fact, names }: FactView): Markup {
  const { telling, page } = view
  const words = page.words.record.fact
  const { notDone, ...details } = fact.details ?? {}
  const told = Object.entries(details).map(
    ([name, value]) => `${codeText(telling, name)}: ${shownText(telling, { text: String(value) })}`,
  )
  const parts: readonly (readonly [string, string])[] = [
    [
      words.value,
      typeof notDone === 'string' ? words.notDone(notDone) : comparableText(telling, fact),
    ],
    [words.happened, momentText(telling, fact.at)],
    [words.recorded, recordedBy(view, fact, names)],
    [words.visit, fact.visit === undefined ? '' : titleOf(telling, fact.visit)],
    [words.details, told.join('; ')],
    [words.reason, fact.reason ?? ''],
  ]
  return html`
    <dl class="facts">
      ${parts
        .filter(([, text]) => text !== '')
        .map(
          ([name, text]) => html`
            <div>
              <dt>${name}</dt>
              <dd>${text}</dd>
            </div>
          `,
        )}
    </dl>
  `
}

/** The value as it was first recorded, and each correction with its reason. */
function chain({ filled: { view }, fact, names }: FactView): Markup | false {
  const { page, of, telling } = view
  const words = page.words.record.fact
  const all = chainOf(of.facts, fact)
  return (
    all.length > 1 &&
    html`
      <section class="flow" aria-labelledby="chain-title">
        <h2 id="chain-title">${words.history}</h2>
        <ol class="log">
          ${all.map(
            (one) => html`
              <li>
                <b>${one.corrects === undefined ? words.first : words.correction}</b>
                <a href="${link(page, paths.participantFact(of.participant.id, one.id))}">
                  ${recordedText(telling, one)}
                </a>
                ${momentText(telling, one.at)}
                <span class="soft">${recordedBy(view, one, names)}</span>
                ${
                  one.reason !== undefined &&
                  html`
                    <p class="said">${one.reason}</p>
                  `
                }
              </li>
            `,
          )}
        </ol>
      </section>
    `
  )
}

/** Who asks about what was recorded asks about this value. */
function askLink({ filled: { view }, fact }: FactView): Markup | false {
  const { page, of, actor } = view
  const href = link(page, paths.participantQueries(of.participant.id), { fact: fact.id })
  return (
    can.openQueries(actor, of.participant) &&
    html`
      <p><a href="${href}">${page.words.record.fact.ask}</a></p>
    `
  )
}

function correction(shown: FactView): Markup | false {
  const { filled, fact, question } = shown
  const { view, form } = filled
  const { page, of } = view
  const words = page.words.record
  const item = formItem(shown)
  if (!item) return false
  return html`
    <section class="flow" aria-labelledby="correct-title">
      <h2 id="correct-title">${words.fact.correct}</h2>
      <p class="prose">${words.fact.correctHint}</p>
      ${draftForm(
        view,
        form.fields.has('form'),
        html`
          <form
            class="record-form"
            method="post"
            action="${link(page, paths.participantFact(of.participant.id, fact.id))}"
            autocomplete="off"
            novalidate
          >
            ${hiddenField('form', form.formKey)} ${hiddenField('seen', String(form.seen))}
            ${item.type !== 'event' && sharedMoment(filled, '')} ${protocolField(filled, item)}
            ${textField({
              name: 'reason',
              label: words.fact.reasonLabel,
              value: typedIn(filled, 'reason'),
              error: faultAt(filled, 'reason'),
              maxLength: 1000,
            })}
            ${question && answerFields(filled, question)}
            <p class="acts"><button class="button" type="submit">${words.fact.button}</button></p>
          </form>
        `,
      )}
    </section>
  `
}
