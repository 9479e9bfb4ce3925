import type { Treatment } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { type AskedMedicine, isDoubted, medicinesAsked, relation } from './medicines.ts'
import { agoOf, windowOf } from './time-window.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A medicine changed within a time, as an exclusion: "change in antihypertensive treatment within one month" and "amlodipine
 * was doubled two weeks ago". The record must give the change, the medicine and the time in one breath. Rule `changed@1`.
 */
export function changedVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !asksChange.test(text) || turning.test(text)) return undefined
  const windowed = windowOf(text)
  if (windowed?.days === undefined) return undefined
  const { days, rest } = windowed
  const asked = medicinesAsked(rest)
  const others = askedWords(withoutParts(rest, asked)).filter((word) => !idle.test(word))
  if (asked.length === 0 || others.length > 0) return undefined
  const isStart = onlyStart.test(rest)
  const found = patient.treatments.find(
    (one) => isAsked(one, asked) && wasChanged(one, isStart) && isWithin(one, days),
  )
  return found && { verdict: 'not met', reason: 'stated facts', evidence: [found.evidence] }
}

function isAsked(one: Treatment, asked: readonly AskedMedicine[]): boolean {
  return (
    one.presence === 'present' &&
    !isDoubted(one) &&
    asked.some((each) => relation(each, one) === 'is')
  )
}

/** The verb stands right behind the medicine: "amlodipine was doubled". */
function wasChanged({ name, evidence: { text, resource } }: Treatment, isStart: boolean): boolean {
  const at = text.toLowerCase().indexOf(name)
  if (resource !== undefined || at < 0) return false
  const behind = text.slice(at + name.length)
  return (isStart ? wasStarted : wasAltered).test(behind)
}

function isWithin({ evidence, name }: Treatment, days: number): boolean {
  const ago = agoOf(evidence, name)
  return ago !== undefined && ago.most <= days
}

const asksChange =
  /\b(?:chang\w*|modif\w*|adjust\w*|initiat\w*|start\w*|introduc\w*|titrat\w*|increas\w*)\b/i
const onlyStart = /^(?!.*\b(?:chang|modif|adjust|titrat)).*\b(?:initiat|start|introduc)/is
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|plan\w*|expect\w*|may|during the (?:study|trial)|stable|and)\b/i
const wasAltered =
  /^(?: (?:dose|\d+ ?(?:mg|g|µg|mcg)(?: daily| a day)?))?,?(?: which)? (?:was|were|has been|had been) (?:(?:recently|newly|just) )?(?:doubled|increased|raised|reduced|halved|lowered|decreased|started|added|stopped|changed|switched|titrated|uptitrated|introduced)\b/i
const wasStarted =
  /^(?: \d+ ?(?:mg|g|µg|mcg)(?: daily| a day)?)?,?(?: which)? (?:was|were|has been|had been) (?:(?:recently|newly|just) )?(?:started|added|introduced|initiated)\b/i
const idle =
  /^(?:chang\w*|modif\w*|adjust\w*|initiat\w*|start\w*|introduc\w*|titrat\w*|increas\w*|dose|dosage|dosing|treatment|therap\w*|medication\w*|medicine|drug|regimen|use|new|recent\w*|any)$/i
