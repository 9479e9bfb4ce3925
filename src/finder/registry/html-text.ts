/**
 * Some sponsors leave HTML in their texts. Records keep it as it came; whoever reads, shows or searches a text reads it
 * through this.
 */

/** A text as words and lists: HTML made the markdown that the registry's texts are in, entities (`&lt;`, `&#x27;`) read. */
export function readableText(text: string): string {
  return decoded(markdownOfHtml(text))
}

/** HTML as markdown: paragraphs, bullets and numbers under one another. Entities stay; "<5" and "a < b" are no HTML. */
export function markdownOfHtml(text: string): string {
  if (!text.includes('<') || !hasTag.test(text)) return text
  const isBlocks = hasBlock.test(text)
  const writer = new MarkdownWriter()
  let at = 0
  for (const match of text.matchAll(everyTag)) {
    writer.text(flowing(text.slice(at, match.index), isBlocks))
    writer.tag((match[2] ?? '').toLowerCase(), match[1] === '/')
    at = match.index + match[0].length
  }
  writer.text(flowing(text.slice(at), isBlocks))
  return writer.written()
}

/** Entities read once: `&amp;lt;` is `&lt;`. What is no entity stays. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(entity, (whole, number: string | undefined, name: string | undefined) =>
    number === undefined ? (named.get(name ?? '') ?? whole) : characterOf(number, whole),
  )
}

/** Where paragraphs are marked, a line's end is a space. */
function flowing(text: string, isBlocks: boolean): string {
  return isBlocks ? text.replace(/\s+/g, ' ') : text
}

class MarkdownWriter {
  readonly #lines: string[] = []
  #line = ''
  /** Nothing is on the line but its indent and the sign of an item. */
  #isFresh = true
  /** For each list that is open, the number of its last item; undefined for bullets. */
  readonly #lists: (number | undefined)[] = []

  text(text: string): void {
    const words = this.#isFresh ? text.replace(/^ +/, '') : text
    if (words === '') return
    this.#line += words
    this.#isFresh = false
  }

  tag(name: string, isEnd: boolean): void {
    if (name === 'sup') this.text(isEnd ? '' : '^')
    else if (name === 'ul' || name === 'ol') this.#list(name, isEnd)
    else if (name === 'li' && !isEnd) this.#item()
    else if (name === 'td' || name === 'th') this.text(' ')
    else if (name === 'br' || blocks.has(name)) this.#break(name !== 'br')
  }

  written(): string {
    return [...this.#lines, this.#line]
      .map((line) => line.trimEnd())
      .filter((line, at, all) => line !== '' || all[at - 1] !== '')
      .join('\n')
      .trim()
  }

  #list(name: string, isEnd: boolean): void {
    if (isEnd) this.#lists.pop()
    if (this.#lists.length === 0) this.#break(true)
    if (!isEnd && this.#lists.length < deepest) this.#lists.push(name === 'ol' ? 0 : undefined)
  }

  #item(): void {
    const last = this.#lists.pop()
    const before = this.#indent()
    const number = last === undefined ? undefined : last + 1
    this.#lists.push(number)
    if (!this.#isFresh) this.#lines.push(this.#line)
    this.#line = `${before}${number === undefined ? '*' : `${number}.`} `
    this.#isFresh = true
  }

  /** In a list a paragraph is a line: its text belongs to the item. */
  #break(isParagraph: boolean): void {
    if (!this.#isFresh) this.#lines.push(this.#line)
    if (this.#isFresh && this.#lists.length > 0) return
    if (isParagraph && this.#lists.length === 0) this.#lines.push('')
    this.#line = this.#indent()
    this.#isFresh = true
  }

  #indent(): string {
    return this.#lists.map((last) => (last === undefined ? '  ' : '   ')).join('')
  }
}

const deepest = 8
const blocks: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 table tr blockquote'.split(' '),
)
const tag =
  /<(\/?)(p|div|br|ul|ol|li|span|b|strong|i|em|u|sub|sup|h[1-6]|table|thead|tbody|tr|td|th|a|font|blockquote)(?:\s+[a-z-]{1,30}\s*=\s*(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|[^\s<>"']{1,200})){0,12}\s*\/?>/
const hasTag = new RegExp(tag.source, 'i')
const everyTag = new RegExp(tag.source, 'gi')
const hasBlock = /<(?:p|div|ul|ol|li|table)\b/i

function characterOf(number: string, whole: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return whole
  return String.fromCodePoint(code)
}

const entity = /&(?:#(x[0-9a-f]{1,6}|\d{1,7})|([a-z]{2,8}\d{0,2}));/gi
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    le: '≤',
    ge: '≥',
    ne: '≠',
    plusmn: '±',
    times: '×',
    deg: '°',
    micro: 'µ',
    middot: '·',
    bull: '•',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    reg: '®',
    trade: '™',
    copy: '©',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    mu: 'μ',
    frac12: '½',
    sup2: '²',
    sup3: '³',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    agrave: 'à',
    acirc: 'â',
    ccedil: 'ç',
    ocirc: 'ô',
    icirc: 'î',
    uuml: 'ü',
    ouml: 'ö',
    auml: 'ä',
    szlig: 'ß',
  }),
)
