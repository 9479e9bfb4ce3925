import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { placedTokens, tokens } from './fold.ts'
import { ambiguousCodes } from './drug-forms.ts'
import { listOf, listedRows } from './listed-names.ts'
import { PhraseTree } from './phrases.ts'
import { isShareOfNorm } from './share-of-norm.ts'

/** A medicine: all its names are equals, and the first is not "the" name of it. */
export interface Drug {
  /** Dense, from 0, and stable as long as the shipped file is the same. */
  readonly index: number
  readonly name: string
  /** Names that mean it in running text, brands and French names among them. */
  readonly names: readonly string[]
  /** Names that are short or everyday words too. */
  readonly careful: readonly string[]
  /** Names that mean it only where they are all that was asked. */
  alone(): readonly string[]
  /** What is in it: one for most, several for a combination; as `byName` finds them. */
  readonly substances: readonly string[]
}

/** A name of a medicine in a text, at characters `start` to `end`; some names are those of several medicines. */
export interface DrugMention {
  readonly start: number
  readonly end: number
  readonly drugs: readonly Drug[]
}

/** The names of medicines, brand and generic, salts, spellings, abbreviations and French names. */
export interface Drugs {
  readonly all: readonly Drug[]
  /** The medicines of a name that is all that was asked; none for a name nobody listed. */
  byName(name: string): readonly Drug[]
  /**
   * The longest names in a text; short ones only as they are written ("5-FU"), and abbreviations only where `drug-names.tsv` has
   * them: to most who write "PAH", "AS" or "CP" they mean no medicine.
   */
  inText(text: string): readonly DrugMention[]
}

let opened: Drugs | undefined

/** The medicines that ship with Trialway, read at the first call, which takes about a fifth of a second, and kept. */
export function openDrugs(): Drugs {
  return (opened ??= drugsFrom(readFile()))
}

/** A line of the file: preferred name, names for running text, for care, and to be looked up alone. */
type Row = readonly [name: string, text: readonly string[], care: readonly string[], exact: string]

function readFile(): readonly Row[] {
  const file = new URL('../../../data/vocabulary/drugs.tsv.gz', import.meta.url)
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [name = '', text = '', care = '', exact = ''] = line.split('\t')
    return [name, listOf(text), listOf(care), exact]
  })
}

function drugsFrom(rows: readonly Row[]): Drugs {
  const all = rows.map(([name, names, careful, exact], index): Drug => ({
    index,
    name,
    names,
    careful,
    alone: () => listOf(exact),
    substances: name.split(' + '),
  }))
  let inText: NamesInText | undefined
  let exact: ReadonlyMap<string, readonly number[]> | undefined
  const drugAt = (index: number): readonly Drug[] => all.slice(index, index + 1)
  return {
    all,
    byName: (name) => {
      exact ??= exactNames(rows)
      return (exact.get(tokens(name).join(' ')) ?? []).flatMap(drugAt)
    },
    inText: (text) =>
      (inText ??= new NamesInText(rows))
        .find(text)
        .map(({ start, end, owners }) => ({ start, end, drugs: owners.flatMap(drugAt) })),
  }
}

