import type { WrittenMail } from '../../../people/mail/delivery/written.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** The mails in the folder, newest first. */
export function mailsPage(page: Page, mails: readonly WrittenMail[], total: number): Markup {
  const words = page.words.admin.mail
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="alerts">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        ${
          mails.length === 0
            ? html`
                <p class="notice">${words.none}</p>
              `
            : html`
                <p>${words.shown(mails.length, total)}</p>
                <ul class="mail-list">
                  ${mails.map((mail) => line(page, mail))}
                </ul>
              `
        }
      </div>
    `,
  })
}

function line(page: Page, { name, subject, to, date }: WrittenMail): Markup {
  return html`
    <li>
      <a href="${link(page, paths.devMail(name))}">
        <bdi>${subject || page.words.admin.mail.noSubject}</bdi>
      </a>
      <span class="small"><bdi>${to}</bdi></span>
      <span class="small">${date}</span>
    </li>
  `
}

/** One mail: how it would look, its text, and the lines above it that only programs read. */
export function mailPage(page: Page, mail: WrittenMail): Markup {
  const words = page.words.admin.mail
  const title = mail.subject || words.noSubject
  return layout(page, {
    sheets: ['alerts'],
    title,
    isPrivate: true,
    main: html`
      <p><a href="${link(page, paths.devMails())}">${words.back}</a></p>
      <h1><bdi>${title}</bdi></h1>
      <p>
        ${words.to}
        <bdi>${mail.to}</bdi>
        <span class="small">${mail.date}</span>
      </p>
      <h2>${words.html}</h2>
      <iframe
        class="mail-letter"
        sandbox
        title="${words.html}"
        src="${link(page, paths.devMailHtml(mail.name))}"
      ></iframe>
      <h2>${words.text}</h2>
      <pre class="mail-text">${mail.text}</pre>
      <h2>${words.headers}</h2>
      <dl class="facts mail-headers">
        ${mail.headers.map(
          ({ name, value }) => html`
            <div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>
          `,
        )}
      </dl>
    `,
  })
}
