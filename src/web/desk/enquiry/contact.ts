import { html, line, type Markup } from '../../shell/markup.ts'
import { spokenSpan } from '../../shell/parts/ages.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { fact } from '../../shell/parts/phrases.ts'
import type { Opened } from './opened.ts'

/** How to reach them, and what they wish for. */
export function contactCard({ view: { page }, enquiry, address }: Opened): Markup {
  const words = page.words.desk.enquiry
  const { name, phone, when, contactBy, age, place } = enquiry.details
  const far = place?.km === undefined ? undefined : spokenDistance(page, place.km)
  const where = [place?.name, far].filter(Boolean).join(', ')
  return html`
    <section class="card flow" aria-labelledby="contact-title">
      <h2 id="contact-title">${words.contact}</h2>
      <dl class="facts">
        ${fact(words.name, name && line`<bdi>${name}</bdi>`)}
        ${fact(words.phone, phone && phoneLink(phone))}
        ${fact(words.mail, line`<a href="mailto:${encodeURI(address)}"><bdi>${address}</bdi></a>`)}
        ${fact(words.prefers, `${words.by[contactBy]}, ${words.when[when]}`)}
        ${fact(words.language, words.languages[enquiry.language])}
        ${fact(words.age, age && spokenSpan(page, age))}
        ${fact(words.lives, where && line`<bdi>${where}</bdi>`)}
      </dl>
    </section>
  `
}

/** A number that can be dialled is a link; anything else is shown as it was typed. */
function phoneLink(phone: string): Markup {
  const dialled = phone.replace(/[\s().\-/\u00a0\u202f]/g, '')
  return /^\+?\d{5,15}$/.test(dialled)
    ? line`<a class="nobr" href="tel:${dialled}">${phone}</a>`
    : line`<bdi>${phone}</bdi>`
}
