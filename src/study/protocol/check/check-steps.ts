import type { Checkpoint, LevelChange, Regimen } from '../document/dosing.ts'
import type { TruthExpression } from '../document/expressions.ts'
import type { ProtocolBook } from '../expression/scene.ts'
import { readDuration } from '../time/duration.ts'
import { isTimeProblem } from '../time/problems.ts'
import type { ExpressionCheck } from './check-names.ts'
import { reachedFrom } from './reached-from.ts'

/** Reports levels that nobody reaches, steps that are never looked at, and two that fire at one dose. */
export function checkSteps(regimen: Regimen, path: string, check: ExpressionCheck): void {
  const reached = reachedLevels(regimen)
  for (const [index, { id }] of regimen.levels.entries())
    if (!reached.has(id))
      check.report({ kind: 'unreachable level', path: `${path}.levels[${index}]`, found: id })
  const days = check.book.anchors.get(regimen.anchor)?.days?.first ?? 1
  for (const [index, { id, at }] of regimen.changes.entries())
    if (!isEverAt(at, regimen, days))
      check.report({ kind: 'never looked at', path: `${path}.changes[${index}].at`, found: id })
  for (const [index, { id, minGap }] of regimen.changes.entries())
    if (minGap !== undefined && isBeyondEnd(minGap, regimen))
      check.report({
        kind: 'gap beyond the end',
        path: `${path}.changes[${index}].minGap`,
        found: id,
      })
  checkTwice(regimen, path, check)
}

/** Whether a least time since the first dose is over only after the last day of treatment. */
function isBeyondEnd(minGap: string, { stops }: Regimen): boolean {
  const last = Math.min(...stops.flatMap(({ days }) => days ?? []))
  const gap = readDuration(minGap)
  return !isTimeProblem(gap) && gap.months === 0 && gap.days + gap.seconds / 86_400 >= last
}

/** From the levels to start on, by steps and by rests that lower. */
function reachedLevels({ levels, start, changes, holds = [] }: Regimen): ReadonlySet<string> {
  const begun = start.map(({ level }) => level)
  const next = (from: string) => {
    const place = levels.findIndex(({ id }) => id === from)
    return [
      ...changes.flatMap((change) => (change.from.includes(from) ? (change.to ?? []) : [])),
      ...holds.flatMap(({ resumeLower = 0 }) => levels[place - resumeLower]?.id ?? []),
    ]
  }
  return new Set([...begun, ...reachedFrom(begun, next)])
}

/** Whether a dose may fall on a checkpoint: not before the first dose, nor after the last. */
function isEverAt(at: Checkpoint, { stops }: Regimen, first: number): boolean {
  const last = Math.min(...stops.flatMap(({ days }) => days ?? [])) + first - 1
  const doses = Math.min(...stops.flatMap((stop) => stop.doses ?? []))
  if ('days' in at) return at.days.some((day) => day >= first && day <= last)
  return 'fromDay' in at ? at.fromDay <= last : at.fromDose <= doses
}

/** Two steps from one level, at one dose, on one condition: which of them is meant cannot be told. */
function checkTwice({ changes }: Regimen, path: string, { book, report }: ExpressionCheck): void {
  const tests = changes.map(({ when }) => plainTest(when, book))
  for (const [index, change] of changes.entries())
    for (const [place, other] of changes.slice(0, index).entries())
      if (tests[index] === tests[place]) {
        const at = { path: `${path}.changes[${index}]`, found: change.id, other: other.id }
        if (mayMeet(change, other)) report({ kind: 'fires twice', ...at })
        else if (isBack(change, other)) report({ kind: 'undoes a step', ...at })
      }
}

/** Whether two steps lead to where the other begins: while their condition holds, every dose would be of the other level. */
function isBack(one: LevelChange, other: LevelChange): boolean {
  return (
    one.once !== true &&
    other.once !== true &&
    other.from.some((level) => level === one.to) &&
    one.from.some((level) => level === other.to)
  )
}

/** A condition by what it says, however it is spelled: names as what they stand for, one of one as itself, in any order. */
function plainTest(
  expression: TruthExpression,
  book: ProtocolBook,
  within: readonly string[] = [],
): string {
  if (expression.op === 'defined' && !within.includes(expression.name)) {
    const named = book.definitions.get(expression.name)?.expression
    if (named) return plainTest(named, book, [...within, expression.name])
  }
  if (expression.op === 'not' && expression.of.op === 'not')
    return plainTest(expression.of.of, book, within)
  if (expression.op === 'not') return `not ${plainTest(expression.of, book, within)}`
  if (expression.op === 'and' || expression.op === 'or') {
    const parts = new Set(expression.of.map((one) => plainTest(one, book, within)))
    const [only = ''] = parts
    return parts.size === 1 ? only : `${expression.op} ${JSON.stringify([...parts].toSorted())}`
  }
  return JSON.stringify(expression)
}

/** Whether two steps can be at one dose; days and numbers of doses are not comparable, so they may. */
function mayMeet(one: LevelChange, other: LevelChange): boolean {
  return one.from.some((level) => other.from.includes(level)) && mayFall(one.at, other.at)
}

function mayFall(one: Checkpoint, other: Checkpoint): boolean {
  if ('days' in one && 'days' in other) return one.days.some((day) => other.days.includes(day))
  if ('days' in one && 'fromDay' in other) return one.days.some((day) => day >= other.fromDay)
  if ('fromDay' in one && 'days' in other) return mayFall(other, one)
  return true
}
