import { z } from 'zod'
import { type Age, type AgeUnit, ageInDays } from '../../../finder/registry/ages.ts'
import type { Page } from '../../shell/page.ts'
import { type Who, whos } from '../../../words/language/who.ts'
import type { Told } from '../../../finder/self-check/told.ts'

/** What is wrong with an answer, beside its field. */
export interface AnswerProblem {
  readonly field: string
  readonly text: string
}

/** What was told, and what could not be read. */
export interface ReadAnswers {
  readonly told: Told
  readonly problems: readonly AnswerProblem[]
  /** True when a field was sent that this page has not. */
  readonly hasUnknown: boolean
}

/** The questions of the page that is answered. */
export interface AnswersForm {
  readonly ids: readonly string[]
  /** Changes with the study's criteria. */
  readonly rules: string
  readonly who: Who
  readonly today: string
}

/** What a question of the self-check can be answered with. */
export const answers = ['yes', 'no', 'not sure', 'skip'] as const
/** Units in which an age can be typed, the longest first. */
export const ageUnits = ['year', 'month', 'week', 'day'] as const

/** What a person who has not begun has told. */
export function nothingTold(who: Who): Told {
  return {
    who,
    typed: { age: '', unit: '', born: '' },
    condition: 'skip',
    answers: {},
  }
}

/** The name of a criterion's answer in the form. */
export function answerName(id: string): string {
  return `c_${id}`
}

/** Reads a form that was sent; whatever it holds, what can be read is kept and the rest is said. */
export function readAnswers(sent: URLSearchParams, form: AnswersForm, page: Page): ReadAnswers {
  const say = page.words.check.problems
  const problems: AnswerProblem[] = []
  const text = (name: string) => clean(sent.get(name) ?? '')
  function choice<T extends string>(
    name: string,
    of: readonly T[],
    otherwise: T,
    problem: string,
  ): T {
    const written = text(name)
    const read = z.enum(of).safeParse(written === '' ? otherwise : written)
    if (!read.success) problems.push({ field: name, text: problem })
    return read.data ?? otherwise
  }
  const who = choice('who', whos, form.who, say.who)
  const typed = { age: text('age'), unit: text('unit'), born: text('born') }
  const when = readWhen(typed, form.today, page, problems)
  const sex = choice('sex', ['FEMALE', 'MALE', 'skip'], 'skip', say.sex)
  const condition = choice('condition', answers, 'skip', say.answer)
  const given = form.ids.map((id) => [id, choice(answerName(id), answers, 'skip', say.answer)])
  if (text('rules') !== form.rules && sent.size > 0)
    problems.push({
      field: 'check-form',
      text: text('rules') === '' ? say.unreadable : say.changed,
    })
  const told = { who, typed, ...when, condition, answers: Object.fromEntries(given) }
  return {
    told: sex === 'skip' ? told : { ...told, sex },
    problems,
    hasUnknown: [...sent.keys()].some((name) => !isKnown(name, form.ids)),
  }
}

function isKnown(name: string, ids: readonly string[]): boolean {
  return known.has(name) || (name.startsWith('c_') && ids.includes(name.slice(2)))
}

const known = new Set(['who', 'age', 'unit', 'born', 'sex', 'condition', 'rules', 'edit'])

/** The age, the date of birth, or both when they agree. */
function readWhen(
  typed: Told['typed'],
  today: string,
  page: Page,
  problems: AnswerProblem[],
): { age?: Age; born?: string } {
  const say = page.words.check.problems
  const age = readAge(typed, page, problems)
  if (typed.born === '') return age ? { age } : {}
  const birth = dateOf(typed.born)
  const day = Temporal.PlainDate.from(today)
  if (!birth || birth.until(day).total({ unit: 'years', relativeTo: birth }) > mostYears) {
    problems.push({ field: 'born', text: say.born })
    return {}
  }
  if (Temporal.PlainDate.compare(birth, day) > 0) {
    problems.push({ field: 'born', text: say.bornFuture })
    return {}
  }
  if (age && Math.abs(completed(birth, day, age.unit) - age.value) > 1) {
    problems.push({ field: 'born', text: say.bornDiffers })
    return {}
  }
  return { born: birth.toString(), ...(age && { age }) }
}

function readAge(
  { age, unit }: Told['typed'],
  page: Page,
  problems: AnswerProblem[],
): Age | undefined {
  const say = page.words.check.problems
  if (age === '') return undefined
  const read = z.enum(ageUnits).safeParse(unit === '' ? 'year' : unit)
  if (!read.success) problems.push({ field: 'unit', text: say.unit })
  if (!/^\d{1,5}$/.test(age)) problems.push({ field: 'age', text: say.age })
  if (!read.success || !/^\d{1,5}$/.test(age)) return undefined
  const told = { value: Number(age), unit: read.data }
  if (ageInDays(told) <= mostYears * 366) return told
  problems.push({ field: 'age', text: say.ageTooMuch })
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
export function completed(
  birth: Temporal.PlainDate,
  day: Temporal.PlainDate,
  unit: AgeUnit,
): number {
  if (unit === 'hour' || unit === 'minute') return birth.until(day, { largestUnit: 'day' }).days
  const lived = birth.until(day, { largestUnit: unit })
  return { year: lived.years, month: lived.months, week: lived.weeks, day: lived.days }[unit]
}

const mostYears = 130

/** Control, direction and half characters have no place in an answer. */
function clean(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()
}
