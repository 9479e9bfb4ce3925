import { wordsOfActs } from './danger-words-of-acts.ts'
import { wordsOfHarm } from './danger-words-of-harm.ts'
import { wordsOfSigns } from './danger-words-of-signs.ts'

const lexicon = { ...wordsOfSigns, ...wordsOfActs, ...wordsOfHarm }

/** What a group of words stands for. */
export type DangerTopic = keyof typeof lexicon

/** Whether a name is that of a topic. */
export function isTopic(name: string): name is DangerTopic {
  return name in lexicon
}

/** The first and the last word of a topic in a sentence. */
export interface TopicSpan {
  readonly first: number
  readonly last: number
}

/** A phrase of a topic: each word whole, the beginning of one ("vomit*"), or a small number ("#"). */
interface Phrase {
  readonly topic: DangerTopic
  readonly parts: readonly { readonly text: string; readonly isBeginning: boolean }[]
  /** What may not stand behind it. */
  readonly not?: string
}

/** Where the topics of danger are among the words of a sentence. */
export function topicsIn(words: readonly string[]): ReadonlyMap<DangerTopic, readonly TopicSpan[]> {
  const found = new Map<DangerTopic, TopicSpan[]>()
  for (const [first, word] of words.entries())
    for (const phrase of phrasesFrom(word)) {
      if (!isAt(words, first, phrase)) continue
      const span = { first, last: first + phrase.parts.length - 1 }
      const spans = found.get(phrase.topic)
      if (spans) spans.push(span)
      else found.set(phrase.topic, [span])
    }
  return found
}

function phrasesFrom(word: string): readonly Phrase[] {
  const from = phrases.get(keyOf(word)) ?? []
  return small.test(word) ? [...from, ...(phrases.get('#') ?? [])] : from
}

/** Days and weeks of the very young. */
const small =
  /^(?:[1-9]|1\d|2[0-8]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix)$/

function isAt(words: readonly string[], first: number, { parts, not }: Phrase): boolean {
  const isSaid = parts.every(({ text, isBeginning }, at) => {
    const word = words[first + at]
    if (text === '#') return word !== undefined && small.test(word)
    return isBeginning ? word?.startsWith(text) === true : word === text
  })
  return isSaid && (not === undefined || words[first + parts.length] !== not)
}

/** By the first three letters of their first word. */
const phrases = new Map<string, Phrase[]>()
for (const [topic, listed] of Object.entries(lexicon))
  if (isTopic(topic))
    for (const phrase of listed.split(', ')) {
      const [said = '', not] = phrase.split(' but ')
      const parts = said.split(' ').map((part) => ({
        text: part.replace('*', ''),
        isBeginning: part.endsWith('*'),
      }))
      const key = keyOf(parts[0]?.text ?? '')
      phrases.set(key, [...(phrases.get(key) ?? []), { topic, parts, ...(not && { not }) }])
    }

function keyOf(word: string): string {
  return word.slice(0, 3)
}
