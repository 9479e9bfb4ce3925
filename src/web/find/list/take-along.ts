import { paramsOf } from '../../../finder/question/asked.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { mailtoOf } from '../../shell/parts/mailto.ts'
import { carriedQuery } from '../../shell/parts/carried.ts'
import { tellMeOfList } from '../../shell/parts/tell-me.ts'
import { listLink } from '../../shell/parts/my-list.ts'
import { spokenDate } from '../../../words/dates.ts'
import { qrCode } from './qr-code.ts'
import type { AskedList } from './read-list.ts'

/** Print, mail, address: each leaves the list where it is. */
export function listActions(page: Page, list: AskedList): Markup {
  const words = page.words.list.take
  const mail = mailtoOf(page.words.list.title(list.ids.length), addressOf(page, list))
  return html`
    <div class="acts no-print">
      <print-button label="${words.print}" look="button"></print-button>
      <a class="button button-quiet" href="${mail}">${words.mail}</a>
      <a class="button button-quiet" href="#take-along">${words.address}</a>
      ${hasSearch(list) && tellMeOfList(page, carriedQuery({ asked: list.carried.asked }), page.words.alerts.tell.list)}
    </div>
  `
}

/** Whether the list comes from a search that says what is looked for. */
function hasSearch({ carried: { asked } }: AskedList): boolean {
  return [...paramsOf(asked).keys()].some((name) => name !== 'status' && name !== 'view')
}

/** The address to copy or to photograph: on paper the code alone. */
export function takeAlong(page: Page, list: AskedList): Markup {
  const words = page.words.list.take
  const address = addressOf(page, list)
  return html`
    <section class="card flow take-along" aria-labelledby="take-along">
      <h2 class="no-print" id="take-along">${words.title}</h2>
      <copy-link class="no-print" data-copy="${words.copy}" data-copied="${words.copied}">
        <label for="list-address">${words.label}</label>
        <input id="list-address" type="text" readonly value="${address}" />
      </copy-link>
      ${qrCode(address, words.code)}
      <p class="small">${words.codeHint}</p>
      <keep-on-device
        class="no-print"
        data-keep="${words.device.keep}"
        data-hint="${words.device.hint}"
        data-kept="${words.device.kept}"
        data-forget="${words.device.forget}"
        data-forgotten="${words.device.forgotten}"
        data-refused="${words.device.refused}"
      ></keep-on-device>
    </section>
  `
}

/** On paper only: what to ask, room for notes, and of which day it is. */
export function sheet(page: Page, { said }: AskedList): Markup {
  const words = page.words.list.sheet
  const { today } = said.query
  return html`
    <section class="print-only flow" aria-labelledby="to-ask">
      <h2 id="to-ask">${words.title}</h2>
      <ol>
        ${words.questions.map(
          (question) => html`
            <li>${question}</li>
          `,
        )}
      </ol>
      <div class="lines">
        <span></span>
        <span></span>
        <span></span>
      </div>
      <p class="small">${words.asOf(spokenDate(page.language, today) ?? today)}</p>
    </section>
  `
}

function addressOf(page: Page, { ids, carried }: AskedList): string {
  return page.baseUrl + listLink(page, ids, carried)
}
