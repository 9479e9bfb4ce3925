import type { Study } from '../../registry/study.ts'

let latest: { readonly study: Study; readonly parts: ReadonlyMap<string, string> } | undefined

/**
 * Each part of a record as JSON, by its name, in the record's order. An import needs them for what tells a change and for what
 * is kept, so they are made once for one record: results can be most of it.
 */
export function jsonOfParts(study: Study): ReadonlyMap<string, string> {
  if (latest?.study === study) return latest.parts
  const parts = partsOf(study)
  latest = { study, parts }
  return parts
}

/** An object's members as JSON, by their names; those that JSON has not are left out. */
export function partsOf(object: object): Map<string, string> {
  const parts = new Map<string, string>()
  for (const [name, value] of Object.entries(object)) {
    const text = JSON.stringify(value) as string | undefined
    if (text !== undefined) parts.set(name, text)
  }
  return parts
}

/** What `JSON.stringify` gives for an object of such members, but for one. */
export function jsonOf(parts: ReadonlyMap<string, string>, without?: string): string {
  const members: string[] = []
  for (const [name, text] of parts)
    if (name !== without) members.push(`${JSON.stringify(name)}:${text}`)
  return `{${members.join(',')}}`
}
