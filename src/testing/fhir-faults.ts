import type { FhirDefinitions, FhirElement } from './fhir-definitions.ts'

/**
 * What of a resource is not as the definitions say: elements that are not there, missing ones, a list for one and one for a
 * list, simple values of the wrong type or look, codes that are not of the value set that must be used, and all that is empty.
 */
export function fhirFaults(resource: object, definitions: FhirDefinitions): readonly string[] {
  const { resourceType } = resource as { resourceType?: string }
  if (resourceType === undefined) return ['no resourceType']
  const check = new Check(definitions)
  check.object(resource as Fields, resourceType, resourceType)
  return check.faults
}

class Check {
  readonly faults: string[] = []
  readonly #definitions: FhirDefinitions

  constructor(definitions: FhirDefinitions) {
    this.#definitions = definitions
  }

  object(value: Fields, type: string, path: string): void {
    const elements = this.#definitions.elements(type)
    if (!elements) return this.#fault(path, `of a type that is not known: ${type}`)
    const shape = shapeOf(elements)
    if (Object.keys(value).length === 0) this.#fault(path, 'empty')
    for (const [name, part] of Object.entries(value)) {
      if (shape.isResource && name === 'resourceType') continue
      const beside = shape.byName.get(name.replace(/^_/, ''))
      if (name.startsWith('_') && beside && !this.#definitions.elements(beside.type)) {
        this.object(part as Fields, 'Element', `${path}.${name}`)
        continue
      }
      const known = shape.byName.get(name)
      if (known) this.#element(part, known, `${path}.${name}`)
      else this.#fault(path, `has no ${name} in ${type}`)
    }
    for (const { name, names, isNeeded } of shape.counted) {
      const count = names.filter((one) => one in value).length
      if (count === 0 && isNeeded) this.#fault(path, `lacks ${name}`)
      if (count > 1) this.#fault(path, `has more than one ${name}[x]`)
    }
  }

  #element(part: unknown, { element, type }: Named, path: string): void {
    if (!element.isList) return this.#value(part, element, type, path)
    if (!Array.isArray(part)) return this.#fault(path, 'is a list')
    if (part.length === 0) this.#fault(path, 'empty')
    for (const [at, one] of part.entries()) this.#value(one, element, type, `${path}[${at}]`)
  }

  #value(value: unknown, element: FhirElement, type: string, path: string): void {
    if (type === 'Resource') {
      const own = (value as { resourceType?: string }).resourceType
      return own === undefined
        ? this.#fault(path, 'no resourceType')
        : this.object(value as Fields, own, path)
    }
    if (this.#definitions.elements(type)) {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return this.#fault(path, `is a ${type}`)
      this.object(value as Fields, type, path)
    } else this.#simple(value, type, path)
    if (element.required !== undefined) this.#codes(value, element.required, path)
  }

  #simple(value: unknown, type: string, path: string): void {
    const kind = kinds.get(type) ?? 'string'
    if (typeof value !== kind) return this.#fault(path, `is no ${type}: ${JSON.stringify(value)}`)
    const text = String(value)
    if (kind === 'string' && text.trim() === '') return this.#fault(path, 'blank')
    const pattern = type === 'xhtml' ? undefined : this.#definitions.pattern(type)
    if (pattern && kind !== 'boolean' && !pattern.test(text))
      this.#fault(path, `does not look like ${type}: ${text.slice(0, 80)}`)
    if (kind === 'number' && type !== 'decimal' && Math.abs(Number(value)) >= 2 ** 31)
      this.#fault(path, 'is too large')
  }

  #codes(value: unknown, valueSet: string, path: string): void {
    const codes = this.#definitions.codes(valueSet)
    if (!codes) return
    const said =
      typeof value === 'string'
        ? [value]
        : ((value as { coding?: { code?: string }[] }).coding ?? []).map(({ code }) => code ?? '')
    for (const code of said)
      if (!codes.has(code)) this.#fault(path, `${code} is not of ${valueSet}`)
  }

  #fault(path: string, what: string): void {
    this.faults.push(`${path}: ${what}`)
  }
}

type Fields = Readonly<Record<string, unknown>>

interface Named {
  readonly element: FhirElement
  readonly type: string
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['boolean', 'boolean'],
  ['decimal', 'number'],
  ['integer', 'number'],
  ['positiveInt', 'number'],
  ['unsignedInt', 'number'],
])

/** What is asked of each object of a type, worked out once. */
interface Shape {
  readonly isResource: boolean
  readonly byName: ReadonlyMap<string, Named>
  /** The elements of which one must be there, or not more than one of several. */
  readonly counted: readonly {
    readonly name: string
    readonly names: readonly string[]
    readonly isNeeded: boolean
  }[]
}

const shapes = new WeakMap<readonly FhirElement[], Shape>()

function shapeOf(elements: readonly FhirElement[]): Shape {
  const made = shapes.get(elements)
  if (made) return made
  const shape: Shape = {
    isResource: elements.some(({ name }) => name === 'meta'),
    byName: new Map(
      elements.flatMap((element) =>
        namesOf(element).map(
          (name, at) => [name, { element, type: element.types[at] ?? '' }] as const,
        ),
      ),
    ),
    counted: elements.flatMap((element) => {
      const [names, isNeeded] = [namesOf(element), element.min > 0]
      return isNeeded || names.length > 1 ? [{ name: element.name, names, isNeeded }] : []
    }),
  }
  shapes.set(elements, shape)
  return shape
}

/** The names that an element has in JSON: one, or one for each type. */
function namesOf({ name, isChoice, types }: FhirElement): readonly string[] {
  return isChoice
    ? types.map((type) => `${name}${type.slice(0, 1).toUpperCase()}${type.slice(1)}`)
    : [name]
}

/**
 * What of the resources inside a resource is not as it must be: each has an id of its own and is referred to, and every
 * reference with `#` leads to one.
 */
export function containedFaults(resource: {
  readonly contained?: readonly { readonly id?: string | undefined }[] | undefined
}): readonly string[] {
  const ids = (resource.contained ?? []).map(({ id }) => id ?? '')
  const references = new Set<string>()
  collect(resource)
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`),
    ...ids.filter((id) => !references.has(id)).map((id) => `nothing refers to ${id}`),
    ...[...references].filter((id) => !ids.includes(id)).map((id) => `there is no ${id}`),
  ]

  function collect(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    const { reference } = value as { reference?: unknown }
    if (typeof reference === 'string' && reference.startsWith('#'))
      references.add(reference.slice(1))
    for (const one of Object.values(value)) collect(one)
  }
}
