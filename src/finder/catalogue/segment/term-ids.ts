import type { Token } from '../../vocabulary/fold.ts'

/** Numbers the terms of a segment while it is built, for both of its indexes. */
export class TermIds {
  readonly #ids = new Map<string, number>()

  /** The number of a word; the word remembers it, so that most are never looked up. */
  ofToken(token: Token): number {
    if (token.owner === this) return token.entry
    const { word } = token
    token.entry = this.of(word.length > longestWord ? word.slice(0, longestWord) : word)
    token.owner = this
    return token.entry
  }

  of(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    this.#ids.set(term, this.#ids.size)
    return this.#ids.size - 1
  }

  inOrder(): readonly (readonly [term: string, id: number])[] {
    return [...this.#ids].sort(([a], [b]) => (a < b ? -1 : 1))
  }
}

const longestWord = 64
