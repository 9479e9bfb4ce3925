import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { hiddenField, textField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import type { Institution } from '../../../people/accounts/model/institution.ts'
import { passkeyButton } from '../parts/passkey-button.ts'
import { paths } from '../../shell/paths.ts'
import { institutionButtons } from './institution-pages.ts'

/** What the form of `/sign-in` knows. */
export interface SignInForm {
  readonly email: string
  /** What is wrong with the address. */
  readonly problem?: string
  /** Where to go on to. */
  readonly path?: string | undefined
  /** The name of who is signed in already. */
  readonly signedIn?: string | undefined
  /** They are, and are to prove it once more. */
  readonly isAgain?: boolean
  /** By whose word they can sign in too. */
  readonly institutions: readonly Institution[]
  /** Why they are not signed in though they come from there. */
  readonly institutionProblem?: string | undefined
}

/** `/sign-in`: asks for a link by e-mail. */
export function signInPage(page: Page, form: SignInForm): Markup {
  const words = page.words.account.signIn
  const isOut = new URLSearchParams(page.query).get('out') === 'yes'
  const problems = [
    { field: 'email', text: form.problem },
    { field: 'institution', text: form.institutionProblem },
  ].flatMap(({ field, text }) => (text === undefined ? [] : [{ field, text }]))
  return layout(page, {
    title: words.title,
    isPrivate: true,
    islands: isOut ? ['passkey-button', 'forget-drafts'] : ['passkey-button'],
    main: html`
      <div class="prose">
        ${errorSummary(page, problems)}
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        ${signedIn(page, form)}
        <form method="post" action="${link(page, paths.signIn())}" novalidate>
          ${form.path !== undefined && hiddenField('then', form.path)}
          ${textField({
            name: 'email',
            type: 'email',
            label: words.email,
            hint: words.emailHint,
            value: form.email,
            maxLength: 254,
            autocomplete: 'username webauthn',
            error: form.problem,
          })}
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
        ${otherWays(page, form)}
        <p>
          ${words.patients}
          <a href="${link(page, paths.search(), { status: 'open' })}">${words.search}</a>
        </p>
      </div>
    `,
  })
}

/** Without a mail: by an institution, or by a passkey. */
function otherWays(page: Page, { institutions, path, isAgain }: SignInForm): Markup {
  return html`
    ${institutionButtons(page, institutions, { id: 'institution', path, isAgain: isAgain === true })}
    ${passkeyButton(page, {
      act: 'sign-in',
      ask: link(page, paths.passkeySignInAsk()),
      answer: link(page, paths.passkeySignIn()),
      text: page.words.account.passkeys.signIn,
      path,
    })}
  `
}

function signedIn(page: Page, { signedIn: name, isAgain, path }: SignInForm): Markup {
  if (name === undefined) return html``
  const words = page.words.account.signIn
  return html`
    <div class="notice" role="status">
      <p>${words.signedIn(name)}</p>
      ${
        isAgain
          ? html`
              <p>${words.fresh}</p>
            `
          : html`
              <p><a href="${path ?? link(page, paths.account())}">${words.goOn}</a></p>
            `
      }
    </div>
  `
}

/** What happens next, the same for every address. */
export function signInSentPage(page: Page): Markup {
  const words = page.words.account.sent
  return layout(page, {
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <ul>
          ${words.steps.map(
            (step) => html`
              <li>${step}</li>
            `,
          )}
        </ul>
        <p><a href="${link(page, paths.signIn())}">${words.again}</a></p>
      </div>
    `,
  })
}

/** Where a mailed link leads: only its button signs in. */
export function signInLinkPage(page: Page, name: string): Markup {
  const words = page.words.account.link
  return layout(page, {
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <p class="lead">${words.text(name)}</p>
        <form method="post" action="${link(page, page.path)}">
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
        <p>${words.notYou}</p>
      </div>
    `,
  })
}
