import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSite } from '../../site.ts'
import { smallApp, stored } from '../../../testing/small-site.ts'
import { assertValid } from '../../../testing/valid-html.ts'

const known = Array.from({ length: 25 }, (_, at) => at + 1)
const idOf = (number: number): string => `NCT${String(number).padStart(8, '0')}`
const studies = known.map((number) =>
  stored({
    identificationModule: { nctId: idOf(number), briefTitle: `Study <b>${number}</b>` },
    statusModule: {
      overallStatus: 'RECRUITING',
      statusVerifiedDate: number === 3 ? '2019-10' : '2026-10',
    },
    designModule: { studyType: 'INTERVENTIONAL', designInfo: { allocation: 'RANDOMIZED' } },
    armsInterventionsModule: {
      armGroups: [
        { label: 'A', type: 'EXPERIMENTAL' },
        { label: 'B', type: number === 2 ? 'PLACEBO_COMPARATOR' : 'OTHER' },
      ],
      interventions: [{ name: 'Anakinra' }],
    },
    eligibilityModule: {
      sex: number === 2 ? 'MALE' : 'ALL',
      minimumAge: `${number} Months`,
      eligibilityCriteria:
        'Inclusion Criteria:\n\n* a fever\n* a cough\n\nExclusion Criteria:\n\n* asthma',
    },
    contactsLocationsModule: {
      centralContacts: [{ name: 'Dr A', phone: '+33 1 23 45 67 89' }],
      locations: [
        {
          facility: 'Shut',
          city: 'Lyon',
          country: 'France',
          status: 'COMPLETED',
          geoPoint: { lat: 45.76, lon: 4.84 },
        },
        { facility: 'H', city: 'Paris', country: 'France', geoPoint: { lat: 48.85, lon: 2.35 } },
      ],
    },
  }),
)
const lyon = { name: 'Lyon', country: 'FR', lat: 45.76, lon: 4.84, kind: 'town' as const }
const idf = { ...lyon, name: 'Île-de-France', kind: 'region' as const, area: 'FR/11' }
const illinois = { ...idf, name: 'Illinois', country: 'US', area: 'US/IL' }
const placed = studies.map((one) => ({ ...one, areas: ['FR/84/69', 'FR/11/75'] }))
const site = createSite(smallApp(placed, [lyon, idf, illinois]))
const ids = (...numbers: number[]): string => numbers.map(idOf).join(',')

async function shown(address: string): Promise<string> {
  const response = await site.request(address)
  assert.equal(response.status, 200, address)
  return response.text()
}

async function leadsTo(address: string): Promise<string> {
  const response = await site.request(address)
  assert.ok(response.status === 301 || response.status === 302, `${address}: ${response.status}`)
  return response.headers.get('location') ?? ''
}

for (const prefix of ['', '/fr'])
  for (const query of [
    '',
    `?ids=${ids(1)}`,
    `?ids=${ids(...known)},x&near=Lyon&age=2mo&sex=female&found=15`,
    '?near=Nowhere&ids=NCT1',
  ])
    test(`${prefix}/list${query} is valid HTML`, async () => {
      await assertValid(await shown(`${prefix}/list${query}`), query)
    })

test('two studies stand side by side, each line with its name, and what no record says has none', async () => {
  const page = await shown(`/list?ids=${ids(1, 2)}`)
  assert.match(
    page,
    /<th scope="row">Who can join<\/th>[^]*1 month and older[^]*2 months and older/,
  )
  assert.match(page, /2 rules must be true, 1 rule must not be true/)
  assert.match(page, /Chance decides, 2 groups/)
  assert.match(page, /None is named[^]*A placebo is used/)
  assert.match(page, /href="tel:\+33123456789"/)
  assert.doesNotMatch(page, /<th scope="row">(?:Phase|Run by)<\/th>/)
  assert.doesNotMatch(page, /<b>1<\/b>/)
})

test('contacts of a study that takes nobody now are shown here as little as on its own page', async () => {
  const over = stored({
    identificationModule: { nctId: idOf(1), briefTitle: 'An ended study' },
    statusModule: { overallStatus: 'COMPLETED', statusVerifiedDate: '2026-10' },
    contactsLocationsModule: {
      centralContacts: [{ name: 'Dr Gone', phone: '+33 1 98 76 54 32' }],
      locations: [{ facility: 'H', contacts: [{ name: 'Dr Away', email: 'away@example.org' }] }],
    },
  })
  const page = await (await createSite(smallApp([over])).request(`/list?ids=${idOf(1)}`)).text()
  assert.match(page, /An ended study/)
  assert.doesNotMatch(page, /Dr Gone|Dr Away|away@example/)
})

