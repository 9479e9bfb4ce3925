import { tokens } from './fold.ts'
import { listedRows, listOf } from './listed-names.ts'

/**
 * `n` is what one has, `t` what one is given or has done, `r` an allergy or the like with its "to", `x` an examination, `o` a part of the body, `h` a head word after it ("liver
 * *disease*"), `m` what is measured, `v` what one does, `a` what a thing is like, `q` what is said after it.
 */
export type RuleWordKind = 'n' | 't' | 'r' | 'x' | 'o' | 'h' | 'm' | 'v' | 'a' | 'q'

/** A word of criteria with how it is said in English and French. */
export interface RuleWord {
  readonly kind: RuleWordKind
  readonly en: string
  readonly fr: string
  /** For a feminine noun, where it differs. */
  readonly frFeminine?: string
  readonly gender?: 'm' | 'f' | 'mp' | 'fp'
  /** As the file explains them. */
  readonly mark: string
}

/** A word at a place among tokens, and the place after it. */
export interface RuleWordFound {
  readonly end: number
  /** True where the form is narrower than how it is said ("dermatomyositis", of inflamed muscles). */
  readonly isNarrower: boolean
  readonly word: RuleWord
}

/** The words of criteria that stand at a place of a run of words from `tokens()`, of one kind, the longest first. */
export function ruleWordsAt(
  words: readonly string[],
  at: number,
  kind: RuleWordKind,
): readonly RuleWordFound[] {
  const found: RuleWordFound[] = []
  for (const { form, word, isNarrower } of (index ??= readIndex()).get(words[at] ?? '') ?? [])
    if (word.kind === kind && form.every((each, place) => isSame(words[at + place], each)))
      found.push({ end: at + form.length, word, isNarrower })
  return found
}

/** "Allergy/intolerance to" is "allergy or intolerance to". */
function isSame(word: string | undefined, of: string): boolean {
  return word === of || (word === '/' && of === 'or')
}

/** Whether a word stands in any form of the words of criteria; as `tokens()` gives it. */
export function isWordOfRules(word: string): boolean {
  allWords ??= new Set(
    [...(index ??= readIndex()).values()].flatMap((entries) => entries.flatMap(({ form }) => form)),
  )
  return allWords.has(word)
}

let allWords: ReadonlySet<string> | undefined

interface Entry {
  readonly form: readonly string[]
  readonly word: RuleWord
  readonly isNarrower: boolean
}

let index: ReadonlyMap<string, readonly Entry[]> | undefined

function readIndex(): ReadonlyMap<string, readonly Entry[]> {
  const all = new Map<string, Entry[]>()
  for (const [kind = '', forms = '', en = '', french = '', gender = '', mark = ''] of listedRows(
    'rule-words.tsv',
  )) {
    if (!isKind(kind)) throw new Error(`rule-words.tsv has a word of the kind ${kind}.`)
    const [fr = '', feminine] = listOf(french)
    const word: RuleWord = {
      kind,
      en,
      fr,
      ...(feminine && { frFeminine: feminine }),
      ...(isGender(gender) && { gender }),
      mark,
    }
    for (const written of listOf(forms)) {
      const form = tokens(written)
      const first = form[0] ?? ''
      const isNarrower = written.startsWith('<')
      all.set(first, [...(all.get(first) ?? []), { form, word, isNarrower }])
    }
  }
  for (const [first, entries] of all)
    all.set(
      first,
      entries.toSorted((one, other) => other.form.length - one.form.length),
    )
  return all
}

function isKind(text: string): text is RuleWordKind {
  return /^[ntrxohmvaq]$/.test(text)
}

function isGender(text: string): text is 'm' | 'f' | 'mp' | 'fp' {
  return /^[mf]p?$/.test(text)
}
