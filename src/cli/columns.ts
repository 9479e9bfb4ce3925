/** What a screen holds beside other windows. */
export const screenWidth = 80

/** Words over lines of at most `width` signs; a word longer than that stands alone. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of printable(text).split(/[ \n]+/)) {
    if (word === '') continue
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width || line === '') line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  // What must not part has found its line: a plain space is what people search for.
  return lines.map((each) => each.replace(/[\u00a0\u202f]/g, ' '))
}

/** Text under a label: the label once, the text beside it over as many lines as it needs. */
export function labelled(
  label: string,
  text: string | readonly string[],
  at: { readonly from: number; readonly to: number },
): readonly string[] {
  const texts = typeof text === 'string' ? [text] : text
  const lines = texts.flatMap((one) => wrapped(one, screenWidth - at.to))
  const beside = widthOf(label) < at.to - at.from
  const head = ' '.repeat(at.from) + label
  const rest = (beside ? lines.slice(1) : lines).map((line) => ' '.repeat(at.to) + line)
  const [first = ''] = lines
  const gap = ' '.repeat(Math.max(0, at.to - at.from - widthOf(label)))
  return [beside && first !== '' ? head + gap + first : head, ...rest]
}

/** Text indented by so many signs. */
export function indented(text: string, by: number): readonly string[] {
  return wrapped(text, screenWidth - by).map((line) => ' '.repeat(by) + line)
}

/** The first line of an indented text, with a mark where more follows. */
export function firstLineOf(text: string, by: number): readonly string[] {
  const [first, more] = wrapped(text, screenWidth - by - 2)
  if (first === undefined) return []
  return [`${' '.repeat(by)}${first}${more === undefined ? '' : ' …'}`]
}

/** A record or a file must not be able to steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
}

/** How many signs a text takes; an accent that is a sign of its own takes none. */
function widthOf(text: string): number {
  return text.normalize('NFC').replace(/\p{Mn}/gu, '').length
}
