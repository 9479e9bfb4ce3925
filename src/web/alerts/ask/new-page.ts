import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { textField, trapField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paramsOf, withTexts } from '../../../finder/question/asked.ts'
import { helpNow } from '../../find/search/danger.ts'
import { languageChoice } from '../parts/letter-choices.ts'
import { errorAt, termsFields } from '../terms/terms-fields.ts'
import type { AskForm } from '../terms/read-ask.ts'
import { whatFields } from '../terms/what-fields.ts'
import { paths } from '../../shell/paths.ts'

/** The form that asks for an alert. */
export function newPage(page: Page, form: AskForm): Markup {
  const words = page.words.alerts.form
  const title = form.what.about === 'study' ? words.titleStudy : words.title
  return layout(page, {
    sheets: ['alerts'],
    title,
    description: page.words.alerts.about.lead,
    isPrivate: true,
    islands: ['search-box', 'place-box'],
    main: html`
      <div class="alerts">
        ${errorSummary(page, form.problems)} ${help(page, form)}
        <h1>${title}</h1>
        <p class="lead">${words.lead}</p>
        <form method="post" action="${link(page, paths.alerts())}" novalidate>
          ${whatFields(page, form)}
          ${termsFields(page, {
            typed: form.typed,
            problems: form.problems,
            about: form.what.about,
            belowPlace: otherPlaces(page, form),
          })}
          ${letters(page, form)} ${promises(page)}
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
      </div>
    `,
  })
}

/** Where help is, for who types danger into the form. */
function help(page: Page, { what }: AskForm): Markup | false {
  return what.about === 'study' ? false : helpNow(page, what.asked)
}

/** The same form measured from elsewhere, as long as nothing is typed that would be lost. */
function otherPlaces(page: Page, { what, otherPlaces: found, typed }: AskForm): Markup {
  if (!found || found.others.length === 0) return html``
  const words = page.words.alerts.form
  const query = (near: string): URLSearchParams => {
    if (what.about === 'study') return new URLSearchParams({ study: what.nctId, near })
    const { within, age, sex } = typed
    return paramsOf(withTexts(what.applied, { near, within, age, sex }))
  }
  return html`
    <p class="small">
      ${found.isArea ? words.areaOthers(found.chosen) : words.nearOthers(found.chosen)}
      ${found.others.map(
        (label) => html`
          <a class="alert-other-place" href="${link(page, paths.alertsNew(), query(label))}">
            ${label}
          </a>
        `,
      )}
    </p>
  `
}

function letters(page: Page, form: AskForm): Markup {
  const words = page.words.alerts.form
  return html`
    ${languageChoice(page, form.language, errorAt(form.problems, 'language'))}
    ${textField({
      name: 'email',
      type: 'email',
      label: words.email,
      hint: words.emailHint,
      value: form.email,
      maxLength: 254,
      autocomplete: 'email',
      error: errorAt(form.problems, 'email'),
    })}
    ${trapField(words.trap)}
  `
}

function promises(page: Page): Markup {
  const words = page.words.alerts.form
  return html`
    <section class="alert-promises" aria-labelledby="promises-title">
      <h2 id="promises-title">${words.promises}</h2>
      <ul>
        ${words.promise.map(
          (line) => html`
            <li>${line}</li>
          `,
        )}
      </ul>
      <p><a href="${link(page, paths.about())}#alerts">${words.privacy}</a></p>
    </section>
  `
}
