import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteAndTown } from './known-site.ts'

test('a site is called by its facility and town, and by its town once where it has no name', () => {
  assert.equal(
    siteAndTown({ facility: 'Hôpital Bicêtre', city: 'Paris' }),
    'Hôpital Bicêtre, Paris',
  )
  assert.equal(siteAndTown({ city: 'Lyon', country: 'France' }), 'Lyon')
  assert.equal(siteAndTown({ facility: 'Site 12' }), 'Site 12')
})
