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
  const rule = rulesTextOf(text.replaceAll('(s)', '   '), readings)
  const walk: Walk = { rule, names: namesIn(rule, vocabulary), lists: new Map(), items: new Map() }
  const end = endOf(rule.words)
  const set =
    lifeOf(rule.words.slice(0, end), readings) ?? setPhraseOf(rule.words.slice(0, end), kind)
  if (set) return set
  for (const lead of leadsAt(rule.words))
    for (const things of thingsAt(walk, lead.end)) {
      if (things.end !== end) continue
      const asked = settled(lead, things.value, kind)
      if (asked) return asked
    }
  return undefined
}

/** In characters: a longer rule is no plain question. */
const mostText = 400

function settled(lead: Lead, what: AskedThings, kind: WrittenRule['kind']): AskedRule | undefined {
  // What has no "or" and no "and" keeps out by each of its parts; what it would ask for nobody can tell.
  const isRow = what.things.length > 1 && what.joint === undefined
  if (isRow && kind !== 'exclusion') return undefined
  if (what.things.length > mostThings || what.things.some((one) => isEmpty(one))) return undefined
  // "Liver and kidney disease" keeps out by one or by both: two things joined by "and" nobody can tell; a row is each.
  if (kind === 'exclusion' && what.joint === 'and' && what.things.length < 3) return undefined
  const joint = isRow || kind === 'exclusion' ? 'or' : what.joint
  const frame = frameOf(lead, what)
  return { ask: 'things', frame, what: { things: what.things, joint }, isTurned: lead.isTurned }
}

/** "Life expectancy of at least 12 weeks". */
function lifeOf(words: readonly string[], readings: readonly Reading[]): AskedRule | undefined {
  const text = words.join(' ')
  const times = readings.flatMap((one, at) =>
    one.type === 'time' && one.relation === 'for' ? [at] : [],
  )
  const [reading, ...more] = times
  if (reading === undefined || more.length > 0) return undefined
  return lifeAlone.test(text) ? { ask: 'life', reading, isTurned: false } : undefined
}

const lifeAlone =
  /^(?:(?:patient|subject|participant|who|have|has|with|a|an|the|must|estimated|expected|anticipated|predicted|limited|his|her|their) )*(?:life expectancy|expected survival(?: time)?|survival time|expected lifespan|life expectation|survival)(?: time)?(?: (?:is|of|be|must|should|at|least|more|les|less|than|greater|longer|equal|or|to|over|exceed|the|a|period|time|[<>=≥≤:/(),]|\d+|one|two|three|four|six|twelve|month|week|year|day))+$/

const mostThings = 12

function frameOf({ frame }: Lead, { things }: AskedThings): AskedFrame {
  const isTimed = things.some((one) => one.tails.some(isPastTime))
  if (frame === 'take') return isTimed ? 'took' : 'take'
  if (frame !== 'have') return frame
  if (things.some((one) => !isThing(one) || one.name.mark === 'food')) return 'concerns'
  return isTimed || things.every((one) => isThing(one) && one.name.mark === 'event')
    ? 'had'
    : 'have'
}

/** "Medical conditions", "other diseases": a title, which asks nothing. */
function isEmpty(item: AskedItem): boolean {
  return (
    isThing(item) &&
    item.name.fr === 'maladie' &&
    item.tails.length === 0 &&
    item.like.every(({ isBefore }) => isBefore)
  )
}

/** Whether an item of a row is a thing, not a value. */
export function isThing(item: AskedItem): item is AskedThing {
  return 'name' in item
}

function isPastTime(tail: AskedThing['tails'][number]): boolean {
  if (tail.tail === 'time') return tail.time.kind === 'within' || tail.time.kind === 'moreThan'
  if (tail.tail === 'said' || tail.tail === 'except') return false
  return tail.things.things.some((one) => one.tails.some(isPastTime))
}
