import { answerName, tickedName, turnedAnswer } from '../../../finder/self-check/read-answers.ts'
import { illnessesOf } from '../../../finder/self-check/about-illness.ts'
import { conditionEffect } from '../../../finder/self-check/outcome.ts'
import type { PlannedItem, PlannedQuestion } from '../../../finder/self-check/plan.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { englishWords } from '../parts/said-condition.ts'
import type { StudyView } from '../parts/view.ts'
import { illnessNames } from '../../../finder/self-check/illness-names.ts'
import { ownRule } from './own-rule.ts'
import { phraseText, questionText } from '../../../finder/self-check/question-text.ts'

/** One thing to answer: its question is the legend of its group, and nothing is ticked before the person does. */
export function itemField(view: StudyView, told: Told, item: PlannedItem): Markup {
  switch (item.kind) {
    case 'illness':
      return illnessField(view, told)
    case 'one':
      return questionField(view, told, item.question)
    case 'list':
      return listField(view, told, item)
  }
}

/** The name of the field of a thing to answer. */
export function nameOfItem(item: PlannedItem): string {
  if (item.kind === 'illness') return 'condition'
  if (item.kind === 'one') return answerName(item.question.criterion.id)
  return tickedName(item.questions.map(({ criterion }) => criterion.id))
}

/** The id of the element of a field, by the name of the field. */
export function idOf(name: string): string {
  return name.replaceAll(/[._]/g, '-')
}

function illnessField(view: StudyView, told: Told): Markup {
  const words = view.page.words.check
  const { named, others } = illnessNames(view.page, illnessesOf(view.protocol))
  const all = [
    ...named.map((name) => line`${name}`),
    ...others.map(({ english, within }) => englishWords(view.page, english, within)),
  ]
  const only = all.length === 1 ? named[0] : undefined
  const isDecided = conditionEffect('no', view.protocol) === 'against'
  const legend =
    only === undefined ? words.condition.some(told.who) : words.condition.named(told.who, only)
  return html`
    <fieldset class="ask" id="condition">
      <legend>${legend}</legend>
      ${
        only === undefined &&
        html`
          <ul class="check-names">
            ${all.slice(0, mostNames).map(
              (name) => html`
                <li>${name}</li>
              `,
            )}
          </ul>
        `
      }
      ${tiles(view, 'condition', told.condition, isDecided ? 'no' : undefined)}
    </fieldset>
  `
}

const mostNames = 8

function questionField(view: StudyView, told: Told, question: PlannedQuestion): Markup {
  const { criterion, rule, decides } = question
  const name = answerName(criterion.id)
  const legend = questionText(view.page, question, told.who)
  const given = turnedAnswer(told.answers[criterion.id] ?? 'skip', rule.isTurned)
  return html`
    <fieldset class="ask" id="${idOf(name)}">
      <legend>${legend}</legend>
      ${tiles(view, name, given, decides)} ${moreInRule(view, [question])}
      ${ownRule(view, [criterion], legend)}
    </fieldset>
  `
}

/** Where a question is of a part of its rule: that the site asks the rest. */
function moreInRule(view: StudyView, questions: readonly PlannedQuestion[]): Markup | false {
  return (
    questions.some(({ rule }) => rule.isPart) &&
    html`
      <p class="small">${view.page.words.check.moreInRule}</p>
    `
  )
}

/** Yes, no, I do not know: each a target for a thumb. */
function tiles(
  view: StudyView,
  name: string,
  chosen: string,
  decides: 'yes' | 'no' | undefined,
): Markup {
  const words = view.page.words.check
  const values = ['yes', 'no', 'not sure'] as const
  return html`
    <div class="tiles">
      ${values.map(
        (value) => html`
          <label>
            <input
              type="radio"
              name="${name}"
              value="${value}"
              ${
                value === decides &&
                html`
                  class="decides"
                `
              }
              ${
                value === chosen &&
                html`
                  checked
                `
              }
            />
            ${words.tiles[value]}
          </label>
        `,
      )}
    </div>
    <p class="check-stop small">${words.stop.here}</p>
  `
}

function listField(
  view: StudyView,
  told: Told,
  item: Extract<PlannedItem, { kind: 'list' }>,
): Markup {
  const { frame, questions } = item
  const words = view.page.words.check
  const name = nameOfItem(item)
  const legend = frame ? words.lists[frame](told.who) : words.lists.concerns(told.who)
  const answers = questions.map(({ criterion }) => told.answers[criterion.id] ?? 'skip')
  const isTold = answers.some((one) => one !== 'skip')
  return html`
    <fieldset class="ask" id="${idOf(name)}">
      <legend>${legend}</legend>
      <div class="check-ticks">
        ${questions.map((question, at) => {
          const label = frame
            ? phraseText(view.page, question, told.who)
            : questionText(view.page, question, told.who)
          return tick(
            name,
            question.criterion.id,
            label,
            answers[at] === 'yes',
            question.decides !== undefined,
          )
        })}
        ${tick(name, 'none', words.lists.none, isTold && answers.every((one) => one === 'no'), false)}
        ${tick(name, 'unsure', words.lists.unsure, answers.includes('not sure'), false)}
      </div>
      <p class="check-stop small">${words.stop.here}</p>
      ${moreInRule(view, questions)}
      ${ownRule(
        view,
        questions.map(({ criterion }) => criterion),
        legend,
      )}
    </fieldset>
  `
}

function tick(
  name: string,
  value: string,
  label: string,
  isChosen: boolean,
  decides: boolean,
): Markup {
  return html`
    <label>
      <input
        type="checkbox"
        name="${name}"
        value="${value}"
        ${
          decides &&
          html`
            class="decides"
          `
        }
        ${
          isChosen &&
          html`
            checked
          `
        }
      />
      <span>${label}</span>
    </label>
  `
}
