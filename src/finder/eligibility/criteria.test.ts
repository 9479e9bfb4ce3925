import assert from 'node:assert/strict'
import { isGroup } from './headings.ts'
import { test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { allCriteria, allParts, parseCriteria } from './criteria.ts'
import type { Part } from './criteria.ts'
import { kawasakiCriteria } from '../../testing/example-criteria.ts'
import { workedMs } from '../../testing/worked-ms.ts'

/** Each criterion as `i1 text`, two spaces a level; headings as `# text`, notes as `~ text`. */
function outline(parts: readonly Part[], level = 0): string[] {
  return parts.flatMap((part) => {
    const pad = '  '.repeat(level)
    if (part.type === 'heading') return [`${pad}# ${part.text}`]
    if (part.type === 'note') return [`${pad}~ ${part.text}`]
    return [`${pad}${part.id} ${part.text}`, ...outline(part.children, level + 1)]
  })
}

function outlineOf(text: string): string[] {
  return outline(parseCriteria(text).parts)
}

function assertNothingLost(source: string): void {
  const spans = allParts(parseCriteria(source).parts).map((part) => part.span)
  assert.equal(spans.map(({ start, end }) => source.slice(start, end)).join(''), source)
  spans.forEach(({ start }, index) => assert.equal(start, spans[index - 1]?.end ?? 0))
}

test('the criteria of NCT02390596 become six to meet and ten to keep out, nested as the record nests them', () => {
  assert.deepEqual(
    outlineOf(kawasakiCriteria).map((line) => line.slice(0, 64).trimEnd()),
    [
      '# Inclusion Criteria:',
      'i1 Patients, male and female, at any age ≥ 3 months (5 kg) of li',
      'i2 Patients who failed to respond to standard therapy of KD:, e.',
      'i3 Weight ≥5Kg',
      "i4 Patient, parent or legal guardian's written informed consent",
      'i5 Patient with health insurance',
      'i6 Patient agrees to have effective contraception for the durati',
      '# Exclusion Criteria:',
      'e1 Preterm and neonates, pregnancy',
      'e2 Patients suspected with another diagnosis',
      'e3 Patients with overt concomitant bacterial infection',
      'e4 Patients previously treated with another biotherapy',
      'e5 Patients with any type of immunodeficiency or cancer',
      'e6 Patients with increased risk of TB infection',
      'e7 Recent tuberculosis infection or with active TB',
      '  e7.1 Close contact with a patient with TB',
      '  e7.2 Patients recently arrived less than 3 months from a count',
      '  e7.3 A chest radiograph suggestive of TB',
      'e8 Patients with end stage renal disease: NKF stages ≥4; eGFR≤29',
      'e9 Hypersensitivity to the active substance or to any of the exc',
      'e10 Patient already included in a biomedical research other than',
    ],
  )
  assert.equal(
    allCriteria(parseCriteria(kawasakiCriteria).parts).find(({ id }) => id === 'e7.2')?.text,
    'Patients recently arrived less than 3 months from a country with high prevalence of TB',
  )
  assertNothingLost(kawasakiCriteria)
})

test('markdown of the registry is read with its nesting, and its escapes are undone', () => {
  const text = String.raw`Inclusion Criteria:

* Age \>18 and \< 60 years
* Any of the following:

  * fever \>= 38 °C
  * \[rash\] \*

Exclusion Criteria:

1. Pregnancy
   1. or lactation
2. None of the above`
  assert.deepEqual(outlineOf(text), [
    '# Inclusion Criteria:',
    'i1 Age >18 and < 60 years',
    'i2 Any of the following:',
    '  i2.1 fever >= 38 °C',
    '  i2.2 [rash] *',
    '# Exclusion Criteria:',
    'e1 Pregnancy',
    '  e1.1 or lactation',
    'e2 None of the above',
  ])
  assertNothingLost(text)
})

test('"any of", "all of" and "at least two of" say how the criteria under them combine', () => {
  const of = (lead: string, kind = 'Inclusion') => {
    const [first] = allCriteria(
      parseCriteria(`${kind} Criteria:\n\n* ${lead}\n  * a fever\n  * a rash`).parts,
    )
    return { join: first?.join, atLeast: first?.atLeast, opens: first?.opens }
  }
  assert.deepEqual(of('Any of the following:'), { join: 'any', atLeast: undefined, opens: true })
  assert.deepEqual(of('All of the following:'), { join: 'all', atLeast: undefined, opens: true })
  assert.deepEqual(of('At least two of the following:'), { join: 'any', atLeast: 2, opens: true })
  assert.deepEqual(of('One or more of these:'), { join: 'any', atLeast: undefined, opens: true })
  assert.equal(of('Kawasaki disease').join, 'all')
  assert.equal(of('Kawasaki disease').opens, false)
  assert.equal(of('Infection:', 'Exclusion').join, 'any')
})

test('lists marked 1. 1) a. (i) • and - nest under one another', () => {
  const text =
    'Inclusion criteria\n1) One:\na. first\nb. second\n2) Two\n\nExclusion criteria\n• Three\n- Four\n(i) five\n(ii) six'
  assert.deepEqual(outlineOf(text).slice(0, 6), [
    '# Inclusion criteria',
    'i1 One:',
    '  i1.1 first',
    '  i1.2 second',
    'i2 Two',
    '# Exclusion criteria',
  ])
  assertNothingLost(text)
})

test('a letter that begins a name, or a number that begins a dose, is no list marker', () => {
  assert.deepEqual(
    outlineOf('Exclusion Criteria:\n\nE. coli infection\n\n2.5 mg of steroids a day'),
    ['# Exclusion Criteria:', 'e1 E. coli infection', 'e2 2.5 mg of steroids a day'],
  )
})

test('headings in French, Spanish and German are understood', () => {
  for (const [into, out] of [
    ["Critères d'inclusion :", 'Critères de non-inclusion :'],
    ['Criterios de inclusión:', 'Criterios de exclusión:'],
    ['Einschlusskriterien', 'Ausschlusskriterien'],
    [
      'You may be eligible for this study if you:',
      'You will not be eligible for this study if you:',
    ],
    ['INCLUSION', 'EXCLUSION'],
    ['Key Inclusion Criteria', 'Non-inclusion criteria:'],
  ])
    assert.deepEqual(outlineOf(`${into}\n\n- un\n- deux\n\n${out}\n\n- trois`), [
      `# ${into}`,
      'i1 un',
      'i2 deux',
      `# ${out}`,
      'e1 trois',
    ])
})

test('criteria of each cohort stand under the name of the cohort', () => {
  const text =
    'Cohort A:\n\nInclusion Criteria:\n\n* Fever\n\nExclusion Criteria:\n\n* Cancer\n\nCohort B:\n\nInclusion Criteria:\n\n* Rash'
  assert.deepEqual(
    allCriteria(parseCriteria(text).parts).map(({ id, heading }) => [id, heading]),
    [
      ['i1', 'Cohort A'],
      ['e1', 'Cohort A'],
      ['i2', 'Cohort B'],
    ],
  )
})

test('text without headings is of no kind, and its titles are kept', () => {
  const parts = parseCriteria(
    'DISEASE CHARACTERISTICS:\n\nSolid tumor\n\nAGE: 18 and over.\n\nRENAL:\n\nNo stones',
  ).parts
  assert.deepEqual(
    allCriteria(parts).map(({ id, kind, heading, text }) => [id, kind, heading, text]),
    [
      ['u1', 'unspecified', 'DISEASE CHARACTERISTICS', 'Solid tumor'],
      ['u2', 'unspecified', undefined, 'AGE: 18 and over.'],
      ['u3', 'unspecified', 'RENAL', 'No stones'],
    ],
  )
})

test('headings and numbers within one line are taken apart', () => {
  assert.deepEqual(
    outlineOf('Inclusion criteria: 1. Fever 2. Rash 3. Age 2-5. Exclusion criteria: cancer'),
    [
      '# Inclusion criteria:',
      'i1 Fever',
      'i2 Rash',
      'i3 Age 2-5.',
      '# Exclusion criteria:',
      'e1 cancer',
    ],
  )
})

test('what a study only allows is not asked of a person', () => {
  assert.deepEqual(
    outlineOf(
      'Inclusion Criteria:\n\nConcurrent Medication: Allowed:\n\n- Aspirin\n\nPatients must have:\n\n- HIV',
    ),
    [
      '# Inclusion Criteria:',
      '# Concurrent Medication: Allowed:',
      '~ Aspirin',
      'i1 Patients must have:',
      '  i1.1 HIV',
    ],
  )
})

test('remarks that ask nothing are notes', () => {
  assert.deepEqual(
    outlineOf('Exclusion Criteria:\n\nNone\n\nOther protocol-defined exclusion criteria may apply'),
    ['# Exclusion Criteria:', '~ None', '~ Other protocol-defined exclusion criteria may apply'],
  )
  assert.deepEqual(outlineOf('No eligibility criteria'), ['~ No eligibility criteria'])
  assert.deepEqual(outlineOf(''), [])
  assert.deepEqual(outlineOf(' \n '), ['~ '])
})

const fragment = fc.oneof(
  anyText({ maxLength: 40 }),
  fc.constantFrom(
    'Inclusion Criteria:',
    'Exclusion criteria',
    '\n\n',
    '\n',
    '\r\n',
    '  * ',
    '    - ',
    '1. ',
    'a) ',
    '\\>',
    'Age ≥ 18 years',
    'Cohort A:',
    '\u0000',
    '\u202e',
    '\ud800',
    ': ',
    '\t',
    'NOTE:',
  ),
)
const anyCriteria = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''))

