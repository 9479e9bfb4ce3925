import type { AskedLanguage, AskedRule } from '../../../words/language/asked.ts'
import { denying, filler, wordSet } from './word-sets.ts'

/** "Fluent in English or French": the languages that a person must know. */
export function languagePhraseOf(words: readonly string[]): AskedRule | undefined {
  const named = words.filter(isLanguage)
  if (
    named.length === 0 ||
    !words.every(
      (word) =>
        isLanguage(word) || languageWords.has(word) || filler.has(word) || denying.has(word),
    )
  )
    return undefined
  if (!words.some((word) => speaking.has(word))) return undefined
  return {
    ask: 'speaks',
    languages: [...new Set(named)],
    isTurned: words.some((word) => denying.has(word)),
  }
}

const speaking = wordSet(
  'speak speaks speaking read reading understand understanding fluent fluency write comprehend communicate language proficiency proficient',
)
const languageWords = wordSet(
  'speak speaks speaking speaker speakers read reads reading understand understands understanding fluent fluently fluency write writing comprehend communicate language languages proficient proficiency sufficient knowledge good adequate level',
)

/** The languages that a text names. */
export function languagesIn(text: string): readonly AskedLanguage[] {
  return languages.filter((one) => new RegExp(`\\b${one}\\b`, 'i').test(text))
}

function isLanguage(word: string): word is AskedLanguage {
  return (languages as readonly string[]).includes(word)
}

const languages: readonly AskedLanguage[] = [
  'arabic',
  'chinese',
  'danish',
  'dutch',
  'english',
  'french',
  'german',
  'italian',
  'japanese',
  'korean',
  'norwegian',
  'portuguese',
  'spanish',
  'swedish',
]
