import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { changesBetween } from '../../finder/catalogue/import/history.ts'
import type { FieldChange, StoredStudy } from '../../finder/catalogue/model/stored.ts'
import type { Location } from '../../finder/registry/study.ts'
import { parseRecord } from '../../finder/registry/parse-record.ts'
import { createSite } from '../site.ts'
import { assertValid } from '../../testing/valid-html.ts'
import { smallApp, stored } from '../../testing/small-site.ts'
import { workedMs } from '../../testing/worked-ms.ts'

const examples = join(import.meta.dirname, '../../testing/examples')
const completed = example('NCT02390596.2020-07-28.xml')
const unknown = example('NCT02390596.2018-05-29.xml')
const recruiting = example('NCT02179853.2020-07-28.xml')

function example(name: string): StoredStudy {
  const read = parseRecord({
    place: name,
    format: 'xml',
    bytes: readFileSync(join(examples, name)),
  })
  assert.ok('study' in read)
  const locations = read.study.protocolSection.contactsLocationsModule?.locations ?? []
  return {
    study: read.study,
    ...(read.processed && { processed: read.processed }),
    imported: '2026-11-20',
    points: locations.map(() => ({ lat: 48.81, lon: 2.36, exactness: 'town' as const })),
    history: [],
    categories: [{ slug: 'heart-and-blood', term: 'Mucocutaneous Lymph Node Syndrome' }],
  }
}

const lyon = { name: 'Lyon', country: 'FR', lat: 45.76, lon: 4.84, kind: 'town' as const }

/** A page of a study: its own where `query` begins with a question mark, or one below it, as `/sites?near=Lyon`. */
async function shown(study: StoredStudy, query = '', prefix = ''): Promise<string> {
  const { nctId } = study.study.protocolSection.identificationModule
  const site = createSite(smallApp([study], [lyon]))
  const response = await site.request(`${prefix}/studies/${nctId}${query}`)
  assert.equal(response.status, 200)
  return response.text()
}

function text(page: string): string {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  return main
    .replace(/<script[^]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, ' ')
}

for (const [name, study] of Object.entries({ completed, unknown, recruiting }))
  for (const prefix of ['', '/fr'])
    for (const query of [
      '',
      '?near=Lyon&age=8mo&found=4',
      '/sites?near=Lyon',
      '/sites?near=Nowhere',
      '/history',
      '/similar',
    ])
      test(`the ${name} Kawasaki study is valid HTML at ${prefix}/…${query}`, async () => {
        await assertValid(await shown(study, query, prefix), `${prefix}${name}${query}`)
      })

test('the parts of the page stand in the order a reader needs them, the rest folded and named', async () => {
  const page = await shown(recruiting)
  const parts = [
    '<h1>',
    'id="answer"',
    'class="answer-acts"',
    'id="in-short"',
    'id="to-do"',
    'id="eligibility"',
    'id="sites"',
    'class="folds"',
  ]
  const places = parts.map((part) => page.indexOf(part))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  assert.ok(places.every((place) => place > 0))
  const folds = [...page.matchAll(/<details class="fold">\s*<summary>\s*<h3>([^<]+)<\/h3>/g)]
  assert.deepEqual(
    folds.map(([, title]) => title),
    [
      'All sites, on a map',
      'What the sites say themselves',
      'Team and contact',
      'Questions to ask',
      'What is measured',
      'The team’s full description',
      'Similar studies',
      'Record, dates and history',
      'Hard words explained',
      'Share this page',
    ],
  )
})

test('the 2020 record says finished, its dates, its numbers and its exact dose ladder', async () => {
  const page = text(await shown(completed))
  for (const said of [
    'Anakinra and Kawasaki Disease',
    'KAWAKINRA',
    '2 July 2019',
    'September 2018',
    'Finished',
    '16 (real number)',
    '5 February 2016 (real date)',
    '3 months',
    '18 years',
    'Kineret',
    '<10kg and/or <8 months: 4mg/kg',
    'temperature <38 within 48 hours',
    'fever ≥ 38°C',
    'Isabelle Koné-Paut, MD, PhD',
    'Le Kremlin-Bicêtre',
  ])
    assert.ok(page.includes(said), said)
})

