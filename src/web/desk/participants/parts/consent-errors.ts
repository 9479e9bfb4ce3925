import type { ConsentProblem } from '../../../../study/conduct/record/typed-consent.ts'
import { spokenDate } from '../../../../words/dates.ts'
import type { Page } from '../../../shell/page.ts'
import { dayReadAs } from './day-read-as.ts'
import type { FieldError } from './field-errors.ts'

/** What is wrong with a consent or a withdrawal, in words, each once at its field. */
export function consentErrors(
  page: Page,
  problems: readonly ConsentProblem[],
): readonly FieldError[] {
  return problems.map((problem) => ({
    field: problem.field,
    text: sentence(page, problem),
    readAs: dayReadAs(page, problem),
  }))
}

function sentence(page: Page, { code, given = '' }: ConsentProblem): string {
  const say = page.words.consent.problems[code]
  if (typeof say === 'string') return say
  return say(code === 'dayFirst' ? (spokenDate(page.language, given) ?? given) : given)
}

/** The offsets of which one is to be chosen; none where nothing of the kind is asked. */
export function offsetsAsked(problems: readonly ConsentProblem[]): readonly string[] {
  return problems.flatMap(({ offsets }) => offsets ?? [])
}
