/**
 * The meridian at which a flat map of some places is best cut: in the middle of the widest stretch of longitudes that has
 * none of them. Degrees, from -180 up to 180.
 */
export function cutMeridian(lons: readonly number[]): number {
  const sorted = lons.map((lon) => wrapped(lon)).toSorted((a, b) => a - b)
  let widest = -1
  let cut = -180
  for (const [at, lon] of sorted.entries()) {
    const before = sorted[at - 1] ?? (sorted.at(-1) ?? lon) - 360
    if (lon - before <= widest) continue
    widest = lon - before
    cut = (lon + before) / 2
  }
  return wrapped(cut)
}

/** The same meridian as a longitude from `cut` up to a whole turn after it. */
export function turnedFrom(lon: number, cut: number): number {
  return wrapped(lon - cut - 180) + cut + 180
}

/** From -180 up to 180. */
function wrapped(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180
}
