import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexed } from '../../src/testing/few-studies.ts'
import { sized } from '../../src/testing/sized.ts'
import { readSnapshot, snapshotFolder } from '../read-snapshot.ts'
import { measureExact } from './exact.ts'

test('words, phrases, beginnings, formulas, distances and rules find what SQLite and a naive reading find', async () => {
  const most = sized(250, 4000)
  const studies = (await readSnapshot(snapshotFolder(), most)).map((study) => ({
    study,
    imported: '2026-11-20',
    points: (study.protocolSection.contactsLocationsModule?.locations ?? []).map(({ geoPoint }) =>
      geoPoint?.lat === undefined || geoPoint.lon === undefined
        ? undefined
        : { lat: geoPoint.lat, lon: geoPoint.lon, exactness: 'town' as const },
    ),
    history: [],
    categories: [],
  }))
  const { engine, close } = indexed(studies)
  const questions = sized(240, 1000)
  const { asked, unequal } = measureExact({ engine, studies, questions })
  close()
  assert.equal(asked, questions)
  assert.deepEqual(unequal, [])
})
