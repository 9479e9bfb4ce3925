import type { CodeableConcept } from 'fhir/r5.d.ts'
import type { Study } from '../../../finder/registry/study.ts'
import { codedConcept } from '../parts/concepts.ts'
import { spokenWord } from '../parts/texts.ts'

/** How a study is made, in R5: each thing that the registry says of it, with the code of the standard where it has one. */
export function studyDesign({ protocolSection }: Study): CodeableConcept[] {
  const { studyType, designInfo } = protocolSection.designModule ?? {}
  const words = [
    studyType,
    designInfo?.allocation === 'NA' ? undefined : designInfo?.allocation,
    designInfo?.interventionModel,
    designInfo?.observationalModel,
    designInfo?.timePerspective,
  ]
  const masked = designInfo?.maskingInfo?.whoMasked ?? []
  return [
    ...words.flatMap((word) => designConcept(word, spokenWord(word))),
    ...masked.flatMap((word) => designConcept(word, `${spokenWord(word)} masked`)),
  ]
}

function designConcept(word: string | undefined, text: string | undefined): CodeableConcept[] {
  if (word === undefined || text === undefined) return []
  const known = designs.get(word)
  return [
    known ? codedConcept('http://hl7.org/fhir/study-design', known[0], text, known[1]) : { text },
  ]
}

const designs: ReadonlyMap<string, readonly [code: string, display: string]> = new Map([
  ['INTERVENTIONAL', ['SEVCO:01001', 'Interventional research']],
  ['OBSERVATIONAL', ['SEVCO:01002', 'Observational research']],
  ['EXPANDED_ACCESS', ['SEVCO:01038', 'Expanded Access study']],
  ['RANDOMIZED', ['SEVCO:01003', 'randomized assignment']],
  ['NON_RANDOMIZED', ['SEVCO:01005', 'Non-randomized assignment']],
  ['PARALLEL', ['SEVCO:01011', 'Parallel cohort design']],
  ['CROSSOVER', ['SEVCO:01012', 'Crossover cohort design']],
  ['CASE_CONTROL', ['SEVCO:01013', 'Case control design']],
  ['FAMILY_BASED', ['SEVCO:01020', 'Family study design']],
  ['ECOLOGIC_OR_COMMUNITY', ['SEVCO:01044', 'Ecological design']],
  ['CROSS_SECTIONAL', ['SEVCO:01027', 'Cross sectional data collection']],
  ['PARTICIPANT', ['SEVCO:01060', 'Blinding of study participants']],
  ['CARE_PROVIDER', ['SEVCO:01061', 'Blinding of intervention providers']],
  ['OUTCOMES_ASSESSOR', ['SEVCO:01062', 'Blinding of outcome assessors']],
])

/** What else sorts a study: whether the FDA regulates what it gives, and what R4 has as its categories. */
export function classifiersOf(
  { protocolSection }: Study,
  lines: readonly string[],
): CodeableConcept[] {
  const { isFdaRegulatedDrug, isFdaRegulatedDevice } = protocolSection.oversightModule ?? {}
  const system = 'http://hl7.org/fhir/research-study-classifiers'
  return [
    ...lines.map((text) => ({ text })),
    ...(isFdaRegulatedDrug === true
      ? [codedConcept(system, 'fda-regulated-drug', 'FDA regulated drug')]
      : []),
    ...(isFdaRegulatedDevice === true
      ? [codedConcept(system, 'fda-regulated-device', 'FDA regulated device')]
      : []),
  ]
}

/** The standard's code for a word of the registry on how a study is made, where it has one: for a search by it. */
export function designCode(word: string): string | undefined {
  return designs.get(word)?.[0]
}
