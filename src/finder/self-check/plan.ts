import type { AskedFrame, AskedRule } from '../../words/language/asked.ts'
import type { Criterion } from '../eligibility/criteria.ts'
import { ageInDays, parseAge } from '../registry/ages.ts'
import { decide } from '../eligibility/decide.ts'
import type { Reading } from '../eligibility/reading.ts'
import { illnessesOf } from './about-illness.ts'
import { type CheckedStudy, ageDaysOf } from './outcome.ts'
import { type Group, groupNames } from './groups.ts'
import { fittedRule, isLeftToSite } from './fitted-rule.ts'
import { rulesOfIllness } from './rules-of-illness.ts'
import type { QuestionGroup } from './questions.ts'
import type { Question } from './question.ts'
import { isAge } from './plain/needed-parts.ts'
import { saysNoRule } from './plain/no-rule.ts'
import { questionKey } from './same-question.ts'
import type { Told } from './told.ts'

/** A rule as it is asked of one person. */
export interface PlannedQuestion {
  readonly criterion: Criterion
  readonly rule: AskedRule
  readonly readings: readonly Reading[]
  /** The person's answer that speaks against joining by itself; none for a line of a list. */
  readonly decides: 'yes' | 'no' | undefined
}

/** One thing to answer: the illness, one rule, or a list of rules of which each that is so is ticked. */
export type PlannedItem =
  | { readonly kind: 'illness' }
  | { readonly kind: 'one'; readonly question: PlannedQuestion }
  | {
      readonly kind: 'list'
      /** How all of its rules are asked; undefined where they are asked in several ways. */
      readonly frame: AskedFrame | undefined
      readonly questions: readonly PlannedQuestion[]
    }

/** A part of a check: three to five things to answer, where there are as many. */
export interface PlannedPart {
  readonly title: PartTitle
  readonly items: readonly PlannedItem[]
}

/** What a part is about. */
export type PartTitle = 'illness' | 'treatments' | 'others' | 'practical'

/** A study's check for one person: what decides most first. */
export interface CheckPlan {
  readonly parts: readonly PlannedPart[]
  /** Rules that cannot apply to the person, or that age and sex have told: not asked, but named. */
  readonly notAsked: readonly Criterion[]
  /** Rules that no plain question was made of: the site asks. */
  readonly site: readonly Criterion[]
}

/** Plans the check of a study for a person, of whom age and sex may be known. Rule `plan@1`. */
export function checkPlanOf(
  { study, groups }: { readonly study: CheckedStudy; readonly groups: readonly QuestionGroup[] },
  told: Pick<Told, 'age' | 'born' | 'sex' | 'who'>,
  hasIllness: boolean,
): CheckPlan {
  const person = asOldest(told, study)
  const without = withoutObject(study, told)
  const asksAgain = hasIllness ? rulesOfIllness(illnessesOf(study.protocol), study) : noRules
  const isFirst = askedOnce()
  const notAsked: Criterion[] = []
  const site: Criterion[] = []
  const sorted = (question: Question): readonly PlannedItem[] => {
    if (without.has(question.criterion.id) || question.isToldByPerson) {
      notAsked.push(question.criterion)
      return question.children.flatMap(sorted)
    }
    if (asksAgain.has(question.criterion.id)) return question.children.flatMap(sorted)
    const isKnown = isOfAge(question) && ageDaysOf(told, study.today) !== undefined
    const isOther = isOfOtherAge(question, person, study.today)
    const planned = isKnown || isOther ? undefined : plannedOf(question, person, study.today)
    // What is left out of a question for this person, and what the site asks.
    const isLeft =
      (isKnown && question.ask.kind === 'rule' && question.ask.rule.isWide === true) ||
      isOther ||
      (!isKnown && isOfOlder(question, person, study.today))
    if (!planned && question.isAsked && !isLeft) notAsked.push(question.criterion)
    else if (!planned && !question.criterion.opens && !saysNoRule(question.criterion))
      site.push(question.criterion)
    const isNew = planned !== undefined && isFirst(planned)
    const under = question.children.flatMap(sorted)
    return [
      ...(isNew ? [{ kind: 'one' as const, question: planned }] : []),
      ...underOf(question, under),
    ]
  }
  const all = new Map(groups.map(({ group, questions }) => [group, questions.flatMap(sorted)]))
  const parts = partTitles.flatMap(([title, from]) => {
    const first: PlannedItem[] = title === 'illness' && hasIllness ? [{ kind: 'illness' }] : []
    return inParts(title, [...first, ...listed(from.flatMap((group) => all.get(group) ?? []))])
  })
  return { parts: joinedParts(parts), notAsked, site }
}

