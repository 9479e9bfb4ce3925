import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allCriteria, parseCriteria } from './criteria.ts'
import { decide } from './decide.ts'

/** The lines of criteria that are of one group of several. */
function ofGroup(text: string): readonly string[] {
  return allCriteria(parseCriteria(text).parts).flatMap((one) =>
    one.notAlone === undefined ? [] : [one.text],
  )
}

test('what stands under the title of one group of several is of that group alone', () => {
  for (const title of [
    'Exclusion Criteria for Sub Study 4',
    'Exclusion criteria (knee arm 2)',
    'Exclusion Criteria for the Gout Registry',
    'Additional exclusion criteria for people on dialysis:',
    'Dialysis specific:',
    'In addition to the general exclusion criteria, these individuals will be excluded for:',
  ])
    assert.deepEqual(
      ofGroup(
        `Inclusion Criteria:\n\n* Gout\n\nExclusion Criteria:\n\n* Fever\n\n${title}\n\nExclusion Criteria:\n\n* A rash`.replace(
          /(xclusion.*?\n\n)Exclusion Criteria:\n\n(?=\* A rash)/s,
          '$1',
        ),
      ),
      ['A rash'],
      title,
    )
})

test('two lists of one kind under the names of two illnesses, or of the ill and the well, are of two groups', () => {
  const of = (one: string, other: string): readonly string[] =>
    ofGroup(`${one}\n\n* Fever\n\n${other}\n\n* A rash\n\nExclusion Criteria:\n\n* A cough`)
  for (const [one, other] of [
    ['Gastric cancer inclusion criteria:', 'Lymphoma inclusion criteria:'],
    ['Inclusion Criteria for patients:', 'Inclusion Criteria for healthy volunteers:'],
    ['Inclusion Criteria - Migraine', 'Inclusion Criteria - Controls'],
  ] as const)
    assert.deepEqual(of(one, other), ['Fever', 'A rash'], one)
  assert.deepEqual(of('Clinical inclusion criteria:', 'Imaging inclusion criteria:'), [])
  assert.deepEqual(ofGroup('Inclusion Criteria for gout patients:\n\n* Fever'), [])
})

test('a second pair of lists is of other people than the first, and donors leave the first as it is', () => {
  const pair = (people: string): string =>
    `${people}Inclusion Criteria:\n\n* Fever ${people}\n\n${people}Exclusion Criteria:\n\n* A rash ${people}\n\n`
  assert.equal(ofGroup(pair('') + pair('')).length, 0)
  assert.equal(ofGroup(pair('') + pair('Tall ')).length, 4)
  assert.equal(ofGroup(pair('') + pair('Donor ')).length, 2)
})

test('lines that are the names of groups begin each group', () => {
  const lines =
    'Inclusion Criteria:\n\n* Hay Fever Group\n* Sneezes\n* Gout Group\n* Sore toe\n\nInclusion Criteria:\n\n* Red toe'
  assert.equal(ofGroup(lines).length, 5)
  assert.deepEqual(ofGroup('Exclusion Criteria:\n\n* Pregnant patients\n* Vulnerable subjects'), [])
})

test('what each group asks in the same words is asked of everybody', () => {
  const part = (name: string, own: string): string =>
    `Part ${name}:\n\nExclusion Criteria:\n\n* Fever\n* ${own}\n\n`
  assert.deepEqual(ofGroup(part('A', 'Gout') + part('B', 'A rash')), ['Gout', 'A rash'])
})

test('a line that says of which cohort alone it is asked is of some people', () => {
  for (const line of [
    'A broken toe (applicable only to the foot cohort)',
    'A broken toe (foot cohort only)',
  ])
    assert.deepEqual(ofGroup(`Exclusion Criteria:\n\n* ${line}\n* Fever`), [line])
})

test('what one group has against a person is open, unless each group has something', () => {
  const criteria = parseCriteria(
    'Part A:\n\nInclusion Criteria:\n\n* Fever\n\nPart B:\n\nInclusion Criteria:\n\n* A rash',
  )
  const asked = (answers: Readonly<Record<string, 'yes' | 'no'>>): readonly string[] =>
    decide(criteria, { answers }, 'self-check').criteria.map(({ effect }) => effect)
  assert.deepEqual(asked({ i1: 'no', i2: 'yes' }), ['open', 'for'])
  assert.deepEqual(asked({ i1: 'no', i2: 'no' }), ['against', 'against'])
})
