import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { createSite } from '../../site.ts'
import { assertValid } from '../../../testing/valid-html.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})

after(() => app.close())

interface List {
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly query: Readonly<Record<string, unknown>>
  readonly hits: readonly { readonly nctId: string; readonly nearestSite: object | null }[]
}

async function list(query: string): Promise<List> {
  const response = await site.request(`/search.json?${query}`)
  assert.equal(response.status, 200, query)
  return (await response.json()) as List
}

async function page(path: string): Promise<{ status: number; text: string }> {
  const response = await site.request(path)
  return { status: response.status, text: await response.text() }
}

async function ids(query: string): Promise<readonly string[]> {
  return (await list(query)).hits.map(({ nctId }) => nctId)
}

test('an abbreviation of several illnesses shows the choice, each a press away', async () => {
  const { text } = await page('/search?q=my+dad+has+AS')
  assert.match(text, /“AS” can mean more than one illness\.[^]*for ankylosing spondylitis\./)
  assert.match(text, /q=my\+dad\+has\+aortic\+stenosis&amp;status=all">aortic stenosis</)
  const french = await page('/fr/search?q=mon+p%C3%A8re+a+une+RA')
  assert.match(french.text, /RA.» peut désigner plusieurs maladies/)
  const { understood } = JSON.parse((await page('/search.json?q=my+dad+has+AS')).text)
  assert.deepEqual(
    [understood.choices[0].words, understood.choices[0].term],
    ['AS', 'Spondylitis, Ankylosing'],
  )
})

test('an illness that is named as we name it is not told to have been understood, whatever sign follows it', async () => {
  const { text } = await page('/fr/search?q=maladie+de+Kawasaki%2C+anakinra')
  assert.doesNotMatch(text, /a été compris comme/)
  const other = await page('/search?q=kawasaki%2C+anakinra')
  assert.match(other.text, /“kawasaki” was understood as/)
})

test('a distance counts from a place that was said, too, and the sentence names both', async () => {
  const typed = new URLSearchParams({
    q: 'my baby has kawasaki disease near Paris',
    near: '',
    within: '25km',
  })
  const { text } = await page(`/search?${typed.toString()}`)
  assert.match(text, /for kawasaki disease within 25 km of Paris<\/h1>/)
  assert.doesNotMatch(text, /class="wrong"/)
  const french = new URLSearchParams({ q: 'maladie de Kawasaki à Paris', within: '25km' })
  assert.match(
    (await page(`/fr/search?${french.toString()}`)).text,
    /1 étude à moins de 25\skm de Paris\s: maladie de Kawasaki</,
  )
  const nowhere = await page('/search?q=kawasaki&within=25km&near=')
  assert.doesNotMatch(nowhere.text, /<h1 id="found">[^<]*within/)
})

test('the sentence says how many, for what, near where and how far', async () => {
  const { text } = await page('/search?q=kawasaki&near=Le+Kremlin-Bicêtre&within=25km')
  assert.match(text, /<h1 id="found">1 study for kawasaki within 25 km of Le Kremlin-Bicêtre<\/h1>/)
  const french = await page('/fr/search?q=kawasaki')
  assert.match(french.text, /2 études\u00a0: kawasaki</)
})

test('a study says its status in words, how it was found, and how far it is', async () => {
  const { text } = await page('/search?q=kawasaki&near=Paris&within=25km')
  assert.match(text, /Finished/)
  assert.match(
    text,
    /“kawasaki” is another name for Kawasaki disease \(Mucocutaneous Lymph Node Syndrome\)/,
  )
  assert.match(text, /<b>4 km<\/b>/)
  assert.match(text, /straight lines from Paris, as exact as the record allows/)
  assert.match(text, /3 months to 17 years/)
})

test('a study that says it is open but has not confirmed it for two years is marked', async () => {
  const stale = await page('/search?q=NCT90000002')
  assert.match(
    stale.text,
    /data-tone="doubt"[^]*Says it is looking for people[^]*not confirmed since/,
  )
  const fresh = await page('/search?q=NCT90000003')
  assert.doesNotMatch(fresh.text, /data-tone="doubt"|not confirmed since/)
})

test('an age leaves out studies whose limits rule it out', async () => {
  assert.ok((await ids('q=kawasaki&age=3y')).includes('NCT02390596'))
  assert.ok(!(await ids('q=kawasaki&age=2mo')).includes('NCT02390596'))
  assert.ok((await ids('q=kawasaki&age=3+mois')).includes('NCT02390596'))
  assert.ok(!(await ids('q=kawasaki&age=18y')).includes('NCT02390596'))
})

test('sex, status and country narrow the list, and lists may be repeated or joined', async () => {
  assert.ok(!(await ids('q=vasculitis&sex=male')).includes('NCT90000003'))
  assert.equal((await list('q=asthma&status=RECRUITING')).total, 23)
  assert.equal((await list('q=asthma&status=RECRUITING&status=TERMINATED')).total, 45)
  assert.equal((await list('q=asthma&status=RECRUITING,TERMINATED')).total, 45)
  assert.equal((await list('q=asthma&country=France')).total, 45)
  assert.equal((await list('q=asthma&country=us')).total, 0)
})

test('a place with namesakes is chosen from, and each choice is a link that means that place', async () => {
  const { text } = await page('/search?q=vasculitis&near=Paris')
  const [, address = ''] = /href="([^"]*near=Paris%2C\+Texas[^"]*)"/.exec(text) ?? []
  assert.notEqual(address, '')
  const there = await page(address.replaceAll('&amp;', '&'))
  assert.match(there.text, /measured from Paris, Texas, United States/)
})

test('a postcode is the one of the reader’s country, and every other country that has it is offered', async () => {
  const english = await page('/search?q=vasculitis&near=75013')
  assert.match(english.text, /measured from 75013 [^,]+, United States/)
  assert.match(english.text, /href="[^"]*near=75013\+Paris[^"]*">75013 Paris[^<]*, France</)
  const french = await page('/fr/search?q=vasculitis&near=75013')
  assert.match(french.text, /mesurées depuis 75013 Paris[^,]*, France/)
  assert.match(french.text, /75013 [^<]*, États-Unis</)
})

test('a postcode of far away is called a guess, on the page and for programs', async () => {
  const { text } = await page('/search?q=vasculitis&near=75012')
  assert.match(text, /“75012” can be more than one place. We took 75012 Paris, France/)
  const answer = await (await site.request('/search.json?near=75012')).text()
  const { name, isSure, others } = JSON.parse(answer).place
  assert.deepEqual([name, isSure], ['75012 Paris, France', false])
  assert.ok(others.length > 2)
})

test('a town of which another is known is offered to choose from, also where it is said in a sentence', async () => {
  const { text } = await page('/search?q=vasculitis+near+Brest')
  assert.match(text, /“Brest” can be more than one place. We took Brest, Bretagne, France/)
  assert.match(text, /href="[^"]*near=Brest%2C\+Belarus[^"]*">Brest, Belarus</)
  const { text: french } = await page('/fr/search?q=vascularite+à+Cambridge')
  assert.match(french, /Cambridge\s» peut être plusieurs lieux/)
})

test('a misspelt town is read as the town, and that is said', async () => {
  const { text } = await page('/search?q=vasculitis&near=Toulose')
  assert.match(text, /We know no place called “Toulose”. We read it as Toulouse, Occitanie, France/)
  const { text: french } = await page('/fr/search?q=vasculitis&near=Grenobble')
  assert.match(french, /Nous avons lu Grenoble/)
  const short = await page('/search?q=vasculitis&near=Lyno')
  assert.equal(short.status, 422)
  assert.match(short.text, /do not know a place called “Lyno”/)
  assert.match(short.text, /did you mean:\s*<bdi>\s*<a [^>]+>Lyon, /)
})

test('a place without a distance orders by nearness and leaves nothing out', async () => {
  const { query, total } = await list('q=kawasaki&near=Paris')
  assert.equal(query['sort'], 'nearest')
  assert.equal(query['withinKm'], undefined)
  assert.equal(total, 2)
  assert.equal((await list('q=kawasaki&near=Paris&within=25km')).query['sort'], 'best')
})

test('a distance without a place has no effect and is not shown as a filter', async () => {
  const { status, text } = await page('/search?q=kawasaki&within=100km')
  assert.equal(status, 200)
  assert.doesNotMatch(text, /Remove Within 100/)
})

test('a correction is said, and can be undone', async () => {
  const corrected = await page('/search?q=kawaskai')
  assert.match(corrected.text, /Showing results for “kawasaki”/)
  assert.match(corrected.text, /href="[^"]*exact=1[^"]*"/)
  const exact = await page('/search?q=kawaskai&exact=1')
  assert.match(exact.text, /No studies found/)
})

test('what cannot be read as a formula is searched as words, and the page says so', async () => {
  const { status, text } = await page('/search?q=%22kawasaki')
  assert.equal(status, 200)
  assert.match(text, /could not be read as a search formula/)
})

test('words that stand only in the rules for joining are found there, and the page says so', async () => {
  const { text } = await page('/search?q=zebrafishing')
  assert.match(
    text,
    /No study that fits your search names these words[^<]*in the rules for joining or in the long/,
  )
  assert.match(text, /NCT90000004/)
})

test('what cannot be read is said beside its field and above, and the rest is searched', async () => {
  const { status, text } = await page(
    '/search?q=kawasaki&age=old&near=Zzyzzzx&page=0&status=OPENISH',
  )
  assert.equal(status, 422)
  assert.match(text, /<h1 id="found">2 studies for kawasaki<\/h1>/)
  assert.match(text, /id="age-error"/)
  assert.match(text, /aria-describedby="age-hint age-error"/)
  assert.match(text, /href="#age"/)
  assert.match(text, /value="old"/)
  assert.match(text, /“OPENISH” is not one of the choices/)
  const twin = await site.request('/search.json?q=kawasaki&age=old')
  assert.equal(twin.status, 422)
  const { problems } = (await twin.json()) as { problems: { field: string }[] }
  assert.deepEqual(
    problems.map(({ field }) => field),
    ['age'],
  )
})

test('a department, a region or a country is an area, and studies with a site in it are shown', async () => {
  const near = async (place: string) => list(`q=kawasaki&near=${encodeURIComponent(place)}`)
  for (const place of ['94', 'Val-de-Marne', 'Île-de-France', 'France'])
    assert.ok((await ids(`q=kawasaki&near=${encodeURIComponent(place)}`)).includes('NCT02390596'))
  assert.ok(!(await ids('q=kawasaki&near=Rhône')).includes('NCT02390596'))
  assert.deepEqual((await near('94')).query['area'], 'FR/11/94')
  const { status, text } = await page('/search?q=kawasaki&near=94&within=10km')
  assert.equal(status, 200)
  assert.match(text, /for kawasaki in Val-de-Marne \(department\), Île-de-France, France</)
  assert.match(text, /A study is shown where it has a site in Val-de-Marne/)
  assert.match(text, /The distance is not used, because Val-de-Marne \(department\)/)
  const json = JSON.parse((await page('/search.json?q=kawasaki&near=94&within=10km')).text)
  assert.deepEqual([json.place.kind, json.place.isDistanceIdle], ['region', true])
  assert.match(text, /in the area you chose/)
  assert.doesNotMatch(text, /within 10|Remove: Within/)
  const french = await page('/fr/search?q=kawasaki&near=94')
  assert.match(french.text, /\(Val-de-Marne \(département\), Île-de-France, France\)/)
})

test('an area that was said and where no study is stands in no heading, and one without a border is a town of it', async () => {
  const { text: elsewhere } = await page('/search?q=my+baby+has+kawasaki+disease+in+Alaska')
  assert.match(elsewhere, /These are in other places\./)
  assert.doesNotMatch(elsewhere, /<h1[^>]*>[^<]*Alaska/)
  assert.doesNotMatch(elsewhere, /A study is shown where it has a site in/)
  const { text: wide } = await page('/search?q=my+baby+has+kawasaki+disease+in+West+Yorkshire')
  assert.match(wide, /“West Yorkshire” is a wide area\. Distances are measured from Leeds/)
})

test('each chosen filter is a link that takes it away and keeps the rest', async () => {
  const { text } = await page('/search?q=asthma&status=RECRUITING&phase=PHASE2&age=30')
  const [, without = ''] =
    /href="([^"]*)"[^<]*<span class="unseen">Remove: Looking/.exec(text) ?? []
  assert.match(without, /q=asthma&amp;age=30&amp;status=all&amp;phase=PHASE2$/)
})

