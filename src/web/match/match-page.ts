import { html, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { placeBox } from '../shell/parts/place-field.ts'
import { errorSummary } from '../shell/parts/error-summary.ts'
import { layout } from '../shell/parts/layout.ts'
import { paths } from '../shell/paths.ts'

/** What the form shows of the one that was sent before, and what was wrong with it. */
export interface MatchForm {
  readonly onlyOpen: boolean
  /** The person's town or postcode, as it was typed. */
  readonly near: string
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** The form that takes a note, a Bundle or a file. */
export function matchPage(page: Page, sent: MatchForm, more?: Markup): Markup {
  const { problems } = sent
  const words = page.words.match
  return layout(page, {
    title: words.title,
    description: words.intro,
    canonicalQuery: new URLSearchParams(),
    islands: ['place-box'],
    main: html`
      <div class="match">
        ${errorSummary(page, problems)}
        <h1>${words.title}</h1>
        <p class="lead">${words.intro}</p>
        ${more}
        <p class="notice">${words.privacy}</p>
        ${form(page, sent)}
        <p class="small">${words.rules} ${words.onlyTeam}</p>
      </div>
    `,
  })
}

function form(page: Page, { problems, onlyOpen, near }: MatchForm): Markup {
  const words = page.words.match
  const { place, placeHint } = page.words.study.sites
  return html`
    <form method="post" action="${link(page, paths.match())}" enctype="multipart/form-data">
      ${noteField(page, problems)} ${fileField(page, problems)}
      ${placeBox(page, place, near, placeHint)}
      <div class="choice">
        <input
          type="checkbox"
          id="open"
          name="open"
          value="yes"
          ${
            onlyOpen &&
            html`
              checked
            `
          }
        />
        <label for="open">${words.onlyOpen}</label>
      </div>
      <p class="button-row"><button class="button" type="submit">${words.submit}</button></p>
    </form>
  `
}

function noteField(page: Page, problems: MatchForm['problems']): Markup {
  const words = page.words.match
  return html`
    <div class="field">
      <label for="note">${words.note}</label>
      <p class="field-hint" id="note-hint">${words.languages} ${words.noteHint}</p>
      ${error(problems, 'note')}
      <textarea
        id="note"
        name="note"
        rows="12"
        spellcheck="false"
        lang="en"
        aria-describedby="${has(problems, 'note') ? 'note-hint note-error' : 'note-hint'}"
      ></textarea>
    </div>
  `
}

function fileField(page: Page, problems: MatchForm['problems']): Markup {
  const words = page.words.match
  return html`
    <div class="field">
      <label for="file">${words.file}</label>
      ${error(problems, 'file')}
      <input
        type="file"
        id="file"
        name="file"
        accept=".txt,.json,text/plain,application/json,application/fhir+json"
        ${
          has(problems, 'file') &&
          html`
            aria-describedby="file-error"
          `
        }
      />
    </div>
  `
}

function has(problems: MatchForm['problems'], field: string): boolean {
  return problems.some((problem) => problem.field === field)
}

function error(problems: MatchForm['problems'], field: string): Markup | false {
  const problem = problems.find((one) => one.field === field)
  return (
    problem !== undefined &&
    html`
      <p class="field-error" id="${field}-error">${problem.text}</p>
    `
  )
}
