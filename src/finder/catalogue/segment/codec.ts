import { zstdCompressSync, zstdDecompressSync, constants } from 'node:zlib'
import type { Study } from '../../registry/study.ts'
import type { SitePoint, StoredStudy } from '../stored.ts'

/**
 * How a study lies in a segment: the record with what was worked out for it in one compressed piece,
 * its results in another, because few readers want them and they can be a hundred times as long.
 * A dictionary taken from the segment's first records saves a quarter.
 */
export interface PackedStudy {
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

export function pack(text: string, results: unknown, dictionary: Uint8Array): PackedStudy {
  return {
    record: compress(text, dictionary),
    results: results === undefined ? null : compress(JSON.stringify(results), dictionary),
  }
}

export function unpack(packed: PackedStudy, dictionary: Uint8Array): StoredStudy {
  const { geocoded, ...rest }: PlainRecord = JSON.parse(decompress(packed.record, dictionary))
  const study: Study = packed.results
    ? { ...rest.study, resultsSection: JSON.parse(decompress(packed.results, dictionary)) }
    : rest.study
  const locations = study.protocolSection.contactsLocationsModule?.locations ?? []
  const points = locations.map((site, index) => pointOf(site.geoPoint) ?? geocoded?.[index])
  return { ...rest, study, points }
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

function compress(text: string, dictionary: Uint8Array): Uint8Array {
  return zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: 3 },
    ...(dictionary.length > 0 && { dictionary }),
  })
}

function decompress(bytes: Uint8Array, dictionary: Uint8Array): string {
  return zstdDecompressSync(bytes, dictionary.length > 0 ? { dictionary } : {}).toString()
}
