import {
  elementNamed,
  elementRowsOf,
  type FhirVersion,
  type PlacedElement,
} from './element-table.ts'

/** A resource of FHIR, of any type. */
export interface AnyResource {
  readonly resourceType: string
}

/**
 * A resource as FHIR XML: elements in the order of the standard, simple values as attributes. What the standard does not have in
 * that version is left out. A narrative goes in as it is, so it must be one that we made. Throws for a type that is not served.
 */
export function fhirXml(resource: AnyResource, version: FhirVersion): string {
  return [...fhirXmlParts(resource, version)].join('')
}

/** The same in pieces, each made when it is asked for. Throws as `fhirXml`. */
export function* fhirXmlParts(resource: AnyResource, version: FhirVersion): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield* new Writer(version).outermost(resource, ' xmlns="http://hl7.org/fhir"')
}

/** A resource in pieces, as it stands inside another. Throws as `fhirXml`. */
export function innerXmlParts(resource: AnyResource, version: FhirVersion): Generator<string> {
  return new Writer(version).outermost(resource, '')
}

/** A member of a value, with the element that it is. */
interface Member extends PlacedElement {
  readonly value: unknown
  /** What JSON has beside a simple value, under its name with a line before it. */
  readonly beside?: object
}

/** Pieces are gathered and joined once: a large study has a hundred thousand of them. */
class Writer {
  readonly #version: FhirVersion
  readonly #pieces: string[] = []

  constructor(version: FhirVersion) {
    this.#version = version
  }

  *outermost(resource: AnyResource, attributes: string): Generator<string> {
    for (const member of this.#opened(resource, attributes))
      for (const value of Array.isArray(member.value)
        ? (member.value as unknown[])
        : [member.value]) {
        this.#member({ ...member, value })
        if (this.#pieces.length >= enough) yield this.#taken()
      }
    this.#pieces.push(`</${resource.resourceType}>`)
    yield this.#taken()
  }

  #taken(): string {
    const text = this.#pieces.join('')
    this.#pieces.length = 0
    return text
  }

  #resource(resource: AnyResource): void {
    this.#inside(this.#opened(resource, ''))
    this.#pieces.push(`</${resource.resourceType}>`)
  }

  /** Begins a resource, and gives what is in it. */
  #opened(resource: AnyResource, attributes: string): readonly Member[] {
    const { resourceType } = resource
    if (!elementRowsOf(this.#version, resourceType))
      throw new Error(`${resourceType} is not served as XML`)
    this.#pieces.push(`<${resourceType}${attributes}>`)
    return this.#membersOf(resource, resourceType)
  }

  /** Of what a value has, only what its type has, in the order of the standard. */
  #membersOf(value: object, type: string): readonly Member[] {
    const members: Member[] = []
    let [last, isInOrder] = [-1, true]
    for (const name of Object.keys(value)) {
      const own = (value as Readonly<Record<string, unknown>>)[name]
      const placed = own === undefined ? undefined : elementNamed(this.#version, type, name)
      if (!placed || own === undefined || own === null) continue
      const { order, isAttribute } = placed
      const beside = (value as Readonly<Record<string, unknown>>)[`_${name}`]
      const isExtended = typeof beside === 'object' && beside !== null && !Array.isArray(own)
      const member = { name, order, type: placed.type, isAttribute, value: own }
      members.push(isExtended ? { ...member, beside } : member)
      if (order < last) isInOrder = false
      last = order
    }
    return isInOrder ? members : members.toSorted((a, b) => a.order - b.order)
  }

  #inside(members: readonly Member[]): void {
    for (const member of members) if (!member.isAttribute) this.#member(member)
  }

  #member({ name, type, value, beside }: Member): void {
    if (Array.isArray(value))
      for (const each of value as readonly unknown[]) this.#value(name, each, type)
    else if (beside) {
      this.#pieces.push(`<${name} value="${attribute(String(value as string))}">`)
      this.#inside(this.#membersOf(beside, 'Extension'))
      this.#pieces.push(`</${name}>`)
    } else this.#value(name, value, type)
  }

  #value(name: string, value: unknown, type: string): void {
    if (type === 'xhtml') this.#pieces.push(String(value))
    else if (typeof value !== 'object' || value === null)
      this.#pieces.push(`<${name} value="${attribute(String(value))}"/>`)
    else if (type === 'Resource' && isResource(value)) {
      this.#pieces.push(`<${name}>`)
      this.#resource(value)
      this.#pieces.push(`</${name}>`)
    } else this.#element(name, this.#membersOf(value, type))
  }

  #element(name: string, members: readonly Member[]): void {
    let start = `<${name}`
    for (const one of members)
      if (one.isAttribute) start += ` ${one.name}="${attribute(String(one.value))}"`
    const before = this.#pieces.push(`${start}>`)
    this.#inside(members)
    if (this.#pieces.length === before) this.#pieces[before - 1] = `${start}/>`
    else this.#pieces.push(`</${name}>`)
  }
}

/** So many pieces are some tens of kilobytes. */
const enough = 2000

function isResource(value: object): value is AnyResource {
  return 'resourceType' in value
}

/** A text inside quotes: what has a meaning there, and ends of lines, which XML would make blanks. */
function attribute(text: string): string {
  if (!special.test(text)) return text
  return text.replace(everySpecial, (character) => written.get(character) ?? '')
}

const special = /[&<>"\p{Cc}\uFFFE\uFFFF]/u
const everySpecial = new RegExp(special.source, 'gu')

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
