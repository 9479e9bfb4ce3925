import type { CueKind, CueWords } from './cue-words.ts'
import { cuesInEnglish } from './cues-en.ts'
import { cuesInFrench } from './cues-fr.ts'

/** A cue at characters `start` to `end` of a sentence. */
export interface Cue<Kind = CueKind> {
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

/** The words of a language that tell how a sentence speaks of what it names. */
export function cueWordsOf(language: 'en' | 'fr'): CueWords {
  return language === 'en' ? cuesInEnglish : cuesInFrench
}

function isWithin<Kind>(one: Cue<Kind>, other: Cue<Kind>): boolean {
  return (
    one.start >= other.start &&
    one.end <= other.end &&
    other.end - other.start > one.end - one.start
  )
}

/** More is no sentence a person wrote. */
const mostOfAKind = 24

/** All places where one of the patterns stands, in the order of the text. */
export function cuesOf<Kind extends string>(
  text: string,
  patterns: Readonly<Record<Kind, RegExp>>,
): readonly Cue<Kind>[] {
  const found: Cue<Kind>[] = []
  for (const kind in patterns) {
    let count = 0
    for (const match of text.matchAll(patterns[kind])) {
      if (++count > mostOfAKind) break
      found.push({ kind, start: match.index, end: match.index + match[0].length })
    }
  }
  return found
    .filter((one) => !found.some((other) => isWithin(one, other)))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
}
