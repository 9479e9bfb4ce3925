import type { ConditionInWords } from '../../../study/in-words/conditions.ts'
import type { PlacedNode } from '../../../study/in-words/nodes.ts'
import { nodeReading } from '../../../study/in-words/readings.ts'
import { wordingText } from '../../../study/in-words/telling.ts'
import type { NodeStatus, ProtocolNode, Wording } from '../../../study/protocol/document/node.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import type { VersionView } from './version-view.ts'

/** How a node is shown among others. */
export interface NodeCard {
  /** The level of its heading. */
  readonly level: 3 | 4
  /** The number by which a picture refers to it. */
  readonly number?: string
  /** What stands in it after its reading: the members of a group. */
  readonly inside?: Markup
}

/** One node: its title and status, the source's own words, and beside them how it is read. */
export function nodeCard(view: VersionView, placed: PlacedNode, card: NodeCard): Markup {
  const { node } = placed
  const words = view.page.words.protocol.words
  const { number, inside } = card
  return html`
    <div class="node" id="${nodeId(node)}">
      <div class="node-head">
        ${heading(view, node, card.level, number)} ${statusMark(view, node.status)}
      </div>
      <div class="node-both">
        <div class="node-source">
          <p class="node-label">${words.source}</p>
          ${sourceWords(view, node)}
        </div>
        <div class="node-reading">
          <p class="node-label">${words.reading}</p>
          ${conditionList(nodeReading(view.telling, placed))} ${explained(view, node)}
        </div>
      </div>
      ${inside}
    </div>
  `
}

/** The id of a node's card on a page: letters that an address may hold. */
export function nodeId({ id }: Pick<ProtocolNode, 'id'>): string {
  return `n-${id.replaceAll(/[^\w-]/g, '_')}`
}

/** Stated, inferred or silent: a word with a shape, so that colour says nothing alone. */
export function statusMark({ page }: VersionView, status: NodeStatus): Markup {
  const { node } = page.words.participant
  return html`
    <span class="node-mark" data-status="${status}" title="${node.means[status]}">
      ${node.status[status]}
    </span>
  `
}

/** Lines, and lines under them. */
export function conditionList(conditions: readonly ConditionInWords[]): Markup {
  return html`
    <ul class="rule">
      ${conditions.map(
        ({ text, parts }) => html`
          <li>${text} ${parts.length > 0 && conditionList(parts)}</li>
        `,
      )}
    </ul>
  `
}

/** A wording in the reader's language; what is only in English is marked as that. */
export function wording({ page, telling }: VersionView, said: Wording): Markup {
  return page.language === 'fr' && said.fr === undefined
    ? line`<span lang="en">${said.en}</span>`
    : line`${wordingText(telling, said)}`
}

/** The passages of the source, unchanged, each with its place. */
export function sourceWords(view: VersionView, { words = [] }: ProtocolNode): Markup {
  const said = view.page.words.protocol.words
  if (words.length === 0)
    return html`
      <p class="node-silent">${said.noWords}</p>
    `
  return html`
    ${words.map(
      ({ source, place, text }) => html`
        <figure class="quote">
          <blockquote lang="en"><p>${text}</p></blockquote>
          <figcaption>${said.from(place, sourceTitle(view, source))}</figcaption>
        </figure>
      `,
    )}
  `
}

function sourceTitle({ protocol }: VersionView, id: string): string {
  const source = protocol.sources.find((one) => one.id === id)
  const title = source?.title ?? id
  return title.length > 60 ? `${title.slice(0, 58).replace(/\s+\S*$/, '')}…` : title
}

function heading(
  view: VersionView,
  node: ProtocolNode,
  level: NodeCard['level'],
  number: string | undefined,
): Markup {
  const text = html`
    ${
      number !== undefined &&
      html`
        <span class="node-number">${number}</span>
      `
    }
    ${wording(view, node.title)}
  `
  return level === 3
    ? html`
        <h3>${text}</h3>
      `
    : html`
        <h4>${text}</h4>
      `
}

/** Why it is read so, what a person is asked, and what is worth knowing. */
function explained(view: VersionView, node: ProtocolNode): Markup {
  const { status, words } = view.page.words.protocol
  const { reason, question, notes = [], standards = {} } = node
  const lines: readonly (readonly [string, Wording | undefined])[] = [
    [status.because, reason],
    [status.asked, question],
    ...notes.map((note) => [words.note, note] as const),
  ]
  const named = Object.entries(standards).map(([name, value]) => `${name.toUpperCase()} ${value}`)
  return html`
    ${lines.map(
      ([label, said]) =>
        said &&
        html`
          <p class="node-note">
            <b>${label}</b>
            ${wording(view, said)}
          </p>
        `,
    )}
    ${
      named.length > 0 &&
      html`
        <p class="node-standards">${words.standards} ${named.join(', ')}</p>
      `
    }
  `
}
