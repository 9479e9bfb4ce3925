import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSite } from '../../site.ts'
import { smallApp, stored } from '../../../testing/small-site.ts'
import { assertValid } from '../../../testing/valid-html.ts'

const studies = [1, 2, 3, 4, 5].map((number) =>
  stored({
    identificationModule: { nctId: `NCT0000000${number}`, briefTitle: `Study ${number}` },
    statusModule: { overallStatus: 'RECRUITING', statusVerifiedDate: '2026-10' },
    eligibilityModule: {
      sex: 'ALL',
      minimumAge: `${number} Months`,
      eligibilityCriteria:
        'Inclusion Criteria:\n\n* a fever\n* a cough\n\nExclusion Criteria:\n\n* asthma',
    },
    contactsLocationsModule: {
      locations: [
        { facility: 'H', city: 'Paris', country: 'France', geoPoint: { lat: 48.85, lon: 2.35 } },
      ],
    },
  }),
)
const lyon = { name: 'Lyon', country: 'FR', lat: 45.76, lon: 4.84, kind: 'town' as const }
const idf = { ...lyon, name: 'Île-de-France', kind: 'region' as const, area: 'FR/11' }
const illinois = { ...idf, name: 'Illinois', country: 'US', area: 'US/IL' }
const placed = studies.map((one) => ({ ...one, areas: ['FR/11/75'] }))
const site = createSite(smallApp(placed, [lyon, idf, illinois]))
const ids = (...numbers: number[]): string => numbers.map((one) => `NCT0000000${one}`).join(',')

async function shown(address: string): Promise<string> {
  const response = await site.request(address)
  assert.equal(response.status, 200)
  return response.text()
}

for (const prefix of ['', '/fr'])
  for (const query of [
    '',
    `?ids=${ids(1)}`,
    `?ids=${ids(1, 2, 3, 4, 5)},x&near=Lyon`,
    '?near=Nowhere&ids=NCT1',
  ])
    test(`${prefix}/compare${query} is valid HTML`, async () => {
      await assertValid(await shown(`${prefix}/compare${query}`), query)
    })

test('two studies stand side by side, each line with its name', async () => {
  const page = await shown(`/compare?ids=${ids(1, 2)}`)
  assert.match(page, /<th scope="row">Ages<\/th>[^]*1 month and older[^]*2 months and older/)
  assert.match(page, /2 rules must be true, 1 rule must not be true/)
})

test('a fifth study, an unknown one, a slip and a double are each named', async () => {
  const page = await shown(`/compare?ids=${ids(1, 2, 3, 4, 5, 1)},NCT99999999,hello`)
  assert.match(page, /left out: NCT00000005/)
  assert.match(page, /do not have these studies: NCT99999999/)
  assert.match(page, /not study numbers: hello/)
  assert.match(page, /shown once: NCT00000001/)
})

test('a study is added and taken out by plain links and forms', async () => {
  const page = await shown(`/compare?ids=${ids(1)}&add=nct2`)
  assert.match(page, /Study 2/)
  assert.ok(page.includes('href="/compare?ids=NCT00000001"'))
})

test('the nearest site of each is measured from the reader’s town', async () => {
  assert.match(await shown(`/compare?ids=${ids(1)}&near=Lyon`), /about 390 km away/)
})

test('of an area a site in it is named, or that there is none', async () => {
  const near = `/compare?ids=${ids(1)}&near=`
  assert.match(await shown(`${near}Île-de-France`), /H, Paris<[^]*? – in the area you chose/)
  assert.match(await shown(`${near}Illinois`), /No site in Illinois \(region\), United States/)
  const twin = `/compare.json?ids=${ids(1)}&near=`
  const data = JSON.parse(await shown(`${twin}Île-de-France`))
  assert.equal(data.studies[0].nearestSite.isInArea, true)
  assert.equal(JSON.parse(await shown(`${twin}Illinois`)).studies[0].nearestSite, null)
})

test('the comparison is there as data', async () => {
  const data = JSON.parse(await shown(`/compare.json?ids=${ids(1)},NCT99999999&near=Lyon`))
  assert.equal(data.studies[0].nctId, 'NCT00000001')
  assert.deepEqual(data.studies[0].rules, { inclusion: 2, exclusion: 1, unspecified: 0 })
  assert.deepEqual(data.notShown.unknown, ['NCT99999999'])
})
