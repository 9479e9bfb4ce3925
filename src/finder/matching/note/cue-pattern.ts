/** A pattern of whole words, letters with accents being letters, and of signs that need no space about them. */
export function wordsPattern(words: string, signs = '(?!)'): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${words})(?:(?<=['’])|(?![\\p{L}\\d]))|${signs}`, 'giu')
}
