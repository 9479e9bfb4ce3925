import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { selectField } from '../../../shell/parts/field.ts'
import { fact } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** The facts that the report would be made of, and what kept the last one from being made. */
export interface ReportChoice {
  /** Of the snapshot that the study is locked with. */
  readonly locked: { readonly hash: string; readonly at: string } | undefined
  readonly problems: readonly string[]
}

/** By which version the report is made, and which one stands beside it. */
export function reportChoicePage(view: RunView, { locked, problems }: ReportChoice): Markup {
  const { page, study, run } = view
  const words = page.words.runStudy.report
  const choices = run.versions.map(({ protocol }) => ({
    value: protocol.version,
    label: protocol.version,
  }))
  const newest = choices.at(-1)?.value ?? ''
  return studyLayout(view, {
    tab: 'report',
    problems: problems.map((text) => ({ field: 'version', text })),
    main: html`
      <section class="card flow narrow-left" aria-labelledby="report-title">
        <h2 id="report-title">${words.choose}</h2>
        <dl class="facts">
          ${fact(words.facts, locked ? words.locked : words.draft)}
          ${
            locked &&
            fact(
              words.hash,
              html`
                <code class="hash">${locked.hash}</code>
              `,
            )
          }
        </dl>
        <form class="flow" method="get" action="${link(page, paths.studyReportPage(study))}">
          ${selectField({ name: 'version', label: words.version, value: newest, choices, hint: words.versionHint })}
          ${selectField({
            name: 'beside',
            label: words.beside,
            value: '',
            choices: [
              { value: '', label: words.besideNone },
              ...choices.map((one) => ({ ...one })),
            ],
          })}
          <button class="button" type="submit">${words.make}</button>
        </form>
      </section>
    `,
  })
}
