import type { StudyVersion } from '../../../study/protocol/versions.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { selectField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'
import { versionChoices } from '../parts/version-view.ts'

/** The form for a file of facts, and what was wrong with the one that was sent. */
export interface ReportForm {
  readonly page: Page
  readonly versions: readonly StudyVersion[]
  readonly shown: StudyVersion
  readonly problems: readonly string[]
  readonly hasDemonstration: boolean
}

/** The page that makes a report of a posted file of facts. */
export function reportPage(form: ReportForm): Markup {
  const { page, shown, problems, hasDemonstration } = form
  const words = page.words.reportPage
  const { study } = shown.protocol
  const shownProblems = problems.map((text) => ({ field: 'facts', text }))
  return layout(page, {
    sheets: ['desk'],
    title: words.title(study),
    description: words.lead,
    canonicalQuery: new URLSearchParams(),
    main: html`
      ${errorSummary(page, shownProblems)}
      <h1>${words.title(study)}</h1>
      <p class="lead">${words.lead}</p>
      ${
        hasDemonstration &&
        html`
          <p>
            <a
              class="button button-quiet"
              href="${link(page, paths.protocolReport(study), { show: 'invented' })}"
            >
              ${words.demonstration}
            </a>
          </p>
          <p class="notice">${words.invented}</p>
        `
      }
      ${formMarkup(form)}
      <p><a href="${link(page, paths.protocol(study))}">${words.back}</a></p>
    `,
  })
}

function formMarkup({ page, versions, shown, problems }: ReportForm): Markup {
  const words = page.words.reportPage
  const hasProblem = problems.length > 0
  const choices = versionChoices(page, versions)
  return html`
    <form
      method="post"
      action="${link(page, paths.protocolReport(shown.protocol.study))}"
      enctype="multipart/form-data"
    >
      <h2>${words.own}</h2>
      <p>${words.kept}</p>
      <div class="field">
        <label for="facts">${words.file}</label>
        <p class="field-hint" id="facts-hint">${words.fileHint}</p>
        ${
          hasProblem &&
          html`
            <p class="field-error" id="facts-error">${problems[0]}</p>
          `
        }
        <input
          type="file"
          id="facts"
          name="facts"
          required
          accept=".ndjson,.json,.txt"
          aria-describedby="${hasProblem ? 'facts-hint facts-error' : 'facts-hint'}"
        />
      </div>
      ${selectField({ name: 'version', label: words.version, value: shown.protocol.version, choices })}
      ${selectField({ name: 'beside', label: words.beside, value: '', choices: [{ value: '', label: words.besideNone }, ...choices] })}
      <p class="button-row"><button class="button" type="submit">${words.submit}</button></p>
    </form>
  `
}
