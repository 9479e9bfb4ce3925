import {
  type ProtocolChange,
  besidesInWords,
  protocolChanges,
  sourceTexts,
} from '../../../study/in-words/changes.ts'
import { type PlacedNode, protocolParts } from '../../../study/in-words/nodes.ts'
import { nodeReading } from '../../../study/in-words/readings.ts'
import { wordingText } from '../../../study/in-words/telling.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { selectField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'
import { conditionList, statusMark, wording } from '../parts/node-card.ts'
import { type VersionView, versionChoices } from '../parts/version-view.ts'

/** What changed from one version to another, as an amendment's summary of changes: the section, old words, new words. */
export function changesPage(older: VersionView, newer: VersionView): Markup {
  const { page, protocol } = newer
  const words = page.words.protocol.changes
  const changes = protocolChanges(older.protocol, newer.protocol)
  return layout(page, {
    sheets: ['desk'],
    title: words.title(protocol.study),
    canonicalQuery: new URLSearchParams({
      from: older.protocol.version,
      to: protocol.version,
    }),
    printable: true,
    islands: ['print-button'],
    main: html`
      <article class="protocol">
        <p>
          <a href="${link(page, paths.protocol(protocol.study), { version: protocol.version })}">
            ${words.back}
          </a>
        </p>
        <h1>${words.heading}</h1>
        <p class="lead">
          ${words.lead(
            wordingText(older.telling, older.protocol.title),
            wordingText(newer.telling, protocol.title),
          )}
        </p>
        ${chooser(older, newer)} ${summary(older, newer, changes)}
        ${protocolParts.map((part) =>
          partOf(
            older,
            newer,
            changes.filter((one) => one.part === part),
          ),
        )}
      </article>
    `,
  })
}

function chooser(older: VersionView, newer: VersionView): Markup | false {
  const { page, versions, protocol } = newer
  const words = page.words.protocol.changes
  const choices = versionChoices(page, versions)
  return (
    versions.length > 1 &&
    html`
      <form class="changes-form" action="${link(page, paths.protocolChanges(protocol.study))}">
        ${selectField({ name: 'from', label: words.from, value: older.protocol.version, choices })}
        ${selectField({ name: 'to', label: words.to, value: protocol.version, choices })}
        <button class="button button-quiet" type="submit">${words.show}</button>
      </form>
    `
  )
}

function summary(
  older: VersionView,
  { page, telling }: VersionView,
  changes: readonly ProtocolChange[],
): Markup {
  const besides = besidesInWords(telling, older.telling)
  const { none, noRule } = page.words.nodes.changes
  const count = (kind: ProtocolChange['kind']): number =>
    changes.filter((change) => change.kind === kind).length
  const words = page.words.protocol.changes
  return html`
    <p>
      ${
        changes.length === 0
          ? besides.length === 0
            ? none
            : noRule
          : words.counts(count('added'), count('removed'), count('changed'))
      }
    </p>
    ${besides.map(
      (line) => html`
        <p>${line}</p>
      `,
    )}
  `
}

function partOf(
  older: VersionView,
  newer: VersionView,
  changes: readonly ProtocolChange[],
): Markup | false {
  const [first] = changes
  const { columns } = newer.page.words.protocol.changes
  return (
    first !== undefined &&
    html`
      <table class="summary-of-changes stacked">
        <caption>
          <h2>${newer.page.words.nodes.parts[first.part]}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col">${columns.what}</th>
            <th scope="col">${columns.older}</th>
            <th scope="col">${columns.newer}</th>
          </tr>
        </thead>
        <tbody>${changes.map((change) => row(older, newer, change))}</tbody>
      </table>
    `
  )
}

function row(older: VersionView, newer: VersionView, change: ProtocolChange): Markup {
  const { kinds, differs } = newer.page.words.nodes.changes
  const { columns } = newer.page.words.protocol.changes
  const shown = change.newer ?? change.older
  const how = change.differs.map((one) => differs[one]).join(', ')
  return html`
    <tr>
      <th scope="row">
        ${shown && wording(newer, shown.node.title)}
        <span class="change-kind" data-kind="${change.kind}">
          ${kinds[change.kind]}${how !== '' && `: ${how}`}
        </span>
      </th>
      <td data-label="${columns.older}">${side(older, change.older, change)}</td>
      <td data-label="${columns.newer}">${side(newer, change.newer, change)}</td>
    </tr>
  `
}

/** The source's own words first; how they are read where that is what changed, or where there are no words. */
function side(
  view: VersionView,
  placed: PlacedNode | undefined,
  { kind, differs }: ProtocolChange,
): Markup {
  const words = view.page.words.protocol.changes
  if (!placed)
    return html`
      <p class="node-silent">${words.notThere}</p>
    `
  const { node } = placed
  const texts = sourceTexts(node)
  const isRead = kind === 'changed' ? differs.includes('reading') : texts.length === 0
  return html`
    ${texts.map(
      (text) => html`
        <p><q lang="en">${text}</q></p>
      `,
    )}
    ${
      texts.length === 0 &&
      html`
        <p class="node-silent">${view.page.words.protocol.words.noWords}</p>
      `
    }
    ${differs.includes('status') && statusMark(view, node.status)}
    ${
      isRead &&
      html`
        <p class="node-label">${words.readAs}</p>
        ${conditionList(nodeReading(view.telling, placed))}
      `
    }
    ${
      differs.includes('explanation') &&
      [node.reason, node.question].map(
        (said) =>
          said &&
          html`
            <p class="node-note">${wording(view, said)}</p>
          `,
      )
    }
  `
}
