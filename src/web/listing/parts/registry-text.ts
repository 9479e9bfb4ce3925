import { raw } from 'hono/html'
import { markdownOfHtml, readableText } from '../../../finder/registry/html-text.ts'
import newMarkdown, { type MarkdownIt } from 'markdown-it'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Puts the meaning of medical words into a text: plain text in, escaped HTML out. */
export type Explain = (text: string) => string

/** What one study may take of the page; longer texts are cut and say so (a record of 20 MB is an accident). */
const mostCharacters = 40_000

const reader = markdownReader()

/** A registry's text as safe HTML: paragraphs, lists and emphasis, also of HTML in it; every other mark is shown as it was typed. */
export function registryText(text: string, explain?: Explain): HtmlEscapedString {
  const whole = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
  const shown = markdownOfHtml(whole)
  return raw(
    marks.test(shown) ? reader.render(prepared(shown), { explain }) : paragraphs(shown, explain),
  )
}

/** Anything that markdown could take for a mark; most short texts have none and need no reader. */
const marks =
  /[\\*_[\]<&\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\r]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]/m
const emptyLines = /\n[ \t]*\n\s*/

function paragraphs(text: string, explain: Explain = reader.utils.escapeHtml): string {
  const shown = text.trim().split(emptyLines)
  return shown
    .map(
      (each) =>
        `<p>${each
          .split('\n')
          .map((part) => explain(part.trim()))
          .join('<br>\n')}</p>\n`,
    )
    .join('')
}

/** True when `registryText` would cut this text. */
export function isCut(text: string): boolean {
  return text.length > mostCharacters
}

/** A registry text without its marks, for titles and machine-readable copies: `\>` becomes `>`. */
export function plainText(text: string): string {
  return readableText(text)
    .replace(escapes, '$1')
    .replace(disguises, '')
    .replace(spaces, ' ')
    .trim()
}

/** The address when it is a web address that may be followed, without any user name before the host. */
export function safeUrl(address: string | undefined): URL | undefined {
  if (!address || !webAddress.test(address.trim()) || !URL.canParse(address.trim()))
    return undefined
  const url = new URL(address.trim())
  url.username = ''
  url.password = ''
  return url
}

const escapes = /\\([!-/:-@[-`{-~])/g
const spaces = /\s+/g
const lineEnds = /\r\n?/g
/** Marks that turn the direction of text, with which a record could disguise itself. */
const disguises = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g
const webAddress = /^https?:\/\//i
/** `10*9/L` is a number, not emphasis: a star between two letters or digits is a multiplication sign. */
const starInside = /(?<=[\p{L}\p{N}])\*(?=[\p{L}\p{N}])/gu

function prepared(text: string): string {
  return text.replace(lineEnds, '\n').replace(disguises, '').replace(starInside, '\\*')
}

/** Starts from nothing and allows a few things, so that a new feature of the library stays off. */
function markdownReader(): MarkdownIt {
  const markdown = newMarkdown('zero', { html: false, breaks: true })
  markdown.enable(['list', 'escape', 'emphasis', 'link', 'autolink', 'entity', 'newline'])
  markdown.validateLink = (address) => safeUrl(address) !== undefined
  markdown.renderer.rules['text'] = (tokens, index, _options, environment) => {
    const explain: unknown = environment?.['explain']
    const text = tokens[index]?.content ?? ''
    return typeof explain === 'function' ? String(explain(text)) : markdown.utils.escapeHtml(text)
  }
  markdown.renderer.rules['list_item_open'] = (tokens, index) => {
    const number = tokens[index]?.info ?? ''
    return /^\d{1,9}$/.test(number) ? `<li value="${number}">` : '<li>'
  }
  markdown.renderer.rules['ordered_list_open'] = () => '<ol>\n'
  // Links do not nest: the one that closes is the one that was opened last.
  let host = ''
  markdown.renderer.rules['link_open'] = (tokens, index) => {
    const url = safeUrl(String(tokens[index]?.attrGet('href') ?? ''))
    host = url ? markdown.utils.escapeHtml(url.host) : ''
    return `<a href="${markdown.utils.escapeHtml(url?.href ?? '')}" rel="noopener noreferrer nofollow">`
  }
  markdown.renderer.rules['link_close'] = () => ` (${host})</a>`
  return markdown
}