test('masking and a contact narrow the list at every twin, and can be taken away', async () => {
  const { text } = await page('/search?q=asthma&masking=open&contact=yes')
  assert.match(text, /name="masking"\s+value="open"\s+form="search-form"\s+checked/)
  assert.match(text, /name="contact"\s+value="yes"\s+form="search-form"\s+checked/)
  assert.match(
    text,
    /href="\/search\?q=asthma&amp;contact=yes&amp;status=all"[^<]*<span class="unseen">Remove: Open/,
  )
  assert.match(
    text,
    /href="\/search\?q=asthma&amp;masking=open&amp;status=all"[^<]*<span class="unseen">Remove: Gives/,
  )
  const french = (await page('/fr/search?q=asthma&masking=blind&contact=oui')).text
  assert.match(french, /En aveugle/)
  assert.match(french, /Indique un contact/)
  const all = (await list('')).total
  const open = await list('masking=open')
  const blind = await list('masking=BLIND')
  assert.deepEqual([open.total, blind.total, all], [6, 3, 51])
  assert.equal(open.query['masking'], 'open')
  assert.equal((await list('contact=yes')).query['contact'], true)
  const csv = await page('/search.csv?masking=open')
  assert.equal(csv.text.match(/NCT\d{8},/g)?.length, open.total)
  const feed = await page('/search.atom?q=asthma&masking=open&contact=1')
  assert.match(feed.text, /Open: all know who gets what, Gives a contact to ask/)
  assert.equal((await page('/search?masking=double')).status, 422)
})

