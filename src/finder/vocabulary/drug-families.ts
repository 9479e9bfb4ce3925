import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { listOf } from './listed-names.ts'

/** How surely a name means a medicine, the surest first. */
export const nameGroups = [
  /** Wherever it is written. */
  'sure',
  /** An abbreviation that means it wherever treatments are named ("MTX"). */
  'careful',
  /** Short, or something else to most who write it ("Today", "Bayer"): where it is all that was asked for as a treatment. */
  'everyday',
  /** On no list of medicines on a market, or on one list only: where it is all that was asked. */
  'rare',
] as const

/** One of `nameGroups`. */
export type NameGroup = (typeof nameGroups)[number]

/** A medicine as it is searched for: with its salts, forms and copies, under all the names of any of them. */
export interface DrugFamily {
  /** Dense, from 0, and stable as long as the shipped file is the same. */
  readonly index: number
  readonly name: string
  readonly names: Readonly<Record<NameGroup, readonly string[]>>
  /** What a combination is made of; empty for one substance, and where a part is not known. */
  readonly substances: readonly number[]
}

/** Whose a name is: several for a few names ("Lotrimin"). */
export interface OwnedName {
  readonly group: NameGroup
  readonly families: readonly DrugFamily[]
}

/** Medicines by the words of a name, as `tokens` gives them. */
export interface DrugFamilies {
  at(index: number): DrugFamily | undefined
  byWords(words: readonly string[]): OwnedName | undefined
  /** The combination that is made of these families, by their numbers, and of nothing else. */
  combinationOf(substances: readonly number[]): DrugFamily | undefined
  /** Every name of one word that surely means a medicine, as `tokens` gives it. */
  oneWordNames(): readonly string[]
}

/** Names of more words than this are formulas of chemists: nobody asks for them. */
export const mostNameWords = 8

/** The key of a combination among the names: no name has this sign. */
export function combinationKey(substances: readonly number[]): string {
  return `=${[...new Set(substances)].toSorted((a, b) => a - b).join(',')}`
}

let opened: DrugFamilies | undefined

/** The families of the medicines that ship, read at the first call and kept as the bytes that they are. */
export function openDrugFamilies(): DrugFamilies {
  return (opened ??= filedFamilies(gunzipSync(readFileSync(file))))
}

const file = new URL('../../../data/vocabulary/drug-families.tsv.gz', import.meta.url)

/** Reads what `collectDrugFamilies` wrote: a line for each family, an empty line, then the names in the order of their bytes. */
export function filedFamilies(bytes: Buffer): DrugFamilies {
  const starts: number[] = []
  let at = 0
  while (at < bytes.length && bytes[at] !== lineEnd) {
    starts.push(at)
    at = bytes.indexOf(lineEnd, at) + 1
  }
  const names = bytes.subarray(at + 1)
  const known = new Map<number, DrugFamily>()
  const family = (index: number): DrugFamily | undefined => {
    const start = starts[index]
    const before = known.get(index)
    if (before || start === undefined) return before
    const made = familyOf(index, bytes.toString('utf8', start, bytes.indexOf(lineEnd, start)))
    known.set(index, made)
    return made
  }
  const owned = (key: string): OwnedName | undefined => {
    const [group, owners] = valueOf(names, key) ?? []
    const name = nameGroups[Number(group)]
    if (!name || owners === undefined) return undefined
    return { group: name, families: numbersOf(owners).flatMap((index) => family(index) ?? []) }
  }
  return {
    at: family,
    byWords: (words) => (words.length > mostNameWords ? undefined : owned(words.join(' '))),
    combinationOf: (substances) => owned(combinationKey(substances))?.families[0],
    oneWordNames: () =>
      names
        .toString('utf8')
        .split('\n')
        .flatMap((line) => /^([^\t =]+)\t0/.exec(line)?.[1] ?? []),
  }
}

const lineEnd = 10
const tab = 9

function familyOf(index: number, line: string): DrugFamily {
  const [name = '', sure = '', careful = '', everyday = '', rare = '', substances = ''] =
    line.split('\t')
  const names = {
    sure: listOf(sure),
    careful: listOf(careful),
    everyday: listOf(everyday),
    rare: listOf(rare),
  }
  return { index, name, names, substances: numbersOf(substances) }
}

function numbersOf(cell: string): readonly number[] {
  return cell === '' ? [] : cell.split(',').map(Number)
}

/** The cells after a key among sorted lines, found by halving. */
function valueOf(lines: Buffer, key: string): readonly string[] | undefined {
  const wanted = Buffer.from(key)
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    // The line that the middle is in.
    const start = middle === 0 ? 0 : lines.lastIndexOf(lineEnd, middle - 1) + 1
    const end = lines.indexOf(lineEnd, start)
    const keyEnd = lines.indexOf(tab, start)
    const order = lines.compare(wanted, 0, wanted.length, start, keyEnd)
    if (order === 0) return lines.toString('utf8', keyEnd + 1, end).split('\t')
    if (order < 0) low = end + 1
    else high = start
  }
  return undefined
}
