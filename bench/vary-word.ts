import { hashOf, hashText } from './random.ts'

/**
 * The share of copies in which a word of the snapshot is unchanged, by the number of studies (of
 * 4,200) that hold it: a word in 4 of them stays in a quarter of the copies, one in 220 or more in all.
 */
export function shareKept(studiesWithWord: number): number {
  return Math.min(1, 0.25 * (studiesWithWord / 4) ** 0.35)
}

/**
 * Which variant takes the place of a word that is not kept: 1 in half of the cases, 2 in a sixth, n in 1/(n(n+1)).
 * The number of variants seen goes on growing with the square root of the number of copies.
 */
export function variantNumber(chance: number): number {
  return Math.min(1_000_000, Math.floor(1 / chance))
}

/** The nth made-up word for a word of the snapshot: like it, and in no study of the snapshot. */
export function variantOf(word: string, number: number, known: ReadonlySet<string>): string {
  const seed = hashText(word)
  const letters = Array.from(word)
  for (let change = 0; change < 2; change++) {
    const at = 1 + (hashOf(seed, number, change) % (letters.length - 1))
    letters[at] = anotherLetter(letters[at] ?? 'a', hashOf(seed, number, change + 7))
  }
  const made = letters.join('')
  if (number < plainVariants && !known.has(made) && made !== word) return made
  return withSyllable(made, hashOf(seed, number, 99), known)
}

/** Changing two letters gives some hundred words; after so many a syllable is put in as well. */
const plainVariants = 12
const vowels = 'aeiou'
const consonants = 'bcdfghklmnprstvz'

function anotherLetter(letter: string, hash: number): string {
  const letters = vowels.includes(letter) ? vowels : consonants
  const at = letters.indexOf(letter)
  return letters[(at + 1 + (hash % (letters.length - 1))) % letters.length] ?? letter
}

function withSyllable(word: string, hash: number, known: ReadonlySet<string>): string {
  let made = word
  for (let tries = 0; tries < 4; tries++) {
    const random = hashOf(hash, tries)
    const at = 2 + (random % (made.length - 2))
    const syllable = `${consonants[(random >>> 8) & 15] ?? 'm'}${vowels[(random >>> 16) % 5] ?? 'a'}`
    made = made.slice(0, at) + syllable + made.slice(at)
    if (!known.has(made)) return made
  }
  return made
}
