import { Hono, type Context } from 'hono'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { openSearch } from './open-search.ts'
import { sitemapIndex, sitemapPage } from './sitemap.ts'
import { paths } from '../../shell/paths.ts'

/** What other programs look for at fixed addresses. */
export const wellKnownArea: SiteArea = {
  routes: wellKnownRoutes,
  prefixes: ['/'],
}

function wellKnownRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.robots.pattern, (c) => c.text(robots(app)))
  area.get(paths.security.pattern, (c) => c.text(security(app)))
  area.get(paths.sitemap.pattern, (c) => xml(c, sitemapIndex(app)))
  area.get(paths.sitemapPage.pattern, (c) => {
    const text = sitemapPage(app, Number.parseInt(c.req.param('number'), 10))
    return text === undefined ? c.notFound() : xml(c, text)
  })
  for (const path of [paths.openSearch.pattern, `/fr${paths.openSearch.pattern}`])
    area.get(path, (c) => {
      c.header('Content-Type', 'application/opensearchdescription+xml; charset=utf-8')
      return c.body(openSearch(pageOf(c, app)))
    })
  return area
}

function xml(c: Context, text: string): Response {
  c.header('Content-Type', 'application/xml; charset=utf-8')
  return c.body(text)
}

/** Searches are without end and are for people; studies and areas are for everybody. */
function robots(app: App): string {
  return `User-agent: *
Disallow: /search
Disallow: /fr/search
Disallow: /suggest.json
Disallow: /fr/suggest.json
Disallow: /compare
Disallow: /fr/compare

Sitemap: ${app.baseUrl}/sitemap.xml
`
}

/** RFC 9116; a statement of a year from today, told again every day. */
function security(app: App): string {
  const expires = Temporal.PlainDate.from(app.today()).add({ days: 360 }).toString()
  return `Contact: ${app.baseUrl}/about
Expires: ${expires}T00:00:00Z
Preferred-Languages: en, fr
Canonical: ${app.baseUrl}/.well-known/security.txt
`
}
