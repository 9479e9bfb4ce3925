import { escapeXml } from './escape-xml.ts'

/** XML of our own making: what comes from records is in it only as text. */
export interface Xml {
  readonly text: string
}

type Attributes = Readonly<Record<string, string>>

/** An element around a text, or around other elements, each on a line of its own. */
export function element(
  name: string,
  content: string | readonly Xml[],
  attributes: Attributes = {},
): Xml {
  const inner =
    typeof content === 'string' ? plain(content) : `\n${content.map(({ text }) => text).join('')}`
  return { text: `<${name}${written(attributes)}>${inner}</${name}>\n` }
}

/** An element without content. */
export function emptyElement(name: string, attributes: Attributes): Xml {
  return { text: `<${name}${written(attributes)}/>\n` }
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${plain(value)}"`)
    .join('')
}

/** XML 1.0 has no place for most control characters, not even escaped; records do hold some. */
function plain(text: string): string {
  const possible = text.toWellFormed().replace(/[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]+/gu, ' ')
  return escapeXml(possible)
}
