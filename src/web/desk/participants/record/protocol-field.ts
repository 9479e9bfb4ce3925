import { unitChoices } from '../../../../study/conduct/record/form-items.ts'
import { sureText } from '../../../../study/conduct/record/typed-fact.ts'
import { codeText, titleOf } from '../../../../study/in-words/telling.ts'
import { quantityInWords, unitText } from '../../../../study/in-words/values.ts'
import type { ProtocolItem } from '../../../../study/protocol/document/protocol.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { choiceGroup, oneChoice } from '../../../shell/parts/choice-group.ts'
import { selectField, textArea, textField } from '../../../shell/parts/field.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { type FilledSheet, typedIn, faultAt, sitesFor } from './filled-sheet.ts'
import { itemFold } from './item-fold.ts'
import { ownMoment } from './moment-fields.ts'
import { typedFactOf } from './typed-form.ts'

/** One item of a protocol as fields: its value as it is measured or said, and in a fold all that is rarely needed. */
export function protocolField(filled: FilledSheet, item: ProtocolItem): Markup {
  return html`
    <section class="record-item" data-item="${item.id}">
      ${valueField(filled, item)} ${detailFields(filled, item)} ${sureField(filled, item)}
      ${itemFold(filled, item)}
    </section>
  `
}

function valueField(filled: FilledSheet, item: ProtocolItem): Markup {
  switch (item.type) {
    case 'quantity':
      return quantityField(filled, item)
    case 'yes-no':
      return yesNoField(filled, item)
    case 'code':
      return selectField({
        ...base(filled, item),
        choices: [
          { value: '', label: filled.view.page.words.record.chooseOne },
          ...(item.codes ?? []).map((code) => ({
            value: code,
            label: codeText(filled.view.telling, code),
          })),
          { value: 'not applicable', label: filled.view.page.words.record.notApplicable },
        ],
      })
    case 'date':
      return html`
        ${textField({ ...base(filled, item), hint: filled.view.page.words.record.dateHint, maxLength: 30 })}
        ${noneBox(filled, item)}
      `
    case 'text':
      return textArea({ ...base(filled, item), rows: 2, maxLength: 1000 })
    case 'event':
      return eventField(filled, item)
  }
}

/** The line to type in, with its label and what is wrong. */
function base(filled: FilledSheet, { id }: ProtocolItem) {
  const name = `v-${id}`
  return {
    name,
    label: titleOf(filled.view.telling, id),
    value: typedIn(filled, name),
    error: faultAt(filled, name),
  }
}

function quantityField(filled: FilledSheet, item: ProtocolItem): Markup {
  const { view } = filled
  const words = view.page.words.record
  const units = unitChoices(item)
  const sites = sitesFor(filled, item)
  const [unit, site] = [`u-${item.id}`, `s-${item.id}`]
  return html`
    <div class="record-row">
      ${numberField(filled, item)}
      ${
        units.length > 0 &&
        selectField({
          name: unit,
          label: `${words.unit}`,
          value: typedIn(filled, unit, item.unit),
          error: faultAt(filled, unit),
          choices: units.map((one) => ({ value: one, label: unitText(view.telling, one) })),
        })
      }
      ${
        sites.length > 0 &&
        selectField({
          name: site,
          label: words.bodySite,
          value: typedIn(filled, site),
          choices: [
            { value: '', label: words.chooseOne },
            ...sites.map((one) => ({ value: one, label: codeText(view.telling, one) })),
          ],
        })
      }
    </div>
    ${noneBox(filled, item)}
  `
}

