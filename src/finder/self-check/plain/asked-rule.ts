import type {
  AskedFrame,
  AskedItem,
  AskedRule,
  AskedThing,
  AskedThings,
} from '../../../words/language/asked.ts'
import type { Reading } from '../../eligibility/reading.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { thingsAt } from './grammar.ts'
import { type Lead, endOf, leadsAt } from './leads.ts'
import { namesIn } from './names.ts'
import { rulesTextOf } from './rule-text.ts'
import { setPhraseOf } from './set-phrases.ts'
import { isUnreadExamples } from './unread-examples.ts'
import type { Walk } from './walk.ts'

/** A rule as it stands in a record. */
export interface WrittenRule {
  readonly kind: 'inclusion' | 'exclusion' | 'unspecified'
  readonly text: string
}

/**
 * A rule as one plain question, where every word of it was read; undefined where any was not, or where what was read could
 * mean two things. Rule `asked-rule@1`.
 */
export function askedRuleOf(
  { kind, text }: WrittenRule,
  readings: readonly Reading[],
  vocabulary: Vocabulary,
): AskedRule | undefined {
  if (text.length > mostText) return undefined
  // "Drug(s)" is "drug"; the places of what was read stay the same.
  const rule = rulesTextOf(plainText(text), readings)
  const walk: Walk = { rule, names: namesIn(rule, vocabulary), lists: new Map(), items: new Map() }
  const end = endOf(rule.words)
  const set = setPhraseOf(rule.words.slice(0, end), kind)
  if (set) return set
  for (const lead of leadsAt(rule.words))
    for (const things of thingsAt(walk, lead.end)) {
      if (things.end !== end) continue
      const asked = settled(lead, ahead(lead, things.value), kind)
      if (asked) return asked
    }
  return undefined
}

/** "(HF)" repeats the name before it, and would stand in the middle of one: "central nervous system (CNS) disease". */
function plainText(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length)
  return text
    .replaceAll('(s)', '   ')
    .replaceAll(/\((?=[^)]*\p{Lu}[^)]*\p{Lu})\p{Lu}[\p{Lu}\d-]{0,8}s?\)/gu, blank)
}

/** In characters: a longer rule is no plain question. */
const mostText = 400

/** What is planned "within 6 months" is ahead; any other time of what is planned or needed could mean two things. */
function ahead({ frame }: Lead, { things, joint }: AskedThings): AskedThings | undefined {
  if (frame !== 'plan' && frame !== 'need') return { things, joint }
  const turned = things.map((one): AskedItem => {
    const tails = one.tails.map((tail) =>
      tail.tail === 'time' && tail.time.kind === 'within' && !tail.time.anchor && frame === 'plan'
        ? { ...tail, time: { ...tail.time, kind: 'ahead' as const } }
        : tail,
    )
    return { ...one, tails }
  })
  return turned.some((one) => one.tails.some(isPastTime)) ? undefined : { things: turned, joint }
}

function settled(
  lead: Lead,
  what: AskedThings | undefined,
  kind: WrittenRule['kind'],
): AskedRule | undefined {
  if (!what) return undefined
  // What has no "or" and no "and" keeps out by each of its parts; what it would ask for nobody can tell.
  const isRow = what.things.length > 1 && what.joint === undefined
  if (isRow && kind !== 'exclusion') return undefined
  if (isElliptic(what)) return undefined
  if (what.things.length > mostThings || what.things.some((one) => isEmpty(one))) return undefined
  // "Liver and kidney disease" keeps out by one or by both: two things joined by "and" nobody can tell; a row is each.
  if (kind === 'exclusion' && what.joint === 'and' && what.things.length < 3) return undefined
  const joint = isRow || kind === 'exclusion' ? 'or' : what.joint
  const frame = frameOf(lead, what, kind)
  return { ask: 'things', frame, what: { things: what.things, joint }, isTurned: lead.isTurned }
}

const mostThings = 12

function frameOf({ frame }: Lead, { things }: AskedThings, kind: WrittenRule['kind']): AskedFrame {
  const isTimed = things.some((one) => one.tails.some(isPastTime))
  if (frame === 'take') return isTimed || things.some(isEarlier) ? 'took' : 'take'
  if (frame !== 'have') return frame
  const named = things.filter(isThing)
  const isOf = (is: (one: AskedThing) => boolean) =>
    named.length === things.length && named.every(is)
  if (isOf(({ name }) => name.kind === 'given')) return isTimed ? 'took' : 'take'
  const isEvent = isOf(({ name }) => name.mark === 'event')
  // A study of people with a stroke wants one now; one that a stroke keeps out of means any there was.
  if (isEvent && !isTimed && kind !== 'exclusion') return 'concerns'
  if (isTimed || isEvent) return 'had'
  const isPlain = isOf(
    ({ name }) => name.mark !== 'food' && (name.kind !== 'done' || carried.test(name.fr)),
  )
  return isPlain ? 'have' : 'concerns'
}

/** "Previous or current treatment": what was, too. */
function isEarlier(item: AskedItem): boolean {
  return isThing(item) && item.like.some(({ fr }) => fr.startsWith('antérieur'))
}

/** What one has in the body, though it was put there. */
const carried =
  /pacemaker|défibrillateur|appareil|pompe|valve|implant|métal|stent|stérilet|lentilles/

/** "Egg or milk allergy", "alcohol or drug problem": what looks like a thing that is given says of what the next one is. */
function isElliptic({ things }: AskedThings): boolean {
  return things.some((one, at) => {
    const next = things[at + 1]
    if (!next || !isThing(one) || !isThing(next)) return false
    const isGiven = one.name.kind === 'given' || one.name.mark === 'food'
    return (
      isGiven &&
      next.name.kind === undefined &&
      next.name.mark !== 'food' &&
      next.name.mark !== 'own'
    )
  })
}

/** "Medical conditions", "other diseases": a title, which asks nothing; nor does a generic word with examples not read. */
function isEmpty(item: AskedItem): boolean {
  if (!isThing(item) || !generic.has(item.name.fr)) return false
  if (item.tails.some(isUnreadExamples)) return true
  return (
    item.name.fr === 'maladie' &&
    item.tails.length === 0 &&
    item.like.every(({ isBefore, fr }) => isBefore === true || fr === 'médical')
  )
}

const generic = new Set(['maladie', 'trouble', 'problème', 'médicament', 'traitement', 'opération'])

/** Whether an item of a row is a thing, not a value. */
export function isThing(item: AskedItem): item is AskedThing {
  return 'name' in item
}

function isPastTime(tail: AskedThing['tails'][number]): boolean {
  if (tail.tail === 'time') return tail.time.kind === 'within' || tail.time.kind === 'moreThan'
  if (tail.tail === 'said' || tail.tail === 'except') return false
  return tail.things.things.some((one) => one.tails.some(isPastTime))
}
