import {
  type ProtocolChange,
  protocolChanges,
  sourceTexts,
} from '../../../study/in-words/changes.ts'
import { type ChangeBesides, changesBesides } from '../../../study/in-words/changes-besides.ts'
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
  const besides = changesBesides(older.telling, newer.telling)
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
        ${chooser(older, newer)} ${summary(newer, changes, besides)}
        ${protocolParts.map((part) =>
          partOf(
            older,
            newer,
            changes.filter((one) => one.part === part),
          ),
        )}
        ${[...Map.groupBy(besides, ({ part }) => part)].map(([part, own]) =>
          changesTable(
            newer,
            page.words.nodes.besides.parts[part],
            own.map((one) => besidesRow(newer, one)),
            page.words.explain,
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
  { page }: VersionView,
  changes: readonly ProtocolChange[],
  besides: readonly ChangeBesides[],
): Markup {
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
    changesTable(
      newer,
      newer.page.words.nodes.parts[first.part],
      changes.map((change) => row(older, newer, change)),
      { was: columns.older, is: columns.newer },
    )
  )
}

function changesTable(
  { page }: VersionView,
  title: string,
  rows: readonly Markup[],
  { was, is }: { readonly was: string; readonly is: string },
): Markup {
  return html`
    <table class="summary-of-changes stacked">
      <caption>
        <h2>${title}</h2>
      </caption>
      <thead>
        <tr>
          <th scope="col">${page.words.protocol.changes.columns.what}</th>
          <th scope="col">${was}</th>
          <th scope="col">${is}</th>
        </tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>
  `
}

function besidesRow({ page }: VersionView, change: ChangeBesides): Markup {
  const { notThere } = page.words.protocol.changes
  const { was, is } = page.words.explain
  const sideOf = (lines: readonly string[]): Markup => html`
    ${
      lines.length === 0 &&
      html`
        <p class="node-silent">${change.kind === 'changed' ? '–' : notThere}</p>
      `
    }
    ${lines.map(
      (one) => html`
        <p>${one}</p>
      `,
    )}
  `
  return html`
    <tr>
      <th scope="row">
        ${change.title}
        <span class="change-kind" data-kind="${change.kind}">
          ${page.words.nodes.changes.kinds[change.kind]}
        </span>
      </th>
      <td data-label="${was}">${sideOf(change.older)}</td>
      <td data-label="${is}">${sideOf(change.newer)}</td>
    </tr>
  `
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
