import { type FhirDefinitions, type FhirElement, servedTypes } from './fhir-definitions.ts'

/**
 * The elements of each type in their order, as `data/fhir/` has them: `name:type`, `*` after a list, `@` before an attribute,
 * `[x]` for a name that ends with its type.
 */
export function elementRows(definitions: FhirDefinitions): Readonly<Record<string, string>> {
  const rows = new Map<string, string>()
  const add = (type: string): void => {
    const elements = definitions.elements(type)
    if (!elements || rows.has(type)) return
    rows.set(type, elements.map(rowOf).join(' '))
    for (const { types } of elements) for (const each of types) add(each)
  }
  for (const type of servedTypes) add(type)
  return Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function rowOf({ name, isChoice, isAttribute, isList, types }: FhirElement): string {
  if (isChoice) return `${name}[x]`
  return `${isAttribute ? '@' : ''}${name}:${types[0] ?? 'string'}${isList ? '*' : ''}`
}
