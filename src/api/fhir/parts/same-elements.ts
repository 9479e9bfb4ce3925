import type { Study } from '../../../finder/registry/study.ts'
import type { CodeSystems } from './code-systems.ts'
import { conditionConcepts, keywordConcepts, phaseConcept, purposeConcept } from './concepts.ts'
import type { SharedConcept, SharedIdentifier } from './shapes.ts'
import { identifiersOf, metaOf, narrativeOf, resourceTitle } from './study-header.ts'

/** The elements of a ResearchStudy that are the same in both versions of FHIR, but for where their codes are from. */
export interface SameElements {
  readonly resourceType: 'ResearchStudy'
  readonly id: string
  readonly meta: ReturnType<typeof metaOf>
  readonly text: ReturnType<typeof narrativeOf>
  readonly identifier: SharedIdentifier[]
  readonly title: string
  readonly primaryPurposeType: SharedConcept | undefined
  readonly phase: SharedConcept | undefined
  readonly condition: SharedConcept[]
  readonly keyword: SharedConcept[]
}

/** Makes them of a study. */
export function sameElements(study: Study, systems: CodeSystems): SameElements {
  return {
    resourceType: 'ResearchStudy',
    id: study.protocolSection.identificationModule.nctId,
    meta: metaOf(study),
    text: narrativeOf(study),
    identifier: identifiersOf(study),
    title: resourceTitle(study),
    primaryPurposeType: purposeConcept(study, systems),
    phase: phaseConcept(study, systems),
    condition: conditionConcepts(study),
    keyword: keywordConcepts(study),
  }
}
