import { tokens } from '../../vocabulary/fold.ts'
import type { Named } from '../patient/named.ts'
import type { Patient } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Case, Judgement } from './judgement.ts'
import {
  countOfTime,
  lengthsSaid,
  type LengthSaid,
  smallNumber,
  unitOfTime,
} from './lengths-said.ts'
import { hasOtherWaysIn, isTurned, sentenceAround } from './one-way-in.ts'
import { unitDays } from './spans-of-time.ts'

/**
 * How long something must have lasted, against how long the note says it has: "low back pain for ≥ 3 months" and "for ten
 * weeks". Symptoms without a name are those the person comes for. Rule `lasting@1`.
 */
export function lastingVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || text.length > longest || hasOtherWaysIn(text)) return undefined
  for (const { asked, days, isLeast, index, words, isWhole } of lengthsAsked(text)) {
    const { start, end } = sentenceAround(text, index)
    const before = /[^,;:()]*$/.exec(text.slice(start, index))?.[0] ?? ''
    if (isTurned(text.slice(start, end)) || ofOther.test(before + words)) continue
    const said =
      asked.length === 1 && ofIllness.test(asked[0] ?? '')
        ? ofDisease(diseasesAsked(text, vocabulary), patient)
        : saidOf(asked, lengthsSaid(patient))
    if (!said) continue
    const isOut = isLeast ? said.span.most <= days : said.span.least > days
    const isIn = isLeast ? said.span.least >= days : said.span.most <= days
    if (isOut || (isIn && isWhole))
      return {
        verdict: isOut ? 'not met' : 'met',
        reason: 'stated facts',
        evidence: [said.evidence],
      }
  }
  return undefined
}

const longest = 500
const ofOther =
  /\b(?:stable|dose|treat\w*|therap\w*|medicat\w*|failed|free of|since|after|before|survival|expectancy|follow-?up|remission|abstin\w+|interval|contracept\w*|prior to|planned|expected)\b/i

interface LengthAsked {
  /** Folded and stemmed; none where the symptoms have no name. */
  readonly asked: readonly string[]
  readonly days: number
  readonly isLeast: boolean
  readonly index: number
  /** As it is written. */
  readonly words: string
  /** True where the text asks nothing else. */
  readonly isWhole: boolean
}

function lengthsAsked(text: string): LengthAsked[] {
  return forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match): LengthAsked[] => {
      const {
        what = '',
        sign = '',
        count = '',
        unit = '',
        more = '',
        more2 = '',
      } = match.groups ?? {}
      const length = unitDays(
        unit.toLowerCase().startsWith('mo') ? 'mo' : (codes[unit[0] ?? ''] ?? ''),
      )
      const number = smallNumber(count)
      if (length === undefined || number === undefined) return []
      const isLeast = least.test(sign) || /more|longer|greater/i.test(more + more2)
      const isMost = most.test(sign) || /less|fewer|shorter/i.test(more + more2)
      if (isLeast === isMost) return []
      const words = tokens(what.replace(idle, ' '))
      if (words.length === 0 && !/symptom|complaint/i.test(what)) return []
      const rest = text.replace(match[0], ' ').replace(idleBeside, ' ')
      return [
        {
          asked: words,
          days: number * length,
          isLeast,
          index: match.index,
          words: match[0],
          isWhole: !/[\p{L}\p{N}]/u.test(rest),
        },
      ]
    }),
  )
}

const codes: Readonly<Record<string, string>> = { h: 'h', d: 'd', w: 'wk', y: 'a' }
const least = /≥|>|at least|more than|greater than|longer than|minimum|over/i
const most = /≤|<|at most|less than|no more than|not more than|fewer than|shorter than|up to|under/i
const sign = String.raw`(?<sign>≥|>=|>|≤|<=|<|at least|a minimum of|minimum of|more than|greater than|longer than|over|at most|less than|no more than|not more than|shorter than|up to|under)?`
const length = String.raw`${sign} ?${countOfTime} (?<more>or (?:more|longer|greater|less|fewer|shorter) )?${unitOfTime}(?<more2> or (?:more|longer|greater|less))?`
const what = String.raw`(?<what>(?:[\p{L}-]+ ){0,5}?[\p{L}-]+)`

const forms: readonly RegExp[] = [
  new RegExp(
    String.raw`\bduration of ${what}(?:,|:| (?:for|of|is|must be|should be|has been))* ?${length}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b${what}(?:,)? (?:lasting|for|present for|lasting for|persisting for|of) (?:a duration of )?${length}`,
    'giu',
  ),
  new RegExp(String.raw`(?<![\p{L}\d] )${length}(?: history| duration)? of ${what}`, 'giu'),
  new RegExp(String.raw`^${what} ${sign} ?${countOfTime} ${unitOfTime}\b`, 'giu'),
]

const idle =
  /\b(?:patients?|subjects?|participants?|adults?|who|with|has|have|had|having|been|be|a|an|the|of|and|for|in|is|are|must|current|chronic|acute|symptomatic|persistent|clinical|documented|confirmed|diagnos\w+|history|presence|symptoms?|complaints?|care|established|known|lasting|duration|present|continuous(?:ly)?|undergoing)\b/gi
const idleBeside =
  /\b(?:patients?|subjects?|participants?|who|with|have|has|had|been|be|the|a|of|duration|history|or (?:more|longer|greater|less)|in duration)\b/gi

/** The one length the note gives of these words, in a row; of unnamed symptoms that of the complaint. */
function saidOf(asked: readonly string[], all: readonly LengthSaid[]): LengthSaid | undefined {
  const found =
    asked.length === 0
      ? all.filter(({ isOfComplaint }) => isOfComplaint)
      : all.filter(({ words }) =>
          words.some((_, at) => asked.every((word, index) => isAlike(words[at + index], word))),
        )
  const [first, ...more] = found
  return more.length === 0 ? first : undefined
}

const ofIllness = /^(?:disease|illness|condition)$/

/** "Disease duration", of the one illness that is named: how long it has been had, where its sentence gives one length. */
function ofDisease(named: readonly Named[], patient: Patient): LengthSaid | undefined {
  const [one, ...more] = new Set(named.map(({ term }) => term))
  if (one === undefined || more.length > 0) return undefined
  const own = patient.findings.filter(
    ({ term, of, presence }) => term === one && of === 'patient' && presence === 'present',
  )
  const found = lengthsSaid(patient).filter(({ evidence }) =>
    own.some((finding) => finding.evidence.start === evidence.start),
  )
  return found.length === 1 ? found[0] : undefined
}

/** "Ventilator" and "ventilated" are of one stem. */
function isAlike(said: string | undefined, asked: string): boolean {
  if (said === undefined) return false
  const size = Math.max(5, Math.min(said.length, asked.length) - 3)
  return (
    said === asked ||
    (asked.length >= 7 && said.slice(0, size) === asked.slice(0, size) && size >= 6)
  )
}
