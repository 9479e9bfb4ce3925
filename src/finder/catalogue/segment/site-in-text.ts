import type { Location } from '../../registry/study.ts'

/**
 * The site at a place of a record's list, from the record as text (what `JSON.stringify` gave): what is not asked for is passed over,
 * not parsed. Undefined where the text does not show at once where its sites are, or has none at that place.
 */
export function siteInText(text: string, index: number): Location | undefined {
  const found = text.indexOf(sitesKey)
  if (found < 0 || text.includes(sitesKey, found + 1)) return undefined
  const list = startOfList(text, found + sitesKey.length)
  const start = list === undefined ? undefined : startOfItem(text, list, index)
  if (start === undefined) return undefined
  return JSON.parse(text.slice(start, endOfValue(text, start))) as Location
}

/** In no value: a quotation mark there has a stroke before it. */
const sitesKey = '"contactsLocationsModule":{'
const listKey = '"locations":['

/** Where the list of sites begins, among the values of the object that begins here. */
function startOfList(text: string, start: number): number | undefined {
  let at = start
  while (text.charCodeAt(at) === quote) {
    if (text.startsWith(listKey, at)) return at + listKey.length
    // Past the key and its colon, and past the value and its comma.
    at = endOfValue(text, endOfString(text, at) + 1) + 1
  }
  return undefined
}

function startOfItem(text: string, list: number, index: number): number | undefined {
  let at = list
  for (let passed = 0; passed < index; passed++) {
    at = endOfValue(text, at)
    if (text.charCodeAt(at) !== comma) return undefined
    at++
  }
  return text.charCodeAt(at) === openingBrace ? at : undefined
}

/** Past the value that begins here. */
function endOfValue(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at) - 1
    else if (code === openingBrace || code === openingBracket) depth++
    else if (code === closingBrace || code === closingBracket) depth--
    else if (code === comma && depth === 0) return at
    if (depth < 0) return at
  }
  return text.length
}

const [quote, stroke, comma] = [34, 92, 44]
const [openingBrace, closingBrace, openingBracket, closingBracket] = [123, 125, 91, 93]

/** Past the quotation mark that closes the string that begins here. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end < 0 ? text.length : end + 1
}

/** After an odd number of strokes a mark is one of the text. */
function isEscaped(text: string, at: number): boolean {
  let strokes = 0
  while (text.charCodeAt(at - 1 - strokes) === stroke) strokes++
  return strokes % 2 === 1
}