test('the 2018 record says that its status is not known, and what was last known when', async () => {
  const page = text(await shown(unknown))
  assert.match(page, /Last it said “ ?Looking for people ?”, in December 2015/)
  assert.ok(page.includes('25 (planned)'))
  assert.ok(page.includes('8 months'))
})

test('a study that says it is open but was last checked in June 2020 is marked', async () => {
  const page = text(await shown(recruiting))
  assert.match(page, /May no longer be open/)
  assert.match(page, /has not confirmed this since June 2020/)
})

test('criteria nested in the registry stay nested', async () => {
  const page = await shown(completed)
  assert.match(
    page,
    /active TB\s*<ul>\s*<li class="criterion">\s*Close contact with a patient with TB/,
  )
})

test('contacts of an open study can be called and written to', async () => {
  const page = await shown(recruiting)
  assert.ok(page.includes('href="tel:8582460012"'))
  assert.ok(page.includes('href="mailto:atremoulet@ucsd.edu"'))
})

test('the French page is in French and marks the registry’s English as English', async () => {
  const page = await shown(completed, '', '/fr')
  assert.match(page, /<html lang="fr">/)
  assert.match(text(page), /Terminée/)
  assert.match(text(page), /de 3 mois à 18 ans/)
  assert.match(page, /<div class="prose own" lang="en">/)
  assert.match(page, /<bdi class="registry-title" lang="en">/)
})

test('the nearest sites come first, with a distance that says what it is measured to', async () => {
  const page = text(await shown(completed, '?near=Lyon'))
  assert.match(page, /390 km/)
  assert.match(page, /Measured from Lyon, France to each site’s town/)
  const all = text(await shown(completed, '/sites?near=Lyon'))
  assert.match(all, /about 390 km away, measured to the town/)
  assert.match(
    text(await shown(completed, '/sites?near=Nowhere')),
    /We do not know the place “ ?Nowhere ?”/,
  )
})

test('medical words are explained once, by a button that needs no JavaScript', async () => {
  const page = await shown(completed)
  const targets = [...page.matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id)
  assert.ok(targets.length > 3)
  assert.equal(new Set(targets).size, targets.length)
  for (const id of targets) assert.ok(page.includes(`<div popover id="${id}"`))
})

test('a withdrawn study keeps its page, with a notice and the reason', async () => {
  const page = text(
    await shown(stored({ statusModule: { overallStatus: 'WITHDRAWN', whyStopped: 'No money' } })),
  )
  assert.match(page, /called off before anyone joined/)
  assert.match(page, /Reason given: No money/)
})

test('a study with a retracted paper says so', async () => {
  const references = [{ pmid: '1', citation: 'A paper', retractions: [{ pmid: '2', source: 'x' }] }]
  const page = text(await shown(stored({ referencesModule: { references } })))
  assert.match(page, /was retracted \(taken back by its journal\)/)
})

