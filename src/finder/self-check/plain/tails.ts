import type { AskedItem, AskedTail, AskedThings } from '../../../words/language/asked.ts'
import { disturbingAt } from './disturbing.ts'
import { endsAt } from './forms.ts'
import type { FoundAt } from './found-at.ts'
import { ofBody } from './of-body.ts'
import { byExam, byGuideline } from './shown-by.ts'
import { afterComma, ofTheirRow, tailLeads } from './tail-leads.ts'
import { timeAt } from './times.ts'
import { unreadDefinitionsAt } from './unread-definitions.ts'
import { unreadExamplesAt } from './unread-examples.ts'
import { type Walk, wordsAt } from './walk.ts'

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
    ...unreadDefinitionsAt(walk.rule.words, at),
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
  const withThings = tailLeads.flatMap(([forms, tail]) => {
    const from = afterComma.has(tail) ? start : at
    const [end] = endsAt(words, from, forms)
    if (end === undefined) return []
    // "Except: asthma": what is let in, and no new rule.
    const isOpen = words[end] === ',' || (tail === 'except' && words[end] === ':')
    const after = isOpen ? end + 1 : end
    return things(walk, after)
      .filter(({ value }) => isAside || ofTheirRow.has(tail) || value.things.length === 1)
      .filter(({ value }) => tail !== 'treated' || value.things.every(isGiven))
      .filter(({ value }) => tail !== 'needs' || !value.things.some(isIll))
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
    ...ofBody(walk, at),
    ...byGuideline(words, start),
    ...disturbingAt(words, at),
  ]
}

/** "Requiring immunosuppression" is of a treatment: nobody needs an illness. */
function isIll(item: AskedItem): boolean {
  return 'name' in item && /^(?:défense faible|diabète|maladie|infection|cancer)/.test(item.name.fr)
}

function isGiven(item: AskedItem): boolean {
  return 'name' in item && item.name.kind === 'given'
}

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

/** "(HF)", "(NSCLC)", "(GvHD)"; "(IgA)" says of which kind. */
function abbreviation({ rule }: Walk, at: number): FoundAt<'nothing'>[] {
  const { words, starts, text } = rule
  if (words[at] !== '(') return []
  const close = words.indexOf(')', at)
  if (close < 0 || close > at + 4) return []
  const inside = text.slice((starts[at] ?? 0) + 1, starts[close] ?? 0)
  const isShort =
    (/^\s*\p{Lu}[\p{Lu}\d-]{0,8}s?\s*$/u.test(inside) && /\p{Lu}.*\p{Lu}/u.test(inside)) ||
    /^\s*(?=(?:\p{Ll}*\p{Lu}){3})\p{Lu}[\p{L}\d-]{1,8}\s*$/u.test(inside)
  return isShort ? [{ end: close + 1, value: 'nothing' }] : []
}

function afterEtc(words: readonly string[], at: number): number {
  if (words[at] === 'etc') return at + 1
  return words[at] === ',' && words[at + 1] === 'etc' ? at + 2 : at
}
