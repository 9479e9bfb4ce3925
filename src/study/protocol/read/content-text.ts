import { hash } from 'node:crypto'

/** A text that is the same for the same content, in whatever order its keys stand. */
export function contentText(content: object): string {
  return JSON.stringify(sorted(content))
}

/** The SHA-256 of a content, in whatever order its keys stand: two documents with one hash say the same. */
export function documentHash(content: object): string {
  return hash('sha256', contentText(content))
}

function sorted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map(sorted)
  const entries = Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)]))
}
