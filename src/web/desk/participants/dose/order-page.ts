import { can } from '../../../../people/accounts/model/can.ts'
import {
  type DoseOrder,
  orderLasts,
  type OrderStanding,
} from '../../../../study/conduct/record/dose-order.ts'
import { amountsDue } from '../../../../study/conduct/record/judge-dose.ts'
import { decisionWhen } from '../../../../study/in-words/doses.ts'
import { namedText, titleOf } from '../../../../study/in-words/telling.ts'
import { isEqual } from '../../../../study/protocol/quantity/compare-amounts.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { hiddenField, textField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { derivationTable } from '../../../shell/parts/derivation-table.ts'
import { doseAmounts } from './decision-card.ts'
import { sheetProblems } from './dose-page.ts'
import { doseProblemText, siteMoment } from './problem-text.ts'
import type { DoseSheet } from './typed-dose-form.ts'

/** What stands on the page of a prepared dose. */
export interface OrderPageGiven {
  readonly order: DoseOrder
  readonly standing: OrderStanding
  readonly names: ReadonlyMap<string, string>
  readonly sheet: Pick<DoseSheet, 'formKey' | 'problem' | 'isChanged'> & { readonly number: string }
}

/** A dose that one person prepared: what the second one checks, and confirms. */
export function orderPage(view: ParticipantView, given: OrderPageGiven): Markup {
  const { page, of, telling } = view
  const { order, standing, names } = given
  const words = page.words.doseForm
  const by = names.get(order.preparedBy.replace(/^account\//, '')) ?? order.preparedBy
  const name = titleOf(telling, order.typed.regimen)
  return participantLayout(view, {
    title: words.order.title,
    main: html`
      ${sheetProblems(view, orderSheet(given))}
      <h1>${words.order.title}</h1>
      ${standingNote(view, given)}
      <section
        class="card flow dose-card"
        data-kind="${standing.kind === 'waiting' ? 'give' : 'hold'}"
      >
        <p class="dose-child">${of.participant.number}</p>
        <h2>${namedText(telling, name, decisionWhen(telling, order.shown))}</h2>
        ${orderAmounts(view, order)}
        <p>${words.order.by(by, siteMoment(view, order.preparedAt))}</p>
        ${
          order.typed.reason !== '' &&
          html`
            <p>${words.recorded.reason(order.typed.reason)}</p>
          `
        }
        ${amountsDue(order.shown).map((dose) => derivationTable(view.telling, dose, { caption: words.worked, look: 'dose-steps' }))}
        <p class="small soft">${words.version(order.version)}</p>
      </section>
      ${confirmForm(view, given)}
      <p>
        <a class="back" href="${link(page, paths.participantDose(of.participant.id))}">
          ${words.order.now}
        </a>
      </p>
    `,
  })
}

function orderSheet({ sheet, order }: OrderPageGiven): DoseSheet {
  return { ...sheet, typed: order.typed }
}

/** What was prepared: as it was derived, or as it was typed where that is something else. */
function orderAmounts(view: ParticipantView, { shown, amount, volume }: DoseOrder): Markup {
  const derived = amountsDue(shown).find((one) => isEqual(one.amount, amount))
  const strength = derived?.product?.strength
  const drawn = volume && strength && { amount: volume, strength, exact: true }
  return doseAmounts(view, {
    amount,
    ...(drawn ? { product: drawn } : derived?.product && { product: derived.product }),
  })
}

function standingNote(view: ParticipantView, { order, standing }: OrderPageGiven): Markup {
  const words = view.page.words.doseForm.order
  const until = new Date(Date.parse(order.preparedAt) + orderLasts).toISOString()
  const because = standing.kind === 'void' && standing.because
  const tone = {
    waiting: 'soon',
    confirmed: 'open',
    'taken back': 'shut',
    expired: 'doubt',
    void: 'stop',
  }
  return html`
    <div class="note" data-tone="${tone[standing.kind]}" role="status">
      <p>
        ${words.states[standing.kind]}
        ${standing.kind === 'waiting' && words.until(siteMoment(view, until))}
      </p>
      ${
        because &&
        html`
          <p>${doseProblemText(view, because).text}</p>
        `
      }
    </div>
  `
}

function confirmForm(view: ParticipantView, given: OrderPageGiven): Markup {
  const { page, of, actor, lock } = view
  const { order, standing, sheet } = given
  const words = page.words.doseForm
  if (standing.kind !== 'waiting' || lock !== 'open') return html``
  if (!can.recordDoses(actor, of.participant)) return html``
  const isOwn = order.preparedBy === `account/${actor.accountId}`
  const problem = sheet.problem && doseProblemText(view, sheet.problem)
  return html`
    ${
      isOwn
        ? html`
            <p class="note" data-tone="doubt">${words.order.own}</p>
          `
        : html`
            <form
              class="card flow"
              method="post"
              action="${link(page, paths.doseOrder(of.participant.id, order.id))}"
              novalidate
            >
              <p>${words.order.check}</p>
              ${hiddenField('form', sheet.formKey)}
              ${hiddenField('seen', String(of.participant.facts))}
              ${textField({
                name: 'number',
                label: words.form.number,
                hint: words.form.numberHint,
                value: sheet.number,
                maxLength: 20,
                error: problem?.field === 'number' ? problem.text : undefined,
              })}
              <div class="acts-wide">
                <button class="button" type="submit">${words.order.confirm}</button>
              </div>
            </form>
          `
    }
    <form method="post" action="${link(page, paths.doseOrderReturn(of.participant.id, order.id))}">
      <button class="button button-quiet" type="submit">${words.order.back}</button>
    </form>
  `
}

/** Where there is no such prepared dose. */
export function noOrderPage(view: ParticipantView): Markup {
  const { page, of } = view
  const words = page.words.doseForm
  return participantLayout(view, {
    title: words.order.title,
    main: html`
      <h1>${words.order.title}</h1>
      <p>${words.problems.noOrder}</p>
      <p>
        <a class="back" href="${link(page, paths.participantDose(of.participant.id))}">
          ${words.order.now}
        </a>
      </p>
    `,
  })
}
