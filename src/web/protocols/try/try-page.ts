import type { ParticipantState } from '../../../study/protocol/state/participant-state.ts'
import type { ProtocolExamples } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'
import { wording } from '../parts/node-card.ts'
import type { VersionView } from '../parts/version-view.ts'
import { type FilledForm, personForm } from './person-form.ts'
import { personResult } from './result.ts'

/** The form, and above it the answer where there is one. */
export function tryPage(
  view: VersionView,
  filled: FilledForm,
  examples: ProtocolExamples['people'],
  state?: ParticipantState,
): Markup {
  const { page, protocol } = view
  const words = page.words.tryProtocol
  return layout(page, {
    sheets: ['desk'],
    title: words.title(protocol.study),
    head: html`
      <meta name="robots" content="noindex" />
    `,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <div class="try">
        ${errorSummary(page, filled.problems)}
        <p>
          <a href="${link(page, paths.protocol(protocol.study), { version: protocol.version })}">
            ${words.back}
          </a>
        </p>
        <h1>${words.heading}</h1>
        <p class="notice notice-warning"><b>${words.invented}</b></p>
        ${state && personResult(view, state)} ${exampleLinks(view, examples)}
        <p class="small">${state ? words.result.print : words.kept}</p>
        ${personForm(view, filled)}
      </div>
    `,
  })
}

function exampleLinks(view: VersionView, examples: ProtocolExamples['people']): Markup | false {
  const { page, protocol } = view
  return (
    examples.length > 0 &&
    html`
      <nav class="try-examples" aria-label="${page.words.tryProtocol.examples}">
        <p>${page.words.tryProtocol.examples}</p>
        <ul>
          ${examples.map(({ id, title }) => {
            const query = { version: protocol.version, example: id }
            return html`
              <li>
                <a href="${link(page, paths.protocolTry(protocol.study), query)}">
                  ${wording(view, title)}
                </a>
              </li>
            `
          })}
        </ul>
      </nav>
    `
  )
}
