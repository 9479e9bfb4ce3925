import type {
  AskedItem,
  AskedLike,
  AskedTail,
  AskedThings,
  NamedThing,
} from '../../../words/language/asked.ts'
import { countsAt } from './counts.ts'
import { endsAt, writtenForms } from './forms.ts'
import { type Joint, jointsAt } from './joints.ts'
import { afterIdle, another, likesAt } from './likes.ts'
import { nameOf, nounsAt, ofParts } from './nouns.ts'
import { isSaidBy } from './of-body.ts'
import { tailsAt } from './tails.ts'
import type { FoundAt } from './found-at.ts'
import { timeAt } from './times.ts'
import { type Walk, wordsAt } from './walk.ts'

/** Every way to read a list of things from a place on, the longest first. */
export function thingsAt(walk: Walk, at: number): readonly FoundAt<AskedThings>[] {
  const known = walk.lists.get(at)
  if (known) return known
  walk.lists.set(at, [])
  const found: FoundAt<AskedThings>[] = []
  for (const { end, value: item } of itemsAt(walk, at)) {
    for (const joint of jointsAt(walk.rule.words, end))
      for (const rest of thingsAt(walk, joint.end)) {
        const joined = joinedBy(item, joint.value, rest.value)
        if (joined) found.push({ end: rest.end, value: joined })
      }
    found.push({ end, value: { things: [item], joint: undefined } })
  }
  const sorted = found.toSorted((one, other) => other.end - one.end).slice(0, mostWays)
  walk.lists.set(at, sorted)
  return sorted
}

const mostWays = 40

function joinedBy(first: AskedItem, joint: Joint, rest: AskedThings): AskedThings | undefined {
  // In "failure due to ischemia or stroke" the last may belong to the cause or to the row: that means two things.
  if (first.tails.some(isOpenEnded)) return undefined
  if (joint !== undefined && rest.joint !== undefined && joint !== rest.joint) return undefined
  // A comma at the end of a list without "or" or "and" anywhere joins as "or" does in a list of things that keep out.
  const [next, ...more] = rest.things
  const things = next ? [first, sharingPart(first, next), ...more] : [first]
  return { things, joint: rest.joint ?? joint }
}

/** "Ocular infection or inflammation", "lung disease or surgery": both are of the part of the body. */
function sharingPart(first: AskedItem, next: AskedItem): AskedItem {
  if (!('name' in first) || !('name' in next) || !first.name.of || next.name.of) return next
  if (next.like.length > 0 || !happens.test(next.name.fr)) return next
  const isAlike = beginsSo.test(first.name.fr) || /^(?:maladie|opération)/.test(first.name.fr)
  const isOf = isAlike && (next.name.kind === 'done' || !first.name.fr.startsWith('maladie'))
  return isOf ? { ...next, name: ofParts(next.name, first.name.of) } : next
}

const beginsSo = /^(?:infection|inflammation|blessure|traumatisme)/
/** What happens to a part of the body, or is done to it, and has no name without one. */
const happens =
  /^(?:infection|inflammation|blessure|traumatisme|opération)(?= |$)(?!.*(?:des?|du|qui) )/

function itemsAt(walk: Walk, at: number): readonly FoundAt<AskedItem>[] {
  const known = walk.items.get(at)
  if (known) return known
  walk.items.set(at, [])
  const found: FoundAt<AskedItem>[] = []
  found.push(...valuesAt(walk, at))
  for (const { end, value: like } of likesAt(walk, at))
    for (const aside of asideTime(walk, end))
      for (const name of nounsAt(walk, aside.end).filter((one) => !isOtherOwn(like, one.value)))
        for (const tails of tailsFrom(walk, name.end, 0)) {
          if (name.value.mark === 'own' && isOfOrIn(tails.value[0])) continue
          const all = [
            ...aside.value,
            ...tails.value.filter(
              (tail) => ![name.value, ...like].some((said) => isSaidBy(said, tail)),
            ),
          ]
          found.push({
            end: tails.end,
            value: { name: name.value, like: ofGiven(like, name.value), tails: all },
          })
        }
  found.push(...reactionsAt(walk, at), ...pastAt(walk, at), ...countedAt(walk, at))
  const sorted = found.toSorted((one, other) => other.end - one.end).slice(0, mostWays)
  walk.items.set(at, sorted)
  return sorted
}

