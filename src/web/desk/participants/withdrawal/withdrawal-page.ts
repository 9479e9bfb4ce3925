import { can } from '../../../../people/accounts/model/can.ts'
import { withdrawalsOf } from '../../../../study/conduct/derived/own-consent.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import type { ConsentProblem } from '../../../../study/conduct/record/typed-consent.ts'
import {
  type TypedWithdrawal,
  withdrawalReasons,
  withdrawalScopes,
} from '../../../../study/conduct/record/withdraw.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { didNotice } from '../../../account/parts/did-notice.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, selectField } from '../../../shell/parts/field.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { actMoment } from '../parts/act-moment.ts'
import { consentErrors, offsetsAsked } from '../parts/consent-errors.ts'
import { fieldErrorAt, type FieldError } from '../parts/field-errors.ts'
import { draftForm } from '../parts/draft-form.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { sinceNote } from '../parts/since-note.ts'
import { takeOutForm } from '../parts/take-out-form.ts'

/** The page of withdrawal as it is shown. */
export interface WithdrawalShown {
  readonly formKey: string
  readonly typed: TypedWithdrawal
  readonly problems: readonly ConsentProblem[]
  /** What was wrong with taking out an entry, and which. */
  readonly out?: { readonly fact: string; readonly reason: string; readonly text: string }
  /** What was done just before: `recorded` or `out`. */
  readonly did: string
  readonly since?: readonly KeptFact[]
}

/** What was withdrawn, and the form by which somebody stops. */
export function withdrawalPage(view: ParticipantView, shown: WithdrawalShown): Markup {
  const { page, of, actor, lock } = view
  const { withdrawal: words, form } = page.words.consent
  const errors = [
    ...consentErrors(page, shown.problems),
    ...(shown.out ? [{ field: outName(shown.out.fact), text: shown.out.text }] : []),
  ]
  const mayRecord = can.recordFacts(actor, of.participant) && lock === 'open'
  const { treatment, visits } = of.state.withdrawn
  const isAgain = shown.problems.length > 0 || shown.since !== undefined
  const isAll = treatment !== undefined && visits !== undefined
  return participantLayout(view, {
    title: words.title,
    islands: ['print-button', 'draft-form'],
    main: html`
      ${errorSummary(page, errors)} ${shown.since && sinceNote(view, shown.since)}
      ${didNotice({ recorded: words.done, out: form.takenOut }, shown.did)}
      <h1>${words.title}</h1>
      <p class="prose">${words.lead}</p>
      ${givenWithdrawals(view, shown, mayRecord)}
      ${mayRecord && !isAll && draftForm(view, isAgain, newForm(view, shown, errors))}
      <p class="small">${words.safety}</p>
      <p class="acts no-print">
        <print-button label="${page.words.screening.signature.print}"></print-button>
        <a href="${link(page, paths.participant(of.participant.id))}">
          ${page.words.screening.signature.back}
        </a>
      </p>
    `,
  })
}

function newForm(
  { page, of }: ParticipantView,
  { formKey, typed, problems }: WithdrawalShown,
  errors: readonly FieldError[],
): Markup {
  const { withdrawal: words } = page.words.consent
  return html`
    <form
      class="flow narrow-left no-print"
      method="post"
      action="${link(page, paths.participantWithdrawal(of.participant.id))}"
      novalidate
    >
      ${hiddenField('form', formKey)} ${hiddenField('seen', String(of.facts.length))}
      ${choiceGroup({
        name: 'of',
        label: words.of,
        kind: 'radio',
        error: fieldErrorAt(errors, 'of'),
        choices: withdrawalScopes.map((value) => ({
          value,
          label: words.scopes[value],
          chosen: typed.of === value,
        })),
      })}
      ${actMoment(page, {
        typed: typed.at,
        label: words.day,
        hint: `${words.timeHint} (${zoneOf(of).replaceAll('_', ' ')})`,
        errors,
        offsets: offsetsAsked(problems),
      })}
      ${selectField({
        name: 'why',
        label: words.why,
        value: typed.why,
        error: fieldErrorAt(errors, 'why'),
        choices: [
          { value: '', label: words.noWhy },
          ...withdrawalReasons.map((value) => ({ value, label: words.reasons[value] })),
        ],
      })}
      <p class="acts"><button class="button" type="submit">${words.button}</button></p>
    </form>
  `
}

function givenWithdrawals(
  view: ParticipantView,
  shown: WithdrawalShown,
  mayRecord: boolean,
): Markup | false {
  const { page, of } = view
  const words = page.words.consent.withdrawal
  const given = withdrawalsOf(of)
  return (
    given.length > 0 &&
    html`
      <section class="flow" aria-labelledby="given-title">
        <h2 id="given-title">${words.given}</h2>
        ${given.map(
          (one) => html`
            <div class="card flow">
              <p>${saidWithdrawal(view, one)}</p>
              ${mayRecord && outFold(view, shown, one)}
            </div>
          `,
        )}
      </section>
    `
  )
}

/** "Everything, since 26 November 2026, 09:30 (side effects)". */
function saidWithdrawal(
  { page, telling }: ParticipantView,
  { at, details = {} }: KeptFact,
): string {
  const words = page.words.consent.withdrawal
  const { of, why } = details
  const what = (typeof of === 'string' ? lookup(words.short, of) : undefined) ?? words.short.all
  const said = typeof why === 'string' ? lookup(words.reasons, why) : undefined
  const text = words.since(what, momentText(telling, at))
  return said === undefined ? text : `${text} (${said})`
}

function outFold(view: ParticipantView, { out }: WithdrawalShown, { id }: KeptFact): Markup {
  const { page, of } = view
  const words = page.words.consent.withdrawal
  const isWrong = out?.fact === id
  return html`
    <details class="no-print" ${isWrong && 'open'}>
      <summary>${words.takeOut}</summary>
      ${takeOutForm({
        action: link(page, paths.participantWithdrawal(of.participant.id)),
        formKey: id,
        seen: of.facts.length,
        fact: id,
        name: outName(id),
        label: words.reason,
        button: page.words.consent.form.takeOutButton,
        reason: isWrong ? out.reason : '',
        errors: isWrong ? [{ field: outName(id), text: out.text }] : [],
      })}
    </details>
  `
}

/** The name of the field for why an entry is taken out. */
export function outName(fact: string): string {
  return `out-${fact}`
}
