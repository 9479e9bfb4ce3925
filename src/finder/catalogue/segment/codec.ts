import { Packer, Unpacker } from '../../../base/zstd.ts'
import type { Location, Study } from '../../registry/study.ts'
import type { SitePoint } from '../../places/place.ts'
import type { StoredStudy } from '../model/stored.ts'
import { briefOf } from './brief.ts'
import { siteInText } from './site-in-text.ts'
import { jsonOf, jsonOfParts, partsOf } from './study-json.ts'

/**
 * How a study is kept in a segment: what lists show of it in one compressed piece, the record with what was
 * worked out for it in another, its results in a third, because few readers want them and they can be a hundred times as long.
 * A dictionary taken from the segment's first records saves a quarter.
 */
export interface PackedStudy {
  readonly brief: Uint8Array
  readonly record: Uint8Array
  readonly results: Uint8Array | null
}

interface PlainRecord extends Omit<StoredStudy, 'points'> {
  /** Only the points worked out by us; the registry's own are in the record's locations. */
  readonly geocoded?: Readonly<Record<string, SitePoint>>
}

/** The part of a study kept apart from its results, as text. */
export function recordText(stored: StoredStudy): string {
  const { points, study, ...rest } = stored
  const geocoded = geocodedOnly(study, points)
  const beside: Omit<PlainRecord, 'study'> = { ...rest, ...(geocoded && { geocoded }) }
  const kept = jsonOf(jsonOfParts(study), 'resultsSection')
  return jsonOf(new Map([['study', kept], ...partsOf(beside)]))
}

/** What the pieces of a segment are compressed with: samples of what they hold. */
export interface Dictionaries {
  readonly record: Uint8Array
  readonly brief: Uint8Array
}

/** Packs the studies of a segment with its dictionaries. */
export class StudyPacker {
  readonly #record: Packer
  readonly #brief: Packer

  constructor({ record, brief }: Dictionaries) {
    this.#record = new Packer(record, level.record)
    this.#brief = new Packer(brief, level.brief)
  }

  /** What lists show of a study, its record (as `recordText` gives it) and its results, each compressed. */
  pack(study: Study, text: string): PackedStudy {
    const results = study.resultsSection && jsonOfParts(study).get('resultsSection')
    return {
      brief: this.#brief.pack(briefText(study)),
      record: this.#record.pack(text),
      results: results ? this.#record.pack(results) : null,
    }
  }

  close(): void {
    this.#record.close()
    this.#brief.close()
  }
}

/** What lists show of a study, as the text that is compressed. */
export function briefText(study: Study): string {
  return JSON.stringify(briefOf(study))
}

/**
 * Unpacks the studies of a segment. What it is given throws when it is damaged, or was compressed with another
 * dictionary.
 */
export class StudyUnpacker {
  readonly #record: Unpacker
  readonly #brief: Unpacker

  constructor({ record, brief }: Dictionaries) {
    this.#record = new Unpacker(record)
    this.#brief = new Unpacker(brief)
  }

  /** What lists show of a study, from its compressed piece. */
  brief(bytes: Uint8Array): Study {
    return JSON.parse(this.#brief.unpack(bytes)) as Study
  }

  /** A study whole, from its compressed pieces; without results where none are given. */
  study(packed: Omit<PackedStudy, 'brief'>): StoredStudy {
    const { geocoded, ...rest }: PlainRecord = JSON.parse(this.#record.unpack(packed.record))
    const study = packed.results ? this.#withResults(rest.study, packed.results) : rest.study
    const locations = study.protocolSection.contactsLocationsModule?.locations ?? []
    const points = locations.map((site, index) => pointOf(site.geoPoint) ?? geocoded?.[index])
    return { ...rest, study, points }
  }

  /** A study's site by its place in the list, from its compressed record. */
  site(record: Uint8Array, index: number): Location | undefined {
    const text = this.#record.unpack(record)
    const inText = siteInText(text, index)
    if (inText) return inText
    const { study }: PlainRecord = JSON.parse(text)
    return study.protocolSection.contactsLocationsModule?.locations?.[index]
  }

  close(): void {
    this.#record.close()
    this.#brief.close()
  }

  /** Results are unpacked when they are first looked at: few readers want them, and they can be a hundred times as long. */
  #withResults(study: Study, packed: Uint8Array): Study {
    const record = this.#record
    let read: Study['resultsSection']
    return {
      ...study,
      get resultsSection() {
        return (read ??= JSON.parse(record.unpack(packed)) as NonNullable<typeof read>)
      },
    }
  }
}

/** Coordinates the registry gave are those of the town; 0,0 is in the sea and means none. */
export function pointOf(point: { lat: number; lon: number } | undefined): SitePoint | undefined {
  if (!point || !isOnEarth(point)) return undefined
  return { lat: point.lat, lon: point.lon, exactness: 'town' }
}

function isOnEarth({ lat, lon }: { lat: number; lon: number }): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0)
}

function geocodedOnly(
  study: Study,
  points: StoredStudy['points'],
): Record<string, SitePoint> | undefined {
  const sites = study.protocolSection.contactsLocationsModule?.locations ?? []
  const own = points.flatMap((point, index) =>
    point && !pointOf(sites[index]?.geoPoint) ? [[String(index), point] as const] : [],
  )
  return own.length > 0 ? Object.fromEntries(own) : undefined
}

/**
 * Records are most of a catalogue, and packing them is a tenth of an import. A level higher makes a record 3 % smaller and takes half as
 * long again; texts of lists are short.
 */
const level = { record: 5, brief: 6 }
