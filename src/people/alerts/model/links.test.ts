import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { manageLink, readManageLink, readStopLink, stopLink } from './links.ts'

onEachStore(
  'a link leads to its person, for its purpose, and the manage link runs out',
  async ({ keys }) => {
    const id = randomUUID()
    const manage = manageLink(keys, id, '2026-11-25')
    const stop = stopLink(keys, id)
    assert.deepEqual(readManageLink(keys, manage, '2026-11-25'), {
      personId: id,
      madeDaysAgo: 0,
      expired: false,
    })
    assert.equal(readManageLink(keys, manage, '2027-02-23')?.expired, false)
    assert.equal(readManageLink(keys, manage, '2027-02-24')?.expired, true)
    assert.deepEqual(readStopLink(keys, stop), { personId: id })
    assert.equal(readStopLink(keys, manage), undefined)
    assert.equal(readManageLink(keys, stop, '2026-11-25'), undefined)
    assert.ok(stop.length <= 43, 'short enough not to be folded in a header')
    await Promise.resolve()
  },
)

onEachStore('a link with anything changed, or made up, leads nowhere', async ({ keys }) => {
  const link = manageLink(keys, randomUUID(), '2026-11-25')
  for (let at = 0; at < link.length; at++)
    for (const letter of 'AZaz09-_') {
      const other = link.slice(0, at) + letter + link.slice(at + 1)
      if (other !== link) assert.equal(readManageLink(keys, other, '2026-11-25'), undefined)
    }
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.base64String({ minLength: 40, maxLength: 60 })),
      (text) => {
        assert.equal(readManageLink(keys, text, '2026-11-25'), undefined)
        assert.equal(readStopLink(keys, text), undefined)
      },
    ),
    { numRuns: sized(1000, 10_000) },
  )
  await Promise.resolve()
})
