import type { AskedRule } from '../../../words/language/asked.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import { type Joint, jointsAt } from './joints.ts'
import { endOf } from './leads.ts'
import { simpleRule } from './simple-rule.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import { wordSet } from './word-sets.ts'
import type { Walk } from './walk.ts'

/**
 * "A history of stroke or current use of warfarin": a rule of up to four parts, each of which asks for something in its own
 * way, is read where each part is. Any of them keeps out; each of them is asked for. Rule `several-rules@1`.
 */
export function severalOf(walk: Walk, kind: CriterionKind): AskedRule | undefined {
  const { words } = walk.rule
  if (words.length > mostWords || kind === 'unspecified') return undefined
  if (kind === 'exclusion' && words.some((word) => requiring.has(word))) return undefined
  const found = partsFrom({ walk, kind, end: endOf(words), known: new Map() }, 0, mostParts)
  if (!found) return undefined
  const [first, ...more] = found.joint === 'or' ? asRows(found.rules, inOneRow) : found.rules
  if (!first || more.length === 0) return first
  if (more.some(({ isTurned }) => isTurned !== first.isTurned)) return undefined
  // "No stroke and no cancer" is asked the other way round: a stroke, or cancer?
  const joint = first.isTurned ? turned[found.joint] : found.joint
  return { ask: 'several', joint, rules: [first, ...more], isTurned: first.isTurned }
}

/** Parts of a rule in rows: each is joined to the one before, where `joined` makes one of both. */
export function asRows(
  rules: readonly AskedRule[],
  joined: (last: AskedRule, next: AskedRule) => AskedRule | undefined,
): readonly AskedRule[] {
  const rows: AskedRule[] = []
  for (const one of rules) {
    const last = rows.at(-1)
    const both = last && joined(last, one)
    if (both) rows.splice(-1, 1, both)
    else rows.push(one)
  }
  return rows
}

/** Parts that ask in one way for any of some things are one row: "recent tuberculosis or active tuberculosis". */
export function inOneRow(
  first: AskedRule,
  next: AskedRule,
): Extract<AskedRule, { ask: 'things' }> | undefined {
  if (first.ask !== 'things' || next.ask !== 'things') return undefined
  if (first.frame !== next.frame || first.isTurned || next.isTurned || hasTails(first))
    return undefined
  if (first.what.joint === 'and' || next.what.joint === 'and') return undefined
  const things = [...first.what.things, ...next.what.things]
  return { ...first, what: { things, joint: 'or' } }
}

const mostWords = 120
const mostParts = 4
const turned = { or: 'and', and: 'or' } as const
/** What must be among what keeps out is written for and against. */
const requiring = wordSet(
  'must should required eligible allowed permitted acceptable unless except',
)

interface Search {
  readonly walk: Walk
  readonly kind: CriterionKind
  readonly end: number
  readonly known: Map<string, Parts | undefined>
}

interface Parts {
  readonly rules: readonly AskedRule[]
  readonly joint: 'or' | 'and'
}

function partsFrom(search: Search, from: number, most: number): Parts | undefined {
  const key = `${from} ${most}`
  if (search.known.has(key)) return search.known.get(key)
  const found = readParts(search, from, most)
  search.known.set(key, found)
  return found
}

function readParts(search: Search, from: number, most: number): Parts | undefined {
  const { walk, kind, end } = search
  for (const split of splitsIn(walk, from, end)) {
    const joint = jointOf(split, kind)
    const first = joint && simpleRule(walk, { from, end: split.at }, kind)
    if (!first || !joint || !isAnother(walk, split, first, kind)) continue
    const last = simpleRule(walk, { from: split.end, end }, kind)
    if (
      last &&
      isWhole(search, split, first, last) &&
      !mayShareTime(search, { from, split }, first, last)
    )
      return { rules: [first, last], joint }
    if (most < 3) continue
    const more = partsFrom(search, split.end, most - 1)
    const [second] = more?.rules ?? []
    const final = more?.rules.at(-1)
    if (!more || !second || !final || more.joint !== joint) continue
    if (
      isWhole(search, split, first, second) &&
      !mayShareTime(search, { from, split }, first, final)
    )
      return { rules: [first, ...more.rules], joint }
  }
  return undefined
}

/** Where a rule may be parted: before the place `at`, after the place `end`. */
interface Split {
  readonly at: number
  readonly end: number
  readonly joint: Joint
  /** A semicolon, or a full stop. */
  readonly isStrong: boolean
}

