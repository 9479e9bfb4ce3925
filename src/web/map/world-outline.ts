import { mapHeight, mapWidth, worldX, worldY } from './world.ts'

/** Outlines of land as GeoJSON has them, in degrees; a ring may go on beyond the date line. */
export interface Outlines {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly (readonly (readonly Position[])[])[] }
  }[]
}

type Position = readonly [lon: number, lat: number]

/**
 * The land of the world as a picture, without names and small islands: about 10 kB packed. What reaches over the date
 * line is drawn at both edges.
 */
export function worldSvg({ features }: Outlines): string {
  const rings = features.flatMap(({ geometry }) => geometry.coordinates.flat())
  const path = rings.flatMap(copies).map(pathOf).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mapWidth} ${mapHeight}" width="${mapWidth}" height="${mapHeight}"><style>path{fill:#fcfbf7;stroke:#8a979b;stroke-width:.6}@media (prefers-color-scheme:dark){path{fill:#333f43;stroke:#7d8b90}}</style><path transform="scale(${1 / parts})" d="${path}"/></svg>`
}

/** Coordinates are whole numbers of which so many are a degree. */
const parts = 2
const leastPoints = 4

/** A ring as it is, and where it is beyond the date line the same a whole turn away. */
function copies(ring: readonly Position[]): readonly (readonly Position[])[] {
  const shifted = (turn: number) => ring.map(([lon, lat]): Position => [lon + turn, lat])
  return [
    ring,
    ...(ring.some(([lon]) => lon > 180) ? [shifted(-360)] : []),
    ...(ring.some(([lon]) => lon < -180) ? [shifted(360)] : []),
  ]
}

function pathOf(ring: readonly Position[]): string {
  const points = ring
    .map(
      ([lon, lat]) => [Math.round(worldX(lon) * parts), Math.round(worldY(lat) * parts)] as const,
    )
    .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1])
  const [first] = points
  if (!first || points.length <= leastPoints) return ''
  // Steps are shorter to write than places; the last one leads back and need not be said.
  let [x, y] = first
  const steps = points.slice(1, -1).map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`
    x = nextX
    y = nextY
    return step
  })
  return `M${first[0]} ${first[1]}l${steps.join(' ')}z`
}
