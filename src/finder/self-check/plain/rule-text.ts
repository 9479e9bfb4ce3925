import { placedTokens } from '../../vocabulary/fold.ts'
import type { Reading } from '../../eligibility/reading.ts'

/** A rule's text as words and signs, with what was read at each: what the grammar of plain questions walks over. */
export interface CutRule {
  readonly text: string
  /** Folded words, and the signs between them, each alone. */
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** By the place of the first word: a measured value that was read there, and the place after it. */
  readonly values: ReadonlyMap<number, ValueAt>
  /** Values of which no measure of ours is the name, by the place after the words that name them. */
  readonly calledValues: ReadonlyMap<number, ValueAt>
}

/** A value's place among the readings, and the place after its words. */
export interface ValueAt {
  readonly end: number
  readonly reading: number
}

/** Cuts a text into words and signs and finds the measured values among them. */
export function rulesTextOf(text: string, readings: readonly Reading[]): CutRule {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const placed = placedTokens(text)
  let at = 0
  const add = (word: string, start: number, end: number): void => {
    words.push(word)
    starts.push(start)
    ends.push(end)
  }
  const signs = (end: number): void => {
    for (; at < end; at++) {
      const sign = text.charAt(at)
      if (shown.test(sign) && !isOfAbbreviation(text, at)) add(sign, at, at + 1)
    }
  }
  placed.words.forEach((word, place) => {
    const start = placed.starts[place] ?? 0
    signs(start)
    add(word, start, placed.ends[place] ?? start)
    at = Math.max(at, placed.ends[place] ?? start)
  })
  signs(text.length)
  return { text, words, starts, ends, ...valuesIn(readings, { text, words, starts, ends }) }
}

/** Hyphens join words and say nothing; apostrophes were read with their word. */
const shown = /[,;:()/+%<>≤≥=.&\u2013\u2014[\]{}?!*"“”]/

/** The full stops of "e.g." end nothing. */
function isOfAbbreviation(text: string, at: number): boolean {
  return (
    text.charAt(at) === '.' &&
    /(?:^|[^\p{L}])\p{L}$|\betc$/u.test(text.slice(Math.max(0, at - 4), at))
  )
}

/** Measures that are told from others and have no plain name. */
export const unnamed: ReadonlySet<string> = new Set([
  'otherPressure',
  'weightChange',
  'urine',
  'share',
  'clearance',
  'directBilirubin',
  '2-hour glucose',
])

/** Words with which a comparison begins. */
const comparing = new Set(
  '< > ≤ ≥ = of is are was must should between greater less more at below above under over : lower higher equal exceeding from'.split(
    ' ',
  ),
)

/** A unit may have read the bracket after it: "(eGFR < 30 mL/min/1.73 m2)". */
function endOfValue(text: string, { start, end }: Reading['span']): number {
  const said = text.slice(start, end)
  return said.endsWith(')') && !said.includes('(') ? end - 1 : end
}

function valuesIn(
  readings: readonly Reading[],
  { text, words, starts, ends }: Pick<CutRule, 'text' | 'words' | 'starts' | 'ends'>,
): Pick<CutRule, 'values' | 'calledValues'> {
  const values = new Map<number, ValueAt>()
  const calledValues = new Map<number, ValueAt>()
  readings.forEach((reading, index) => {
    if ((reading.type !== 'measure' && reading.type !== 'age') || reading.negated) return
    const after = ends.findIndex((end) => end > endOfValue(text, reading.span))
    const value = { end: after < 0 ? ends.length : after, reading: index }
    const isCalled =
      reading.type === 'measure' &&
      (reading.codes.length === 0 || reading.codes.some((code) => unnamed.has(code)))
    const first = starts.findIndex((start) => start >= reading.span.start)
    if (!isCalled) values.set(first, value)
    else
      for (let at = first + 1; at < value.end; at++)
        if (comparing.has(words[at] ?? '')) {
          calledValues.set(at, value)
          break
        }
  })
  return { values, calledValues }
}
