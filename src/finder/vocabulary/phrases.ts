import assert from 'node:assert/strict'

/** A phrase found: the number it was added with, and how many words long it is. */
export interface FoundPhrase {
  readonly value: number
  readonly length: number
}

/** Whether a phrase counts at a place: by the number it was added with, where it starts, and how many words long it is. */
type Accepts = (value: number, start: number, length: number) => boolean

/** A phrase found in a run of words: words `start` to `end` (exclusive). */
export interface PlacedPhrase {
  readonly start: number
  readonly end: number
  readonly value: number
}

/** A tree as plain lists: the words, then of each node but the first the one above it, its word and its value. */
export interface PackedPhrases {
  readonly words: readonly string[]
  readonly parents: Int32Array
  readonly wordIds: Int32Array
  /** -1 where no phrase ends. */
  readonly values: Int32Array
}

/**
 * Many phrases, found quickly: each phrase is a path of words through one tree, kept in flat arrays so
 * that half a million studies can be read against all disease names in seconds.
 */
export class PhraseTree {
  readonly #mostWords: number
  readonly #wordIds = new Map<string, number>()
  // The branches, as a hash table with open addressing: from a node, by a word, to a node.
  readonly #mask: number
  readonly #from: Int32Array
  readonly #word: Int32Array
  readonly #to: Int32Array
  readonly #values: Int32Array
  #nodes = 1

  /** Room for phrases of `mostWords` words in all. */
  constructor(mostWords: number) {
    const size = 2 ** Math.ceil(Math.log2(mostWords * 2))
    this.#mostWords = mostWords
    this.#mask = size - 1
    this.#from = new Int32Array(size).fill(-1)
    this.#word = new Int32Array(size)
    this.#to = new Int32Array(size)
    this.#values = new Int32Array(mostWords + 1).fill(-1)
  }

  /** Adds a phrase; the value (0 or more) first added for the same words stays. */
  add(words: readonly string[], value: number): void {
    if (words.length === 0) return
    assert.ok(this.#nodes + words.length <= this.#mostWords, 'More words than there is room for')
    let node = 0
    for (const word of words) node = this.#grow(node, word)
    if (this.#values[node] === -1) this.#values[node] = value
  }

  get(words: readonly string[]): number | undefined {
    let node = 0
    for (const word of words)
      if ((node = this.#below(node, this.numberOf(word))) === -1) return undefined
    const value = this.#values[node]
    return value === -1 ? undefined : value
  }

  /** The longest accepted phrase that starts with the word at `start`. */
  longestAt(
    words: readonly string[],
    start: number,
    accepts: (value: number, length: number) => boolean,
  ): FoundPhrase | undefined {
    let node = 0
    let best: FoundPhrase | undefined
    for (let at = start; at < words.length; at++) {
      node = this.#below(node, this.numberOf(words[at] as string))
      if (node === -1) break
      const value = this.#values[node] ?? -1
      const length = at - start + 1
      if (value !== -1 && accepts(value, length)) best = { value, length }
    }
    return best
  }

  /** The number of a word among those of all phrases; -1 for one that is in none. */
  numberOf(word: string): number {
    return this.#wordIds.get(word) ?? -1
  }

  /** The longest accepted phrases in a run of words, from its start on; none of them overlap. */
  longestIn(words: readonly string[], accepts?: Accepts): PlacedPhrase[] {
    return this.longestOf(
      words.map((word) => this.numberOf(word)),
      accepts,
    )
  }

  /** As `longestIn`, of words by their numbers: each is looked up once, however many phrases it may go on. */
  longestOf(words: readonly number[], accepts: Accepts = () => true): PlacedPhrase[] {
    const found: PlacedPhrase[] = []
    for (let start = 0; start < words.length; start++) {
      let [node, value, length] = [0, -1, 0]
      for (let at = start; at < words.length; at++) {
        node = this.#below(node, words[at] as number)
        if (node === -1) break
        const here = this.#values[node] as number
        if (here === -1 || !accepts(here, start, at - start + 1)) continue
        value = here
        length = at - start + 1
      }
      if (length === 0) continue
      found.push({ start, end: start + length, value })
      start += length - 1
    }
    return found
  }

  /** Every word of every phrase. */
  words(): Iterable<string> {
    return this.#wordIds.keys()
  }

  /** Every phrase, with its value. */
  *phrases(): Iterable<{ readonly words: readonly string[]; readonly value: number }> {
    const { words, parents, wordIds, values } = this.pack()
    for (let end = 1; end < values.length; end++) {
      const value = values[end] ?? -1
      if (value === -1) continue
      const phrase: string[] = []
      for (let node = end; node !== 0; node = parents[node] ?? 0)
        phrase.push(words[wordIds[node] ?? 0] ?? '')
      yield { words: phrase.toReversed(), value }
    }
  }

  pack(): PackedPhrases {
    const [parents, wordIds] = [new Int32Array(this.#nodes), new Int32Array(this.#nodes)]
    for (const [slot, from] of this.#from.entries()) {
      if (from === -1) continue
      const node = this.#to[slot] ?? 0
      parents[node] = from
      wordIds[node] = this.#word[slot] ?? 0
    }
    const values = this.#values.slice(0, this.#nodes)
    return { words: [...this.#wordIds.keys()], parents, wordIds, values }
  }

  /** The tree that was packed; no more is added to it. */
  static unpack({ words, parents, wordIds, values }: PackedPhrases): PhraseTree {
    const tree = new PhraseTree(parents.length)
    words.forEach((word, id) => tree.#wordIds.set(word, id))
    const [from, word, to, mask] = [tree.#from, tree.#word, tree.#to, tree.#mask]
    // Each branch comes once, so the first free place is its own.
    for (let node = 1; node < parents.length; node++) {
      const [above, id] = [parents[node] ?? 0, wordIds[node] ?? 0]
      let slot = hashOf(above, id) & mask
      while (from[slot] !== -1) slot = (slot + 1) & mask
      from[slot] = above
      word[slot] = id
      to[slot] = node
    }
    tree.#nodes = parents.length
    tree.#values.set(values)
    return tree
  }

  /** The node from another by a word; -1 where there is none. */
  #below(node: number, word: number): number {
    if (word === -1) return -1
    const slot = this.#slotOf(node, word)
    return this.#from[slot] === -1 ? -1 : (this.#to[slot] as number)
  }

  #grow(node: number, word: string): number {
    return this.#branch(node, this.#idOf(word))
  }

  #branch(node: number, word: number): number {
    const slot = this.#slotOf(node, word)
    if (this.#from[slot] !== -1) return this.#to[slot] ?? -1
    this.#from[slot] = node
    this.#word[slot] = word
    this.#to[slot] = this.#nodes
    return this.#nodes++
  }

  #idOf(word: string): number {
    const known = this.#wordIds.get(word)
    if (known !== undefined) return known
    this.#wordIds.set(word, this.#wordIds.size)
    return this.#wordIds.size - 1
  }

  /** Where the branch from `node` by `word` is, or the free place where it belongs. */
  #slotOf(node: number, word: number): number {
    let slot = hashOf(node, word) & this.#mask
    while (this.#from[slot] !== -1 && (this.#from[slot] !== node || this.#word[slot] !== word))
      slot = (slot + 1) & this.#mask
    return slot
  }
}

function hashOf(node: number, word: number): number {
  return Math.imul(node, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b)
}
