import type { AskedLike } from '../../../words/language/asked.ts'
import type { RuleWord } from '../../vocabulary/rule-words.ts'
import { endsAt, writtenForms } from './forms.ts'
import type { FoundAt } from './found-at.ts'
import { type Walk, wordsAt } from './walk.ts'

/** "Acute or chronic", "severe, uncontrolled", with small words that change nothing. */
export function likesAt(walk: Walk, at: number): readonly FoundAt<readonly AskedLike[]>[] {
  const start = afterIdle(walk.rule.words, at)
  const found: FoundAt<readonly AskedLike[]>[] = [{ end: start, value: [] }]
  if (start !== at) found.push({ end: at, value: [] })
  // "Known or suspected": a small word may begin what a thing is like.
  const firsts = start === at ? [at] : [at, start]
  for (const { end, value } of firsts.flatMap((from) => adjectivesAt(walk, from))) {
    const next = walk.rule.words[end]
    const joined = next === ',' || next === 'or' ? end + 1 : undefined
    if (joined !== undefined && next === 'or')
      for (const other of adjectivesAt(walk, joined))
        found.push({
          end: afterIdle(walk.rule.words, other.end),
          value: [both(value, other.value)],
        })
    found.push(...oneOfThree(walk, value, end))
    for (const more of likesAt(walk, next === ',' ? end + 1 : end))
      found.push({ end: more.end, value: [likeOf(value), ...more.value] })
  }
  const other = walk.rule.words[start] === 'other' || walk.rule.words[start] === 'another'
  if (other)
    for (const more of likesAt(walk, start + 1))
      found.push({ end: more.end, value: [another, ...more.value] })
  return found.toSorted((one, two) => one.value.length - two.value.length)
}

/** What a thing is like at a place: "immunosuppressives" are things, though "immunosuppressive" is what one is like. */
function adjectivesAt(walk: Walk, at: number): readonly FoundAt<RuleWord>[] {
  const { rule } = walk
  return wordsAt(walk, at, 'a').filter(({ end }) => {
    const written = rule.text.slice(rule.starts[end - 1], rule.ends[end - 1])
    return !/s$/i.test(written) || (rule.words[end - 1] ?? '').endsWith('s')
  })
}

/** "Other", of a thing: "autre". */
export const another: AskedLike = { en: 'other', fr: 'autre', isBefore: true }

function likeOf({ en, fr, frFeminine }: RuleWord): AskedLike {
  return { en, fr, ...(frFeminine && { frFeminine }) }
}

/** "Symptomatic, untreated, or progressing": any of the three; without the second comma the first may be all's. */
function oneOfThree(
  walk: Walk,
  first: RuleWord,
  at: number,
): readonly FoundAt<readonly AskedLike[]>[] {
  const { words } = walk.rule
  if (words[at] !== ',') return []
  return adjectivesAt(walk, at + 1).flatMap((second) => {
    const or = second.end + 1
    if (words[second.end] !== ',' || words[or] !== 'or') return []
    return adjectivesAt(walk, or + 1).map(({ end, value }) => {
      const last = both(second.value, value)
      const like = {
        en: `${first.en}, ${last.en}`,
        fr: `${first.fr}, ${last.fr}`,
        frFeminine: `${first.frFeminine ?? first.fr}, ${last.frFeminine ?? last.fr}`,
      }
      return { end: afterIdle(words, end), value: [like] }
    })
  })
}

function both(one: RuleWord, other: RuleWord): AskedLike {
  if (one.fr === other.fr) return likeOf(one)
  return {
    en: `${one.en} or ${other.en}`,
    fr: `${one.fr} ou ${other.fr}`,
    frFeminine: `${one.frFeminine ?? one.fr} ou ${other.frFeminine ?? other.fr}`,
  }
}

/** Words before a thing that leave a question the same when they are left out. */
export function afterIdle(words: readonly string[], at: number): number {
  const [end] = endsAt(words, at, idleForms)
  return end === undefined ? at : afterIdle(words, end)
}

const idleForms = writtenForms([
  'any of the',
  'one of the',
  'any of',
  'self reported',
  'clinically',
  'medically',
  'currently',
  'any type of',
  'any kind of',
  'any form of',
  'any known',
  'any',
  'a diagnosis of',
  'diagnosis of',
  'the diagnosis of',
  'presence of',
  'the presence of',
  'evidence of',
  'clinical evidence of',
  'a',
  'an',
  'the',
  'known',
  'documented',
  'confirmed',
  'diagnosed',
  'established',
  'one or more',
  'at least one',
  'at least 1',
  'some form of',
  'any current',
  'any evidence of',
  'signs of',
  'the existence of',
  'cases of',
  'all forms of',
  'all types of',
  'all kinds of',
  'forms of',
  'types of',
  'any forms of',
  'any types of',
  'a form of',
  'a type of',
  'some kind of',
  'any sign of',
  'the use of',
  'a confirmed diagnosis of',
  'a definitive diagnosis of',
  'definitive diagnosis of',
  'a definite diagnosis of',
  'definite diagnosis of',
  'a clinical diagnosis of',
  'clinical diagnosis of',
  'a known',
  'a documented',
  'their',
  'own',
  'his or her',
  'such',
])
