import type { Contact } from './study.ts'

/**
 * A contact's phone as it is dialled, and its extension. Some records have the country's code where the extension
 * stands ("+33"): it goes before the number, without the 0 that is dialled inside a country (kept in Italy).
 */
export function phoneOf({ phone, phoneExt }: Pick<Contact, 'phone' | 'phoneExt'>): {
  readonly phone?: string
  readonly phoneExt?: string
} {
  const code = phoneExt?.trim() ?? ''
  const number = phone?.trim() ?? ''
  if (number === '' || !/^\+\d{1,3}$/.test(code))
    return { ...(phone !== undefined && { phone }), ...(phoneExt !== undefined && { phoneExt }) }
  if (/^(?:\+|00)/.test(number)) return { phone: number }
  return {
    phone: `${code} ${code === '+39' ? number : number.replace(/^\(?0\)?(?=[\d ])/, '').trim()}`,
  }
}
