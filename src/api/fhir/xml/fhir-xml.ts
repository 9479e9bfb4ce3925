import { type ElementRow, type FhirVersion, elementRowsOf } from './element-table.ts'

/** A resource of FHIR, of any type. */
export interface AnyResource {
  readonly resourceType: string
}

/**
 * A resource as FHIR XML: elements in the order of the standard, simple values as attributes. What the standard does not have in
 * that version is left out. A narrative goes in as it is, so it must be one that we made. Throws for a type that is not served.
 */
export function fhirXml(resource: AnyResource, version: FhirVersion): string {
  const writer = new Writer(version)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writer.resource(resource, ' xmlns="http://hl7.org/fhir"')}`
}

class Writer {
  readonly #version: FhirVersion

  constructor(version: FhirVersion) {
    this.#version = version
  }

  resource(resource: AnyResource, attributes: string): string {
    const { resourceType } = resource
    const rows = elementRowsOf(this.#version, resourceType)
    if (!rows) throw new Error(`${resourceType} is not served as XML`)
    const inside = rows.map((row) => this.#element(resource, row)).join('')
    return `<${resourceType}${attributes}>${inside}</${resourceType}>`
  }

  #element(parent: object, row: ElementRow): string {
    if (row.type !== undefined) return this.#values(parent, row.name, row.type)
    return Object.keys(parent)
      .filter((name) => name.startsWith(row.name) && /^[A-Z]/.test(name.slice(row.name.length)))
      .map((name) => this.#values(parent, name, this.#typeOfChoice(name.slice(row.name.length))))
      .join('')
  }

  /** `Code` is the simple type `code`, `Coding` is `Coding`. */
  #typeOfChoice(ending: string): string {
    return elementRowsOf(this.#version, ending)
      ? ending
      : `${ending[0]?.toLowerCase()}${ending.slice(1)}`
  }

  #values(parent: object, name: string, type: string): string {
    const value = (parent as Readonly<Record<string, unknown>>)[name]
    if (value === undefined || value === null) return ''
    const all: readonly unknown[] = Array.isArray(value) ? value : [value]
    const beside = (parent as Readonly<Record<string, unknown>>)[`_${name}`]
    if (typeof beside === 'object' && beside !== null && !Array.isArray(value))
      return this.#extended(name, value, beside)
    return all.map((one) => this.#value(name, one, type)).join('')
  }

  /** A simple value with what JSON has beside it, under its name with a line before it. */
  #extended(name: string, value: unknown, beside: object): string {
    const inside = this.#values(beside, 'extension', 'Extension')
    return `<${name} value="${attribute(String(value))}">${inside}</${name}>`
  }

  #value(name: string, value: unknown, type: string): string {
    if (type === 'xhtml') return String(value)
    if (typeof value !== 'object' || value === null)
      return `<${name} value="${attribute(String(value))}"/>`
    if (type === 'Resource' && isResource(value))
      return `<${name}>${this.resource(value, '')}</${name}>`
    const rows = elementRowsOf(this.#version, type) ?? []
    const attributes = rows
      .filter(({ isAttribute, name: own }) => isAttribute && own in value)
      .map(({ name: own }) => ` ${own}="${attribute(String(Reflect.get(value, own)))}"`)
      .join('')
    const inside = rows
      .filter(({ isAttribute }) => !isAttribute)
      .map((row) => this.#element(value, row))
      .join('')
    return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`
  }
}

function isResource(value: object): value is AnyResource {
  return 'resourceType' in value
}

/** A text inside quotes: what has a meaning there, and ends of lines, which XML would make blanks. */
function attribute(text: string): string {
  if (!/[&<>"\p{Cc}\uFFFE\uFFFF]/u.test(text)) return text
  return text.replace(/[&<>"\p{Cc}\uFFFE\uFFFF]/gu, (character) => written.get(character) ?? '')
}

/** Other control characters cannot be in XML at all. */
const written: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['\t', '&#9;'],
])
