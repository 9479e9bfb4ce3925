import { deskMailWords } from '../../../words/desk-mail.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'

/** Whether somebody gets the daily mail of their desk; undefined for who has no desk of a study that is run here. */
export type DeskMail = 'on' | 'stopped' | undefined

/** Whether one gets the daily mail of one's desk, and a button that changes it; nothing for who has none. */
export function deskMailSection(
  page: Page,
  { deskMail }: { readonly deskMail?: DeskMail },
): Markup | '' {
  if (deskMail === undefined) return ''
  const words = deskMailWords(page.language).setting
  const isOn = deskMail === 'on'
  return html`
    <section class="prose" aria-labelledby="desk-mail-title">
      <h2 id="desk-mail-title">${words.title}</h2>
      <p>${isOn ? words.on : words.off}</p>
      <form method="post" action="${link(page, paths.accountDeskMail())}">
        <input type="hidden" name="get" value="${isOn ? 'no' : 'yes'}" />
        <p class="button-row">
          <button class="button button-quiet" type="submit">
            ${isOn ? words.stop : words.start}
          </button>
        </p>
      </form>
    </section>
  `
}
