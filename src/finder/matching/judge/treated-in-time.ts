import type { Case, Judgement } from './judgement.ts'
import { isDoubted, medicinesAsked, relation } from './medicines.ts'
import { agoOf, windowOf } from './time-window.ts'
import { formOf } from './treatment-form.ts'

/**
 * A medicine within a time, as an exclusion, of who stopped or had it so many weeks ago by the note: "a biologic within 8 weeks" and
 * "infliximab stopped 3 weeks ago". What was longer ago is presumed clear in a self-check. Rule `treated-in-time@1`.
 */
export function treatedInTimeVerdict({ text, kind, patient, mode }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || patient.source !== 'note' || text.length > longest) return undefined
  const had = patient.treatments.filter(
    (one) => one.presence === 'present' && one.when === 'history' && !isDoubted(one),
  )
  const windowed = had.length === 0 ? undefined : windowOf(text)
  if (windowed?.days === undefined) return undefined
  const { days, rest } = windowed
  const asked = medicinesAsked(rest)
  const form = asked.length === 0 ? undefined : formOf(rest, asked)
  if (!form || form.isDenied || form.isAll) return undefined
  const related = patient.treatments.filter(
    (one) => one.presence !== 'absent' && asked.some((each) => relation(each, one) !== 'not'),
  )
  const spans = related.map((one) => ({
    one,
    ago: had.includes(one) ? agoOf(one.evidence, one.name) : undefined,
    isIt: asked.some((each) => relation(each, one) === 'is'),
  }))
  const within = spans.find(
    ({ one, ago, isIt }) =>
      isIt && ago !== undefined && ago.most <= days && !twoTimes.test(one.evidence.text),
  )
  if (within) return { verdict: 'not met', reason: 'stated facts', evidence: [within.one.evidence] }
  const isLongAgo =
    mode === 'self-check' &&
    spans.length > 0 &&
    spans.every(
      ({ one, ago }) =>
        ago !== undefined && ago.least > days && !notSinceThen.test(one.evidence.text),
    )
  return isLongAgo
    ? {
        verdict: 'met',
        reason: 'presumed clear',
        evidence: spans.map(({ one }) => one.evidence).slice(0, 3),
      }
    : undefined
}

const longest = 220
/** The time may be of another thing in the sentence. */
const twoTimes = /\bago\b.*\bago\b|il y a.*il y a/is
/** "Started 3 months ago and stopped last week", "arrêté il y a un an, repris": the time may be of its beginning, or not the last. */
const notSinceThen =
  /(?<!\p{L})(?:(?:re-?)?start\p{L}*|began|begun|commenced|introduc\p{L}*|resum\p{L}*|again|re-?introduc\p{L}*|last (?:week|month|dose)|since|recent\p{L}*|except|sauf|récent\p{L}*|début\p{L}*|commenc\p{L}*|instaur\p{L}*|introdui\p{L}*|repris\p{L}*|reprend|réintrodui\p{L}*|à nouveau|(?:la semaine|le mois) derni[eè]re?)(?!\p{L})|\bago\b.*\bago\b|il y a.*il y a/isu
