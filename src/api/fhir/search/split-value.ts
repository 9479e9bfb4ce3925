/** Cuts a value at each of these signs that no backslash stands before; the pieces keep their backslashes. */
export function splitAt(text: string, sign: ',' | '|' | '$'): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === sign) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

/** The text that was meant: `\,` is a comma, and so on. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\([,|$\\])/g, '$1')
}

/** A token as it was given: `code`, `system|code`, `|code` (no system) or `system|`. */
export interface GivenToken {
  /** Undefined where none was said; empty where it was said that there is none. */
  readonly system: string | undefined
  readonly code: string
}

/** Reads a token; what stands after a second `|` belongs to its code. */
export function readToken(text: string): GivenToken {
  const [first = '', ...rest] = splitAt(text, '|')
  if (rest.length === 0) return { system: undefined, code: unescaped(first).trim() }
  return { system: unescaped(first).trim(), code: unescaped(rest.join('|')).trim() }
}
