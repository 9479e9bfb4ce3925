import type { Study } from '../../finder/registry/study.ts'
import { claimableSites, namedContacts } from '../../people/accounts/claims/named-contacts.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { errorSummary } from '../shell/parts/error-summary.ts'
import {
  type Choice,
  hiddenField,
  selectField,
  textField,
  trapField,
} from '../shell/parts/field.ts'
import { siteText } from '../shell/parts/known-site.ts'
import { layout } from '../shell/parts/layout.ts'
import { titledStudy } from '../../finder/vocabulary/titled-study.ts'
import { studyTitle, titleMarkup } from '../shell/parts/study-title.ts'
import { paths } from '../shell/paths.ts'

/** The form to claim a listing, as it was filled in so far. */
export interface ClaimForm {
  readonly study: Study
  /** What is claimed: the id of a site, or empty for the study as a whole. */
  readonly site: string
  readonly email: string
  readonly problems: readonly { readonly field: 'site' | 'email'; readonly text: string }[]
}

/** Who answers for a study or one of its sites types the address that the record names. */
export function newClaimPage(page: Page, form: ClaimForm): Markup {
  const words = page.words.claims.form
  const titled = titledStudy(form.study)
  const choices = choicesOf(page, form.study)
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="alerts">
        ${errorSummary(page, form.problems)}
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <p>
          ${words.study}${page.words.common.colon}
          <a href="${link(page, paths.study(titled.nctId))}">
            ${titleMarkup(studyTitle(page, titled))}
          </a>
          (${titled.nctId})
        </p>
        ${
          choices.length > 0
            ? fields(page, form, { choices, nctId: titled.nctId })
            : html`
                <p class="notice">${words.nobody}</p>
              `
        }
        ${promises(page)}
      </div>
    `,
  })
}

/** The study, where its record names an address for it, and its sites of which that is so. */
function choicesOf(page: Page, study: Study): readonly Choice[] {
  const { whole } = page.words.claims.form
  const ofStudy = namedContacts(study, null).length > 0 ? [{ value: '', label: whole }] : []
  const sites = claimableSites(study)
    .map(({ id, site }) => ({ value: id, label: siteText(site) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, page.language))
  return [...ofStudy, ...sites]
}

function fields(
  page: Page,
  form: ClaimForm,
  { choices, nctId }: { readonly choices: readonly Choice[]; readonly nctId: string },
): Markup {
  const words = page.words.claims.form
  const errorAt = (field: string): string | undefined =>
    form.problems.find((problem) => problem.field === field)?.text
  return html`
    <form method="post" action="${link(page, paths.claimsNew())}" novalidate>
      ${hiddenField('study', nctId)}
      ${selectField({
        name: 'site',
        label: words.site,
        value: form.site,
        choices,
        error: errorAt('site'),
      })}
      ${textField({
        name: 'email',
        label: words.email,
        hint: words.emailHint,
        type: 'email',
        autocomplete: 'email',
        maxLength: 254,
        value: form.email,
        error: errorAt('email'),
      })}
      ${trapField(words.trap)}
      <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
    </form>
  `
}

function promises(page: Page): Markup {
  const words = page.words.claims.form
  return html`
    <section class="alert-promises" aria-labelledby="promises-title">
      <h2 id="promises-title">${words.promises}</h2>
      <ul>
        ${words.promise.map(
          (text) => html`
            <li>${text}</li>
          `,
        )}
      </ul>
    </section>
  `
}

/** What happens next, the same for every address. */
export function claimSentPage(page: Page): Markup {
  const words = page.words.claims.sent
  return layout(page, {
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <ul>
          ${words.steps.map(
            (text) => html`
              <li>${text}</li>
            `,
          )}
        </ul>
      </div>
    `,
  })
}
