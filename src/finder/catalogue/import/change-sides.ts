/** The two sides of a change, as text; a side that has nothing is left out. */
export interface Sides {
  readonly before?: string
  readonly after?: string
}

/** What was taken away and what was added, as far as a reader will follow. */
export function sides(gone: readonly string[], come: readonly string[]): Sides {
  return {
    ...(gone.length > 0 && { before: shorten(gone) }),
    ...(come.length > 0 && { after: shorten(come) }),
  }
}

const mostLetters = 2000

function shorten(lines: readonly string[]): string {
  const text = lines.join('\n')
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text
}

/** Any value as lines: one an item of a list, one a paragraph of a text; spacing does not count. */
export function linesOf(value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.map((item) => oneLine(item))
  if (typeof value === 'string')
    return value
      .split(/\n+/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
  return [oneLine(value)]
}

/** An object as its values, in order. */
export function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.values(value)
    .map((inner) => (Array.isArray(inner) ? inner.map(oneLine).join(', ') : oneLine(inner)))
    .filter(Boolean)
    .join(', ')
}
