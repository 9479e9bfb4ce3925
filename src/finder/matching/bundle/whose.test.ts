import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readBundle } from './read-bundle.ts'

const options = { vocabulary: openVocabulary(), today: '2026-11-23' }
const child = { resourceType: 'Patient', id: 'child', birthDate: '2024-05-01' }
const mother = { resourceType: 'Patient', id: 'mother', birthDate: '1990-05-01' }
const gout = { resourceType: 'Condition', id: 'g', code: { text: 'Gout' } }
const of = (reference: string, text = 'Asthma') => ({
  resourceType: 'Condition',
  code: { text },
  subject: { reference },
})

function read(entry: readonly object[], type = 'collection') {
  const { patient, problems } = readBundle({ resourceType: 'Bundle', type, entry }, options)
  return {
    patient,
    terms: patient?.findings.map(({ term }) => term),
    problems: problems.map(({ kind }) => kind),
  }
}

const plain = (...resources: readonly object[]) => read(resources.map((resource) => ({ resource })))

test('what is about somebody else is never this person’s', () => {
  const { terms, problems } = plain(
    child,
    of('Patient/child'),
    of('Patient/mother', 'Gout'),
    of('RelatedPerson/x', 'Stroke'),
  )
  assert.deepEqual([terms, problems], [['Asthma'], ['whose']])
  assert.deepEqual(plain(child, of('Group/1')).terms, [])
  assert.deepEqual(plain(child, gout).terms, ['Gout'], 'nothing says that it is of another')
})

test('a person is the same in every form of a reference, and another server’s is another', () => {
  const at = 'https://a.example/fhir/Patient/child'
  for (const reference of ['Patient/child', 'Patient/child/_history/2', at, `${at}/_history/1`])
    assert.deepEqual(
      read([{ fullUrl: at, resource: child }, { resource: of(reference) }]).terms,
      ['Asthma'],
      reference,
    )
  const other = 'https://b.example/fhir/Patient/child'
  assert.deepEqual(read([{ fullUrl: at, resource: child }, { resource: of(other) }]).terms, [])
  const uuid = 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0'
  assert.deepEqual(
    read([{ fullUrl: uuid, resource: { ...child, id: undefined } }, { resource: of(uuid) }]).terms,
    ['Asthma'],
  )
  const identified = { ...child, identifier: [{ system: 'urn:h', value: '7' }] }
  assert.deepEqual(plain(identified, of('Patient?identifier=urn:h|7')).terms, ['Asthma'])
})

test('of two Patients the one that everything refers to is meant; else nobody is', () => {
  const one = plain(child, mother, of('Patient/child'), gout)
  assert.equal(one.patient?.age?.value, 2)
  assert.deepEqual([one.terms, one.problems], [['Asthma'], ['otherPeople', 'whose']])
  const two = plain(child, mother, of('Patient/child'), of('Patient/mother'))
  assert.deepEqual([two.patient, two.problems], [undefined, ['severalPeople']])
  const document = { resourceType: 'Composition', subject: { reference: 'Patient/mother' } }
  const named = plain(document, child, mother, of('Patient/child'), of('Patient/mother', 'Gout'))
  assert.equal(named.patient?.age?.value, 36)
  assert.deepEqual(named.terms, ['Gout'])
})

test('without a Patient the one person that is named is read, and two are not', () => {
  const one = plain(of('Patient/9'), of('Patient/9', 'Gout'))
  assert.deepEqual([one.terms, one.problems], [['Asthma', 'Gout'], ['noPatient']])
  assert.deepEqual(plain(of('Patient/9'), of('Patient/8')).problems, ['severalPeople'])
  const within = { ...of('#p'), contained: [{ ...child, id: 'p' }] }
  assert.equal(plain(within).patient?.age?.value, 2)
  const other = { ...of('#p'), contained: [{ ...mother, id: 'p' }] }
  assert.deepEqual(plain(within, other).problems, ['severalPeople'])
})

test('a resource that was deleted, and an old version of one, are not read', () => {
  const version = (lastUpdated: string, text: string) => ({
    ...gout,
    meta: { lastUpdated },
    code: { text },
  })
  const { terms } = read(
    [
      { resource: child },
      { resource: version('2026-01-01T00:00:00Z', 'Gout') },
      { resource: version('2026-02-01T00:00:00Z', 'Asthma') },
      { resource: { ...gout, id: 'x' } },
      { request: { method: 'DELETE', url: 'Condition/x' } },
    ],
    'history',
  )
  assert.deepEqual(terms, ['Asthma'])
})

test('a mark that may turn the meaning round keeps a resource from being read', () => {
  const marked = {
    ...gout,
    modifierExtension: [{ url: 'https://a.example/not', valueBoolean: true }],
  }
  const { patient, terms, problems } = plain(child, marked)
  assert.deepEqual([terms, problems], [[], ['modifier']])
  assert.equal(patient?.notUnderstood?.[0]?.text, 'Gout')
})

test('types that are not read are counted by name; those about nobody’s health are not', () => {
  const { problems } = readBundle(
    {
      resourceType: 'Bundle',
      type: 'searchset',
      link: [{ relation: 'next', url: 'https://a.example/2' }],
      entry: [
        child,
        { resourceType: 'Organization' },
        { resourceType: 'CarePlan', id: '1' },
        { resourceType: 'CarePlan', id: '2' },
        { resourceType: 'Encounter', id: '3' },
        { resourceType: 'DiagnosticReport', id: '4', conclusion: 'Cancer' },
      ].map((resource) => ({ resource })),
    },
    options,
  )
  assert.deepEqual(problems, [
    { kind: 'morePages', place: 'Bundle', about: [], count: 1 },
    { kind: 'type', place: 'CarePlan', about: ['CarePlan'], count: 2 },
    { kind: 'type', place: 'DiagnosticReport/4', about: ['DiagnosticReport'], count: 1 },
  ])
})

test('dates of birth that cannot be give no age, and are said', () => {
  for (const birthDate of [
    '0000-01-01',
    '9999-12-31',
    '2027-01-01',
    '1890-01-01',
    'x',
    '2024-13-45',
  ]) {
    const { patient, problems } = plain({ ...child, birthDate })
    assert.deepEqual([patient?.age, problems], [undefined, ['birthDate']], birthDate)
  }
  assert.equal(plain({ ...child, birthDate: '2024-05-01T10:00:00Z' }).patient?.age?.value, 2)
  assert.equal(plain({ ...child, birthDate: '2024-05' }).patient?.age?.value, 2)
  assert.equal(plain({ ...child, deceasedDateTime: '2030' }).patient?.deceased, undefined)
})

test('a report’s own values are read, and one that is not there is said', () => {
  const value = {
    resourceType: 'Observation',
    id: 'o',
    status: 'final',
    code: { text: 'Platelets' },
    valueQuantity: { value: 90, unit: '10*9/L' },
  }
  const report = {
    resourceType: 'DiagnosticReport',
    id: 'd',
    contained: [value, { resourceType: 'Condition', id: 'c' }],
    result: [{ reference: '#o' }, { reference: 'Observation/away' }],
  }
  const { patient, problems } = readBundle([child, report], options)
  assert.deepEqual(
    patient?.measures.map(({ what, evidence }) => [what, evidence.resource]),
    [['platelets', 'DiagnosticReport/d#o']],
  )
  assert.deepEqual(
    problems.map(({ kind, about }) => [kind, about]),
    [
      ['type', ['Condition']],
      ['reference', ['Observation/away']],
    ],
  )
})
