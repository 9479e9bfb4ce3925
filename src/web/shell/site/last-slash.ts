import type { Context, Next } from 'hono'

/**
 * The address of a page with a slash too many leads to the page: as a path alone, so that the reader
 * stays on the host and the scheme by which a proxy let them in.
 */
export async function withoutLastSlash(c: Context, next: Next): Promise<void> {
  await next()
  const { pathname, search } = new URL(c.req.url)
  if (c.res.status !== 404 || !/.\/$/.test(pathname)) return
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return
  // Of several slashes in front only one may stay: `//evil.example` is another site.
  const path = pathname.replace(/\/+$/, '').replace(/^[/\\]+/, '/')
  c.res = c.redirect(`${path === '' ? '/' : path}${search}`, 301)
}
