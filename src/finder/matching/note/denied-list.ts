/**
 * Whether what starts at `at` is in a list that one denial is said of: "no earlier cancer, operation, chemotherapy or
 * radiotherapy". Such a list ends in "or", and nothing in it says that something is so. Rule `denied-list@1`.
 */
export function isInDeniedList(text: string, denialEnd: number, at: number): boolean {
  const list = listAfter.exec(text.slice(denialEnd))?.[0] ?? ''
  return at < denialEnd + list.length && !saysSo.test(list)
}

/** "No immunosuppressants ever, incl. ciclosporin": what is named as one of those that were not had. */
export function isIncluded(text: string, denialEnd: number, at: number): boolean {
  const between = text.slice(denialEnd, at)
  return between.length < 90 && including.test(between) && !saysSo.test(between)
}

const including =
  /^[^.;:]*(?<!\p{L})(?:incl\.?|including|such as|e\.g\.?|y compris|notamment|dont|comme)(?: (?:an?|the|le|la|les|de|du))?\s?$/iu
const item = String.raw`\s(?:(?!(?:and|but|or|et|mais|ou|ni)\s)[\p{L}-]+\s?){1,4}`
const listAfter = new RegExp(
  String.raw`^${item}(?:,${item})*(?:,\s?|(?<=\s))(?:or|ou|ni)\s(?:[\p{L}-]+\s?){1,3}`,
  'iu',
)
const saysSo =
  /(?<!\p{L})(?:s\/p|status|on|with|has|had|have|is|was|were|takes?|taking|took|after|underwent|received|started|for|since|until|but|sous|avec|est|a|prend|apr[èe]s|depuis)(?!\p{L})/iu
