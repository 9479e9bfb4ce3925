import type { Query, Results } from '../../../finder/catalogue/model/query.ts'
import { type Feed, longestFeed } from '../feeds/feed.ts'
import { link, type Page } from '../../shell/page.ts'
import { paramsOf, withTexts, type Asked } from '../../../finder/question/asked.ts'
import { chosenOf } from './chosen.ts'
import { soughtIn } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'
import { paths } from '../../shell/paths.ts'

/** The search of a feed: the newest studies first unless another order was asked for, and no pages. */
export function searchFeedQuery({ asked, query }: ReadQuery): Query {
  const size = asked.texts.size === '' ? longestFeed : (query.pageSize ?? longestFeed)
  return {
    ...query,
    ...(asked.texts.sort === '' && { sort: 'newest' }),
    page: 1,
    pageSize: Math.min(size, longestFeed),
  }
}

/** What a news reader is told of a search. */
export function searchFeed(page: Page, read: ReadQuery, results: Results): Feed {
  const { what, place, distance, isArea } = soughtIn(page, read)
  const filters = chosenOf(page, read.applied).map(({ label }) => label)
  return {
    title: page.words.search.feed.title(what, place, distance, isArea),
    ...(filters.length > 0 && { subtitle: filters.join(', ') }),
    self: link(page, paths.searchAtom(), paramsOf(withTexts(read.applied, {}))),
    alternate: link(page, paths.search(), paramsOf(withTexts(read.applied, { size: '' }))),
    studies: results.hits,
    today: read.query.today,
  }
}

/** Where the feed of a search is: by the newest first, in whatever order its page is. */
export function searchFeedLink(page: Page, asked: Asked): string {
  return link(page, paths.searchAtom(), paramsOf(withTexts(asked, { sort: '', size: '' })))
}
