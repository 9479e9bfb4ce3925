import { html, type Markup } from '../../../shell/markup.ts'
import { selectField } from '../../../shell/parts/field.ts'
import { type ClockInput, clockInput } from '../../parts/clock-input.ts'
import { type FilledSheet, typedDay, typedIn, faultAt } from './filled-sheet.ts'

/** When all of a form was: the day and the time of the site, with a hint where there is something to say. */
export function sharedMoment(filled: FilledSheet, hint: string): Markup {
  const { view, form } = filled
  const described = hint === '' ? '' : 'when-hint'
  const words = view.page.words.record
  return html`
    <fieldset class="record-when">
      <legend>${words.when}</legend>
      ${
        hint !== '' &&
        html`
          <p class="hint" id="when-hint">${hint}</p>
        `
      }
      <div class="record-row">
        ${input(filled, { name: 'day', label: words.day, type: 'date', value: typedDay(filled), hint: described })}
        ${input(filled, { name: 'time', label: words.time, type: 'time', value: form.at.time, hint: described })}
      </div>
      ${offsetField(filled, 'offset')}
    </fieldset>
  `
}

/** When one item was, where that is not when the others were; for an event its own moment. */
export function ownMoment(filled: FilledSheet, item: string, hint: string): Markup {
  const words = filled.view.page.words.record
  const [day, time] = [`d-${item}`, `t-${item}`]
  return html`
    <p class="hint" id="${day}-hint">${hint}</p>
    <div class="record-row">
      ${input(filled, { name: day, label: words.day, type: 'text', value: typedIn(filled, day), hint: `${day}-hint` })}
      ${input(filled, { name: time, label: words.time, type: 'time', value: typedIn(filled, time), hint: `${day}-hint` })}
    </div>
    ${offsetField(filled, `o-${item}`)}
  `
}

/** A day or a time of a filled form, with what is wrong with it. */
function input(filled: FilledSheet, asked: Omit<ClockInput, 'error'>): Markup {
  return clockInput({ ...asked, error: faultAt(filled, asked.name) })
}

/** Which of the two, where the clocks showed a time twice; nothing where they did not. */
function offsetField(filled: FilledSheet, name: string): Markup | false {
  const asked = filled.problems.find((one) => one.field === name)
  const chosen = typedIn(filled, name)
  const offsets = asked?.problem.offsets ?? (chosen === '' ? [] : [chosen])
  if (offsets.length === 0) return false
  const words = filled.view.page.words.record
  const say = [words.firstTime, words.secondTime]
  return selectField({
    name,
    label: words.twice,
    value: chosen,
    error: asked?.text,
    choices: [
      { value: '', label: words.chooseOne },
      ...offsets.map((offset, at) => ({
        value: offset,
        label: offsets.length > 1 ? (say[at] ?? words.firstTime)(offset) : `UTC${offset}`,
      })),
    ],
  })
}
