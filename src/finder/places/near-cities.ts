import { readFileSync } from 'node:fs'
import { editDistance } from '../vocabulary/near-words.ts'
import { nameKey } from './name-key.ts'

/**
 * The bigger city, where readers of a language live, whose name is one slip from what was typed ("Mancester"): its name; undefined
 * where there is none, or it is written so. The first letter is right, and short names are too near to other words.
 */
export function nearCity(typed: string, language: 'en' | 'fr'): string | undefined {
  const word = nameKey(typed)
  if (word.length < fewestLetters || /\d/.test(word)) return undefined
  const { names, without } = (opened[language] ??= open(language))
  if (names.has(word)) return undefined
  for (const key of [word, ...withoutOne(word)])
    for (const name of without.get(key) ?? [])
      if (name.charAt(0) === word.charAt(0) && editDistance(word, name, 1) === 1)
        return names.get(name)
  return undefined
}

/** Whether it is the name of one of these cities, of whichever language. */
export function isCity(typed: string): boolean {
  const word = nameKey(typed)
  return (['en', 'fr'] as const).some((language) =>
    (opened[language] ??= open(language)).names.has(word),
  )
}

const fewestLetters = 6

interface Cities {
  /** By their keys, as they are written. */
  readonly names: ReadonlyMap<string, string>
  /** The keys by themselves, and without any one letter. */
  readonly without: ReadonlyMap<string, readonly string[]>
}

const opened: { en?: Cities; fr?: Cities } = {}

function open(language: 'en' | 'fr'): Cities {
  const file = new URL('../../../data/places/cities.tsv', import.meta.url)
  const row = readFileSync(file, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${language}\t`))
  const names = new Map<string, string>()
  const without = new Map<string, string[]>()
  for (const name of (row ?? '').slice(language.length + 1).split('|')) {
    const key = nameKey(name)
    names.set(key, name)
    for (const part of new Set([key, ...withoutOne(key)])) {
      const known = without.get(part)
      if (known) known.push(key)
      else without.set(part, [key])
    }
  }
  return { names, without }
}

function withoutOne(word: string): readonly string[] {
  return Array.from(word, (_, at) => `${word.slice(0, at)}${word.slice(at + 1)}`)
}
