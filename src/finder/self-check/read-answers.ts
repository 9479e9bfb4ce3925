import { z } from 'zod'
import { type Age, type AgeUnit, ageInDays } from '../registry/ages.ts'
import { type Who, whos } from '../../words/language/who.ts'
import type { Answer } from '../eligibility/facts.ts'
import type { Told } from './told.ts'

/** What is wrong with an answer; a door puts the code into words beside the field. */
export interface AnswerProblem {
  readonly field: string
  readonly code: AnswerProblemCode
}

/**
 * `changed`: the study's rules have changed since they were asked; `unreadable`: what was sent are no answers to
 * them; the others name what a field should hold.
 */
export type AnswerProblemCode =
  | 'who'
  | 'age'
  | 'ageTooMuch'
  | 'unit'
  | 'born'
  | 'bornFuture'
  | 'bornDiffers'
  | 'sex'
  | 'answer'
  | 'noneAndSome'
  | 'changed'
  | 'unreadable'

/** Answers as they were understood, and what could not be. */
export interface ReadAnswers {
  readonly told: Told
  readonly problems: readonly AnswerProblem[]
  /** True when a field was sent that was not asked. */
  readonly hasUnknown: boolean
}

/** The questions that are answered. */
export interface AskedForm {
  /** Ids of all criteria: an answer to any of them is taken. */
  readonly ids: readonly string[]
  /** Those whose question is the other way round: a yes means that the criterion is not so. */
  readonly turned: ReadonlySet<string>
  /** For a criterion whose question others have too, their ids: an answer to one is the answer to all. */
  readonly same: ReadonlyMap<string, readonly string[]>
  /** Changes with the study's criteria. */
  readonly rules: string
  readonly who: Who
  /** `yyyy-MM-dd` */
  readonly today: string
}

/** The answers that each criterion can be given. */
export const answerValues = ['yes', 'no', 'not sure', 'skip'] as const
/** The units in which an age can be told. */
export const toldAgeUnits = ['year', 'month', 'week', 'day'] as const

/** What a person who has not begun has told. */
export function nothingTold(who: Who): Told {
  return { who, typed: { age: '', unit: '', born: '' }, condition: 'skip', answers: {} }
}

/** The name of the field that holds a criterion's answer. */
export function answerName(id: string): string {
  return `c_${id}`
}

/** Reads answers that were sent, by field name; whatever they hold, what can be read is kept and the rest is said. */
export function readAnswers(sent: URLSearchParams, form: AskedForm): ReadAnswers {
  const problems: AnswerProblem[] = []
  const text = (name: string) => cleanAnswer(sent.get(name) ?? '')
  function choice<T extends string>(
    name: string,
    of: readonly T[],
    otherwise: T,
    code: AnswerProblemCode,
  ): T {
    const written = text(name)
    const read = z.enum(of).safeParse(written === '' ? otherwise : written)
    if (!read.success) problems.push({ field: name, code })
    return read.data ?? otherwise
  }
  const who = choice('who', whos, form.who, 'who')
  const typed = { age: text('age'), unit: text('unit'), born: text('born') }
  const when = readWhen(typed, form.today, problems)
  const sex = choice('sex', ['FEMALE', 'MALE', 'skip'], 'skip', 'sex')
  const condition = choice('condition', answerValues, 'skip', 'answer')
  const ticked = readTicked(sent, form, problems)
  const written = new Map(
    form.ids.map((id) => [
      id,
      choice(answerName(id), answerValues, ticked.get(id) ?? 'skip', 'answer'),
    ]),
  )
  const given = form.ids.map((id) => {
    const answer = [id, ...(form.same.get(id) ?? [])]
      .map((one) => written.get(one) ?? 'skip')
      .find((one) => one !== 'skip')
    return [id, turnedAnswer(answer ?? 'skip', form.turned.has(id))]
  })
  if (text('rules') !== form.rules && sent.size > 0)
    problems.push({ field: 'check-form', code: text('rules') === '' ? 'unreadable' : 'changed' })
  const told = { who, typed, ...when, condition, answers: Object.fromEntries(given) }
  return {
    told: sex === 'skip' ? told : { ...told, sex },
    problems,
    hasUnknown: [...sent.keys()].some((name) => !isKnown(name, form.ids)),
  }
}

/** The answer that a question the other way round has to what is asked, and back. */
export function turnedAnswer(answer: Answer, isTurned: boolean): Answer {
  if (!isTurned || (answer !== 'yes' && answer !== 'no')) return answer
  return answer === 'yes' ? 'no' : 'yes'
}

