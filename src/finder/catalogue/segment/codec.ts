import { zstdCompressSync, zstdDecompressSync, constants } from 'node:zlib'
import type { Study } from '../../registry/study.ts'
import type { SitePoint } from '../../places/place.ts'
import type { StoredStudy } from '../model/stored.ts'
import { briefOf } from './brief.ts'

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
  const { points, ...rest } = stored
  const { resultsSection: _, ...study } = stored.study
  const geocoded = geocodedOnly(stored.study, points)
  const plain: PlainRecord = { ...rest, study, ...(geocoded && { geocoded }) }
  return JSON.stringify(plain)
}

/** What the pieces of a segment are compressed with: samples of what they hold. */
export interface Dictionaries {
  readonly record: Uint8Array
  readonly brief: Uint8Array
}

/**
 * Compresses a study: what lists show of it, its record (as `recordText` gives it) and its results, with the
 * dictionaries of its segment.
 */
export function pack(study: Study, text: string, { record, brief }: Dictionaries): PackedStudy {
  const { resultsSection } = study
  return {
    brief: compress(briefText(study), brief),
    record: compress(text, record),
    results: resultsSection ? compress(JSON.stringify(resultsSection), record) : null,
  }
}

/** What lists show of a study, as the text that is compressed. */
export function briefText(study: Study): string {
  return JSON.stringify(briefOf(study))
}

/**
 * What lists show of a study, from its compressed piece. Throws when the bytes are damaged or the dictionary is
 * another one.
 */
export function unpackBrief(bytes: Uint8Array, dictionary: Uint8Array): Study {
  return JSON.parse(decompress(bytes, dictionary)) as Study
}

/**
 * A study whole, from its compressed pieces; without results where none are given. Throws when the bytes are
 * damaged.
 */
export function unpack(packed: Omit<PackedStudy, 'brief'>, dictionary: Uint8Array): StoredStudy {
  const { geocoded, ...rest }: PlainRecord = JSON.parse(decompress(packed.record, dictionary))
  const study = packed.results ? withResults(rest.study, packed.results, dictionary) : rest.study
  const locations = study.protocolSection.contactsLocationsModule?.locations ?? []
  const points = locations.map((site, index) => pointOf(site.geoPoint) ?? geocoded?.[index])
  return { ...rest, study, points }
}

/** Results are unpacked when they are first looked at: few readers want them, and they can be a hundred times as long. */
function withResults(study: Study, packed: Uint8Array, dictionary: Uint8Array): Study {
  let read: Study['resultsSection']
  return {
    ...study,
    get resultsSection() {
      return (read ??= JSON.parse(decompress(packed, dictionary)) as NonNullable<typeof read>)
    },
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

/** Records are most of a catalogue: a tenth of a millisecond more for each makes them a fourteenth smaller. */
const level = 6

function compress(text: string, dictionary: Uint8Array): Uint8Array {
  return zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: level },
    ...(dictionary.length > 0 && { dictionary }),
  })
}

function decompress(bytes: Uint8Array, dictionary: Uint8Array): string {
  return zstdDecompressSync(bytes, dictionary.length > 0 ? { dictionary } : {}).toString()
}
