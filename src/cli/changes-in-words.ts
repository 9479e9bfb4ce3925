import { type ProtocolChange, sourceTexts } from '../study/in-words/changes.ts'
import { type ChangeBesides, changesBesides } from '../study/in-words/changes-besides.ts'
import { type PlacedNode, protocolParts } from '../study/in-words/nodes.ts'
import { nodeReading } from '../study/in-words/readings.ts'
import { type Telling, wordingText } from '../study/in-words/telling.ts'
import { indented, labelled } from './columns.ts'
import { readingInWords } from './protocol-in-words.ts'

/**
 * What changed from one version to another, part by part: what is new and what is gone with its words and how it is
 * read; of what changed, only what differs, before and after.
 */
export function changesInWords(
  older: Telling,
  newer: Telling,
  changes: readonly ProtocolChange[],
): string {
  const { explain, nodes } = newer.words
  const besides = changesBesides(older, newer)
  const parts = protocolParts.flatMap((part) => {
    const own = changes.filter((change) => change.part === part)
    if (own.length === 0) return []
    const title = nodes.parts[part].toLocaleUpperCase(newer.language)
    return ['', title, ...own.flatMap((change) => changeInWords(older, newer, change))]
  })
  return [
    ...indented(
      explain.changes(newer.protocol.study, older.protocol.version, newer.protocol.version),
      0,
    ),
    ...(parts.length === 0
      ? indented(besides.length === 0 ? nodes.changes.none : nodes.changes.noRule, 0)
      : parts),
    ...besidesLines(newer, besides),
    '',
  ].join('\n')
}

const at = { from: 2, to: 12 }

function besidesLines(
  { words, language }: Telling,
  besides: readonly ChangeBesides[],
): readonly string[] {
  const { nodes, explain } = words
  const beside = { from: at.to, to: at.to + 8 }
  return [...Map.groupBy(besides, ({ part }) => part)].flatMap(([part, own]) => [
    '',
    nodes.besides.parts[part].toLocaleUpperCase(language),
    ...own.flatMap(({ kind, title, older, newer }) => [
      ...labelled(nodes.changes.kinds[kind], title, at),
      ...(kind === 'changed'
        ? [
            ...labelled(explain.was, older.length > 0 ? older : '–', beside),
            ...labelled(explain.is, newer.length > 0 ? newer : '–', beside),
          ]
        : [...older, ...newer].flatMap((line) => indented(line, at.to))),
    ]),
  ])
}

function changeInWords(older: Telling, newer: Telling, change: ProtocolChange): readonly string[] {
  const { changes } = newer.words.nodes
  const shown = change.newer ?? change.older
  if (!shown) return []
  const differs = change.differs.map((each) => changes.differs[each]).join(', ')
  const title = `${wordingText(newer, shown.node.title)} [${shown.node.id}]`
  return [
    ...labelled(changes.kinds[change.kind], differs ? `${title}: ${differs}` : title, at),
    ...(change.kind === 'changed'
      ? differencesInWords(older, newer, change)
      : wholeInWords(change.kind === 'added' ? newer : older, shown)),
  ]
}

/** Of each thing that differs: how it was, and how it is. */
function differencesInWords(
  tellingOlder: Telling,
  tellingNewer: Telling,
  { differs, older, newer }: ProtocolChange,
): readonly string[] {
  if (!older || !newer) return []
  const { was, is } = tellingNewer.words.explain
  const beside = { from: at.to, to: at.to + 8 }
  const looks = {
    words: (_: Telling, { node }: PlacedNode) => sourceTexts(node).map(quoted),
    reading: (telling: Telling, placed: PlacedNode) => readingLines(telling, placed),
    status: (telling: Telling, { node }: PlacedNode) => [
      telling.words.participant.node.status[node.status],
    ],
    explanation: (telling: Telling, { node }: PlacedNode) =>
      [node.title, node.reason, node.question, ...(node.notes ?? [])].flatMap((one) =>
        one ? [wordingText(telling, one)] : [],
      ),
  }
  return differs.flatMap((difference) => {
    const before = looks[difference](tellingOlder, older)
    const after = looks[difference](tellingNewer, newer)
    const none = tellingNewer.words.nodes.changes.noWords
    // What both say is no difference.
    const only = (lines: readonly string[], others: readonly string[]) => {
      const own = lines.filter((line) => !others.includes(line))
      return own.length > 0 ? own : lines.length > 0 ? ['–'] : [none]
    }
    return [
      ...labelled(was, only(before, after), beside),
      ...labelled(is, only(after, before), beside),
    ]
  })
}

function wholeInWords(telling: Telling, placed: PlacedNode): readonly string[] {
  return [
    ...sourceTexts(placed.node).flatMap((text) => indented(quoted(text), at.to)),
    ...nodeReading(telling, placed).flatMap((reading) => readingInWords(reading, at.to)),
  ]
}

/** A reading as lines that keep how deep they stand. */
function readingLines(telling: Telling, placed: PlacedNode): readonly string[] {
  return nodeReading(telling, placed).flatMap((reading) =>
    readingInWords(reading, 0).map((line) => line.replace(/^ +/, '')),
  )
}

function quoted(text: string): string {
  return `“${text}”`
}
