import {
  englishNumbers,
  frenchNumberWords,
  frenchNumbersOn,
} from '../../vocabulary/number-words.ts'

/** Number words and what stands for a year, in both languages. */
export function numberOf(written: string): number | undefined {
  const plain = written
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim()
  if (/^\d+$/.test(plain)) return Number(plain)
  return english.get(plain) ?? french.get(plain)
}

const english = new Map<string, number>([['zero', 0], ...englishNumbers()])

const tens = [
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['quatre vingt', 80],
  ['quatre vingts', 80],
] as const
const french = new Map<string, number>([
  ['zéro', 0],
  ['une', 1],
  ...frenchNumberWords.map((word, at): [string, number] => [word, at + 1]),
  ...tens.flatMap(([ten, value]) => frenchNumbersOn(ten, value, value >= 60 ? 19 : 9)),
  ...tens
    .filter(([, value]) => value < 80)
    .map(([ten, value]): [string, number] => [`${ten} et une`, value + 1]),
])

/** All number words, the longer first, as a part of a pattern. */
export const numberWords = [...english.keys(), ...french.keys()]
  .filter((word) => !/^z[eé]ro$/.test(word))
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(' ', '[\\s-]+'))
  .join('|')
