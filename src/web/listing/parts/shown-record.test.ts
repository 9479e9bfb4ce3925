import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stored } from '../../../testing/small-site.ts'
import { shownRecord } from './shown-record.ts'

const site = (at: number) => ({
  facility: `Hospital ${at}`,
  city: 'Paris',
  country: 'France',
  geoPoint: { lat: 48.85, lon: 2.35 },
})

test('an ordinary record is shown whole, without its results, which no page shows', () => {
  const ordinary = stored({
    descriptionModule: { briefSummary: 'Short.', detailedDescription: 'x'.repeat(32_000) },
    contactsLocationsModule: { locations: [site(1), site(2)] },
  })
  let looked = 0
  const study = {
    ...ordinary.study,
    hasResults: true,
    get resultsSection() {
      looked++
      return {}
    },
  }
  const shown = shownRecord({ ...ordinary, study })
  assert.equal(shown.isCut, false)
  assert.deepEqual(shown.stored.study, { ...ordinary.study, hasResults: true })
  assert.equal(looked, 0)
})

test('one endless part is cut, and takes nothing from the others', () => {
  const { stored: shown, isCut } = shownRecord(
    stored({
      descriptionModule: {
        briefSummary: 'a'.repeat(20_000_000),
        detailedDescription: 'b'.repeat(40_000),
      },
      outcomesModule: {
        primaryOutcomes: Array.from({ length: 100_000 }, (_, at) => ({ measure: `Measure ${at}` })),
      },
      eligibilityModule: { eligibilityCriteria: '* over 18 years' },
    }),
  )
  const { descriptionModule, outcomesModule, eligibilityModule } = shown.study.protocolSection
  assert.ok(isCut)
  assert.equal(descriptionModule?.briefSummary?.length, 33_001)
  assert.ok((outcomesModule?.primaryOutcomes?.length ?? 0) <= 500)
  assert.equal(outcomesModule?.primaryOutcomes?.[0]?.measure, 'Measure 0')
  assert.equal(eligibilityModule?.eligibilityCriteria, '* over 18 years')
})

test('a text of more lines than anybody reads ends at a line, and a long one of few lines stays whole', () => {
  const shortRules = shownRecord(
    stored({ eligibilityModule: { eligibilityCriteria: '- a\n'.repeat(10_000) } }),
  )
  assert.ok(shortRules.isCut)
  const { eligibilityModule } = shortRules.stored.study.protocolSection
  assert.equal(eligibilityModule?.eligibilityCriteria, `${'- a\n'.repeat(1_500).trimEnd()}…`)
  const written = `${'- a line of a list\n'.repeat(1_499)}- the last`
  const whole = shownRecord(stored({ eligibilityModule: { eligibilityCriteria: written } }))
  assert.equal(whole.isCut, false)
})

test('two long texts that are shown together share what one may take and half of it again', () => {
  const { stored: shown, isCut } = shownRecord(
    stored({
      ipdSharingStatementModule: {
        description: 'a'.repeat(33_000),
        accessCriteria: 'b'.repeat(33_000),
      },
    }),
  )
  const { ipdSharingStatementModule } = shown.study.protocolSection
  assert.ok(isCut)
  assert.equal(ipdSharingStatementModule?.description?.length, 33_000)
  assert.equal(ipdSharingStatementModule?.accessCriteria?.length, 17_001)
})

test('sites stay all, since the nearest may be the last, and each has its point', () => {
  const { stored: shown } = shownRecord(
    stored({
      contactsLocationsModule: {
        locations: Array.from({ length: 10_000 }, (_, at) => ({
          ...site(at),
          city: 'c'.repeat(1000),
        })),
      },
    }),
  )
  const { locations = [] } = shown.study.protocolSection.contactsLocationsModule ?? {}
  assert.equal(locations.length, 10_000)
  assert.equal(shown.points.length, 10_000)
  assert.ok(locations.every(({ city = '' }) => city.length === 301))
})

test('a long history is cut like the rest', () => {
  const change = {
    imported: '2026-11-20',
    fields: [{ field: 'sites' as const, path: 'a', before: 'x\n'.repeat(500_000) }],
  }
  const { stored: shown, isCut } = shownRecord(stored({}, { history: [change] }))
  assert.ok(isCut)
  assert.equal(shown.history[0]?.fields[0]?.before?.length, 3_000)
})
