import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleStudy, testCatalogue } from '../../../testing/test-alerts.ts'
import type { Study } from '../../registry/study.ts'
import { earlierRecord, firstWhole } from '../model/earlier-record.ts'
import { publicRecord } from '../model/public-record.ts'

const nctId = 'NCT02390596'
const contact = { name: 'A. Person', phone: '01 02 03', email: 'a@example.org' }

type Given = Omit<Parameters<typeof exampleStudy>[0], 'nctId'>

/** A record with contacts everywhere that a record can have them, and with what a test says. */
function version(day: string, given: Given, more: object = {}): Study {
  const { protocolSection, ...rest } = exampleStudy({ nctId, updated: day, ...given })
  const { contactsLocationsModule: sites } = protocolSection
  const locations = sites?.locations?.map((site) => ({ ...site, contacts: [contact] }))
  return {
    ...rest,
    protocolSection: {
      ...protocolSection,
      contactsLocationsModule: { centralContacts: [contact], ...(locations && { locations }) },
      ...more,
    },
    resultsSection: { moreInfoModule: { pointOfContact: contact, limitations: day } },
  } as Study
}

/** As an earlier version is given. */
function bare(study: Study): unknown {
  const drop = new Set(['centralContacts', 'contacts', 'pointOfContact'])
  return JSON.parse(JSON.stringify(study), (key, value: unknown) =>
    drop.has(key) ? undefined : value,
  )
}

const site = (city: string) => ({ city, lat: 48, lon: 2 })
const cities = Array.from({ length: 40 }, (_, at) => site(`Town ${at}`))
const versions = [
  version('2026-01-01', { sites: cities, criteria: 'Children with fever for five days.' }),
  version('2026-02-01', { sites: cities.slice(1), criteria: 'Children with fever for six days.' }),
  version('2026-03-01', { sites: cities.slice(1), status: 'COMPLETED', criteria: 'Children.' }),
]

test('each earlier version of a record is kept whole, and nobody’s address in it', async (t) => {
  const { put, take } = await testCatalogue(t)
  for (const [at, one] of versions.slice(0, 2).entries())
    await put([one], `2026-0${at + 1}-05T00:00:00Z`)
  const catalogue = await take(versions.slice(2), '2026-03-05T00:00:00Z')
  const stored = catalogue.study(nctId)
  assert.ok(stored)
  assert.equal(stored.history.length, 2)
  assert.equal(firstWhole(stored), 0)
  for (const number of [0, 1]) {
    const record = earlierRecord(stored, number)
    assert.deepEqual(JSON.parse(JSON.stringify(record)), bare(versions[number] as Study))
  }
  assert.equal(earlierRecord(stored, 2), undefined, 'the newest is the record itself')
  assert.equal(earlierRecord(stored, -1), undefined)
  assert.ok(stored.history.every(({ was = '' }) => was.length < 1500 && !was.includes('Person')))
  assert.ok(publicRecord(stored).history.every((change) => !('was' in change)))
})

test('what changed without being told of is part of the version that it belongs to', async (t) => {
  const [first, second] = versions as [Study, Study]
  const untold = version(
    '2026-02-10',
    { sites: cities.slice(1), criteria: 'Children with fever for six days.' },
    { oversightModule: { isFdaRegulatedDrug: true } },
  )
  const { put, take } = await testCatalogue(t)
  await put([first], '2026-01-05T00:00:00Z')
  await put([second], '2026-02-05T00:00:00Z')
  await put([untold], '2026-02-12T00:00:00Z')
  const stored = (await take(versions.slice(2), '2026-03-05T00:00:00Z')).study(nctId)
  assert.ok(stored)
  assert.equal(stored.history.length, 2)
  assert.deepEqual(JSON.parse(JSON.stringify(earlierRecord(stored, 0))), bare(first))
  assert.deepEqual(JSON.parse(JSON.stringify(earlierRecord(stored, 1))), bare(untold))
})

test('a version that differs in too much is not kept whole, nor is any before it; what changed is told', async (t) => {
  const long = (word: string) =>
    Array.from({ length: 20_000 }, (_, at) => `${word}${at * 7919}`).join(' ')
  const { put, take } = await testCatalogue(t)
  await put([version('2026-01-01', { criteria: 'a' })], '2026-01-05T00:00:00Z')
  await put([version('2026-02-01', { criteria: long('x') })], '2026-02-05T00:00:00Z')
  await put([version('2026-03-01', { criteria: long('y') })], '2026-03-05T00:00:00Z')
  const last = version('2026-04-01', { criteria: long('y'), status: 'COMPLETED' })
  const stored = (await take([last], '2026-04-05T00:00:00Z')).study(nctId)
  assert.ok(stored)
  assert.equal(stored.history.length, 3)
  assert.equal(firstWhole(stored), 2)
  assert.deepEqual(
    [0, 1].map((number) => earlierRecord(stored, number)),
    [undefined, undefined],
  )
  assert.equal(earlierRecord(stored, 2)?.protocolSection.statusModule?.overallStatus, 'RECRUITING')
})
