import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { elementRows } from '../../../testing/fhir-elements.ts'
import { r4Definitions, r5Definitions } from '../../../testing/fhir-definitions.ts'
import { fhirFromXml } from '../../../testing/fhir-from-xml.ts'
import { shippedStudies } from '../../../testing/shipped-studies.ts'
import { sized } from '../../../testing/sized.ts'
import { researchStudyR4 } from '../r4/research-study.ts'
import { fhirXml } from '../xml/fhir-xml.ts'
import { researchStudyR5 } from './research-study.ts'

test('a study as XML is the same study, in both versions', async () => {
  for await (const stored of shippedStudies(sized(20, 1))) {
    const r4 = researchStudyR4(stored, 'https://trials.example.org/fhir/R4')
    assert.deepEqual(fhirFromXml(fhirXml(r4, 'R4'), 'R4'), r4)
    const r5 = researchStudyR5(stored, 'https://trials.example.org/fhir/R5')
    assert.deepEqual(fhirFromXml(fhirXml(r5, 'R5'), 'R5'), r5)
  }
})

test('signs, ends of lines and what XML cannot hold go through an attribute', () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    total: 1,
    link: [{ relation: 'self', url: 'https://a.example/?a=1&b="2"' }],
    entry: [
      {
        fullUrl: 'https://a.example/OperationOutcome/1',
        resource: {
          resourceType: 'OperationOutcome',
          issue: [
            {
              severity: 'information',
              code: 'informational',
              diagnostics: 'one < two\n\tthree > \u0001"four"\r',
            },
          ],
        },
        search: { mode: 'outcome', score: 0.5 },
      },
    ],
  }
  const xml = fhirXml(bundle, 'R4')
  assert.match(xml, /one &lt; two&#10;&#9;three &gt; &quot;four&quot;&#13;/)
  const read = fhirFromXml(xml, 'R4') as typeof bundle
  assert.equal(read.entry[0]?.resource.issue[0]?.diagnostics, 'one < two\n\tthree > "four"\r')
  assert.equal(read.entry[0]?.search.score, 0.5)
  assert.throws(() => fhirXml({ resourceType: 'Patient' }, 'R4'), /Patient is not served/)
})

test('the order of elements is that of the definitions', () => {
  for (const [version, definitions] of [
    ['r4', r4Definitions()],
    ['r5', r5Definitions()],
  ] as const) {
    const file = new URL(`../../../../data/fhir/elements-${version}.json`, import.meta.url)
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), elementRows(definitions))
  }
})
