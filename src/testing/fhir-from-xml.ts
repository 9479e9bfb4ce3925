import { SaxesParser } from 'saxes'
import { type FhirVersion, elementRowsOf } from '../api/fhir/xml/element-table.ts'

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Node | string)[]
}

/** FHIR XML read back as the JSON it was made of, by another XML reader than the one that wrote it. Throws where it is no XML. */
export function fhirFromXml(xml: string, version: FhirVersion): object {
  const stack: Node[] = [{ name: '', attributes: {}, children: [] }]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [] }
    stack.at(-1)?.children.push(node)
    stack.push(node)
  })
  parser.on('text', (text) => stack.at(-1)?.children.push(text))
  parser.on('closetag', () => void stack.pop())
  parser.write(xml).close()
  const root = elementsIn(stack[0])[0]
  if (root?.attributes['xmlns'] !== 'http://hl7.org/fhir') throw new Error('not FHIR')
  return resourceOf(root, version)
}

function elementsIn(node: Node | undefined): readonly Node[] {
  return (node?.children ?? []).filter((one) => typeof one !== 'string')
}

function resourceOf(node: Node, version: FhirVersion): object {
  return { resourceType: node.name, ...fieldsOf(node, node.name, version) }
}

function fieldsOf(node: Node, type: string, version: FhirVersion): object {
  const rows = elementRowsOf(version, type)
  if (!rows) throw new Error(`no type ${type}`)
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node.attributes))
    if (name !== 'xmlns') fields[name] = value
  let last = -1
  for (const child of elementsIn(node)) {
    const at = rows.findIndex(({ name, type: own }) =>
      own === undefined ? child.name.startsWith(name) : child.name === name,
    )
    const row = rows[at]
    if (!row) throw new Error(`${type} has no ${child.name}`)
    if (at < last) throw new Error(`${child.name} of ${type} is not in its place`)
    last = at
    const ending = child.name.slice(row.name.length)
    const own =
      row.type ??
      (elementRowsOf(version, ending) ? ending : `${ending[0]?.toLowerCase()}${ending.slice(1)}`)
    const value = valueOf(child, own, version)
    if (row.isList) fields[child.name] = [...((fields[child.name] as unknown[]) ?? []), value]
    else if (child.name in fields) throw new Error(`${child.name} of ${type} stands twice`)
    else fields[child.name] = value
    const beside = elementRowsOf(version, own) ? [] : elementsIn(child)
    if (own !== 'xhtml' && own !== 'Resource' && beside.length > 0)
      fields[`_${child.name}`] = {
        extension: beside.map((one) => fieldsOf(one, 'Extension', version)),
      }
  }
  return fields
}

function valueOf(node: Node, type: string, version: FhirVersion): unknown {
  if (type === 'xhtml') return xhtmlOf(node)
  const [only] = elementsIn(node)
  if (only && /^[A-Z]/.test(only.name)) return resourceOf(only, version)
  if (elementRowsOf(version, type)) return fieldsOf(node, type, version)
  const text = node.attributes['value']
  if (text === undefined) throw new Error(`${node.name} has no value`)
  if (type === 'boolean') return text === 'true'
  return /^(?:decimal|integer|positiveInt|unsignedInt)$/.test(type) ? Number(text) : text
}

function xhtmlOf(node: Node | string): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escaped(value)}"`,
  )
  return `<${node.name}${attributes.join('')}>${node.children.map(xhtmlOf).join('')}</${node.name}>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
