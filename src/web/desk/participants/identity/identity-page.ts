import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { type IdentityChangeKept, identityMark } from '../../../../study/conduct/record/identity.ts'
import type { ParticipantIdentity } from '../../../../study/conduct/model/participant.ts'
import { didNotice } from '../../../account/parts/did-notice.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField } from '../../../shell/parts/field.ts'
import { fact } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import type { FieldError } from '../parts/field-errors.ts'
import { identityFields } from '../parts/identity-fields.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import type { TypedIdentity } from '../parts/typed-identity.ts'

/** Something of who they are that was put right, with the name of who did. */
export type IdentityChange = Omit<IdentityChangeKept, 'accountId'> & { readonly who: string }

/** Who a participant is, as the page shows it. */
export interface IdentityShown {
  readonly identity: ParticipantIdentity
  readonly typed: TypedIdentity
  readonly errors: readonly FieldError[]
  readonly did: string
  readonly isChanged?: true
  readonly changes: readonly IdentityChange[]
}

/** Who a participant is and how they are reached, for who treats them. */
export function identityPage(view: ParticipantView, shown: IdentityShown): Markup {
  const { page, of } = view
  const words = page.words.enrolment.identity
  const { enquiry } = shown.identity
  const at = (moment: string): string => saidMoment(page, moment, zoneOf(of), 'date')
  return participantLayout(view, {
    title: words.title,
    main: html`
      ${errorSummary(page, shown.errors)}
      ${didNotice({ kept: words.done, same: words.same }, shown.did)}
      ${
        shown.isChanged &&
        html`
          <p class="note" data-tone="doubt" role="alert">${words.changed}</p>
        `
      }
      <h1>${words.title}</h1>
      <p>${words.lead}</p>
      <dl class="facts">
        ${fact(words.made, at(of.participant.enrolledAt))} ${fact(words.enquiry, enquiry)}
      </dl>
      <section class="card flow narrow-left" aria-labelledby="change-title">
        <h2 id="change-title">${words.change}</h2>
        <form
          class="flow"
          method="post"
          action="${link(page, paths.participantIdentity(of.participant.id))}"
          novalidate
        >
          ${hiddenField('seen', identityMark(of.participant.key, shown.identity))}
          ${identityFields(page, shown.typed, shown.errors)}
          <p class="acts"><button class="button" type="submit">${words.button}</button></p>
        </form>
      </section>
      ${changesSection(view, shown.changes)} ${erasureSection(view, at)}
    `,
  })
}

function changesSection(
  { page, of }: ParticipantView,
  changes: readonly IdentityChange[],
): Markup | false {
  const words = page.words.enrolment
  return (
    changes.length > 0 &&
    html`
      <section class="flow" aria-labelledby="changes-title">
        <h2 id="changes-title">${words.identity.history}</h2>
        <ul>
          ${changes.map(
            ({ at, who, parts, before, after }) => html`
              <li>
                ${words.identity.historyLine(
                  saidMoment(page, at, zoneOf(of), 'moment'),
                  who,
                  parts.map((part) => words[part]).join(', '),
                )}
                <br />
                <span class="small soft">${words.identity.before}</span>
                <bdi>${before}</bdi>
                <span class="small soft">${words.identity.after}</span>
                <bdi>${after}</bdi>
              </li>
            `,
          )}
        </ul>
      </section>
    `
  )
}

function erasureSection({ page, of }: ParticipantView, at: (moment: string) => string): Markup {
  const words = page.words.enrolment.identity
  const { id, erasureAskedAt } = of.participant
  return html`
    <section class="flow narrow-left" aria-labelledby="erasure-title">
      <h2 id="erasure-title">${words.erasure}</h2>
      <p>${words.erasureText}</p>
      ${
        erasureAskedAt === null
          ? html`
              <form method="post" action="${link(page, paths.participantIdentity(id))}">
                ${hiddenField('act', 'erasure')}
                <button class="button button-quiet" type="submit">${words.erasureButton}</button>
              </form>
            `
          : html`
              <p class="note" data-tone="doubt">${words.erasureAsked(at(erasureAskedAt))}</p>
            `
      }
      <p><a href="${link(page, paths.participantWithdrawal(id))}">${words.withdrawal}</a></p>
    </section>
  `
}
