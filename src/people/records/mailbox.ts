import type { MailAddress } from './address.ts'

/**
 * One text for one mailbox, however its address is written: without what follows a plus sign, and at Gmail without
 * dots. For counting only: a person is who wrote an address, letter by letter.
 */
export function mailboxOf({ key, domain }: MailAddress): string {
  const local = key.slice(0, key.lastIndexOf('@'))
  const plus = local.indexOf('+')
  const name = plus > 0 ? local.slice(0, plus) : local
  return gmail.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`
}

const gmail: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com'])
