import { categories } from '../../../finder/vocabulary/categories.ts'
import type { App } from '../../shell/app.ts'
import { linkIn } from '../../shell/page.ts'
import { escapeXml } from '../../../base/escape-xml.ts'
import { paths } from '../../shell/paths.ts'

/** Each study has two addresses. The protocol allows 50,000 a page; fewer, so that none takes long to make. */
const studiesPerPage = 5000

/** The list of the map's pages: the first for our own pages, the others for studies in order of id. */
export function sitemapIndex(app: App): string {
  const pages = Math.ceil(app.catalogue.summary().studies / studiesPerPage) + 1
  const imported = app.catalogue.summary().imported
  const lines = Array.from({ length: pages }, (_, number) => {
    const address = escapeXml(`${app.baseUrl}${paths.sitemapPage(String(number))}`)
    return `  <sitemap><loc>${address}</loc>${lastModified(imported)}</sitemap>`
  })
  return `${declaration}<sitemapindex xmlns="${namespace}">\n${lines.join('\n')}\n</sitemapindex>\n`
}

/** One page of the map; undefined when there is none of that number. */
export function sitemapPage(app: App, number: number): string | undefined {
  if (number === 0) return urlSet(app, ownPages())
  const ids = app.catalogue.ids((number - 1) * studiesPerPage, studiesPerPage)
  if (ids.length === 0) return undefined
  return urlSet(
    app,
    ids.map(({ nctId, updated }) => ({ path: paths.study(nctId), updated })),
  )
}

interface Entry {
  readonly path: string
  readonly updated?: string | undefined
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function ownPages(): readonly Entry[] {
  const areas = categories.map(({ slug }) => ({ path: paths.category(slug) }))
  return [
    { path: paths.home() },
    { path: paths.categories() },
    ...areas,
    { path: paths.help() },
    { path: paths.about() },
    { path: paths.developers() },
    { path: paths.guides() },
  ]
}

function urlSet(app: App, entries: readonly Entry[]): string {
  const urls = entries.flatMap((entry) => [url(app, entry, 'en'), url(app, entry, 'fr')])
  return `${declaration}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

function url(app: App, { path, updated }: Entry, language: 'en' | 'fr'): string {
  const alternates = (['en', 'fr'] as const).map(
    (other) =>
      `<xhtml:link rel="alternate" hreflang="${other}" href="${escapeXml(app.baseUrl + linkIn(other, path))}"/>`,
  )
  const address = escapeXml(app.baseUrl + linkIn(language, path))
  return `  <url><loc>${address}</loc>${lastModified(updated)}${alternates.join('')}</url>`
}

function lastModified(date: string | undefined): string {
  return date === undefined ? '' : `<lastmod>${escapeXml(date)}</lastmod>`
}
