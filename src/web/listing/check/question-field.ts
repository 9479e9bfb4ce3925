import { html, html as line, raw } from 'hono/html'
import type { Answer } from '../../../finder/eligibility/facts.ts'
import type { Markup } from '../../shell/markup.ts'
import { fill } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { answerName, answerValues } from '../../../finder/self-check/read-answers.ts'
import { isNamed, spokenBounds } from '../../shell/parts/spoken.ts'
import { forWhom, questionText } from './wording.ts'
import type { Question } from '../../../finder/self-check/question.ts'
import type { Told } from '../../../finder/self-check/told.ts'

/** One criterion to be answered, with those under it. */
export function questionField(view: StudyView, told: Told, question: Question): Markup {
  const { criterion, isAsked, children } = question
  const under = children.map((child) => questionField(view, told, child))
  if (!isAsked && children.length === 0) return line``
  if (isAsked)
    return html`
      ${asked(view, told, question)}
      ${
        under.length > 0 &&
        html`
          <div class="check-under">${under}</div>
        `
      }
    `
  return html`
    <fieldset class="check-list">
      <legend lang="en">${criterion.text}</legend>
      <p class="small">${joinText(view, question)}</p>
      ${under}
    </fieldset>
  `
}

function asked(view: StudyView, told: Told, question: Question): Markup {
  const { criterion, ask } = question
  const name = answerName(criterion.id)
  const id = idOf(name)
  const isAboutPregnancy = question.readings.every(({ type }) => type === 'pregnancy')
  return html`
    <fieldset class="check-question" id="${id}" aria-describedby="${id}-own">
      <legend>${forWhom(told.who, (who) => questionText(view.page, ask, who))}</legend>
      ${pointList(view, question)} ${title(criterion)} ${ownWords(view, question, id)}
      ${
        isAboutPregnancy &&
        html`
          <p class="small">${view.page.words.check.pregnancyNote}</p>
        `
      }
      ${answerChoices(view, name, told.answers[criterion.id] ?? 'skip')}
    </fieldset>
  `
}

/** Yes, no, not sure, skip: each a target for a thumb. */
export function answerChoices(view: StudyView, name: string, chosen: Answer): Markup {
  const words = view.page.words.check.answers
  return html`
    <div class="check-answers">
      ${answerValues.map((answer) => radio(name, answer, words[answer], answer === chosen))}
    </div>
  `
}

/** One choice of a group, as a button that stays pressed. */
export function radio(name: string, value: string, label: string, isChosen: boolean): Markup {
  const id = `${idOf(name)}-${value.replace(' ', '-')}`
  return html`
    <div>
      ${
        isChosen
          ? html`
              <input type="radio" id="${id}" name="${name}" value="${value}" checked />
            `
          : html`
              <input type="radio" id="${id}" name="${name}" value="${value}" />
            `
      }
      <label for="${id}">${label}</label>
    </div>
  `
}

/** The `id` of the element of a field, by the name of the field. */
export function idOf(name: string): string {
  return name.replaceAll(/[._]/g, '-')
}

/** The title a criterion is under may say of whom it is asked: "Cohort B". */
function title({ heading }: Question['criterion']): Markup | false {
  return (
    heading !== undefined &&
    html`
      <p class="check-title small" lang="en">${heading}</p>
    `
  )
}

/** The criterion as the registry has it; a long one opens on request, but is never cut. */
function ownWords(view: StudyView, { criterion, ask }: Question, id: string): Markup {
  const words = view.page.words.check
  const text = explained(view, criterion.text)
  const quote = html`
    <blockquote class="check-own" lang="en" id="${id}-own">${text}</blockquote>
  `
  if (ask.kind === 'isTrue' && criterion.text.length >= long)
    return html`
      ${quote}
      <p class="small">${words.longHint}</p>
    `
  if (ask.kind === 'isTrue' || criterion.text.length < long) return quote
  return html`
    <details>
      <summary>${words.ownLong}</summary>
      ${quote}
    </details>
  `
}

/** Characters that fill a telephone's screen halfway. */
const long = 240

/** What a long rule speaks of, in the reader's language: its ages, values and times. */
function pointList({ page }: StudyView, { ask, readings }: Question): Markup | string {
  const words = page.words.check
  if (ask.kind !== 'isTrue') return ''
  const points = readings.flatMap((reading) => {
    if (reading.type !== 'age' && reading.type !== 'measure' && reading.type !== 'time') return []
    const bound = spokenBounds(page, reading)
    if (!bound || (reading.type === 'age' && reading.sure)) return []
    if (reading.type === 'age') return [fill(words.pointAge, { bound })]
    if (reading.type === 'time') return [fill(words.pointTime, { bound })]
    const names = reading.codes.flatMap((code) =>
      isNamed(page, code) ? words.measures[code].name : [],
    )
    if (names.length === 0) return []
    return [fill(words.pointMeasure, { name: names.join(', '), bound })]
  })
  if (points.length === 0) return ''
  return html`
    <div class="check-points small">
      <p>${words.points}</p>
      <ul>
        ${points.map(
          (point) => html`
            <li>${point}</li>
          `,
        )}
      </ul>
    </div>
  `
}

function joinText(view: StudyView, { criterion }: Question): string {
  const words = view.page.words.check.joins
  if (criterion.atLeast !== undefined) return words.atLeast(criterion.atLeast)
  return words[criterion.join]
}

/** A study's own words, with its medical words explained at their first use; escaped by the explainer. */
function explained(view: StudyView, text: string): Markup {
  return raw(view.explain(text))
}
