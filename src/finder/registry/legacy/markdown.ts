import { find, type Element } from './element.ts'

/**
 * The registry's old text blocks (hard-wrapped, indented, bullets as "-  ") as the markdown that its API
 * gives: paragraphs joined, `* ` bullets, numbers kept, lists nested under what they belong to.
 */
export function markdownAt(element: Element | undefined, path: string): string | undefined {
  const found = find(element, path)
  if (!found) return undefined
  const block = find(found, 'textblock')
  return block ? unwrapped(block.text) : plain(found.text)
}

/** Text that was never wrapped: each line stands for itself. */
function plain(text: string): string | undefined {
  const lines = text.split(/\r?\n/).map((line) => escaped(line.trim().replace(/\s+/g, ' ')))
  return lines.filter((line) => line !== '').join('\n\n') || undefined
}

/** A text block made markdown. */
export function unwrapped(text: string): string | undefined {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n')
  const base = Math.min(...lines.filter((line) => line.trim() !== '').map(indentOf))
  const widths: number[] = []
  let markdown = ''
  let before: Block | undefined
  for (const block of blocksOf(lines, base)) {
    const placed = placeUnder(before, block)
    markdown += separator(before, placed) + written(placed, widths)
    before = placed
  }
  return markdown === '' ? undefined : markdown
}

/** One paragraph or list item. Depth 0 is at the margin; an item of depth 0 has content of depth 1. */
interface Block {
  readonly marker: string | undefined
  readonly depth: number
  readonly words: string
}

/** Blank lines part blocks. */
function blocksOf(lines: readonly string[], base: number): Block[] {
  const blocks: Block[] = []
  let gathered: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') gathered.push(line)
    else if (gathered.length > 0) {
      blocks.push(...blockOf(gathered, base))
      gathered = []
    }
  }
  return blocks
}

function blockOf(lines: readonly string[], base: number): Block[] {
  const text = lines.map((line) => line.trim().replace(/\s+/g, ' ')).join(' ')
  const indent = indentOf(lines[0] ?? '') - base
  const [, marker, words] = /^(-|•|\*|\d{1,3}[.)])\s+(\S.*)$/.exec(text) ?? []
  if (marker === undefined || words === undefined)
    return [{ marker: undefined, depth: Math.round(indent / stepColumns), words: escaped(text) }]
  // An item's marker is two columns in from the paragraph it follows; items step by five.
  const depth = Math.max(0, Math.round((indent - 2) / stepColumns))
  return [{ marker: /^\d/.test(marker) ? marker : '*', depth, words: escapedItem(words) }]
}

const stepColumns = 5

/** A block may be at most one level below what came before. */
function placeUnder(before: Block | undefined, block: Block): Block {
  const deepest = before === undefined ? 0 : before.depth + (before.marker === undefined ? 0 : 1)
  return { ...block, depth: Math.min(block.depth, deepest) }
}

/** Items of one list follow line by line; a deeper list and a paragraph stand apart. */
function separator(before: Block | undefined, block: Block): string {
  if (before === undefined) return ''
  const inList = before.marker !== undefined || before.depth > 0
  return inList && block.marker !== undefined && block.depth <= before.depth ? '\n' : '\n\n'
}

/** Markdown nests by indenting as far as the marker above is wide. */
function written(block: Block, widths: number[]): string {
  widths.length = Math.min(widths.length, block.depth)
  const indent = ' '.repeat(widths.reduce((sum, width) => sum + width, 0))
  if (block.marker === undefined) return indent + block.words
  widths[block.depth] = block.marker.length + 1
  return `${indent}${block.marker} ${block.words}`
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** What markdown would take for its own marks is escaped, as the API does. */
function escaped(text: string): string {
  return text.replace(/[\\*_[\]<>^~&]/g, '\\$&').replace(/^([#+-])(?=\s)/, '\\$1')
}

/** "1. " at the start of a bullet's words is no list in a list. */
function escapedItem(text: string): string {
  return escaped(text).replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
}
