import type { Actor } from '../../../people/accounts/model/actor.ts'
import type { ListedPasskey } from '../../../people/accounts/passkeys.ts'
import type { OpenSession } from '../../../people/accounts/sessions.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { selectField, textField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { minuteOf, minuteText } from '../../shell/parts/minute-text.ts'
import { paths } from '../../shell/paths.ts'
import { type DeskMail, deskMailSection } from './desk-mail-section.ts'
import { passkeySection } from './passkey-section.ts'
import { didNotice } from '../parts/did-notice.ts'
import { type Way, ownWaysOf } from '../parts/ways.ts'

/** What `/account` shows. */
export interface AccountView {
  readonly actor: Actor
  readonly address: string
  readonly roles: readonly string[]
  readonly sessions: readonly OpenSession[]
  readonly passkeys: readonly ListedPasskey[]
  /** They proved who they are within 15 minutes. */
  readonly isFresh: boolean
  readonly deskMail?: DeskMail
  /** What was done just before, as the address says it. */
  readonly did: string
  readonly typed: { readonly name: string; readonly language: string }
  /** What is wrong with the name. */
  readonly problem?: string
}

/** `/account`: one's name, roles, and where one is signed in. */
export function accountPage(page: Page, view: AccountView): Markup {
  const words = page.words.account.self
  const problems = view.problem === undefined ? [] : [{ field: 'name', text: view.problem }]
  return layout(page, {
    sheets: ['desk'],
    title: words.title,
    isPrivate: true,
    islands: ['passkey-button'],
    main: html`
      ${errorSummary(page, problems)} ${didNotice(words.did, view.did)}
      <h1>${words.title}</h1>
      <p class="lead">${words.lead(view.address)}</p>
      <form method="post" action="${link(page, paths.signOut())}">
        <p class="button-row">
          <button class="button button-quiet" type="submit">${words.signOut}</button>
        </p>
      </form>
      ${roles(page, view)} ${ownName(page, view)} ${deskMailSection(page, view)}
      ${passkeySection(page, view)} ${sessions(page, view)}
    `,
  })
}

function roles(page: Page, view: AccountView): Markup {
  const words = page.words.account.self
  const ways = ownWaysOf(page, view.actor)
  return html`
    <section aria-labelledby="roles-title">
      <h2 id="roles-title">${words.roles}</h2>
      ${
        view.roles.length === 0
          ? html`
              <p>${words.noRoles}</p>
            `
          : html`
              <ul>
                ${view.roles.map(
                  (role) => html`
                    <li>${role}</li>
                  `,
                )}
              </ul>
            `
      }
      ${ways.length > 0 && wayList(page, ways)}
    </section>
  `
}

function wayList(page: Page, ways: readonly Way[]): Markup {
  return html`
    <h3>${page.words.account.self.ways}</h3>
    <ul>
      ${ways.map(
        ({ path, text }) => html`
          <li><a href="${link(page, path)}">${text}</a></li>
        `,
      )}
    </ul>
  `
}

function ownName(page: Page, { typed, problem }: AccountView): Markup {
  const words = page.words.account.self
  return html`
    <form class="prose" method="post" action="${link(page, paths.account())}" novalidate>
      ${textField({
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        value: typed.name,
        maxLength: 80,
        autocomplete: 'name',
        error: problem,
      })}
      ${selectField({
        name: 'language',
        label: words.language,
        value: typed.language,
        choices: (['en', 'fr'] as const).map((value) => ({ value, label: words.languages[value] })),
      })}
      <p class="button-row">
        <button class="button" type="submit">${words.nameButton}</button>
      </p>
    </form>
  `
}

function sessions(page: Page, view: AccountView): Markup {
  const words = page.words.account.self
  return html`
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">${words.sessions}</h2>
      <p>${words.sessionsText}</p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.session}</th>
              <th scope="col">${words.began}</th>
              <th scope="col">${words.seen}</th>
              <th scope="col">${words.act}</th>
            </tr>
          </thead>
          <tbody>${view.sessions.map((session) => sessionRow(page, view.actor, session))}</tbody>
        </table>
      </div>
    </section>
  `
}

function sessionRow(
  page: Page,
  actor: Actor,
  { id, method, createdAt, seenAt }: OpenSession,
): Markup {
  const words = page.words.account.self
  return html`
    <tr>
      <td>${words.methods[method]}</td>
      <td>${minuteText(createdAt)}</td>
      <td>${minuteText(seenAt)}</td>
      <td>
        ${
          id === actor.sessionId
            ? words.this
            : html`
                <form method="post" action="${link(page, paths.accountSession(id))}">
                  <button
                    class="button button-quiet button-small"
                    type="submit"
                    aria-label="${words.endOf(minuteOf(createdAt))}"
                  >
                    ${words.end}
                  </button>
                </form>
              `
        }
      </td>
    </tr>
  `
}
