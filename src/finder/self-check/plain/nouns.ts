import type { NamedThing } from '../../../words/language/asked.ts'
import type { RuleWord } from '../../vocabulary/rule-words.ts'
import { type Joint, jointsAt } from './joints.ts'
import type { FoundAt } from './found-at.ts'
import { type Walk, wordsAt } from './walk.ts'
import { wordSet } from './word-sets.ts'

/** What is named at a place: a word of criteria, a part of the body with its head word, a disease or a medicine. */
export function nounsAt(walk: Walk, at: number): readonly FoundAt<NamedThing>[] {
  const own = (['n', 't', 'x'] as const).flatMap((kind) =>
    wordsAt(walk, at, kind).flatMap(({ end, value }) => {
      if (isNoThing(value)) return []
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
  const isDone = kind === 't' && (mark === 'e' || mark === 'v')
  if (kind === 'x') return { en, fr, gender, kind: 'exam' }
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
  return partsAt(walk, at).flatMap((parts) => [
    ...wordsAt(walk, parts.end, 'h').map(({ end, value }) => ({
      end,
      value: bodyName(value, parts.value),
    })),
    ...(['n', 't'] as const).flatMap((kind) =>
      // "Rheumatic heart disease" is a heart disease of a kind.
      parts.value.fr === twofold || wordsAt(walk, at, 'a').some(({ end }) => end === parts.end)
        ? []
        : wordsAt(walk, parts.end, kind)
            .filter(({ value }) => value.mark !== 'v' && value.mark !== 's' && value.mark !== 'x')
            .map(({ end, value }) => ({ end, value: ofParts(nameOf(value), parts.value) })),
    ),
  ])
}

/** A file and a doctor's word show something; nobody has them. */
function isNoThing({ kind, fr }: RuleWord): boolean {
  return kind === 'x' && (fr === 'dossier médical' || fr === 'avis d’un médecin')
}

/** "Retinal vasculitis" as one name: a thing that has a name of its own, in a part of the body. */
export function ofParts(name: NamedThing, parts: Pick<NamedThing, 'en' | 'fr'>): NamedThing {
  const [, article = '', en = ''] = /^(an? )?(.*)$/u.exec(name.en) ?? []
  const [, fr = '', gloss = ''] = /^(.*?)((?: qui | \().*)?$/u.exec(name.fr) ?? []
  // A heart defibrillator is of the heart already.
  if (name.fr.includes(parts.fr) || sameBody.some(([of, said]) => of === parts.fr && said.test(fr)))
    return name
  return {
    ...name,
    en: `${article === '' ? '' : 'a '}${parts.en} ${en}`,
    fr: `${fr} ${parts.fr}${gloss}`,
    of: parts,
  }
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

/** A neck, or the neck of the womb. */
const twofold = 'du col'
const sameBody: readonly (readonly [string, RegExp])[] = [
  ['du cœur', /cœur|cardia|cardio/],
  ['des reins', /rein|rénal/],
  ['du foie', /foie|hépat/],
  ['des poumons', /poumon|pulmon/],
  ['du cerveau', /cerveau|cérébral/],
  ['de la peau', /peau|cutan/],
  ['des vaisseaux', /vaisseau|vascul|artère|veine/],
  ['de la colonne vertébrale', /colonne|dos|disque|vertèbre/],
  ['du bas du dos', /dos|disque|lombaire/],
]

interface Parts {
  readonly en: string
  readonly fr: string
}

function partsAt(walk: Walk, at: number): readonly FoundAt<Parts>[] {
  return wordsAt(walk, at, 'o').flatMap(({ end, value }): FoundAt<Parts>[] => {
    const alone = { end, value: { en: value.en, fr: value.fr } }
    // "Renal and hepatic disease" may be one or both; "diseases" of both keep out each.
    const more = jointsAt(walk.rule.words, end).flatMap((joint) =>
      joint.value === 'and' && !walk.isOfMany
        ? []
        : partsAt(walk, joint.end).map((rest) => ({
            end: rest.end,
            value: {
              en: joinWords(value.en, joint.value && 'or', rest.value.en, 'en'),
              fr: joinWords(value.fr, joint.value && 'or', rest.value.fr, 'fr'),
            },
          })),
    )
    return [...more, alone]
  })
}

function joinWords(one: string, joint: Joint, rest: string, language: 'en' | 'fr'): string {
  // "Mental or psychological" is one word.
  if (one === rest) return one
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
    of: parts,
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
  'symptoms',
  'problems',
])
