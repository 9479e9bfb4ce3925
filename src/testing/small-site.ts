import type { Catalogue } from '../finder/catalogue/model/catalogue.ts'
import type { Hit } from '../finder/catalogue/model/query.ts'
import type { StoredStudy } from '../finder/catalogue/model/stored.ts'
import { otherNumbersOf } from '../finder/catalogue/segment/texts.ts'
import type { AskedStudy } from '../finder/registry/study-id.ts'
import type { ProtocolSection, Study } from '../finder/registry/study.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import type { Records } from '../people/records/model/records.ts'
import type { App } from '../web/shell/app.ts'
import type { Place } from '../finder/places/place.ts'

/** An app for tests of pages: a few studies in memory behind the catalogue's face. */
export function smallApp(
  studies: readonly StoredStudy[],
  places: readonly Place[] = [],
  similar: readonly Hit[] = [],
): App {
  return {
    catalogue: smallCatalogue(studies, similar),
    places: {
      find: (text) => places.filter(({ name }) => name.toLowerCase() === text.toLowerCase()),
      suggest: () => [],
      geocode: () => undefined,
      areaOf: () => undefined,
      close: () => {},
    },
    vocabulary,
    matcher: {
      match: () => Promise.reject(new Error('these pages do not match')),
      matchForm: () => Promise.reject(new Error('these pages do not match')),
      matchRecord: () => Promise.reject(new Error('these pages do not match')),
      close: () => Promise.resolve(),
    },
    institutions: [],
    baseUrl: 'https://trialway.example',
    today: () => '2026-11-23',
    now: () => new Date('2026-11-23T09:30:00.000Z'),
    people: {
      records: noRecords,
      baseUrl: 'https://trialway.example',
      newId: () => 'none',
      newSecret: () => new Uint8Array(32),
    },
    mail: {},
    protocols: () => ({ versions: [], examples: [], reports: [] }),
    imports: () => [],
    connect: { introductions: false, keepDays: 365 },
    operator: {},
    trustProxy: false,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
}

/** Areas may be made with it; whatever is asked of it is a fault. */
const noRecords = new Proxy({} as Records, {
  get: () => {
    throw new Error('these pages keep nothing')
  },
})

const vocabulary = openVocabulary()

function smallCatalogue(studies: readonly StoredStudy[], similar: readonly Hit[]): Catalogue {
  const byId = new Map(studies.map((stored) => [idOf(stored.study), stored]))
  const aliases = new Map(
    studies.flatMap(({ study }) =>
      (study.protocolSection.identificationModule.nctIdAliases ?? []).map(
        (alias) => [alias, idOf(study)] as const,
      ),
    ),
  )
  const none = { all: 0, recruiting: 0 }
  return {
    search: () => Promise.reject(new Error('these pages do not search')),
    select: () => Promise.resolve({ studies: [], hasMore: false, state: 1 }),
    fieldValues: () => Promise.resolve(undefined),
    fieldSizes: () => Promise.resolve(undefined),
    fieldReads: () => Promise.resolve(0),
    searchAmong: () => Promise.resolve([]),
    changeLists: () => [],
    readChangeList: () => Promise.resolve(undefined),
    has: (nctId) => byId.has(nctId.toUpperCase()),
    study: (nctId) => byId.get(nctId.toUpperCase()),
    idsOf: (asked) => idsOf(asked, byId, aliases),
    similar: () => Promise.resolve(similar),
    suggest: () => [],
    summary: () => ({
      studies: studies.length,
      recruiting: 0,
      countries: 1,
      imported: '2026-11-20',
      processedFrom: '2020-07-28',
      processedTo: '2026-11-20',
      generation: 'g1',
    }),
    categoryCounts: () => ({}),
    treeCounts: () => ({ C14: none }),
    ids: () => [],
    damage: async () => [],
    close: () => Promise.resolve(),
  }
}

function idsOf(
  asked: AskedStudy,
  byId: ReadonlyMap<string, StoredStudy>,
  aliases: ReadonlyMap<string, string>,
): readonly string[] {
  if (asked.kind === 'malformed') return []
  if (asked.kind === 'number')
    return [...byId].flatMap(([id, { study }]) =>
      otherNumbersOf(study).has(asked.number) ? id : [],
    )
  const id = byId.has(asked.nctId) ? asked.nctId : aliases.get(asked.nctId)
  return id === undefined ? [] : [id]
}

function idOf(study: Study): string {
  return study.protocolSection.identificationModule.nctId
}

/** A study as the catalogue would keep it, from the parts of its record that matter to a test. */
export function stored(
  protocol: Partial<ProtocolSection>,
  more: Partial<StoredStudy> = {},
): StoredStudy {
  const study: Study = {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001', briefTitle: 'A study' },
      ...protocol,
    },
  }
  const locations = protocol.contactsLocationsModule?.locations ?? []
  return {
    study,
    imported: '2026-11-20',
    points: locations.map(({ geoPoint }) => geoPoint && { ...geoPoint, exactness: 'town' }),
    history: [],
    categories: [],
    ...more,
  }
}
