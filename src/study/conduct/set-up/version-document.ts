import type { Reader } from '../../../people/records/model/records.ts'

/** The document of a version as it is kept, JSON; undefined where there is none. */
export async function versionDocument(
  db: Reader,
  study: string,
  version: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('study_version')
    .select('document')
    .where('study', '=', study)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.document
}
