import { importStudies } from '../finder/catalogue/import/import-studies.ts'
import type { RawRecord } from '../finder/registry/records.ts'
import type { Study } from '../finder/registry/study.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { builtPlaces } from './built-places.ts'
import { fixtureStudies } from './fixture-studies.ts'
import { folderOf } from './fixture-keys.ts'
import { madeOnce } from './made-once.ts'

/** The folder of a catalogue of the studies of the fixture: imported once for all tests. Read it, never write to it. */
export function fixtureCatalogue(): Promise<string> {
  return madeOnce(folderOf('fixture'), async (folder) => {
    await importStudies({
      folder,
      placesFile: await builtPlaces(),
      vocabulary: openVocabulary(),
      sources: [{ name: 'fixture', records: () => rawRecords(fixtureStudies()) }],
      now: () => Temporal.Instant.from('2026-11-20T06:00:00Z'),
      workers: 1,
    })
  })
}

async function* rawRecords(studies: readonly Study[]): AsyncGenerator<RawRecord> {
  for (const study of studies) {
    const bytes = new TextEncoder().encode(JSON.stringify(study))
    yield {
      place: `fixture:${study.protocolSection.identificationModule.nctId}`,
      format: 'json',
      bytes,
    }
  }
}
