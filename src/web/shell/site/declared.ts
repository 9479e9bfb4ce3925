import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { App } from '../app.ts'
import { faultPage } from './faults.ts'
import { areaOf, bodyLimitOf, inBothLanguages, setArea, type SiteArea } from '../area.ts'
import { SenderGone } from '../read-body.ts'

/** A browser shows an answer only when it could send all it had; of more than this nothing is read. */
const mostReadBytes = 2 * 1024 * 1024

/** Lets each request know its area before anything answers it: by the routes, and by what an area owns. */
export function knowAreas(site: Hono, opened: readonly OpenedArea[]): void {
  const addresses = ({ prefixes = inBothLanguages }: SiteArea, path: string) =>
    prefixes.map((prefix) => joined(prefix, path))
  for (const { area } of opened)
    if (area.owns !== undefined) site.on('ALL', addresses(area, area.owns), knows(area))
  // An address that fits two areas is answered by the one named first, so that one has the last word here.
  for (const { area, routes } of opened.toReversed())
    for (const { method, path } of routes.routes)
      if (method !== 'ALL') site.on(method, addresses(area, path), knows(area))
}

/** An area and its routes, made once for both languages. */
export interface OpenedArea {
  readonly area: SiteArea
  readonly routes: Hono
}

function joined(prefix: string, path: string): string {
  if (prefix === '/') return path
  return path === '/' ? prefix : `${prefix}${path}`
}

function knows(area: SiteArea): MiddlewareHandler {
  return (c, next) => {
    setArea(c, area)
    return next()
  }
}

/** Turns away what says that it is larger than its area takes; what does not say is counted as it is read. */
export function limitBodies(app: App): MiddlewareHandler {
  return (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const said = Number(c.req.header('content-length') ?? 0)
    return said > bodyLimitOf(c).bytes ? tooLarge(c, app, said) : next()
  }
}

async function tooLarge(c: Context, app: App, bytes: number): Promise<Response> {
  if (bytes <= mostReadBytes) await takeAll(c)
  return bodyLimitOf(c).tooLarge(c, app)
}

/**
 * Lets a body that is refused come to its end: a browser shows the answer only when it could send all it had. Throws
 * `SenderGone` where it does not come.
 */
async function takeAll(c: Context): Promise<void> {
  const reader = c.req.raw.body?.getReader()
  for (;;) {
    const read = await reader?.read().catch(() => {
      throw new SenderGone()
    })
    if (!read || read.done) return
  }
}

/** Answers for the areas that cannot do without the records, while these are away. */
export function withRecordsThere(app: App): MiddlewareHandler {
  return async (c, next) => {
    if (areaOf(c)?.needs !== 'records' || app.people.records.isThere) return next()
    await takeAll(c)
    return faultPage(c, app, 'recordsAway')
  }
}

/** Gives every answer the headers of privacy and caching that its area declares. */
export async function keptAsDeclared(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  const area = areaOf(c)
  if (!area) return
  // The origin alone is told, to our own forms, because some browsers would else call it `null`.
  if (area.referrer === 'origin') c.header('Referrer-Policy', 'strict-origin')
  if (area.privacy === 'nowhere') {
    c.header('Cache-Control', 'no-store')
    c.header('X-Robots-Tag', 'noindex, nofollow')
  } else if (area.caching !== undefined && !c.res.headers.has('Cache-Control'))
    c.header('Cache-Control', area.caching)
}
