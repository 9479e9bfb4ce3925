import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { longestDoseTexts } from '../../../../study/conduct/record/typed-dose.ts'
import { clockAt } from '../../../../study/conduct/record/typed-moment.ts'
import { unitText } from '../../../../study/in-words/values.ts'
import type { Regimen } from '../../../../study/protocol/document/dosing.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { hiddenField, selectField, textArea, textField } from '../../../shell/parts/field.ts'
import { clockInput } from '../../parts/clock-input.ts'
import { dayReadAs } from '../parts/day-read-as.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { type DoseProblemText, doseProblemText } from './problem-text.ts'
import type { DoseSheet } from './typed-dose-form.ts'

/** How a form of a dose is: who fills it in, and for what. */
export interface DoseFieldsGiven {
  readonly sheet: DoseSheet
  /** `prepare`: for a second person. `same`: an investigator, of what happened all the same. */
  readonly purpose: 'give' | 'prepare' | 'same'
}

/** The fields of a dose: whose, how much, when, and why where it must be said. */
export function doseFields(view: ParticipantView, given: DoseFieldsGiven): Markup {
  const { page } = view
  const { sheet, purpose } = given
  const words = page.words.doseForm
  const { typed } = sheet
  const problem = sheet.problem && doseProblemText(view, sheet.problem)
  return html`
    ${hiddenField('form', sheet.formKey)} ${hiddenField('seen', String(view.of.participant.facts))}
    ${hiddenField('regimen', typed.regimen)} ${hiddenField('seenVolume', seenVolume(sheet))}
    ${textField({
      name: 'number',
      label: words.form.number,
      hint: words.form.numberHint,
      value: typed.number,
      maxLength: 20,
      error: errorAt(problem, 'number'),
    })}
    ${amountFields(view, given, problem)} ${whenFields(view, given, problem)}
    ${textArea({
      name: 'reason',
      label: purpose === 'same' ? words.same.reason : words.form.reason,
      hint: purpose === 'same' ? words.same.reasonHint : words.form.reasonHint,
      value: typed.reason,
      rows: 2,
      maxLength: longestDoseTexts.reason,
      error: errorAt(problem, 'reason'),
    })}
    <details class="more" ${(typed.lot || typed.route || problem?.field === 'lot') && 'open'}>
      <summary>${words.form.more}</summary>
      <div class="flow">
        ${lineField(words.form.lot, 'lot', typed.lot, problem)}
        ${lineField(words.form.route, 'route', typed.route, problem)}
      </div>
    </details>
  `
}

/** A volume whose amount is on the page was seen. */
function seenVolume({ problem, typed }: DoseSheet): string {
  return problem?.why === 'conversion' ? problem.volume.value : typed.seenVolume
}

function lineField(
  label: string,
  name: 'lot' | 'route',
  value: string,
  problem: DoseProblemText | undefined,
): Markup {
  const error = errorAt(problem, name)
  return textField({ name, label, value, maxLength: longestDoseTexts.line, error })
}

/** The units of the item and of what is drawn up. */
export function doseUnits(
  { of }: Pick<ParticipantView, 'of'>,
  regimen: Regimen | undefined,
): readonly string[] {
  const own = of.protocol.items.find(({ id }) => id === regimen?.item)?.unit ?? 'mg'
  const drawn = regimen?.product.strength?.unit.split('/')[1]
  return drawn === undefined || drawn === own ? [own] : [own, drawn]
}

function amountFields(
  view: ParticipantView,
  { sheet, purpose }: DoseFieldsGiven,
  problem: DoseProblemText | undefined,
): Markup {
  const words = view.page.words.doseForm
  const { typed } = sheet
  const regimen = view.of.protocol.regimens.find(({ id }) => id === typed.regimen)
  const names: Readonly<Record<string, string>> = words.units
  return html`
    <div class="dose-row">
      ${textField({
        name: 'amount',
        label: purpose === 'prepare' ? words.form.amountPrepared : words.form.amount,
        hint: words.form.amountHint,
        value: typed.amount,
        maxLength: 30,
        error: errorAt(problem, 'amount'),
      })}
      ${selectField({
        name: 'unit',
        label: words.form.unit,
        value: typed.unit,
        error: errorAt(problem, 'unit'),
        choices: doseUnits(view, regimen).map((unit) => ({
          value: unit,
          label: [unitText(view.telling, unit), names[unit]].filter(Boolean).join(' – '),
        })),
      })}
    </div>
  `
}

function whenFields(
  view: ParticipantView,
  { sheet, purpose }: DoseFieldsGiven,
  problem: DoseProblemText | undefined,
): Markup {
  const words = view.page.words.doseForm.form
  const { given } = sheet.typed
  const zone = zoneOf(view.of)
  const at = given === 'now' ? clockAt(view.app.now(), zone) : given
  const fault = sheet.problem?.why === 'moment' ? sheet.problem : undefined
  const readAs = fault && dayReadAs(view.page, { code: fault.fault, given: fault.given })
  const wrong = errorAt(problem, 'when')
  return html`
    <fieldset
      class="choice-group"
      aria-describedby="${wrong === undefined ? 'when-hint' : 'when-hint when-error'}"
    >
      <legend>${words.when}</legend>
      ${
        wrong !== undefined &&
        html`
          <p class="wrong" id="when-error">${wrong}</p>
        `
      }
      ${whenChoice('now', purpose === 'prepare' ? words.nowPrepared : words.now, given === 'now')}
      ${whenChoice('at', words.at, given !== 'now')}
      <p class="hint" id="when-hint">${words.clock(zone.replaceAll('_', ' '))}</p>
      <div class="dose-row">
        ${clockInput({ name: 'day', label: words.day, type: 'date', value: readAs ?? at.day, error: errorAt(problem, 'day'), hint: 'when-hint' })}
        ${clockInput({ name: 'time', label: words.time, type: 'time', value: at.time, error: errorAt(problem, 'time'), hint: 'when-hint' })}
      </div>
      ${offsetField(view, sheet, problem)}
    </fieldset>
  `
}

function whenChoice(value: 'now' | 'at', label: string, isChosen: boolean): Markup {
  return html`
    <label class="choice">
      <input
        type="radio"
        name="when"
        value="${value}"
        id="${value === 'now' ? 'when' : 'when-at'}"
        ${isChosen && 'checked'}
      />
      <span>${label}</span>
    </label>
  `
}

function offsetField(
  { page }: ParticipantView,
  { typed, problem }: DoseSheet,
  said: DoseProblemText | undefined,
): Markup {
  const words = page.words.doseForm.form
  if (problem?.why !== 'moment' || problem.offsets.length === 0) return html``
  return selectField({
    name: 'offset',
    label: words.offset,
    value: typed.given === 'now' ? '' : typed.given.offset,
    error: errorAt(said, 'offset'),
    choices: problem.offsets.map((offset, at) => ({
      value: offset,
      label: (words.offsets[at] ?? words.offsets[0])?.(offset) ?? offset,
    })),
  })
}

function errorAt(problem: DoseProblemText | undefined, field: string): string | undefined {
  return problem?.field === field ? problem.text : undefined
}
