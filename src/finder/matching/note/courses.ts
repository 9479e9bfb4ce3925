import type { Treatment } from '../patient/patient.ts'
import { cueAfter, cueBefore, cuesIn } from './reach.ts'
import { coursePhraseOf } from './course-phrases.ts'
import { isIncluded, isInDeniedList } from './denied-list.ts'
import {
  answersNo,
  forATime,
  isFollowedBy,
  isMeans,
  isNeverLeft,
  isNeverTried,
  withoutNextVerb,
} from './course-order.ts'
import { isOff, isTreatedBefore, wasInMonth } from './course-times.ts'
import type { CourseKind } from './cue-words.ts'
import { type Cue, cuesOf, cueWordsOf } from './cues.ts'
import { toldCourseOf } from './told-courses.ts'
import { isOfOthers } from './whose.ts'
import type { NamedTreatment } from './named-treatment.ts'
import { isListFrom } from './list-of-treatments.ts'
import type { NoteSentence } from './note-sentence.ts'
import { isOfBefore, isSharedByAll } from './shared-course.ts'

type Course = Pick<Treatment, 'presence' | 'when' | 'course'>

/**
 * How a treatment stands: taken, ended, planned, refused. The nearest word that tells decides, what is said directly
 * after it first; an operation of which nothing is said was done. Undefined where it is not the person's. Rule `course@3`.
 */
export function courseOf(
  sentence: NoteSentence,
  one: NamedTreatment,
  all: readonly NamedTreatment[],
): Course | undefined {
  const { text } = sentence
  const cues = cuesIn(sentence)
  if (isOfOthers(sentence, cues, one.start, one.end)) return undefined
  if (isNeverTried(text, one.start) || answersNo(text, one.end))
    return { presence: 'absent', when: 'now' }
  if (isNeverLeft(text, one.start)) return courses.current
  const own = withoutNextVerb(text, one, all)
  const phrase =
    toldCourseOf(own, one) ??
    (sentence.language === 'en' ? coursePhraseOf(own, one, all) : undefined)
  if (phrase === 'absent') return { presence: 'absent', when: 'now' }
  if (phrase) return phrase === 'mentioned' ? mentioned : courses[phrase]
  const { before, after } = courseCuesIn(sentence)
  const behind = nearestAfter(
    text,
    after.filter(({ start }) => start < own.length),
    one,
    all,
  )
  const ahead = nearestBefore(text, before, one, all)
  const isDenied = cueBefore(sentence, cues, 'deny', one.start)
  if (
    isDenied &&
    (isInDeniedList(text, isDenied.end, one.start) || isIncluded(text, isDenied.end, one.start))
  )
    return { presence: 'absent', when: 'now' }
  if (isDenied && isRightBehind(text, isDenied.end, one.start))
    return (behind?.kind === 'planned' &&
      /(?:further|more|other|another|additional|nouve\w+|autres?)\s\p{L}*\s?$/iu.test(
        text.slice(isDenied.start, one.start),
      )) ||
      (ahead && ahead.end > isDenied.start && ahead.kind === 'stopped' && !isOfBefore(text, ahead))
      ? courses.stopped
      : { presence: 'absent', when: 'now' }
  if (noMore.test(text.slice(Math.max(0, one.start - 30), one.start))) return courses.stopped
  if (behind?.kind === 'refused') return courses.refused
  const mention = cueBefore(sentence, cues, 'mention', one.start)
  if (mention && one.kind !== 'vaccine' && !isMeans(text, mention, one.start)) return mentioned
  const kind = kindOf(sentence, one, ahead, behind)
  if (kind === 'refused' && ahead && saysNever.test(text.slice(ahead.start, ahead.end)))
    return { presence: 'absent', when: 'now' }
  if (kind) return courses[kind]
  if (!behind && !ahead && cueAfter(sentence, cues, 'ended', one.end)) return courses.stopped
  return byDefault(sentence, one)
}

function isRightBehind(text: string, denialEnd: number, at: number): boolean {
  return at - denialEnd < 40 && !/,/.test(text.slice(denialEnd, at))
}

