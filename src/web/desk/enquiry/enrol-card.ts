import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import type { Opened } from './opened.ts'

/** The way to enrol who is invited or has joined, or to the participant they are; nothing where their study is not run here. */
export function enrolCard({ view: { page }, enquiry, enrolment }: Opened): Markup | false {
  const words = page.words.enrolment.onEnquiry
  const isReady = enquiry.state === 'invited' || enquiry.state === 'joined'
  if (!enrolment || (enrolment.kind === 'possible' && !isReady)) return false
  return html`
    <section class="card flow" aria-labelledby="enrol-title">
      <h2 id="enrol-title">${words.title}</h2>
      <p>
        ${
          enrolment.kind === 'enrolled'
            ? html`
                <a href="${link(page, paths.participant(enrolment.participantId))}">
                  ${words.enrolled(enrolment.number)}
                </a>
              `
            : html`
                <a
                  class="button"
                  href="${link(page, paths.participantNew(), { enquiry: enquiry.id })}"
                >
                  ${words.enrol}
                </a>
              `
        }
      </p>
    </section>
  `
}
