import { domainToASCII } from 'node:url'

/** An e-mail address that can be mailed. */
export interface MailAddress {
  /** As it is mailed: the local part as typed, the domain in ASCII. */
  readonly written: string
  /** What is hashed, so that one mailbox is one person: all of it in lower case. */
  readonly key: string
  /** In ASCII. */
  readonly domain: string
}

/**
 * Reads what a person typed; undefined for what cannot be mailed. Only plain addresses count: no names, comments, quotes, lists or IP
 * addresses. Letters of any script may come before the at sign (SMTPUTF8).
 */
export function readMailAddress(typed: string): MailAddress | undefined {
  if (typed.length > longestTyped) return undefined
  const parts = typed.trim().normalize('NFKC').split('@')
  const [local, domainTyped] = parts
  if (parts.length !== 2 || !isLocalPart(local)) return undefined
  const domain = readDomain(domainTyped)
  if (domain === undefined) return undefined
  const written = `${local}@${domain}`
  if (Buffer.byteLength(written) > 254) return undefined
  return { written, key: `${local.toLowerCase().normalize('NFKC')}@${domain}`, domain }
}

const longestTyped = 1000

/** A colon is left out on purpose: in a header it would begin a group of other people's addresses. */
const localPart =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u

/** What is not seen: soft hyphens, fillers, joiners, selectors. */
const unseen = /\p{Default_Ignorable_Code_Point}/u

function isLocalPart(text: string | undefined): text is string {
  return (
    text !== undefined &&
    Buffer.byteLength(text) <= 64 &&
    text.isWellFormed() &&
    localPart.test(text) &&
    !unseen.test(text)
  )
}

/** `domainToASCII` alone lets numbers, empty labels and labels of any length through. */
function readDomain(typed = ''): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.。-]+$/u.test(typed) || unseen.test(typed)) return undefined
  const domain = domainToASCII(typed)
  const labels = domain.split('.')
  const last = labels.at(-1) ?? ''
  const isName =
    domain.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    /^[a-z]/.test(last) &&
    !nowhere.has(last)
  return isName ? domain : undefined
}

/** Names that lead to this machine or to no mailbox at all. */
const nowhere = new Set(['localhost', 'localdomain', 'invalid', 'arpa', 'onion'])
