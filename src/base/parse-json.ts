/**
 * A text of somebody else's as JSON. Throws `SyntaxError` as `JSON.parse` does, and for what is nested deeper than so many: to
 * read ten million brackets takes seconds and a gigabyte, a hundred thousand a twentieth of a second.
 */
export function parseJson(text: string, deepest = 500): unknown {
  if (isDeep(text, deepest)) throw new SyntaxError('nested too deeply')
  return JSON.parse(text)
}

/** Goes along as a reader of JSON does; where the text is none, that reader stops at that place. */
function isDeep(text: string, deepest: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at)
        break
      case openList:
      case openObject:
        if (++depth > deepest) return true
        break
      case closeList:
      case closeObject:
        depth--
        break
    }
  }
  return false
}

const [quote, backslash, openList, closeList, openObject, closeObject] = Array.from(
  '"\\[]{}',
  (sign) => sign.charCodeAt(0),
)

/** The place of the quote that ends a string; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end
    while (text.charCodeAt(first - 1) === backslash) first--
    if ((end - first) % 2 === 0) return end
  }
  return text.length
}
