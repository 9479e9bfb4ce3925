import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StudyChange } from '../../../finder/catalogue/model/changes.ts'
import { eventsOf } from '../model/events.ts'
import { eventsOfChange, isCatchingUp } from './events-of-change.ts'

const day = '2026-11-25'
const usual = { day, catchingUp: false }

function newStudy(given: Partial<StudyChange>): StudyChange {
  return {
    nctId: 'NCT00000001',
    kind: 'new',
    version: '2026-11-24-0123456789ab',
    fields: [],
    sex: 'ALL',
    sites: [],
    newSites: [],
    ...given,
  }
}

function changed(given: Partial<StudyChange>): StudyChange {
  return newStudy({ kind: 'changed', ...given })
}

function told(change: StudyChange, circumstances = usual): readonly string[] {
  return eventsOf(eventsOfChange(change, circumstances).bits)
}

test('a study that the registry posted lately is told as new, and as open if it is', () => {
  const posted = { firstPosted: '2026-11-20' }
  assert.deepEqual(told(newStudy({ ...posted, status: 'NOT_YET_RECRUITING' })), ['posted'])
  assert.deepEqual(told(newStudy({ ...posted, status: 'RECRUITING' })), ['recruiting', 'posted'])
  assert.deepEqual(told(newStudy({ ...posted, status: 'COMPLETED' })), [])
})

test('sixty days after its posting a study is still new, and a day later no more', () => {
  const open = { status: 'NOT_YET_RECRUITING', verified: '2026-11' }
  assert.deepEqual(told(newStudy({ ...open, firstPosted: '2026-09-26' })), ['posted'])
  assert.deepEqual(told(newStudy({ ...open, firstPosted: '2026-09-25' })), [])
})

test('a study of long ago is never told as new', () => {
  const old = { firstPosted: '1999-11-03' }
  assert.deepEqual(told(newStudy({ ...old, status: 'COMPLETED' })), [])
  assert.deepEqual(told(newStudy({ ...old, status: 'RECRUITING', verified: '2004-05' })), [])
  assert.deepEqual(told(newStudy({ status: 'RECRUITING' })), [])
})

test('an open study that was verified lately is told although only the catalogue is new to it', () => {
  const open = newStudy({ firstPosted: '2024-02-01', status: 'RECRUITING', verified: '2026-10' })
  assert.deepEqual(told(open), ['recruiting'])
  assert.deepEqual(told(open, { day, catchingUp: true }), [])
})

test('many old records at once are a catalogue being filled', () => {
  const old = newStudy({ firstPosted: '2019-01-01' })
  assert.equal(
    isCatchingUp(
      Array.from({ length: 2000 }, () => old),
      day,
    ),
    false,
  )
  assert.equal(
    isCatchingUp(
      Array.from({ length: 2001 }, () => old),
      day,
    ),
    true,
  )
  const fresh = newStudy({ firstPosted: '2026-11-24' })
  assert.equal(
    isCatchingUp(
      Array.from({ length: 5000 }, () => fresh),
      day,
    ),
    false,
  )
})

test('a study that begins to take people, has a new place, or closes is told as that', () => {
  const opened = changed({
    statusBefore: 'NOT_YET_RECRUITING',
    status: 'RECRUITING',
    fields: ['status'],
  })
  assert.deepEqual(told(opened), ['recruiting', 'changed'])
  const site = changed({
    statusBefore: 'RECRUITING',
    status: 'RECRUITING',
    newSites: [3],
    fields: ['sites'],
  })
  assert.deepEqual(told(site), ['site', 'changed'])
  const shut = changed({
    statusBefore: 'RECRUITING',
    status: 'COMPLETED',
    newSites: [1],
    fields: ['status'],
  })
  assert.deepEqual(told(shut), ['closed', 'changed'])
  const invited = changed({
    statusBefore: 'RECRUITING',
    status: 'ENROLLING_BY_INVITATION',
    fields: ['status'],
  })
  assert.deepEqual(told(invited), ['closed', 'changed'])
  const stillShut = changed({ statusBefore: 'COMPLETED', status: 'TERMINATED', fields: ['status'] })
  assert.deepEqual(told(stillShut), ['changed'])
})

test('a change of wording alone is told to nobody', () => {
  const words = changed({
    statusBefore: 'RECRUITING',
    status: 'RECRUITING',
    fields: ['description', 'title'],
  })
  assert.deepEqual(told(words), [])
})

test('the same change has the same key, and a later version another', () => {
  const one = changed({ version: 'a', fields: ['status'] })
  assert.equal(
    eventsOfChange(one, usual).key,
    eventsOfChange(one, { ...usual, day: '2026-12-01' }).key,
  )
  assert.notEqual(
    eventsOfChange(one, usual).key,
    eventsOfChange({ ...one, version: 'b' }, usual).key,
  )
})
