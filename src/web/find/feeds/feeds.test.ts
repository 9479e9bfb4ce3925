import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import type { Hono } from 'hono'
import { SaxesParser } from 'saxes'
import type { Hit } from '../../../finder/catalogue/model/query.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { createSite } from '../../site.ts'
import { wordsOf } from '../../../words/words.ts'
import { atom, type Feed } from './feed.ts'
import { firstMoment } from './first-moment.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})

after(() => app.close())

/** An element as a strict reader of XML sees it. */
interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
  text: string
}

function read(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true })
  const top: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes, uri }) => {
    assert.equal(uri, 'http://www.w3.org/2005/Atom')
    const values = Object.values(attributes).map((each) => [each.name, each.value])
    const node: Node = { name, attributes: Object.fromEntries(values), children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  const [feed] = top.children
  assert.ok(feed)
  return feed
}

function all(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.name === name)
}

function one(node: Node, name: string): Node {
  const [child, ...others] = all(node, name)
  assert.ok(child && others.length === 0, `${name} in ${node.name}`)
  return child
}

const moment = /^\d{4}-\d\d-\d\dT00:00:00Z$/

/** What RFC 4287 asks of a feed and of its entries. */
function checkFeed(feed: Node): void {
  assert.equal(feed.name, 'feed')
  assert.ok(one(feed, 'title').text.trim() !== '')
  assert.match(one(feed, 'updated').text, moment)
  assert.ok(URL.canParse(one(feed, 'id').text))
  assert.ok(one(one(feed, 'author'), 'name').text !== '')
  const rels = all(feed, 'link').map(({ attributes }) => attributes['rel'])
  assert.deepEqual(rels, ['self', 'alternate'])
  const ids = all(feed, 'entry').map((entry) => {
    assert.ok(one(entry, 'title').text !== '')
    assert.match(one(entry, 'updated').text, moment)
    assert.ok(one(entry, 'summary').text !== '')
    assert.equal(one(entry, 'link').attributes['rel'], 'alternate')
    return one(entry, 'id').text
  })
  assert.equal(new Set(ids).size, ids.length)
}

async function feedAt(path: string): Promise<Node> {
  const response = await site.request(path)
  assert.equal(response.status, 200, path)
  assert.equal(response.headers.get('Content-Type'), 'application/atom+xml; charset=utf-8')
  const feed = read(await response.text())
  checkFeed(feed)
  return feed
}

function entries(feed: Node): string[] {
  return all(feed, 'entry').map((entry) => one(entry, 'id').text)
}

test('a search can be followed: its studies, whose they are, and the page that shows the same', async () => {
  const feed = await feedAt('/search.atom?q=kawasaki&near=Paris&within=10000km&page=3&view=print')
  assert.deepEqual(entries(feed).toSorted(), [
    'https://trialway.example/studies/NCT02390596',
    'https://trialway.example/studies/NCT90000002',
  ])
  assert.equal(
    one(feed, 'id').text,
    'https://trialway.example/search.atom?q=kawasaki&near=Paris&within=10000km',
  )
  assert.match(one(feed, 'title').text, /^Studies for “kawasaki” near Paris.* within 10,000 km$/)
  const [self, alternate] = all(feed, 'link').map(({ attributes }) => attributes['href'])
  assert.equal(self, one(feed, 'id').text)
  assert.equal(alternate, 'https://trialway.example/search?q=kawasaki&near=Paris&within=10000km')
  assert.equal(one(one(feed, 'author'), 'name').text, 'ClinicalTrials.gov')
  assert.match(one(feed, 'rights').text, /Data from ClinicalTrials\.gov .* not run by/)
})

test('an entry says the state in plain words, the nearest site, how far, and for what', async () => {
  const feed = await feedAt('/search.atom?q=NCT02390596&near=Paris')
  const [entry] = all(feed, 'entry')
  assert.ok(entry)
  assert.match(
    one(entry, 'summary').text,
    /^Finished\. Bicêtre Hospital, Le Kremlin-Bicêtre, France, about 4 km away.*\. For: Kawasaki Disease\.$/,
  )
  assert.deepEqual(one(entry, 'category').attributes['term'], 'Kawasaki Disease')
  const anywhere = await feedAt('/search.atom?q=NCT02390596')
  assert.doesNotMatch(JSON.stringify(anywhere), /Bicêtre/)
})

