import { longestPart } from '../../../../study/conduct/model/participant.ts'
import type { ParticipantIdentity } from '../../../../study/conduct/model/participant.ts'
import { readMailAddress } from '../../../../people/records/address.ts'
import type { Enquiry } from '../../../../people/enquiries/model/enquiry.ts'
import type { Page } from '../../../shell/page.ts'
import type { FieldError } from './field-errors.ts'

/** Who somebody is, as it was typed. */
export interface TypedIdentity {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly contact: string
  readonly language: 'en' | 'fr'
}

/** What a form says of who somebody is. */
export function typedIdentity(form: URLSearchParams): TypedIdentity {
  const said = (name: string): string => (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
  return {
    name: said('name'),
    email: said('email'),
    phone: said('phone'),
    contact: said('contact'),
    language: said('language') === 'fr' ? 'fr' : 'en',
  }
}

/** What an enquiry says already: the name of who asks is that of the participant only where they ask for themselves. */
export function identityFrom(enquiry: Enquiry, address: string): TypedIdentity {
  const { who, name = '', phone = '' } = enquiry.details
  const isOwn = who === 'patient'
  return {
    name: isOwn ? name : '',
    email: address,
    phone,
    contact: isOwn ? '' : name,
    language: enquiry.language,
  }
}

/** What is wrong with who somebody is, as it was typed. */
export function identityErrors(page: Page, typed: TypedIdentity): readonly FieldError[] {
  const words = page.words.enrolment.problems
  const errors: FieldError[] = []
  if (typed.name === '') errors.push({ field: 'name', text: words.name })
  for (const field of ['name', 'email', 'phone', 'contact'] as const) {
    const most = longestPart[field]
    if (typed[field].length > most) errors.push({ field, text: words.tooLong(most) })
  }
  if (typed.email !== '' && !readMailAddress(typed.email))
    errors.push({ field: 'email', text: words.email })
  return errors
}

/** Who somebody is, without what was left empty. */
export function identityOf(
  typed: TypedIdentity,
): Pick<ParticipantIdentity, 'name' | 'email' | 'phone' | 'contact' | 'language'> {
  const { name, email, phone, contact, language } = typed
  return {
    name,
    language,
    ...(email !== '' && { email }),
    ...(phone !== '' && { phone }),
    ...(contact !== '' && { contact }),
  }
}
