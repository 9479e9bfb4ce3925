import type { RoleName } from '../../../people/accounts/model/actor.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { type Choice, hiddenField, selectField, textField } from '../../shell/parts/field.ts'

/** What is wrong with an invitation, by the field. */
export interface InviteProblem {
  readonly field: 'email' | 'role'
  readonly text: string
}

/** The form that invites somebody. */
export interface InviteForm {
  readonly action: string
  readonly title: string
  readonly roles: readonly RoleName[]
  /** Studies and sites to choose from; none for the roles of the installation. */
  readonly places: readonly Choice[]
  readonly typed: TypedInvitation
  readonly problems: readonly InviteProblem[]
}

/** An invitation as it was typed. */
export interface TypedInvitation {
  readonly email: string
  readonly role: string
  /** `NCT…` or `NCT….<site>`; empty for the installation. */
  readonly place: string
  readonly language: string
}

/** Nothing typed yet. */
export function emptyInvitation(page: Page): TypedInvitation {
  return { email: '', role: '', place: '', language: page.language }
}

/** The form with what was typed, and what is wrong with it. */
export function inviteForm(page: Page, form: InviteForm): Markup {
  const words = page.words.account
  const error = (field: InviteProblem['field']): string | undefined =>
    form.problems.find((problem) => problem.field === field)?.text
  const { languages } = words.self
  return html`
    <section class="prose" aria-labelledby="invite-title">
      <h2 id="invite-title">${form.title}</h2>
      <p>${words.people.inviteText}</p>
      <form method="post" action="${form.action}" novalidate>
        ${textField({
          name: 'email',
          type: 'email',
          label: words.people.email,
          value: form.typed.email,
          maxLength: 254,
          error: error('email'),
        })}
        ${selectField({
          name: 'role',
          label: words.people.role,
          hint: form.places.length > 0 ? words.people.rolesHint : undefined,
          value: form.typed.role,
          choices: form.roles.map((value) => ({ value, label: words.roles[value] })),
          error: error('role'),
        })}
        ${where(page, form)}
        ${selectField({
          name: 'language',
          label: words.people.language,
          value: form.typed.language,
          choices: (['en', 'fr'] as const).map((value) => ({ value, label: languages[value] })),
        })}
        <p class="button-row">
          <button class="button" type="submit">${words.people.button}</button>
        </p>
      </form>
    </section>
  `
}

function where(page: Page, { places, typed }: InviteForm): Markup {
  const [only, ...others] = places
  if (!only) return html``
  const label = page.words.account.people.place
  if (others.length > 0)
    return selectField({ name: 'place', label, value: typed.place, choices: places })
  return html`
    <p>${label}: ${only.label}</p>
    ${hiddenField('place', only.value)}
  `
}
