import { createHash } from 'node:crypto'
import type { Context, Next } from 'hono'

/**
 * Public pages carry a tag of their content and are asked for again by it, so a new import shows at
 * once and an unchanged page costs one line. Pages that may not be kept (`no-store`), as
 * every answer to what was sent, get no tag.
 */
export async function freshness(c: Context, next: Next): Promise<void> {
  await next()
  if (!c.res.headers.has('Cache-Control'))
    c.res.headers.set('Cache-Control', c.res.ok && isRead(c.req.method) ? 'no-cache' : 'no-store')
  // A page that knows its own tag (the study page, kept ready packed) is not read through again.
  if (c.res.headers.has('ETag')) return
  if (c.res.status !== 200 || !isRead(c.req.method) || mayNotBeKept(c.res)) return
  const tag = await tagOf(c.res.clone())
  c.res.headers.set('ETag', tag)
  if (matches(tag, c.req.header('If-None-Match'))) c.res = unchanged(c.res)
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

function mayNotBeKept(response: Response): boolean {
  return response.headers.get('Cache-Control')?.includes('no-store') ?? false
}

async function tagOf(response: Response): Promise<string> {
  const body = new Uint8Array(await response.arrayBuffer())
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

function matches(tag: string, asked: string | undefined): boolean {
  if (asked === undefined) return false
  const bare = tag.slice(2)
  return asked.trim() === '*' || asked.split(',').some((each) => each.trim().endsWith(bare))
}

function unchanged(response: Response): Response {
  const headers = new Headers()
  for (const name of ['Cache-Control', 'ETag', 'Vary']) {
    const value = response.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(null, { status: 304, headers })
}
