import type { AskedTail } from '../../../words/language/asked.ts'
import { type WordForms, endsAt, writtenForms } from './forms.ts'
import type { FoundAt } from './found-at.ts'

/** "At least two", "more than 3" before what is counted: said after it, in brackets. "At most 2" is none, too, and not read. */
export function countsAt(words: readonly string[], at: number): readonly FoundAt<AskedTail>[] {
  const found = befores.flatMap(([forms, said]) =>
    endsAt(words, at, forms).flatMap((from) => {
      const number = numberAt(words, from)
      return number ? [{ end: number.end, value: said(number.value) }] : []
    }),
  )
  const plain = numberAt(words, at)
  const orMore = plain && endsAt(words, plain.end, moreForms)[0]
  return plain && orMore !== undefined
    ? [...found, { end: orMore, value: atLeast(plain.value) }]
    : found
}

function numberAt(words: readonly string[], at: number): FoundAt<number> | undefined {
  const word = words[at] ?? ''
  const value = /^[1-9]$/.test(word) ? Number(word) : numbers.indexOf(word)
  if (value < 1) return undefined
  // "Two (2)".
  const isTwice = words[at + 1] === '(' && words[at + 2] === String(value) && words[at + 3] === ')'
  return { end: isTwice ? at + 4 : at + 1, value }
}

const numbers = 'no|one|two|three|four|five|six|seven|eight|nine'.split('|')

function said(en: string, fr: string): AskedTail {
  return { tail: 'said', said: { en: `(${en})`, fr: `(${fr})` } }
}

const atLeast = (count: number): AskedTail => said(`${count} or more`, `${count} ou plus`)

const befores: readonly (readonly [WordForms, (count: number) => AskedTail])[] = [
  [writtenForms(['at least', '≥', '> =', 'a minimum of', 'minimum of', 'minimum']), atLeast],
  [
    writtenForms(['more than', '>', 'greater than', 'over']),
    (count) => said(`more than ${count}`, `plus de ${count}`),
  ],
]
const moreForms = writtenForms(['or more', 'or greater', '+'])
