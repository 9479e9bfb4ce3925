import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { r5Definitions } from '../../../testing/fhir-definitions.ts'
import { containedFaults, fhirFaults } from '../../../testing/fhir-faults.ts'
import { shippedStudies } from '../../../testing/shipped-studies.ts'
import { researchStudyR5 } from './research-study.ts'

const base = 'https://trials.example.org/fhir/R5'

test('every study that ships holds to the definitions of R5', async () => {
  const definitions = r5Definitions()
  index(definitions.structures)
  let count = 0
  for await (const stored of shippedStudies()) {
    const study = researchStudyR5(stored, base)
    assert.deepEqual(fhirFaults(study, definitions), [], study.id ?? '')
    assert.deepEqual(containedFaults(study), [], study.id ?? '')
    validateResource(study as Parameters<typeof validateResource>[0])
    const said = stored.study.protocolSection.statusModule?.overallStatus
    assert.equal(study.status, 'active')
    const state = study.progressStatus?.[0]?.state
    if (said === 'UNKNOWN') assert.deepEqual(state, { text: 'Unknown' })
    else assert.ok(state?.coding?.[0]?.code !== undefined, said ?? '')
    count++
  }
  assert.ok(count > 4_000)
})

function index(structures: readonly object[]): void {
  const entry = structures.map((resource) => ({ resource }))
  indexStructureDefinitionBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry,
  } as Parameters<typeof indexStructureDefinitionBundle>[0])
}
