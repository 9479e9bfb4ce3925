/**
 * The same resource without what FHIR does not take: what is undefined, blank texts, and lists and objects in which nothing is
 * left. Nothing is changed in place. At the end of a list of the resource comes what `full` has under its name, in which nothing is
 * blank: some studies have thousands of sites, and going through them takes its time.
 */
export function filledIn<T extends object>(
  resource: T,
  full: Readonly<Record<string, readonly object[]>> = {},
): T {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(resource)) {
    const left = kept(value)
    const more = full[name] ?? []
    const all = more.length === 0 ? left : [...((left ?? []) as readonly unknown[]), ...more]
    if (all !== undefined) fields[name] = all
  }
  return fields as T
}

function kept(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'object') return value
  return Array.isArray(value) ? keptList(value) : keptFields(value)
}

/** What has nothing to be left out stays as it is, which most is: it is not made anew. */
function keptList(values: readonly unknown[]): readonly unknown[] | undefined {
  let list: unknown[] | undefined
  for (let at = 0; at < values.length; at++) {
    const one = values[at]
    const left = kept(one)
    if (left === undefined || left !== one) list ??= values.slice(0, at)
    if (left !== undefined) list?.push(left)
  }
  const all = list ?? values
  return all.length === 0 ? undefined : all
}

function keptFields(value: object): object | undefined {
  let fields: Record<string, unknown> | undefined
  let isEmpty = true
  const names = Object.keys(value)
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as string
    const one = (value as Readonly<Record<string, unknown>>)[name]
    const left = kept(one)
    if (left === undefined || left !== one) fields ??= firstOf(value, names, at)
    if (left === undefined) continue
    if (fields) fields[name] = left
    isEmpty = false
  }
  return isEmpty ? undefined : (fields ?? value)
}

function firstOf(value: object, names: readonly string[], count: number): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (let at = 0; at < count; at++) {
    const name = names[at] as string
    fields[name] = (value as Readonly<Record<string, unknown>>)[name]
  }
  return fields
}
