import type { TypedMoment } from '../../../../study/conduct/record/typed-fact.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import type { Page } from '../../../shell/page.ts'
import { selectField } from '../../../shell/parts/field.ts'
import { clockInput } from '../../parts/clock-input.ts'
import { fieldErrorAt, type FieldError } from './field-errors.ts'

/** When something was signed or said, as it is asked: with what words, what was typed, and what is wrong. */
export interface ActMoment {
  readonly typed: TypedMoment
  readonly label: string
  readonly hint: string
  readonly errors: readonly FieldError[]
  /** Offsets of which one is to be chosen, where the clocks showed the time twice. */
  readonly offsets: readonly string[]
}

/** The day and the time by the clocks of a site. */
export function actMoment(page: Page, asked: ActMoment): Markup {
  const words = page.words.consent.form
  return html`
    <fieldset class="record-when">
      <legend>${asked.label}</legend>
      <p class="hint" id="moment-hint">${asked.hint}</p>
      <div class="record-row">
        ${clockInput({ ...fieldOf(asked, 'day'), label: words.day, type: 'date' })}
        ${clockInput({ ...fieldOf(asked, 'time'), label: words.time, type: 'time' })}
      </div>
      ${offsetChoice(page, asked)}
    </fieldset>
  `
}

/** What a form says of when it was. */
export function typedActMoment(form: URLSearchParams): TypedMoment {
  const said = (name: string): string => (form.get(name) ?? '').trim().slice(0, longestMoment)
  return { day: said('day'), time: said('time'), offset: said('offset') }
}

const longestMoment = 40

function fieldOf({ typed, errors }: ActMoment, name: 'day' | 'time') {
  const readAs = errors.find(({ field }) => field === name)?.readAs
  return {
    name,
    value: readAs ?? typed[name],
    error: fieldErrorAt(errors, name),
    hint: 'moment-hint',
  }
}

function offsetChoice(page: Page, { typed, errors, offsets }: ActMoment): Markup | false {
  const words = page.words.consent.form
  const say = [words.first, words.second]
  return (
    offsets.length > 0 &&
    selectField({
      name: 'offset',
      label: words.twice,
      value: typed.offset,
      error: fieldErrorAt(errors, 'offset'),
      choices: [
        { value: '', label: words.choose },
        ...offsets.map((offset, at) => ({
          value: offset,
          label: `${say[at] ?? words.first} (UTC${offset})`,
        })),
      ],
    })
  )
}
