import { readFileSync } from 'node:fs'
import { fold } from './fold.ts'

/**
 * Which words of an area are looked for: those by which a criterion asks for a `wide` field, for something `near` or for
 * any disease of an `organ`, or those by which a record says something of one.
 */
export type AreaWords = 'wide' | 'near' | 'organ' | 'said'

/**
 * The areas of medicine that a text speaks of ("kidney", "cancer", "bleeding"), in English or French: much wider than
 * a disease, so that "dialysis" and "renal impairment" meet. A criterion's "creatinine" names an area; a record's
 * does not, since its value may be a good one. Rule `area@1`.
 */
export function areasIn(text: string, which: AreaWords): ReadonlySet<string> {
  lists ??= readLists()
  const list = lists[which]
  const said = ` ${fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  const found = new Set<string>()
  for (const word of new Set(said.split(' '))) addAreasOf(word, list, found)
  for (const [phrase, areas] of list.phrases)
    if (said.includes(phrase)) for (const area of areas) found.add(area)
  return found
}

/** Words and parts of words, each with the areas it is of; names of several words have a space before them. */
interface WordList {
  readonly whole: Map<string, Set<string>>
  readonly starts: Map<string, Set<string>>
  readonly within: Map<string, Set<string>>
  readonly phrases: Map<string, Set<string>>
}

let lists: Readonly<Record<AreaWords, WordList>> | undefined

function addAreasOf(word: string, list: WordList, found: Set<string>): void {
  if (word.length < 2) return
  const add = (areas: ReadonlySet<string> = none): void => areas.forEach((area) => found.add(area))
  add(list.whole.get(word))
  for (let length = 2; length <= word.length; length++) add(list.starts.get(word.slice(0, length)))
  if (word.length >= shortestPart)
    for (const [part, areas] of list.within) if (word.includes(part)) add(areas)
}

const none: ReadonlySet<string> = new Set()
/** No part of a word in the list is shorter. */
const shortestPart = 5

function readLists(): Readonly<Record<AreaWords, WordList>> {
  const file = new URL('../../../data/vocabulary/areas.tsv', import.meta.url)
  const read = { wide: emptyList(), near: emptyList(), organ: emptyList(), said: emptyList() }
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    if (line.startsWith('#')) continue
    const [kind, name = '', asked = '', said = ''] = line.split('\t')
    const area = `${kind} ${name}`
    addWords(read[askedAs(kind)], area, asked)
    addWords(read.said, area, said)
  }
  return read
}

function askedAs(kind: string | undefined): AreaWords {
  return kind === 'wide' || kind === 'organ' ? kind : 'near'
}

function emptyList(): WordList {
  return { whole: new Map(), starts: new Map(), within: new Map(), phrases: new Map() }
}

/** In the file `*` is any letters, and `+` a space; the last word of a name of several may go on. */
function addWords(list: WordList, area: string, written: string): void {
  for (const one of written.trim().split(/ +/).map(fold)) {
    const bare = one.replaceAll('*', '')
    const [map, key] = one.includes('+')
      ? [list.phrases, ` ${bare.replaceAll('+', ' ')}${one.endsWith('*') ? '' : ' '}`]
      : one.startsWith('*')
        ? [list.within, bare]
        : [one.endsWith('*') ? list.starts : list.whole, bare]
    const areas = map.get(key)
    if (areas) areas.add(area)
    else map.set(key, new Set([area]))
  }
}
