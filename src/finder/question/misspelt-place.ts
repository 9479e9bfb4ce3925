import { anyPerson, beforeName } from './persons.ts'
import { type PlaceFinder, type SaidPlace, placedWords, withoutStops } from './place-names.ts'
import { isRatherWords } from './place-or-word.ts'

/**
 * A bigger city of the reader's own that is misspelt: after "in" or "à" ("we are in Mancester"), or last ("acouphènes marseile"). Words
 * of speech and of medicine are none, however near they are.
 */
export function misspeltPlace(text: string, finder: PlaceFinder): SaidPlace | undefined {
  for (const cue of text.matchAll(cues)) {
    if (isRatherWords(cue.groups?.['next'] ?? '')) continue
    const from = cue.index + cue[0].length
    const found = nearIn(wordsFrom(text.slice(from, from + mostLetters)), fewestAfterCue, finder)
    if (found) return { ...found, words: text.slice(cue.index, from + found.typed.length) }
  }
  const body = withoutStops(text)
  const last = placedWords(body).slice(-mostWords)
  if (isRatherWords(last.at(-1)?.[0] ?? '')) return undefined
  const names = last.filter(({ index }) => index > 0).map(({ index }) => body.slice(index))
  const found = nearIn(names, fewestAtEnd, finder)
  const at = found ? body.lastIndexOf(found.typed) : 0
  if (!found || ofPerson.test(body.slice(0, at))) return undefined
  return { ...found, words: text.slice(at).trimEnd() }
}

const cues =
  /(?<![\p{L}\p{N}])(?:in|from|near|around|outside|at|à|a|pr[èe]s d[e'’]|habit\p{L}*|vi[st]|vivant|live|living|based)(?:(?<=['’])|\s+)(?=(?<next>\p{L}{2,}))/giu
const ofPerson = new RegExp(`(?<!\\p{L})(?:${anyPerson}|${beforeName}) $`, 'iu')
const mostWords = 3
const mostLetters = 60
const fewestAfterCue = 6
const fewestAtEnd = 7

/** The words as one, two or three of them, the longest first. */
function wordsFrom(text: string): readonly string[] {
  const [clause = ''] = /^[^,.;:!?()\n]*/.exec(text) ?? []
  const words = [...clause.matchAll(/\S+/gu)].slice(0, mostWords)
  return words.map(({ index, 0: word }) => clause.slice(0, index + word.length)).toReversed()
}

function nearIn(
  names: readonly string[],
  fewest: number,
  { findPlace, nearCity, isOwn }: PlaceFinder,
): Omit<SaidPlace, 'words'> | undefined {
  for (const typed of names) {
    const city = typed.length < fewest ? undefined : nearCity(typed)
    if (city === undefined || isRatherWords(typed)) continue
    const typedSo = findPlace(typed)
    if (typedSo.kind !== 'found' || typedSo.place.kind !== 'town') continue
    // "Montpelier" is a small town abroad: of readers of French few mean it.
    const isElsewhere = !typedSo.place.isCorrected && !isOwn(typedSo.place)
    const read = isElsewhere ? findPlace(city, true) : typedSo
    if (read.kind !== 'found') continue
    const { kind, isCorrected, population = 0 } = read.place
    if (kind !== 'town' || population < fewestPeople || !isOwn(read.place)) continue
    if (isCorrected) return { typed, read }
    if (isElsewhere && population > (typedSo.place.population ?? 0) * muchBigger)
      return {
        typed,
        read: { ...read, isSure: false, place: { ...read.place, isCorrected: true } },
      }
  }
  return undefined
}

const fewestPeople = 15_000
const muchBigger = 10
