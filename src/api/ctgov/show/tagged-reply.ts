import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** A reply under the tag of its content: who has that already is told so instead. */
export function taggedReply(
  c: Context,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): Response {
  const tag = `"${createHash('sha1').update(content).digest('base64url')}"`
  c.header('ETag', tag)
  if (isKnown(tag, c.req.header('If-None-Match'))) return c.body(null, 304)
  return c.body(content, 200, { 'Content-Type': type })
}

/** The same for a value as JSON. */
export function taggedJson(c: Context, value: unknown): Response {
  return taggedReply(c, JSON.stringify(value), 'application/json')
}

/** A packed reply has a weak tag, and is the same content. */
function isKnown(tag: string, given: string | undefined): boolean {
  return given?.trim() === '*' || (given?.match(/"[^"]*"/g)?.includes(tag) ?? false)
}
