import newMarkdown from 'markdown-it'
import { pieces } from '../../../finder/registry/pieces/pieces.ts'

/**
 * A record, or part of one, with its long texts as HTML instead of markdown, as `markupFormat=legacy` asks. What a text has of HTML
 * itself is shown as it was typed. A record may have very many texts: after each the work can be left for others.
 */
export function* withLegacyMarkup(record: object): Generator<undefined, object> {
  const texts: MarkedText[] = []
  const copy = copied(record, tree, texts) as object
  for (const { holder, name } of texts) {
    holder[name] = htmlOf(holder[name] as string)
    yield
  }
  return copy
}

/** A text with markup, by the object or list that holds it. */
interface MarkedText {
  readonly holder: Record<string | number, unknown>
  readonly name: string | number
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

/** Copies what has texts with markup in it, and notes those. */
function copied(value: unknown, markup: MarkupTree, texts: MarkedText[]): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = value.map((one) => copied(one, markup, texts))
    return list
  }
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const below = markup.get(name)
    copy[name] = below instanceof Map ? copied(inner, below, texts) : inner
    if (below !== true) continue
    if (typeof inner === 'string') texts.push({ holder: copy, name })
    else if (Array.isArray(inner)) copy[name] = copiedTexts(inner, texts)
  }
  return copy
}

function copiedTexts(values: readonly unknown[], texts: MarkedText[]): unknown {
  const list: Record<number, unknown> = [...values]
  for (const [at, one] of values.entries())
    if (typeof one === 'string') texts.push({ holder: list, name: at })
  return list
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
