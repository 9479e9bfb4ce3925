import { Turns } from '../../base/turns.ts'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { type StudyCollection, studyCollection } from './parts/collection.ts'
import { researchStudyR5 } from './r5/research-study.ts'

/** What a study is in FHIR R5, as the registry gives it in its own API. `baseUrl` is the origin, without a slash at its end. */
export async function studyBundle(stored: StoredStudy, baseUrl: string): Promise<StudyCollection> {
  const base = `${baseUrl}/fhir/R5`
  const turns = new Turns()
  const study = researchStudyR5(stored, base)
  await turns.next()
  return studyCollection(study, base, turns)
}
