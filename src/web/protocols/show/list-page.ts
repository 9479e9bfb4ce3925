import { titleIn } from '../parts/version-view.ts'
import type { StudyVersion } from '../../../study/protocol/versions.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** The studies whose protocol is here as data, each with its versions, the oldest first. */
export function protocolListPage(
  page: Page,
  studies: readonly (readonly StudyVersion[])[],
): Markup {
  const words = page.words.protocol
  return layout(page, {
    sheets: ['desk'],
    title: words.list.title,
    description: words.list.lead,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <h1>${words.list.title}</h1>
      <p class="lead">${words.list.lead}</p>
      <p class="notice">${words.notAdvice}</p>
      ${
        studies.length === 0
          ? html`
              <p>${words.list.none}</p>
            `
          : html`
              <ul class="protocol-list">
                ${studies.map((versions) => studyLine(page, versions))}
              </ul>
            `
      }
      <p class="small"><a href="${link(page, paths.protocolSchema())}">${words.schema}</a></p>
    `,
  })
}

function studyLine(page: Page, versions: readonly StudyVersion[]): Markup {
  const words = page.words.protocol
  const newest = versions.at(-1)
  if (!newest) return html``
  const { study, title } = newest.protocol
  return html`
    <li>
      <h2><a href="${link(page, paths.protocol(study))}">${titleIn(page, title)}</a></h2>
      <p>${study} · ${words.list.versions(versions.length)}</p>
      <ol>
        ${versions.map(
          ({ protocol }) => html`
            <li>
              ${line`<a href="${link(page, paths.protocol(study), { version: protocol.version })}">${titleIn(page, protocol.title)}</a>`}
              ${
                protocol.date !== undefined &&
                html`
                  <span class="small">${dateText(page, protocol.date)}</span>
                `
              }
              ${
                protocol === newest.protocol &&
                html`
                  <span class="small">(${words.list.newest})</span>
                `
              }
            </li>
          `,
        )}
      </ol>
      <p class="button-row">
        <a class="button button-quiet" href="${link(page, paths.protocolTry(study))}">
          ${words.tryLink}
        </a>
      </p>
    </li>
  `
}
