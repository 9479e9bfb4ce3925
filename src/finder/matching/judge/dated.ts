import type { Evidence, Finding, Patient } from '../patient/patient.ts'
import type { Reading, TimeReading } from '../../eligibility/reading.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { type Days, daysAgo, daysLong, unitDays } from './spans-of-time.ts'
import { kindsOf, knownOf } from './facts-of.ts'
import { agoOf } from './time-window.ts'
import { hasOtherWaysIn, isTurned, sentenceAround } from './one-way-in.ts'
import { askedWords, withoutParts } from './words.ts'
import type { Case, Judgement } from './judgement.ts'
import { allAsked } from './measures-asked.ts'

/**
 * One disease or symptom and one time, against a time that the note gives of it: "Myocardial infarction within 6 months"
 * and "3 years ago", "fever for at least 5 days" and "5 days of fever". Rule `dated@1`.
 */
export function datedVerdict(one: Case): Judgement | undefined {
  const against = durationAgainst(one)
  if (against) return against
  const each = eachOf(one).map((text) => ofOne({ ...one, text }))
  const wanted = one.kind === 'exclusion' ? 'not met' : 'met'
  return each.length === 1 ? each[0] : each.find((judged) => judged?.verdict === wanted)
}

/**
 * A requirement of many parts of which one is how long an illness has lasted, against what the record says of the same: "age 18-75,
 * with type 2 diabetes for less than 6 years" and "for 12 years".
 */
function durationAgainst(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind !== 'inclusion' || !ofTime.test(text) || hasOtherWaysIn(text)) return undefined
  const readings = allAsked(text, one)
  for (const [at, time] of readings.entries()) {
    const concept = readings[at - 1]
    if (time.type !== 'time' || concept?.type !== 'concept') continue
    // "Diagnosed at least 6 months before screening" has lasted as long.
    const isSince =
      time.relation === 'before' && time.min && /\bdiagnos/i.test(text.slice(0, time.span.start))
    if (time.relation !== 'for' && !isSince) continue
    const lasting: TimeReading = { ...time, relation: 'for' }
    const between = text.slice(concept.span.end, time.span.start)
    const { start, end } = sentenceAround(text, time.span.start)
    if (!isJoint(between) || isTurned(text.slice(start, end))) continue
    if (!isSince && ofEvent.test(text.slice(time.span.end))) continue
    const found = occurrences(concept.term, patient, vocabulary)
    const spans = found.map((finding) => spanOf(finding, lasting))
    if (found.length > 0 && spans.every((span) => span && within(span, lasting) === false))
      return {
        verdict: 'not met',
        reason: 'stated facts',
        evidence: found.map(({ evidence }) => evidence).slice(0, 3),
      }
  }
  return undefined
}

const ofEvent = /^\s*(?:prior|before|ago|after|since|of (?:treat|therap|follow))/i
/** What may stand between an illness and how long it has lasted. */
function isJoint(between: string): boolean {
  return between.length < 80 && askedWords(between).every((word) => ofDuration.test(word))
}

const ofDuration = /^(?:duration|mellitus|lasting|illness|[a-z]{2}dm)$/i

/**
 * "Stroke or TIA within 60 days" is either within 60 days: one text for each disease that an "or" or a stroke joins to the next
 * with nothing between.
 */
function eachOf({ text, vocabulary }: Case): readonly string[] {
  if (!ofTime.test(text) || !/\bor\b|\//i.test(text)) return [text]
  const named = diseasesAsked(text, vocabulary)
  const [first, last] = [named[0], named.at(-1)]
  if (!first || !last || named.length < 2 || named.length > 4) return [text]
  const isList = named
    .slice(1)
    .every(({ start }, at) => joint.test(text.slice(named[at]?.end ?? 0, start)))
  return isList
    ? named.map(
        (one) => text.slice(0, first.start) + text.slice(one.start, one.end) + text.slice(last.end),
      )
    : [text]
}

const ofTime = /\d|\b(?:week|month|year|day)/i
const joint = /^\s*(?:,|\/|,? ?or|,? ?and\/or)\s*$/i

function ofOne(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary, mode } = one
  if (!ofTime.test(text) || turning.test(text)) return undefined
  const readings = allAsked(text, one)
  const asked = askedIn(text, readings)
  if (!asked) return undefined
  const found = occurrences(asked.term, patient, vocabulary)
  if (found.length === 0) return undefined
  const spans = found.map((finding) => spanOf(finding, asked.time))
  const evidence = found.map((finding) => finding.evidence)
  const isSo = spans.map((span) => span && within(span, asked.time))
  const told = (verdict: Judgement['verdict'], by: Judgement['reason']): Judgement => ({
    verdict,
    reason: by,
    evidence: evidence.slice(0, 3),
  })
  if (isSo.includes(true)) return told(kind === 'exclusion' ? 'not met' : 'met', 'stated facts')
  if (!isSo.every((so) => so === false)) return undefined
  // That one was long ago does not say that there was none since.
  const isLasting = asked.time.relation === 'for'
  if (kind !== 'exclusion') return isLasting ? told('not met', 'stated facts') : undefined
  if (isLasting) return told('met', 'stated facts')
  return mode === 'self-check' ? told('met', 'presumed clear') : undefined
}

