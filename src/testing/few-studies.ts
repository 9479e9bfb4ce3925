import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Query, Results } from '../finder/catalogue/model/query.ts'
import type { StoredStudy } from '../finder/catalogue/model/stored.ts'
import { LearnedNames } from '../finder/catalogue/import/learned-names.ts'
import { type Engine, engineOf } from '../finder/catalogue/search/engine.ts'
import { loadSegments, openSegments } from '../finder/catalogue/segment/loaded.ts'
import type { Segment } from '../finder/catalogue/segment/segment.ts'
import type { OtherName } from '../finder/catalogue/segment/names.ts'
import { SegmentWriter } from '../finder/catalogue/segment/writer.ts'
import type { ProtocolSection, Study } from '../finder/registry/study.ts'
import { indexedConcepts } from '../finder/vocabulary/categories.ts'
import { countryCode } from '../finder/places/countries.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'

/** A record of a test: its parts, and the terms the registry gives it. */
export interface FewStudy extends Partial<ProtocolSection> {
  readonly derived?: Study['derivedSection']
}

/** A few studies, indexed and searched as a catalogue is, without its folder. */
export interface FewStudies {
  /** As `Engine.search`. */
  search(query: Partial<Query> | string, withinMs?: number): Results
  /** The numbers of the studies found, in order of number: 1 is the first given. */
  find(query: Partial<Query> | string): readonly number[]
  /** As `Engine.searchAmong`. */
  among: Engine['searchAmong']
  readonly segments: readonly Segment[]
  close(): void
}

/** Indexes studies, numbered from 1 in the order given. */
export function fewStudies(given: readonly FewStudy[], inSegments = 1): FewStudies {
  const stored = given.map((study, index) => storedOf(study, index + 1))
  const { engine, segments, close } = indexed(stored, inSegments)
  const search = (query: Partial<Query> | string, withinMs?: number): Results =>
    engine.search({ today, ...(typeof query === 'string' ? { q: query } : query) }, withinMs)
  return {
    search,
    find: (query) =>
      search(query)
        .hits.map(({ nctId }) => Number(nctId.slice(3)))
        .toSorted((a, b) => a - b),
    among: (studies, queries) => engine.searchAmong(studies, queries),
    segments,
    close,
  }
}

/** Studies in an index of their own, in one segment or dealt to several, and the engine that searches it. */
export function indexed(
  studies: readonly StoredStudy[],
  inSegments = 1,
): {
  readonly engine: Engine
  readonly segments: readonly Segment[]
  readonly close: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-few-'))
  const files = Array.from({ length: inSegments }, (_, part) => `few-${part}.data`)
  for (const [part, file] of files.entries()) {
    const writer = new SegmentWriter(join(folder, file), vocabulary)
    for (const [index, stored] of studies.entries())
      if (index % inSegments === part)
        writer.add(stored, indexedConcepts(stored.study, vocabulary), BigInt(index))
    writer.finish()
  }
  const segments = openSegments(folder, files)
  const loaded = loadSegments(segments)
  const names = { words: () => [], otherNames: () => learnedFrom(segments) }
  const engine = engineOf({ segments, loaded, studies: studies.length, names, vocabulary })
  return {
    engine,
    segments,
    close: () => {
      engine.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const vocabulary = openVocabulary()
const today = '2026-11-23'

function storedOf({ derived, ...protocol }: FewStudy, number: number): StoredStudy {
  const nctId = `NCT${String(number).padStart(8, '0')}`
  const study: Study = {
    protocolSection: {
      ...protocol,
      identificationModule: { briefTitle: 'A study', ...protocol.identificationModule, nctId },
    },
    ...(derived && { derivedSection: derived }),
  }
  const locations = protocol.contactsLocationsModule?.locations ?? []
  return {
    study,
    imported: today,
    points: locations.map(({ geoPoint }) => geoPoint && { ...geoPoint, exactness: 'town' }),
    areas: locations.map(({ country = '' }) => countryCode(country) ?? null),
    history: [],
    categories: [],
  }
}

/** What an import learns of the names of medicines, of all segments at once. */
function learnedFrom(segments: readonly Segment[]): readonly OtherName[] {
  const learned = new LearnedNames(vocabulary)
  for (const segment of segments) learned.add(segment.names())
  return learned.found(segments)
}
