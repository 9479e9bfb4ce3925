import { momentText } from '../../../study/in-words/values.ts'
import type { SourceDocument } from '../../../study/protocol/document/node.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { wording } from '../parts/node-card.ts'
import type { VersionView } from '../parts/version-view.ts'

/** Where the words come from, since when each site works by it, and what is worth knowing of the whole. */
export function sourcesSection(view: VersionView): Markup {
  const { page, protocol, telling } = view
  const words = page.words.protocol
  const since = protocol.effective.map(({ site, from }) =>
    words.inForce(site === '*' ? words.everySite : site, momentText(telling, from)),
  )
  return html`
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">${words.sections.sources}</h2>
      <p>${words.sources.lead}</p>
      <ul>
        ${protocol.sources.map((source) => sourceLine(view, source))}
      </ul>
      <p class="small">${since.join('; ')}</p>
      ${notes(view)}
    </section>
  `
}

function sourceLine(
  { page }: VersionView,
  { title, date, link: address = '', credit }: SourceDocument,
): Markup {
  return html`
    <li>
      ${
        /^https?:/.test(address)
          ? line`<a href="${address}" rel="noopener noreferrer nofollow" lang="en">${title}</a>`
          : line`<span lang="en">${title}</span>`
      }
      <span class="small">
        ${credit !== undefined && line`<span lang="en">${credit}</span>`}
        ${date !== undefined && dateText(page, date)}
      </span>
    </li>
  `
}

function notes(view: VersionView): Markup | false {
  const { notes: said = [] } = view.protocol
  return (
    said.length > 0 &&
    html`
      <h3>${view.page.words.protocol.sources.notes}</h3>
      <ul>
        ${said.map(
          (note) => html`
            <li>${wording(view, note)}</li>
          `,
        )}
      </ul>
    `
  )
}
