import { withoutParts } from './words.ts'
import { daysOfCount } from './spans-of-time.ts'
import type { Days } from './spans-of-time.ts'
import { onceAText } from './once-a-text.ts'
import type { Evidence } from '../patient/patient.ts'

/** A criterion without the one window of time that it asks within. */
export interface Windowed {
  readonly rest: string
  /** The window in days; missing where none is asked. */
  readonly days?: number
}

/**
 * The window that a criterion asks within, where it ends today: "within 6 months before screening", "in the last two years".
 * Undefined where there are two, or another time. Rule `window@1`.
 */
export const windowOf = onceAText((text): Windowed | undefined => {
  const found = [...text.matchAll(window)]
  if (found.length > 1) return undefined
  const [match] = found
  if (!match) return anyTime.test(text) ? undefined : { rest: text }
  const rest = withoutParts(text, [{ start: match.index, end: match.index + match[0].length }])
  const days = daysOfCount(match.groups?.count ?? '1', match.groups?.unit ?? '')
  return days === undefined || anyTime.test(rest) ? undefined : { rest, days }
})

/**
 * How long ago something named in a sentence was, where its own part of the sentence says so once: "had a stent two weeks
 * ago", "last month". People round, so the span is wide.
 */
export function agoOf({ text, resource }: Evidence, name: string): Days | undefined {
  if (resource !== undefined) return undefined
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  if (at < 0) return undefined
  const clause = clauseAround(text, at, at + name.length)
  const found = [...clause.matchAll(ago)]
  const [match] = found
  if (!match || found.length > 1) return undefined
  const { groups } = match
  if (groups?.day) return { least: 0, most: /^(?:yesterday|hier)$/i.test(groups.day) ? 2 : 1 }
  if (groups?.last) {
    const unit = daysOfCount('1', groups.last)
    return unit === undefined ? undefined : { least: 0, most: 2 * unit }
  }
  const unit = daysOfCount('1', groups?.unit ?? '')
  const whole = daysOfCount(groups?.count ?? '', groups?.unit ?? '')
  return unit === undefined || whole === undefined
    ? undefined
    : { least: whole - unit / 2, most: whole + unit }
}

/** From one stop to the next, or to a word that begins another thing; a comma right behind the time is none. */
function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(stop).at(-1) ?? ''
  const [after = ''] = text.slice(end).split(stop)
  return before + text.slice(start, end) + after
}

const stop = /[;:.()]|,(?! (?:she|he|they|the patient)\b)|\b(?:and|but|et|mais)\b/i

const count = String.raw`(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)`
const unit = String.raw`(?<unit>days?|weeks?|months?|years?)`
const numberFr = String.raw`(?<count>\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)`
const unitFr = String.raw`(?<unit>jours?|semaines?|mois|ans?|années?)`
const today = String.raw`(?:the )?(?:screening|enrol?lment|inclusion|randomi[sz]ation|baseline|study|trial|entry|registration|start|first dose|day 1|visit ?\d?|consent|signing|informed consent|recruitment)`
const window = new RegExp(
  String.raw`\b(?:(?:with)?in|during|over|for) (?:the )?(?:last |past |previous |preceding |prior )?(?:${count} (?:\(\d{1,3}\) )?)?${unit}(?: (?:prior to|before|preceding|of) ${today}(?: (?:visit|entry|start|enrol?lment|drug|treatment|medication|inclusion|randomi[sz]ation))*)?(?=\s*[.;,)]|\s*$|\s+(?:or|and)\b)`,
  'gi',
)
const anyTime =
  /\b(?:days?|weeks?|months?|years?|hours?|since|until|after|following|before|prior to|lifetime|jours?|semaines?|mois|ans|années?)\b/i
const ago = new RegExp(
  String.raw`\b${count} ${unit} (?:ago|earlier|before)\b|\b(?:last|the past) (?<last>week|month|year)\b|\b(?<day>today|yesterday|this morning)\b|\bil y a ${numberFr} ${unitFr}(?!\p{L})|\b(?<last>semaine|mois|année|an) (?:derni[eè]re?|passée?)(?!\p{L})|\b(?<day>hier|ce matin)\b`,
  'giu',
)
