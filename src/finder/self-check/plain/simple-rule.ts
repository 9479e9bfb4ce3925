import { isThing } from '../../../words/language/is-thing.ts'
import type {
  AskedFrame,
  AskedItem,
  AskedRule,
  AskedThing,
  AskedThings,
} from '../../../words/language/asked.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import { doingRule } from './doings.ts'
import { thingsAt } from './grammar.ts'
import { isElliptic } from './elliptic.ts'
import { type Lead, endOf, leadsAt } from './leads.ts'
import { setPhraseOf } from './set-phrases.ts'
import { isUnreadDefinition } from './unread-definitions.ts'
import { isUnreadExamples } from './unread-examples.ts'
import type { Walk } from './walk.ts'

/** A part of a rule's words: the place of its first, and the place after its last. */
export interface RulePart {
  readonly from: number
  readonly end: number
}

/** A part of a rule's words that asks for one thing, or for a row of them, in one way. */
export function simpleRule(
  walk: Walk,
  { from, end: after }: RulePart,
  kind: CriterionKind,
): AskedRule | undefined {
  const words = walk.rule.words.slice(0, after)
  const end = endOf(words)
  const set = setPhraseOf(words.slice(from, end), kind)
  if (set) return set
  const doing = doingRule(walk, { from, end }, kind)
  if (doing) return doing
  for (const lead of leadsAt(words, from))
    for (const things of thingsAt(walk, lead.end)) {
      if (things.end !== end) continue
      // "Other lung disease": of an illness it is asked which; the other medicines of a list are each a medicine.
      if (words.slice(from, lead.end).includes('other') && beginsWithIllness(things.value)) continue
      const asked = askedBy(lead, things.value, kind)
      if (asked) return asked
    }
  return undefined
}

function beginsWithIllness({ things: [first] }: AskedThings): boolean {
  return first !== undefined && isThing(first) && first.name.kind === undefined
}

/** Asked for in one way, or in either of two. */
function askedBy(found: Lead, read: AskedThings, kind: CriterionKind): AskedRule | undefined {
  const [lead, what] = planned(found, read)
  const { like } = lead
  const isTaken = what.things.every((one) => isThing(one) && one.name.kind === 'given')
  if (like && !isTaken) return undefined
  const things = like
    ? {
        ...what,
        things: what.things.map((one) =>
          isThing(one) ? { ...one, like: [...one.like, like] } : one,
        ),
      }
    : what
  const asked = settled(lead, ahead(lead, things), kind)
  if (!asked || lead.or === undefined) return asked
  const second = { frame: lead.or, isTurned: lead.isTurned, end: lead.end }
  const other = settled(second, ahead(second, things), kind)
  if (!other) return undefined
  return { ask: 'several', joint: 'or', rules: [asked, other], isTurned: lead.isTurned }
}

/** "Surgery planned within 3 months" is asked as "planned surgery within 3 months" is. */
function planned(lead: Lead, { things, joint }: AskedThings): readonly [Lead, AskedThings] {
  const isIts = (tail: AskedThing['tails'][number]): boolean =>
    tail.tail === 'said' && /^(?:prévu|programmé)/.test(tail.said.fr)
  const isAll = things.every(
    (one) => isThing(one) && (isDone(one) || one.name.kind === 'given') && one.tails.some(isIts),
  )
  if (lead.frame !== 'have' || !isAll) return [lead, { things, joint }]
  const bare = things.map((one): AskedItem => ({
    ...one,
    tails: one.tails.filter((tail) => !isIts(tail)),
  }))
  return [
    { ...lead, frame: 'plan' },
    { things: bare, joint },
  ]
}

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
  kind: CriterionKind,
): AskedRule | undefined {
  if (!what) return undefined
  // What has no "or" and no "and" keeps out by each of its parts; what it would ask for nobody can tell.
  const isRow = what.things.length > 1 && what.joint === undefined
  if (isRow && kind !== 'exclusion') return undefined
  if (isElliptic(what, lead.frame)) return undefined
  // What was taken before the study is no medicine of this study.
  if (what.things.some(isOwnBefore)) return undefined
  // "Received heart valve disease": an illness is not taken.
  if ((lead.frame === 'take' || lead.frame === 'took') && what.things.some(isIllness))
    return undefined
  // "Anticipated surgery within 3 months of enrollment" is ahead; as what was it would be asked wrongly.
  if (what.things.some((one) => isThing(one) && isAhead(one))) return undefined
  // "Expected hypersensitivity" is not planned.
  if (lead.frame === 'plan' && what.things.some((one) => isIllness(one) && !isBirth(one)))
    return undefined
  // "LVEF < 50 % by ultrasound or MRI": the last is no thing of the row.
  const exams = what.things.filter((one) => isThing(one) && one.name.kind === 'exam')
  if (exams.length > 0 && exams.length < what.things.length) return undefined
  if (what.things.length > mostThings || what.things.some((one) => isEmpty(one))) return undefined
  // "Liver and kidney disease" keeps out by one or by both: two things joined by "and" nobody can tell; a row is each.
  if (kind === 'exclusion' && what.joint === 'and' && what.things.length < 3) return undefined
  const joint = isRow || kind === 'exclusion' ? 'or' : what.joint
  const frame = frameOf(lead, what, kind)
  // A food is met, not had; what is needed is given or done.
  if (frame === 'concerns' && what.things.every((one) => isThing(one) && one.name.mark === 'food'))
    return undefined
  if (frame === 'need' && what.things.some((one) => isThing(one) && one.name.kind === undefined))
    return undefined
  return { ask: 'things', frame, what: { things: what.things, joint }, isTurned: lead.isTurned }
}

const mostThings = 12

