import { can } from '../../../../people/accounts/model/can.ts'
import { consentsOf } from '../../../../study/conduct/derived/own-consent.ts'
import { approvedAt } from '../../../../study/conduct/model/consent-forms.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { didNotice } from '../../../account/parts/did-notice.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { paths } from '../../../shell/paths.ts'
import type { FieldError } from '../parts/field-errors.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { sinceNote } from '../parts/since-note.ts'
import { takeOutForm } from '../parts/take-out-form.ts'
import { consentForm, type ConsentFormShown, consentFormErrors } from './consent-form.ts'
import type { ConsentBeside } from './consent-view.ts'
import { dueNotes, givenConsents } from './given-consents.ts'

/** The page of consent as it is shown. */
export interface ConsentShown {
  readonly form: ConsentFormShown
  readonly takeOut: { readonly reason: string; readonly errors: readonly FieldError[] }
  /** What was done just before: `recorded` or `out`. */
  readonly did: string
  /** What somebody else recorded since the page was opened. */
  readonly since?: readonly KeptFact[]
}

/** What was signed, what is due, and the form for what is signed now. */
export function consentPage(
  view: ParticipantView,
  beside: ConsentBeside,
  shown: ConsentShown,
): Markup {
  const { page, of, actor, lock } = view
  const words = page.words.consent
  const errors = [...consentFormErrors(view, shown.form.problems), ...shown.takeOut.errors]
  const mayRecord = can.recordFacts(actor, of.participant) && lock === 'open'
  return participantLayout(view, {
    title: words.title,
    islands: ['print-button', 'draft-form'],
    main: html`
      ${errorSummary(page, errors)} ${shown.since && sinceNote(view, shown.since)}
      ${didNotice({ recorded: words.form.done, out: words.form.takenOut }, shown.did)}
      <h1>${words.title}</h1>
      <p class="prose">${words.lead}</p>
      ${dueNotes(view)}
      <section class="flow" aria-labelledby="given-title">
        <h2 id="given-title">${words.given}</h2>
        ${givenConsents(view, beside)}
      </section>
      ${mayRecord && newConsent(view, beside, shown)}
      <p class="acts no-print">
        <print-button label="${page.words.screening.signature.print}"></print-button>
        <a href="${link(page, paths.participantWithdrawal(of.participant.id))}">
          ${words.withdrawal.title}
        </a>
        <a href="${link(page, paths.participantScreening(of.participant.id))}">
          ${page.words.screening.title}
        </a>
      </p>
    `,
  })
}

function newConsent(
  view: ParticipantView,
  beside: ConsentBeside,
  { form, takeOut, since }: ConsentShown,
): Markup {
  const { page, of } = view
  const words = page.words.consent
  if (approvedAt(beside.forms, of.participant.site).length === 0)
    return html`
      <p class="note" data-tone="doubt">${words.noForms}</p>
    `
  const { replaced } = form
  const isThere = replaced && consentsOf(of).some(({ id }) => id === replaced.fact)
  return html`
    <section class="flow no-print" aria-labelledby="form-title">
      <h2 id="form-title">${isThere ? words.form.correct : words.form.title}</h2>
      ${
        isThere &&
        html`
          <p>${words.form.correctLead}</p>
        `
      }
      ${consentForm(view, beside, { ...form, isChanged: since !== undefined })}
      ${
        isThere &&
        html`
          <h3>${words.form.takeOut}</h3>
          <p>${words.form.takeOutLead}</p>
          ${takeOutForm({
            action: link(page, paths.participantConsent(of.participant.id)),
            formKey: replaced.fact,
            seen: of.facts.length,
            fact: replaced.fact,
            name: 'outReason',
            label: words.withdrawal.reason,
            button: words.form.takeOutButton,
            ...takeOut,
          })}
        `
      }
    </section>
  `
}
