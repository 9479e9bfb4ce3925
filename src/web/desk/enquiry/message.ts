import { html, type Markup } from '../../shell/markup.ts'
import { saidMoment } from '../parts/said-moment.ts'
import { ownLanguage } from '../parts/own-language.ts'
import type { Opened } from './opened.ts'

/** What they wrote, in their own language and direction, and what they added since. */
export function messageCard(opened: Opened): Markup {
  const { view, enquiry, clock } = opened
  const words = view.page.words.desk.enquiry
  const at = (moment: string): string => saidMoment(view.page, moment, clock.timeZone, 'moment')
  const added = enquiry.events.filter(
    ({ kind, text }) => (kind === 'note' || kind === 'correction') && text !== undefined,
  )
  return html`
    <section class="card flow" aria-labelledby="message-title">
      <h2 id="message-title">${words.message}</h2>
      ${
        enquiry.details.message.trim() === ''
          ? html`
              <p class="soft">${words.noMessage}</p>
            `
          : quote(opened, enquiry.details.message)
      }
      <p class="small soft">
        ${words.written(words.languages[enquiry.language], at(enquiry.askedAt))}
      </p>
      ${added.map(
        ({ kind, at: when, text = '' }) => html`
          <h3>${kind === 'note' ? words.noteAt(at(when)) : words.correctionAt(at(when))}</h3>
          ${quote(opened, text)}
        `,
      )}
    </section>
  `
}

/** Somebody's own words: a screen reader says them in their language, and Arabic runs from the right. */
export function quote({ enquiry }: Pick<Opened, 'enquiry'>, text: string): Markup {
  const language = ownLanguage(text, enquiry.language)
  const lines = text.trim().split(/\r\n|\r|\n/)
  const shown = lines.map(
    (one, at) => html`
      ${
        at > 0 &&
        html`
          <br />
        `
      }${one}
    `,
  )
  return language === undefined
    ? html`
        <blockquote class="said own" dir="auto">${shown}</blockquote>
      `
    : html`
        <blockquote class="said own" lang="${language}" dir="auto">${shown}</blockquote>
      `
}