/** The joints outside brackets. */
function splitsIn({ rule }: Walk, from: number, end: number): readonly Split[] {
  const found: Split[] = []
  let depth = 0
  for (let at = from; at < end; at++) {
    const word = rule.words[at] ?? ''
    if (word === '(' || word === '[') depth += 1
    if (word === ')' || word === ']') depth -= 1
    if (depth > 0 || at === from) continue
    const isStop = word === '.' && /^\.\s+\p{Lu}/u.test(rule.text.slice(rule.starts[at] ?? 0))
    const [joint] = isStop ? [{ end: at + 1, value: undefined }] : jointsAt(rule.words, at)
    if (!joint || joint.end >= end) continue
    found.push({ at, end: joint.end, joint: joint.value, isStrong: isStop || word === ';' })
    at = joint.end - 1
  }
  return found
}

/** Two things of which "and" keeps out may be one or both: nobody can tell. */
function jointOf({ joint }: Split, kind: CriterionKind): 'or' | 'and' | undefined {
  if (kind === 'exclusion') return joint === 'and' ? undefined : 'or'
  return joint ?? 'and'
}

/** Whether what stands after a split is a rule of its own, not more of what stands before. */
function isAnother({ rule }: Walk, split: Split, first: AskedRule, kind: CriterionKind): boolean {
  const next = rule.words[split.end] ?? ''
  // "Asthma needing oxygen or other drugs": what is said last may go on.
  if (hasTails(first) && !split.isStrong) return beginning.has(next)
  return !narrowing.has(next) || split.joint !== undefined || kind === 'inclusion'
}

/** Whether a comma or "or" joins two rules, not two things of one. */
function isWhole({ walk, kind }: Search, split: Split, first: AskedRule, next: AskedRule): boolean {
  if (isNoRow(first) || isNoRow(next)) return true
  // "Hysterectomy; oophorectomy" among what is asked for may be either.
  if (split.isStrong) return kind === 'exclusion' || frameIn(first) !== frameIn(next)
  const [word = ''] = walk.rule.words.slice(split.end)
  return leading.has(word) || beginning.has(word) || narrowing.has(word)
}

/** "Use of a study drug or participation in a study within 3 months": a time at the end may be of all that was. */
function mayShareTime(
  { walk }: Search,
  { from, split }: { readonly from: number; readonly split: Split },
  first: AskedRule,
  last: AskedRule,
): boolean {
  if (split.isStrong || !hasTime(last) || hasTime(first) || !mayBePast(first)) return false
  const words = walk.rule.words.slice(from, split.at)
  // "Is participating, or has participated" is of both.
  if (first.ask === 'set' && words.includes('participated')) return true
  return !words.some((word) => timed.has(word))
}

function hasTime(rule: AskedRule): boolean {
  if (rule.ask === 'set') return rule.time !== undefined
  if (rule.ask === 'several') return rule.rules.some(hasTime)
  if (rule.ask !== 'things') return false
  return rule.what.things.some(({ tails }) => tails.some(({ tail }) => tail === 'time'))
}

function mayBePast(rule: AskedRule): boolean {
  if (rule.ask === 'set') return rule.phrase.startsWith('otherStudy')
  return rule.ask === 'things' && pastFrames.has(rule.frame)
}

/** A set phrase, or values alone: no row of things that a comma or "or" could go on. */
function isNoRow(rule: AskedRule): boolean {
  return !hasThings(rule)
}

function frameIn(rule: AskedRule): string {
  return rule.ask === 'things' ? rule.frame : rule.ask
}

function hasThings(rule: AskedRule): boolean {
  return rule.ask === 'doing' || (rule.ask === 'things' && rule.what.things.some(isThing))
}

function hasTails(rule: AskedRule): boolean {
  if (rule.ask !== 'things') return false
  const last = rule.what.things.at(-1)
  return last?.tails.some(({ tail }) => tail !== 'time') === true
}

const pastFrames = new Set<string>(['had', 'take', 'took', 'concerns'])
/** Words that say of a part when it is, or was. */
const timed = wordSet(
  'history current currently ongoing concurrent concurrently concomitant simultaneous active ever anytime lifetime now planned planning known chronic today already',
)
const beginning = wordSet('history has have had is are who patients subjects participants family')
const leading = wordSet(
  'use current currently prior previous past previously known presence evidence planned scheduled inability unable ongoing concomitant concurrent recent received receipt diagnosis suspected documented',
)
const narrowing = wordSet(
  'with without who that which whose in having being receiving on requiring require requires treated diagnosed using taking undergoing needing need needs despite from for by at during within where when if including',
)