test('a study that nobody confirmed for years is doubtful here too', async () => {
  const page = await shown(`/list?ids=${ids(3)}`)
  assert.match(page, /data-tone="doubt"/)
})

test('age and sex of the search say whether each study fits', async () => {
  const page = await shown(`/list?ids=${ids(1, 2, 9)}&age=2mo&sex=female`)
  const row = /data-row="fits"[^]*?<\/tr>/.exec(page)?.[0] ?? ''
  assert.deepEqual(
    [...row.matchAll(/<b>([^<]*)<\/b>/g)].map(([, said]) => said),
    ['Yes', 'No', 'No'],
  )
  assert.match(page, /For: 2 months, female/)
  const verdicts = async (person: string) => {
    const said = await shown(`/list?ids=${ids(1, 2, 9)}&${person}`)
    const cells = /data-row="fits"[^]*?<\/tr>/.exec(said)?.[0] ?? ''
    return [...cells.matchAll(/<b>([^<]*)<\/b>/g)].map(([, word]) => word)
  }
  const unsure = 'Not sure: ask the team'
  // What a study limits and nobody said is unsure; what is against stays so.
  assert.deepEqual(await verdicts('age=2mo'), ['Yes', unsure, 'No'])
  assert.deepEqual(await verdicts('sex=female'), [unsure, 'No', unsure])
})

test('the rules of a study are led to with the search, and a French list spaces its colons', async () => {
  const page = await shown(`/fr/list?ids=${ids(1)}&near=Lyon&age=2mo`)
  assert.match(
    page,
    /href="\/fr\/studies\/NCT00000001\?[^"]*near=Lyon&amp;age=2mo[^"]*#eligibility"/,
  )
  assert.match(page, /Téléphone\u00A0: /)
  assert.match(page, /2 centres\u00A0: France/)
})

test('what a list cannot show is named: beyond its size, unknown, badly written, asked for twice', async () => {
  const page = await shown(`/list?ids=${ids(...known, 1)},NCT99999999,hello`)
  assert.match(page, /My list: 20 studies/)
  assert.match(page, /A list holds 20 studies\. These were left out: NCT00000021/)
  assert.match(page, /do not have these studies: NCT99999999/)
  assert.match(page, /not study numbers: hello/)
  assert.match(page, /shown once: NCT00000001/)
})

test('of two hundred numbers that are none here ten are named and the rest counted', async () => {
  const many = Array.from({ length: 200 }, (_, at) => idOf(90_000_000 + at)).join(',')
  const page = await shown(`/list?ids=${many}`)
  assert.match(page, /Your list is empty/)
  const [notice = ''] = /<p class="notice[^]*?<\/p>/.exec(page) ?? []
  assert.match(notice, /NCT90000009 and 190 more/)
  assert.doesNotMatch(notice, /NCT90000010/)
})

test('boxes that were ticked lead to the one address of their list, with the search', async () => {
  const ticked = `/fr/list?keep=${idOf(1)}&keep=${idOf(2)}&q=asthma&near=Lyon&found=7`
  assert.equal(await leadsTo(ticked), `/fr/list?ids=${ids(1, 2)}&q=asthma&near=Lyon&found=7`)
  assert.equal(await leadsTo(`/list?ids=${ids(1)}&add=nct2`), `/list?ids=${ids(1)},nct2`)
})

test('an old address of a comparison leads to the list', async () => {
  assert.equal(
    await leadsTo(`/compare?ids=${ids(1, 2)}&near=Lyon`),
    `/list?ids=${ids(1, 2)}&near=Lyon`,
  )
})

test('a study is taken off, the list cleared and the search gone back to by links that carry it', async () => {
  const page = await shown(`/list?ids=${ids(1, 2)}&q=&near=Lyon&age=8mo&found=15`)
  assert.ok(page.includes(`href="/list?ids=${idOf(2)}&amp;near=Lyon&amp;age=8mo&amp;found=15"`))
  assert.ok(page.includes('href="/list?near=Lyon&amp;age=8mo&amp;found=15"'))
  assert.match(
    page,
    /href="\/search\?near=Lyon&amp;age=8mo&amp;keep=NCT00000001&amp;keep=NCT00000002"[^]*?Back to the 15 studies/,
  )
  assert.ok(page.includes(`href="/studies/${idOf(1)}?near=Lyon&amp;age=8mo&amp;found=15&amp;keep=`))
})