test('nothing found shows ways on, each as a link', async () => {
  const { text } = await page('/search?q=kawasaki&near=Lyon&within=10km&status=RECRUITING&age=3')
  assert.match(text, /Look within 50 km/)
  assert.match(text, /Look at any distance/)
  const inMiles = await page('/search?q=kawasaki&near=Boston&within=10mi&status=RECRUITING')
  assert.match(inMiles.text, /Look within 31 miles/)
  assert.match(text, /Search without “Looking for people”/)
  assert.match(text, /Search without any filter/)
  const said = await page('/search?q=my+son+has+kawasaki%2C+Lyon&status=RECRUITING&within=10km')
  assert.match(said.text, /Look within 50 km/)
  assert.match(said.text, /Look at any distance/)
})

test('pages follow each other and keep the search', async () => {
  const first = await page('/search?q=asthma')
  assert.match(first.text, /Page 1 of 3/)
  assert.match(first.text, /<link rel="next" href="\/search\?q=asthma&amp;page=2&amp;status=all"/)
  assert.doesNotMatch(first.text, /rel="prev"/)
  const last = await page('/fr/search?q=asthma&page=3')
  assert.match(last.text, /Page 3 sur 3/)
  assert.match(last.text, /href="\/fr\/search\?q=asthma&amp;page=2&amp;status=all"/)
  assert.equal((await list('q=asthma&page=3')).hits.length, 5)
})

