import type { AskedTail, AskedThings } from '../../../words/language/asked.ts'
import { endsAt, formsOf, writtenForms } from './forms.ts'
import type { FoundAt } from './found-at.ts'
import { jointsAt } from './joints.ts'
import { nameOf } from './nouns.ts'
import { type Walk, wordsAt } from './walk.ts'
import { wordSet } from './word-sets.ts'

/** "Confirmed by MRI or CT". */
export function byExam(walk: Walk, at: number, isAside: boolean): FoundAt<AskedTail>[] {
  const { words } = walk.rule
  return endsAt(words, at, byForms)
    .flatMap((from) => examsAt(walk, from))
    .map(({ end, value }) => ({ end, value: { tail: 'by' as const, things: value, isAside } }))
}

function examsAt(walk: Walk, at: number): readonly FoundAt<AskedThings>[] {
  const { words } = walk.rule
  const start = words[at] === 'a' || words[at] === 'an' || words[at] === 'the' ? at + 1 : at
  return wordsAt(walk, start, 'x').flatMap(({ end, value }): FoundAt<AskedThings>[] => {
    const thing = { name: nameOf(value), like: [], tails: [] }
    const alone = { end, value: { things: [thing], joint: undefined } }
    const more = jointsAt(words, end).flatMap((joint) =>
      examsAt(walk, joint.end).flatMap((rest) => {
        if (joint.value && rest.value.joint && joint.value !== rest.value.joint) return []
        const value = {
          things: [thing, ...rest.value.things],
          joint: rest.value.joint ?? joint.value,
        }
        return [{ end: rest.end, value }]
      }),
    )
    return [...more, alone]
  })
}

/** "According to the 2017 AHA guidelines": what it goes by, with whose rules it is, to the end of the rule or bracket. */
export function byGuideline(words: readonly string[], at: number): FoundAt<AskedTail>[] {
  return endsAt(words, at, guidelineForms).flatMap((from) => {
    const close = words.findIndex((word, place) => place >= from && /^[(),;:.]$/.test(word))
    const end = close < 0 ? words.length : close
    const said = words.slice(from, end)
    const isGuideline =
      said.length > 0 && said.length <= 14 && said.some((word) => guideline.has(word))
    const isOne = !said.some((word) => otherMeaning.has(word))
    return isGuideline && isOne ? [{ end, value: byMedicalRules }] : []
  })
}

const byMedicalRules: AskedTail = {
  tail: 'said',
  said: { en: 'by medical guidelines', fr: 'selon des critères médicaux' },
}
const guideline = wordSet(
  'guideline guidelines criteria criterion definition classification consensus statement dsm gina recommendations gold initiative statement society association manual',
)
const otherMeaning = wordSet('or unless except but not if who that with without than')
const guidelineForms = writtenForms([
  'according to',
  'diagnosed according to',
  'classified according to',
  'diagnosed by',
  'as diagnosed by',
  'as defined by',
  'as per',
  'per',
  'based on',
  'by',
  'defined by',
  'defined according to',
  'as defined in',
  'meeting',
  'fulfilling',
  'as defined according to',
  'defined per',
  'in accordance with',
  'who meet',
  'that meet',
])
const byForms = formsOf(
  [
    'by',
    'on',
    'confirmed by',
    'documented by',
    'as assessed by',
    'assessed by',
    'measured by',
    'as measured by',
    'determined by',
    'as determined by',
    'diagnosed by',
    'using',
    'via',
    'as shown by',
    'shown by',
    'evidenced by',
    'as evidenced by',
    'demonstrated by',
    'as demonstrated by',
    'based on',
    'proven by',
    'as documented by',
    'as confirmed by',
    'identified by',
    'detected by',
    'verified by',
    'seen on',
    'confirmed on',
    'documented on',
    'with',
    'evaluated by',
    'estimated by',
    'as seen on',
    'defined by',
    'as evaluated by',
    'visible on',
    'assessed with',
    'confirmed with',
    'established by',
  ].join('|'),
)
