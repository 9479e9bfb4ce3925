import { fold, tokens } from '../../vocabulary/fold.ts'
import { smallness } from '../../vocabulary/small-words.ts'
import { isDrugWord } from './drug-words.ts'
import type { PlanContext } from './plan-findings.ts'

/**
 * Typed words with the apostrophes that many leave out in French: "lovaire" is "l'ovaire", "jai" is "j'ai". Only what is no
 * word as it was typed, and is one without its first letters, is read so.
 */
export function withElisions(typed: readonly string[], context: PlanContext): readonly string[] {
  return typed.map((word) => elided(word, context))
}

function elided(word: string, context: PlanContext): string {
  const parts = /^(\P{L}*)([cdjlmns]|qu)([aeiouyhàâäéèêëîïôöùûüœæ]\p{L}*)(\P{L}*)$/iu.exec(word)
  if (!parts) return word
  const [, before = '', letter = '', rest = '', after = ''] = parts
  const bare = `${letter}${rest}`
  if (/^\p{Lu}{2,}$/u.test(bare) || smallness(bare)) return word
  const isSpoken = spoken.test(fold(bare))
  // "Detroit" is a name, though "étroit" is a word.
  if (!isSpoken && /^\p{Lu}/u.test(bare)) return word
  if (!isSpoken && (isWord(bare, context) || !isMeant(letter, rest, context))) return word
  return `${before}${letter}'${rest}${after}`
}

/** Said so often that they are these words even where a record holds a name that is spelt so. */
const spoken =
  /^(?:j(?:ai|avais|etais|aurai|aurais|aimerais|habite|en)|n(?:ai|est|ont)|[cs]est|lont|qu(?:il|ils|elle|elles|un|une|on))$/

/** Whether letters are a word as they stand: of the vocabulary, of a medicine, or of more records than a slip is in. */
function isWord(word: string, { lexicon }: PlanContext): boolean {
  const [token = '', ...more] = tokens(word)
  return (
    more.length > 0 ||
    lexicon.vocabulary.words().has(token) ||
    isDrugWord(token) ||
    lexicon.translate(word) !== undefined ||
    lexicon.isInMoreThan(rarely, token)
  )
}

function isMeant(letter: string, rest: string, context: PlanContext): boolean {
  if (rest.length < fewestLetters) return false
  const [token = ''] = tokens(rest)
  const { lexicon } = context
  // A noun has an article before it: "sortie" is no "s'ortie".
  if (!/^[ld]$/i.test(letter)) return smallness(rest) !== undefined
  if (smallness(rest) || lexicon.vocabulary.words().has(token)) return true
  return lexicon.translate(rest) !== undefined || lexicon.isInMoreThan(rarely, token)
}

const rarely = 3
const fewestLetters = 4
