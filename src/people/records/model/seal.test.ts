import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { seal, unseal } from './seal.ts'

const key = new Uint8Array(randomBytes(32))

test('what was sealed for a place opens there', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'grapheme' }),
      (plain, place) => {
        assert.deepEqual(unseal(key, place, seal(key, place, plain)), plain)
      },
    ),
  )
})

test('moved to another person or another column it does not open, and the error names nobody', () => {
  const sealed = seal(key, 'person.address/one', Buffer.from('a@b.org'))
  for (const place of ['person.address/two', 'mail.letter/one', ''])
    assert.throws(
      () => unseal(key, place, sealed),
      (error: Error) => !error.message.includes('/'),
    )
  assert.throws(() => unseal(randomBytes(32), 'person.address/one', sealed), /does not open/)
})

test('with any bit flipped it does not open', () => {
  const sealed = seal(key, 'place', Buffer.from('hello'))
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const flipped = sealed.slice()
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    assert.throws(() => unseal(key, 'place', flipped), `bit ${bit}`)
  }
})

test('cut short at any place it does not open', () => {
  const sealed = seal(key, 'place', Buffer.from('hello'))
  for (let length = 0; length < sealed.length; length++)
    assert.throws(() => unseal(key, 'place', sealed.subarray(0, length)))
})

test('the same text is sealed differently each time', () => {
  const once = seal(key, 'place', Buffer.from('hello'))
  assert.notDeepEqual(seal(key, 'place', Buffer.from('hello')), once)
})
