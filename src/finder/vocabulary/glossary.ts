import { readFileSync } from 'node:fs'
import { placedTokens, tokens, type PlacedWords } from './fold.ts'
import { PhraseTree } from './phrases.ts'

/** A medical or trial word in plain words, in English and French. */
export interface GlossaryEntry {
  readonly id: string
  /** The phrases for it in registry text, which is English. */
  readonly match: readonly string[]
  readonly en: Explained
  readonly fr: Explained
}

/** A medical word in plain words, in one language. */
export interface Explained {
  readonly term: string
  /** At most 25 words, for a reader of eleven. */
  readonly meaning: string
}

/** The first place in a text where a glossary word is: characters `start` to `end`. */
export interface Explanation {
  readonly start: number
  readonly end: number
  readonly entry: GlossaryEntry
}

/** The whole glossary, in order of English term. */
export const glossary: readonly GlossaryEntry[] = readGlossary()

/** Explains each glossary word of a text once, where it first is; the longest phrase wins. */
export function explain(text: string): readonly Explanation[] {
  const placed = placedTokens(text)
  const explained = new Set<GlossaryEntry>()
  const found: Explanation[] = []
  for (let at = 0; at < placed.words.length; at++) {
    const phrase = (phrases ??= collectPhrases()).longestAt(placed.words, at, (value, length) =>
      isCode(value) ? isCapital(text, placed, at) : isOneRun(text, placed, at, length),
    )
    const entry = phrase && glossary[phrase.value >> 1]
    if (!phrase || !entry) continue
    const start = placed.starts[at] ?? 0
    at += phrase.length - 1
    if (explained.has(entry)) continue
    explained.add(entry)
    found.push({ start, end: placed.ends[at] ?? start, entry })
  }
  return found
}

function readGlossary(): readonly GlossaryEntry[] {
  const file = new URL('../../../data/vocabulary/glossary.json', import.meta.url)
  const entries = JSON.parse(readFileSync(file, 'utf8')) as GlossaryEntry[]
  return entries.sort((one, other) => one.en.term.localeCompare(other.en.term, 'en'))
}

let phrases: PhraseTree | undefined

/** Each phrase with twice its entry's place in the glossary; odd for an abbreviation. */
function collectPhrases(): PhraseTree {
  const tree = new PhraseTree(4096)
  glossary.forEach(({ match }, index) => {
    for (const phrase of match)
      tree.add(tokens(phrase), index * 2 + Number(/^[A-Z]{2,}$/.test(phrase)))
  })
  return tree
}

function isCode(value: number): boolean {
  return value % 2 === 1
}

/** PET is a scan, a pet is not: an abbreviation counts only where it begins with a capital. */
function isCapital(text: string, placed: PlacedWords, at: number): boolean {
  return /[A-Z]/.test(text.charAt(placed.starts[at] ?? 0))
}

/** "Double blind" may have a space, a hyphen or a line end inside, but not a full stop or a bracket. */
function isOneRun(text: string, placed: PlacedWords, at: number, length: number): boolean {
  if (length === 1) return true
  return !/[.,;:!?•*()[\]]/.test(text.slice(placed.starts[at], placed.ends[at + length - 1]))
}
