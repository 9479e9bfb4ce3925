import { distanceKm } from '../../src/finder/places/distance.ts'
import { nameKey } from '../../src/finder/places/name-key.ts'
import { type TownRow, readTowns } from '../../src/finder/places/read-towns.ts'
import type { Places } from '../../src/finder/places/places.ts'
import { readPlace } from '../../src/finder/question/read-place.ts'
import { pick } from '../random.ts'

/** How often a town typed with one slip of the finger is found, and the ones that were not. */
export interface TownTypos {
  readonly asked: number
  /** The town is what the text is read as, or the first that is offered. */
  readonly found: number
  readonly missed: readonly { readonly typed: string; readonly town: string }[]
}

const leastPeople = 50_000
const drawn = 300

/** Draws 300 towns of more than 50,000 people by a fixed seed, types each with one slip, and reads what was typed. */
export function measureTownTypos(places: Pick<Places, 'find'>, seed = 45): TownTypos {
  const big = readTowns().filter(({ population }) => population > leastPeople)
  const towns = Array.from({ length: drawn }, (_, index) => big[pick(big.length, seed, index)])
  const missed: { typed: string; town: string }[] = []
  towns.forEach((town, index) => {
    if (!town) return
    const typed = withSlip(town.name, seed, index)
    if (!isFirst(places, typed, town)) missed.push({ typed, town: town.name })
  })
  return { asked: towns.length, found: towns.length - missed.length, missed }
}

function isFirst(places: Pick<Places, 'find'>, typed: string, town: TownRow): boolean {
  const read = readPlace(typed, { places, language: 'en' })
  const taken = read.kind === 'found' ? [read.place] : []
  return [...taken, ...read.others.slice(0, 1)].some((place) => distanceKm(place, town) < 1)
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** One letter more, less or other, or two neighbours swapped; never the same name again. */
function withSlip(name: string, seed: number, index: number): string {
  for (let turn = 0; ; turn++) {
    const chance = (count: number, key: number): number => pick(count, seed + key, index, turn)
    const at = chance(name.length, 1)
    const letter = letters[chance(letters.length, 2)] ?? ''
    const [before, after] = [name.slice(0, at), name.slice(at)]
    const slips = [
      before + letter + after,
      before + after.slice(1),
      before + letter + after.slice(1),
      `${before}${after[1] ?? ''}${after[0] ?? ''}${after.slice(2)}`,
    ]
    const typed = slips[chance(slips.length, 3)] ?? ''
    if (nameKey(typed) !== nameKey(name)) return typed
  }
}
