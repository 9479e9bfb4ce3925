import type { Reader } from '../../../people/records/model/records.ts'

/** Everybody who is screened for a study or takes part, by their numbers and where they are seen. */
export function participantPlaces(
  db: Reader,
  study: string,
): Promise<readonly { readonly id: string; readonly number: string; readonly site: string }[]> {
  return db
    .selectFrom('participant')
    .select(['id', 'number', 'site'])
    .where('study', '=', study)
    .orderBy('number')
    .execute()
}
