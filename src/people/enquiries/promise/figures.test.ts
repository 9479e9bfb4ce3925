import assert from 'node:assert/strict'
import { siteId } from '../../../finder/registry/site-id.ts'
import { bicetre } from '../../../testing/test-enquiries.ts'
import { happens, kept, promised } from '../../../testing/test-promises.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { responseRates, siteFigures } from './figures.ts'

const asked = new Date('2026-11-16T09:00:00Z')
const hoursLater = (hours: number): Date => new Date(asked.getTime() + hours * 3_600_000)
const place = { study: 'NCT02390596', site: siteId(bicetre) }

onEachStore(
  'a site’s figures count what was confirmed, and are public from ten on',
  async (records) => {
    for (let number = 0; number < 10; number++)
      await promised(records, { from: `p${number}@home.example`, now: asked })
    await promised(records, { from: 'far@home.example', now: asked, siteLabel: { city: 'Lyon' } })
    const rows = await records.db.selectFrom('enquiry').select(['id', 'site']).execute()
    const here = rows.filter(({ site }) => site === place.site).map(({ id }) => id)
    // Answered after 1, 2, 3 and 100 hours; the promise ends after 56.
    for (const [index, hours] of [1, 2, 3, 100].entries())
      await happens(records, here[index] ?? '', 'contacted', { now: hoursLater(hours) })
    await happens(records, here[4] ?? '', 'not-eligible', { now: hoursLater(4) })
    assert.equal(
      (await responseRates(records, place.study, hoursLater(5))).get(place.site),
      undefined,
    )
    assert.deepEqual((await responseRates(records, place.study, hoursLater(101))).get(place.site), {
      promised: 10,
      kept: 4,
    })
    for (let days = 3; days <= 31; days += 7) await kept(records, hoursLater(24 * days))
    const figures = await siteFigures(records, [{ ...place, site: null }], hoursLater(24 * 31))
    assert.equal(figures.length, 2)
    const mine = figures.find(({ site }) => site === place.site)
    assert.deepEqual(mine, {
      ...place,
      enquiries: 10,
      answered: 5,
      promised: 10,
      kept: 4,
      medianHours: 3,
      states: { contacted: 4, 'not-eligible': 1, closed: 5 },
      reasons: [
        { kind: 'closed', reason: 'no-answer', count: 5 },
        { kind: 'not-eligible', reason: '', count: 1 },
      ],
    })
    assert.deepEqual(await siteFigures(records, [], asked), [])
    assert.equal((await siteFigures(records, [place], asked))[0]?.promised, 5)
  },
)
