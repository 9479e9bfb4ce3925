import type { Criterion, Part } from './criterion.ts'
import { ledGroupsIn } from './group-leads.ts'
import { isMethod, ofOtherCancer } from './one-is-enough.ts'
import { opensException } from './exceptions.ts'
import { mirrored } from './mirrored.ts'
import { ofOneGroup } from './of-one-group.ts'
import {
  andEnds,
  isConditional,
  isConnector,
  isLettered,
  listsKinds,
  ofAgeGroups,
  ofHealthy,
  ofRelatives,
  ofSomePeople,
  ofControls,
  opensAlternatives,
  opensKinds,
  opensWays,
  orEnds,
  orStarts,
  speaksOfIll,
  turnsAway,
} from './not-alone-words.ts'

/** Why a line never speaks against a person by itself: another line may be enough, or it may be of other people. */
export type NotAlone = NonNullable<Criterion['notAlone']>

/**
 * The lines that may be one of several of which one is enough, though the list is flat ("one or more of the following:", a line
 * of "OR"), or that are about some people only (a cohort, healthy volunteers in a study of patients), by id. Where it is not
 * sure how far such alternatives reach, they reach on until a line plainly turns to something else. Rule `alone@1`.
 */
export function notAloneIn(parts: readonly Part[]): ReadonlyMap<string, NotAlone> {
  const marks: Marks = new Map()
  markList(parts, marks)
  markPeople(parts, marks)
  for (const id of ofOneGroup(parts)) if (!marks.has(id)) marks.set(id, 'one group')
  return marks
}

/** A checklist with its lines marked. */
export function withMarks(
  parts: readonly Part[],
  marks: ReadonlyMap<string, NotAlone>,
): readonly Part[] {
  if (marks.size === 0) return parts
  const marked = (criterion: Criterion): Criterion => {
    const notAlone = marks.get(criterion.id)
    const children = criterion.children.map((one) => (one.type === 'criterion' ? marked(one) : one))
    return { ...criterion, ...(notAlone && { notAlone }), children }
  }
  return parts.map((part) => (part.type === 'criterion' ? marked(part) : part))
}

type Marks = Map<string, NotAlone>

/** What binds the lines that follow an opening line, while it does. */
interface Binding {
  readonly first: string | undefined
  /** Lines bound so far, and whether "OR" stood after the first of them: then it stands between all. */
  readonly count: number
  readonly isJoined: boolean
  readonly afterConnector: boolean
}

const opened: Binding = { first: undefined, count: 0, isJoined: false, afterConnector: false }

/** Marks the alternatives of one list; what is open at its end goes on in the list around it. */
function markList(list: readonly Part[], marks: Marks, isExact = false): Binding | undefined {
  let binding: Binding | undefined
  list.forEach((part, at) => {
    if (part.type === 'note') return
    if (part.type === 'heading') {
      if (isConnector(part.text)) markAround(list, at, marks)
      else binding = part.kind !== 'exclusion' && listsSeveral(part.text) ? opened : undefined
      return
    }
    if (part.kind === 'exclusion') {
      binding = undefined
      return
    }
    binding = binding && boundBy(binding, part, marks)
    if (!isExact) markJoined(list, at, marks)
    const left = markList(part.children, marks, part.join === 'any')
    markChoice(part, marks)
    markLettered(list, at, marks)
    const isOpen = !hasLines(part) && opensSeveral(part.text)
    if (isOpen && !isExact) binding = opened
    else if (left) binding = left
    if (isOpen && isExact) binding = undefined
  })
  return binding
}

function listsSeveral(text: string): boolean {
  return opensAlternatives(text) || listsKinds(text)
}

function opensSeveral(text: string): boolean {
  return opensAlternatives(text) || opensKinds(text)
}

/** Goes on with what is bound: marks the line, or ends where it turns to something else. */
function boundBy(binding: Binding, { id, text }: Criterion, marks: Marks): Binding | undefined {
  if (isConnector(text)) {
    const isJoined = binding.isJoined || binding.count === 1
    return { ...binding, isJoined, afterConnector: true }
  }
  const { first, count, isJoined, afterConnector } = binding
  if (count > 0 && isJoined && !afterConnector && !orStarts(text)) return undefined
  if (count > 0 && !afterConnector && turnsAway(text, first ?? '')) return undefined
  if (andEnds(text)) return undefined
  marks.set(id, 'one of several')
  return { first: first ?? text, count: count + 1, isJoined, afterConnector: orEnds(text) }
}

/** A list that says neither "any" nor "all", of kinds of one illness or of several ways to a diagnosis. */
function markChoice({ text, join, children }: Criterion, marks: Marks): void {
  const lines = children.filter((child) => child.type === 'criterion')
  if (join === 'any' || lines.length < 2 || lines.some((line) => andEnds(line.text))) return
  const texts = lines.map((line) => line.text)
  if (opensKinds(text) || opensWays(text, texts)) mark(marks, ...lines)
}

