import type { NamedThing } from '../../../words/language/asked.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type RuleWordKind, ruleWordsAt } from '../../vocabulary/rule-words.ts'
import { namesIn } from '../plain/names.ts'
import type { ReadAsk } from '../plain/rule-reader.ts'
import { type CutRule, rulesTextOf } from '../plain/rule-text.ts'
import { wordSet } from '../plain/word-sets.ts'
import { heldByAsking } from './held-words.ts'

/** What a question holds of the words of its rule. */
export interface Account {
  readonly cut: CutRule
  /** By the place of each word: whether the question holds it. */
  readonly isHeld: readonly boolean[]
  /** True where a word of the rule says of which kind the named thing is, and its plain name does not. */
  readonly isLost?: true
}

/**
 * The words of a rule against its question: held is what a name, a value or a word of the question is the plain word of, what
 * stands in it as it is, and what its way of asking says; with `isWider`, what has but the name of a wider thing, too.
 */
export function accountOf(
  text: string,
  ask: ReadAsk,
  vocabulary: Vocabulary,
  isWider: boolean = true,
): Account {
  const cut = rulesTextOf(text, ask.readings)
  const { words } = cut
  const said = valuesOf(ask.rule, 'en').filter((one) => typeof one === 'string')
  const isSaid = (en: string): boolean =>
    said.some((one) => one === en || ` ${one} `.includes(` ${en.replace(/^an? /, '')} `))
  const held = new Set<number>()
  let isLost = false
  const hold = (from: number, end: number): void => {
    for (let at = from; at < end; at++) held.add(at)
  }
  for (let at = 0; at < words.length; at++)
    for (const kind of kinds)
      for (const { end, word } of ruleWordsAt(words, at, kind))
        if (isSaid(word.en)) {
          hold(at, end)
          isLost ||= isLossy(words, at, { kind, end, en: word.en })
        }
  for (const [at, names] of namesIn(cut, vocabulary, isWider))
    for (const { end, value } of names) if (isSaid(nameIn(value))) hold(at, end)
  for (const { from, end } of readValues(cut, ask)) hold(from, end)
  const byAsking = heldByAsking(ask.rule)
  const stems = new Set(
    said.flatMap((one) =>
      one
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .map(stem),
    ),
  )
  return {
    cut,
    isHeld: words.map(
      (word, at) =>
        held.has(at) || byAsking.has(word) || !/[\p{L}\d]/u.test(word) || stems.has(stem(word)),
    ),
    ...(isLost && { isLost: true as const }),
  }
}

/** "Loop zorbetic" with the plain name of every zorbetic: the word before it says more. */
function isLossy(
  words: readonly string[],
  at: number,
  { kind, end, en }: { readonly kind: RuleWordKind; readonly end: number; readonly en: string },
): boolean {
  if (kind !== 'n' && kind !== 't') return false
  for (let from = at + 1; from < end; from++) {
    if (!ofKind.has(words[from - 1] ?? '')) return false
    if (ruleWordsAt(words, from, kind).some((one) => one.end === end && one.word.en === en))
      return true
  }
  return false
}

/** Words before a name that leave many out who have the thing. */
const ofKind = wordSet(
  'loop long short acting home morbid severe sudden elective open invasive primary secondary major generalized structural inflammatory umbilical inguinal abdominal isthmic degenerative focal traumatic injectable prescription regular maintenance idiopathic resuscitated chronic iv intravenous parenteral',
)

const kinds: readonly RuleWordKind[] = ['n', 't', 'r', 'x', 'o', 'h', 'm', 'v', 'a', 'q']

function nameIn({ en }: NamedThing): string {
  return en
}

function readValues(
  { starts, ends }: CutRule,
  { rule, readings }: ReadAsk,
): readonly { readonly from: number; readonly end: number }[] {
  return valuesOf(rule, 'reading').flatMap((place) => {
    const span = readings[Number(place)]?.span
    if (!span) return []
    const from = starts.findIndex((start) => start >= span.start)
    const end = ends.findLastIndex((one) => one <= span.end) + 1
    return from < 0 ? [] : [{ from, end }]
  })
}

/** "Chemotherapy" and "chemotherapeutic" share this. */
function stem(word: string): string {
  return word.replace(/(?:ies|es|s|y|al|ic|ed|ing)$/, '').slice(0, 7)
}

/** All values of one key in a question as it was read. */
function valuesOf(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'of' ? [] : name === key ? [one] : valuesOf(one, key),
  )
}
