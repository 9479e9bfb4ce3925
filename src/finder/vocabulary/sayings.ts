import { tokens } from './fold.ts'
import { listedRows } from './listed-names.ts'
import { PhraseTree } from './phrases.ts'

let read: PhraseTree | undefined

/**
 * Sayings in which the name of an illness means none ("stroke of luck", « mort de fatigue ») in a run of words from `tokens()`,
 * each from `start` (inclusive) to `end` (exclusive).
 */
export function sayingsIn(
  words: readonly string[],
): readonly { readonly start: number; readonly end: number }[] {
  return (read ??= readSayings()).longestIn(words)
}

function readSayings(): PhraseTree {
  const sayings = listedRows('sayings.tsv').map(([saying = '']) => tokens(saying))
  const tree = new PhraseTree(sayings.reduce((sum, { length }) => sum + length, 1))
  for (const words of sayings) tree.add(words, 0)
  return tree
}