function frameOf({ frame }: Lead, { things }: AskedThings, kind: CriterionKind): AskedFrame {
  // "Previous proton pump inhibitor use": a medicine is not had.
  if (frame === 'had' && things.every((one) => isThing(one) && isMedicine(one))) return 'took'
  const isTimed = things.some((one) =>
    one.tails.some((tail) => isPastTime(tail) || isTimeOfRest(tail)),
  )
  // "Undergoing surgery" is not taken.
  if (frame === 'take' && things.every((one) => isThing(one) && isDone(one)))
    return isTimed ? 'had' : 'concerns'
  if (frame === 'take') return isTimed || things.some(isEarlier) ? 'took' : 'take'
  if (frame !== 'have') return frame
  const named = things.filter(isThing)
  const isOf = (is: (one: AskedThing) => boolean) =>
    named.length === things.length && named.every(is)
  if (isOf(({ name }) => name.kind === 'given'))
    return isTimed || things.some(isEarlier) ? 'took' : 'take'
  const isEvent = isOf(({ name }) => name.mark === 'event')
  // A study of people with a stroke wants one now; one that a stroke keeps out of means any there was.
  if (isEvent && !isTimed && kind !== 'exclusion') return 'concerns'
  if (isTimed || isEvent) return 'had'
  const isPlain = isOf(
    ({ name }) => name.mark !== 'food' && (!isDone({ name }) || carried.test(name.fr)),
  )
  return isPlain ? 'have' : 'concerns'
}

function isOwnBefore(item: AskedItem): boolean {
  if (!isThing(item)) return false
  // "An allergy to the investigational drugs" is to those of the study, or of any: nobody can tell.
  if (item.tails.some((tail) => tail.tail === 'to' && tail.things.things.some(isTested)))
    return true
  if (!item.tails.some(isPastTime)) return false
  return [item, ...item.tails.flatMap(thingsWith)].some(
    (one) => isThing(one) && one.name.mark === 'own',
  )
}

function isIllness(item: AskedItem): boolean {
  return isThing(item) && item.name.kind === undefined && item.name.mark === undefined
}

/** What one takes, not what is done to one. */
function isMedicine({ name }: AskedThing): boolean {
  return (
    name.kind === 'given' &&
    name.mark !== 'event' &&
    (name.mark === 'mass' ||
      /^(?:médicament|antibiotique|comprimé|pilule|cortisone|anti-|anticoagulant|insuline|statine|inhibiteur)/.test(
        name.fr,
      ))
  )
}

function isBirth(item: AskedItem): boolean {
  return isThing(item) && /^(?:grossesse|accouchement|naissance)/.test(item.name.fr)
}

function isTested(item: AskedItem): boolean {
  return isThing(item) && item.name.fr.includes('à l’essai')
}

function thingsWith(tail: AskedThing['tails'][number]): readonly AskedItem[] {
  return tail.tail === 'with' || tail.tail === 'treated' ? tail.things.things : []
}

function isAhead({ like, tails }: AskedThing): boolean {
  const said = tails.flatMap((one) => (one.tail === 'said' ? one.said : []))
  return (
    [...like, ...said].some(({ fr }) => /^(?:prévu|programmé)/.test(fr)) && tails.some(isPastTime)
  )
}

function isDone({ name }: Pick<AskedThing, 'name'>): boolean {
  return name.kind === 'done' || name.kind === 'exam'
}

/** "Previous or current treatment": what was, too. */
function isEarlier(item: AskedItem): boolean {
  return isThing(item) && item.like.some(({ fr }) => fr.startsWith('antérieur'))
}

/** What one has in the body, though it was put there. */
const carried =
  /pacemaker|défibrillateur|appareil|pompe|valve|implant|métal|stent|stérilet|lentilles/

/** "Medical conditions", "other diseases": a title, which asks nothing; nor does a generic word with examples not read. */
function isEmpty(item: AskedItem): boolean {
  if (!isThing(item)) return false
  // "Comorbidity of the heart, liver and kidney function": a function that is like nothing is had by all.
  if (item.name.fr.startsWith('fonctionnement')) return item.like.length === 0
  if (!generic.has(item.name.fr) && item.name.fr !== 'autre maladie') return false
  if (item.tails.some((tail) => isUnreadExamples(tail) || isUnreadDefinition(tail))) return true
  // "Condition after chemotherapy", "comorbidity of asthma" is no illness of its own.
  if (
    item.name.fr.endsWith('maladie') &&
    item.tails.some(({ tail }) => tail === 'after' || tail === 'of')
  )
    return true
  if (item.like.length === 0 && item.name.fr === 'anomalie') return true
  const isBare = item.like.length === 0 && item.tails.length === 0
  if (isBare && item.name.fr === 'symptômes') return true
  return (
    item.name.fr === 'maladie' &&
    item.tails.length === 0 &&
    item.like.every(({ isBefore, fr }) => isBefore === true || fr === 'médical')
  )
}

const generic = new Set([
  'maladie',
  'trouble',
  'problème',
  'médicament',
  'traitement',
  'opération',
  'symptômes',
  'anomalie',
])

function isPastTime(tail: AskedThing['tails'][number]): boolean {
  if (tail.tail === 'time') return pastKinds.has(tail.time.kind)
  if (tail.tail === 'said' || tail.tail === 'except') return false
  return tail.things.things.some((one) => one.tails.some(isPastTime))
}

/** "A medicine other than zorbine in the last month": the time is of what is asked. */
function isTimeOfRest(tail: AskedThing['tails'][number]): boolean {
  return tail.tail === 'except' && tail.things.things.some((one) => one.tails.some(isPastTime))
}

const pastKinds = new Set<string>(['within', 'moreThan', 'atLeast'])