test('a feed in French is in French, and the titles of studies are marked as English', async () => {
  const feed = await feedAt('/fr/search.atom?q=NCT02390596&near=Paris')
  assert.equal(feed.attributes['xml:lang'], 'fr')
  assert.match(one(feed, 'title').text, /^Études pour «\u202fNCT02390596\u202f»/)
  const [entry] = all(feed, 'entry')
  assert.ok(entry)
  assert.equal(one(entry, 'id').text, 'https://trialway.example/fr/studies/NCT02390596')
  assert.equal(one(entry, 'title').attributes['xml:lang'], 'en')
  assert.match(one(entry, 'summary').text, /Terminée|Achevée|Finie/)
})

test('the newest studies come first unless another order is asked for, fifty at most', async () => {
  const feed = await feedAt('/search.atom?near=Paris')
  const sorted = await site.request('/search.json?sort=newest&size=50')
  const { hits } = (await sorted.json()) as { hits: { nctId: string }[] }
  const ids = (each: Node) => entries(each).map((id) => id.slice(-11))
  assert.deepEqual(
    ids(feed),
    hits.map(({ nctId }) => nctId),
  )
  assert.equal(ids(feed).length, Math.min(50, app.catalogue.summary().studies))
  const best = await feedAt('/search.atom?near=San+Diego&sort=nearest&size=3')
  assert.equal(ids(best).length, 3)
  assert.equal(ids(best)[0], 'NCT90000002')
  assert.notEqual(ids(feed)[0], 'NCT90000002')
  assert.equal(ids(await feedAt('/search.atom?size=100')).length, ids(feed).length)
})

test('a search that finds nothing is a feed all the same, and its date is no clock', async () => {
  const feed = await feedAt('/search.atom?q=zzzzqqqq')
  assert.deepEqual(entries(feed), [])
  const { processedTo, imported } = app.catalogue.summary()
  assert.equal(one(feed, 'updated').text, firstMoment(processedTo ?? imported))
})

test('what cannot be read is said, and no feed is sent', async () => {
  for (const path of ['/search.atom?age=old', '/fr/search.atom?near=Zzzzqqqq']) {
    const response = await site.request(path)
    assert.equal(response.status, 400)
    const { problems } = (await response.json()) as { problems: { field: string; text: string }[] }
    assert.equal(problems.length, 1)
    assert.ok(problems[0]?.text)
  }
})

test('an unchanged feed costs a line, and shared caches keep no search', async () => {
  const first = await site.request('/search.atom?q=kawasaki')
  const tag = first.headers.get('ETag') ?? ''
  assert.match(first.headers.get('Cache-Control') ?? '', /private/)
  const again = await site.request('/search.atom?q=kawasaki', {
    headers: { 'If-None-Match': tag, Accept: 'application/atom+xml, */*;q=0.1' },
  })
  assert.equal(again.status, 304)
})

test('an area and a branch of it can be followed: studies that take people now or soon', async () => {
  const area = await feedAt('/categories/heart-and-vessels.atom')
  assert.ok(entries(area).includes('https://trialway.example/studies/NCT90000003'))
  assert.ok(!JSON.stringify(area).includes('NCT02390596'))
  const branch = await feedAt('/fr/categories/heart-and-vessels.atom?tree=C14.907.940')
  assert.match(one(branch, 'title').text, /^Études qui cherchent des participants\u00a0: /)
  assert.equal(
    one(branch, 'id').text,
    'https://trialway.example/fr/categories/heart-and-vessels.atom?tree=C14.907.940',
  )
  assert.ok((await feedAt('/categories/immune-system.atom')).children.length > 0)
  for (const path of ['none.atom', 'cancers.atom?tree=C14.907'])
    assert.equal((await site.request(`/categories/${path}`)).status, 404)
})

test('pages say where their feed is, to news readers and to people', async () => {
  for (const [path, feed] of [
    ['/search?q=kawasaki&sort=best', '/search.atom?q=kawasaki&amp;status=all'],
    ['/search?q=zzzzqqqq', '/search.atom?q=zzzzqqqq&amp;status=all'],
    ['/fr/search?q=kawasaki', '/fr/search.atom?q=kawasaki&amp;status=all'],
    ['/categories/heart-and-vessels', '/categories/heart-and-vessels.atom'],
    [
      '/fr/categories/heart-and-vessels?tree=C14.907',
      '/fr/categories/heart-and-vessels.atom?tree=C14.907',
    ],
  ] as const) {
    const text = await (await site.request(path)).text()
    const [head = '', body = ''] = text.split('</head>')
    assert.match(head, /type="application\/atom\+xml"/, path)
    for (const part of [head, body]) assert.ok(part.includes(`href="${feed}"`), path)
  }
})

