/** Where the part of a sentence that holds a name begins: behind a comma, a bracket or a turn. */
export function startOfPart(text: string, at: number): number {
  let from = 0
  for (const { index, 0: mark } of text.slice(0, at).matchAll(divider)) from = index + mark.length
  return from
}

/** Where that part ends. */
export function endOfPart(text: string, at: number): number {
  const found = text.slice(at).search(divider)
  return found < 0 ? text.length : at + found
}

const divider =
  /[,;:()]|\.(?=\s|$)|\s[-–—>]+\s|(?<!\p{L})(?:(?:but|mais)(?!\p{L})|(?:and|et) (?=(?:has|have|had|is|was|denies|est|a|ne|n’|n')(?!\p{L})))/giu

/** The words before the last colon before a part: "Eye screening in Feb", « TDM ». */
export function labelBefore(text: string, from: number): string | undefined {
  const before = text.slice(0, from)
  const colon = before.lastIndexOf(':')
  if (colon < 0) return undefined
  const label = before.slice(0, colon)
  return label.slice(
    Math.max(label.lastIndexOf('. '), label.lastIndexOf(';'), label.lastIndexOf(',')) + 1,
  )
}

/** A part without the names that were read of it. */
export function withoutNames(part: string, names: readonly string[]): string {
  let rest = part
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    let at = rest.toLowerCase().indexOf(name.toLowerCase())
    while (name.length > 1 && at >= 0) {
      rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`
      at = rest.toLowerCase().indexOf(name.toLowerCase())
    }
  }
  return rest
}

/** The words of a part, without numbers and without a name that a number follows ("Gleason 8"). */
export function unreadWords(part: string): readonly string[] {
  return (
    part
      .replaceAll(valued, ' ')
      .replaceAll(amount, ' ')
      .match(/\p{L}[\p{L}\p{N}+]*/gu) ?? []
  )
}

const valued =
  /(?<![\p{L}\p{N}])[\p{L}-]{2,}\s?[=<>≥≤]?\s?\d[\d.,/x×-]*\s?(?:%|\p{L}{1,4}\/\p{L}{1,4}|mg|g|ml|µg|mcg|UI|mm|cm)?(?![\p{L}\p{N}])/giu

const amount =
  /\d[\d.,/x×-]*\s?(?:%|[\p{L}µ]{1,5}\/[\p{L}\d]{1,5}|mg|g|kg|ml|l|µg|mcg|UI|IU|mm|cm)(?![\p{L}\p{N}])/giu
