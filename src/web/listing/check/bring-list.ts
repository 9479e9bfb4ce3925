import { ageDaysOf } from '../../../finder/self-check/outcome.ts'
import type { QuestionGroup } from '../../../finder/self-check/questions.ts'
import type { CheckedAnswers } from '../../../finder/self-check/rule-results.ts'
import { type ThingToBring, thingsToBring } from '../../../finder/self-check/things-to-bring.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { isNamed } from '../../../words/spoken.ts'
import type { StudyView } from '../parts/view.ts'

/** What to have ready for a site, folded. */
export function bringList({
  view,
  groups,
  told,
  study,
}: CheckedAnswers & {
  readonly view: StudyView
  readonly groups: readonly QuestionGroup[]
}): Markup {
  const words = view.page.words.check.result
  const ageDays = ageDaysOf(told, study.today)
  const things = thingsInWords(view.page, thingsToBring(groups, { ...told, ageDays }))
  return html`
    <details class="fold" id="bring">
      <summary>
        <h2>${words.bring}</h2>
        <span class="hint">${things.length}</span>
      </summary>
      <div class="flow">
        <ul>
          ${things.map(
            (thing) => html`
              <li>${thing}</li>
            `,
          )}
        </ul>
        <p class="small">${words.bringNote}</p>
      </div>
    </details>
  `
}

/** Things to have ready, in the reader's words; blood tests without a plain name are left out. */
function thingsInWords(page: Page, things: readonly ThingToBring[]): readonly string[] {
  const { bring, measures } = page.words.check
  return things.flatMap((one) => {
    if (one.thing !== 'bloodTests') return bring[one.thing]
    const names = one.codes.flatMap((code) => (isNamed(page, code) ? measures[code].name : []))
    return names.length === 0 ? [] : bring.bloodNamed.replace('{names}', names.join(', '))
  })
}
