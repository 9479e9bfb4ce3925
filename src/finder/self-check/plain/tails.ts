import type { AskedTail, AskedThings, TailWithThings } from '../../../words/language/asked.ts'
import { type WordForms, endsAt, formsOf, writtenForms } from './forms.ts'
import { disturbingAt } from './disturbing.ts'
import { jointsAt } from './joints.ts'
import { nameOf } from './nouns.ts'
import { unreadExamplesAt } from './unread-examples.ts'
import { type FoundAt, timeAt } from './times.ts'
import { type Walk, wordsAt } from './walk.ts'
import { wordSet } from './word-sets.ts'

type ReadThings = (walk: Walk, at: number) => readonly FoundAt<AskedThings>[]

/** What may be said after a thing at a place; `nothing` is an abbreviation in brackets, which repeats its name. */
export function tailsAt(
  walk: Walk,
  at: number,
  things: ReadThings,
): readonly FoundAt<AskedTail | 'nothing'>[] {
  return [
    ...plainTails(walk, at, things, false),
    ...inBrackets(walk, at, things),
    ...abbreviation(walk, at),
    ...unreadExamplesAt(walk.rule.words, at),
  ]
}

function plainTails(
  walk: Walk,
  at: number,
  things: ReadThings,
  isAside: boolean,
): readonly FoundAt<AskedTail>[] {
  const { words } = walk.rule
  const start = words[at] === ',' && !isAside ? at + 1 : at
  const saidAt = start === at ? [at] : [at, start]
  const said = saidAt
    .flatMap((from) => wordsAt(walk, from, 'q'))
    .map(({ end, value: { en, fr, frFeminine } }) => ({
      end,
      value: { tail: 'said' as const, said: { en, fr, ...(frFeminine && { frFeminine }) } },
    }))
  const times = timeAt(words, at).map(({ end, value }) => ({
    end,
    value: { tail: 'time' as const, time: value, isAside },
  }))
  const withThings = leads.flatMap(([forms, tail]) => {
    const from = afterComma.has(tail) ? start : at
    const [end] = endsAt(words, from, forms)
    if (end === undefined) return []
    const after = words[end] === ',' ? end + 1 : end
    return things(walk, after)
      .filter(({ value }) => isAside || rows.has(tail) || value.things.length === 1)
      .map(({ end, value }) => ({
        end: afterEtc(words, end),
        value: { tail, things: value, isAside },
      }))
  })
  return [
    ...said,
    ...times,
    ...withThings,
    ...byExam(walk, at, isAside),
    ...byGuideline(words, start),
    ...disturbingAt(words, at),
  ]
}

/** "Confirmed by MRI or CT". */
function byExam(walk: Walk, at: number, isAside: boolean): FoundAt<AskedTail>[] {
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
function byGuideline(words: readonly string[], at: number): FoundAt<AskedTail>[] {
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

function inBrackets(walk: Walk, at: number, things: ReadThings): readonly FoundAt<AskedTail>[] {
  const { words } = walk.rule
  if (words[at] !== '(' && words[at] !== '[') return []
  if (abbreviation(walk, at).length > 0) return []
  const bare = things(walk, at + 1).map(({ end, value }) => ({
    end: afterEtc(words, end),
    value: { tail: 'aside' as const, things: value, isAside: true },
  }))
  return [...plainTails(walk, at + 1, things, true), ...bare].flatMap(({ end, value }) =>
    words[end] === ')' || words[end] === ']' ? [{ end: end + 1, value }] : [],
  )
}

/** "(HF)", "(NSCLC)". */
function abbreviation({ rule }: Walk, at: number): FoundAt<'nothing'>[] {
  const { words, starts, text } = rule
  if (words[at] !== '(') return []
  const close = words.indexOf(')', at)
  if (close < 0 || close > at + 4) return []
  const inside = text.slice((starts[at] ?? 0) + 1, starts[close] ?? 0)
  const isShort = /^\s*\p{Lu}[\p{Lu}\d-]{0,8}s?\s*$/u.test(inside) && /\p{Lu}.*\p{Lu}/u.test(inside)
  return isShort ? [{ end: close + 1, value: 'nothing' }] : []
}

function afterEtc(words: readonly string[], at: number): number {
  if (words[at] === 'etc') return at + 1
  return words[at] === ',' && words[at + 1] === 'etc' ? at + 2 : at
}

/** After these a row is theirs; after the others its end may belong to what stands before. */
const rows: ReadonlySet<TailWithThings> = new Set([
  'examples',
  'counting',
  'except',
  'defined',
  'to',
])

const afterComma: ReadonlySet<TailWithThings> = new Set([
  'examples',
  'counting',
  'except',
  'defined',
])

const leads: readonly (readonly [WordForms, TailWithThings])[] = [
  [
    writtenForms([
      'such as',
      'e g',
      'eg',
      'for example',
      'for instance',
      'including but not limited to',
      'including , but not limited to ,',
      'including , but not limited to',
      'including but not limited to :',
    ]),
    'examples',
  ],
  [writtenForms(['including']), 'counting'],
  [writtenForms(['i e', 'ie', 'defined as', 'defined by', 'as defined by']), 'defined'],
  [
    writtenForms([
      'due to',
      'secondary to',
      'caused by',
      'because of',
      'as a result of',
      'resulting from',
      'attributable to',
      'attributed to',
      'induced by',
      'following',
    ]),
    'because',
  ],
  [writtenForms(['associated with', 'related to', 'linked to']), 'linked'],
  [writtenForms(['for', 'for treatment of', 'for the treatment of']), 'for'],
  [writtenForms(['with']), 'with'],
  [writtenForms(['without', 'with no']), 'without'],
  [
    writtenForms([
      'other than',
      'except for',
      'except',
      'excluding',
      'with the exception of',
      'apart from',
      'aside from',
      'with exception of',
      'besides',
    ]),
    'except',
  ],
  [
    writtenForms([
      'requiring',
      'that require',
      'which require',
      'needing',
      'that required',
      'which required',
      'necessitating',
    ]),
    'needs',
  ],
]
