import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { questionText } from '../finder/self-check/question-text.ts'
import { type SelfCheck, selfCheckOf } from '../finder/self-check/self-check.ts'
import type { CriterionAsk } from '../finder/self-check/ask.ts'
import type { Who } from '../words/language/who.ts'
import { wordsOf } from '../words/words.ts'

/** The self-check of a study that has these criteria, and is of these illnesses. */
export function checkOf(criteria: string, conditions?: readonly string[]): SelfCheck {
  const protocol = {
    identificationModule: { nctId: 'NCT00000001' },
    ...(conditions && { conditionsModule: { conditions } }),
    eligibilityModule: { eligibilityCriteria: criteria },
  }
  return selfCheckOf(protocol, { vocabulary: openVocabulary(), today: '2026-11-29' })
}

type AskedQuestion = Extract<CriterionAsk, { kind: 'rule' }>

/** A question as it stands on a page, with plain spaces. */
export function shownQuestion(ask: AskedQuestion, language: 'en' | 'fr', who: Who = 'me'): string {
  const text = questionText({ language, words: wordsOf(language) }, ask, who)
  return text.replaceAll(/[\u00a0\u202f]/g, ' ')
}

/** The question of a study's one rule in English and French; 'undecided' where no answer tells the rule. */
export function decidingQuestion(
  rule: string,
  list: 'Exclusion' | 'Inclusion',
  conditions?: readonly string[],
): readonly string[] {
  const [ask] = checkOf(`${list} Criteria:\n\n* ${rule}`, conditions).study.asks.values()
  if (ask?.kind !== 'rule' || (ask.rule.isWide && ask.rule.isPart)) return ['undecided']
  return [shownQuestion(ask, 'en'), shownQuestion(ask, 'fr')]
}

/** The question of a study's one rule in English, with what its answers leave open; nothing where the site asks. */
export function markedQuestion(rule: string, list: 'Exclusion' | 'Inclusion'): string | undefined {
  const [ask] = checkOf(`${list} Criteria:\n\n* ${rule}`).study.asks.values()
  if (ask?.kind !== 'rule') return undefined
  const { isWide, isPart } = ask.rule
  return `${shownQuestion(ask, 'en')}${isWide ? ' [wider]' : ''}${isPart ? ' [in part]' : ''}`
}