const noRules: ReadonlySet<string> = new Set()

/** Whether a question was not put yet in the same words. */
function askedOnce(): (question: PlannedQuestion) => boolean {
  const put = new Set<string>()
  return ({ rule, readings }) => {
    const key = questionKey(rule, readings)
    if (put.has(key)) return false
    put.add(key)
    return true
  }
}

const partTitles: readonly (readonly [PartTitle, readonly Group[]])[] = [
  ['illness', groupNames.filter((one) => one === 'person' || one === 'illness')],
  ['treatments', ['treatments']],
  ['others', ['others']],
  ['practical', ['practical']],
]

/** The ids of criteria that age and sex alone already tell, of this person. */
function withoutObject(
  study: CheckedStudy,
  told: Pick<Told, 'age' | 'born' | 'sex'>,
): ReadonlySet<string> {
  const ageDays = ageDaysOf(told, study.today)
  const facts = { ...(ageDays !== undefined && { ageDays }), ...(told.sex && { sex: told.sex }) }
  const { criteria } = decide(study.criteria, facts, 'screening', {
    limits: study.protocol.eligibilityModule ?? {},
    read: ({ id }) => study.readings.get(id) ?? [],
  })
  return new Set(
    criteria
      .filter(({ effect, reason }) => effect === 'none' || reason.because === 'facts')
      .map(({ id }) => id),
  )
}

/** A question of the age alone: who said it is not asked again. */
function isOfAge({ ask }: Question): boolean {
  if (ask.kind !== 'rule' || ask.rule.ask !== 'things') return false
  return ask.rule.what.things.every((one) => isAge(one, ask.readings))
}

/** A study of young children alone asks nobody about pregnancy, though it may not know yet how old its child is. */
function asOldest<Person extends Pick<Told, 'age' | 'born' | 'sex'>>(
  told: Person,
  { protocol, today }: CheckedStudy,
): Person {
  const oldest = parseAge(protocol.eligibilityModule?.maximumAge)
  if (!oldest || ageInDays(oldest) >= youngDays || ageDaysOf(told, today) !== undefined) return told
  return { ...told, age: oldest }
}

const youngDays = 8 * 365.25

/** Karnofsky's scale is for those from sixteen years on, Lansky's for those under: who is of another age leaves it to the site. */
function isOfOtherAge({ ask }: Question, told: Pick<Told, 'age' | 'born'>, today: string): boolean {
  const ageDays = ageDaysOf(told, today)
  if (ageDays === undefined || ask.kind !== 'rule' || ask.rule.ask !== 'things') return false
  const scale = ageDays < 16 * 365.25 ? 'karnofsky' : 'lansky'
  return ask.rule.what.things.every((one) => {
    const reading = 'reading' in one ? ask.readings[one.reading] : undefined
    return reading?.type === 'measure' && reading.codes.length === 1 && reading.codes[0] === scale
  })
}

/** What is asked of an older child is left to the site. */
function isOfOlder(
  { ask }: Question,
  told: Pick<Told, 'age' | 'born' | 'sex'>,
  today: string,
): boolean {
  return ask.kind === 'rule' && isLeftToSite(ask.rule, { ...told, today })
}

