import { html, html as line } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { layout } from '../../shell/parts/layout.ts'
import { plainText } from '../parts/registry-text.ts'
import { own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import type { WordsExplained } from '../parts/words-explained.ts'
import { closedNotice } from './closed.ts'
import { firstQuestions } from './first-questions.ts'
import { idOf, questionField } from './question-field.ts'
import type { QuestionGroup } from '../../../finder/self-check/questions.ts'
import type { AnswerProblem } from '../../../finder/self-check/read-answers.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { paths } from '../../shell/paths.ts'

/** What the page of questions is made of. */
export interface CheckPage {
  readonly view: StudyView
  readonly words: WordsExplained
  readonly groups: readonly QuestionGroup[]
  readonly told: Told
  readonly problems: readonly AnswerProblem[]
  readonly rules: string
  readonly hasUnknown: boolean
}

/** The questions of a study, all on one page; with script one part at a time. */
export function checkPage(check: CheckPage): Markup {
  const { view, problems, hasUnknown } = check
  const words = view.page.words.check
  const shown = problems.map(({ field, code }) => ({
    field: idOf(field),
    text: words.problems[code],
  }))
  return layout(view.page, {
    title: words.title(plainText(view.title)),
    head: html`
      <meta name="robots" content="noindex" />
    `,
    canonicalQuery: new URLSearchParams(),
    islands: ['check-form'],
    main: html`
      <div class="check">
        ${errorSummary(view.page, shown)}
        <p><a href="${link(view.page, paths.study(view.nctId))}">${words.back}</a></p>
        <h1>${words.heading}</h1>
        <p class="check-study">
          ${own(view.page, view.title)}
          <span class="small">${view.nctId}</span>
        </p>
        ${closedNotice(view)}
        ${
          hasUnknown &&
          html`
            <p class="notice">${words.unknownFields}</p>
          `
        }
        ${
          view.isCut &&
          html`
            <p class="notice">${words.manyRules}</p>
          `
        }
        <p>${words.intro}</p>
        <p class="small">${words.onlyTeam} ${words.readingOwn}</p>
        ${form(check)} ${check.words.list(view)}
      </div>
    `,
  })
}

function form({ view, groups, told, problems, rules }: CheckPage): Markup {
  const words = view.page.words.check
  const { progress } = words
  const parts = groups.map(({ group, questions }) =>
    part(
      `part-${group}`,
      words.groups[group],
      line`${questions.map((question) => questionField(view, told, question))}`,
    ),
  )
  return html`
    <check-form
      data-label="${progress.label}"
      data-done="${progress.done}"
      data-next="${progress.next}"
      data-previous="${progress.previous}"
      data-part="${progress.part}"
      data-all="${progress.all}"
      ${
        problems.length > 0 &&
        html`
          data-whole="yes"
        `
      }
    >
      <form
        id="check-form"
        method="post"
        action="${link(view.page, view.page.path)}"
        autocomplete="off"
        novalidate
      >
        <input type="hidden" name="rules" value="${rules}" />
        ${part('part-first', words.groups.first, firstQuestions(view, told, problems))} ${parts}
        <p class="check-send">
          <button class="button" type="submit">${words.submit}</button>
        </p>
      </form>
    </check-form>
  `
}

function part(id: string, title: string, questions: Markup): Markup {
  return html`
    <section class="check-part" aria-labelledby="${id}">
      <h2 id="${id}" tabindex="-1">${title}</h2>
      ${questions}
    </section>
  `
}