/** "At least one of a to d:" over a list, and beside it the lines "b. …", "c. …" that went astray. */
function markLettered(list: readonly Part[], at: number, marks: Marks): void {
  const line = lineAt(list, at)
  if (!line || !hasLines(line) || !opensAlternatives(line.text)) return
  for (let next = at + 1; ; next += 1) {
    const one = lineAt(list, next)
    if (!one || !isLettered(one.text)) return
    mark(marks, line, one)
  }
}

/** A line that ends or begins with "or", or is nothing else, and those that it joins. */
function markJoined(list: readonly Part[], at: number, marks: Marks): void {
  const line = list[at]
  if (line?.type !== 'criterion') return
  const { text } = line
  if (isConnector(text)) {
    markAround(list, at, marks)
    return
  }
  const next = lineAt(list, at + 1)
  if (next && line.kind !== 'exclusion' && ofOtherCancer(text, next.text)) mark(marks, line, next)
  if (orEnds(text)) markEnded(list, at, at + 1, marks)
  if (orStarts(text)) markEnded(list, at - 1, at, marks)
}

/** Two lines with "or" between them, and those before that end as parts of one sentence do. */
function markEnded(list: readonly Part[], before: number, after: number, marks: Marks): void {
  const [one, other] = [lineAt(list, before), lineAt(list, after)]
  if (!one || !other) return
  mark(marks, one, other)
  for (let at = before - 1; at >= 0; at -= 1) {
    const line = lineAt(list, at)
    if (!line || !/[^\s\d][,;]\s*$/.test(line.text)) return
    mark(marks, line)
  }
}

/** The lines on both sides of a line "OR": one each, and where two of them speak of the same, all between those. */
function markAround(list: readonly Part[], at: number, marks: Marks): void {
  const before = linesFrom(list, at, -1)
  const after = linesFrom(list, at, 1)
  const { reachBefore, reachAfter } = mirrored(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  mark(marks, ...before.slice(0, reachBefore), ...after.slice(0, reachAfter))
}

/** The lines on one side of a place, nearest first, as far as the next title or "OR". */
function linesFrom(list: readonly Part[], from: number, step: 1 | -1): readonly Criterion[] {
  const lines: Criterion[] = []
  for (let at = from + step; lines.length < mostMirrored; at += step) {
    const part = list[at]
    if (part?.type === 'note') continue
    if (part?.type !== 'criterion' || isConnector(part.text) || part.kind === 'exclusion') break
    lines.push(part)
  }
  return lines
}

const mostMirrored = 6

function mark(marks: Marks, ...lines: readonly Criterion[]): void {
  for (const { id } of lines) marks.set(id, 'one of several')
}

function lineAt(list: readonly Part[], at: number): Criterion | undefined {
  const part = list[at]
  return part?.type === 'criterion' ? part : undefined
}

function allUnder({ children }: Criterion): readonly Criterion[] {
  return children.flatMap((one) => (one.type === 'criterion' ? [one, ...allUnder(one)] : []))
}

function hasLines({ children }: Criterion): boolean {
  return children.some(({ type }) => type === 'criterion')
}

/** Marks what is about some people only: a cohort, or those who are well where others are ill. */
function markPeople(parts: readonly Part[], marks: Marks): void {
  const ofOthers = (text: string): boolean => ofHealthy(text) || ofRelatives(text)
  const isOfIll = (part: Part): boolean =>
    part.type === 'criterion' &&
    part.kind !== 'exclusion' &&
    speaksOfIll(part.text) &&
    !ofOthers(part.text)
  const isOfSome = (text: string): boolean =>
    ofSomePeople(text) ||
    ofAgeGroups(text) ||
    (ofOthers(text) && (ofControls(text) || parts.some(isOfIll)))
  const markIn = (list: readonly Part[]): void => {
    const isLed = ledGroupsIn(list)
    for (const part of list) {
      if (part.type !== 'criterion') continue
      const isOnlyIf = part.kind !== 'exclusion' && isConditional(part.text)
      const isLedOnly = isLed.has(part.id) && !marks.has(part.id)
      if (isOnlyIf || isLedOnly || isOfSome(part.text)) marks.set(part.id, 'some people')
      if (part.kind !== 'exclusion' && isMethod(part.text)) mark(marks, part)
      // Who is let in again must be so; nobody else.
      if (part.kind === 'exclusion' && opensException(part.text))
        for (const { id } of allUnder(part)) marks.set(id, 'some people')
      markIn(part.children)
    }
  }
  markIn(parts)
}