interface Asked {
  readonly term: string
  readonly time: TimeReading
}

/** The one disease and the one time that are all a text asks. */
function askedIn(text: string, readings: readonly Reading[]): Asked | undefined {
  const concepts = readings.flatMap((reading) => (reading.type === 'concept' ? [reading] : []))
  const times = readings.flatMap((reading) => (reading.type === 'time' ? [reading] : []))
  const [concept, time] = [concepts[0], times[0]]
  if (!concept || !time || readings.length !== 2 || concept.negated) return undefined
  if (time.relation === 'after' || (time.relation !== 'for' && (time.min || !time.max)))
    return undefined
  const rest = withoutParts(text, [concept.span, time.span])
  return askedWords(rest).every((word) => idle.test(word))
    ? { term: concept.term, time }
    : undefined
}

const turning =
  /\b(?:no|not|without|except\w*|unless|other than|after|following|since|post|if|or|and|of (?:onset|symptoms?)|from (?:onset|symptoms?))\b|\bpost-/i
const idle =
  /^(?:onset|episode|event|acute|cerebral|ischa?emic|documented|recent\w*|occur\w*|experienc\w*|suffer\w*|duration|persist\w*|lasting|last\w*|enter\w*|preced\w*|new|ongoing|continu\w*|report\w*)$/

function occurrences(term: string, patient: Patient, vocabulary: Vocabulary): readonly Finding[] {
  const kinds = kindsOf(term, vocabulary)
  const found = patient.findings.filter((one) => one.of === 'patient' && kinds.has(one.term))
  const isSure = found.every(({ presence }) => presence === 'present')
  return isSure && (found.length > 0 || !knownOf(term, patient, vocabulary).related) ? found : []
}

function spanOf({ evidence, words, when }: Finding, { relation }: TimeReading): Days | undefined {
  if (evidence.resource !== undefined) return undefined
  const placed = placeOf(evidence, words)
  if (!placed) return undefined
  if (relation !== 'for')
    return daysAgo(placed.before, placed.after) ?? agoOf({ text: evidence.text }, words)
  if (when !== 'now') return undefined
  return daysLong(placed.before, placed.after) ?? daysSinceFound(placed.after, placed.before)
}

/** "Diagnosed 12 years ago": an illness that is there now has lasted since. */
function daysSinceFound(after: string, before: string): Days | undefined {
  if (/^,? (?:(?:that|which) )?(?:was |were )?(?:first )?diagnosed\b/i.test(after))
    return daysAgo('', after)
  // "Newly diagnosed" has not lasted for half a year.
  return /\b(?:newly|recently|just)[- ]diagnosed (?:with )?$|\bnew diagnosis of $/i.test(before)
    ? (daysAgo('', after) ?? { least: 0, most: 180 })
    : undefined
}

function placeOf({ text }: Evidence, words: string): { before: string; after: string } | undefined {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at < 0
    ? undefined
    : { before: text.slice(Math.max(0, at - 60), at), after: text.slice(at + words.length) }
}

/** True or false where the whole span is on one side of the limits. */
function within(span: Days, { min, max, unit }: TimeReading): boolean | undefined {
  const days = unitDays(unit)
  if (days === undefined) return undefined
  const least = min && Number(min.value) * days
  const most = max && Number(max.value) * days
  const isAbove =
    least === undefined ? true : span.least >= least ? true : span.most <= least ? false : undefined
  const isBelow =
    most === undefined ? true : span.most <= most ? true : span.least > most ? false : undefined
  if (isAbove === false || isBelow === false) return false
  return isAbove === true && isBelow === true ? true : undefined
}