/** "At least two hospitalizations": what is counted is an event, or what was given or done. */
function countedAt(walk: Walk, at: number): FoundAt<AskedItem>[] {
  return countsAt(walk.rule.words, at).flatMap(({ end, value: count }) =>
    itemsAt(walk, end).flatMap((item) =>
      'name' in item.value &&
      item.value.name.mark !== 'own' &&
      (item.value.name.kind || item.value.name.mark === 'event')
        ? [{ end: item.end, value: { ...item.value, tails: [count, ...item.value.tails] } }]
        : [],
    ),
  )
}

/** "Any ingredient of the drug" is of the drug; the study's own is of nothing else. */
function isOfOrIn(tail: AskedTail | undefined): boolean {
  return tail?.tail === 'of' || tail?.tail === 'ofThe' || tail?.tail === 'in'
}

/** "Other study drugs" may be of another study. */
function isOtherOwn(like: readonly AskedLike[], { mark }: NamedThing): boolean {
  return mark === 'own' && like.includes(another)
}

/** "…, or a history of stroke": within a row, what was. */
function pastAt(walk: Walk, at: number): FoundAt<AskedItem>[] {
  if (at === 0) return []
  return endsAt(walk.rule.words, at, pastForms)
    .flatMap((from) => itemsAt(walk, from))
    .flatMap(({ end, value }) =>
      'name' in value ? [{ end, value: { ...value, tails: [...value.tails, past] } }] : [],
    )
}

const past: AskedTail = { tail: 'said', said: { en: 'in the past', fr: 'par le passé' } }
const pastForms = writtenForms([
  'a history of',
  'history of',
  'prior history of',
  'a prior history of',
  'past history of',
  'previous history of',
  'a previous history of',
  'known history of',
  'any history of',
])

const givenLikes: Readonly<Record<string, AskedLike>> = {
  chronique: { en: 'long-term', fr: 'au long cours' },
  'découvert récemment': { en: 'new', fr: 'nouveau', frFeminine: 'nouvelle', isBefore: true },
}

/** A chronic medicine is one that is taken for long; the study's own needs no more words. */
function ofGiven(like: readonly AskedLike[], { kind, mark }: NamedThing): readonly AskedLike[] {
  if (mark === 'own') return []
  // « De l’autre fer » is said of nothing.
  const said = mark === 'mass' ? like.filter((one) => one !== another) : like
  return kind === undefined ? said : said.map((one) => givenLikes[one.fr] ?? one)
}

/** "LVEF < 40 %", and "NYHA class III heart failure": the thing, with its value. */
function valuesAt(walk: Walk, at: number): FoundAt<AskedItem>[] {
  const isResting = walk.rule.words[at] === 'resting' || walk.rule.words[at] === 'rest'
  const start = isResting || valueIdle.has(walk.rule.words[at] ?? '') ? at + 1 : at
  const { values, words } = walk.rule
  const value = values.get(at) ?? values.get(start) ?? values.get(afterIdle(words, start))
  if (!value) return calledValuesAt(walk, afterIdle(words, start))
  // "Class III, or II with a stay in hospital": what is said of one value is not said of all.
  const plain = tailsFrom(walk, value.end, 0).filter(({ value: tails }) => !tails.some(isOpenEnded))
  const alone = plain.map(({ end, value: tails }) => ({
    end,
    value: { reading: value.reading, tails: isResting ? [atRest, ...tails] : tails },
  }))
  const before = nounsAt(walk, value.end).flatMap((name) =>
    tailsFrom(walk, name.end, 0).map(({ end, value: tails }) => {
      const things = { things: [{ reading: value.reading, tails: [] }], joint: undefined }
      const aside = { tail: 'aside' as const, things, isAside: true }
      return { end, value: { name: name.value, like: [], tails: [aside, ...tails] } }
    }),
  )
  return [...alone, ...before]
}

/** "Left atrial diameter > 40 mm": a value of something that has a name here and no measure of ours. */
function calledValuesAt(walk: Walk, at: number): FoundAt<AskedItem>[] {
  return wordsAt(walk, at, 'm').flatMap(({ end, value: { en, fr } }) => {
    const value = walk.rule.calledValues.get(end)
    if (!value) return []
    return tailsFrom(walk, value.end, 0)
      .filter(({ value: tails }) => !tails.some(isOpenEnded))
      .map((tails) => ({
        end: tails.end,
        value: { reading: value.reading, called: { en, fr }, tails: tails.value },
      }))
  })
}

