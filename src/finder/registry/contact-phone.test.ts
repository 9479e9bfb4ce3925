import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneOf } from './contact-phone.ts'

test('a country code in the place of an extension goes before the number', () => {
  assert.deepEqual(phoneOf({ phone: '3 83 15 40 79', phoneExt: '+33' }), {
    phone: '+33 3 83 15 40 79',
  })
  assert.deepEqual(phoneOf({ phone: '03 83 15 40 79', phoneExt: '+33' }), {
    phone: '+33 3 83 15 40 79',
  })
  assert.deepEqual(phoneOf({ phone: '06 1234567', phoneExt: '+39' }), { phone: '+39 06 1234567' })
  assert.deepEqual(phoneOf({ phone: '+33 383154079', phoneExt: '+33' }), { phone: '+33 383154079' })
})

test('an extension stays one', () => {
  assert.deepEqual(phoneOf({ phone: '301-555-0100', phoneExt: '33' }), {
    phone: '301-555-0100',
    phoneExt: '33',
  })
  assert.deepEqual(phoneOf({ phoneExt: '+33' }), { phoneExt: '+33' })
  assert.deepEqual(phoneOf({}), {})
})
