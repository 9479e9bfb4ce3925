import { SaxesParser } from 'saxes'

/** One element of a legacy record: its attributes, its own text and its children in order. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

interface OpenElement extends Element {
  readonly children: Element[]
  text: string
}

/**
 * Reads XML strictly: no document type, so no entity but the five of XML and character codes. What is not XML, or has
 * elements nested more than `mostDepth` deep, is answered with a reason; nothing is thrown.
 */
export function parseXml(xml: string, mostDepth: number): Element | { readonly reason: string } {
  const parser = new SaxesParser()
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  function addText(text: string): void {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('opentag', (tag) => {
    if (open.length > mostDepth) throw new Error(`it is nested more than ${mostDepth} deep`)
    const element = { name: tag.name, attributes: tag.attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    throw error
  })
  try {
    parser.write(xml).close()
  } catch (error) {
    return { reason: `It is not XML: ${(error as Error).message}.` }
  }
  return root.children[0] ?? { reason: 'It is not XML: it has no element.' }
}

/** The first element at a path, as `facility/address`. */
export function find(element: Element | undefined, path: string): Element | undefined {
  let at = element
  for (const name of path.split('/')) at = at?.children.find((child) => child.name === name)
  return at
}

/** Every element of a name under the first element at the path before it, as `group_list/group`. */
export function findAll(element: Element | undefined, path: string): readonly Element[] {
  const cut = path.lastIndexOf('/')
  const parent = cut < 0 ? element : find(element, path.slice(0, cut))
  const name = path.slice(cut + 1)
  return parent?.children.filter((child) => child.name === name) ?? []
}

/** The text at a path on one line, or undefined if there is none. */
export function textAt(element: Element | undefined, path: string): string | undefined {
  return lineOf(find(element, path)?.text)
}

/** The texts of all elements at a path. */
export function textsAt(element: Element | undefined, path: string): string[] {
  return findAll(element, path).flatMap((found) => lineOf(found.text) ?? [])
}

function lineOf(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line
}
