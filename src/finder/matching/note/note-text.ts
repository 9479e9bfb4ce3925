/** Number words and what stands for a year, in both languages. */
export function numberOf(written: string): number | undefined {
  const plain = written
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim()
  if (/^\d+$/.test(plain)) return Number(plain)
  return english.get(plain) ?? french.get(plain)
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const english = new Map<string, number>()
ones.forEach((word, value) => english.set(word, value))
tens.forEach((ten, at) => {
  const value = (at + 2) * 10
  english.set(ten, value)
  ones.slice(1, 10).forEach((one, unit) => english.set(`${ten} ${one}`, value + unit + 1))
})

const un =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const french = new Map<string, number>()
un.forEach((word, value) => french.set(word.replace('-', ' '), value))
french.set('une', 1)
for (const [ten, base] of [
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['quatre vingt', 80],
  ['quatre vingts', 80],
] as const) {
  french.set(ten, base)
  const most = base >= 60 ? 19 : 9
  for (let more = 1; more <= most; more++) {
    const word = (un[more] ?? '').replace('-', ' ')
    french.set(`${ten} ${word}`, base + more)
    if (more === 1 || more === 11) french.set(`${ten} et ${word}`, base + more)
  }
  if (base < 80) french.set(`${ten} et une`, base + 1)
}

/** All number words, the longer first, as a part of a pattern. */
export const numberWords = [...english.keys(), ...french.keys()]
  .filter((word) => !/^z[eé]ro$/.test(word))
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(' ', '[\\s-]+'))
  .join('|')
