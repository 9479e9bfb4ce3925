import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { daysOfCount } from './spans-of-time.ts'
import { askedWords } from './words.ts'

/**
 * How often something happened within a time: "two or more falls in the past 6 months" and "has fallen three times in the
 * last two months". It is so where the record counts enough in a time that is not longer; not so where it counts too few
 * in one that is not shorter. Rule `counted@1`.
 */
export function countedVerdict({ text, kind, patient }: Case): Judgement | undefined {
  const asked = kind === 'unspecified' || turning.test(text) ? undefined : askedIn(text)
  if (!asked) return undefined
  for (const { affirmed, evidence } of patient.lines.slice(0, mostLines)) {
    const said = affirmed === '' ? undefined : saidIn(asked.event, evidence)
    if (!said) continue
    const isSo =
      said.count >= asked.least && said.days <= asked.days
        ? true
        : said.count < asked.least && said.days >= asked.days && said.isExact
          ? false
          : undefined
    if (isSo === undefined) continue
    const verdict = isSo === (kind === 'inclusion') ? 'met' : 'not met'
    return { verdict, reason: 'stated facts', evidence: [evidence] }
  }
  return undefined
}

/** The sentences that count something a criterion counts too, or say that it happens at all. */
export function countedNear({
  text,
  patient,
}: Pick<Case, 'text'> & { patient: Patient }): Evidence[] {
  const event = events.find(({ asked }) => asked.test(text))
  if (!event) return []
  return patient.lines
    .slice(0, mostLines)
    .filter(({ affirmed }) => event.said.test(affirmed.replaceAll(neverIt, ' ')))
    .map(({ evidence }) => evidence)
}

interface Event {
  readonly asked: RegExp
  readonly said: RegExp
}

interface Asked {
  readonly event: Event
  readonly least: number
  readonly days: number
}

const mostLines = 400
const numbers: Readonly<Record<string, number>> = Object.fromEntries(
  'no one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at]),
)
const number = String.raw`(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`
const window = String.raw`\b(?:in|within|over|during) (?:the )?(?:last |past |previous |preceding |prior )?(?:(?<span>${number}) )?(?<unit>days?|weeks?|months?|years?)\b`

const events: readonly Event[] = [
  { asked: /\bfalls?\b/i, said: /\b(?:fallen|fell|falls?)\b/i },
  { asked: /\bexacerbations?\b/i, said: /\b(?:exacerbations?|flare-?ups?)\b/i },
  { asked: /\bseizures?\b/i, said: /\b(?:seizures?|fits|convulsions?)\b/i },
  { asked: /\bcris[ie]s\b/i, said: /\bcris[ie]s\b/i },
  { asked: /\brelapses?\b/i, said: /\b(?:relapses?|relapsed)\b/i },
  { asked: /\btransfusions?\b/i, said: /\b(?:transfusions?|transfused)\b/i },
  { asked: /\bparacentes[ie]s\b/i, said: /\bparacentes[ie]s\b/i },
  {
    asked: /\b(?:hospitali[sz]ations?|hospital admissions?)\b/i,
    said: /\b(?:hospitali[sz]ations?|hospitali[sz]ed|admitted|hospital admissions?)\b/i,
  },
  {
    asked: /\b(?:emergency (?:room|department) visits?|er visits?|ed visits?)\b/i,
    said: /\bemergency (?:room |department )?visits?\b/i,
  },
  { asked: /\burinary tract infections?\b/i, said: /\burinary (?:tract )?infections?\b/i },
]

function askedIn(text: string): Asked | undefined {
  const event = events.find(({ asked }) => asked.test(text))
  const time = new RegExp(window, 'i').exec(text)
  if (!event || !time) return undefined
  const head = text.slice(0, time.index)
  const found = bound.exec(head) ?? behind.exec(head)
  const days = daysOfCount(time.groups?.span ?? '1', time.groups?.unit ?? '')
  if (!found?.groups || days === undefined) return undefined
  const { over, count = '' } = found.groups
  const asked = numberOf(count)
  if (asked === undefined) return undefined
  const rest = text.replace(time[0], ' ').replace(found[0], ' ').replace(event.asked, ' ')
  if (/\d/.test(rest) || askedWords(rest).some((word) => !idle.test(word))) return undefined
  return { event, least: over ? asked + 1 : asked, days }
}

/** "Has fallen three times in the last two months", "two exacerbations in the past year". */
function saidIn(
  { said }: Event,
  { text }: Evidence,
): { readonly count: number; readonly days: number; readonly isExact: boolean } | undefined {
  const event = said.exec(text)
  const time = new RegExp(window, 'i').exec(text.slice(event?.index ?? 0))
  if (!event || !time || denied.test(text)) return undefined
  const between = text.slice(Math.max(0, event.index - 40), event.index + time.index)
  if (/[;.]/.test(between.slice(40))) return undefined
  const often = times.exec(text.slice(event.index, event.index + time.index))
  const before = beforeIt.exec(text.slice(0, event.index))
  const counted = often ?? before
  const count = counted && timesOf(counted)
  const days = daysOfCount(time.groups?.span ?? '1', time.groups?.unit ?? '')
  if (count === undefined || count === null || days === undefined) return undefined
  return { count, days, isExact: !/\b(?:at least|more than|over|several)\b/i.test(text) }
}

function timesOf({ groups }: RegExpExecArray): number | undefined {
  const word = (groups?.count ?? '').toLowerCase()
  if (word === 'once') return 1
  return word === 'twice' ? 2 : numberOf(word)
}

function numberOf(word: string): number | undefined {
  const found = numbers[word.toLowerCase()] ?? Number(word)
  return Number.isFinite(found) && word !== '' ? found : undefined
}

const bound = new RegExp(
  String.raw`(?:(?<over>>|more than|over)|≥|>=|at least|a minimum of)\s*(?<count>${number})\b`,
  'i',
)
const behind = new RegExp(String.raw`\b(?<count>${number}) or more\b(?<over>)`, 'i')
const times = new RegExp(String.raw`\b(?<count>once|twice|${number}(?= times\b))`, 'i')
const beforeIt = new RegExp(String.raw`\b(?<count>${number}) (?:\p{L}+ ){0,3}$`, 'iu')
const denied = /\b(?:no|not|never|without|denies|mother|father|brother|sister|wife|husband)\b/i
/** "Has never fallen". */
const neverIt = /\b(?:never|no|not|denies|without)\b(?: \p{L}+){1,3}/giu
const turning =
  /\b(?:no|not|without|never|except\w*|unless|other than|if|requir\w*|caused|due|resulting|fewer|less)\b|[<≤]/i
const idle = /^(?:falls?|episode|event|occurr\w*|history|had|experienc\w*)$/i
