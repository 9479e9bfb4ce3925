import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP } from 'node:net'
import { isPublicAddress } from '../../base/public-address.ts'

/** A registry's address that may be asked, or why not. */
export type Address =
  | { readonly url: URL; readonly loopback: boolean }
  | { readonly reason: string }

/**
 * Reads the address an operator gave. Machines of this network are not asked: an address that
 * leads to one by another writing (`http://2130706433/`) is refused, and so is a name that resolves to
 * one. Only loopback may be named openly, for a registry's copy on this machine.
 */
export function readAddress(text: string): Address {
  if (/[\s\\\p{Cc}]/u.test(text))
    return { reason: 'The address holds a space or a control character.' }
  if (!URL.canParse(text)) return { reason: 'This is not an address.' }
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { reason: `Only http and https are read, not ${url.protocol}` }
  if (url.username !== '' || url.password !== '')
    return { reason: 'An address with a name or a password in it is not asked.' }
  if (namesLoopback(text)) return { url, loopback: true }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) return { reason: `${privateWords}: ${host}` }
  if (/(?:^|\.)localhost\.?$/i.test(host)) return { reason: `${privateWords}: ${host}` }
  return { url, loopback: false }
}

const privateWords = 'The address leads into a private network'

function namesLoopback(text: string): boolean {
  return /^https?:\/\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d+)?(?:[/?#]|$)/i.test(
    text,
  )
}

type Answer = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void

/**
 * Resolves a name for a connection, leaving out addresses that are not of the open Internet. The connection is made to the very
 * address that was checked, so a name cannot be public at the check and private after it.
 */
export function lookupPublic(host: string, options: LookupOptions, answer: Answer): void {
  resolve(host, { ...options, all: true }, (error, found) => {
    const open = error ? [] : found.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (error) answer(error, [])
    else if (!first) answer(new Error(`${privateWords}: ${host}`), [])
    else if (options.all) answer(null, open)
    else answer(null, first.address, first.family)
  })
}
