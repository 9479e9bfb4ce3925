import type { Token } from '../../vocabulary/fold.ts'
import { formKey } from '../model/plan.ts'

/** Numbers the terms of a segment while it is built, for all of its indexes. */
export class TermIds {
  readonly #ids = new Map<string, number>()
  #inOrder: readonly (readonly [term: string, id: number])[] = []

  /** The number of a word; the word remembers it, so that most are never looked up. */
  ofToken(token: Token): number {
    if (token.owner === this) return token.entry
    return this.#note(token, shortened(token.word))
  }

  /** The number of a word's written form, which is kept apart from all words. */
  ofForm(form: Token): number {
    return form.owner === this ? form.entry : this.#note(form, formKey(shortened(form.word)))
  }

  #note(token: Token, term: string): number {
    token.entry = this.of(term)
    token.owner = this
    return token.entry
  }

  of(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    this.#ids.set(term, this.#ids.size)
    return this.#ids.size - 1
  }

  /** All terms by their order; sorted once for all indexes that they are of. */
  inOrder(): readonly (readonly [term: string, id: number])[] {
    if (this.#inOrder.length !== this.#ids.size)
      this.#inOrder = [...this.#ids].sort(([a], [b]) => (a < b ? -1 : 1))
    return this.#inOrder
  }
}

function shortened(word: string): string {
  return word.length > longestTerm ? word.slice(0, longestTerm) : word
}

/** Longer words are indexed by their beginning. */
export const longestTerm = 64
