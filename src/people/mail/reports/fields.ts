/** The fields of each block of a status part (RFC 822 syntax), names in lower case, folded lines joined. */
export function readBlocks(text: string): ReadonlyMap<string, string>[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(readBlock)
    .filter((block) => block.size > 0)
}

function readBlock(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  for (const line of lines.slice(0, mostLines)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** The address in `rfc822; ann@example.org`, with or without angle brackets. */
export function addressIn(field: string | undefined): string | undefined {
  const text = field?.replace(/^[^;]{0,40};/, '').trim() ?? ''
  const address = /<([^<>\s]{1,320})>/.exec(text)?.[1] ?? /^[^\s<>]{1,320}/.exec(text)?.[0]
  return address?.includes('@') === true ? address : undefined
}

const mostLines = 200
