/**
 * French text with the spaces that French printers use, so that no sign begins a line: a narrow no-break space
 * (U+202F) before ; ! ? » and after «, a no-break space (U+00A0) before a colon and between a number and % or a unit.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/[ \u00A0](?=[;!?»])/g, '\u202F')
    .replace(/«[ \u00A0]/g, '«\u202F')
    .replace(/ (?=:(?:\s|$))/g, '\u00A0')
    .replace(/(?<=\d) (?=(?:%|€|km|kg|mg|g|ml|cm|h|min)(?![\p{L}\d]))/gu, '\u00A0')
}

/** Words with these spaces in every text, and in whatever their functions say. */
export function withFrenchSpaces<T>(words: T): T {
  return spaced(words) as T
}

function spaced(value: unknown): unknown {
  if (typeof value === 'string') return frenchSpaces(value)
  if (typeof value === 'function')
    return (...inputs: unknown[]): unknown => spaced(Reflect.apply(value, undefined, inputs))
  if (Array.isArray(value)) return value.map(spaced)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spaced(one)]))
  return value
}
