import type { EventProblem } from '../../../../study/conduct/safety/typed-event.ts'
import { spokenDate } from '../../../../words/dates.ts'
import type { Page } from '../../../shell/page.ts'

/** What is wrong, said at the fields of a form; a moment is led to by its day. */
export function eventProblems(
  { words, language }: Page,
  problems: readonly EventProblem[],
): readonly { readonly field: string; readonly text: string }[] {
  const say: Readonly<Partial<Record<string, string>>> = words.safety.problems
  return problems.map(({ field, code, given = '' }) => ({
    field: moments.has(field) ? `${field}-day` : field,
    text:
      code === 'dayFirst'
        ? words.record.problems.dayFirst(spokenDate(language, given) ?? given)
        : (say[code] ?? words.safety.problems.other),
  }))
}

const moments: ReadonlySet<string> = new Set([
  'onset',
  'end',
  'siteAware',
  'sponsorAware',
  'reported',
])

/** What is wrong with one field of a form. */
export function eventProblemAt(
  page: Page,
  problems: readonly EventProblem[],
): (field: string) => string | undefined {
  const said = problems.map(({ field }, at) => [field, eventProblems(page, problems)[at]?.text])
  return (field) => said.find(([name]) => name === field)?.[1]
}