test('nothing a record holds can become HTML or script', async () => {
  const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'\u2028'
  const study = stored({
    identificationModule: {
      nctId: 'NCT00000001',
      briefTitle: evil,
      acronym: evil,
      officialTitle: `${evil}.`,
    },
    statusModule: { overallStatus: evil, whyStopped: evil, statusVerifiedDate: evil },
    descriptionModule: { briefSummary: evil, detailedDescription: evil },
    conditionsModule: { conditions: [evil], keywords: [evil] },
    designModule: { studyType: evil, phases: [evil], designInfo: { primaryPurpose: evil } },
    armsInterventionsModule: {
      armGroups: [{ label: evil, type: evil, description: evil }],
      interventions: [{ name: evil, type: evil, otherNames: [evil], description: evil }],
    },
    outcomesModule: { primaryOutcomes: [{ measure: evil, timeFrame: evil, description: evil }] },
    eligibilityModule: {
      eligibilityCriteria: `Inclusion:\n* ${evil}`,
      sex: evil,
      minimumAge: evil,
    },
    sponsorCollaboratorsModule: { leadSponsor: { name: evil, class: evil } },
    contactsLocationsModule: {
      centralContacts: [{ name: evil, phone: evil, email: evil }],
      overallOfficials: [{ name: evil, role: evil, affiliation: evil }],
      locations: [{ facility: evil, city: evil, country: evil, geoPoint: { lat: 1, lon: 1 } }],
    },
    referencesModule: {
      references: [{ pmid: evil, citation: evil, type: evil }],
      seeAlsoLinks: [{ label: evil, url: `javascript:${evil}` }],
    },
    ipdSharingStatementModule: { ipdSharing: evil, url: 'data:text/html,x' },
  })
  for (const prefix of ['', '/fr']) {
    const page = await shown(study, '', prefix)
    assert.doesNotMatch(page, /<script>alert|<img src=x|javascript:[^<]*"/)
    await assertValid(page, 'evil')
    for (const [, json = ''] of page.matchAll(
      /<script type="application\/(?:ld\+)?json">([^]*?)<\/script>/g,
    )) {
      assert.doesNotMatch(json, /\u2028|</)
      JSON.parse(json)
    }
  }
})

test('a telephone number or address with a line break in it forges nothing', async () => {
  const centralContacts = [
    { phone: '+33 1 45 21 32\r\n46', email: 'a@b.example\r\nBcc: c@d.example' },
  ]
  const page = await shown(stored({ contactsLocationsModule: { centralContacts } }))
  assert.ok(page.includes('href="tel:+33145213246"'))
  assert.doesNotMatch(page, /mailto:a@b/)
  assert.doesNotMatch(page, /\r|Bcc:[^ ]/)
})

test('dates and ages that cannot be are "not given" and "not clear", never false', async () => {
  const page = text(
    await shown(
      stored({
        statusModule: { overallStatus: 'RECRUITING', startDateStruct: { date: '2020-13-45' } },
        eligibilityModule: { minimumAge: 'P18Y', maximumAge: '999 Years' },
      }),
    ),
  )
  assert.doesNotMatch(page, /2020-13-45/)
  assert.match(page, /Start Not given/)
  assert.match(page, /not clear: the registry says “ ?P18Y ?”/)
})

test('what is tested comes before samples and scans, and the ages of the fields are not said again', async () => {
  const named = (type: string, name: string) => ({ type, name, description: '' })
  const page = text(
    await shown(
      stored({
        statusModule: { overallStatus: 'RECRUITING' },
        designModule: { studyType: 'INTERVENTIONAL' },
        armsInterventionsModule: {
          armGroups: [{ label: 'Arm 1', description: 'ABC-12 as a drip on days 1 and 2' }],
          interventions: [
            named('PROCEDURE', 'Biopsy Procedure'),
            named('PROCEDURE', 'Biospecimen Collection'),
            named('PROCEDURE', 'Computed Tomography'),
            named('OTHER', 'Quality-of-Life Assessment'),
            named('BIOLOGICAL', 'ABC-12'),
          ],
        },
        eligibilityModule: {
          minimumAge: '18 Years',
          eligibilityCriteria:
            'Inclusion Criteria:\n\n* Patients must be at least 18 years of age\n* Age 18 years or older at the second visit of asthma care',
        },
      }),
    ),
  )
  assert.match(page, /What is tested: ?ABC-12 ?\./)
  assert.match(page, /What you would have to do[^]*?ABC-12 [^]*?below\.[^]*?Biopsy procedure/)
  assert.doesNotMatch(page, /the record does not say in a few words/)
  const [, sides = ''] = /It must be true that([^]*?)Check against/.exec(page) ?? []
  assert.doesNotMatch(sides, /at least 18 years of age/)
  assert.match(sides, /at the second visit/)
})

test('a site with impossible coordinates is in the list and not on the map', async () => {
  const locations = [{ facility: 'Null Island Hospital', geoPoint: { lat: 0, lon: 0 } }]
  const page = await shown(stored({ contactsLocationsModule: { locations } }))
  assert.match(page, /Null Island Hospital/)
  assert.doesNotMatch(page, /<study-map/)
})

test('a study with ten thousand sites is shown with less than a second of work, twenty on its own page, a hundred on that of its sites, and never more than 1,500', async () => {
  const locations: Location[] = Array.from({ length: 10_000 }, (_, index) => ({
    facility: `Site number ${index}`,
    country: 'France',
    geoPoint: { lat: 40 + (index % 100) / 10, lon: 1 + index / 1000 },
  }))
  const study = stored({ contactsLocationsModule: { locations } })
  await shown(stored({}))
  for (const query of ['', '/sites', '/sites?near=Lyon', '/sites?sites=all']) {
    let page = ''
    const worked = await workedMs(async () => (page = await shown(study, query)))
    assert.ok(worked < 1000, `${query}: ${worked} ms`)
    const items = [...page.matchAll(/Site number \d+<\/bdi>/g)].length
    const expected = { '': 23, '/sites?sites=all': 1_000 }[query] ?? 100
    assert.equal(items, expected, query)
    if (query === '/sites?sites=all') assert.match(page, /The first 1000 of 10000 are shown/)
  }
})

test('a study under another form of its number is sent to its own address', async () => {
  const alias = stored({
    identificationModule: { nctId: 'NCT00000002', briefTitle: 'B', nctIdAliases: ['NCT00000009'] },
  })
  const site = createSite(smallApp([alias]))
  for (const written of ['nct00000002', 'NCT%2000000002', 'NCT2', 'NCT00000009']) {
    const response = await site.request(`/fr/studies/${written}?near=Lyon`)
    assert.equal(response.status, 301, written)
    assert.equal(response.headers.get('location'), '/fr/studies/NCT00000002?near=Lyon')
  }
})

test('a study is found by its number in another registry; where several have it, the search shows them', async () => {
  const numbered = (nctId: string, ...ids: string[]) =>
    stored({
      identificationModule: {
        nctId,
        briefTitle: 'B',
        orgStudyIdInfo: { id: 'P140921' },
        secondaryIdInfos: ids.map((id) => ({ id })),
      },
    })
  const one = numbered('NCT00000002', '2014-002715-41', 'ISRCTN12345678')
  const site = createSite(smallApp([one, numbered('NCT00000003', '2023-509110-41-00')]))
  for (const written of ['EudraCT 2014-002715-41', 'EUCTR2014-002715-41-FR', 'isrctn 12345678']) {
    const response = await site.request(`/fr/studies/${encodeURIComponent(written)}?near=Lyon`)
    assert.equal(response.status, 301, written)
    assert.equal(response.headers.get('location'), '/fr/studies/NCT00000002?near=Lyon')
    const check = await site.request(`/studies/${encodeURIComponent(written)}/check`)
    assert.equal(check.headers.get('location'), '/studies/NCT00000002/check')
  }
  const several = await site.request('/studies/P140921')
  assert.equal(several.status, 302)
  assert.equal(several.headers.get('location'), '/search?q=P140921&status=all')
  const missing = await site.request('/studies/EudraCT%202010-019262-86')
  assert.equal(missing.status, 404)
  const page = await missing.text()
  assert.match(page, /clinicaltrials\.gov\/search\?term=EudraCT\+2010-019262-86/)
  await assertValid(page, 'missing')
})

test('a number that is none, and a number that is not here, are answered with help', async () => {
  const site = createSite(smallApp([]))
  for (const prefix of ['', '/fr']) {
    const malformed = await site.request(`${prefix}/studies/hello`)
    assert.equal(malformed.status, 400)
    await assertValid(await malformed.text(), 'malformed')
    const missing = await site.request(`${prefix}/studies/NCT99999999`)
    assert.equal(missing.status, 404)
    const page = await missing.text()
    assert.match(page, /https:\/\/clinicaltrials\.gov\/study\/NCT99999999/)
    await assertValid(page, 'missing')
  }
})

test('the page as data holds the record whole', async () => {
  const site = createSite(smallApp([completed]))
  const response = await site.request('/studies/NCT02390596.json')
  assert.match(response.headers.get('content-type') ?? '', /application\/json/)
  const twin = JSON.parse(await response.text())
  assert.deepEqual(twin.study, completed.study)
  assert.equal(twin.processed, '2020-07-28')
  assert.equal(twin.categories[0].term, 'Mucocutaneous Lymph Node Syndrome')
})

test('search engines are told what the study is, in words they know', async () => {
  const page = await shown(completed)
  const [, json = ''] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page) ?? []
  const data = JSON.parse(json)
  assert.equal(data['@type'], 'MedicalTrial')
  assert.equal(data.status, 'https://schema.org/Completed')
  assert.equal(data.phase, 'Phase 2')
  assert.equal(data.sponsor.name, 'Assistance Publique - Hôpitaux de Paris')
  assert.match(page, /rel="canonical" href="https:\/\/trialway\.example\/studies\/NCT02390596"/)
})