test('no character of any text is lost', () => {
  fc.assert(fc.property(anyCriteria, assertNothingLost), { numRuns: sized(150, 2000) })
})

test('ids are unique, and reading again gives the same', () => {
  fc.assert(
    fc.property(anyCriteria, (text) => {
      const once = parseCriteria(text)
      const ids = allCriteria(once.parts).map(({ id }) => id)
      assert.equal(new Set(ids).size, ids.length)
      assert.deepEqual(parseCriteria(text), once)
      for (const { text: clean } of allCriteria(once.parts)) assert.ok(clean.isWellFormed())
    }),
  )
})

test('sixty thousand hostile characters are read with less than a second of work', async () => {
  const hostile = [
    '(', '\\', '* ', '\n', '\n* a', 'a-', '1. 2. 3. ', '\ud800', '\u202e', 'A ', 'exclusion ', ': ',
    'Inclusion Criteria: ', 'inclusion exclusion criteria ', 'not be ', '\nnot be included if: ',
    `\n${'a '.repeat(100)}criteria`, `\n${'a:'.repeat(100)} inclusion`, ' '.repeat(1000) + 'x\n',
  ] // oxfmt-ignore
  for (const unit of hostile) {
    const text = unit.repeat(60_000 / unit.length)
    const worked = await workedMs(() => assertNothingLost(text))
    assert.ok(worked < 1000, `slow on ${JSON.stringify(unit.slice(0, 20))}`)
  }
})

