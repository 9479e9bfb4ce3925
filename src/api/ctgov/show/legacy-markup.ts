import newMarkdown from 'markdown-it'
import { pieces } from '../../../finder/registry/pieces/pieces.ts'

/**
 * A record, or part of one, with its long texts as HTML instead of markdown, as `markupFormat=legacy` asks. What a text has of HTML
 * itself is shown as it was typed.
 */
export function withLegacyMarkup(record: object): object {
  return marked(record, tree) as object
}

/** Where texts with markup are: `true` is one. */
type MarkupTree = Map<string, MarkupTree | true>

const tree: MarkupTree = new Map()
for (const { path, type } of pieces) {
  if (type !== 'markup') continue
  let at = tree
  const steps = path.replaceAll('[]', '').split('.')
  for (const step of steps.slice(0, -1)) {
    const below = at.get(step)
    const next: MarkupTree = below instanceof Map ? below : new Map()
    at.set(step, next)
    at = next
  }
  at.set(steps.at(-1) ?? '', true)
}

function marked(value: unknown, markup: MarkupTree | true): unknown {
  if (markup === true) return typeof value === 'string' ? htmlOf(value) : value
  if (Array.isArray(value)) return value.map((one) => marked(one, markup))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const below = markup.get(name)
      return [name, below === undefined ? inner : marked(inner, below)]
    }),
  )
}

const reader = newMarkdown('commonmark', { html: false }).disable(['image', 'html_block'])
const { escapeHtml } = reader.utils

/** Most texts are short and have no mark; of one that is very long, marks are shown as they were typed. */
function htmlOf(text: string): string {
  if (text.length <= mostCharacters && marks.test(text)) return reader.render(text).trim()
  return text
    .split(/\n\s*\n/)
    .map((part) => `<p>${escapeHtml(part.trim())}</p>`)
    .join('\n')
}

/** Anything that markdown could take for a mark. */
const marks = /[\\*_[\]`#>|~&<]|^ {4}|^[ \t]{0,9}(?:[-+=]|\d{1,9}[.)])/m
const mostCharacters = 40_000
