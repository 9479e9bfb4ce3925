import type { ProtocolNode } from '../protocol/document/node.ts'
import type { Protocol } from '../protocol/document/protocol.ts'
import { type PlacedNode, type ProtocolPart, protocolNodes, protocolParts } from './nodes.ts'

/** What differs of a node that stands in both versions. */
export type NodeDifference = 'words' | 'reading' | 'status' | 'explanation'

/** One line of a summary of changes: a node that is new, gone or changed. */
export interface ProtocolChange {
  readonly part: ProtocolPart
  readonly kind: 'added' | 'removed' | 'changed'
  readonly older?: PlacedNode
  readonly newer?: PlacedNode
  readonly differs: readonly NodeDifference[]
}

/**
 * What changed from one version to another, part by part as an amendment's summary of changes: each node by its id, in
 * the newer one's order; what is gone follows. A node that only moved has not changed.
 */
export function protocolChanges(older: Protocol, newer: Protocol): readonly ProtocolChange[] {
  const [before, after] = [protocolNodes(older), protocolNodes(newer)]
  return protocolParts.flatMap((part) => changesOfPart(part, before[part], after[part]))
}

function changesOfPart(
  part: ProtocolPart,
  before: readonly PlacedNode[],
  after: readonly PlacedNode[],
): readonly ProtocolChange[] {
  const known = new Map(before.map((placed) => [placed.node.id, placed]))
  const kept = new Set(after.map(({ node }) => node.id))
  return [
    ...after.flatMap((placed) => changeOf(part, known.get(placed.node.id), placed)),
    ...before
      .filter(({ node }) => !kept.has(node.id))
      .map((placed) => ({ part, kind: 'removed', older: placed, differs: [] }) as const),
  ]
}

function changeOf(
  part: ProtocolPart,
  older: PlacedNode | undefined,
  newer: PlacedNode,
): readonly ProtocolChange[] {
  if (!older) return [{ part, kind: 'added', newer, differs: [] }]
  const differs = differences(older.node, newer.node)
  return differs.length === 0 ? [] : [{ part, kind: 'changed', older, newer, differs }]
}

function differences(older: ProtocolNode, newer: ProtocolNode): readonly NodeDifference[] {
  const looks: readonly (readonly [NodeDifference, (node: ProtocolNode) => unknown])[] = [
    ['words', sourceTexts],
    ['reading', ruleOf],
    ['status', ({ status }) => status],
    ['explanation', ({ title, reason, question, notes }) => [title, reason, question, notes]],
  ]
  return looks.flatMap(([name, look]) => (isSameContent(look(older), look(newer)) ? [] : [name]))
}

/** The source's own words, without where they stand: a page number alone is no change. */
export function sourceTexts({ words = [] }: ProtocolNode): readonly string[] {
  return words.map(({ text }) => text)
}

/** What is worked out from: everything but words for people, and nodes of its own for which there is a line of theirs. */
function ruleOf(node: ProtocolNode): unknown {
  const {
    title: _1,
    status: _2,
    reason: _3,
    question: _4,
    words: _5,
    standards: _6,
    notes: _7,
    ...rule
  } = node
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, withoutNodes(value)]))
}

/** A node inside another is its id there. */
function withoutNodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNodes)
  if (typeof value !== 'object' || value === null) return value
  if ('id' in value && 'status' in value) return value.id
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNodes(one)]))
}

/** True for two parts of a document that say the same, in whatever order their keys stand. */
export function isSameContent(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/** The same text for the same content, in whatever order its keys stand. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? ''
  )
}
