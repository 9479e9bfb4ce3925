import { type DrugFamilies, openDrugFamilies } from '../../vocabulary/drug-families.ts'
import { isSalt } from '../../vocabulary/drug-forms.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { NearSpelling } from '../../vocabulary/near-spelling.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { OtherName } from '../segment/names.ts'
import type { Segment } from '../segment/segment.ts'
import type { NamesOfSegment } from './written-names.ts'

/**
 * Other names that records give their medicines ("MK-3475" for pembrolizumab), of those that mean one medicine in all
 * records and little else: most studies that hold their rarest word name them so.
 */
export class LearnedNames {
  readonly #families = openDrugFamilies()
  readonly #vocabulary: Vocabulary
  readonly #gathered = new Map<string, Gathered>()
  /** What was made of each name that records give, of each medicine, and of each that might be a slip: all come again and again. */
  readonly #read = new Map<string, readonly string[]>()
  readonly #medicines = new Map<string, string>()
  readonly #slips = new Map<string, boolean>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** Gathers from names of the next segment. */
  add(names: NamesOfSegment): void {
    for (const { text, kind, count } of names) {
      if (kind !== 'other name') continue
      const [name = '', other = ''] = text.split('\t')
      const words = this.#wordsOf(other)
      if (words.length === 0) continue
      const of = this.#medicines.getOrInsertComputed(name, () => medicineOf(name, this.#families))
      const key = words.join(' ')
      const known = this.#gathered.get(key) ?? { other, words, names: new Map<string, number>() }
      known.names.set(of, (known.names.get(of) ?? 0) + count)
      this.#gathered.set(key, known)
    }
  }

  /** Those of the segments that were gathered from. Throws `PieceDamaged`. */
  found(segments: readonly Segment[]): readonly OtherName[] {
    const meant = [...this.#gathered.values()].flatMap(({ other, words, names }) => {
      const [[name, count] = ['', 0], ...more] = names
      return name === '' || more.length > 0 ? [] : [{ other, words, name, count }]
    })
    const documents = documentsHolding(
      meant.flatMap(({ words }) => words),
      segments,
    )
    const isMostly = ({ other, words, count }: (typeof meant)[number]): boolean => {
      const least = /\d/.test(other) ? leastShare.code : leastShare.word
      return words.some((word) => count >= (documents.get(word) ?? 0) * least)
    }
    return meant
      .filter((one) => isMostly(one) && !this.#isSlip(one.words, one.name))
      .map(({ other, name }) => ({ other, name }))
  }

  /** The words of what may be a name; none of what is none. */
  #wordsOf(other: string): readonly string[] {
    return this.#read.getOrInsertComputed(other, () => {
      const words = tokens(other)
      return mayBeName(words, other, this.#families, this.#vocabulary) ? words : []
    })
  }

  #isSlip(words: readonly string[], name: string): boolean {
    if (words.length > 1) return false
    return this.#slips.getOrInsertComputed(`${words[0]}\t${name}`, () =>
      isNearAnother(words, name, this.#families),
    )
  }
}

/** How many documents hold each of the words, looked up in the order in which a segment has them. */
function documentsHolding(
  words: readonly string[],
  segments: readonly Segment[],
): ReadonlyMap<string, number> {
  const sorted = [...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1))
  const counts = new Map<string, number>()
  for (const segment of segments)
    for (const [index, documents] of segment.tables.main.documentsOf(sorted).entries()) {
      const word = sorted[index] as string
      counts.set(word, (counts.get(word) ?? 0) + documents)
    }
  return counts
}

/** Of the studies that hold the rarest word of a name, so many must give it to the medicine. */
const leastShare = { code: 0.25, word: 0.5 }

/** "Pemrolizumab" in a record of another medicine is a slip of the pen. */
function isNearAnother(words: readonly string[], of: string, families: DrugFamilies): boolean {
  if (words.length > 1) return false
  spelling ??= new NearSpelling(families.oneWordNames())
  const near = spelling.nearest(words[0] ?? '')
  const owners = near === undefined ? [] : (families.byWords([near])?.families ?? [])
  return owners.length > 0 && owners.every(({ name }) => name !== of)
}

/** Made when the first name is looked at, which takes a third of a second. */
let spelling: NearSpelling | undefined

interface Gathered {
  readonly other: string
  readonly words: readonly string[]
  /** How many records give it to each medicine; the empty name stands for all that are none. */
  readonly names: Map<string, number>
}

/** What no medicine is called: what it is compared with, how it is given, and a name of something else. */
function mayBeName(
  words: readonly string[],
  other: string,
  families: DrugFamilies,
  vocabulary: Vocabulary,
): boolean {
  const [word = ''] = words
  if (words.length === 0 || words.length > 3 || words.join('').length < 4) return false
  if (words.length === 1 && /^\d+$/.test(word)) return false
  if (words.some((one) => neverInNames.has(one)) || /[+/,;&]/.test(other)) return false
  if (holdsSureName(words, families)) return false
  return vocabulary.byName(other) === undefined && !words.every((one) => plainWords.has(one))
}

/** A name beside another ("Tiazac (diltiazem)") is found by that. */
function holdsSureName(words: readonly string[], families: DrugFamilies): boolean {
  return words.some((_, start) =>
    words.some((__, last) => {
      const known = last < start ? undefined : families.byWords(words.slice(start, last + 1))
      return known !== undefined && (known.group !== 'rare' || last - start + 1 === words.length)
    }),
  )
}

const neverInNames: ReadonlySet<string> = new Set(
  tokens(
    'placebo control sham saline arm group cohort comparator standard care usual regimen combination plus and versus vs followed with without or then no none not of for the in by to',
  ),
)

const plainWords: ReadonlySet<string> = new Set(
  tokens(
    `treatment therapy drug study experimental intervention vehicle injection tablet capsule oral topical chemotherapy
    immunotherapy vaccine radiotherapy dose high low medium active investigational product test reference formulation
    generic brand iv sc im intravenous subcutaneous infusion solution cream gel ointment spray patch drop inhaler antibiotic
    steroid corticosteroid statin opioid anesthesia anesthetic block hormone vitamin supplement herbal extract powder
    medication medicine agent inhibitor antibody monoclonal`,
  ),
)

/** The medicine that a record's name of a treatment is, by its first name; empty for several, and for none that is known. */
function medicineOf(name: string, families: DrugFamilies): string {
  const words = tokens(name)
  const found = families.byWords(words) ?? families.byWords(withoutSalts(words))
  const [family, ...more] = found?.group === 'everyday' ? [] : (found?.families ?? [])
  if (!family || more.length > 0 || isClass.test(family.name)) return ''
  // It must be found again by that name.
  const [again] = families.byWords(tokens(family.name))?.families ?? []
  return again === family ? family.name : ''
}

/** "Antihypertensive Agents": what one record calls so, another does not. */
const isClass = /(?:agent|inhibitor|drug|compound|steroid|agonist|antagonist|vaccine|blocker)s?$/i

function withoutSalts(words: readonly string[]): readonly string[] {
  let end = words.length
  while (end > 1 && isSalt(words[end - 1] ?? '')) end--
  return words.slice(0, end)
}
