import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Places } from '../../places/places.ts'
import type { ReadStudy } from '../../registry/records.ts'
import type { Study } from '../../registry/study.ts'
import { categoriesOfStudy, indexedConcepts } from '../../vocabulary/categories.ts'
import { pointOf } from '../segment/codec.ts'
import type { Segment } from '../segment/segment.ts'
import { jsonOf, jsonOfParts } from '../segment/study-json.ts'
import { SegmentWriter } from '../segment/writer.ts'
import type { FieldChange, StoredStudy } from '../model/stored.ts'
import type { ChangePart } from './change-part.ts'
import { changesBetween } from './history.ts'
import { keptHistory } from './kept-history.ts'
import type { KnownStudies } from './known-studies.ts'
import { lastUpdated } from '../../registry/study-days.ts'
import { studyChange } from './study-change.ts'
import { type Taken, TakenRecords, type Version } from './taken-records.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { nctNumber } from '../model/nct-number.ts'

/** The outcome of one record that could be read. */
export type ImportOutcome = 'new' | 'changed' | 'unchanged' | 'older' | 'duplicate'

/** What became of a record, and the record it stands against: of the same study and date, with another text. */
export interface ImportedRecord {
  readonly outcome: ImportOutcome
  readonly conflict?: string
  /** What was kept of the study is damaged, and was written anew. */
  readonly isMended?: true
}

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
  readonly #taken = new TakenRecords()
  readonly #written: string[] = []
  #writer: SegmentWriter | undefined

  constructor(parts: SegmentImporterParts) {
    this.#parts = parts
  }

  /**
   * Imports one version of a study, from its place in a source, unless the catalogue, or this importer, has it or a
   * newer one. Of two that are equally new the later counts.
   */
  import(read: ReadStudy, place: string): ImportedRecord {
    const nct = nctNumber(read.study.protocolSection.identificationModule.nctId)
    const version = versionOf(read)
    const earlier = this.#taken.get(nct)
    if (earlier && isOlder(version, earlier)) return { outcome: 'duplicate' }
    const content = contentHash(read.study)
    if (earlier?.content === content) return { outcome: 'duplicate' }
    this.#taken.set(nct, { ...version, content, place })
    const conflict = earlier && conflictOf(version, earlier)
    const taken = this.#take(read, nct, { ...version, content, place })
    return { ...(conflict !== undefined && { conflict }), ...taken }
  }

  /** Holds a record against the catalogue, and writes it if it is to count. */
  #take(read: ReadStudy, nct: number, record: Taken): ImportedRecord {
    const { content, place } = record
    const isAgain = this.#taken.isImported(nct)
    const known = this.#parts.known.get(nct)
    if (known?.isDamaged) return this.#mend(read, nct, record, known.hash === content)
    if (known?.hash === content && !isAgain) return { outcome: 'unchanged' }
    const before = known && this.#parts.segments[known.segment]?.study(nct)
    if (before && isOlder(record, versionOf(before)))
      return { outcome: isAgain ? 'duplicate' : 'older' }
    const differences = before ? changesBetween(before.study, read.study) : []
    const stored = this.#stored(read, before, differences, place)
    this.add(stored, content)
    this.#parts.changes?.add(studyChange({ stored, before, differences, content }))
    if (isAgain) return { outcome: 'duplicate' }
    this.#taken.noteImported(nct)
    if (!before) return { outcome: 'new' }
    const then = { ...versionOf(before), place: before.place }
    const conflict = record.updated === '' ? undefined : conflictOf(record, then)
    return { outcome: 'changed', ...(conflict !== undefined && { conflict }) }
  }

  /** Its history is gone with the damaged record; what changed meanwhile cannot be told, so it is not news. */
  #mend(read: ReadStudy, nct: number, { content, place }: Taken, isSame: boolean): ImportedRecord {
    this.add(this.#stored(read, undefined, [], place), content)
    const isAgain = this.#taken.isImported(nct)
    this.#taken.noteImported(nct)
    return { outcome: isAgain ? 'duplicate' : isSame ? 'unchanged' : 'changed', isMended: true }
  }

  /** Writes a study as it is. */
  add(stored: StoredStudy, content: bigint): void {
    this.#writer ??= this.#begin()
    this.#writer.add(stored, indexedConcepts(stored.study, this.#parts.vocabulary), content)
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
    place: string,
  ): StoredStudy {
    const { study, processed } = read
    const points = pointsOf(study, this.#parts.places)
    return {
      study,
      ...(processed !== undefined && { processed }),
      imported: this.#parts.today,
      place,
      points,
      areas: areasOf(study, points, this.#parts.places),
      history: keptHistory(read, before, differences, this.#parts.today),
      categories: categoriesOfStudy(study, this.#parts.vocabulary),
    }
  }

  #begin(): SegmentWriter {
    const name = `${this.#parts.name}-${this.#written.length + 1}.data`
    this.#written.push(name)
    return new SegmentWriter(join(this.#parts.folder, name), this.#parts.vocabulary)
  }

  #end(): void {
    this.#writer?.finish()
    this.#writer = undefined
  }
}

function pointsOf(study: Study, places: Places): StoredStudy['points'] {
  const sites = study.protocolSection.contactsLocationsModule?.locations ?? []
  return sites.map((site) => pointOf(site.geoPoint) ?? places.geocode(site))
}

function areasOf(
  study: Study,
  points: StoredStudy['points'],
  places: Places,
): NonNullable<StoredStudy['areas']> {
  const sites = study.protocolSection.contactsLocationsModule?.locations ?? []
  return sites.map((site, index) => places.areaOf(site, points[index]) ?? null)
}

function versionOf({ study, processed }: Pick<ReadStudy, 'study' | 'processed'>): Version {
  return { updated: lastUpdated(study) ?? '', processed }
}

/** A record that says no day of its last update is older than any that does. */
function isOlder(now: Version, then: Version): boolean {
  if (now.updated !== then.updated) return now.updated < then.updated
  return (
    now.processed !== undefined && then.processed !== undefined && now.processed < then.processed
  )
}

/** Said of two records with other texts, of which neither says that it is the newer. */
function conflictOf(
  now: Version,
  then: Version & { place?: string | undefined },
): string | undefined {
  const isNewer =
    now.updated !== then.updated ||
    (now.processed !== undefined &&
      then.processed !== undefined &&
      now.processed !== then.processed)
  if (isNewer) return undefined
  const date = now.updated === '' ? 'no date of update' : `the same date of update (${now.updated})`
  const other = then.place ?? 'a record imported before'
  return `It has ${date}, as ${other} has, but another text. This one came later and is kept.`
}

/** A hash of a record's content: the day the registry wrote the file out is not part of it. */
export function contentHash(study: Study): bigint {
  const { miscInfoModule: _, ...derived } = study.derivedSection ?? {}
  const rest = jsonOf(jsonOfParts(study), 'derivedSection')
  const text = `[${rest},${JSON.stringify(derived)}]`
  return Buffer.from(hash('sha256', text, 'hex').slice(0, 16), 'hex').readBigInt64BE()
}
