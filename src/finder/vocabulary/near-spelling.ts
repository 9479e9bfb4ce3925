/**
 * Names of one word by nearly their spelling: one letter too many, too few, another or two exchanged, and the first is
 * right ("apatinib" is not "lapatinib"). Only long words, because short ones are too near to each other.
 */
export class NearSpelling {
  readonly #names = new Set<string>()
  readonly #without = new Map<string, string>()

  constructor(names: Iterable<string>) {
    for (const name of names) {
      if (name.length < shortest || this.#names.has(name)) continue
      this.#names.add(name)
      for (const key of withoutOne(name)) if (!this.#without.has(key)) this.#without.set(key, name)
    }
  }

  /** The name that a word is nearly, or is; undefined where it is near to none. */
  nearest(word: string): string | undefined {
    if (word.length < shortest - 1 || word.length > longest) return undefined
    if (this.#names.has(word)) return word
    const isNear = (name: string): boolean =>
      name.charAt(0) === word.charAt(0) && Math.abs(name.length - word.length) <= 1
    const longer = this.#without.get(word)
    if (longer !== undefined && isNear(longer)) return longer
    for (const key of withoutOne(word)) {
      if (this.#names.has(key) && isNear(key)) return key
      const other = this.#without.get(key)
      if (other !== undefined && isNear(other)) return other
    }
    return undefined
  }
}

const shortest = 9
const longest = 30

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => `${word.slice(0, at)}${word.slice(at + 1)}`)
}
