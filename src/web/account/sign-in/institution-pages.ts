import { type Institution, institutionId } from '../../../people/accounts/model/institution.ts'
import type { Words } from '../../../words/shape/shape.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { hiddenField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** Why who came back from their institution is not signed in, as the address of the sign-in page says it. */
export type InstitutionProblem = keyof Words['account']['institution']['problems']

/** The buttons that lead to institutions, by their names; `id` is where a problem with the first leads to. */
export function institutionButtons(
  page: Page,
  institutions: readonly Institution[],
  to: { readonly id: string; readonly path?: string | undefined; readonly isAgain: boolean },
): Markup {
  return html`
    ${institutions.map((one, at) => button(page, one, { ...to, id: at === 0 ? to.id : `${to.id}-${at + 1}` }))}
  `
}

function button(
  page: Page,
  institution: Institution,
  to: { readonly id: string; readonly path?: string | undefined; readonly isAgain: boolean },
): Markup {
  const words = page.words.account.institution
  const { name } = institution
  return html`
    <form id="${to.id}" method="post" action="${link(page, paths.institution())}">
      <p>${words.text(name)}</p>
      ${hiddenField('institution', institutionId(institution))}
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

/** What an address says of the problem with an institution that is set, in words; nothing where it names none. */
export function problemText(
  page: Page,
  institutions: readonly Institution[],
  query: URLSearchParams,
): string | undefined {
  const { problems } = page.words.account.institution
  const said = query.get('institution')
  if (institutions.length === 0 || said === null || !isProblem(problems, said)) return undefined
  const [only, ...more] = institutions
  const named = institutions.find((one) => institutionId(one) === query.get('at'))
  const from = named ?? (more.length === 0 ? only : undefined)
  return from || said === 'over' ? problems[said](from?.name ?? '') : undefined
}

function isProblem(problems: object, said: string): said is InstitutionProblem {
  return Object.hasOwn(problems, said)
}
