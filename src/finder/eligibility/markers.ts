/** What comes before an item of a list: `*`, `-`, `1.`, `a)`, `(iv)`, or two of them (`* 1)`). */
export interface ListMarker {
  /** Items of one list share a style: `*`, `1.`, `a)`, `(i)`, `1.1`, `*1)`. */
  readonly style: string
  /** How many characters marker and following space take. */
  readonly length: number
  /** The number or letter, for checking that a letter really counts. */
  readonly label: string
}

/** Reads the marker at the start of a line's content, or undefined when the line is plain text. */
export function readListMarker(content: string, before?: string): ListMarker | undefined {
  const first = readOne(content, before)
  if (!first) return undefined
  const second = readOne(content.slice(first.length), before)
  if (!second || second.style === first.style) return first
  return {
    style: first.style + second.style,
    length: first.length + second.length,
    label: second.label,
  }
}

function readOne(content: string, before: string | undefined): ListMarker | undefined {
  const bullet = bulletPattern.exec(content)
  if (bullet) return { style: '*', length: bullet[0].length, label: '' }
  const count = countPattern.exec(content)
  if (!count) return undefined
  const [whole, open = '', label = '', close = ''] = count
  if (!counts(label, close, content.slice(whole.length), before)) return undefined
  return {
    style: open.replace('\\', '') + styleOf(label) + close.replace('\\', ''),
    length: whole.length,
    label,
  }
}

/** "E. coli" and "2.5 mg" begin like list items: a letter must be the first or follow the one before. */
function counts(label: string, close: string, rest: string, before: string | undefined): boolean {
  if (/^\d+$/.test(label)) return close !== '' && !(close.endsWith('.') && /^\d/.test(rest))
  if (label.includes('.')) return close !== '' || /^[\p{Lu}≥≤<>]/u.test(rest)
  if (close === '') return false
  const letter = label.toLowerCase()
  if (letter === 'a' || letter === 'i') return true
  if (isRoman(letter) && before !== undefined && isRoman(before.toLowerCase())) return true
  return letter.length === 1 && before?.length === 1 && follows(before.toLowerCase(), letter)
}

function follows(before: string, letter: string): boolean {
  return letter.charCodeAt(0) === before.charCodeAt(0) + 1
}

function styleOf(label: string): string {
  if (label.includes('.')) return '1.1'
  if (/^\d/.test(label)) return '1'
  if (label.length > 1) return 'i'
  return label === label.toLowerCase() ? 'a' : 'A'
}

function isRoman(label: string): boolean {
  return /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv)$/.test(label)
}

const bulletPattern =
  /^\\?(?:[*\-+–—](?:[ \t]+|(?<=[-–—])(?=\p{L}))|[•·○●▪■□◦‣►\u00b7\uf0b7][ \t]*)(?=\S)/u
const countPattern =
  /^(\\?\(?)(\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])(\\?[.)]|)(?:[ \t]+(?=\S)|(?=\p{L}{2}))/u
