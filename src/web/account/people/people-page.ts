import type { ListedAccount } from '../../../people/accounts/list.ts'
import { type Actor, houseRoles, studyRoles } from '../../../people/accounts/model/actor.ts'
import { can, reach } from '../../../people/accounts/model/can.ts'
import { readPage } from '../../../finder/question/read-values.ts'
import { deskLayout, deskTabsNav } from '../../desk/parts/desk-layout.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { layout } from '../../shell/parts/layout.ts'
import { pagination } from '../../shell/parts/pagination.ts'
import { paths } from '../../shell/paths.ts'
import { didNotice } from '../parts/did-notice.ts'
import { proveAgainAddress } from '../parts/fresh.ts'
import { inviteForm, type InviteProblem, type TypedInvitation } from './invite-form.ts'
import { peopleTable } from './people-table.ts'
import { placeChoices } from './places.ts'

/** What the pages of accounts show. */
export interface PeopleView {
  readonly actor: Actor
  readonly accounts: readonly ListedAccount[]
  readonly typed: TypedInvitation
  readonly problems: readonly InviteProblem[]
  /** What was done just before, as the address says it. */
  readonly did: string
  /** They proved who they are within 15 minutes. */
  readonly isFresh: boolean
}

/** `/desk/people`: who has the desk, and the form that invites a colleague. */
export function deskPeoplePage(page: Page, app: App, view: PeopleView): Markup {
  const words = page.words.account.people
  const { actor } = view
  const main = html`
    ${deskTabsNav({ page, app, actor }, 'people')} ${errorSummary(page, view.problems)}
    ${didNotice(words.did, view.did)}
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${peopleTable(page, app, { actor, accounts: view.accounts, endPath: paths.deskRole })}
    ${
      view.isFresh
        ? inviteForm(page, {
            action: link(page, paths.deskPeople()),
            title: words.invite,
            roles: studyRoles.filter((role) =>
              reach(actor).some((place) => can.giveRole(actor, { role, ...place })),
            ),
            places: placeChoices(page, app, actor),
            typed: view.typed,
            problems: view.problems,
          })
        : again(page, paths.deskPeople())
    }
  `
  return deskLayout({ page, app, actor }, { title: words.title, main })
}

/** As many accounts as one page shows. */
const pageSize = 50

/** `/admin/accounts`: every account by its name, page by page, for an operator. */
export function adminAccountsPage(page: Page, app: App, view: PeopleView): Markup {
  const words = page.words.account.accounts
  const { actor, accounts } = view
  const of = Math.max(1, Math.ceil(accounts.length / pageSize))
  const at = Math.min(of, readPage(new URLSearchParams(page.query).get('page') ?? '') ?? 1)
  return layout(page, {
    sheets: ['desk'],
    title: words.title,
    isPrivate: true,
    main: html`
      ${errorSummary(page, view.problems)} ${didNotice(page.words.account.people.did, view.did)}
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${peopleTable(page, app, {
        actor,
        accounts: accounts.slice((at - 1) * pageSize, at * pageSize),
        endPath: paths.adminRole,
        closePath: paths.adminAccount,
      })}
      ${pagination(page, {
        at,
        of,
        addressOf: (number) => link(page, paths.adminAccounts(), { page: number }),
      })}
      ${
        view.isFresh
          ? inviteForm(page, {
              action: link(page, paths.adminAccounts()),
              title: words.invite,
              roles: houseRoles,
              places: [],
              typed: view.typed,
              problems: view.problems,
            })
          : again(page, paths.adminAccounts())
      }
      <p><a href="${link(page, paths.admin())}">${words.admin}</a></p>
    `,
  })
}

function again(page: Page, path: string): Markup {
  return html`
    <p><a href="${proveAgainAddress(page, path)}">${page.words.account.people.again}</a></p>
  `
}
