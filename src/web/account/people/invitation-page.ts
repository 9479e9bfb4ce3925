import type { InvitationByLink } from '../../../people/accounts/invitations.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { textField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { messagePage } from '../../shell/parts/message-page.ts'
import { paths } from '../../shell/paths.ts'
import { roleText } from '../parts/role-text.ts'

type Open = Extract<InvitationByLink, { readonly kind: 'open' }>

/** Where a mailed invitation leads: only its button takes it up. Who has an account keeps its name. */
export function invitationPage(
  page: Page,
  app: App,
  invitation: Open,
  typed: { readonly name: string; readonly problem?: string } = { name: '' },
): Markup {
  const words = page.words.account.invitation
  const problems = typed.problem === undefined ? [] : [{ field: 'name', text: typed.problem }]
  return layout(page, {
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        ${errorSummary(page, problems)}
        <h1>${words.title}</h1>
        <p class="lead">${words.text(invitation.from, roleText(page, app, invitation.role))}</p>
        <p>${words.rule}</p>
        <form method="post" action="${link(page, page.path)}" novalidate>
          ${
            invitation.name === undefined &&
            textField({
              name: 'name',
              label: words.name,
              hint: words.nameHint,
              value: typed.name,
              maxLength: 80,
              autocomplete: 'name',
              error: typed.problem,
            })
          }
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
      </div>
    `,
  })
}

/** Who invited may not give that role any more. */
export function withdrawnPage(page: Page): Markup {
  const words = page.words.account
  return messagePage(page, {
    title: words.invitation.withdrawn,
    text: words.invitation.withdrawnText,
    ways: [{ path: paths.signIn(), text: words.closed.again }],
  })
}
