import type { NamedThing } from '../../../words/language/asked.ts'
import type { RuleWord } from '../../vocabulary/rule-words.ts'
import { type Joint, jointsAt } from './joints.ts'
import type { FoundAt } from './times.ts'
import { type Walk, wordsAt } from './walk.ts'
import { wordSet } from './word-sets.ts'

/** What is named at a place: a word of criteria, a part of the body with its head word, a disease or a medicine. */
export function nounsAt(walk: Walk, at: number): readonly FoundAt<NamedThing>[] {
  const own = (['n', 't', 'x'] as const).flatMap((kind) =>
    wordsAt(walk, at, kind).flatMap(({ end, value }) => {
      const name = nameOf(value)
      const isOperation = kind === 't' && value.mark === 'e'
      const more = isOperation && operation.has(walk.rule.words[end] ?? '')
      return [...(more ? [{ end: end + 1, value: name }] : []), { end, value: name }]
    }),
  )
  const made = [...ofBody(walk, at), ...headOfBody(walk, at)]
  const longestOwn = Math.max(0, ...[...own, ...made].map(({ end }) => end))
  const named = (walk.names.get(at) ?? []).filter(({ end }) => end > longestOwn)
  return [...own, ...made, ...named].flatMap((one) => [
    ...(one.value.kind === 'given' && given.has(walk.rule.words[one.end] ?? '')
      ? [{ ...one, end: one.end + 1 }]
      : []),
    one,
  ])
}

/** "Warfarin therapy" is warfarin; "pain medication" is no pain. */
const given = wordSet('therapy treatment medication medications use administration drugs agents')

/** A "bypass procedure" is a bypass. */
const operation = wordSet('procedure procedures surgery operation intervention')

/** A word of criteria as a name. */
export function nameOf({ kind, en, fr, gender, mark }: RuleWord): NamedThing {
  const known = Object.hasOwn(marks, mark) ? marks[mark] : undefined
  const isDone = kind === 'x' || (kind === 't' && (mark === 'e' || mark === 'v'))
  return {
    en,
    fr,
    gender,
    ...(known && !(isDone && known === 'event') && { mark: known }),
    ...(isDone
      ? { kind: 'done' as const }
      : kind === 't' && mark !== 'f' && { kind: 'given' as const }),
  }
}

const marks: Readonly<Record<string, NonNullable<NamedThing['mark']>>> = {
  d: 'named',
  p: 'mass',
  s: 'own',
  x: 'own',
  e: 'event',
  f: 'food',
}

/** "Hepatic or renal disease", "liver failure". */
function ofBody(walk: Walk, at: number): FoundAt<NamedThing>[] {
  return partsAt(walk, at).flatMap((parts) =>
    wordsAt(walk, parts.end, 'h').map(({ end, value }) => ({
      end,
      value: bodyName(value, parts.value),
    })),
  )
}

/** "Cancer of the liver". */
function headOfBody(walk: Walk, at: number): FoundAt<NamedThing>[] {
  return wordsAt(walk, at, 'h').flatMap((head) => {
    if (walk.rule.words[head.end] !== 'of') return []
    const from = walk.rule.words[head.end + 1] === 'the' ? head.end + 2 : head.end + 1
    return partsAt(walk, from).map(({ end, value }) => ({
      end,
      value: bodyName(head.value, value),
    }))
  })
}

interface Parts {
  readonly en: string
  readonly fr: string
}

function partsAt(walk: Walk, at: number): readonly FoundAt<Parts>[] {
  return wordsAt(walk, at, 'o').flatMap(({ end, value }): FoundAt<Parts>[] => {
    const alone = { end, value: { en: value.en, fr: value.fr } }
    // "Renal and hepatic disease" may be one or both.
    const more = jointsAt(walk.rule.words, end).flatMap((joint) =>
      joint.value === 'and'
        ? []
        : partsAt(walk, joint.end).map((rest) => ({
            end: rest.end,
            value: {
              en: joinWords(value.en, joint.value, rest.value.en, 'en'),
              fr: joinWords(value.fr, joint.value, rest.value.fr, 'fr'),
            },
          })),
    )
    return [...more, alone]
  })
}

function joinWords(one: string, joint: Joint, rest: string, language: 'en' | 'fr'): string {
  if (joint === undefined) return `${one}, ${rest}`
  const word = { en: { or: 'or', and: 'and' }, fr: { or: 'ou', and: 'et' } }[language][joint]
  return `${one} ${word} ${rest}`
}

function bodyName(head: RuleWord, parts: Parts): NamedThing {
  const en = `${parts.en} ${head.en}`
  return {
    en: uncounted.has(head.en) ? en : `a ${en}`,
    fr: `${head.fr} ${parts.fr}`,
    gender: head.gender,
    ...(head.mark === 't' && { kind: 'done' as const }),
  }
}

const uncounted = new Set([
  'disease',
  'failure',
  'cancer',
  'bleeding',
  'surgery',
  'metastases',
  'pain',
  'inflammation',
  'involvement',
])
