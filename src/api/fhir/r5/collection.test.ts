import assert from 'node:assert/strict'
import { test } from 'node:test'
import { r4Definitions, r5Definitions } from '../../../testing/fhir-definitions.ts'
import { fhirFaults } from '../../../testing/fhir-faults.ts'
import { fhirFromXml } from '../../../testing/fhir-from-xml.ts'
import { shippedStudies } from '../../../testing/shipped-studies.ts'
import { sized } from '../../../testing/sized.ts'
import { studyCollection } from '../parts/collection.ts'
import { researchStudyR4 } from '../r4/research-study.ts'
import { fhirXml } from '../xml/fhir-xml.ts'
import { researchStudyR5 } from './research-study.ts'

test('a study as a collection holds to the definitions, and every reference leads to an entry', async () => {
  const definitions = { R4: r4Definitions(), R5: r5Definitions() }
  const base = 'https://trials.example.org/fhir'
  for await (const stored of shippedStudies(sized(20, 1)))
    for (const version of ['R4', 'R5'] as const) {
      const study = { R4: researchStudyR4, R5: researchStudyR5 }[version](stored, base)
      const bundle = await studyCollection(study, base)
      const written = JSON.stringify(bundle)
      assert.deepEqual(fhirFaults(bundle, definitions[version]), [], study.id ?? '')
      assert.equal(bundle.entry.length, 1 + (study.contained?.length ?? 0))
      assert.ok(!written.includes('"reference":"#'), 'nothing is inside any more')
      const addresses = bundle.entry.map(({ fullUrl }) => fullUrl)
      assert.equal(new Set(addresses).size, addresses.length)
      for (const address of addresses.slice(1))
        assert.ok(written.includes(`"reference":"${address}"`), address)
      assert.deepEqual(fhirFromXml(fhirXml(bundle, version), version), bundle)
      assert.deepEqual(await studyCollection(study, base), bundle, 'the same each time')
    }
})
