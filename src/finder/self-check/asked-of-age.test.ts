import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { checkPlanOf } from './plan.ts'
import { selfCheckOf } from './self-check.ts'

/** The rules that a study asks, and those that it leaves to the site. */
function planned(
  criteria: string,
  { maximumAge, years }: { readonly maximumAge?: string; readonly years?: number },
) {
  const { study, groups } = selfCheckOf(
    {
      identificationModule: { nctId: 'NCT00000001' },
      eligibilityModule: { eligibilityCriteria: criteria, ...(maximumAge && { maximumAge }) },
    },
    { vocabulary: openVocabulary(), today: '2026-11-29' },
  )
  const age = years === undefined ? {} : { age: { value: years, unit: 'year' as const } }
  const { parts, site } = checkPlanOf({ study, groups }, { who: 'child', ...age }, false)
  const asked = parts.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'one' ? [item.question.criterion.id] : [])),
  )
  return { asked, site: site.map(({ id }) => id) }
}

test('a study of young children alone asks nobody about a pregnancy, though no age was told', () => {
  const criteria = 'Exclusion Criteria:\n\n* Pregnant or lactating women\n* Tobacco use'
  assert.ok(!planned(criteria, { maximumAge: '5 Years' }).asked.includes('e1'))
  assert.ok(planned(criteria, { maximumAge: '17 Years' }).asked.includes('e1'))
  assert.ok(planned(criteria, {}).asked.includes('e1'))
})

test('a scale for the grown is left to the site for a child, and one for children for the grown', () => {
  const scales =
    'Inclusion Criteria:\n\n* Karnofsky score of at least 70\n* Lansky score of at least 70'
  assert.deepEqual(planned(scales, { years: 6 }), { asked: ['i2'], site: ['i1'] })
  assert.deepEqual(planned(scales, { years: 30 }), { asked: ['i1'], site: ['i2'] })
})
