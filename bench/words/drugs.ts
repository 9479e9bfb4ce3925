import { fold } from '../../src/finder/vocabulary/fold.ts'
import { hashText, pick } from '../random.ts'

/** What a search finds for some words: the numbers of the studies. */
export type Finds = (words: string) => ReadonlySet<string>

/** How many names find the studies of their medicine, and those that do not, each with its share of both. */
export interface NamesFound {
  readonly names: number
  readonly good: number
  readonly weak: readonly {
    readonly name: string
    readonly recall: number
    readonly precision: number
  }[]
  /** Names of medicines of which no name finds a study: they are not counted. */
  readonly without: readonly string[]
}

/** The least recall and precision of a name that counts as good. */
const least = 0.9

/**
 * For pairs of names of one medicine (a medicine may have several pairs): the names that find at least nine tenths of the
 * studies that all names of their medicine find together. No name can find a study that none finds, so precision falls only
 * where a name finds nothing.
 */
export function measureDrugNames(
  pairs: readonly (readonly [string, string])[],
  finds: Finds,
): NamesFound {
  const weak: { name: string; recall: number; precision: number }[] = []
  const without: string[] = []
  let names = 0
  for (const group of groupsOf(pairs)) {
    const found = new Map(group.map((name) => [name, finds(name)]))
    const union = new Set([...found.values()].flatMap((own) => [...own]))
    if (union.size === 0) {
      without.push(...group)
      continue
    }
    for (const [name, own] of found) {
      names++
      const { recall, precision } = sharesOf(own, union)
      if (recall < least || precision < least) weak.push({ name, recall, precision })
    }
  }
  return { names, good: names - weak.length, weak, without }
}

/** Which share of what is wanted was found, and which share of what was found is wanted; 0 of nothing. */
function sharesOf(
  found: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): { readonly recall: number; readonly precision: number } {
  const common = wanted.intersection(found).size
  return { recall: common / (wanted.size || 1), precision: common / (found.size || 1) }
}

/** Names that any pair joins are those of one medicine. */
function groupsOf(pairs: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>()
  for (const pair of pairs) {
    const joined = new Set(pair.flatMap((name) => [name, ...(groups.get(name) ?? [])]))
    for (const name of joined) groups.set(name, joined)
  }
  return [...new Set(groups.values())].map((group) => [...group])
}

/** A name with one letter wrong, and the name. */
export interface Typo {
  readonly typed: string
  readonly meant: string
}

/**
 * One typing error for each name: a letter left out, put in, changed or swapped with the next, drawn by the name and `seed`
 * alone. Names shorter than five letters, or with anything but letters, are left out; so is an error that `isWord` calls
 * another word.
 */
export function drugTypos(
  names: readonly string[],
  seed: number,
  isWord: (typed: string) => boolean = () => false,
): readonly Typo[] {
  return names.flatMap((meant) => {
    if (!/^\p{L}{5,}$/u.test(meant)) return []
    for (let attempt = 0; attempt < 20; attempt++) {
      const typed = withTypo(meant, seed, attempt)
      if (fold(typed) !== fold(meant) && !isWord(typed)) return [{ typed, meant }]
    }
    return []
  })
}

function withTypo(name: string, seed: number, attempt: number): string {
  const letters = Array.from(name)
  const own = hashText(name)
  const draw = (count: number, what: number): number => pick(count, seed + what, own, attempt)
  const at = draw(letters.length, 1)
  const letter = String.fromCharCode(97 + draw(26, 2))
  const before = letters.slice(0, at)
  const [here = '', next = '', ...after] = letters.slice(at)
  const after1 = [next, ...after]
  const edits = [
    [...before, ...after1],
    [...before, letter, here, ...after1],
    [...before, letter, ...after1],
    [...before, next, here, ...after],
  ]
  return (edits[draw(edits.length, 3)] ?? letters).join('')
}

/** The share of typing errors that find what the right name finds, and the others. */
export function measureDrugTypos(
  typos: readonly Typo[],
  finds: Finds,
): { readonly all: number; readonly good: number; readonly missed: readonly Typo[] } {
  const missed = typos.filter(({ typed, meant }) => {
    const { recall, precision } = sharesOf(finds(typed), finds(meant))
    return recall < least || precision < least
  })
  return { all: typos.length, good: typos.length - missed.length, missed }
}
