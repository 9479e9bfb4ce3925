import type { AnswerProblem } from '../../../finder/self-check/read-answers.ts'
import type { CheckPlan, PlannedPart } from '../../../finder/self-check/plan.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { layout } from '../../shell/parts/layout.ts'
import { plainText } from '../parts/registry-text.ts'
import type { StudyView } from '../parts/view.ts'
import type { WordsExplained } from '../parts/words-explained.ts'
import { closedNotice } from './closed.ts'
import { hiddenAnswers } from './hidden-answers.ts'
import { idOf, itemField, nameOfItem } from './items.ts'
import { aboutStudy, notAskedNote, personNote, siteRules } from './notes.ts'
import type { Ways } from './ways.ts'
import { minutesNeeded } from './time-needed.ts'

/** What the page of questions is made of. */
export interface CheckPage {
  readonly view: StudyView
  readonly words: WordsExplained
  readonly plan: CheckPlan
  readonly told: Told
  readonly problems: readonly AnswerProblem[]
  readonly rules: string
  readonly hasUnknown: boolean
  /** The limit of the study that age or sex speak against, in words: said before anything is asked. */
  readonly stopped: string | undefined
  readonly ways: Ways
}

/**
 * The questions of a study on one page, of which the style sheet shows one part at a time: the part that the address names
 * after its #. Each part sends the whole form and gets it back as it was filled in, so that going back, going forward and
 * loading again lose nothing, with or without script, and nothing is kept by us.
 */
export function checkPage(check: CheckPage): Markup {
  const { view, problems, hasUnknown, told } = check
  const words = view.page.words.check
  const shown = problems.map(({ field, code }) => ({
    field: placeOf(check, field),
    text: words.problems[code],
  }))
  return layout(view.page, {
    sheets: ['study', 'check'],
    title: words.title(plainText(view.everyday.text)),
    head: html`
      <meta name="robots" content="noindex" />
    `,
    canonicalQuery: new URLSearchParams(),
    islands: ['check-form'],
    main: html`
      <div class="narrow flow check">
        ${errorSummary(view.page, shown)}
        <a class="back" href="${check.ways.study}">${words.back}</a>
        <h1>${words.heading}</h1>
        ${aboutStudy(view)} ${closedNotice(view, check.ways.similar)}
        ${
          hasUnknown &&
          html`
            <p class="note">${words.unknownFields}</p>
          `
        }
        ${
          view.isCut &&
          html`
            <p class="note">${words.manyRules}</p>
          `
        }
        ${personNote(view, told, check.ways.person)} ${stopNote(check)} ${form(check)}
        ${siteRules(view, check.plan.site)} ${explainedWords(check)}
      </div>
    `,
  })
}

/** Where the error summary leads: to the question, to whom it is for, or else to the form. */
function placeOf({ plan }: CheckPage, field: string): string {
  if (personFields.has(field)) return 'person'
  const names = plan.parts.flatMap(({ items }) => items.map(nameOfItem))
  return names.includes(field) ? idOf(field) : 'check-form'
}

const personFields = new Set(['who', 'age', 'unit', 'born', 'sex'])

/** The hard words of the team's sentences, folded with them. */
function explainedWords({ view, words }: CheckPage): Markup {
  return html`
    <details class="more">
      <summary>${view.page.words.check.hardWords}</summary>
      ${words.list(view)}
    </details>
  `
}

/** Age or sex speak against: said at once, with the limit, and the way on. */
function stopNote({ view, stopped, ways }: CheckPage): Markup | string {
  if (stopped === undefined) return ''
  const words = view.page.words.check
  return html`
    <section class="verdict" data-tone="stop" aria-labelledby="stopped">
      <h2 id="stopped">${words.result.overall['probably not']}</h2>
      <p>${stopped}</p>
      <p class="acts acts-wide">
        <a class="button" href="${ways.similar}">${words.similar}</a>
        <a class="button button-quiet" href="#part-1">${words.stop.goOn}</a>
      </p>
    </section>
  `
}

