import type { SentAnswer } from '../../../people/enquiries/model/details.ts'
import { answeredOf, answersOfCheck } from '../../../people/enquiries/model/answers-of-check.ts'
import { outcomeOf } from '../../../finder/self-check/outcome.ts'
import { readAnswers } from '../../../finder/self-check/read-answers.ts'
import { selfCheckOf } from '../../../finder/self-check/self-check.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { hiddenAnswers } from '../../listing/check/hidden-answers.ts'
import type { StudyPageView } from '../../listing/parts/page-view.ts'
import type { App } from '../../shell/app.ts'
import type { Markup } from '../../shell/markup.ts'

/** The answers of a check that came along in a form: they travel on in the page itself, and are in no address. */
export interface CameAlong {
  readonly told: Told
  /** How many questions were answered. */
  readonly count: number
  readonly sent: readonly SentAnswer[]
  /** The same as fields that nobody sees. */
  readonly fields: Markup
}

/**
 * Reads the answers of a check out of a form: undefined where it brings none, `old` where the study's rules are others now or
 * what came is no answers to them.
 */
export function readCheckAnswers(
  { protocol, today }: StudyPageView,
  app: Pick<App, 'vocabulary'>,
  form: URLSearchParams,
): CameAlong | 'old' | undefined {
  if (!form.has('rules')) return undefined
  const { study, form: asked } = selfCheckOf(protocol, { vocabulary: app.vocabulary, today })
  const { told, problems } = readAnswers(form, asked)
  if (problems.length > 0) return 'old'
  const outcome = outcomeOf(told, study)
  return {
    told,
    count: answeredOf(told),
    sent: answersOfCheck({ told, study, outcome }),
    fields: hiddenAnswers(told, asked.rules, asked.turned),
  }
}
