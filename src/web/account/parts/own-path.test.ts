import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { ownPath } from './own-path.ts'

test('who signs in goes on to a page of ours, as it was asked for', () => {
  for (const path of ['/desk', '/fr/desk?tab=new&page=2', '/admin', '/desk/enquiries/a-b_c', '/'])
    assert.equal(ownPath(path), path)
})

test('what was typed to find somebody does not go along', () => {
  assert.equal(ownPath('/desk?find=Camille+Martin'), '/desk')
  assert.equal(ownPath('/fr/desk?tab=new&find=L%C3%A9o&page=2'), '/fr/desk?tab=new&page=2')
})

test('no address leads away from here', () => {
  for (const said of [
    null,
    '',
    'desk',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/a\nb',
    `/${'a'.repeat(400)}`,
    '/@evil.example',
  ])
    assert.equal(ownPath(said), undefined, said ?? 'null')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (said) => {
      const path = ownPath(said) ?? ownPath(`/${said}`)
      if (path === undefined) return
      const base = 'https://trialway.example'
      assert.equal(new URL(path, base).origin, base)
      assert.match(path, /^\/(?!\/)/)
    }),
  )
})
