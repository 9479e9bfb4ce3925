import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type FewStudy, fewStudies } from '../../../testing/few-studies.ts'
import { fc } from '../../../testing/properties.ts'
import { canBeJoined, isDoubtful, lastDoubtfulDay, statusesOf } from '../../registry/status.ts'
import type { Query } from '../model/query.ts'

const today = '2026-11-23'
const open = statusesOf('open', 'opening')

/** 240 studies of asthma, of all kinds that matter here, each as often sure as doubtful. */
const statuses = ['RECRUITING', 'COMPLETED', 'NOT_YET_RECRUITING', 'ACTIVE_NOT_RECRUITING']
const verified = ['2026-06', '2019-04', '2024-11-23', '2024-11-24', undefined]
const countries = ['France', 'United States', 'Japan']
const studies: readonly FewStudy[] = Array.from({ length: 240 }, (_, index) => {
  const overallStatus = statuses[index % 4]
  const statusVerifiedDate = verified[(index >> 2) % 5]
  return {
    statusModule: {
      ...(overallStatus !== undefined && { overallStatus }),
      ...(statusVerifiedDate !== undefined && { statusVerifiedDate }),
    },
    conditionsModule: { conditions: ['Asthma', ...(index % 7 === 0 ? ['Cough'] : [])] },
    designModule: { phases: [index % 9 < 5 ? 'PHASE2' : 'PHASE3'] },
    contactsLocationsModule: {
      locations: [0, 1].map((at) => ({
        city: `Town ${index % 11}`,
        country: countries[(index + at) % 3] ?? '',
        ...(index % 5 === at && { status: 'COMPLETED' }),
      })),
    },
  }
})
const few = fewStudies(studies)
after(() => few.close())

function all(query: Partial<Query>) {
  return few.search({ q: 'asthma', pageSize: 1000, ...query })
}

function statusOf(hit: { readonly nctId: string }) {
  return studies[Number(hit.nctId.slice(3)) - 1]?.statusModule
}

test('the counts say exactly what each choice of status would find', () => {
  const queries: readonly Partial<Query>[] = [{}, { phase: ['PHASE2'] }, { country: ['FR'] }]
  for (const query of queries) {
    const whole = all(query)
    const found = all({ ...query, status: open })
    const sure = found.hits.filter((hit) => !isDoubtful(statusOf(hit), today))
    const counts = { all: whole.total, open: found.total, sure: sure.length }
    for (const status of [[], open, ['COMPLETED'], ['RECRUITING', 'COMPLETED']])
      assert.deepEqual(all({ ...query, status }).counts, counts, JSON.stringify([query, status]))
    assert.ok(sure.length > 0 && sure.length < found.total && found.total < whole.total)
  }
})

test('of what can be joined, what is sure comes before what is in doubt, on all pages and in the same order', () => {
  const whole = all({ status: open })
  const marks = whole.hits.map((hit) => isDoubtful(statusOf(hit), today))
  assert.deepEqual(
    marks,
    marks.toSorted((a, b) => Number(a) - Number(b)),
  )
  const paged = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(
    (page) => all({ status: open, page, pageSize: 17 }).hits,
  )
  assert.deepEqual(
    paged.map(({ nctId }) => nctId),
    whole.hits.map(({ nctId }) => nctId),
  )
})

test('within what is sure, and within what is in doubt, the order is that of any search', () => {
  const asAny = all({}).hits.filter((hit) => canBeJoined(hit.overallStatus))
  const first = all({ status: open }).hits
  for (const isDoubt of [false, true]) {
    const part = (hits: typeof first) =>
      hits.filter((hit) => isDoubtful(statusOf(hit), today) === isDoubt).map(({ nctId }) => nctId)
    assert.deepEqual(part(first), part(asAny))
  }
})

test('an order by date is by date, and between studies of one day the sure ones come first', () => {
  const { hits } = all({ status: open, sort: 'newest' })
  const marks = hits.map((hit) => isDoubtful(statusOf(hit), today))
  assert.deepEqual(
    marks,
    marks.toSorted((a, b) => Number(a) - Number(b)),
  )
})

test('the site that is named is in the country that was asked for, and takes people where one there does', () => {
  for (const country of ['FR', 'US', 'JP']) {
    const { hits } = all({ country: [country], status: open })
    assert.ok(hits.length > 20)
    for (const { nctId, nearestSite, countries: codes } of hits) {
      const at = Number(nctId.slice(3)) - 1
      const sites = studies[at]?.contactsLocationsModule?.locations ?? []
      const there = sites.filter((site) => site.country === nearestSite?.country)
      assert.ok(codes.includes(country))
      assert.equal(there.length > 0 && codeOf(nearestSite?.country), country)
      if (there.some((site) => site.status === undefined))
        assert.notEqual(nearestSite?.status, 'COMPLETED')
    }
  }
})

function codeOf(country: string | undefined): string | undefined {
  return { France: 'FR', 'United States': 'US', Japan: 'JP' }[country ?? '']
}

test('what is found and not open is not looked for in the rules for joining instead', () => {
  const one = fewStudies([
    { conditionsModule: { conditions: ['Asthma'] }, statusModule: { overallStatus: 'COMPLETED' } },
    {
      conditionsModule: { conditions: ['Cough'] },
      statusModule: { overallStatus: 'RECRUITING' },
      eligibilityModule: { eligibilityCriteria: 'No asthma' },
    },
  ])
  after(() => one.close())
  const { total, counts, inEligibility } = one.search({ q: 'asthma', status: open })
  assert.deepEqual([total, counts.all, inEligibility], [0, 1, false])
})

test('the last doubtful day is the last one on which a study can have been verified and be in doubt', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => Temporal.PlainDate.from('1996-01-01').add({ days }))
  const leap = fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2026-02-28', '2026-03-01')
  fc.assert(
    fc.property(
      fc.oneof(
        day,
        leap.map((text) => Temporal.PlainDate.from(text)),
      ),
      (now) => {
        const last = Temporal.PlainDate.from(lastDoubtfulDay(now.toString()))
        const isInDoubt = (verifiedOn: Temporal.PlainDate): boolean =>
          isDoubtful(
            { overallStatus: 'RECRUITING', statusVerifiedDate: verifiedOn.toString() },
            now.toString(),
          )
        assert.equal(isInDoubt(last), true)
        assert.equal(isInDoubt(last.add({ days: 1 })), false)
      },
    ),
  )
})
