import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import { openCatalogue } from '../../finder/catalogue/open-catalogue.ts'
import { openMatcher } from '../../finder/matching/open-matcher.ts'
import { openPlaces, type Places } from '../../finder/places/places.ts'
import { openVocabulary } from '../../finder/vocabulary/vocabulary.ts'
import { exampleData } from '../../testing/example-catalogue.ts'
import { sized } from '../../testing/sized.ts'
import { createFhirApi } from './fhir-api.ts'
import { releases } from './protocol/release.ts'

let catalogue: Catalogue
let places: Places
let api: Hono

before(async () => {
  const vocabulary = openVocabulary()
  const data = await exampleData()
  catalogue = await openCatalogue(data.catalogue, { processes: 1, timeoutMs: 60_000, vocabulary })
  places = openPlaces(data.placesFile)
  const quiet = (): void => undefined
  api = createFhirApi({
    catalogue,
    vocabulary,
    places,
    matcher: openMatcher(data.catalogue, { timeoutMs: 60_000 }),
    baseUrl: 'http://localhost',
    today: () => '2026-11-29',
    now: () => new Date('2026-11-29T12:00:00Z'),
    trustProxy: false,
    log: { info: quiet, warn: quiet, error: quiet },
  })
})
after(async () => {
  places.close()
  await catalogue.close()
})

/** From this machine itself, which is not limited. */
const here = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
const ask = (path: string) =>
  Promise.resolve(api.fetch(new Request(`http://localhost${path}`), here))

interface Concept {
  readonly text?: string
  readonly coding?: readonly { readonly system: string; readonly code: string }[]
}

interface Study {
  readonly id: string
  readonly meta: { readonly lastUpdated?: string }
  readonly identifier: readonly { readonly system?: string; readonly value: string }[]
  readonly title: string
  readonly status: string
  readonly phase?: Concept
  readonly category?: readonly Concept[]
  readonly classifier?: readonly Concept[]
  readonly studyDesign?: readonly Concept[]
  readonly condition?: readonly Concept[]
  readonly keyword?: readonly Concept[]
  readonly location?: readonly Concept[]
  readonly region?: readonly Concept[]
  readonly focus?: readonly (Concept | { readonly concept: Concept })[]
  readonly sponsor?: { readonly display: string }
  readonly principalInvestigator?: { readonly display: string }
  readonly period?: { readonly start?: string; readonly end?: string }
  readonly progressStatus?: readonly {
    readonly state: Concept
    readonly period?: { readonly start: string }
  }[]
  readonly recruitment?: { readonly targetNumber?: number; readonly actualNumber?: number }
  readonly contained?: readonly {
    readonly resourceType: string
    readonly name?: string
    readonly address?: { readonly text?: string; readonly city?: string; readonly country?: string }
    readonly position?: { readonly latitude: number; readonly longitude: number }
  }[]
}

