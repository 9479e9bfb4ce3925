import type { TypedEvent } from '../../../../study/conduct/safety/typed-event.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { paths } from '../../../shell/paths.ts'
import { draftForm } from '../parts/draft-form.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { eventFields } from './event-fields.ts'
import { eventProblems } from './event-problems.ts'
import type { SentEvent } from './event-form.ts'
import { changedNote } from './event-page.ts'

/** The form for a new adverse event; nothing but the notice where the data are closed. */
export function newEventPage(view: ParticipantView, typed: TypedEvent, sent: SentEvent): Markup {
  const { page, of, lock } = view
  const words = page.words.safety
  return participantLayout(view, {
    title: words.newTitle,
    islands: ['draft-form'],
    main: html`
      ${errorSummary(page, eventProblems(page, sent.problems))} ${changedNote(view, sent)}
      <h1>${words.newTitle}</h1>
      <p class="prose">${words.about}</p>
      ${
        lock === 'open' &&
        draftForm(
          view,
          sent.isAgain,
          html`
            <form
              class="record-form"
              method="post"
              action="${link(page, paths.participantEvents(of.participant.id))}"
              autocomplete="off"
              novalidate
            >
              ${eventFields(view, typed, sent)}
              <p><button class="button" type="submit">${words.save}</button></p>
            </form>
          `,
        )
      }
    `,
  })
}
