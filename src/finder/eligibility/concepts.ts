import { clauseStart } from './clauses.ts'
import type { ConceptReading } from './reading.ts'

/** Finds the words of a vocabulary in a text; `term` is the vocabulary's own name for them. */
export type ConceptsInText = (
  text: string,
) => readonly { readonly start: number; readonly end: number; readonly term: string }[]

/** A disease of another person, or only feared, looked for or prevented, is not the person's: those words stay a question. */
export function conceptReadings(text: string, conceptsInText: ConceptsInText): ConceptReading[] {
  return conceptsInText(text)
    .filter(({ start }) => !notOwn.test(clauseBefore(text, start)))
    .map(({ start, end, term }) => ({
      type: 'concept',
      term,
      span: { start, end },
      rule: 'concept@1',
      negated: negation.test(clauseBefore(text, start)),
    }))
}

function clauseBefore(text: string, start: number): string {
  return text.slice(Math.max(clauseStart(text, start), start - 80), start)
}

const notOwn =
  /\b(?:famil(?:y|ial) history|relatives?|siblings?|parents?|mothers?|fathers?|partners?|spouses?|caregivers?|contact|exposure|exposed|risk|suspect\w*|suspicion|suggestive|possible|probable|prevalence|endemic|country|area|prevent\w*|prophyla\w*|vaccin\w*|screen\w*|test(?:s|ed|ing)?|susceptib\w*|predispos\w*)\b[^,;]*$/i

const negation =
  /(?:\b(?:no|not|without|absence of|free (?:of|from)|never|denies|negative for|non|sans|pas de|kein\w*|ohne|sin)\b|\bnon-)(?![^,]*\b(?:but|except|other than|unless)\b)[^,]*$/i
