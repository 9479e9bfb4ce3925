import type { SentAnswer } from '../../../people/enquiries/model/details.ts'
import { correctableAnswers } from '../../../people/enquiries/model/answers-of-check.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { hiddenField, selectField, textArea, textField } from '../../shell/parts/field.ts'
import { own } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'
import { whens } from '../ask/read-form.ts'
import { ageSaid } from '../parts/enquiry-facts.ts'
import { type Followed, wrongAt } from './followed.ts'

/** The name of the field of one answer, by its place among all. */
export function fieldOfAnswer(at: number): string {
  return `answer-${at}`
}

/** What was said, to be put right; what was typed stays where something is wrong with it. */
export function correctionForm(followed: Followed): Markup {
  const { page, view, sent } = followed
  const { status } = page.words.enquiry
  const { form } = page.words.connect
  const { details } = view
  const when = details.contactBy === 'email' ? 'email' : details.when
  return html`
    <form
      method="post"
      action="${link(page, paths.enquiryCorrection(sent))}"
      class="flow"
      novalidate
    >
      ${hiddenField('asker', details.who)}
      ${line(followed, { name: 'name', label: form.name, now: details.name, hint: form.nameHint })}
      ${line(followed, { name: 'phone', label: form.phone, now: details.phone })}
      ${selectField({
        name: 'when',
        label: form.when,
        value: typedOr(followed, 'when', when),
        choices: whens.map((value) => ({ value, label: form.whens[value] })),
        error: wrongAt(followed, 'fix', 'when'),
      })}
      ${line(followed, { name: 'age', label: status.fixAge, now: ageSaid(page, details.age), hint: status.fixAgeHint })}
      ${textArea({
        name: 'message',
        label: form.message,
        value: typedOr(followed, 'message', details.message),
        rows: 5,
        error: wrongAt(followed, 'fix', 'message'),
      })}
      ${details.answers && answersPart(followed, details.answers)}
      <button class="button button-small" type="submit">${status.fixButton}</button>
    </form>
    <p class="small soft">${status.fixEmail}</p>
  `
}

interface Line {
  readonly name: string
  readonly label: string
  readonly now: string | undefined
  readonly hint?: string
}

function line(followed: Followed, { name, label, now = '', hint }: Line): Markup {
  return textField({
    name,
    label,
    hint,
    value: typedOr(followed, name, now),
    maxLength: 100,
    error: wrongAt(followed, 'fix', name),
  })
}

function typedOr({ wrong }: Followed, name: string, now: string): string {
  return wrong?.form === 'fix' ? (wrong.typed.get(name) ?? '') : now
}

/** Each answer with what was said of it, and a way to take all of them out again. */
function answersPart(followed: Followed, answers: readonly SentAnswer[]): Markup {
  const { page } = followed
  const { status, facts } = page.words.enquiry
  const choices = (['yes', 'no', 'unknown'] as const).map((value) => ({
    value,
    label: facts.said[value] ?? value,
  }))
  return html`
    <details class="more">
      <summary>${status.fixAnswers}</summary>
      <ul class="plain flow">
        ${correctableAnswers(answers).map(
          ({ at, answer }) => html`
            <li>
              <p class="small">${own(page, answer.criterion)}</p>
              ${selectField({
                name: fieldOfAnswer(at),
                label: status.fixOne,
                value: typedOr(followed, fieldOfAnswer(at), answer.said),
                choices,
              })}
            </li>
          `,
        )}
      </ul>
      <label class="choice">
        <input type="checkbox" name="remove" value="yes" />
        <span>${status.removeAnswers}</span>
      </label>
    </details>
  `
}
