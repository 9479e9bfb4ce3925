import { protocolNodes } from '../../../study/in-words/nodes.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { paths } from '../../shell/paths.ts'
import { statusMark, wording } from '../parts/node-card.ts'
import type { VersionView } from '../parts/version-view.ts'

/** What it is, which version, how sure its lines are, and the way to try it. */
export function protocolHead(view: VersionView, isListed: boolean): Markup {
  const { page, protocol } = view
  const words = page.words.protocol
  return html`
    <p><a href="${link(page, paths.protocols())}">${words.link}</a></p>
    <h1>${wording(view, protocol.title)}</h1>
    <p class="protocol-line">
      ${
        isListed
          ? html`
              <a href="${link(page, paths.study(protocol.study))}">
                ${words.study} ${protocol.study}
              </a>
            `
          : protocol.study
      }
      · ${words.versionLabel} ${protocol.version}
      ${
        protocol.date !== undefined &&
        html`
          · ${dateText(page, protocol.date)}
        `
      }
    </p>
    <p class="notice">${words.notAdvice}</p>
    ${statusCounts(view)}
    <div class="button-row">
      <a
        class="button"
        href="${link(page, paths.protocolTry(protocol.study), { version: protocol.version })}"
      >
        ${words.tryLink}
      </a>
      <a class="button button-quiet" href="${link(page, paths.protocolReport(protocol.study))}">
        ${page.words.reportPage.link}
      </a>
      <a
        href="${link(page, paths.protocolJson(protocol.study), { version: protocol.version })}"
        type="application/json"
      >
        ${words.data}
      </a>
    </div>
    ${versionList(view)}
  `
}

/** Each status in words, and how many lines have it. */
function statusCounts(view: VersionView): Markup {
  const { status } = view.page.words.protocol
  const { means } = view.page.words.participant.node
  const nodes = Object.values(protocolNodes(view.protocol)).flat()
  return html`
    <h2 class="unseen">${status.title}</h2>
    <ul class="status-counts">
      ${(['stated', 'inferred', 'silent'] as const).map((kind) => {
        const count = nodes.filter(({ node }) => node.status === kind).length
        return html`
          <li>
            ${statusMark(view, kind)}
            <span class="status-number">${status.counts[kind](count)}</span>
            <span class="small">${means[kind]}</span>
          </li>
        `
      })}
    </ul>
  `
}

function versionList(view: VersionView): Markup {
  const { page, protocol, versions } = view
  const words = page.words.protocol
  return html`
    <nav class="versions" aria-labelledby="versions-title">
      <h2 id="versions-title">${words.versionsTitle}</h2>
      <ol>
        ${versions.map((each) => {
          const { version, title, date, study } = each.protocol
          const isShown = version === protocol.version
          return html`
            <li>
              ${
                isShown
                  ? html`
                      <b aria-current="page">${wording(view, title)}</b>
                      (${words.shown})
                    `
                  : line`<a href="${link(page, paths.protocol(study), { version })}">${wording(view, title)}</a>`
              }
              ${
                date !== undefined &&
                html`
                  <span class="small">${dateText(page, date)}</span>
                `
              }
            </li>
          `
        })}
      </ol>
      ${
        versions.length > 1 &&
        html`
          <p>
            <a href="${link(page, paths.protocolChanges(protocol.study))}">${words.changesLink}</a>
          </p>
        `
      }
    </nav>
  `
}