function plannedOf(
  { ask, criterion, isAsked }: Question,
  told: Pick<Told, 'age' | 'born' | 'sex'>,
  today: string,
): PlannedQuestion | undefined {
  if (!isAsked || ask.kind !== 'rule') return undefined
  const rule = fittedRule(ask.rule, { ...told, today })
  if (!rule) return undefined
  const isWhole = !criterion.id.includes('.') && criterion.notAlone === undefined
  const decides = (criterion.kind === 'exclusion') === rule.isTurned ? 'no' : 'yes'
  // A yes to a wider question leaves the rule open, and so does a no to a part of what is enough.
  const isOpen = decides === 'yes' ? ask.rule.isWide : ask.rule.isPart
  const says = isWhole && criterion.kind !== 'unspecified' && isOpen !== true
  return { criterion, rule, readings: ask.readings, decides: says ? decides : undefined }
}

/** The lines under a rule: a list to tick where one of them is enough, else one by one. */
function underOf({ criterion }: Question, items: readonly PlannedItem[]): readonly PlannedItem[] {
  const questions = items.flatMap((item) =>
    item.kind === 'one' && !item.question.rule.isTurned ? [item.question] : [],
  )
  const isList =
    criterion.join === 'any' && questions.length === items.length && questions.length > 1
  return isList ? [{ kind: 'list', frame: oneFrame(questions), questions }] : items
}

/** Rules that keep out and are asked in the same way, as one list to tick. */
function listed(items: readonly PlannedItem[]): readonly PlannedItem[] {
  const lists = new Map<AskedFrame, PlannedQuestion[]>()
  const places = new Map<PlannedItem, AskedFrame>()
  for (const item of items) {
    const frame = item.kind === 'one' ? listFrame(item.question) : undefined
    if (item.kind !== 'one' || frame === undefined) continue
    lists.set(frame, [...(lists.get(frame) ?? []), item.question])
    places.set(item, frame)
  }
  const done = new Set<AskedFrame>()
  return items.flatMap((item): PlannedItem[] => {
    const frame = places.get(item)
    const questions = frame ? (lists.get(frame) ?? []) : []
    if (frame === undefined || questions.length < 2) return [item]
    if (done.has(frame)) return []
    done.add(frame)
    return inLists(frame, questions)
  })
}

function inLists(frame: AskedFrame, questions: readonly PlannedQuestion[]): PlannedItem[] {
  const lists: PlannedItem[] = []
  for (let at = 0; at < questions.length; at += mostInList) {
    const some = questions.slice(at, at + mostInList)
    const [only] = some
    if (some.length === 1 && only) lists.push({ kind: 'one', question: only })
    else lists.push({ kind: 'list', frame, questions: some })
  }
  return lists
}

const mostInList = 8

function listFrame({ criterion, rule }: PlannedQuestion): AskedFrame | undefined {
  if (criterion.kind !== 'exclusion' || rule.ask !== 'things' || rule.isTurned) return undefined
  return rule.frame
}

function oneFrame(questions: readonly PlannedQuestion[]): AskedFrame | undefined {
  const frames = new Set(
    questions.map(({ rule }) => (rule.ask === 'things' ? rule.frame : undefined)),
  )
  return frames.size === 1 ? [...frames][0] : undefined
}

const mostInPart = 5
/** Two questions more on a page are less to read than another page. */
const mostJoined = 7

function inParts(title: PartTitle, items: readonly PlannedItem[]): readonly PlannedPart[] {
  const parts = Math.ceil(items.length / mostInPart)
  const size = Math.ceil(items.length / Math.max(parts, 1))
  return Array.from({ length: parts }, (_, at) => ({
    title,
    items: items.slice(at * size, (at + 1) * size),
  }))
}

/** A part of up to three things goes with the one before it, as far as that has room. */
function joinedParts(parts: readonly PlannedPart[]): readonly PlannedPart[] {
  const joined: PlannedPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const fits = last && last.items.length + part.items.length <= mostJoined
    if (last && fits && part.items.length <= 3 && last.title !== 'illness')
      joined[joined.length - 1] = { title: last.title, items: [...last.items, ...part.items] }
    else joined.push(part)
  }
  return joined
}