/** "Never on insulin": not had, which is not refused. */
const saysNever = /^(?:never|(?:n['’](?:a|ont) )?jamais) /iu

const noMore =
  /(?<!\p{L})(?:no (?:further|more|additional)|pas d['’]autres?|plus (?:aucune? |d['’]|de ))\s?(?:\p{L}+\s)?$/iu

const courses: Readonly<Record<CourseKind, Course>> = {
  planned: { presence: 'possible', when: 'now', course: 'planned' },
  refused: { presence: 'absent', when: 'now', course: 'refused' },
  stopped: { presence: 'present', when: 'history' },
  failed: { presence: 'present', when: 'history', course: 'failed' },
  current: { presence: 'present', when: 'now' },
  needed: { presence: 'present', when: 'now', course: 'as needed' },
}

const mentioned: Course = { presence: 'mentioned', when: 'now' }

function kindOf(
  { section, text }: NoteSentence,
  { kind, start, end }: NamedTreatment,
  ahead: Cue<CourseKind> | undefined,
  behind: Cue<CourseKind> | undefined,
): CourseKind | undefined {
  if (ahead?.kind === 'refused' && !/,/.test(text.slice(ahead.end, start))) return 'refused'
  const isNearNow = ahead?.kind === 'current' && start - ahead.end < 30
  const isEnd = ahead?.kind === 'stopped' && start - ahead.end < 4 && behind?.kind === 'planned'
  if (isEnd) return 'stopped'
  // "Plan semaglutide 0.25 weekly if …": what is planned at once says more than how often.
  if (
    ahead?.kind === 'planned' &&
    start - ahead.end < 3 &&
    /^plan$/i.test(text.slice(ahead.start, ahead.end)) &&
    behind?.kind === 'current'
  )
    return 'planned'
  if (ahead && isOff(text, ahead, start) && (behind === undefined || behind.kind === 'current'))
    return 'stopped'
  if (section === 'plan' && isWeak(text, ahead))
    return behind?.kind === 'refused' ? 'refused' : 'planned'
  if (ahead?.kind === 'current' && isTreatedBefore(text, ahead)) return 'stopped'
  if (ahead && start - ahead.end < 20 && wasInMonth(text, ahead, behind)) return ahead.kind
  if (
    !isDone(kind) &&
    kind !== 'drug' &&
    kind !== 'class' &&
    forATime.test(text.slice(end, end + 24))
  )
    return 'stopped'
  if (section === 'history' && isNearNow && /^treated/i.test(text.slice(ahead.start, ahead.end)))
    return 'stopped'
  if (
    isFollowedBy(text, end) &&
    ahead?.kind !== 'planned' &&
    (!behind || behind.kind === 'current')
  )
    return 'stopped'
  const isTold = behind && !(isNearNow && !isDone(kind) && isOnlyTime(text, behind))
  if (isTold && (behind.kind !== 'current' || behind.start - end < 12 || !ahead)) return behind.kind
  if (
    ahead &&
    !(ahead.kind === 'current' && isDone(kind) && !/ostom|trach/i.test(text.slice(start, end)))
  )
    return ahead.kind
  if (isTold) return behind.kind
  return section === 'plan' ? 'planned' : undefined
}

/** In a plan, "with meals, iron" tells nothing of the iron. */
function isWeak(text: string, cue: Cue<CourseKind> | undefined): boolean {
  return (
    cue?.kind === 'current' &&
    /^(?:with|on|under|via|through|home|current|meds?|rx|therapy)$/i.test(
      text.slice(cue.start, cue.end),
    )
  )
}

/** "Last autumn" after "started": when it began, not when it ended. */
function isOnlyTime(text: string, { start, end }: Cue<CourseKind>): boolean {
  const said = text.slice(start, end)
  if (/^(?:de|from) \d|\d ?[-–]/i.test(said)) return false
  return /\d|ago|last|il y a|derni|jusqu|pendant|until|childhood|for/i.test(said)
}

function isDone(kind: string): boolean {
  return kind === 'operation' || kind === 'vaccine'
}

/** "PMH: hypertension (amlodipine)": what a lasting illness is treated with. */
function isInBrackets(text: string, at: number, kind: string): boolean {
  return (
    (kind === 'drug' || kind === 'class') &&
    /\p{L}\s?\([^()\d]{0,30}$/u.test(text.slice(Math.max(0, at - 40), at))
  )
}

function byDefault({ section, text }: NoteSentence, { kind, start }: NamedTreatment): Course {
  if (kind === 'device' && section !== 'plan') return courses.current
  if (section === 'plan') return courses.planned
  if (isDone(kind)) return courses.stopped
  return section === 'history' && !isInBrackets(text, start, kind)
    ? courses.stopped
    : courses.current
}

/** The cues of a sentence for treatments, found once for all that it names. */
function courseCuesIn(sentence: NoteSentence): {
  readonly before: readonly Cue<CourseKind>[]
  readonly after: readonly Cue<CourseKind>[]
} {
  const known = remembered.get(sentence)
  if (known) return known
  const { before, after } = cueWordsOf(sentence.language)
  const found = { before: cuesOf(sentence.text, before), after: cuesOf(sentence.text, after) }
  remembered.set(sentence, found)
  return found
}

/** Gone with the sentences. */
const remembered = new WeakMap<NoteSentence, ReturnType<typeof courseCuesIn>>()

function nearestBefore(
  text: string,
  cues: readonly Cue<CourseKind>[],
  { start }: NamedTreatment,
  all: readonly NamedTreatment[],
): Cue<CourseKind> | undefined {
  return cues.findLast((cue) => {
    if (cue.end > start) return false
    const between = text.slice(cue.end, start)
    if (between.length > 90 || /[;]|[.!?](?:\s|$)|\n\s*[-•*]/.test(between)) return false
    if (/:/.test(between.replace(/^\s?(?:\p{L}+ ?){0,2}\s?:/u, ''))) return false
    const [opens, closes] = [between.split('(').length, between.split(')').length]
    if (closes > opens || (opens > closes && cue.kind !== 'current' && cue.kind !== 'planned'))
      return false
    if (
      cue.kind === 'stopped' &&
      between.includes(',') &&
      !/^\s?:/.test(between) &&
      !/^[^.;]{0,60}(?<!\p{L})(?:and|or|et|ou)(?!\p{L})/iu.test(text.slice(start)) &&
      (/^stop$/i.test(text.slice(cue.start, cue.end)) || !isListFrom(text, cue.end, start, all))
    )
      return false
    return !isOfAnother(text, cue, all)
  })
}

/** "Aspirin was stopped, warfarin started": what follows a treatment at once, or a "was", speaks of what is before it. */
function isOfAnother(text: string, cue: Cue<CourseKind>, all: readonly NamedTreatment[]): boolean {
  const said = text.slice(cue.start, cue.end)
  if (
    !/(?:ed|held|[ée]e?s?|[a-z]{3}du|due|it|ite|off|gone)$/i.test(said) ||
    /^(?:after|post|used|treated|refuse)/i.test(said)
  )
    return false
  if (
    /\b(?:was|were|been|est|sont|[ée]t[ée])\s$/i.test(
      text.slice(Math.max(0, cue.start - 6), cue.start),
    )
  )
    return true
  const last = all.findLast((one) => one.end <= cue.start)
  if (last === undefined) return false
  const between = text.slice(last.end, cue.start)
  return (
    /^[^.,;:()]{0,26}$/.test(between) &&
    !/(?<!\p{L})(?:and|et|after|apr[èe]s|but|mais)\s$/iu.test(between)
  )
}

function nearestAfter(
  text: string,
  cues: readonly Cue<CourseKind>[],
  { end }: NamedTreatment,
  all: readonly NamedTreatment[],
): Cue<CourseKind> | undefined {
  const reached = cues.filter((cue) => {
    if (cue.start < end || cue.start - end > 60) return false
    const between = text.slice(end, cue.start)
    if (
      /(?<!\p{L})(?:since|depuis|from|d[èe]s|(?:d[ée]but|commenc|instaur)[ée]e?s?(?: en)?|introdui\p{L}+(?: en)?|started(?: in)?)\s+(?:\p{L}+\.?\s+)?(?:\d{1,2}[\s/])?$/iu.test(
        between,
      )
    )
      return false
    const own = between
      .replace(/^\s?:\s*/, '')
      .replace(/^\s*\([^()]{0,40}\)/, '')
      .replace(/^\s*\($/, '')
      .replace(/^\)/, '')
      .replace(/^;\s(?=$)/, '')
      .replace(/\s*(?:->|→)\s*$/, '')
      .replace(/(?:->|→)[^,;.]{0,24},\s*$/, '')
      .replace(/,\s*$/, '')
    if (isSharedByAll(text, cue, between)) return true
    if (/[;:()]|\.\s|\n|,|->|→/.test(own)) return false
    const bracket = /^\s*\([^()]{0,40}\)/.exec(text.slice(end, cue.start))?.[0].length ?? 0
    const next = all.find((one) => one.start >= end + bracket && one.start < cue.start)
    if (next)
      return (
        /^\s?[-/+]\s?$/.test(text.slice(end, next.start)) ||
        (/^[\s,/+]*(?:(?:and|et|ou|or)\s)?$/i.test(text.slice(end, next.start)) && joins(cue, text))
      )
    return !/(?<!\p{L})(?:but|then|puis|mais|now|on|sous)(?!\p{L})/iu.test(own)
  })
  return reached.find(({ kind }) => kind !== 'current') ?? reached[0]
}

/** What is said of two joined by "and". */
function joins(cue: Cue<CourseKind>, text: string): boolean {
  return (
    cue.kind !== 'current' &&
    /s$|ed$|\bto\b|planned|next|demand|fait/i.test(text.slice(cue.start, cue.end))
  )
}
