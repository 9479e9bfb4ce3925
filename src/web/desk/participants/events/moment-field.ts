import type { TypedMoment } from '../../../../study/conduct/record/typed-fact.ts'
import type { EventProblem } from '../../../../study/conduct/safety/typed-event.ts'
import { dayReadAs } from '../parts/day-read-as.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import type { Page } from '../../../shell/page.ts'
import { hiddenField, selectField, textField } from '../../../shell/parts/field.ts'

/** A moment of an event: its day as finely as it is known, its time, and which of two where the clocks went back. */
export function eventMomentField(
  page: Page,
  {
    name,
    label,
    hint,
    value,
    problem,
    error,
  }: {
    readonly name: string
    readonly label: string
    readonly hint: string
    readonly value: TypedMoment
    readonly problem: EventProblem | undefined
    readonly error: string | undefined
  },
): Markup {
  const { fields, hints, notKnown } = page.words.safety
  const offsets = problem?.offsets ?? []
  const readAs = problem && dayReadAs(page, problem)
  return html`
    <fieldset class="record-when">
      <legend>${label}</legend>
      <div class="record-row">
        ${textField({ name: `${name}-day`, label: fields.day, value: readAs ?? value.day, hint, error, maxLength: 10 })}
        ${textField({ name: `${name}-time`, label: fields.time, value: value.time, maxLength: 8 })}
      </div>
      ${
        offsets.length === 0
          ? hiddenField(`${name}-offset`, value.offset)
          : selectField({
              name: `${name}-offset`,
              label: fields.offset,
              hint: hints.offset,
              value: value.offset,
              choices: [
                { value: '', label: notKnown },
                ...offsets.map((offset) => ({ value: offset, label: `UTC${offset}` })),
              ],
            })
      }
    </fieldset>
  `
}
