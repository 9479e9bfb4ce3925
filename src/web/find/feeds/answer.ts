import type { Context } from 'hono'
import type { Page } from '../../shell/page.ts'
import { atom, type Feed } from './feed.ts'

/** A feed as an answer to a request. */
export function answerFeed(c: Context, page: Page, feed: Feed): Response {
  c.header('Content-Type', 'application/atom+xml; charset=utf-8')
  return c.body(atom(page, feed))
}
