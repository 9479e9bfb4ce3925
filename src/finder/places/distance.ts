/** A place on the Earth, in degrees: north and east are positive. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Miles to kilometres: the international mile of 1959 is exactly 1,609.344 m. */
export const kmInMile = 1.609344

/**
 * The Earth's mean radius R1 = (2a + b) / 3 of the GRS80 ellipsoid, as the International Union of Geodesy
 * and Geophysics defines it (H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74:128, 2000).
 */
export const earthRadiusKm = 6371.0088

const radians = Math.PI / 180

/**
 * Kilometres between two points as the crow flies, by the haversine formula (Sinnott 1984); within 0.6 % of the
 * ellipsoid. Beyond a quarter of the way round it measures to the opposite point instead, since the arcsine of a
 * number near 1 keeps only half of its digits.
 */
export function distanceKm(a: Point, b: Point): number {
  const near = haversine(b.lat - a.lat, b.lon - a.lon, a, b)
  if (near <= 0.5) return 2 * earthRadiusKm * Math.asin(Math.sqrt(near))
  const far = haversine(a.lat + b.lat, 180 - Math.abs(b.lon - a.lon), a, b)
  return earthRadiusKm * (Math.PI - 2 * Math.asin(Math.sqrt(far)))
}

/** Half the versed sine of the angle between two points so far apart, in degrees. */
function haversine(lat: number, lon: number, a: Point, b: Point): number {
  const halfLat = Math.sin((lat * radians) / 2)
  const halfLon = Math.sin((lon * radians) / 2)
  return (
    halfLat * halfLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * halfLon * halfLon
  )
}

/** Miles in kilometres. */
export function kmFromMiles(miles: number): number {
  return miles * kmInMile
}

/** Kilometres in miles. */
export function milesFromKm(km: number): number {
  return km / kmInMile
}

/**
 * Whether roads in a country (ISO 3166-1 alpha-2) are signed in miles: the United States, the United Kingdom, Liberia and
 * Myanmar (Unicode CLDR, `unitPreferenceData`, usage "road", and the countries' own traffic signs).
 */
export function countryUsesMiles(country: string | undefined): boolean {
  return country !== undefined && inMiles.has(country)
}

const inMiles: ReadonlySet<string> = new Set(['US', 'GB', 'LR', 'MM'])

/** Latitudes from south to north, and one stretch of longitudes, or two where it crosses the date line. */
export interface Box {
  readonly south: number
  readonly north: number
  readonly lons: readonly (readonly [west: number, east: number])[]
}

/** The smallest box that holds every point within `km` of `point`: a quick first sieve before `distanceKm`. */
export function boundingBox(point: Point, km: number): Box {
  // A hair wider than exact, so that rounding never leaves out a point on the very edge.
  const angle = (Math.max(0, km) / earthRadiusKm) * (1 + 1e-9) + 1e-9
  const south = point.lat - angle / radians
  const north = point.lat + angle / radians
  const clamped = { south: Math.max(-90, south), north: Math.min(90, north) }
  if (south <= -90 || north >= 90) return { ...clamped, lons: [[-180, 180]] }
  return { ...clamped, lons: stretches(point, angle) }
}

/** Is the point inside the box? Its edges count as inside. */
export function isInBox(point: Point, box: Box): boolean {
  if (point.lat < box.south || point.lat > box.north) return false
  return box.lons.some(([west, east]) => point.lon >= west && point.lon <= east)
}

/** The circle's widest reach east and west is not on the point's own parallel: asin(sin r / cos lat). */
function stretches(point: Point, angle: number): [number, number][] {
  const reach = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(point.lat * radians))) / radians
  const west = point.lon - reach
  const east = point.lon + reach
  if (west < -180) return joinedAtDateLine(west + 360, east)
  if (east > 180) return joinedAtDateLine(west, east - 360)
  // 180 and -180 are one meridian: a box that ends on it holds both ways of writing it.
  if (west === -180) return joinedAtDateLine(180, east)
  if (east === 180) return joinedAtDateLine(west, -180)
  return [[west, east]]
}

function joinedAtDateLine(west: number, east: number): [number, number][] {
  return [
    [west, 180],
    [-180, east],
  ]
}
