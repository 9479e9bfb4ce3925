import { clauseStart } from './clauses.ts'
import type { ConceptReading } from './reading.ts'

/** Finds the words of a vocabulary in a text; `term` is the vocabulary's own name for them. */
export type ConceptsInText = (
  text: string,
) => readonly { readonly start: number; readonly end: number; readonly term: string }[]

/** A disease of another person, or only feared, looked for or prevented, is not the person's: those words stay a question. */
export function conceptReadings(text: string, conceptsInText: ConceptsInText): ConceptReading[] {
  const found = conceptsInText(text)
    .filter(({ start }) => !notOwn.test(clauseBefore(text, start)))
    .map(({ start, end, term }): ConceptReading => ({
      type: 'concept',
      term,
      span: { start, end },
      rule: 'concept@1',
      negated: negation.test(clauseBefore(text, start)),
    }))
  return found.some(({ negated }) => negated) ? deniedLists(text, found) : found
}

/** "No diabetes, asthma, or COPD": what is denied of the first is denied of all, where "or" or "nor" ends the list. */
function deniedLists(text: string, readings: readonly ConceptReading[]): ConceptReading[] {
  const denied = [...readings]
  readings.forEach((first, at) => {
    if (!first.negated) return
    let last = at
    let joint = ''
    for (let next = at + 1; next < readings.length; next++) {
      const between = text.slice(readings[last]?.span.end, readings[next]?.span.start)
      if (!listed.test(between)) break
      joint = between
      last = next
    }
    if (!/\bn?or\b/i.test(joint)) return
    for (let item = at + 1; item <= last; item++) {
      const reading = readings[item]
      if (reading) denied[item] = { ...reading, negated: true }
    }
  })
  return denied
}

const listed = /^\s*(?:,|,? ?\bn?or\b|\/)\s*(?:any |an? |prior |history of )?$/i

function clauseBefore(text: string, start: number): string {
  return text.slice(Math.max(clauseStart(text, start), start - 80), start)
}

const notOwn =
  /\b(?:famil(?:y|ial) history|relatives?|siblings?|parents?|mothers?|fathers?|partners?|spouses?|caregivers?|contact|exposure|exposed|risk|suspect\w*|suspicion|suggestive|possible|probable|prevalence|endemic|country|area|prevent\w*|prophyla\w*|vaccin\w*|screen\w*|test(?:s|ed|ing)?|susceptib\w*|predispos\w*)\b[^,;]*$/i

const negation =
  /(?:\b(?:no|not|neither|nor|without|absence of|free (?:of|from)|never|denies|negative for|non|sans|pas de|kein\w*|ohne|sin)\b|\bnon-)(?![^,]*\b(?:but|except|other than|unless)\b)[^,]*$/i