/** Every name, by its words: read when a name is first asked for, because reading texts does not need it. */
function exactNames(rows: readonly Row[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  const add = (name: string, index: number): void => {
    const key = tokens(name).join(' ')
    const owners = found.get(key)
    if (owners === undefined) found.set(key, [index])
    else if (!owners.includes(index)) owners.push(index)
  }
  rows.forEach(([name, text, care, exact], index) => {
    for (const one of [name, ...text, ...care, ...listOf(exact)]) add(one, index)
  })
  return found
}

interface FoundName {
  readonly start: number
  readonly end: number
  readonly owners: readonly number[]
}

/** Whose a name is, and the spelling that it must have in a text, where only that one will do. */
interface Owned {
  readonly owners: number[]
  readonly as?: string
}

class NamesInText {
  readonly #tree = new PhraseTree(mostWords)
  readonly #owned: Owned[] = []
  /** The plain botulinum toxins, by the letter of their type. */
  readonly #toxins = new Map<string, number>()

  constructor(rows: readonly Row[]) {
    rows.forEach(([name, text], index) => {
      if (botulinumToxin.test(name)) this.#toxins.set(name.slice(-1).toUpperCase(), index)
      for (const name of text) this.#add(name, index, name.length <= 4)
    })
    const indexOf = new Map(rows.map(([name], index) => [name, index]))
    const isCareful = new Set(rows.flatMap(([, , care]) => care))
    for (const [name = '', of = ''] of listedRows('drug-names.tsv')) {
      const index = indexOf.get(of)
      if (index === undefined) continue
      if (isCareful.has(name) && isCode.test(name)) this.#add(name, index, true)
      else if (cellName.test(name)) this.#add(name, index, false)
    }
    for (const [name, index] of firstWords(rows)) this.#add(name, index, false)
    rows.forEach(([name], index) => {
      if (surelyMedicine.test(name)) this.#add(name, index, false)
    })
  }

  find(text: string): FoundName[] {
    const { words, starts, ends } = placedTokens(text)
    const asWritten = (value: number, at: number, length: number): boolean => {
      const as = this.#owned[value]?.as
      if (as === undefined) return true
      const [start = 0, end = 0] = [starts[at], ends[at + length - 1]]
      if (text.slice(start, end) !== as || isShareOfNorm(text, start, end)) return false
      return !ambiguousCodes.has(as) || isGiven(text, start, end)
    }
    const listed = this.#tree.longestIn(words, asWritten).flatMap(({ start, end, value }) => {
      const owned = this.#owned[value]
      if (!owned) return []
      return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0, owners: owned.owners }
    })
    const toxins = this.#toxinsIn(text).filter(
      (one) => !listed.some(({ start, end }) => start < one.end && one.start < end),
    )
    return toxins.length === 0
      ? listed
      : [...listed, ...toxins].toSorted((a, b) => a.start - b.start)
  }

  /** "OnabotulinumtoxinA", "daxibotulinumtoxinA-lanm": makers put a beginning of their own before the type, and no list has all. */
  #toxinsIn(text: string): FoundName[] {
    return [...text.matchAll(madeToxin)].flatMap((match) => {
      const owner = this.#toxins.get((match[1] ?? '').toUpperCase())
      if (owner === undefined) return []
      return { start: match.index, end: match.index + match[0].length, owners: [owner] }
    })
  }

  #add(name: string, index: number, isShort: boolean): void {
    const words = tokens(name)
    const known = this.#tree.get(words)
    if (known === undefined) {
      this.#tree.add(words, this.#owned.length)
      this.#owned.push({ owners: [index], ...(isShort && { as: name }) })
    } else {
      const owners = this.#owned[known]?.owners ?? []
      if (!owners.includes(index)) owners.push(index)
    }
  }
}

/** "ide-cel": cells by the short name that all who give them use. */
const cellName = /^\p{L}{3,6}-cel$/u

/** "Belantamab" for "Belantamab mafodotin", where no other medicine begins so: notes leave out what an antibody carries. */
function firstWords(rows: readonly Row[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const several = new Set<string>()
  rows.forEach(([name], index) => {
    const [first = '', ...others] = name.split(' ')
    if (!carrier.test(first)) return
    if (found.has(first) || others.length !== 1) several.add(first)
    else found.set(first, index)
  })
  for (const name of several) found.delete(name)
  return found
}

/** Endings that the WHO gives to nothing but medicines: such a name is one, on whatever list it is. */
const surelyMedicine = /^\p{L}{4,}(?:mab|tinib|ciclib|parib|lisib|rasib|gliflozin|glutide)$/u
const carrier = /^\p{L}{4,}(?:mab|gene)$/u

/** More than all these names come to. */
const mostWords = 2 ** 16

const botulinumToxin = /^botulinum toxin type [a-z]$/i
const madeToxin =
  /(?<!\p{L})(?:\p{L}{2,10})?botulinumtoxin(?: type| de type)?[ -]?([ab])(?:-[a-z]{4})?(?![\p{L}\d])/giu

/** "NAC 600 mg", "on EPO", « sous EPO »: what has other meanings too is a medicine where it is taken. */
function isGiven(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  return takenBefore.test(before) || doseAfter.test(text.slice(end, end + 24))
}

const takenBefore =
  /(?<!\p{L})(?:takes|taking|on|receiv(?:es|ing)|started|given|sous|prend|reçoit)\s$/iu
const doseAfter = /^\s\d[\d.,]*\s?(?:mg|g|mcg|µg|ug|UI|IU|units?|unités?)(?![\p{L}/%]|\s?\/)/iu

/** "5-FU", "MTX", "6-MP": at least two capitals, with figures or without. */
const isCode = /^(?=(?:.*[A-Z]){2})[A-Z0-9][A-Z0-9-]{1,6}$/
