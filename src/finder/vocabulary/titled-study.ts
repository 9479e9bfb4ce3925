import type { Study } from '../registry/study.ts'
import { triedIn } from './tested-treatments.ts'
import type { TitleFacts } from './title-parts.ts'

/** What a title is made of; a hit of a list holds it. */
export interface TitledStudy extends TitleFacts {
  readonly nctId: string
}

/** What a title is made of, from a whole record. */
export function titledStudy({ protocolSection, derivedSection }: Study): TitledStudy {
  const { identificationModule: id, designModule, armsInterventionsModule } = protocolSection
  const meshes = derivedSection?.conditionBrowseModule?.meshes ?? []
  const studyType = designModule?.studyType
  const purpose = designModule?.designInfo?.primaryPurpose
  return {
    nctId: id.nctId,
    briefTitle: id.briefTitle ?? id.officialTitle ?? id.nctId,
    conditions: protocolSection.conditionsModule?.conditions ?? [],
    terms: meshes.flatMap(({ term }) => term ?? []),
    treatments: triedIn(armsInterventionsModule),
    ...(studyType !== undefined && { studyType }),
    ...(purpose !== undefined && { purpose }),
  }
}
