import { readFileSync } from 'node:fs'
import { placedTokens, tokens } from './fold.ts'
import { PhraseTree } from './phrases.ts'

/** The lines of a list in `data/vocabulary` as their cells; `#` begins a remark. */
export function listedRows(file: string): readonly (readonly string[])[] {
  return readFileSync(new URL(`../../../data/vocabulary/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t'))
}

/** The names in one cell. */
export function listOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split('|')
}

/** A name of a list, and what it is the name of; a short one means it only in capitals. */
export interface ListedName<Of> {
  readonly name: string
  readonly of: Of
  readonly isShort: boolean
}

/** A listed name in a text, at characters `start` to `end`. */
export interface FoundListed<Of> {
  readonly start: number
  readonly end: number
  readonly of: Of
}

/** Finds the longest of some names in a text; `mostWords` is more than all names come to. */
export function finderOfListed<Of>(
  names: readonly ListedName<Of>[],
  mostWords: number,
): (text: string) => readonly FoundListed<Of>[] {
  const tree = new PhraseTree(mostWords)
  names.forEach(({ name }, at) => tree.add(tokens(name), at))
  return (text) => {
    const { words, starts, ends } = placedTokens(text)
    const isWritten = (value: number, start: number, length: number): boolean =>
      names[value]?.isShort === false ||
      /^\p{Lu}{2}/u.test(text.slice(starts[start], ends[start + length - 1]))
    return tree.longestIn(words, isWritten).flatMap(({ start, end, value }) => {
      const name = names[value]
      return name ? { start: starts[start] ?? 0, end: ends[end - 1] ?? 0, of: name.of } : []
    })
  }
}
