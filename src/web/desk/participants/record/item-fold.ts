import type { ProtocolItem } from '../../../../study/protocol/document/protocol.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { oneChoice } from '../../../shell/parts/choice-group.ts'
import { textField } from '../../../shell/parts/field.ts'
import { type FilledSheet, isUsed, typedIn, faultAt, sitesFor } from './filled-sheet.ts'
import { ownMoment } from './moment-fields.ts'

/** What is rarely needed of an item: another time, how it was measured, that it was not done and why. Open where it is used. */
export function itemFold(filled: FilledSheet, item: ProtocolItem): Markup {
  const words = filled.view.page.words.record
  const isEvent = item.type === 'event'
  const isOpen = isUsed(filled, item, isEvent ? ['n', 'w'] : ['d', 't', 'o', 's', 'm', 'n', 'w'])
  const takesPlace = item.type === 'quantity'
  return html`
    <details
      class="record-more"
      ${
        isOpen &&
        html`
          open
        `
      }
    >
      <summary>${isEvent ? words.moreEvent : words.more}</summary>
      ${!isEvent && ownMoment(filled, item.id, words.ownHint)}
      ${
        takesPlace &&
        html`
          <div class="record-row">
            ${sitesFor(filled, item).length === 0 && lineField(filled, `s-${item.id}`, words.bodySite)}
            ${lineField(filled, `m-${item.id}`, words.method)}
          </div>
        `
      }
      ${notDone(filled, item)}
    </details>
  `
}

function notDone(filled: FilledSheet, { id }: ProtocolItem): Markup {
  const words = filled.view.page.words.record
  const [name, why] = [`n-${id}`, `w-${id}`]
  return html`
    <fieldset>
      <legend>${words.notDone}</legend>
      <p class="hint">${words.notDoneHint}</p>
      ${oneChoice(name, 'checkbox', { value: 'yes', label: words.notDone, chosen: typedIn(filled, name) !== '' })}
      ${lineField(filled, why, words.why)}
    </fieldset>
  `
}

function lineField(filled: FilledSheet, name: string, label: string): Markup {
  return textField({
    name,
    label,
    value: typedIn(filled, name),
    error: faultAt(filled, name),
    maxLength: 1000,
  })
}