test('the site named is the nearest where people can join, not a nearer one that is shut', async () => {
  const page = await shown(`/list?ids=${ids(1)}&near=Lyon`)
  assert.match(page, /<b>390\s?km<\/b> – <bdi>H, Paris</)
})

test('of an area a site in it is named, or that there is none', async () => {
  const near = `/list?ids=${ids(1)}&near=`
  assert.match(await shown(`${near}Île-de-France`), /H, Paris<[^]*?in the area you chose/)
  assert.match(await shown(`${near}Illinois`), /No site in Illinois \(region\), United States/)
  const twin = `/compare.json?ids=${ids(1)}&near=`
  const data = JSON.parse(await shown(`${twin}Île-de-France`))
  assert.equal(data.studies[0].nearestSite.isInArea, true)
  assert.equal(JSON.parse(await shown(`${twin}Illinois`)).studies[0].nearestSite, null)
})

test('the address of the list is there to copy, to mail and as a QR code', async () => {
  const page = await shown(`/list?ids=${ids(1, 2)}&near=Lyon`)
  const address = `https://trialway.example/list?ids=${ids(1, 2)}&near=Lyon`
  assert.ok(page.includes(`value="${address.replaceAll('&', '&amp;')}"`))
  assert.ok(page.includes(`body=${encodeURIComponent(address)}`))
  assert.match(page, /<svg class="qr"[^]*?<path class="qr-dark"/)
})

test('no cache that others use keeps a list, and no search engine lists it', async () => {
  const response = await site.request(`/list?ids=${ids(1)}`)
  assert.match(response.headers.get('cache-control') ?? '', /private/)
  assert.match(await response.text(), /name="robots" content="noindex"/)
})

test('the comparison is there as data', async () => {
  const data = JSON.parse(await shown(`/compare.json?ids=${ids(1)},NCT99999999&near=Lyon`))
  assert.equal(data.studies[0].nctId, 'NCT00000001')
  assert.equal(data.studies[0].nearestSite.km, 391)
  assert.deepEqual(data.studies[0].rules, { inclusion: 2, exclusion: 1, unspecified: 0 })
  assert.deepEqual(data.notShown.unknown, ['NCT99999999'])
})

test('the list leads to being told by e-mail, of each study and of the search it comes from', async () => {
  const page = await (await site.request(`/list?ids=${ids(1, 2)}&age=8mo`)).text()
  assert.match(page, new RegExp(`href="/alerts/new\\?study=${idOf(2)}"`))
  assert.match(page, /href="\/alerts\/new\?age=8mo"/)
  const without = await (await site.request(`/list?ids=${ids(1)}&status=open`)).text()
  assert.doesNotMatch(without, /alerts\/new\?(?!study)/)
})

test('the way home, the menu and the illnesses keep the list, and a word for an age is said in the language of the page', async () => {
  const kept = 'keep=NCT02390596&keep=NCT02179853'
  for (const path of [
    `/en?${kept}`,
    `/search?q=asthma&status=all&${kept}`,
    `/categories?${kept}`,
  ]) {
    const html = await (await site.request(path)).text()
    const [, brand = ''] = /class="brand" href="([^"]*)"/.exec(html) ?? []
    assert.equal(brand.replaceAll('&amp;', '&'), `/en?${kept}`, path)
    assert.match(html, /href="\/list\?ids=NCT02390596,NCT02179853/)
    assert.match(html, /href="\/categories\?keep=NCT02390596&amp;keep=NCT02179853"/)
  }
  const home = await (await site.request(`/fr?${kept}`)).text()
  assert.match(home, /<input type="hidden" name="keep" value="NCT02390596"/)
  const list = await (await site.request('/fr/list?ids=NCT02390596&age=child')).text()
  assert.match(list, /Pour\u00a0: enfant/)
  const english = await (await site.request('/list?ids=NCT02390596&age=enfant')).text()
  assert.match(english, /For: child/)
})
