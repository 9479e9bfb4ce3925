import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Places } from '../../places/places.ts'
import type { ReadStudy } from '../../registry/records.ts'
import type { Study } from '../../registry/study.ts'
import { categoriesOfStudy, conceptsOfStudy } from '../../vocabulary/categories.ts'
import { pointOf } from '../segment/codec.ts'
import type { Segment } from '../segment/segment.ts'
import { SegmentWriter } from '../segment/writer.ts'
import type { Change, FieldChange, StoredStudy } from '../model/stored.ts'
import type { ChangePart } from './change-part.ts'
import { changesBetween } from './history.ts'
import type { KnownStudies } from './known-studies.ts'
import { lastUpdated } from '../../registry/study-days.ts'
import { studyChange } from './study-change.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { nctNumber } from '../model/nct-number.ts'

/** The outcome of one record that could be read. */
export type ImportOutcome = 'new' | 'changed' | 'unchanged' | 'older' | 'duplicate'

/** What importing into segments needs, and where and how it writes. */
export interface SegmentImporterParts {
  readonly folder: string
  /** The beginning of the names of the segments to write. */
  readonly name: string
  readonly studiesASegment: number
  readonly known: KnownStudies
  readonly segments: readonly Segment[]
  readonly places: Places
  readonly vocabulary: Vocabulary
  /** `yyyy-MM-dd` of the import. */
  readonly today: string
  /** Told of each study that is new or changed; absent where there was nothing that could change. */
  readonly changes?: ChangePart
}

/** Imports studies one after the other into new segments, against what the catalogue already has. */
export class SegmentImporter {
  readonly #parts: SegmentImporterParts
  readonly #lastUpdates = new Map<number, string>()
  readonly #imported = new Set<number>()
  readonly #written: string[] = []
  #writer: SegmentWriter | undefined

  constructor(parts: SegmentImporterParts) {
    this.#parts = parts
  }

  /** Imports one version of a study unless the catalogue, or this importer, has it or a newer one. */
  import(read: ReadStudy): ImportOutcome {
    const nct = nctNumber(read.study.protocolSection.identificationModule.nctId)
    const updated = lastUpdated(read.study) ?? ''
    const earlier = this.#lastUpdates.get(nct)
    if (earlier !== undefined && updated <= earlier) return 'duplicate'
    this.#lastUpdates.set(nct, updated)
    const known = this.#parts.known.get(nct)
    const content = contentHash(read.study)
    if (known?.hash === content) return 'unchanged'
    const before = known && this.#parts.segments[known.segment]?.study(nct)
    if (before && isOlder(read, before)) return 'older'
    const differences = before ? changesBetween(before.study, read.study) : []
    const stored = this.#stored(read, before, differences)
    this.add(stored, content)
    this.#parts.changes?.add(studyChange({ stored, before, differences, content }))
    if (this.#imported.has(nct)) return 'duplicate'
    this.#imported.add(nct)
    return before ? 'changed' : 'new'
  }

  /** Writes a study as it is. */
  add(stored: StoredStudy, content: bigint): void {
    this.#writer ??= this.#begin()
    this.#writer.add(stored, conceptsOfStudy(stored.study, this.#parts.vocabulary), content)
    if (this.#writer.count >= this.#parts.studiesASegment) this.#end()
  }

  /** Finishes the last segment; the names of all, in order. */
  finish(): readonly string[] {
    this.#end()
    return this.#written
  }

  #stored(
    read: ReadStudy,
    before: StoredStudy | undefined,
    differences: readonly FieldChange[],
  ): StoredStudy {
    const { study, processed } = read
    return {
      study,
      ...(processed !== undefined && { processed }),
      imported: this.#parts.today,
      points: pointsOf(study, this.#parts.places),
      history: historyOf(read, before, differences, this.#parts.today),
      categories: categoriesOfStudy(study, this.#parts.vocabulary),
    }
  }

  #begin(): SegmentWriter {
    const name = `${this.#parts.name}-${this.#written.length + 1}.sqlite`
    this.#written.push(name)
    return new SegmentWriter(join(this.#parts.folder, name))
  }

  #end(): void {
    this.#writer?.finish()
    this.#writer = undefined
  }
}

function historyOf(
  { processed }: ReadStudy,
  before: StoredStudy | undefined,
  fields: readonly FieldChange[],
  today: string,
): readonly Change[] {
  if (!before) return []
  if (fields.length === 0) return before.history
  const change: Change = {
    imported: today,
    ...(before.processed !== undefined && { from: before.processed }),
    ...(processed !== undefined && { to: processed }),
    fields,
  }
  return [change, ...before.history]
}

function pointsOf(study: Study, places: Places): StoredStudy['points'] {
  const sites = study.protocolSection.contactsLocationsModule?.locations ?? []
  return sites.map((site) => pointOf(site.geoPoint) ?? places.geocode(site))
}

/** A record that says no day of its last update is older than any that does. */
function isOlder({ study, processed }: ReadStudy, before: StoredStudy): boolean {
  const [now, then] = [lastUpdated(study) ?? '', lastUpdated(before.study) ?? '']
  if (now !== then) return now < then
  return processed !== undefined && before.processed !== undefined && processed < before.processed
}

/** A hash of a record's content: the day the registry wrote the file out is not part of it. */
export function contentHash(study: Study): bigint {
  const { derivedSection, ...rest } = study
  const { miscInfoModule: _, ...derived } = derivedSection ?? {}
  const text = JSON.stringify([rest, derived])
  return Buffer.from(hash('sha256', text, 'hex').slice(0, 16), 'hex').readBigInt64BE()
}
