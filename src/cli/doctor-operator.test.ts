import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '../app/config/config.ts'
import { operatorNamed } from './doctor-operator.ts'

const whole = {
  OPERATOR_NAME: 'Fondation Exemple',
  OPERATOR_ADDRESS: '1 rue de l’Exemple, 75000 Paris',
  OPERATOR_MAIL: 'contact@example.org',
  OPERATOR_PHONE: '+33 1 00 00 00 00',
  PUBLICATION_DIRECTOR: 'Camille Exemple',
  HOSTED_BY: 'Example Hosting, 2 rue de l’Exemple, 75000 Paris, +33 1 00 00 00 01',
}

test('who runs the site is named, or doctor names the settings that are missing', () => {
  assert.equal(operatorNamed(readConfig(whole)).state, 'good')
  const { OPERATOR_PHONE: _phone, HOSTED_BY: _host, ...rest } = whole
  const missing = operatorNamed(readConfig(rest))
  assert.equal(missing.state, 'note')
  assert.equal(missing.text, '/about shows as missing: OPERATOR_PHONE, HOSTED_BY.')
})

test('an address that is none, and a name on two lines, are refused with what to write', () => {
  assert.throws(
    () => readConfig({ OPERATOR_MAIL: 'nobody' }),
    /OPERATOR_MAIL must be a mail address/,
  )
  assert.throws(
    () => readConfig({ OPERATOR_NAME: 'a\nb' }),
    /OPERATOR_NAME must be one line of text/,
  )
})
