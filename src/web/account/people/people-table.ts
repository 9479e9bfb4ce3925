import type { HeldRole, ListedAccount } from '../../../people/accounts/list.ts'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { minuteText } from '../../shell/parts/minute-text.ts'
import { roleText } from '../parts/role-text.ts'

/** Accounts with their roles, and what the reader may do with them. */
export interface PeopleTable {
  readonly actor: Actor
  readonly accounts: readonly ListedAccount[]
  /** Where a role is ended, by its id. */
  readonly endPath: (roleId: string) => string
  /** Where an account is closed, by its id; absent where that is not for the reader. */
  readonly closePath?: (accountId: string) => string
}

/** One row for each account. */
export function peopleTable(page: Page, app: App, table: PeopleTable): Markup {
  const words = page.words.account
  return html`
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.people.name}</th>
            <th scope="col">${words.people.address}</th>
            <th scope="col">${words.people.roles}</th>
            ${
              table.closePath &&
              html`
                <th scope="col">${words.accounts.since}</th>
                <th scope="col">${words.accounts.close}</th>
              `
            }
          </tr>
        </thead>
        <tbody>${table.accounts.map((account) => row(page, app, table, account))}</tbody>
      </table>
    </div>
  `
}

function row(page: Page, app: App, table: PeopleTable, account: ListedAccount): Markup {
  const words = page.words.account.accounts
  return html`
    <tr>
      <th scope="row"><bdi>${account.name}</bdi></th>
      <td>${account.address}</td>
      <td>
        ${
          account.roles.length === 0
            ? words.noRoles
            : html`
                <ul class="plain">
                  ${account.roles.map((role) => roleLine(page, app, { table, account, role }))}
                </ul>
              `
        }
      </td>
      ${
        table.closePath &&
        html`
          <td>${minuteText(account.createdAt)}</td>
          <td>${closing(page, table.closePath, account)}</td>
        `
      }
    </tr>
  `
}

function closing(
  page: Page,
  closePath: (accountId: string) => string,
  { accountId, closedAt, name }: ListedAccount,
): Markup | string {
  const words = page.words.account.accounts
  if (closedAt !== null) return words.closed(closedAt.slice(0, 10))
  return button(link(page, closePath(accountId)), words.close, words.closeOf(name))
}

function roleLine(
  page: Page,
  app: App,
  {
    table,
    account,
    role,
  }: { readonly table: PeopleTable; readonly account: ListedAccount; readonly role: HeldRole },
): Markup {
  const words = page.words.account.people
  const text = roleText(page, app, role)
  return html`
    <li>
      ${text}
      ${
        can.endRole(table.actor, role) &&
        button(link(page, table.endPath(role.id)), words.end, words.endOf(text, account.name))
      }
    </li>
  `
}

function button(action: string, text: string, label: string): Markup {
  return html`
    <form method="post" action="${action}">
      <button class="button button-quiet button-small" type="submit" aria-label="${label}">
        ${text}
      </button>
    </form>
  `
}
