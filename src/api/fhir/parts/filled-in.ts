/**
 * The same resource without what FHIR does not take: what is undefined, blank texts, and lists and objects in which nothing is
 * left. Nothing is changed in place.
 */
export function filledIn<T extends object>(resource: T): T {
  return (kept(resource) ?? {}) as T
}

function kept(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'object') return value
  return Array.isArray(value) ? keptList(value) : keptFields(value)
}

function keptList(values: readonly unknown[]): unknown[] | undefined {
  const list: unknown[] = []
  for (const one of values) {
    const left = kept(one)
    if (left !== undefined) list.push(left)
  }
  return list.length === 0 ? undefined : list
}

function keptFields(value: object): object | undefined {
  const fields: Record<string, unknown> = {}
  let isEmpty = true
  for (const name of Object.keys(value)) {
    const left = kept((value as Readonly<Record<string, unknown>>)[name])
    if (left === undefined) continue
    fields[name] = left
    isEmpty = false
  }
  return isEmpty ? undefined : fields
}
