import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleStudy, lyon, paris, testCatalogue } from '../../../testing/test-alerts.ts'
import { siteToName, studyCards } from './study-card.ts'

test('the site that a mail names is the one that the page names', async (t) => {
  const { take } = await testCatalogue(t)
  const study = exampleStudy({
    nctId: 'NCT01000007',
    sites: [
      { ...paris, status: 'NOT_YET_RECRUITING' },
      { ...lyon, status: 'RECRUITING' },
    ],
  })
  const catalogue = await take([study], '2026-11-20T06:00:00Z')
  const today = '2026-11-25'
  const card = studyCards(catalogue, today, assert.fail)('NCT01000007')
  assert.ok(card)
  for (const withinKm of [50, 600]) {
    const { hits } = await catalogue.search({ q: 'anakinra', near: paris, withinKm, today })
    const named: string | undefined = siteToName(card, paris, withinKm)?.name
    assert.equal(named, `${hits[0]?.nearestSite?.facility}, ${hits[0]?.nearestSite?.city}`)
  }
  assert.equal(siteToName(card, paris, 600)?.name, 'Lyon Hospital, Lyon')
})
