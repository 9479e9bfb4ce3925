import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { r4Definitions, researchStudyElementsOfR4 } from '../../../testing/fhir-definitions.ts'
import { containedFaults, fhirFaults } from '../../../testing/fhir-faults.ts'
import { shippedStudies } from '../../../testing/shipped-studies.ts'
import { researchStudyR4 } from './research-study.ts'

const base = 'https://trials.example.org/fhir/R4'

test('every study that ships holds to the definitions of R4', async () => {
  const definitions = r4Definitions()
  index(definitions.structures)
  const allowed = new Set(['resourceType', ...researchStudyElementsOfR4])
  let count = 0
  for await (const stored of shippedStudies()) {
    const study = researchStudyR4(stored, base)
    assert.deepEqual(fhirFaults(study, definitions), [], study.id ?? '')
    assert.deepEqual(containedFaults(study), [], study.id ?? '')
    assert.deepEqual(
      Object.keys(study).filter((name) => !allowed.has(name)),
      [],
    )
    validateResource(study as Parameters<typeof validateResource>[0])
    const said = stored.study.protocolSection.statusModule?.overallStatus
    if (said === 'UNKNOWN') assert.equal(study.status, 'in-review')
    assert.ok((study.enrollment?.[0]?.display ?? '') !== '')
    count++
  }
  assert.ok(count > 4_000)
})

test('the check finds what is wrong', () => {
  const definitions = r4Definitions()
  const wrong = {
    resourceType: 'ResearchStudy',
    id: 'not an id',
    status: 'bogus',
    label: [{ value: 'R5 alone' }],
    title: '',
    keyword: [],
    period: { start: '2020-13' },
    enrollment: [{ reference: '#nobody' }],
    contained: [{ resourceType: 'Group', id: 'a', type: 'person' }],
  }
  assert.deepEqual(fhirFaults(wrong, definitions), [
    'ResearchStudy.id: does not look like id: not an id',
    'ResearchStudy.status: bogus is not of http://hl7.org/fhir/ValueSet/research-study-status|4.0.1',
    'ResearchStudy: has no label in ResearchStudy',
    'ResearchStudy.title: blank',
    'ResearchStudy.keyword: empty',
    'ResearchStudy.period.start: does not look like dateTime: 2020-13',
    'ResearchStudy.contained[0]: lacks actual',
  ])
  assert.deepEqual(containedFaults(wrong), ['nothing refers to a', 'there is no nobody'])
})

function index(structures: readonly object[]): void {
  const entry = structures.map((resource) => ({ resource }))
  indexStructureDefinitionBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry,
  } as Parameters<typeof indexStructureDefinitionBundle>[0])
}
