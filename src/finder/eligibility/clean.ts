import { decoded } from '../registry/html-text.ts'

/**
 * Criteria as they are read: the registry's backslash escapes and entities undone, wrapped lines joined,
 * markdown emphasis removed. The source keeps every character; only this reading is cleaned.
 */
export function clean(raw: string): string {
  let text = raw.trim()
  if (text.includes('\\')) text = text.replace(escaped, '$1')
  text = decoded(text)
  if (text.includes('<')) text = text.replace(raised, '').replace(tag, ' ')
  if (text.includes('**') || text.includes('__')) text = text.replace(/\*\*|__/g, '')
  if (unreadable.test(text)) text = text.replace(everyUnreadable, ' ')
  if (uneven.test(text)) text = text.replace(/\s+/g, ' ')
  text = text.trim()
  return text.isWellFormed() ? text : text.toWellFormed()
}

/** HTML that some sponsors leave in their texts; "<5" and "< b" are none. */
const tag = /<\/?(?:br|p|li|ul|ol|div|b|i|em|strong|u|span|font|a)\b[^<>]{0,200}>/gi
const raised = /<\/?su[bp]>/gi
const escaped = /\\([!-/:-@[-`{-~])/g

/** Control characters and the marks that turn the direction of text, with which a record could disguise itself. */
const unreadable = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u
const everyUnreadable = new RegExp(`${unreadable.source}+`, 'gu')
/** Space other than one blank between words; most texts have none, and are not written anew. */
const uneven = /\s\s|[^\S ]/
