import type { Language } from '../../words/language/language.ts'
import type { Words } from '../../words/shape/shape.ts'
import { wordsOf } from '../../words/words.ts'
import type { Wording } from '../protocol/document/node.ts'
import type { Protocol } from '../protocol/document/protocol.ts'
import { protocolNodes } from './nodes.ts'

/** In which language, and with which names, a protocol and its participants are told. */
export interface Telling {
  readonly language: Language
  readonly words: Words
  readonly protocol: Protocol
  /** Titles of nodes and items by their id. */
  readonly titles: ReadonlyMap<string, Wording>
  /** What codes, body sites and details are called. */
  readonly labels: ReadonlyMap<string, Wording>
  /** The offset that is not repeated at every moment: `+01:00`. */
  readonly offset?: string
}

/** Makes ready to tell of one version; `now` gives the offset that moments need not repeat. */
export function tellingOf(protocol: Protocol, language: Language, now?: string): Telling {
  const nodes = [
    ...protocol.items,
    ...Object.values(protocolNodes(protocol))
      .flat()
      .map(({ node }) => node),
  ]
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(now ?? '')?.[0]
  return {
    language,
    words: wordsOf(language),
    protocol,
    titles: new Map(nodes.toReversed().map(({ id, title }) => [id, title])),
    labels: new Map(
      protocol.items.toReversed().flatMap(({ labels = {} }) => Object.entries(labels)),
    ),
    ...(offset !== undefined && { offset }),
  }
}

/** The document's own words in the reader's language; the English where it has no French. */
export function wordingText({ language }: Pick<Telling, 'language'>, wording: Wording): string {
  return language === 'fr' ? (wording.fr ?? wording.en) : wording.en
}

/** What a node or an item is called; its id where the document does not name it. */
export function titleOf(telling: Telling, id: string): string {
  const title = telling.titles.get(id)
  return title ? wordingText(telling, title) : id
}

/** What a code, a body site or a detail is called; the code itself where the document has no word for it. */
export function codeText(telling: Telling, code: string): string {
  const label = telling.labels.get(code)
  return label ? wordingText(telling, label) : code
}

/** Codes in a row. */
export function codesText(telling: Telling, codes: readonly string[]): string {
  return codes.map((code) => codeText(telling, code)).join(', ')
}

/** Names in a row: "a, b, c". */
export function titlesOf(telling: Telling, ids: readonly string[]): string {
  return ids.map((id) => titleOf(telling, id)).join(', ')
}

/** A name and what is said of it: "Dose 1: 28 mg", in French with a space before the colon. */
export function namedText(
  { language }: Pick<Telling, 'language'>,
  name: string,
  text: string,
): string {
  return language === 'fr' ? `${name}\u00A0: ${text}` : `${name}: ${text}`
}
