import { neededWhole } from '../../../finder/catalogue/model/damage.ts'
import { Hono, type Context } from 'hono'
import { categories } from '../../../finder/vocabulary/categories.ts'
import type { Query } from '../../../finder/catalogue/model/query.ts'
import { statusesOf } from '../../../finder/registry/status.ts'
import { answerFeed } from '../feeds/answer.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { listJson } from '../search/list-json.ts'
import { branchOf, type Branch } from './branch.ts'
import { categoryFeed, categoryFeedQuery } from './category-feed.ts'
import { categoriesPage, categoryPage } from './category-pages.ts'
import { paths } from '../../shell/paths.ts'

/** Browsing: areas of medicine, and down the MeSH tree inside each. */
export const categoriesArea: SiteArea = {
  routes: categoryRoutes,
}

function categoryRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.categories.pattern, (c) => c.html(categoriesPage(pageOf(c, app), app)))
  area.get(paths.categoriesJson.pattern, (c) => {
    const counts = app.catalogue.categoryCounts()
    const { language } = pageOf(c, app)
    const list = categories.map(({ slug, name, plain, trees }) => {
      const studies = counts[slug] ?? { all: 0, recruiting: 0 }
      return { slug, name: name[language], plain: plain[language], trees, studies }
    })
    return c.json({ categories: list })
  })
  area.get(paths.categoryJson.pattern, async (c) => {
    const branch = branchFrom(c, app, c.req.param('slug').slice(0, -5))
    if (!branch) return c.notFound()
    const query = openStudies(branch, app)
    return c.json({
      ...branchJson(branch),
      ...listJson(query, await app.catalogue.search(query), null, null),
    })
  })
  area.get(paths.categoryAtom.pattern, async (c) => {
    const branch = branchFrom(c, app, c.req.param('slug').slice(0, -5))
    if (!branch) return c.notFound()
    const results = neededWhole(await app.catalogue.search(categoryFeedQuery(branch, app)))
    const page = pageOf(c, app)
    return answerFeed(c, page, categoryFeed(page, branch, results, app.today()))
  })
  area.get(paths.category.pattern, async (c) => {
    const branch = branchFrom(c, app, c.req.param('slug'))
    if (!branch) return c.notFound()
    const query = openStudies(branch, app)
    const results = await app.catalogue.search(query)
    return c.html(categoryPage(pageOf(c, app), branch, results, app.today()))
  })
  return area
}

function branchFrom(c: Context, app: App, slug: string): Branch | undefined {
  return branchOf(app, slug, c.req.query('tree'))
}

function openStudies({ category, tree }: Branch, app: App): Query {
  const within = tree === undefined ? { category: [category.slug] } : { tree }
  return {
    ...within,
    status: statusesOf('open'),
    sort: 'updated',
    pageSize: 10,
    today: app.today(),
  }
}

function branchJson({ category, tree, concept, children, counts }: Branch): object {
  return {
    category: { slug: category.slug, name: category.name, plain: category.plain },
    ...(tree !== undefined && { tree, term: concept?.term }),
    studies: counts,
    narrower: children.map((child) => ({
      tree: child.tree,
      term: child.concept.term,
      studies: child.counts,
    })),
  }
}
