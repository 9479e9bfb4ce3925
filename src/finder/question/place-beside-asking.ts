import { anyPerson } from './persons.ts'
import { placeAtEnd, isOwnByName } from './place-at-end.ts'
import { type PlaceFinder, type SaidPlace, saysNothing } from './place-names.ts'

/**
 * A place before what is asked ("my son has asthma Ashford any trials?"), or before who speaks ("cardiff, mum with lupus", « nantes je
 * cherche … »).
 */
export function placeBesideAsking(text: string, finder: PlaceFinder): SaidPlace | undefined {
  for (const { index } of [...text.matchAll(asking)].slice(0, mostTries)) {
    const found = placeAtEnd(text.slice(0, index), finder)
    if (found) return found
  }
  for (const { index } of [...text.matchAll(goingOn)].slice(0, mostTries)) {
    const found = placeAtEnd(text.slice(0, index), finder)
    if (found && isOwnByName(found.typed, found.read.place, finder)) return found
  }
  return placeAtStart(text, finder)
}

const mostTries = 3
const asking =
  /(?<=\p{L}[,.!]?) (?=(?:any|please|pls|plz|looking|we|i|i['’]?m|my|our|is there|are there|what|where|can you|thanks|thank you|merci|svp|stp|je|mon|ma|notre|nous|y a|est-ce|quels?|quelles?|existe)(?!\p{L}))/giu

/** Behind a name that is written as one a sentence goes on: "dad 71 Wakefield on Trelegy". */
const goingOn =
  /(?<=\p{L}\p{Ll}+,? \p{Lu}\p{Ll}{3,}) (?=(?:on|with|after|before|since|has|having|taking|who|sous|avec|depuis|qui|apr[èe]s|avant)(?!\p{L}))/gu

/** Who speaks, or of whom: not "Austin has asthma". */
const speaking = new RegExp(
  String.raw`^[,;:.]? ?(?:my|our|we|i|i['’]?m|im|looking|mon|ma|notre|je|nous|on|cherche|recherche|patiente?|${anyPerson}|\d{1,2} ?(?:[fmh]|ans|years?|yo))(?!\p{L})`,
  'iu',
)

function placeAtStart(text: string, finder: PlaceFinder): SaidPlace | undefined {
  const words = [...text.matchAll(/[^\s,;:]+/gu)].slice(0, mostWords)
  if (saysNothing(words[0]?.[0] ?? '')) return undefined
  for (const { index, 0: word } of words.toReversed()) {
    const end = index + word.length
    const typed = text.slice(0, end)
    if (!/^\p{L}[\p{L} '’-]+$/u.test(typed) || saysNothing(word)) continue
    if (!speaking.test(text.slice(end, end + mostLetters))) continue
    const read = finder.findPlace(typed, true)
    if (read.kind === 'found' && isOwnByName(typed.toLowerCase(), read.place, finder))
      return { words: typed, typed, read }
  }
  return undefined
}

const mostWords = 3
const mostLetters = 40
