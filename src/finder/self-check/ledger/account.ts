import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type RuleWordKind, ruleWordsAt } from '../../vocabulary/rule-words.ts'
import { namesIn } from '../plain/names.ts'
import type { ReadAsk } from '../plain/rule-reader.ts'
import { type CutRule, rulesTextOf } from '../plain/rule-text.ts'
import { wordSet } from '../plain/word-sets.ts'
import { valuesOf } from './asked-values.ts'
import { heldByAsking } from './held-words.ts'

/** What a question holds of the words of its rule. */
export interface Account {
  readonly cut: CutRule
  /** By the place of each word: whether the question holds it. */
  readonly isHeld: readonly boolean[]
  /** Where the rule says what the question asks of, by its name. */
  readonly names: readonly NamePlace[]
  /** True where a word of the rule says of which kind the named thing is, and its plain name does not. */
  readonly isLost?: true
}

/** A name of a question in its rule: from a word to the place after its last. */
export interface NamePlace {
  readonly from: number
  readonly end: number
  readonly en: string
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
    said.some(
      (one) => one === en || spacedWords(one).includes(spacedWords(en.replace(/^an? /, ''))),
    )
  const found = wordsSaid(words, isSaid)
  const named: readonly NamePlace[] = [
    ...found.filter(({ kind }) => kind !== 'a' && kind !== 'q'),
    ...[...namesIn(cut, vocabulary, isWider)].flatMap(([from, names]) =>
      names.flatMap(({ end, value: { en } }) => (isSaid(en) ? [{ from, end, en }] : [])),
    ),
    ...readValues(cut, ask).map((place) => ({ ...place, en: '' })),
  ]
  const held = new Set([...found, ...named].flatMap(wordPlacesOf))
  const byAsking = heldByAsking(ask.rule)
  const stems = new Set(
    said.flatMap((one) =>
      one
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .map(stemOf),
    ),
  )
  const isHeld = (word: string, at: number): boolean =>
    held.has(at) || byAsking.has(word) || !/[\p{L}\d]/u.test(word) || stems.has(stemOf(word))
  const isLost = found.some((one) => isLossy(words, one.from, one)) || isOfNarrower(found, named)
  return { cut, names: named, isHeld: words.map(isHeld), ...(isLost && { isLost: true as const }) }
}

/** A word of criteria in a rule that its question says. */
interface SaidWord extends NamePlace {
  readonly kind: RuleWordKind
  readonly isNarrower: boolean
}

function wordsSaid(words: readonly string[], isSaid: (en: string) => boolean): readonly SaidWord[] {
  return words.flatMap((_, from) =>
    nameKinds.flatMap((kind) =>
      ruleWordsAt(words, from, kind).flatMap(({ end, word: { en }, isNarrower }) =>
        isSaid(en) ? [{ from, end, en, kind, isNarrower }] : [],
      ),
    ),
  )
}

/** The places from a word to the one after the last. */
export function wordPlacesOf({ from, end }: Pick<NamePlace, 'from' | 'end'>): readonly number[] {
  return Array.from({ length: end - from }, (_, at) => from + at)
}

/** "Squamous cell carcinoma" has a name of its own, whatever "carcinoma" is. */
function isOfNarrower(found: readonly SaidWord[], named: readonly NamePlace[]): boolean {
  const exact = named.filter(
    (one) =>
      !found.some((other) => other.isNarrower && other.from === one.from && other.end === one.end),
  )
  return found.some(
    ({ isNarrower, from, end }) =>
      isNarrower && exact.every((one) => one.from > from || one.end < end),
  )
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
  'loop long short acting home lumbar cervical seasonal permanent invasive noninvasive orthotopic continuous supplemental stereotactic external low lower enzyme inducing small peripheral cardiopulmonary venous minor grass systolic catheter enzyme morbid severe sudden elective open primary secondary major generalized structural inflammatory umbilical inguinal abdominal isthmic degenerative focal traumatic injectable prescription regular maintenance idiopathic resuscitated chronic iv intravenous parenteral',
)

const nameKinds: readonly RuleWordKind[] = ['n', 't', 'r', 'x', 'o', 'h', 'm', 'v', 'a', 'q']

/** Words alone, with a space around each. */
export function spacedWords(text: string): string {
  return ` ${text
    .replaceAll(/[,;()/“”]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()} `
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
export function stemOf(word: string): string {
  return word.replace(/(?:ies|es|s|y|al|ic|ed|ing)$/, '').slice(0, 7)
}
