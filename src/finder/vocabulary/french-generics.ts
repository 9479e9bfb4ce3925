/**
 * A generic name as French writes it, made of the English one where no list has it: "-in" is « -ine », and an "e" that ends a
 * syllable is « é » ("irinotecan", « irinotécan »; but « melphalan », « prednisone »). Names of several words, with capitals or
 * with accents stay. Rule `french-generics@1`. Source: WHO, International Nonproprietary Names, lists in English and French.
 */
export function frenchGeneric(name: string): string {
  const ended = name.replace(/(?<=\p{L}{3})in\b/u, 'ine')
  if (!/^[a-z]{5,}$/.test(ended) || unlike.test(ended)) return ended
  return ended
    .replace(/(?<=ro|i|p)f?(?<=[fh])en$/, (last) => `${last.slice(0, -2)}ène`)
    .replace(beforeMute, 'è')
    .replaceAll(openSyllable, 'é')
    .replace(/ain(?=[aei])/, 'aïn')
    .replace(/oine$/, 'oïne')
}

/** « Peginterféron », « hydroxyurée », and what is food. */
const unlike = /^pegint|ea$|fruit$|^turmeric$/
/** « Raloxifène »: the last vowel is not heard. */
const beforeMute = /e(?=[bcdfgklmnprstvz]e$)/
/** Before a consonant, or two that begin a syllable together, and a vowel; "x" and doubled ones close it. */
const openSyllable =
  /(?<![aeo])e(?=(?:[bcdfgjklmnpqrstvz]|[bcdfgptv]r|[bcfgp]l|[cpt]h[rl]?|qu)(?:[aiouyé]|e(?!$))|o)/g
