import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, selectField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { deskLayout } from '../../parts/desk-layout.ts'
import { studyName } from '../../parts/study-name.ts'
import { fieldErrorAt, type FieldError } from '../parts/field-errors.ts'
import { identityFields } from '../parts/identity-fields.ts'
import type { TypedIdentity } from '../parts/typed-identity.ts'
import { type EnrolView, placeKey } from './enrol-view.ts'

/** A form of enrolment as it is shown: what was typed or is known, and what is wrong with it. */
export interface EnrolShown {
  readonly formKey: string
  readonly place: string
  readonly typed: TypedIdentity
  readonly errors: readonly FieldError[]
}

/** The form by which somebody gets a number at a site. */
export function enrolPage(view: EnrolView, shown: EnrolShown): Markup {
  const { page, enquiry } = view
  const words = page.words.enrolment
  return frame(
    view,
    words.title,
    html`
      ${errorSummary(page, shown.errors)}
      <div class="narrow-left flow">
        <h1>${words.title}</h1>
        ${
          enquiry &&
          html`
            <p>${words.from(enquiry.caseNumber)}</p>
          `
        }
        <p>${words.lead}</p>
        ${closedNote(view)}
        <form class="flow" method="post" action="${link(page, paths.participantNew())}" novalidate>
          ${hiddenField('form', shown.formKey)} ${enquiry && hiddenField('enquiry', enquiry.id)}
          ${placeField(view, shown)} ${identityFields(page, shown.typed, shown.errors)}
          <p class="acts"><button class="button" type="submit">${words.button}</button></p>
        </form>
      </div>
    `,
  )
}

function placeField(view: EnrolView, { place, errors }: EnrolShown): Markup {
  const { page, app, places } = view
  const words = page.words.enrolment
  const open = places.filter(({ state }) => state === 'open')
  return selectField({
    name: 'place',
    label: words.place,
    value: place,
    error: fieldErrorAt(errors, 'place'),
    choices: [
      ...(open.length === 1 ? [] : [{ value: '', label: words.choosePlace }]),
      ...open.map((one) => ({
        value: placeKey(one),
        label: words.placeText(
          one.site.name,
          one.site.number,
          studyName(page, app, one.study).text,
        ),
      })),
    ],
  })
}

/** The sites where nobody can be enrolled now, each with the reason. */
function closedNote({ page, places }: EnrolView): Markup | false {
  const words = page.words.enrolment.closed
  const closed = places.flatMap(({ site, state }) =>
    state === 'open' ? [] : [words[state](site.name)],
  )
  return (
    closed.length > 0 &&
    html`
      <div class="note" data-tone="doubt">
        ${closed.map(
          (text) => html`
            <p>${text}</p>
          `,
        )}
        <p>${words.what}</p>
      </div>
    `
  )
}

/** Why nobody can be enrolled, and what to do. */
export function cannotEnrolPage(
  view: EnrolView,
  why: 'nowhere' | 'closed' | 'notReady' | 'notRun',
): Markup {
  const { page, enquiry } = view
  const words = page.words.enrolment
  const title = why === 'notRun' ? words.closed.title : words[why].title
  const text = why === 'notRun' ? words.notRun : why === 'closed' ? '' : words[why].text
  return frame(
    view,
    title,
    html`
      <div class="narrow flow">
        <h1>${title}</h1>
        ${
          text !== '' &&
          html`
            <p>${text}</p>
          `
        }
        ${why === 'closed' && closedNote(view)}
        ${
          enquiry &&
          html`
            <p><a href="${link(page, paths.deskEnquiry(enquiry.id))}">${words.notReady.back}</a></p>
          `
        }
      </div>
    `,
  )
}

/** Somebody was enrolled from this enquiry before: the way to them. */
export function enrolledBeforePage(view: EnrolView, id: string, number: string): Markup {
  const { page } = view
  const words = page.words.enrolment.twice
  return frame(
    view,
    words.title,
    html`
      <div class="narrow flow">
        <h1>${words.title}</h1>
        <p>${words.text(number)}</p>
        <p class="acts">
          <a class="button" href="${link(page, paths.participant(id))}">${words.open}</a>
        </p>
      </div>
    `,
  )
}

function frame(view: EnrolView, title: string, main: Markup): Markup {
  return deskLayout(view, {
    title,
    isMadeUp: view.enquiry?.details.isMadeUp === true,
    main: html`
      <div class="desk flow">${main}</div>
    `,
  })
}
