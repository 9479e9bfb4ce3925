/** The world as a picture: a degree is one unit each way (plate carrée), so that every place is as wide as it is known. */
export const mapWidth = 360
/** To the last places where people live in the north, and to the coast of the southern continent and its stations. */
const [northernmost, southernmost] = [84, -84]
/** From there to there, in the same units. */
export const mapHeight = northernmost - southernmost

/** How far from the left edge a longitude is, in units of the picture. */
export function worldX(lon: number): number {
  return lon + 180
}

/** How far from the top a latitude is; a pole is at the edge. */
export function worldY(lat: number): number {
  return northernmost - Math.min(northernmost, Math.max(southernmost, lat))
}
