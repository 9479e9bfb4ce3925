import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EnumName, enums } from '../enums.ts'
import { oldSpelling, valueSpelled } from './old-spellings.ts'

test('every value is known in its new and its old spelling, in any case, and no two are alike', () => {
  for (const name of Object.keys(enums) as EnumName[])
    for (const value of enums[name])
      for (const text of [value, oldSpelling(name, value)])
        for (const spelling of [text, text.toLowerCase(), text.toUpperCase()])
          assert.equal(valueSpelled(name, spelling), value, `${name}: ${spelling}`)
})

test('old spellings as the registry wrote them', () => {
  assert.equal(oldSpelling('Status', 'RECRUITING'), 'Recruiting')
  assert.equal(oldSpelling('Status', 'ACTIVE_NOT_RECRUITING'), 'Active, not recruiting')
  assert.equal(oldSpelling('StandardAge', 'OLDER_ADULT'), 'Older Adult')
  assert.equal(oldSpelling('Phase', 'PHASE2'), 'Phase 2')
  assert.equal(
    oldSpelling('PrimaryPurpose', 'HEALTH_SERVICES_RESEARCH'),
    'Health Services Research',
  )
  assert.equal(oldSpelling('AgencyClass', 'OTHER_GOV'), 'OTHER_GOV')
  assert.equal(valueSpelled('DateType', 'Anticipated'), 'ESTIMATED')
  assert.equal(valueSpelled('Sex', 'both'), 'ALL')
})

test('what is no value is none', () => {
  for (const text of ['', 'RECRUITNG', 'recruiting soon', 'constructor', '__proto__'])
    assert.equal(valueSpelled('Status', text), undefined, text)
})
