import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import { openCatalogue } from '../../finder/catalogue/open-catalogue.ts'
import { distanceKm } from '../../finder/places/distance.ts'
import { meanDaysOf, parseAge } from '../../finder/registry/ages.ts'
import type { Study } from '../../finder/registry/study.ts'
import { exampleData } from '../../testing/example-catalogue.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { programDoors } from '../../app/program-doors.ts'

let app: TestApp
let catalogue: Catalogue
let door: Hono
let all: readonly Study[] = []

before(async () => {
  app = await openTestApp()
  const { vocabulary } = app
  const folder = (await exampleData()).catalogue
  catalogue = await openCatalogue(folder, { processes: 1, timeoutMs: 60_000, vocabulary })
  door = programDoors({ ...app, catalogue })['/api'] ?? assert.fail()
  all = await paged('fields=ProtocolSection|HasResults|ConditionBrowseModule|LargeDocumentModule')
})
after(async () => {
  await catalogue.close()
  await app.close()
})

interface Page {
  readonly totalCount?: number
  readonly studies: readonly Study[]
  readonly nextPageToken?: string
}

async function page(query: string): Promise<Page> {
  const address = `http://localhost/v2/studies?${query}`
  const reply = await door.request(
    address,
    {},
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
  const text = await reply.text()
  assert.equal(reply.status, 200, `${query}: ${text}`)
  return JSON.parse(text) as Page
}

/** All pages, as a client that follows the tokens reads them. */
async function paged(query: string): Promise<readonly Study[]> {
  const studies: Study[] = []
  let token: string | undefined
  let total: number | undefined
  do {
    const next: Page = await page(
      `${query}&pageSize=1000${token === undefined ? '&countTotal=true' : `&pageToken=${token}`}`,
    )
    total ??= next.totalCount
    studies.push(...next.studies)
    token = next.nextPageToken
  } while (token !== undefined)
  assert.equal(studies.length, total, query)
  return studies
}

const idOf = ({ protocolSection }: Study) => protocolSection.identificationModule.nctId

type Told = (study: Study['protocolSection'], whole: Study) => boolean | undefined

const statusOf = (of: Study['protocolSection']) => of.statusModule?.overallStatus

/** What clients ask (`+` for blanks), and what a record must say to be told. */
const questions: readonly (readonly [query: string, told: Told])[] = [
  [
    'filter.overallStatus=RECRUITING|NOT_YET_RECRUITING',
    (of) => ['RECRUITING', 'NOT_YET_RECRUITING'].includes(statusOf(of) ?? ''),
  ],
  [
    'aggFilters=status:rec+not',
    (of) => ['RECRUITING', 'NOT_YET_RECRUITING'].includes(statusOf(of) ?? ''),
  ],
  ['filter.advanced=AREA[Phase]PHASE3', (of) => of.designModule?.phases?.includes('PHASE3')],
  [
    'filter.advanced=AREA[Phase]"Phase+2/Phase+3"',
    (of) =>
      of.designModule?.phases?.includes('PHASE2') && of.designModule.phases.includes('PHASE3'),
  ],
  [
    'query.term=AREA[Phase](PHASE2+OR+PHASE3)+AND+AREA[StudyType]Interventional',
    (of) =>
      of.designModule?.phases?.some((one) => one === 'PHASE2' || one === 'PHASE3') &&
      of.designModule.studyType === 'INTERVENTIONAL',
  ],
  ['filter.advanced=AREA[Phase]MISSING', (of) => (of.designModule?.phases ?? []).length === 0],
  ['filter.advanced=AREA[Phase:size]2', (of) => of.designModule?.phases?.length === 2],
  [
    'filter.advanced=AREA[Location:size]RANGE[2,3]',
    (of) => [2, 3].includes(of.contactsLocationsModule?.locations?.length ?? 0),
  ],
  [
    'filter.advanced=AREA[Sex](FEMALE+OR+ALL)',
    (of) => ['FEMALE', 'ALL'].includes(of.eligibilityModule?.sex ?? ''),
  ],
  [
    'aggFilters=sex:m,healthy:y',
    (of) =>
      ['MALE', 'ALL'].includes(of.eligibilityModule?.sex ?? '') &&
      of.eligibilityModule?.healthyVolunteers === true,
  ],
  [
    'filter.advanced=AREA[StdAge]Older+Adult',
    (of) => of.eligibilityModule?.stdAges?.includes('OLDER_ADULT'),
  ],
  [
    'filter.advanced=AREA[EnrollmentCount]RANGE[100,500]',
    (of) => between(of.designModule?.enrollmentInfo?.count, 100, 500),
  ],
  [
    'filter.advanced=AREA[StartDate]RANGE[2020-01-01,2020-12-31]',
    (of) => of.statusModule?.startDateStruct?.date?.startsWith('2020'),
  ],
  [
    'filter.advanced=AREA[StartDate]2020',
    (of) => of.statusModule?.startDateStruct?.date?.startsWith('2020'),
  ],
  [
    'filter.advanced=AREA[StartDate]RANGE[MIN,2004]',
    (of) => (of.statusModule?.startDateStruct?.date ?? '9') < '2005',
  ],
  [
    'filter.advanced=NOT+AREA[ResultsFirstPostDate]MISSING',
    (of) => of.statusModule?.resultsFirstPostDateStruct?.date !== undefined,
  ],
  ['aggFilters=results:without', (_, { hasResults }) => hasResults !== true],
  ['filter.advanced=AREA[HasResults]true', (_, { hasResults }) => hasResults === true],
  [
    'aggFilters=docs:prot+sap',
    (_, { documentSection }) =>
      documentSection?.largeDocumentModule?.largeDocs?.some(
        ({ hasProtocol, hasSap }) => hasProtocol || hasSap,
      ),
  ],
  [
    'aggFilters=funderType:nih+fed',
    (of) => classes(of).some((one) => one === 'NIH' || one === 'FED'),
  ],
  [
    'aggFilters=funderType:other',
    (of) => classes(of).some((one) => !['NIH', 'FED', 'INDUSTRY'].includes(one)),
  ],
  [
    'aggFilters=studyType:obs_patreg',
    (of) =>
      of.designModule?.studyType === 'OBSERVATIONAL' && of.designModule.patientRegistry === true,
  ],
  [
    'filter.ids=NCT02390596,nct102,NCT99999999',
    (of) => ['NCT02390596', 'NCT00000102'].includes(of.identificationModule.nctId),
  ],
  [
    'query.term=NCT02390596&filter.overallStatus=WITHDRAWN',
    (of) => of.identificationModule.nctId === 'NCT02390596',
  ],
  [
    'filter.advanced=SEARCH[Location](AREA[LocationCity]Boston+AND+AREA[LocationStatus]RECRUITING)',
    (of) =>
      of.contactsLocationsModule?.locations?.some(
        ({ city, status }) => /\bboston\b/i.test(city ?? '') && status === 'RECRUITING',
      ),
  ],
  [
    'filter.geo=distance(48.8534,2.3488,10km)',
    (of) =>
      of.contactsLocationsModule?.locations?.some(
        ({ geoPoint }) => geoPoint && distanceKm(geoPoint, { lat: 48.8534, lon: 2.3488 }) <= 10,
      ),
  ],
  [
    'filter.advanced=SEARCH[Location](AREA[LocationStatus]RECRUITING+AND+AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50mi])',
    (of) =>
      of.contactsLocationsModule?.locations?.some(
        ({ geoPoint, status }) =>
          status === 'RECRUITING' &&
          geoPoint &&
          distanceKm(geoPoint, { lat: 42.36, lon: -71.06 }) <= 80.4672,
      ),
  ],
  [
    'query.cond=asthma+NOT+AREA[BriefTitle]asthma&filter.advanced=AREA[Condition]asthma',
    (of) =>
      of.conditionsModule?.conditions?.some((one) => /\basthmas?\b/i.test(one)) &&
      !/\basthmas?\b/i.test(of.identificationModule.briefTitle ?? ''),
  ],
  // A limit that is not there admits everybody.
  [
    'filter.advanced=AREA[MinimumAge]RANGE[MIN,+60+years]+AND+AREA[MaximumAge]RANGE[60+years,+MAX]',
    ({ eligibilityModule: of }) =>
      years(of?.minimumAge, 0) <= 60 && years(of?.maximumAge, 1000) >= 60,
  ],
  [
    'filter.advanced=AREA[MinimumAge]18+Years',
    (of) => years(of.eligibilityModule?.minimumAge, 0) === 18,
  ],
  [
    'query.locn=Paris,+France',
    (of) => /\bparis\b/i.test(placesOf(of)) && /\bfrance\b/i.test(placesOf(of)),
  ],
  [
    'filter.advanced=AREA[LocationCountry]South+Korea',
    (of) =>
      sites(of).some(({ country }) => /south/i.test(country ?? '')) &&
      sites(of).some(({ country }) => /korea/i.test(country ?? '')),
  ],
]

const sites = (of: Study['protocolSection']) => of.contactsLocationsModule?.locations ?? []

const placesOf = (of: Study['protocolSection']) =>
  sites(of)
    .map(({ city, state, country, facility, zip }) =>
      [city, state, country, facility, zip].join(' '),
    )
    .join(' ')

/** An age in years; what is not there is as said. */
function years(age: string | undefined, none: number): number {
  const read = parseAge(age)
  return read ? meanDaysOf(read) / 365.25 : none
}

function between(value: number | undefined, least: number, most: number): boolean {
  return value !== undefined && value >= least && value <= most
}

function classes({ sponsorCollaboratorsModule: of }: Study['protocolSection']): readonly string[] {
  return [of?.leadSponsor, ...(of?.collaborators ?? [])].flatMap((one) => one?.class ?? [])
}

test('what clients ask finds exactly the records that say so, over all pages', async () => {
  for (const [query, told] of questions) {
    const found = (await paged(`${query}&fields=NCTId`)).map(idOf).toSorted()
    const wanted = all
      .filter((study) => told(study.protocolSection, study))
      .map(idOf)
      .toSorted()
    assert.ok(wanted.length > 0, query)
    assert.deepEqual(found, wanted, query)
  }
})
