import type { Token } from '../../vocabulary/fold.ts'
import { formKey } from '../model/plan.ts'

/** Numbers the terms of a segment while it is built, for all of its indexes. */
export class TermIds {
  readonly #ids = new Map<string, number>()
  readonly #terms: string[] = []
  /** What words remember their numbers by: another object once those are forgotten. */
  #owner = {}
  #inOrder = new Uint32Array(0)

  get count(): number {
    return this.#terms.length
  }

  /** Forgets all terms, and begins again at 0. */
  clear(): void {
    this.#ids.clear()
    this.#terms.length = 0
    this.#owner = {}
    this.#inOrder = new Uint32Array(0)
  }

  /** The number of a word; the word remembers it, so that most are never looked up. */
  ofToken(token: Token): number {
    if (token.owner === this.#owner) return token.entry
    return this.#note(token, shortened(token.word))
  }

  /** The number of a word's written form, which is kept apart from all words. */
  ofForm(form: Token): number {
    return form.owner === this.#owner ? form.entry : this.#note(form, formKey(shortened(form.word)))
  }

  #note(token: Token, term: string): number {
    token.entry = this.of(term)
    token.owner = this.#owner
    return token.entry
  }

  of(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    this.#ids.set(term, this.#terms.length)
    return this.#terms.push(term) - 1
  }

  term(id: number): string {
    return this.#terms[id] as string
  }

  /** The numbers of all terms by the order of these; sorted once for all indexes that they are of. */
  inOrder(): Uint32Array {
    const terms = this.#terms
    if (this.#inOrder.length !== terms.length)
      this.#inOrder = Uint32Array.from(terms.keys()).sort((a, b) =>
        (terms[a] as string) < (terms[b] as string) ? -1 : 1,
      )
    return this.#inOrder
  }
}

function shortened(word: string): string {
  return word.length > longestTerm ? word.slice(0, longestTerm) : word
}

/** Longer words are indexed by their beginning. */
export const longestTerm = 64
