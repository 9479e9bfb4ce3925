import { phoneOf } from '../../../finder/registry/contact-phone.ts'
import type { Contact } from '../../../finder/registry/study.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { lookup, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from './view.ts'

/** What is needed to say how somebody is reached. */
type ContactView = Pick<StudyView, 'page' | 'words'>

/** A person to call or write to. Only a number or address that is well formed becomes a link. */
export function contact(view: ContactView, person: Contact): Markup {
  const { page, words } = view
  const role = person.role === 'CONTACT' ? undefined : lookup(words.role, person.role)
  return html`
    <div class="contact">
      ${person.name ? line`<b>${own(page, clean(person.name))}</b>` : ''}
      ${role ? line`(${role})` : ''}
      ${
        person.phone
          ? html`
              <p>${words.sites.phone}${page.words.common.colon} ${phone(view, person)}</p>
            `
          : ''
      }
      ${
        person.email
          ? html`
              <p>${words.sites.email}${page.words.common.colon} ${email(person.email)}</p>
            `
          : ''
      }
    </div>
  `
}

function phone({ words }: ContactView, person: Contact): Markup {
  const { phone: written = '', phoneExt } = phoneOf(person)
  const number = clean(written)
  const digits = number.replace(notDialled, '')
  const extension = phoneExt ? ` ${words.sites.phoneExt} ${clean(phoneExt)}` : ''
  return phonePattern.test(number) && digits.length >= 7
    ? line`<a class="nobr" href="tel:${digits}">${number}</a> ${extension}`
    : line`${number}${extension}`
}

function email(written: string): Markup {
  const address = mailableAddress(written)
  return address === undefined
    ? line`${clean(written)}`
    : line`<a href="mailto:${address}" translate="no">${address}</a>`
}

/** The mail address of a contact, where it is well formed. */
export function mailableAddress(written = ''): string | undefined {
  const address = clean(written)
  return emailPattern.test(address) ? address : undefined
}

/** Line breaks and other control characters in a contact could forge a mail's header lines. */
function clean(text: string): string {
  return text.replace(controls, ' ').replace(spaces, ' ').trim()
}

// oxlint-disable-next-line no-control-regex -- these are what must go
const controls = /[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g
const spaces = /\s+/g
const notDialled = /[^+\d]/g
const phonePattern = /^\+?[\d\s().\-/]{7,30}$/
const emailPattern =
  /^[\w.!#$%'*+=-]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+\p{L}{2,}$/u
