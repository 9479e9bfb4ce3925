import { type Context, Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { type Page, link, pageOf } from '../../shell/page.ts'
import { sitemapIndex, sitemapPage } from './sitemap.ts'
import { paths } from '../../shell/paths.ts'
import { assetUrl } from '../../shell/assets/assets.ts'
import { escapeXml } from '../../../base/escape-xml.ts'

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
Disallow: /list
Disallow: /fr/list
Disallow: /map/sites.json
Disallow: /fr/map/sites.json

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

/** Lets a browser add our search to its own search box. */
function openSearch(page: Page): string {
  const words = page.words
  const address = page.baseUrl + link(page, paths.search())
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(words.common.siteName)}</ShortName>
  <Description>${escapeXml(words.search.description)}</Description>
  <Language>${page.language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/svg+xml">${escapeXml(page.baseUrl + assetUrl('mark.svg'))}</Image>
  <Url type="text/html" method="get" template="${escapeXml(`${address}?q={searchTerms}&status=open`)}"/>
</OpenSearchDescription>
`
}