function numberField(filled: FilledSheet, item: ProtocolItem): Markup {
  const { name, label, value, error } = base(filled, item)
  const { plausible, unit = '1' } = item
  const { telling, page } = filled.view
  const [from, to] = [plausible?.from, plausible?.to].map(
    (one) => one !== undefined && quantityInWords(telling, { value: one, unit }),
  )
  const described = [plausible && `${name}-hint`, error !== undefined && `${name}-error`]
    .filter(Boolean)
    .join(' ')
  return html`
    <div class="field">
      <label for="${name}">${label}</label>
      ${
        error !== undefined &&
        html`
          <p class="wrong" id="${name}-error">${error}</p>
        `
      }
      <input
        id="${name}"
        name="${name}"
        type="text"
        inputmode="decimal"
        value="${value}"
        maxlength="40"
        autocomplete="off"
        ${
          described !== '' &&
          html`
            aria-describedby="${described}"
          `
        }
        ${
          error !== undefined &&
          html`
            aria-invalid="true"
          `
        }
      />
      ${
        plausible &&
        html`
          <p class="hint" id="${name}-hint">${page.words.record.range(String(from), String(to))}</p>
        `
      }
    </div>
  `
}

function yesNoField(filled: FilledSheet, item: ProtocolItem): Markup {
  const words = filled.view.page.words.record
  const { name, label, value, error } = base(filled, item)
  return choiceGroup({
    name,
    label,
    error,
    kind: 'radio',
    choices: [
      { value: 'yes', label: words.yes, chosen: value === 'yes' },
      { value: 'no', label: words.no, chosen: value === 'no' },
      {
        value: 'not applicable',
        label: words.notApplicable,
        chosen: value === 'not applicable',
      },
      { value: '', label: words.open, chosen: value === '' },
    ],
  })
}

/** What happens at a moment of its own: nobody guesses it. */
function eventField(filled: FilledSheet, item: ProtocolItem): Markup {
  const words = filled.view.page.words.record
  const { value, error, name, label } = base(filled, item)
  const happened = `x-${item.id}`
  return html`
    <fieldset>
      <legend>${label}</legend>
      ${oneChoice(happened, 'checkbox', { value: 'yes', label: words.happened, chosen: typedIn(filled, happened) !== '' })}
      ${ownMoment(filled, item.id, words.eventHint)}
      ${textField({ name, label: words.words, value, error, maxLength: 300 })}
    </fieldset>
  `
}

function noneBox(filled: FilledSheet, { id, mayBeNone }: ProtocolItem): Markup | false {
  const label = filled.view.page.words.record.none
  const chosen = typedIn(filled, `z-${id}`) !== ''
  return mayBeNone === true && oneChoice(`z-${id}`, 'checkbox', { value: 'none', label, chosen })
}

/** Is it really so? Asked where the value is beyond what is usual; the yes is for this value alone. */
function sureField(filled: FilledSheet, item: ProtocolItem): Markup | false {
  const { view, form } = filled
  const name = `y-${item.id}`
  const error = faultAt(filled, name)
  const typed = typedFactOf(form, item)
  const isSaid = typed.sureOf !== '' && typed.sureOf === sureText(typed)
  if (error === undefined && !isSaid) return false
  const said =
    typed.unit === ''
      ? typed.value
      : quantityInWords(view.telling, { value: typed.value, unit: typed.unit })
  return html`
    <div class="field record-sure">
      ${
        error !== undefined &&
        html`
          <p class="wrong" id="${name}-error">${error}</p>
        `
      }
      ${oneChoice(name, 'checkbox', {
        value: sureText(typed),
        label: view.page.words.record.sure(said),
        chosen: isSaid,
      })}
    </div>
  `
}

/** What else the protocol asks of it: by whom, by which model. */
function detailFields(filled: FilledSheet, { id }: ProtocolItem): Markup {
  const { view, form } = filled
  const words = view.page.words.record
  return html`
    ${(form.details.get(id) ?? []).map(({ name, choices }) => {
      const field = {
        name: `k-${name}-${id}`,
        label: lookup(words.details, name) ?? codeText(view.telling, name),
        value: typedIn(filled, `k-${name}-${id}`),
        error: faultAt(filled, `k-${name}-${id}`),
      }
      if (choices.length === 0) return textField({ ...field, maxLength: 100 })
      return selectField({
        ...field,
        choices: [
          { value: '', label: words.chooseOne },
          ...choices.map((one) => ({ value: one, label: codeText(view.telling, one) })),
        ],
      })
    })}
  `
}
