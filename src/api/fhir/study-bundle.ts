import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { type StudyCollection, studyCollection } from './parts/collection.ts'
import { researchStudyR5 } from './r5/research-study.ts'

/** What a study is in FHIR R5, as the registry gives it in its own API. `baseUrl` is the origin, without a slash at its end. */
export function studyBundle(stored: StoredStudy, baseUrl: string): StudyCollection {
  const base = `${baseUrl}/fhir/R5`
  return studyCollection(researchStudyR5(stored, base), base)
}
