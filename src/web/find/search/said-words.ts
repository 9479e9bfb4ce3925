import { type Asked, withTexts } from '../../../finder/question/asked.ts'
import { bareWord } from '../../../finder/vocabulary/small-words.ts'

/** The same search without some of its words; undefined where they are not there as they stand. */
export function withoutWords(asked: Asked, words: string): Asked | undefined {
  const { q } = asked.texts
  const at = q.indexOf(words)
  if (at === -1) return undefined
  const left = `${q.slice(0, at)} ${q.slice(at + words.length)}`
    .replace(/ +(?=[ ,.;:!?])/g, '')
    .trim()
  return withTexts(asked, { q: /[\p{L}\p{N}]/u.test(left) ? left : '' })
}

/** The same search without each of some words; those that do not stand there are passed over. */
export function withoutAllWords(asked: Asked, words: readonly string[]): Asked {
  return words.reduce((left, each) => withoutWords(left, each) ?? left, asked)
}

/** The same search with a word in quotation marks, so that it must be found: where it was typed last, as a whole word. */
export function withQuoted(asked: Asked, word: string): Asked | undefined {
  const { q } = asked.texts
  const own = bareWord(word)
  if (own === '' || /["<>]/.test(q)) return undefined
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(own)}(?![\\p{L}\\p{N}])`, 'gu')
  const last = [...q.matchAll(whole)].at(-1)
  if (!last) return undefined
  return withTexts(asked, {
    q: `${q.slice(0, last.index)}"${own}"${q.slice(last.index + own.length)}`,
  })
}
