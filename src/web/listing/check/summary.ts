import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { spokenDate } from '../../../words/dates.ts'
import { fact, fill, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import type { CheckOutcome } from '../../../finder/self-check/outcome.ts'
import { spokenAge } from './rule-lines.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { paths } from '../../shell/paths.ts'

/** One table to print or to hand to a doctor: who, which study, and each rule with what is known of it. */
export function summary(
  { view, told, outcome }: { view: StudyView; told: Told; outcome: CheckOutcome },
  rules: Markup,
): Markup {
  const { result, sex } = view.page.words.check
  const age = spokenAge(view, told)
  const person = [
    age ? result.ageGiven.replace('{age}', age) : result.ageNotGiven,
    told.sex ? sex[told.sex].toLowerCase() : result.sexNotGiven,
  ].join(', ')
  const date = spokenDate(view.page.language, view.today) ?? view.today
  return html`
    <section class="check-summary" aria-labelledby="summary">
      <h2 id="summary">${result.summary}</h2>
      <dl class="facts">
        ${fact(result.summaryPerson, person)}
        ${fact(
          result.summaryStudy,
          html`
            ${own(view.page, view.title)} (${view.nctId})
          `,
        )}
        ${fact(result.summaryResult, result.overall[outcome.overall])}
        ${fact(result.summaryAddress, view.page.baseUrl + link(view.page, paths.study(view.nctId)))}
      </dl>
      ${rules}
      <p class="small">${fill(result.summaryNote, { date })}</p>
    </section>
  `
}
