import { listedRows } from './listed-names.ts'

/** A name whose words are written large, as it stands within a sentence: "acute myeloid leukemia", "Kawasaki disease". */
export function sentenceCase(name: string): string {
  return name.replace(capitalWords, (word) => (isProper(word) ? word : word.toLowerCase()))
}

/** The same text with its first letter large. */
export function upperFirst(text: string): string {
  return text.replace(firstLetter, (letter) => letter.toUpperCase())
}

/** Whether a word keeps its capital within a sentence, because it is the name of a person, a place or a kind of living thing. */
function isProper(word: string): boolean {
  proper ??= new Set(listedRows('proper-names.txt').flatMap(([line = '']) => line.split(' ')))
  return proper.has(word.replace(possessive, ''))
}

let proper: ReadonlySet<string> | undefined

/** Words of one capital and small letters: codes ("HER2", "pH", "B" in "B-cell") stay as they are. */
const capitalWords = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?:['’]s)?(?![\p{L}\p{N}])/gu
const possessive = /['’]s?$/
const firstLetter = /^\p{Ll}/u
