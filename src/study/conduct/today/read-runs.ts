import type { DeskPlace } from '../../../people/accounts/model/actor.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import { readStudyRun, type StudyRun } from '../model/run.ts'

/** The studies among these places that are run here. Some reads for each study, whatever the number of its participants. */
export async function readRuns(
  db: Reader,
  places: readonly DeskPlace[],
): Promise<readonly StudyRun[]> {
  const runs: StudyRun[] = []
  for (const study of new Set(places.map((place) => place.study))) {
    const run = await readStudyRun(db, study)
    if (run) runs.push(run)
  }
  return runs
}