const atRest: AskedTail = { tail: 'said', said: { en: 'at rest', fr: 'au repos' } }

/** Words before a measure that do not change what is asked. */
const valueIdle = new Set([
  'baseline',
  'estimated',
  'calculated',
  'measured',
  'documented',
  'current',
  'screening',
  'serum',
  'plasma',
])

/** "Recent (within 6 months) stroke": the time between brackets before the noun. */
function asideTime({ rule }: Walk, at: number): readonly FoundAt<readonly AskedTail[]>[] {
  const none = { end: at, value: [] }
  if (rule.words[at] !== '(') return [none]
  const timed = timeAt(rule.words, at + 1).flatMap(({ end, value }) =>
    rule.words[end] === ')'
      ? [{ end: end + 1, value: [{ tail: 'time' as const, time: value, isAside: true }] }]
      : [],
  )
  return [...timed, none]
}

function isOpenEnded(tail: AskedTail): boolean {
  return tail.tail !== 'said' && tail.tail !== 'time' && !tail.isAside
}

/** "Allergy to …", "contraindication to …": to what must be read too. */
function reactionsAt(walk: Walk, at: number): FoundAt<AskedItem>[] {
  return likesAt(walk, at).flatMap(({ end, value: like }) =>
    wordsAt(walk, end, 'r').flatMap((word) =>
      thingsAt(walk, word.end)
        // "Treatment with" a list of which one is an illness was read wrongly.
        .filter(
          ({ value }) =>
            word.value.mark !== 'with' ||
            word.value.fr !== 'traitement' ||
            value.things.every((one) => 'name' in one && one.name.kind !== undefined),
        )
        .filter(
          ({ value }) =>
            (reactionTail(word.value.mark) === 'to' && !value.things.some(isReaction)) ||
            value.things.length === 1 ||
            (isOneSort(value) && !eventful.test(word.value.fr)),
        )
        // "Intolerance to statins, or a history of stroke": nobody reacts to what was.
        .filter(({ value }) => !value.things.some((one) => one.tails.includes(past)))
        .map((to) => ({
          end: to.end,
          value: {
            name: nameOf(word.value),
            like,
            tails: [{ tail: reactionTail(word.value.mark), things: to.value, isAside: false }],
          },
        })),
    ),
  )
}

/** "Allergy to dyes or hypersensitivity": the last is no thing to be allergic to. */
function isReaction(item: AskedItem): boolean {
  return 'name' in item && /^(?:allergie|mauvaise réaction|contre-indication)/.test(item.name.fr)
}

/** "Treatment with aspirin or warfarin": all that is given, or all that one has, belongs to the word before. */
function isOneSort({ things }: AskedThings): boolean {
  const kinds = new Set(things.map((one) => ('name' in one ? (one.name.kind ?? 'had') : 'value')))
  return (
    kinds.size === 1 &&
    !kinds.has('value') &&
    !things.slice(0, -1).some((one) => one.tails.some(isOpenEnded))
  )
}

/** "Hospitalization for asthma or pneumonia" may be a stay for both, or a pneumonia. */
const eventful = /séjour|opération|aggravation|épisode|complication/

/** How the file says that what follows belongs to the word. */
function reactionTail(mark: string): 'with' | 'for' | 'of' | 'to' {
  return mark === 'with' || mark === 'for' || mark === 'of' ? mark : 'to'
}

/** Every way to read what is said from a place on, of what stands before it: nothing, too. */
export function tailsFrom(
  walk: Walk,
  at: number,
  depth: number,
): readonly FoundAt<readonly AskedTail[]>[] {
  const found: FoundAt<readonly AskedTail[]>[] = []
  if (depth < 3)
    for (const { end, value } of tailsAt(walk, at, thingsAt)) {
      // "Within 4 weeks of the first dose of …": a time is of nothing.
      if (depth > 0 && value !== 'nothing' && isOfOrIn(value)) continue
      for (const more of tailsFrom(walk, end, depth + 1))
        found.push({
          end: more.end,
          value: [...(value === 'nothing' ? [] : [value]), ...more.value],
        })
    }
  found.push({ end: at, value: [] })
  return found
}
