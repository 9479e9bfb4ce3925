import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { en } from '../../../words/en/en.ts'
import { fr } from '../../../words/fr/fr.ts'
import { consentVersion } from './consent.ts'

test('what is agreed to changes with its version alone', () => {
  const words = [en, fr].map(({ connect }) => {
    const { months, days } = connect.card
    return { ...connect.consent, months: months(12), days: days(400) }
  })
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
  assert.deepEqual([consentVersion, hash], ['connect-1', '50dea8499ef6f6af'])
})
