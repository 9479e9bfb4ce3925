import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { siteInText } from './site-in-text.ts'

const hostile = fc.constantFrom(
  '"',
  '\\',
  '\\"',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"locations":[',
  '"contactsLocationsModule":{',
  'é\n',
)
const text = fc
  .array(fc.oneof(hostile, fc.string({ maxLength: 5 })), { maxLength: 6 })
  .map((parts) => parts.join(''))
const value = fc.oneof(
  text,
  fc.integer(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(text, text, { maxKeys: 3 }),
)
const site = fc.record({
  facility: text,
  city: text,
  contacts: fc.array(fc.record({ name: text })),
})

test('a site read from the text of a record is the one that reading the whole record gives', () => {
  fc.assert(
    fc.property(
      text,
      fc.dictionary(text, value),
      fc.array(site, { maxLength: 6 }),
      fc.nat(7),
      (title, others, locations, index) => {
        const module = { ...others, locations, overallOfficials: [{ name: title }] }
        const record = {
          study: { protocolSection: { title, contactsLocationsModule: module, after: title } },
        }
        const found = siteInText(JSON.stringify(record), index)
        // A record whose keys are named so elsewhere is read whole.
        if (JSON.stringify(record).split('"contactsLocationsModule":{').length > 2)
          assert.equal(found, undefined)
        else assert.deepEqual(found, JSON.parse(JSON.stringify(locations))[index])
      },
    ),
    { numRuns: sized(300, 5000) },
  )
})

test('a record without sites gives none', () => {
  for (const record of [
    {},
    { contactsLocationsModule: {} },
    { contactsLocationsModule: { locations: [] } },
    { contactsLocationsModule: { locations: [null] } },
  ])
    assert.equal(siteInText(JSON.stringify(record), 0), undefined)
})