test('a page after the last leads to the last, with the rest of the search kept', async () => {
  const response = await site.request('/fr/search?q=asthma&country=FR&page=400')
  assert.equal(response.status, 302)
  assert.equal(response.headers.get('location'), '/fr/search?q=asthma&page=3&status=all&country=FR')
  assert.equal((await page('/search?q=qqqqzzzz&page=9')).status, 200)
})

test('a wish for no correction, and a time of one’s own, outlive the form and can be taken away', async () => {
  const { text } = await page('/search?q=asthma&exact=1&updated=45d')
  assert.match(text, /<input type="hidden" name="exact" value="1"/)
  assert.match(
    text,
    /href="\/search\?q=asthma&amp;updated=45d&amp;status=all"[^<]*<span class="unseen">Remove: Words/,
  )
  assert.match(text, /name="updated"\s+value="45d"\s+form="search-form"\s+checked/)
  assert.match(text, /Updated in the last 45 days/)
})

test('who asked in miles is answered in miles', async () => {
  const { text } = await page('/search?q=kawasaki&near=Paris&within=25mi')
  assert.match(text, /within 25 miles/)
  assert.match(text, /<b>3 miles<\/b>/)
  assert.doesNotMatch(text, /<b>\d+ km/)
})

test('French pages say diseases, ages and dates in French', async () => {
  const { text } = await page('/fr/search?q=kawasaki&age=8mo')
  assert.match(text, /un autre nom de maladie de Kawasaki \(Mucocutaneous/)
  assert.match(text, /Enlever\s: 8 mois/)
  assert.match(text, /<b>8 mois convient<\/b>/)
  assert.match(text, /confirmé (?:le \d|en \p{L})/u)
  assert.doesNotMatch(text, /confirmé en \d+ /)
})

test('what could not be read is said on the page to print too', async () => {
  const { status, text } = await page('/search?q=asthma&age=old&view=print')
  assert.equal(status, 422)
  assert.match(text, /Write an age as 34/)
})

test('search.json has the promised shape', async () => {
  const answer = await list('q=kawasaki&near=Paris&within=25km')
  assert.deepEqual(Object.keys(answer).toSorted(), [
    'corrections',
    'counts',
    'facets',
    'hits',
    'page',
    'pageSize',
    'place',
    'query',
    'total',
    'understood',
  ])
  const [hit] = answer.hits
  assert.deepEqual(Object.keys(hit ?? {}), [
    'nctId',
    'briefTitle',
    'overallStatus',
    'conditions',
    'nearestSite',
    'why',
  ])
  assert.deepEqual(Object.keys(hit?.nearestSite ?? {}), [
    'facility',
    'city',
    'country',
    'km',
    'status',
  ])
})

test('the spreadsheet has every study, names its source last, and runs no formula', async () => {
  const response = await site.request('/search.csv?q=asthma')
  const bytes = new Uint8Array(await response.arrayBuffer())
  assert.deepEqual(Array.from(bytes.slice(0, 3)), [0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
  assert.equal(lines.length, 1 + 45 + 1)
  assert.match(lines.at(-1) ?? '', /Data from ClinicalTrials\.gov/)
  assert.match(response.headers.get('content-type') ?? '', /text\/csv/)
  const hostile = await site.request('/search.csv?q=NCT90000004')
  assert.match(await hostile.text(), /"'=HYPERLINK\(""http/)
})

test('the list to print holds more than one page', async () => {
  const { text } = await page('/search?q=asthma&view=print')
  assert.equal((text.match(/<li\s+class="hit"/g) ?? []).length, 45)
  assert.match(text, /List made on 23 November 2026/)
})

test('who speaks of dying, or of danger now, is told where help is, and the studies stay', async () => {
  const { text } = await page('/search?q=asthma,+I+want+to+kill+myself')
  assert.match(text, /You do not have to be alone[^]*988[^]*116.123[^]*3114[^]*id="found"/)
  const french = await page('/fr/search?q=crise+cardiaque+en+ce+moment')
  assert.match(french.text, /Appelez d’abord les secours[^]*tel:15[^]*tel:112/)
  const hurt = await page('/search?q=my+husband+hits+me,+depression')
  assert.match(hurt.text, /You have a right to be safe[^]*tel:999[^]*tel:18007997233[^]*3919/)
  for (const quiet of ['suicide+prevention+study', 'heart+attack+2+years+ago'])
    assert.doesNotMatch((await page(`/search?q=${quiet}`)).text, /help-now/)
  await assertValid(text, 'help')
  const json = await (await site.request('/search.json?q=asthma,+I+want+to+kill+myself')).text()
  assert.match(json, /"helpNow":\{"why":"self-harm"[^]*"988"[^]*"3114"/)
  const calm = await (await site.request('/search.json?q=asthma')).text()
  assert.doesNotMatch(calm, /helpNow/)
})

/** The address of the form that a page of results offers to be told by. */
function alertForm(text: string): string {
  const [link = ''] = /\/alerts\/new\?[^"]*/.exec(text) ?? []
  return link.replaceAll('&amp;', '&')
}

/** What a box of a form holds. */
function boxOf(text: string, name: string): string | undefined {
  const [box = ''] = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text) ?? []
  return /value="([^"]*)"/.exec(box)?.[1]
}

test('the form of an alert has the words as they were typed, and an age word and an area that were said', async () => {
  const typed = 'my baby has kawasaki disease in Val-de-Marne'
  const { text } = await page(`/search?q=${encodeURIComponent(typed)}`)
  const link = alertForm(text)
  assert.equal(new URLSearchParams(link.split('?')[1]).get('q'), typed)
  const form = await page(link)
  assert.equal(boxOf(form.text, 'age'), 'baby')
  assert.match(boxOf(form.text, 'near') ?? '', /^Val-de-Marne/)
})

test('suggestions are what people say in the language of the page', async () => {
  const first = async (typed: string, prefix: string): Promise<string> => {
    const answer = await site.request(
      `${prefix}/suggest.json?for=condition&typed=${encodeURIComponent(typed)}`,
    )
    return JSON.parse(await answer.text()).suggestions[0].value
  }
  assert.equal(await first('kawasaki', '/fr'), 'maladie de Kawasaki')
  assert.equal(await first('kawa', ''), 'Kawasaki disease')
  assert.equal(await first('asth', '/fr'), 'asthme')
})

test('suggestions come for illnesses and places, with how many there are in words', async () => {
  const ill = JSON.parse((await page('/suggest.json?for=condition&typed=kawa')).text)
  assert.match(JSON.stringify(ill), /Kawasaki/i)
  const place = await (await site.request('/fr/suggest.json?for=place&typed=le+kremlin')).json()
  assert.match(JSON.stringify(place), /Le Kremlin-Bicêtre/)
  assert.match(JSON.stringify(place), /suggestion/)
  assert.equal(ill.suggestions[0].value, 'Kawasaki disease')
  const none = await site.request('/suggest.json?for=place&typed=a')
  assert.deepEqual(await none.json(), { suggestions: [], announcement: '' })
})

test('a search is not kept by shared caches', async () => {
  const response = await site.request('/search?q=kawasaki')
  assert.match(response.headers.get('cache-control') ?? '', /private/)
})

test('a sentence is understood, and each part of it can be left out, asked for or undone', async () => {
  const typed = 'my baby has kawasaki disease near Paris, no asthma, telemonitoring'
  const { text } = await page(`/search?q=${encodeURIComponent(typed)}`)
  assert.match(text, /2 studies for kawasaki disease near Paris</)
  assert.match(text, /We read: <bdi>Kawasaki disease, baby, Paris, /)
  assert.match(
    text,
    /Illness: kawasaki disease \(Mucocutaneous Lymph Node Syndrome\)|Illness: Kawasaki/i,
  )
  assert.match(text, /Near: Paris, .*France/)
  assert.match(text, /You said no to “asthma”, so we left it aside/)
  assert.match(text, /q=my\+baby\+has\+kawasaki\+disease%2C\+no\+asthma%2C\+telemonitoring/)
  assert.match(text, /q=my[^"]*%22telemonitoring%22/)
  assert.match(text, /exact=1/)
  const { understood } = (await list(`q=${encodeURIComponent(typed)}`)) as List & {
    readonly understood: { readonly kept: readonly { readonly kind: string }[] }
  }
  assert.deepEqual(
    understood.kept.map(({ kind }) => kind),
    ['illness', 'age', 'place'],
  )
})

test('a sentence is understood in French, and what is not known is said', async () => {
  const typed = 'mon bébé a la maladie de Kawasaki'
  const french = await page(`/fr/search?q=${encodeURIComponent(typed)}`)
  assert.match(french.text, /2 études\u00a0: maladie de Kawasaki</)
  assert.match(french.text, /Lu\s: <bdi>maladie de Kawasaki, bébé</)
  assert.match(french.text, /Maladie\s: .*maladie de Kawasaki/)
  const nothing = await page('/search?q=how+do+I+reset+my+password')
  assert.match(nothing.text, /We did not recognise an illness or a medicine/)
  const nearMe = await page('/search?q=kawasaki+near+me')
  assert.match(nearMe.text, /We do not know where you are/)
  const keywords = await page('/search?q=kawasaki+anakinra')
  assert.doesNotMatch(keywords.text, /What we understood/)
})

test('an alert is offered with the age and the place in boxes of their own', async () => {
  const typed = 'kawasaki disease in my 8 year old near Paris'
  const { text } = await page(`/search?q=${encodeURIComponent(typed)}`)
  const form = await page(alertForm(text))
  assert.equal(boxOf(form.text, 'age'), '8 years')
  assert.match(boxOf(form.text, 'near') ?? '', /^Paris/)
})

test('a number that nothing was made of is said not to be read, and an age that no study takes is not told as taken', async () => {
  const unread = await page('/search?q=my+sister+has+kawasaki+disease+and+lives+alone+with+4+cats')
  assert.match(unread.text, /kawasaki disease[^]*?<\/bdi>\.[^]*?Not read:\s*<bdi>4<\/bdi>/i)
  const aside = await page('/search?q=my+husband,+97+years+old,+has+kawasaki+disease')
  assert.match(aside.text, /No study like this takes the age that you wrote/)
  const [asked = ''] = /<details class="asked"[^]*?<\/summary>/.exec(aside.text) ?? []
  assert.match(asked, /kawasaki/)
  assert.doesNotMatch(asked, /97/)
  const paper = await page('/search?view=print&q=my+husband,+97+years+old,+has+kawasaki+disease')
  assert.match(paper.text, /No study like this takes the age that you wrote/)
})

test('a long story is read as far as the first 512 letters, and that is said', async () => {
  const story = `my son has kawasaki disease ${'and we waited a very long time in the hall '.repeat(40)}`
  const { status, text } = await page(`/search?q=${encodeURIComponent(story)}`)
  assert.equal(status, 422)
  assert.match(text, /2 studies for kawasaki disease</)
  assert.match(text, /at most 512 letters\. What comes after them was not read/)
})