/** What a study shows, each as the question that must find it. */
function questionsOf(study: Study, release: 'R4' | 'R5'): readonly (readonly [string, string])[] {
  const asked: [string, string][] = []
  const show = (name: string, ...values: readonly (string | number | undefined)[]): void => {
    for (const value of values)
      if (value !== undefined && /[\p{L}\p{N}]/u.test(String(value)))
        asked.push([name, String(value)])
  }
  const escaped = (text = ''): string => text.replaceAll(/[,|$\\]/g, '\\$&')
  const codes = (concepts: readonly Concept[] = []): string[] =>
    concepts.flatMap(({ coding = [] }) => coding.map(({ system, code }) => `${system}|${code}`))
  const texts = (concepts: readonly Concept[] = []): string[] =>
    concepts.flatMap(({ text }) => (text === undefined ? [] : [escaped(text)]))
  const { meta, period, contained = [] } = study
  for (const { system = '', value } of study.identifier) {
    show('identifier', escaped(value), `${system}|${escaped(value)}`)
  }
  show('title', escaped(study.title))
  show('title:exact', escaped(study.title))
  show('title:contains', escaped(study.title.split(' ').slice(1, 3).join(' ')))
  show('status', study.status)
  show('phase', ...codes(study.phase ? [study.phase] : []))
  show('condition', ...texts(study.condition), ...codes(study.condition))
  show('condition:text', ...texts(study.condition))
  show('keyword', ...texts(study.keyword))
  if (meta.lastUpdated) show('_lastUpdated', meta.lastUpdated, meta.lastUpdated.slice(0, 7))
  if (period?.start) show('date', `ge${period.start}`, `le${period.start}`)
  if (period?.end) show('date', `ge${period.end}`, `le${period.end}`)
  const focus = (study.focus ?? []).map((one) => ('concept' in one ? one.concept : one))
  show(release === 'R4' ? 'focus' : 'focus-code', ...texts(focus), ...codes(focus))
  const countries = release === 'R4' ? study.location : study.region
  show(release === 'R4' ? 'location' : 'region', ...texts(countries), ...codes(countries))
  show(
    release === 'R4' ? 'category' : 'classifier',
    ...texts(release === 'R4' ? study.category : study.classifier),
  )
  show('study-design', ...codes(study.studyDesign))
  show('sponsor', escaped(study.sponsor?.display))
  show('sponsor.name', escaped(study.sponsor?.display))
  show('principalinvestigator', escaped(study.principalInvestigator?.display))
  for (const { state, period: since } of study.progressStatus ?? []) {
    const said = state.coding?.[0]?.code ?? state.text ?? ''
    show('progress-status-state-actual', `${said}$true`)
    if (since) show('progress-status-state-period', `${said}$ge${since.start}`)
    if (since) show('progress-status-state-period-actual', `${said}$le${since.start}$true`)
  }
  show('recruitment-target', study.recruitment?.targetNumber)
  show('recruitment-actual', study.recruitment?.actualNumber)
  for (const place of contained
    .filter(({ resourceType }) => resourceType === 'Location')
    .slice(0, 3)) {
    // A site without a name is called by its address, which is several fields.
    if (place.name !== place.address?.text) show('site', escaped(place.name))
    show('site.address-city', escaped(place.address?.city))
    show('site.address-country', escaped(place.address?.country))
    if (place.position) show('near', `${place.position.latitude}|${place.position.longitude}|10|m`)
  }
  return asked
}

for (const release of releases)
  test(`${release}: a study is found by everything that it shows`, async () => {
    const ids = catalogue.ids(0, catalogue.summary().studies)
    const step = Math.ceil(ids.length / sized(8, 400))
    let questions = 0
    for (const { nctId } of ids.filter((_, at) => at % step === 0)) {
      const reply = await ask(`/${release}/ResearchStudy/${nctId}`)
      const study = (await reply.json()) as Study
      for (const [name, value] of questionsOf(study, release)) {
        const query = new URLSearchParams([
          ['_id', nctId],
          [name, value],
          ['_count', '0'],
        ])
        const found = await ask(`/${release}/ResearchStudy?${query.toString()}`)
        const bundle = (await found.json()) as { total?: number; entry?: unknown }
        assert.ok(!bundle.entry, `${name} is not known`)
        assert.equal(bundle.total, 1, `${nctId} ${name}=${value}`)
        questions++
      }
    }
    assert.ok(questions > 150)
  })

test('a number that a study had before is told with the one that it has now', async () => {
  const ids = catalogue.ids(0, catalogue.summary().studies)
  for (const { nctId } of ids) {
    const [old] =
      catalogue.study(nctId)?.study.protocolSection.identificationModule.nctIdAliases ?? []
    if (old === undefined || catalogue.has(old)) continue
    const reply = await ask(`/R4/ResearchStudy/${old}`)
    assert.equal(reply.status, 404)
    assert.ok((await reply.text()).includes(`/ResearchStudy/${nctId}`))
    const found = await ask(`/R4/ResearchStudy?identifier=${old}`)
    assert.equal(((await found.json()) as { total: number }).total, 1)
    return
  }
  assert.fail('no study that ships had another number before')
})
