import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOneNumber, isStudyId, otherNumbersIn, readStudyId } from './study-id.ts'

test('a study number is understood in any case, with spaces and with too many zeros', () => {
  assert.deepEqual(readStudyId('NCT02390596'), { kind: 'study', nctId: 'NCT02390596' })
  for (const written of ['nct02390596', ' NCT 0239 0596', 'NCT2390596', 'NCT0002390596'])
    assert.deepEqual(readStudyId(written), { kind: 'rewrite', nctId: 'NCT02390596' }, written)
  for (const written of ['NCT00000000', 'NCT123456789', 'hello', 'NCT1/../x', ''])
    assert.equal(readStudyId(written).kind, 'malformed', written)
})

test('only the registry’s own writing is an id', () => {
  assert.ok(isStudyId('NCT02390596'))
  for (const text of ['nct02390596', 'NCT2390596', ' NCT02390596', 'NCT023905961', ''])
    assert.ok(!isStudyId(text), text)
})

test('a number of this registry is understood after its label and at the end of an address', () => {
  for (const written of [
    'NCT 02390596',
    'nct-02390596',
    'ClinicalTrials.gov Identifier: NCT02390596',
    'ClinicalTrials.gov NCT02390596',
    'NCT number: NCT02390596',
    'https://clinicaltrials.gov/study/NCT02390596',
    'https://www.clinicaltrials.gov/ct2/show/NCT02390596?term=x&rank=1',
    'https://clinicaltrials.gov/study/NCT02390596#participation-criteria',
  ])
    assert.deepEqual(readStudyId(written), { kind: 'rewrite', nctId: 'NCT02390596' }, written)
  assert.notEqual(readStudyId('kawasaki NCT02390596').kind, 'rewrite')
})

test('a number of another registry is one, however people write it', () => {
  const same = (number: string, all: readonly string[]) => {
    for (const written of all) {
      assert.deepEqual(readStudyId(written), { kind: 'number', number }, written)
      assert.ok(isOneNumber(written), written)
    }
  }
  same('EU201400271541', [
    'EudraCT 2014-002715-41',
    'EUDRACT: 2014-002715-41',
    'EudraCT number 2014-002715-41',
    'EudraCT no. 2014-002715-41',
    'EudraCT N° 2014-002715-41',
    'EUCTR2014-002715-41-FR',
    'EUCTR2014-002715-41',
    '2014-002715-41',
    '2014-002715-41/FR',
    '2014 002715 41',
    ' eudract2014-002715-41 ',
  ])
  same('EU202552109814', [
    'EU CT 2025-521098-14-00',
    'EUCT 2025-521098-14-00',
    'EU CT number: 2025-521098-14-00',
    'CTIS2025-521098-14-00',
    'CTIS 2025-521098-14-01',
    '2025-521098-14',
  ])
  same('ISRCTN12345678', [
    'ISRCTN12345678',
    'ISRCTN 12345678',
    'isrctn 12345678',
    'ISRCTN: 12345678',
  ])
  same('CA209227', ['CA209-227', 'ca209227', 'CA209_227'])
  same('U111111581234', ['U1111-1158-1234', 'UTN U1111-1158-1234', 'UTN: U1111-1158-1234'])
  same('UMIN000012345', ['JPRN-UMIN000012345', 'UMIN000012345'])
})

test('a record’s number may hold two, and a text without digits is none', () => {
  assert.deepEqual(otherNumbersIn('EudraCT 2014-002715-41, EU CT 2025-521098-14-00'), [
    'EU201400271541',
    'EU202552109814',
  ])
  for (const text of ['ICATA', '', 'n/a', '—']) assert.deepEqual(otherNumbersIn(text), [], text)
})

test('words of a search are no number', () => {
  for (const text of [
    'type 2 diabetes',
    'covid 19',
    'covid-19',
    'HER2',
    'phase 3',
    '5-FU',
    '2 years old',
  ])
    assert.ok(!isOneNumber(text), text)
})
