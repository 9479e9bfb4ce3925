import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allCriteria, parseCriteria } from './criteria.ts'
import { decide } from './decide.ts'

/** The lines of a list of requirements that never speak against a person by themselves. */
function markedIn(lines: string, title = 'Inclusion Criteria:'): readonly string[] {
  return allCriteria(parseCriteria(`${title}\n\n${lines}`).parts).flatMap(({ text, notAlone }) =>
    notAlone === undefined ? [] : [text],
  )
}

test('a flat list under “one of the following” is of alternatives as far as a line that turns to something else', () => {
  const lines = `* Asthma
* High risk of falls, shown by at least two of the following (last 12 months):
* A fall
* Dizziness
* Weak legs
* Signed informed consent
* No dementia`
  assert.deepEqual(markedIn(lines), ['A fall', 'Dizziness', 'Weak legs'])
  for (const opening of ['Either:', 'Meets any of these criteria:', 'With 2 or more of:'])
    assert.deepEqual(markedIn(`* ${opening}\n* Gout\n* Lupus\n* Must speak German`), [
      'Gout',
      'Lupus',
    ])
  assert.deepEqual(markedIn('* Gout\n* All of the following:\n* Lupus\n* Able to swallow'), [])
  assert.deepEqual(markedIn('* Any of these:\n* Gout AND\n* Lupus'), [])
  for (const whole of ['Lupus by the 2019 criteria:', 'Lesions by RECIST v1.1 criteria'])
    assert.deepEqual(markedIn(`* ${whole}\n* Gout\n* Fever`), [], whole)
})

test('what is bound at the end of a list within a list goes on in the list around it', () => {
  const lines = `* Age 18 or over

  1. Lives at home
  2. Has at least one of the following:
* Gout
* Lupus

  1. Psoriasis`
  assert.deepEqual(markedIn(lines), ['Gout', 'Lupus'])
})

test('lettered lines beside a list of “at least one of” are of it', () => {
  const lines =
    '1. At least one of the following (a to c):\n\n   1. Gout\n   2. Lupus\n2. b. Psoriasis\n3. Asthma'
  assert.deepEqual(markedIn(lines), ['At least one of the following (a to c):', 'b. Psoriasis'])
})

test('a line “OR” joins the lines beside it, and two groups of lines that speak of the same', () => {
  assert.deepEqual(markedIn('* Speaks French\n* Gout\n* - OR -\n* Lupus\n* Lives at home'), [
    'Gout',
    'Lupus',
  ])
  const groups = `* Untreated gout
* Urate of 8 mg/dL or more
* Age 50 and over
* OR
* Gout that came back
* Urate of 6 mg/dL or more
* Age 18 and over
* Lives at home`
  assert.equal(markedIn(groups).length, 6)
  const afterOpening = '* One of the following:\n* Gout\n* OR\n* Lupus\n* Lives at home'
  assert.deepEqual(markedIn(afterOpening), ['Gout', 'Lupus'])
})

test('a line that ends or begins with “or” is one of several with its neighbour and those it goes on from', () => {
  assert.deepEqual(
    markedIn('* Speaks French\n* Gout,\n* Lupus, or\n* Psoriasis\n* Lives at home'),
    ['Gout,', 'Lupus, or', 'Psoriasis'],
  )
  assert.deepEqual(markedIn('* Gout\n* Or lupus\n* Lives at home'), ['Gout', 'Or lupus'])
  assert.deepEqual(markedIn('* Gout;\n* Lupus; and\n* Psoriasis'), [])
})

test('kinds under a title or words that list them, and ways to one diagnosis, are of several', () => {
  const kinds = 'The following diagnoses are eligible:\n\n* Gout\n* Lupus\n* Willing to come back'
  assert.deepEqual(markedIn(kinds), ['Gout', 'Lupus'])
  const ways = `* Diagnosis of diabetes (local criteria):

  * Fasting sugar of 7 mmol/L or more
  * HbA1c of 6.5 % or more
  * Treated with insulin`
  assert.equal(markedIn(ways).length, 3)
  const whole = '* Confirmed gout that:\n\n  * Came back\n  * Was treated with drugs\n  * Hurts'
  assert.deepEqual(markedIn(whole), [])
  const organs =
    '* Adequate liver function, defined as:\n\n  * AST < 40 U/L\n  * Bilirubin < 1 mg/dL'
  assert.deepEqual(markedIn(organs), [])
})

test('what is asked of a cohort, of controls or of healthy people beside the ill is of some people', () => {
  const lines = `* Patients with gout
* Healthy volunteers without any illness
* Cohort B: two earlier medicines
* Urate above 8 mg/dL (part 2 only)
* Living donors aged 18 or over
* Donor lymphocytes never given`
  assert.deepEqual(markedIn(lines).length, 4)
  assert.deepEqual(markedIn('* Healthy men aged 18 to 45\n* Weight of 50 kg or more'), [])
  const groups =
    '* Group 1: Healthy adults\n* No illness\n* Group 2: Patients with gout\n* Urate high'
  assert.equal(markedIn(groups).length, 4)
  assert.deepEqual(
    markedIn(
      '* Pulmonary hypertension of WHO group 1\n* All patients (Part 1 and Part 2) have gout\n* Phase of gout known',
    ),
    [],
  )
  assert.deepEqual(markedIn('* Matched controls with gout', 'Exclusion Criteria:').length, 1)
})

test('what is asked only where something else is so is of some people; the sex of a person tells the rest', () => {
  const lines = `* If hypertensive, pressure below 150 mmHg
* Patients with HIV must be treated
* For patients with gout: urate below 6 mg/dL
* Patients must have gout
* If female, no pregnancy`
  assert.equal(markedIn(lines).length, 3)
})

test('what is not alone never speaks against, and everything else still does', () => {
  const criteria = parseCriteria(
    'Inclusion Criteria:\n\n* Any of the following:\n* Gout\n* Lupus\n* Signed consent',
  )
  const asked = (answers: Readonly<Record<string, 'yes' | 'no'>>) => {
    const { criteria: verdicts, overall } = decide(criteria, { answers }, 'self-check')
    return [verdicts.map(({ effect }) => effect), overall] as const
  }
  assert.deepEqual(asked({ i2: 'no', i3: 'yes', i4: 'yes' }), [
    ['open', 'open', 'for', 'for'],
    'the site must tell',
  ])
  assert.equal(asked({ i2: 'yes', i3: 'yes', i4: 'no' })[1], 'probably not')
})

test('a value asked in the words over a list is not met by a line of the list', () => {
  const verdictOf = (opening: string, answer: 'yes' | 'no') => {
    const text = `Inclusion Criteria:\n\n* ${opening}\n\n  * Gout\n  * Lupus`
    const answers = { 'i1.1': answer, 'i1.2': answer }
    return decide(parseCriteria(text), { answers }, 'self-check').criteria[0]?.verdict
  }
  assert.equal(verdictOf('BMI ≥ 27 with one or more of:', 'yes'), 'unknown')
  assert.equal(verdictOf('BMI ≥ 27 with one or more of:', 'no'), 'not met')
  assert.equal(verdictOf('BMI ≥ 30 or BMI ≥ 27 with one of the following:', 'no'), 'unknown')
  assert.equal(verdictOf('≥ 1 of the following:', 'yes'), 'met')
  assert.equal(verdictOf('At least 1 of the following conditions:', 'no'), 'not met')
})
