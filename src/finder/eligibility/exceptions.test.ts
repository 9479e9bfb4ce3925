import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allCriteria, parseCriteria } from './criteria.ts'

/** Each line with its kind, id and mark. */
function linesOf(text: string): readonly string[] {
  return allCriteria(parseCriteria(text).parts).map(
    ({ id, kind, notAlone }) => `${id} ${kind}${notAlone === undefined ? '' : ` (${notAlone})`}`,
  )
}

test('a note that lets some in again does not turn the rest of what keeps out round', () => {
  const text = `Inclusion Criteria:

* Gout

Exclusion Criteria:

* Hepatitis B

Note: People with treated hepatitis B can be enrolled, provided that all of these are so:

* The liver values are normal.
* No virus is found in the blood.

  * Pregnancy
  * Kidney stones`
  assert.deepEqual(linesOf(text), [
    'i1 inclusion',
    'e1 exclusion',
    'e2 exclusion',
    'e2.1 exclusion (some people)',
    'e2.2 exclusion (some people)',
    'e3 exclusion',
    'e4 exclusion',
  ])
})

test('flat lines that “and” joins after “may be included if they” are what lets in again', () => {
  const text = `Exclusion Criteria:

* Epilepsy. Participants with one old seizure may be included if they:
* have taken a medicine for a year, AND
* have no seizures on it, AND
* have a normal scan
* Pregnancy`
  assert.deepEqual(linesOf(text), [
    'e1 exclusion',
    'e1.1 exclusion (some people)',
    'e1.2 exclusion (some people)',
    'e1.3 exclusion (some people)',
    'e2 exclusion',
  ])
})

test('who is not let in by a list is no exception, and a title of what lets in begins its list', () => {
  assert.deepEqual(
    linesOf('Exclusion Criteria:\n\n* People are not eligible if they have:\n* Gout\n* Lupus'),
    ['e1 exclusion', 'e2 exclusion', 'e3 exclusion'],
  )
  assert.deepEqual(
    linesOf('Exclusion Criteria:\n\n* Gout\n\nPatients will be eligible if they have:\n\n* Lupus'),
    ['e1 exclusion', 'i1 inclusion'],
  )
})