function form(check: CheckPage): Markup {
  const { view, plan, told, rules, problems, stopped } = check
  const state = problems.length > 0 ? 'whole' : stopped === undefined ? 'parts' : 'stopped'
  const fields = plan.parts.map(({ items }) => items.map((item) => itemField(view, told, item)))
  const answers = plan.parts.reduce((sum, { items }) => sum + items.length, 0)
  const minutes = minutesNeeded(markupText(fields), answers)
  const parts = plan.parts.length === 0 ? [{ title: 'practical' as const, items: [] }] : plan.parts
  return html`
    <check-form>
      <form
        id="check-form"
        class="check-form"
        data-state="${state}"
        method="post"
        action="${check.ways.here}"
        novalidate
      >
        ${hiddenAnswers({ ...told, typed: readable(check), condition: 'skip', answers: {} }, rules)}
        ${parts.map((part, at) => partOf(check, { part, at, of: parts.length, minutes, fields: fields[at] ?? [] }))}
      </form>
    </check-form>
  `
}

/** What could not be read of the person is not sent again. */
function readable({ told, problems }: CheckPage): Told['typed'] {
  const wrong = new Set(problems.map(({ field }) => field))
  if (wrong.has('age') || wrong.has('unit')) return { ...told.typed, age: '', unit: '' }
  return wrong.has('born') ? { ...told.typed, born: '' } : told.typed
}

/** Markup as it is sent. */
function markupText(fields: readonly (readonly Markup[])[]): string {
  return fields.flat().map(String).join(' ')
}

interface ShownPart {
  readonly part: PlannedPart
  readonly at: number
  readonly of: number
  readonly minutes: number
  readonly fields: readonly Markup[]
}

function partOf(check: CheckPage, { part, at, of, minutes, fields }: ShownPart): Markup {
  const { view, plan } = check
  const words = view.page.words.check
  const isLast = at === of - 1
  return html`
    <section class="check-part" id="part-${at + 1}" aria-labelledby="title-${at + 1}">
      <div class="progress">
        <p class="small soft">${words.progress(at + 1, of, minutes)}</p>
        <ol aria-hidden="true">
          ${Array.from({ length: of }, (_, place) => step(place, at))}
        </ol>
      </div>
      <h2 id="title-${at + 1}">${words.parts[part.title]}</h2>
      ${
        fields.length === 0 &&
        html`
          <p>${words.nothingToAsk}</p>
        `
      }
      ${fields} ${isLast && notAskedNote(view, plan.notAsked)}
      <p class="check-warned note" data-tone="doubt" role="status">
        <span class="check-warning">${words.stop.part}</span>
      </p>
      ${acts(check, at, isLast)}
    </section>
  `
}

function step(place: number, at: number): Markup {
  if (place < at)
    return html`
      <li class="done"></li>
    `
  return place === at
    ? html`
        <li class="now"></li>
      `
    : html`
        <li></li>
      `
}

/** On to the next part, back, and straight to the result where an answer spoke against. */
function acts({ view, ways }: CheckPage, at: number, isLast: boolean): Markup {
  const words = view.page.words.check
  return html`
    <p class="acts acts-wide">
      ${isLast ? submit(words.submit, 'button') : onward(words.next, ways.here, at + 2)}
      ${
        at > 0 &&
        html`
          <a class="button button-quiet" href="#part-${at}">${words.before}</a>
        `
      }
      ${!isLast && submit(words.submit, 'button button-quiet check-early')}
    </p>
  `
}

function submit(text: string, className: string): Markup {
  return html`
    <button class="${className}" type="submit">${text}</button>
  `
}

function onward(text: string, here: string, part: number): Markup {
  return html`
    <button
      class="button"
      type="submit"
      name="step"
      value="${part}"
      formaction="${here}#part-${part}"
    >
      ${text}
    </button>
  `
}
