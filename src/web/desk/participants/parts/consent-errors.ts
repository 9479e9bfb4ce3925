import type { ConsentProblem } from '../../../../study/conduct/record/typed-consent.ts'
import type { Page } from '../../../shell/page.ts'
import type { FieldError } from './field-errors.ts'

/** What is wrong with a consent or a withdrawal, in words, each once at its field. */
export function consentErrors(
  page: Page,
  problems: readonly ConsentProblem[],
): readonly FieldError[] {
  return problems.map((problem) => ({ field: problem.field, text: sentence(page, problem) }))
}

function sentence(page: Page, { code, given = '' }: ConsentProblem): string {
  const say = page.words.consent.problems[code]
  return typeof say === 'string' ? say : say(given)
}

/** The offsets of which one is to be chosen; none where nothing of the kind is asked. */
export function offsetsAsked(problems: readonly ConsentProblem[]): readonly string[] {
  return problems.flatMap(({ offsets }) => offsets ?? [])
}