test('an entry names the nearest site that takes people where the nearest of all takes nobody', () => {
  const site = { country: 'France', km: 3, status: 'COMPLETED', open: false } as const
  const study: Hit = {
    ...plainHit,
    nearestSite: { ...site, city: 'Paris' },
    joinableSite: { ...site, city: 'Lyon', km: 392, status: 'RECRUITING', open: true },
  }
  const [entry] = all(read(made({ studies: [study] })), 'entry')
  assert.ok(entry)
  assert.match(
    one(entry, 'summary').text,
    /Paris, France, [^.]*\. This site takes no new people at present\. The nearest site that takes people: Lyon, France, [^.]*\.$/,
  )
})

test('a partial date is its first moment, and the newest entry dates the feed', () => {
  assert.equal(firstMoment('2026'), '2026-01-01T00:00:00Z')
  assert.equal(firstMoment('2026-11'), '2026-11-01T00:00:00Z')
  assert.equal(firstMoment('2026-11-23'), '2026-11-23T00:00:00Z')
  assert.equal(firstMoment(undefined), '1970-01-01T00:00:00Z')
  const dated = (id: number, lastUpdatePostDate: string): Hit => ({
    ...plainHit,
    nctId: `NCT0000000${id}`,
    lastUpdatePostDate,
    studyFirstPostDate: '2020',
  })
  const feed = read(
    made({ studies: [dated(1, '2024-03'), dated(2, '2025-02-03'), dated(3, '2023')] }),
  )
  checkFeed(feed)
  assert.equal(one(feed, 'updated').text, '2025-02-03T00:00:00Z')
  const [first] = all(feed, 'entry')
  assert.ok(first)
  assert.equal(one(first, 'updated').text, '2024-03-01T00:00:00Z')
  assert.equal(one(first, 'published').text, '2020-01-01T00:00:00Z')
})

test('whatever a record holds, the feed is sound XML, and text stays text', () => {
  const text = anyText({ minLength: 1 })
  const hostile = fc.oneof(
    text,
    fc.constantFrom(
      ']]><x>',
      '<![CDATA[',
      '&amp;&bogus;',
      '"\'><script>',
      '\u0000\u0008\ufffe\ud800',
    ),
  )
  fc.assert(
    fc.property(
      fc.array(hostile, { minLength: 4, maxLength: 4 }),
      ([a = '', b = '', c = '', d = '']) => {
        const study: Hit = {
          ...plainHit,
          briefTitle: `x${a}`,
          overallStatus: b,
          conditions: [c, d],
          nearestSite: { facility: d, city: a, country: b, status: c, km: 3, open: true },
        }
        const feed = read(made({ title: `x${a}`, subtitle: b, studies: [study] }))
        checkFeed(feed)
      },
    ),
    { numRuns: sized(150, 1000) },
  )
  const title = '<b>Trial</b> & "more" — naïve \u{1f9ea}'
  const [entry] = all(read(made({ studies: [{ ...plainHit, briefTitle: title }] })), 'entry')
  assert.equal(entry && one(entry, 'title').text, title)
})

const plainHit: Hit = {
  nctId: 'NCT00000001',
  briefTitle: 'A study',
  overallStatus: 'RECRUITING',
  conditions: [],
  interventions: [],
  treatments: [],
  terms: [],
  phases: [],
  armTypes: [],
  hasResults: false,
  siteCount: 0,
  countries: [],
  why: [],
}

function made(feed: Partial<Feed>): string {
  const page = {
    language: 'en' as const,
    words: wordsOf('en'),
    path: '/search.atom',
    baseUrl: 'https://trialway.example',
    query: '',
    summary: app.catalogue.summary(),
    vocabulary: app.vocabulary,
    operator: {},
    inMiles: false,
  }
  return atom(page, {
    title: 'Studies',
    self: '/search.atom',
    alternate: '/search',
    studies: [],
    today: '2026-11-23',
    ...feed,
  })
}
