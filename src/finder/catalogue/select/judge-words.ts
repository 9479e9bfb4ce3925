import type { Coverage } from '../model/where.ts'
import type { RecordVerdict, ReadValue, RecordReading } from './reading.ts'
import { type SoughtWords, type WordUnit, worthOf } from './units.ts'

/** Holds a record against words: which units it has, and what they are worth. */
export function judgeWords(asked: SoughtWords, reading: RecordReading): RecordVerdict {
  const { units, isLossy } = asked
  if (units.length === 0) return { isFound: true, score: 0 }
  const found = units.filter((unit) => hasUnit(unit, asked, reading))
  const isFound = isLossy ? found.length > 0 : found.length === units.length
  if (!isFound) return { isFound: false, score: 0 }
  const score = found.reduce(
    (sum, unit) => sum + worthOfUnit(unit, asked, reading) * unit.rarity,
    0,
  )
  return { isFound: true, score }
}

function hasUnit(unit: WordUnit, asked: SoughtWords, reading: RecordReading): boolean {
  const { fields, coverage } = asked
  const isOneByOne = coverage === 'contains' && !unit.isTogether
  const byWords = isOneByOne
    ? unit.words.every((word) => fieldsWith(word, asked, reading).length > 0)
    : fields.some(({ field }) =>
        reading
          .words(field)
          .some((value) =>
            isCovered(
              placesOf(unit.words, wordsOf(value, asked)),
              wordsOf(value, asked).length,
              coverage,
            ),
          ),
      )
  return byWords || namedIn(unit, asked, reading, coverage).length > 0
}

/** Whether one value has all of a unit by itself: its words side by side, or its name, as the coverage says. */
export function valueHasUnit(
  unit: WordUnit,
  asked: SoughtWords,
  value: ReadValue,
  hasSynonyms: boolean,
): boolean {
  const words = wordsOf(value, asked)
  if (isCovered(placesOf(unit.words, words), words.length, asked.coverage)) return true
  return hasSynonyms && isNamed(value, unit.keys, asked.coverage)
}

function wordsOf(value: ReadValue, { isWritten }: SoughtWords): readonly string[] {
  return isWritten ? value.written : value.stemmed
}

/** Where words stand side by side, each place from its start to its end. */
function placesOf(
  wanted: readonly string[],
  words: readonly string[],
): (readonly [start: number, end: number])[] {
  const places: [number, number][] = []
  for (let start = 0; start + wanted.length <= words.length; start++)
    if (wanted.every((word, at) => words[start + at] === word))
      places.push([start, start + wanted.length])
  return places
}

function isCovered(
  places: readonly (readonly [start: number, end: number])[],
  length: number,
  coverage: Coverage,
): boolean {
  const [needsStart, needsEnd] = ends[coverage]
  return places.some(
    ([start, end]) => (!needsStart || start === 0) && (!needsEnd || end === length),
  )
}

const ends: Readonly<Record<Coverage, readonly [start: boolean, end: boolean]>> = {
  fullMatch: [true, true],
  startsWith: [true, false],
  endsWith: [false, true],
  contains: [false, false],
}

/** The weights of the fields that have a word anywhere. */
function fieldsWith(word: string, asked: SoughtWords, reading: RecordReading): readonly number[] {
  return asked.fields
    .filter(({ field }) =>
      reading.words(field).some((value) => wordsOf(value, asked).includes(word)),
    )
    .map(({ weight }) => weight)
}

/** The weights of the fields that name one of these things. */
function namedIn(
  { keys }: Pick<WordUnit, 'keys'>,
  { fields }: SoughtWords,
  reading: RecordReading,
  coverage: Coverage,
): readonly number[] {
  if (keys.length === 0) return []
  return fields
    .filter(
      ({ field, hasSynonyms }) =>
        hasSynonyms && reading.words(field).some((value) => isNamed(value, keys, coverage)),
    )
    .map(({ weight }) => weight)
}

function isNamed(value: ReadValue, keys: readonly string[], coverage: Coverage): boolean {
  if (keys.length === 0) return false
  const named = value.named.filter((one) => one.keys.some((key) => keys.includes(key)))
  const places = named.map(({ start, end }) => [start, end] as const)
  return isCovered(places, value.stemmed.length, coverage)
}

/** As the index reckons it: the mean of the words, or one of the things named where that is worth more. */
function worthOfUnit(unit: WordUnit, asked: SoughtWords, reading: RecordReading): number {
  const sum = unit.words.reduce((all, word) => all + worthOf(fieldsWith(word, asked, reading)), 0)
  const named = unit.keys.map((key) =>
    worthOf(namedIn({ keys: [key] }, asked, reading, 'contains')),
  )
  return Math.max(sum / unit.words.length, ...named)
}