test('an unchanged page is not sent twice, and a browser gets the packing it takes', async () => {
  const site = createSite(smallApp([completed]))
  const first = await site.request('/studies/NCT02390596', { headers: { 'Accept-Encoding': 'br' } })
  assert.equal(first.headers.get('content-encoding'), 'br')
  const tag = first.headers.get('etag') ?? ''
  const again = await site.request('/studies/NCT02390596', {
    headers: { 'If-None-Match': tag, 'Accept-Encoding': 'br' },
  })
  assert.equal(again.status, 304)
})

test('a page made before is sent without a look at the record, in each language; what is not kept is read', async () => {
  const app = smallApp([completed], [lyon])
  let reads = 0
  const study = (nctId: string) => {
    reads++
    return app.catalogue.study(nctId)
  }
  const days = ['2026-11-23', '2026-11-24']
  const site = createSite({
    ...app,
    catalogue: { ...app.catalogue, study },
    today: () => days[0] ?? '',
  })
  const ask = (path: string, headers: Record<string, string> = {}) =>
    site.request(path, { headers: { 'Accept-Encoding': 'br', ...headers } })
  const readBy = async (path: string, status: number, headers = {}): Promise<number> => {
    const before = reads
    assert.equal((await ask(path, headers)).status, status, path)
    return reads - before
  }
  const own = '/studies/NCT02390596'
  for (const path of [own, `/fr${own}`]) {
    const [made, again] = [await ask(path), await ask(path)]
    assert.deepEqual([...again.headers], [...made.headers])
    assert.deepEqual(await again.arrayBuffer(), await made.arrayBuffer())
    assert.equal(await readBy(path, 200), 0)
    assert.equal(await readBy(`${path}?utm_source=x`, 200), 0)
    assert.equal(await readBy(path, 304, { 'If-None-Match': made.headers.get('etag') ?? '' }), 0)
    assert.equal(await readBy(path, 200, { 'Accept-Encoding': 'gzip' }), 1)
    for (const more of ['.json', '/sites?sites=all', '?near=Lyon', '?keep=NCT00000001'])
      assert.equal(await readBy(`${path}${more}`, 200), 1, more)
  }
  assert.equal(await readBy('/studies/nct02390596', 301), 0)
  assert.equal(await readBy('/studies/NCT99999999', 404), 0)
  const tag = (await ask(own)).headers.get('etag') ?? ''
  const unknown = tag.replace('NCT02390596', 'NCT99999999')
  assert.equal(await readBy('/studies/NCT99999999', 404, { 'If-None-Match': unknown }), 0)
  days.shift()
  assert.equal(await readBy(own, 200, { 'If-None-Match': tag }), 1, 'another day, another page')
})

