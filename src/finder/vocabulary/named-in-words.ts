import type { Mention, Vocabulary } from './concept.ts'
import { openDrugFamilies } from './drug-families.ts'
import { readMedicineNames } from './medicine-names.ts'
import type { PhraseTree, PlacedPhrase } from './phrases.ts'

/** An illness or a medicine named in a run of words, `start` to `end` (exclusive). */
export interface NamedInWords {
  readonly start: number
  readonly end: number
  /** One key for each thing that the name may mean: the same under all its names. */
  readonly keys: readonly string[]
}

/** Finds illnesses and medicines under any of their names. */
export interface ThingNames {
  /** In a record. */
  inWords(words: readonly string[]): readonly NamedInWords[]
  /** The number of a word, by which `inNumbers` knows it; 0 for one that is in no name. */
  numberOf(word: string): number
  /** As `inWords`, of words by their numbers: for reading a great deal. */
  inNumbers(numbers: readonly number[]): readonly NamedInWords[]
  /** In what was asked: the longest names, none of which overlap. */
  asked(words: readonly string[]): readonly NamedInWords[]
  /** What the words are the name of, all of them. */
  nameOf(words: readonly string[]): readonly string[]
}

/** The names of the vocabulary's illnesses and of all medicines that ship; read at the first call and kept. */
export function thingNames(vocabulary: Vocabulary): ThingNames {
  const before = opened.get(vocabulary)
  if (before) return before
  const made = openNames(vocabulary)
  opened.set(vocabulary, made)
  return made
}

const opened = new WeakMap<Vocabulary, ThingNames>()

function openNames(vocabulary: Vocabulary): ThingNames {
  const families = openDrugFamilies()
  const { tree, owners } = readMedicineNames()
  const known: (readonly string[])[] = []
  const keysOf = (name: number): readonly string[] =>
    (known[name] ??= owners[name]?.map((one) => `\u0001m${families.at(one)?.name}`) ?? [])
  const medicine = ({ start, end, value }: PlacedPhrase): NamedInWords => ({
    start,
    end,
    keys: keysOf(value),
  })
  const numbers = new WordNumbers(vocabulary, tree)
  const inNumbers: ThingNames['inNumbers'] = (words) => [
    ...vocabulary.conceptsOfRecord(numbers.inIllnesses(words)).map(illness),
    ...tree.longestOf(numbers.inMedicines(words)).map(medicine),
  ]
  const asked = (words: readonly string[]): NamedInWords[] =>
    vocabulary.conceptsIn(words, 'seeker').map(illness)
  return {
    inWords: (words) => inNumbers(words.map((word) => numbers.of(word))),
    numberOf: (word) => numbers.of(word),
    inNumbers,
    asked: (words) => withoutOverlap([...asked(words), ...tree.longestIn(words).map(medicine)]),
    nameOf: (words) => {
      const named = asked(words).find(({ start, end }) => start === 0 && end === words.length)
      return [...(named?.keys ?? []), ...keysOf(tree.get(words) ?? -1)]
    },
  }
}

/** Numbers the words that are in names of illnesses, of medicines, or of both; 0 is any other. */
class WordNumbers {
  readonly #vocabulary: Vocabulary
  readonly #medicines: PhraseTree
  readonly #known = new Map<string, number>()
  /** By the number of a word here: its number among the names of illnesses, and of medicines. */
  readonly #inIllnesses = [-1]
  readonly #inMedicines = [-1]

  constructor(vocabulary: Vocabulary, medicines: PhraseTree) {
    this.#vocabulary = vocabulary
    this.#medicines = medicines
  }

  of(word: string): number {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    const [illness, medicine] = [
      this.#vocabulary.numberOfWord(word),
      this.#medicines.numberOf(word),
    ]
    if (illness === -1 && medicine === -1) return 0
    this.#known.set(word, this.#inIllnesses.length)
    this.#inMedicines.push(medicine)
    return this.#inIllnesses.push(illness) - 1
  }

  inIllnesses(numbers: readonly number[]): readonly number[] {
    return numbers.map((number) => this.#inIllnesses[number] as number)
  }

  inMedicines(numbers: readonly number[]): readonly number[] {
    return numbers.map((number) => this.#inMedicines[number] as number)
  }
}

function illness({ start, end, concept }: Mention): NamedInWords {
  return { start, end, keys: [`\u0001i${concept.term}`] }
}

/** From the left on the longest; of two as long, both things count. */
function withoutOverlap(named: readonly NamedInWords[]): readonly NamedInWords[] {
  const found: NamedInWords[] = []
  const inOrder = named.toSorted((a, b) => a.start - b.start || b.end - a.end)
  for (const one of inOrder) {
    const last = found.at(-1)
    if (!last || one.start >= last.end) found.push(one)
    else if (one.start === last.start && one.end === last.end)
      found[found.length - 1] = { ...last, keys: [...last.keys, ...one.keys] }
  }
  return found
}