function texts(source: string): string[] {
  return allCriteria(parseCriteria(source).parts).map(({ text }) => text)
}

test('plain lines stay apart though the first is long', () => {
  const long =
    'Adults who were told by a physician that they have asthma and who use an inhaler every day of the week or more often'
  assert.deepEqual(texts(`${long}\nAge 18 years or older\nAble to walk`), [
    long,
    'Age 18 years or older',
    'Able to walk',
  ])
})

test('HTML in a text divides its lines and is not read', () => {
  assert.deepEqual(texts('Age &gt;= 18<br/>Platelets &lt; 100<sup>9</sup><br>No <b>asthma</b>'), [
    'Age >= 18',
    'Platelets < 1009',
    'No asthma',
  ])
})

test('signs that HTML writes as numbers are read', () => {
  assert.deepEqual(
    texts('<ul><li>eGFR &gt;&#x2F;= 30 mL&#x2F;min</li><li>Crohn&#39;s disease</li></ul>'),
    ['eGFR >/= 30 mL/min', "Crohn's disease"],
  )
})

test('withdrawal criteria ask nothing', () => {
  const source =
    'Inclusion Criteria:\n\n* Asthma\n\nWithdrawal criteria:\n\n* Pregnancy during the study\n* Age over 70'
  assert.deepEqual(texts(source), ['Asthma'])
})

test('the old layout of cancer records is cut at its labels', () => {
  const source =
    'PATIENT CHARACTERISTICS: Age: 18 and over Performance status: ECOG 0-2 Life expectancy: At least 3 months Hepatic: Bilirubin less than 1.5 mg/dL'
  assert.deepEqual(texts(source).slice(-3), [
    'Performance status: ECOG 0-2',
    'Life expectancy: At least 3 months',
    'Hepatic: Bilirubin less than 1.5 mg/dL',
  ])
})

test('what is asked of all cohorts is asked of no group alone', () => {
  assert.equal(isGroup('Inclusion Criteria (All Cohorts)'), false)
  assert.equal(isGroup('Exclusion criteria for all study arms'), false)
  assert.equal(isGroup('Inclusion criteria specific to Cohort A1'), true)
  assert.equal(isGroup('All Cohorts: healthy controls'), true)
})

test('what is asked of people of one kind is asked of a group where a title beside it names others', () => {
  const added = 'Additional Inclusion Criteria for BTC Participants'
  assert.equal(isGroup(added, [added]), true)
  const impaired = 'Exclusion Criteria for Subjects with Impaired Renal Function'
  const normal = 'Exclusion Criteria for Subjects with Normal Renal Function'
  const all = 'Inclusion Criteria for All Subjects'
  assert.equal(isGroup(impaired, [impaired, normal]), true)
  assert.equal(isGroup(impaired, [impaired, all]), true)
  assert.equal(isGroup(all, [impaired, all]), false)
  const resolved = 'Participants with a resolved HBV infection are eligible if they are'
  assert.equal(isGroup(resolved, [resolved]), true)
})

test('where all people of a study are of one kind, their list is of all', () => {
  const lists = ['Inclusion Criteria for HF patients', 'Exclusion Criteria for HF patients']
  for (const title of lists) assert.equal(isGroup(title, lists), false, title)
  const excluded = 'Patients with any of the following will be excluded'
  assert.equal(isGroup(excluded, [excluded, 'Healthy controls']), false)
  for (const title of [
    'Inclusion criteria for study participants',
    'Exclusion criteria for participants',
  ])
    assert.equal(isGroup(title, [title, 'Healthy controls']), false, title)
})
