import { englishNumberWords } from '../vocabulary/number-words.ts'
import { decimalText, readDecimal } from './decimal.ts'

/** A number in a text, in figures or in words, as an exact decimal. */
export interface NumberFound {
  readonly start: number
  readonly end: number
  readonly value: string
  /** As it is written, without "(three)" beside it. */
  readonly written: string
  /** "Six", "six (6)": such a number counts only before a unit, since "one of" is no number. */
  readonly isWord: boolean
}

/** The numbers of a text, in order: in figures, and in words before a length of time. */
export function numbersIn(text: string): NumberFound[] {
  const found: NumberFound[] = []
  if (/\d/.test(text))
    for (const match of text.matchAll(inFigures)) add(found, match, match[1] ?? '', false)
  if (!lengths.test(text)) return found
  const spelled = text.matchAll(inWordsPattern)
  for (const match of spelled) add(found, match, match[1] ?? '', true)
  return found.toSorted((a, b) => a.start - b.start)
}

/** A piece of each length of time that may follow a number in words. */
const lengths = /our|day|eek|onth|ear|hr|mois|emaine|ans|DAY|EEK|ONTH|EAR/

function add(found: NumberFound[], match: RegExpExecArray, written: string, isWord: boolean): void {
  const value = isWord ? wordValue(written) : figureValue(written)
  if (value === undefined) return
  const end = match.index + match[0].length
  found.push({ start: match.index, end, value, written, isWord })
}

/** The value of figures as texts write them: `1,500`, `100 000`, `2,5`. */
export function figureValue(figures: string): string | undefined {
  const value = readDecimal(figures)
  return value && decimalText(value)
}

/**
 * Texts from countries that divide thousands with a point write 100.000 cells per mm³. A count per microlitre is never
 * given to three decimals, so exactly three figures after the point are thousands there. Rule `thousands@1`.
 */
export function thousandsRead(written: string, value: string, unit: string | undefined): string {
  if (unit !== '/uL' || !/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(written)) return value
  return written.replaceAll('.', '')
}

function wordValue(word: string): string | undefined {
  const [first = '', second = ''] = word.toLowerCase().split(/[- ]/)
  const value = words.get(first)
  if (value === undefined) return undefined
  return String(value + (second === '' ? 0 : (words.get(second) ?? 0)))
}

const { ones, teens, tens } = englishNumberWords
const french = new Map(
  Object.entries({
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    douze: 12,
  }),
)
const words: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, at): [string, number] => [word, at + 1]),
  ...teens.map((word, at): [string, number] => [word, at + 10]),
  ...tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ...french,
])

/** Figures: thousands divided by commas or spaces, one decimal point or comma. */
export const figures = String.raw`(?:\d{1,3}(?:[, ]\d{3})+(?![\d])(?:\.\d+)?|\d{1,15}(?:[.,]\d{1,6})?)`
const inWords = `(?:(?:${tens.join('|')})(?:[- ](?:${ones.join('|')}))?|${[...ones, ...teens, ...french.keys()].join('|')})`
/** Either may be followed by the other in brackets: "six (6)", "6 (six)". */
const inFigures = new RegExp(
  String.raw`(?<![\p{L}\d.,^/-])(${figures})(?![\d])(?: ?\(${inWords}\))?`,
  'giu',
)
const inWordsPattern = new RegExp(
  String.raw`\b(${inWords})(?: ?\(${figures}\))?(?=[ -](?:calendar )?(?:h(?:ou)?rs?|days?|weeks?|months?|years?|jours?|semaines?|mois|ans)\b)`,
  'gi',
)
