import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmRequest, readRequestByLink } from '../../people/alerts/confirm.ts'
import { eventBits } from '../../people/alerts/model/events.ts'
import { address, confirmLinkOf } from '../../testing/test-alerts.ts'
import { requestAlert } from '../../people/alerts/request.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'
import { usualForm, visitor, type Visitor } from '../../testing/visitor.ts'

const times = 40

let app: TestApp
let visit: Visitor

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  for (let at = 0; at < times; at++) await subscribed(`known-${at}@example.org`)
})
after(() => app.close())

async function subscribed(email: string): Promise<void> {
  const wish = {
    search: { q: 'asthma' },
    events: eventBits(['posted']),
    frequency: 'daily',
  } as const
  const { records } = app.people
  await requestAlert(
    app.people,
    { address: address(email), language: 'en', terms: wish },
    app.now(),
  )
  const link = await confirmLinkOf(records, email)
  const request = await readRequestByLink(records, link, app.now())
  const ids = request.kind === 'open' ? request.alerts.map(({ id }) => id) : []
  const decision = { shown: ids, chosen: ids, namesTopic: false }
  assert.equal((await confirmRequest(records, link, decision, app.now())).kind, 'confirmed')
}

async function milliseconds(path: string, email: string): Promise<number> {
  const start = performance.now()
  const { status } = await visit.post(path, { ...usualForm, email })
  const took = performance.now() - start
  assert.equal(status, 303)
  return took
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0
}

for (const [name, path] of [
  ['B241: asking for an alert', '/alerts'],
  ['B242: asking for the way to one’s alerts', '/alerts/lost'],
] as const)
  test(`${name} takes as long for an address that is known as for one that is not`, async () => {
    // The first few wake the machine up and are not counted.
    for (let at = 0; at < 5; at++) await milliseconds(path, `warm-${at}@example.org`)
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let at = 0; at < times; at++) {
      const pair = [
        async () => known.push(await milliseconds(path, `known-${at}@example.org`)),
        async () =>
          unknown.push(await milliseconds(path, `stranger-${path.length}-${at}@example.org`)),
      ]
      // Each goes first as often as the other.
      for (const ask of at % 2 === 0 ? pair : pair.toReversed()) await ask()
    }
    const [one, other] = [median(known), median(unknown)]
    const bound = Math.max(5, Math.min(one, other) / 2)
    assert.ok(Math.abs(one - other) < bound, `known ${one} ms, unknown ${other} ms`)
  })
