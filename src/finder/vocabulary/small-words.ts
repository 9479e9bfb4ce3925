import { readFileSync } from 'node:fs'
import { fold } from './fold.ts'

/**
 * What a word of everyday speech tells: `speech`, that a person speaks ("my", "please"); `small`, nothing; undefined for
 * a word that may say what is looked for.
 */
export type SmallWord = 'speech' | 'small'

/** What a typed word tells, with its accents or without. What is written in capitals ("AI", "WHO") is no small word. */
export function smallWord(word: string): SmallWord | undefined {
  if (isShortCode.test(word)) return undefined
  const key = fold(word).replace(/['’]/g, '')
  return lists().speech.has(key) ? 'speech' : lists().small.has(key) ? 'small' : undefined
}

/** Whether what follows a word is denied by it ("no diabetes", "sans diabète"). */
export function isDenial(word: string): boolean {
  return lists().denies.has(fold(word).replace(/['’]/g, ''))
}

/** Whether a word may come between a denial and what it denies ("pas de diabète", "never had a stroke"). */
export function isBetweenDenial(word: string): boolean {
  return lists().article.has(fold(word))
}

/** Whether a typed word says nothing of what is looked for, in all its parts: "j'ai", "don't", "peut-être", "3". */
export function smallness(word: string): SmallWord | undefined {
  const bare = bareWord(word)
  if (bare === '') return 'small'
  const whole = smallWord(bare)
  if (whole) return whole
  const parts = bare.split(/['’-]/).map((part) => (/^\d+$/.test(part) ? 'small' : smallWord(part)))
  if (parts.includes(undefined)) return undefined
  return parts.includes('speech') ? 'speech' : 'small'
}

/** A typed word without the signs around it: "asthma," is "asthma". */
export function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

/** A word without the article before it: "l'asthme" is "asthme". */
export function withoutElision(word: string): string {
  return word.replace(/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L}{2})/iu, '')
}

const isShortCode = /^\p{Lu}{2,4}$/u

type Lists = Readonly<Record<'speech' | 'small' | 'denies' | 'article', ReadonlySet<string>>>

let read: Lists | undefined

function lists(): Lists {
  return (read ??= readLists())
}

function readLists(): Lists {
  const file = new URL('../../../data/vocabulary/small-words.tsv', import.meta.url)
  const lines = readFileSync(file, 'utf8').split('\n')
  const wordsOf = (kind: string): ReadonlySet<string> =>
    new Set(
      lines
        .filter((line) => line.startsWith(`${kind}\t`))
        .flatMap((line) => line.slice(kind.length + 1).split(' ')),
    )
  return {
    speech: wordsOf('speech'),
    small: wordsOf('small'),
    denies: wordsOf('denies'),
    article: wordsOf('article'),
  }
}
