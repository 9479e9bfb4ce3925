import type { ConditionInWords } from '../study/in-words/conditions.ts'
import { type PlacedNode, protocolNodes, protocolParts } from '../study/in-words/nodes.ts'
import { nodeReading } from '../study/in-words/readings.ts'
import { type Telling, wordingText } from '../study/in-words/telling.ts'
import { momentText } from '../study/in-words/values.ts'
import { indented, labelled } from './columns.ts'
import { sourceInWords } from './criteria-in-words.ts'

/** One version in words: every rule with its status, how it is read, and the source's own words. */
export function protocolInWords(telling: Telling): string {
  const { protocol, words } = telling
  const nodes = protocolNodes(protocol)
  return [
    ...indented(words.explain.title(protocol.study, protocol.version), 0),
    ...indented(wordingText(telling, protocol.title), 0),
    ...effectiveInWords(telling),
    ...protocol.sources.flatMap(({ id, title, date, link }) =>
      labelled(`[${id}]`, [title, date, link].filter(Boolean).join(', '), { from: 2, to: 16 }),
    ),
    ...protocolParts.flatMap((part) =>
      nodes[part].length === 0
        ? []
        : [
            '',
            words.nodes.parts[part].toLocaleUpperCase(telling.language),
            ...nodes[part].flatMap((node) => nodeInWords(telling, node)),
          ],
    ),
    ...notesInWords(telling),
    '',
  ].join('\n')
}

function effectiveInWords(telling: Telling): readonly string[] {
  const { explain } = telling.words
  return telling.protocol.effective.flatMap(({ site, from }) =>
    indented(
      explain.effective(site === '*' ? explain.everySite : site, momentText(telling, from)),
      2,
    ),
  )
}

/** A node: its status and title, its reason or question, how it is read, and the source's words. */
function nodeInWords(telling: Telling, placed: PlacedNode): readonly string[] {
  const { node } = placed
  const { status } = telling.words.participant.node
  const title = `${wordingText(telling, node.title)} [${node.id}]`
  const more = [
    ...(node.reason ? [wordingText(telling, node.reason)] : []),
    ...(node.question ? [`? ${wordingText(telling, node.question)}`] : []),
  ]
  const to = 14
  return [
    ...labelled(status[node.status], title, { from: 2, to }),
    ...more.flatMap((line) => indented(line, to)),
    ...nodeReading(telling, placed).flatMap((reading) => readingInWords(reading, to)),
    ...sourceInWords(telling, node).flatMap((line) => indented(line, to)),
    ...(node.notes ?? []).flatMap((note) => indented(`- ${wordingText(telling, note)}`, to)),
  ]
}

/** How a node is read, line by line. */
export function readingInWords({ text, parts }: ConditionInWords, by: number): readonly string[] {
  return [...indented(`= ${text}`, by), ...parts.flatMap((part) => readingInWords(part, by + 2))]
}

function notesInWords(telling: Telling): readonly string[] {
  const notes = telling.protocol.notes ?? []
  if (notes.length === 0) return []
  const title = telling.words.explain.parts.notes.toLocaleUpperCase(telling.language)
  const lines = notes.flatMap((note) =>
    labelled('-', wordingText(telling, note), { from: 2, to: 4 }),
  )
  return ['', title, ...lines]
}
