import type { Language } from '../../../words/language/language.ts'
import { reportWords } from '../../../words/report.ts'
import { wordsOf } from '../../../words/words.ts'
import { unitText } from '../../in-words/values.ts'
import { told } from '../report/both.ts'
import type { CellValue } from '../report/cells.ts'
import { percentText } from '../report/rounding.ts'

/** A cell's value as people read it: a decimal comma in French, one decimal place in percentages. */
export function cellText(value: CellValue, language: Language): string {
  const words = reportWords(language)
  const point = (text: string) => (language === 'fr' ? text.replace('.', ',') : text)
  const fixed = (number: number, digits: number) => point(plain(number, digits))
  const end = (number: number | null, digits: number) =>
    number === null ? words.absent['not reached'] : fixed(number, digits)
  switch (value.is) {
    case 'count':
      return String(value.n)
    case 'share':
      return value.of === 0
        ? '0/0'
        : `${value.n}/${value.of} (${words.percent(percentText(value.n, value.of, 1))})`
    case 'events': {
      const { people, of, events } = value
      const share = of === 0 ? '' : ` (${words.percent(percentText(people, of, 1))})`
      return `${people}${share}; ${events}`
    }
    case 'interval':
      return words.percentRange(plain(value.lower * 100, 1), plain(value.upper * 100, 1))
    case 'number':
      return fixed(value.number, value.digits)
    case 'mean': {
      const sd = value.sd === null ? words.absent.nothing : fixed(value.sd, value.digits + 1)
      return `${fixed(value.mean, value.digits)} (${sd})`
    }
    case 'median':
      return `${fixed(value.median, value.digits)} (${fixed(value.lower, value.digits)}–${fixed(value.upper, value.digits)})`
    case 'range':
      return `${end(value.lower, value.digits)}–${end(value.upper, value.digits)}`
    case 'quantity':
      return `${point(value.value)} ${unitText({ words: wordsOf(language) }, value.unit)}`.trim()
    case 'words':
      return told(value.words, language)
    case 'text':
      return value.text
    case 'not published':
    case 'not defined':
    case 'not reached':
    case 'nothing':
      return words.absent[value.is]
  }
}

/** To so many places, and no zero with a minus. */
function plain(number: number, digits: number): string {
  // A half goes away from zero, as it is taught: 1.95 is 2.0, though the machine keeps it a little below.
  const scale = 10 ** digits
  const near = Math.round(Number((Math.abs(number) * scale).toPrecision(14))) / scale
  const text = (number < 0 ? -near : near).toFixed(digits)
  return Number(text) === 0 ? text.replace('-', '') : text
}
