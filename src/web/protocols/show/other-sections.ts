import { protocolNodes } from '../../../study/in-words/nodes.ts'
import { settingInWords } from '../../../study/in-words/settings.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { nodeCard, nodeId, wording } from '../parts/node-card.ts'
import type { VersionView } from '../parts/version-view.ts'

/** What counts as success, and who is counted. */
export function endpointsSection(view: VersionView): Markup {
  const words = view.page.words.protocol
  const { endpoints, sets } = protocolNodes(view.protocol)
  return html`
    <section id="endpoints" aria-labelledby="endpoints-title">
      <h2 id="endpoints-title">${words.sections.endpoints}</h2>
      ${
        endpoints.length === 0 &&
        html`
          <p>${words.endpoints.none}</p>
        `
      }
      ${endpoints.map((placed) => nodeCard(view, placed, { level: 3 }))}
      ${
        sets.length > 0 &&
        html`
          <h3 class="side-title">${words.endpoints.sets}</h3>
          ${sets.map((placed) => nodeCard(view, placed, { level: 4 }))}
        `
      }
    </section>
  `
}

/** Everything on which the source is silent, each with the question that a person is asked. */
export function silentSection(view: VersionView): Markup {
  const words = view.page.words.protocol
  const silent = Object.values(protocolNodes(view.protocol))
    .flat()
    .filter(({ node }) => node.status === 'silent')
  return html`
    <section id="silent" aria-labelledby="silent-title">
      <h2 id="silent-title">${words.sections.silent}</h2>
      <p>${silent.length > 0 ? words.silent.lead(silent.length) : words.silent.none}</p>
      ${
        silent.length > 0 &&
        html`
          <dl class="asks">
            ${silent.map(
              ({ node }) => html`
                <div>
                  <dt>${line`<a href="#${nodeId(node)}">${wording(view, node.title)}</a>`}</dt>
                  <dd>${node.question ? wording(view, node.question) : words.silent.noQuestion}</dd>
                </div>
              `,
            )}
          </dl>
        `
      }
    </section>
  `
}

/** Words with a fixed meaning, moments that are counted from, and what an amendment asks. */
export function termsSection(view: VersionView): Markup {
  const { definitions, anchors, amendment } = protocolNodes(view.protocol)
  const { parts } = view.page.words.nodes
  const groups = [
    [parts.definitions, definitions],
    [parts.anchors, anchors],
    [parts.amendment, amendment],
  ] as const
  return html`
    <section id="terms" aria-labelledby="terms-title">
      <h2 id="terms-title">${view.page.words.protocol.sections.terms}</h2>
      ${groups.map(
        ([title, nodes]) =>
          nodes.length > 0 &&
          html`
            <h3 class="side-title">${title}</h3>
            ${nodes.map((placed) => nodeCard(view, placed, { level: 4 }))}
          `,
      )}
    </section>
  `
}

/** What the operator has set, as theirs. */
export function settingsSection(view: VersionView): Markup {
  const words = view.page.words.protocol
  const { settings, telling } = view
  return html`
    <section id="settings" aria-labelledby="settings-title">
      <h2 id="settings-title">${words.sections.settings}</h2>
      <p>${words.settings.lead} ${settings.length === 0 && words.settings.none}</p>
      ${
        settings.length > 0 &&
        html`
          <dl class="asks">
            ${settings
              .map((setting) => settingInWords(telling, setting))
              .map(
                ({ about, text, owner }) => html`
                  <div>
                    <dt>${about}</dt>
                    <dd>
                      ${text}
                      <p class="small">${owner}</p>
                    </dd>
                  </div>
                `,
              )}
          </dl>
        `
      }
    </section>
  `
}
