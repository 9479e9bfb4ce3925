import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allCriteria, parseCriteria } from './criteria.ts'

/** The requirements that never speak against a person by themselves, with why. */
function marksIn(lines: string): readonly string[] {
  const { parts } = parseCriteria(`Inclusion Criteria:\n\n${lines}`)
  return allCriteria(parts).flatMap(({ text, notAlone }) => (notAlone === undefined ? [] : [text]))
}

test('lines after leads that name a cohort in brackets are of that cohort, however they are numbered', () => {
  const lines = `1. Signed consent
2. Gastric cancer that came back (phase 2 cohort 3 only):

   * Prior cisplatin

3\\. Thyroid cancer (Cohort 4 ONLY)

* Prior radioiodine
* A raised thyroglobulin`
  assert.deepEqual(marksIn(lines).slice(-3), [
    'Thyroid cancer (Cohort 4 ONLY)',
    'Prior radioiodine',
    'A raised thyroglobulin',
  ])
  assert.equal(marksIn(lines).includes('Signed consent'), false)
})

test('words that announce what each group is asked, and three illnesses over lines of their own, lead groups', () => {
  for (const announced of ['Requirements for each cohort:', 'Cohort-specific criteria'])
    assert.deepEqual(
      marksIn(`* Age 18 or over\n* ${announced}\n* Migraine\n* At least 4 days a month`),
      [announced, 'Migraine', 'At least 4 days a month'],
      announced,
    )
  const named = `* Lives at home
* Psoriatic arthritis
* Meets the CASPAR rules
* Ankylosing spondylitis
* Meets the New York rules
* Rheumatoid arthritis
* DAS28 above 3.2`
  assert.equal(marksIn(named).length, 6)
  assert.deepEqual(marksIn('* Chronic kidney disease\n* Age 18 or over\n* Type 2 diabetes'), [])
})

test('a section of what keeps out by the illness leads no group, and a lesion “as defined by” a book opens nothing', () => {
  assert.deepEqual(marksIn('* Disease-specific\n* Gout\n* Lupus'), [])
  assert.deepEqual(
    marksIn('* At least one lesion as defined by the Response Criteria of 2009.\n* Gout'),
    [],
  )
})

test('people who are well after those who are ill lead a group; alone they are whom a study takes', () => {
  const lines =
    '* Patients with gout\n* Urate above 6 mg/dL\n* Healthy adult donors\n* Weighs 60 kg or more'
  assert.deepEqual(marksIn(lines).slice(-1), ['Weighs 60 kg or more'])
  assert.deepEqual(marksIn('* Healthy volunteers\n* Weighs 60 kg or more'), [])
})

test('some of what follows is enough where the words over it say “such as”, “defined as” or “hereafter”', () => {
  for (const opening of [
    'At least one symptom of a cold, such as:',
    '≥ 1 reason to fall, defined as',
    'Women must use one of the ways not to become pregnant listed below, from today to the last visit:',
  ])
    assert.deepEqual(
      marksIn(`* Lives at home\n* ${opening}\n* Gout\n* Lupus\n* Signed consent`),
      ['Gout', 'Lupus'],
      opening,
    )
})

test('a way not to become pregnant is one of several, and so are two cancers that nobody has at once', () => {
  assert.deepEqual(
    marksIn('* Lives at home\n* Copper intrauterine device\n* Vasectomized partner'),
    ['Copper intrauterine device', 'Vasectomized partner'],
  )
  assert.deepEqual(marksIn('* Women must use contraception'), [])
  assert.deepEqual(
    marksIn('* Relapsed follicular lymphoma\n* Mantle cell lymphoma\n* Signed consent'),
    ['Relapsed follicular lymphoma', 'Mantle cell lymphoma'],
  )
  assert.deepEqual(marksIn('* Metastatic breast cancer\n* Breast cancer with HER2'), [])
})

test('a requirement in case of something is of those who have it', () => {
  assert.deepEqual(marksIn('* In case of diabetes: HbA1c below 8 %\n* Gout'), [
    'In case of diabetes: HbA1c below 8 %',
  ])
})

test('so many additional ones of a list are not all of it', () => {
  for (const [opening, least] of [
    ['And must have 2 additional of the following risks', 2],
    ['Three other of these signs:', 3],
  ] as const) {
    const [list] = allCriteria(
      parseCriteria(
        `Inclusion Criteria:\n\n* ${opening}\n\n  * Gout\n  * Lupus\n  * Asthma\n  * Obesity`,
      ).parts,
    )
    assert.deepEqual([list?.join, list?.atLeast], ['any', least], opening)
  }
})
