import { isFrenchName } from '../../vocabulary/french-illnesses.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { Plan } from '../model/plan.ts'
import { namedDrugs } from './named-drugs.ts'
import type { PlanContext } from './plan-findings.ts'
import { planNamedDrug } from './plan-keywords.ts'
import { planAbout } from './plan-about.ts'
import { planPhrase } from './plan-word.ts'

/**
 * Words in quotation marks: they must follow one another. Records are in English, so a French name of an illness or a
 * medicine ("cancer du sein") is what it names, besides.
 */
export function planQuoted(text: string, context: PlanContext): Plan {
  const exactly = planPhrase(text, context)
  const named = context.exact ? undefined : planNamed(text, context)
  if (!named) {
    context.findings.phrases.push(text)
    return exactly
  }
  return { kind: 'any', parts: [named, exactly] }
}

function planNamed(text: string, context: PlanContext): Plan | undefined {
  const { area, lexicon } = context
  const words = text.trim().split(/\s+/)
  if (area === 'q' || area === 'cond' || area === 'body') {
    const concept = lexicon.vocabulary.byName(text)
    if (concept && isFrenchName(text, concept)) return planAbout(concept.term, words, context)
  }
  const isHeld = tokens(text).every(
    (word) => lexicon.holds('main', word) || lexicon.holds('body', word),
  )
  const [drug, ...more] = isHeld ? [] : namedDrugs(words, context)
  const isWhole = drug?.start === 0 && drug.end === words.length && more.length === 0
  return isWhole ? planNamedDrug(drug, context) : undefined
}
