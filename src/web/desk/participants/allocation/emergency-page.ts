import { longestFact } from '../../../../study/conduct/record/typed-fact.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, textArea } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What was typed into the form that opens an arm in an emergency. */
export interface TypedEmergency {
  readonly formKey: string
  readonly reason: string
  readonly problem?: 'noReason' | 'tooLong'
}

/** The form by which an investigator opens the arm of a participant in danger. */
export function emergencyPage(view: ParticipantView, typed: TypedEmergency): Markup {
  const { page, of } = view
  const words = page.words.allocation.of1.emergency
  const { id } = of.participant
  const error = typed.problem && words[typed.problem]
  return participantLayout(view, {
    title: words.title,
    main: html`
      ${errorSummary(page, error === undefined ? [] : [{ field: 'reason', text: error }])}
      <h1>${words.title}</h1>
      <form
        class="card flow record-form"
        method="post"
        action="${link(page, paths.participantEmergency(id))}"
        autocomplete="off"
        novalidate
      >
        <p class="note" data-tone="stop">${words.when}</p>
        <p>${words.what}</p>
        ${hiddenField('form', typed.formKey)}
        ${textArea({
          name: 'reason',
          label: words.reason,
          hint: words.reasonHint,
          value: typed.reason,
          rows: 3,
          maxLength: longestFact,
          error,
        })}
        <p class="acts"><button class="button" type="submit">${words.button}</button></p>
      </form>
      <p>
        <a class="back" href="${link(page, paths.participantAllocation(id))}">
          ${page.words.allocation.of1.title}
        </a>
      </p>
    `,
  })
}
