import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { extractFromXml } from '@extractus/feed-extractor'
import FeedParser from 'feedparser'
import { parseFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { type Here, startHere } from './here.ts'

// What each reader makes of the feed of a search: the same studies, each with a title, an address and a day.

let here: Here
let base = ''
let feed = ''
const kawasaki = 'NCT02390596'

before(async () => {
  here = await startHere()
  base = here.address
  const answer = await fetch(`${base}/search.atom?q=kawasaki&status=all`)
  assert.equal(answer.status, 200)
  feed = await answer.text()
})

after(() => here.close())

interface ReadEntry {
  readonly title: string | undefined
  readonly link: string | undefined
  readonly day: string | undefined
}

const readers: Readonly<Record<string, () => Promise<readonly ReadEntry[]>>> = {
  'rss-parser': async () => {
    const { items } = await new RssParser().parseURL(`${base}/search.atom?q=kawasaki&status=all`)
    return items.map(({ title, link, pubDate }) => ({ title, link, day: pubDate }))
  },
  feedsmith: () => {
    const read = parseFeed(feed)
    assert.equal(read.format, 'atom')
    const entries = read.format === 'atom' ? (read.feed.entries ?? []) : []
    return Promise.resolve(
      entries.map(({ title, links, updated }) => ({
        title: title?.value,
        link: links?.[0]?.href,
        day: updated,
      })),
    )
  },
  'feed-extractor': () => {
    const { entries = [] } = extractFromXml(feed)
    return Promise.resolve(
      entries.map(({ title, link, published }) => ({ title, link, day: String(published) })),
    )
  },
  feedparser: async () => {
    const parser = new FeedParser({})
    const entries: ReadEntry[] = []
    parser.on('data', (item: { title: string; link: string; date: Date }) =>
      entries.push({ title: item.title, link: item.link, day: item.date.toISOString() }),
    )
    Readable.from([feed]).pipe(parser)
    await once(parser, 'end')
    return entries
  },
}

for (const [name, read] of Object.entries(readers))
  test(`${name} reads the feed of a search`, async () => {
    const entries = await read()
    assert.ok(entries.length >= 3, `${entries.length} entries`)
    assert.ok(entries.some(({ link }) => link?.includes(kawasaki)))
    for (const { title, link, day } of entries) {
      assert.ok(title && title.length > 3)
      assert.ok(link?.startsWith(`${base}/studies/NCT`))
      assert.ok(day && !Number.isNaN(Date.parse(day)))
    }
  })
