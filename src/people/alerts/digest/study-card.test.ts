import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleStudy, lyon, paris, testCatalogue } from '../../../testing/test-alerts.ts'
import { siteToJoin, siteToName, studyCards } from './study-card.ts'

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

test('where the site that a mail names takes nobody, the nearest that takes people is named too', async (t) => {
  const { take } = await testCatalogue(t)
  const study = exampleStudy({
    nctId: 'NCT01000008',
    sites: [
      { ...paris, status: 'TERMINATED' },
      { ...lyon, status: 'NOT_YET_RECRUITING' },
    ],
  })
  const catalogue = await take([study], '2026-11-20T06:00:00Z')
  const card = studyCards(catalogue, '2026-11-25', assert.fail)('NCT01000008')
  const named = card && siteToName(card, paris, 50)
  assert.ok(card && named)
  assert.equal(named.canBeJoined, false)
  assert.equal(siteToJoin(card, paris, named)?.name, 'Lyon Hospital, Lyon')
  assert.equal(siteToJoin({ ...card, status: 'COMPLETED' }, paris, named), undefined)
  const near = siteToName(card, lyon, 50)
  assert.equal(near && siteToJoin(card, lyon, near), undefined)
})