test('what changed between versions is told in plain words', async () => {
  const history = [
    {
      imported: '2026-11-20',
      from: '2018-05-29',
      to: '2020-07-28',
      fields: [
        {
          field: 'status' as const,
          path: 'protocolSection.statusModule.overallStatus',
          before: 'UNKNOWN',
          after: 'COMPLETED',
        },
        {
          field: 'eligibility' as const,
          path: 'protocolSection.eligibilityModule.minimumAge',
          before: '8 Months',
          after: '3 Months',
        },
      ],
    },
  ]
  const page = text(await shown({ ...completed, history }, '/history'))
  assert.match(page, /Between 29 May 2018 and 28 July 2020/)
  assert.match(page, /Recruitment: status Not known Finished/)
  assert.match(page, /Who can join: youngest age 8 months 3 months/)
})

test('registry codes of the history are put into words, in French too', async () => {
  const status = 'protocolSection.statusModule.startDateStruct'
  const design = 'protocolSection.designModule'
  const rules = 'protocolSection.eligibilityModule'
  const sites = 'protocolSection.contactsLocationsModule.locations'
  const fields: FieldChange[] = [
    { field: 'dates', path: status, before: '2015-06, ESTIMATED', after: '2016-02-05, ACTUAL' },
    {
      field: 'design',
      path: `${design}.enrollmentInfo`,
      before: '25, ESTIMATED',
      after: '16, ACTUAL',
    },
    { field: 'design', path: `${design}.phases`, before: 'PHASE1\nPHASE2', after: 'PHASE2' },
    { field: 'eligibility', path: `${rules}.sex`, before: 'ALL', after: 'FEMALE' },
    { field: 'eligibility', path: `${rules}.healthyVolunteers`, before: 'true', after: 'false' },
    { field: 'sites', path: `${sites}.status`, of: ['Clinic, Lyon'], before: 'RECRUITING' },
    { field: 'eligibility', path: `${rules}.eligibilityCriteria`, after: 'Fever\nRash' },
  ]
  const history = [{ imported: '2026-11-20', fields }]
  const page = await shown({ ...completed, history }, '/history')
  const english = text(page)
  for (const said of [
    'start June 2015 (planned) 5 February 2016 (real date)',
    'number of people 25 (planned) 16 (real number)',
    'sex All sexes Women and girls',
    'healthy volunteers Yes No',
    '( Clinic, Lyon ) Looking for people (nothing)',
  ])
    assert.ok(english.includes(said), said)
  const changes = text(await shown({ ...completed, history }, '/history', '/fr'))
  assert.match(changes, /juin 2015 \(prévue?\)/)
  assert.doesNotMatch(changes, /ESTIMATED|ACTUAL|PHASE\d|FEMALE|RECRUITING|\btrue\b/)
  assert.match(page, /<details>\s*<summary>See what changed<\/summary>[^]*?Fever<\/bdi><br \/>/)
})

test('the history of the first study, from its two real versions, holds no code of the registry', async () => {
  const fields = changesBetween(unknown.study, completed.study)
  const history = [{ imported: '2026-11-20', from: '2018-05-29', to: '2020-07-28', fields }]
  for (const prefix of ['', '/fr']) {
    const page = await shown({ ...completed, history }, '/history', prefix)
    await assertValid(page, `history ${prefix}`)
    const table = page.slice(page.indexOf('<table class="changes"'), page.lastIndexOf('</table>'))
    assert.doesNotMatch(
      text(`<main${table}</main>`),
      /\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b|ESTIMATED|ACTUAL/,
    )
    assert.ok(table.includes(prefix ? 'Voir ce qui a changé' : 'See what changed'))
  }
})
