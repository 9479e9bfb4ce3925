import { townOfArea } from '../places/areas-by-town.ts'
import {
  type PlaceFinder,
  type SaidPlace,
  placedWords,
  saysNothing,
  withoutStops,
} from './place-names.ts'

/** An area of two words or more that is known by a town of it, at the end: "lupus, Bay Area", « mélanome région parisienne ». */
export function areaAtEnd(text: string, { findPlace }: PlaceFinder): SaidPlace | undefined {
  const body = withoutStops(text)
  const words = placedWords(body)
  for (let count = Math.min(mostWords, words.length - 1); count > 1; count--) {
    const typed = body.slice(words.at(-count)?.index)
    if (townOfArea(typed) === undefined || /^new$/i.test(words.at(-count - 1)?.[0] ?? '')) continue
    // "Newport Isle of Wight": the town in it.
    const before = words.at(-count - 1)
    const town = before && !saysNothing(before[0]) ? before.index : undefined
    for (const start of [town, words.at(-count)?.index]) {
      const named = body.slice(start ?? 0)
      const read = start === undefined ? undefined : findPlace(named, true)
      if (read?.kind === 'found') return { words: named, typed: named, read }
    }
  }
  return undefined
}

const mostWords = 4
