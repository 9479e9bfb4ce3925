import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasContact } from './contacts.ts'

const study = (overallStatus: string, contacts: object) => ({
  identificationModule: { nctId: 'NCT00000001' },
  statusModule: { overallStatus },
  contactsLocationsModule: contacts,
})

test('a phone number or an e-mail address of the study or of a site is a contact', () => {
  assert.ok(hasContact(study('RECRUITING', { centralContacts: [{ phone: '+33 1 45 21 00 00' }] })))
  const site = { city: 'Lyon', contacts: [{ name: 'A', email: 'a@hospital.example' }] }
  assert.ok(hasContact(study('RECRUITING', { locations: [{ city: 'Paris' }, site] })))
})

test('a name alone, an empty field or a study that is over is none', () => {
  assert.ok(!hasContact(study('RECRUITING', {})))
  assert.ok(!hasContact(study('RECRUITING', { centralContacts: [{ name: 'A', phone: ' ' }] })))
  assert.ok(!hasContact(study('COMPLETED', { centralContacts: [{ email: 'a@b.example' }] })))
})
