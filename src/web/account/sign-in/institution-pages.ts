import type { Institution } from '../../../people/accounts/model/institution.ts'
import type { Words } from '../../../words/shape/shape.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { hiddenField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** Why who came back from their institution is not signed in, as the address of the sign-in page says it. */
export type InstitutionProblem = keyof Words['account']['institution']['problems']

/** The button that leads to the institution; `id` is where a problem with it leads to. */
export function institutionButton(
  page: Page,
  { name }: Pick<Institution, 'name'>,
  to: { readonly id: string; readonly path?: string | undefined; readonly isAgain: boolean },
): Markup {
  const words = page.words.account.institution
  return html`
    <form id="${to.id}" method="post" action="${link(page, paths.institution())}">
      <p>${words.text(name)}</p>
      ${to.path !== undefined && hiddenField('then', to.path)}
      ${to.isAgain && hiddenField('again', 'yes')}
      <p class="button-row">
        <button class="button button-quiet" type="submit">${words.button(name)}</button>
      </p>
    </form>
  `
}

/**
 * On the way to the institution. The browser goes on from this page, and not straight from the form: a form of ours may be
 * sent to nobody else, wherever else an institution then leads.
 */
export function institutionPage(
  page: Page,
  { name }: Pick<Institution, 'name'>,
  address: string,
): Markup {
  const words = page.words.account.institution
  const atOnce = ['0; url', address].join('=')
  return layout(page, {
    title: words.going(name),
    isPrivate: true,
    head: html`
      <meta http-equiv="refresh" content="${atOnce}" />
    `,
    main: html`
      <div class="prose">
        <h1>${words.going(name)}</h1>
        <p class="lead">${words.goingText}</p>
        <p><a href="${address}">${words.goingLink(name)}</a></p>
      </div>
    `,
  })
}

/** What an address says of the problem, in words; nothing where it names none. */
export function problemText(
  page: Page,
  { name }: Pick<Institution, 'name'>,
  said: string | null,
): string | undefined {
  const { problems } = page.words.account.institution
  return said !== null && isProblem(problems, said) ? problems[said](name) : undefined
}

function isProblem(problems: object, said: string): said is InstitutionProblem {
  return Object.hasOwn(problems, said)
}