/** The name of the field that holds which of some criteria are so. */
export function tickedName(ids: readonly string[]): string {
  return `any_${ids.join('_')}`
}

/**
 * What was ticked in lists of criteria: each that is so; `none` says that no other is, `unsure` that nobody knows of the
 * others, and neither says nothing of them.
 */
function readTicked(
  sent: URLSearchParams,
  { ids, turned }: AskedForm,
  problems: AnswerProblem[],
): ReadonlyMap<string, Answer> {
  const ticked = new Map<string, Answer>()
  for (const name of new Set(sent.keys())) {
    const listed = listedIn(name, ids)
    if (!listed) continue
    const chosen = sent.getAll(name)
    const isNone = chosen.includes('none')
    if (chosen.some((one) => one !== 'none' && one !== 'unsure' && !listed.includes(one)))
      problems.push({ field: name, code: 'answer' })
    if (isNone && chosen.length > 1) problems.push({ field: name, code: 'noneAndSome' })
    const other: Answer = isNone ? 'no' : chosen.includes('unsure') ? 'not sure' : 'skip'
    for (const id of listed) {
      const answer: Answer = chosen.includes(id) ? 'yes' : other
      ticked.set(id, turned.has(id) ? 'skip' : answer)
    }
  }
  return ticked
}

/** The criteria of a list's field; undefined for any other name. */
function listedIn(name: string, ids: readonly string[]): readonly string[] | undefined {
  if (!name.startsWith('any_')) return undefined
  const listed = name.slice(4).split('_')
  return listed.every((id) => ids.includes(id)) ? listed : undefined
}

function isKnown(name: string, ids: readonly string[]): boolean {
  if (listedIn(name, ids)) return true
  return known.has(name) || (name.startsWith('c_') && ids.includes(name.slice(2)))
}

const known = new Set(['who', 'age', 'unit', 'born', 'sex', 'condition', 'rules', 'edit', 'step'])

/** The age, the date of birth, or both when they agree. */
function readWhen(
  typed: Told['typed'],
  today: string,
  problems: AnswerProblem[],
): { age?: Age; born?: string } {
  const age = readAge(typed, problems)
  if (typed.born === '') return age ? { age } : {}
  const birth = dateOf(typed.born)
  const problem = problemOfBirth(birth, age, Temporal.PlainDate.from(today))
  if (problem) problems.push({ field: 'born', code: problem })
  if (!birth || problem) return {}
  return { born: birth.toString(), ...(age && { age }) }
}

function problemOfBirth(
  birth: Temporal.PlainDate | undefined,
  age: Age | undefined,
  day: Temporal.PlainDate,
): AnswerProblemCode | undefined {
  if (!birth || birth.until(day).total({ unit: 'years', relativeTo: birth }) > mostYears)
    return 'born'
  if (Temporal.PlainDate.compare(birth, day) > 0) return 'bornFuture'
  if (age && Math.abs(completed(birth, day, age.unit) - age.value) > 1) return 'bornDiffers'
  return undefined
}

function readAge({ age, unit }: Told['typed'], problems: AnswerProblem[]): Age | undefined {
  if (age === '') return undefined
  const read = z.enum(toldAgeUnits).safeParse(unit === '' ? 'year' : unit)
  if (!read.success) problems.push({ field: 'unit', code: 'unit' })
  if (!/^\d{1,5}$/.test(age)) problems.push({ field: 'age', code: 'age' })
  if (!read.success || !/^\d{1,5}$/.test(age)) return undefined
  const told = { value: Number(age), unit: read.data }
  if (ageInDays(told) <= mostYears * 366) return told
  problems.push({ field: 'age', code: 'ageTooMuch' })
  return undefined
}

/** A browser's date field sends `2024-05-17`. */
function dateOf(text: string): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (!year || !month || !day) return undefined
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return undefined
  }
}

/** How many whole units a person has lived. */
function completed(birth: Temporal.PlainDate, day: Temporal.PlainDate, unit: AgeUnit): number {
  if (unit === 'hour' || unit === 'minute') return birth.until(day, { largestUnit: 'day' }).days
  const lived = birth.until(day, { largestUnit: unit })
  return { year: lived.years, month: lived.months, week: lived.weeks, day: lived.days }[unit]
}

const mostYears = 130

/** Control, direction and half characters have no place in an answer. */
function cleanAnswer(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()
}
