import type { Query, Results } from '../../../finder/catalogue/model/query.ts'
import { statusesOf } from '../../../finder/registry/status.ts'
import { type Feed, longestFeed } from '../feeds/feed.ts'
import type { App } from '../../shell/app.ts'
import { link, type Page } from '../../shell/page.ts'
import type { Branch } from './branch.ts'
import { branchName } from './branch-name.ts'
import { paths } from '../../shell/paths.ts'

/** Studies of an area that take people now or soon, the newest first. */
export function categoryFeedQuery({ category, tree }: Branch, app: App): Query {
  return {
    ...(tree === undefined ? { category: [category.slug] } : { tree }),
    status: statusesOf('open', 'opening'),
    sort: 'newest',
    pageSize: longestFeed,
    today: app.today(),
  }
}

/** What a news reader is told of an area, or of one branch of it. */
export function categoryFeed(page: Page, branch: Branch, results: Results, today: string): Feed {
  const { category, tree } = branch
  return {
    title: page.words.categories.feedTitle(branchName(page, branch)),
    subtitle: category.plain[page.language],
    self: categoryFeedLink(page, branch),
    alternate: link(page, paths.category(category.slug), { tree }),
    studies: results.hits,
    today,
  }
}

/** The address of the feed of an area, or of a branch of it. */
export function categoryFeedLink(page: Page, { category, tree }: Branch): string {
  return link(page, paths.categoryAtom(category.slug), { tree })
}
