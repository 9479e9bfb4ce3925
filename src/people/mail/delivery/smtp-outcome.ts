import type { SendOutcome, SendOutcomeKind } from '../outbox/outcome.ts'

/** How far an attempt had come when it failed. */
export type Stage = 'connect' | 'envelope' | 'letter'

/** What nodemailer tells of a failure. */
export interface SmtpError {
  readonly code?: string
  /** The machine's own, where the library put another in its place. */
  readonly originalCode?: string
  readonly command?: string
  readonly response?: string
}

/** Tells apart why a mail was not accepted, from the server's reply or from how the line broke. */
export function smtpOutcomeOf(error: SmtpError, stage: Stage): SendOutcome {
  const reply = readReply(error.response)
  const code = reply
    ? [reply.digits, reply.enhanced].filter(Boolean).join(' ')
    : (error.originalCode ?? error.code)
  const kind = kindOf(error, stage, reply)
  return { kind, ...(code !== undefined && { code }) }
}

/** An enhanced status that says the address itself is wrong. */
export function isNoMailbox(enhanced: string): boolean {
  return /^5\.(?:1\.(?:1|2|3|6|10)|2\.1)$/.test(enhanced)
}

/** Whether a server says in words, as many do without a code, that there is no such address. */
export function saysNoMailbox(words: string): boolean {
  return noMailbox.test(words) && !somethingElse.test(words)
}

interface Reply {
  readonly digits: string
  readonly enhanced: string | undefined
  readonly words: string
}

function readReply(response: string | undefined): Reply | undefined {
  const digits = /^[2345]\d\d(?=[ -]|$)/.exec(response ?? '')?.[0]
  if (digits === undefined || response === undefined) return undefined
  const words = response.slice(3, 2000)
  const enhanced = /^[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(words)?.[1]
  return { digits, enhanced, words }
}

function kindOf(
  { code, command }: SmtpError,
  stage: Stage,
  reply: Reply | undefined,
): SendOutcomeKind {
  if (stage === 'connect') return 'relay-down'
  if (!reply) {
    if (code === 'ETIMEDOUT') return 'timeout'
    return stage === 'letter' ? 'uncertain' : 'deferred'
  }
  // What is said before any recipient is named is about us, unless it is about this mail's size.
  const isAboutSize = reply.digits === '552' || reply.enhanced === '5.3.4'
  if (command === 'MAIL FROM' && !isAboutSize) return 'relay-down'
  // 503 is about the order of commands: the next connection may do better.
  const isFinal = reply.digits.startsWith('5') && reply.digits !== '503'
  return isFinal ? kindOfRefusal(reply) : kindOfDeferral(reply)
}

function kindOfDeferral({ digits, enhanced, words }: Reply): SendOutcomeKind {
  if (digits === '421') return 'deferred'
  const isGrey = (enhanced ?? '').startsWith('4.7.') || /gr[ea]y-?list/i.test(words)
  // 450 or 451 without a reason is what most greylisting says.
  const isBare = (digits === '450' || digits === '451') && enhanced === undefined
  return isGrey || isBare ? 'greylisted' : 'deferred'
}

function kindOfRefusal({ enhanced, words }: Reply): SendOutcomeKind {
  if (enhanced === undefined || /^5\.[01]\.0$/.test(enhanced))
    return saysNoMailbox(words) ? 'no-mailbox' : 'rejected'
  if (isNoMailbox(enhanced)) return 'no-mailbox'
  return /^5\.(?:2\.2|3\.\d+)$/.test(enhanced) ? 'unavailable' : 'rejected'
}

const noMailbox =
  /(?:user|mailbox|recipient|account|address|adresse|utilisateur|destinataire|empf.nger|benutzer|usuario|destinatario)[^.\r\n]{0,60}?(?:unknown|not found|not exist|no longer|invalid|inconnue?|introuvable|n'existe|unbekannt|nicht gefunden|no existe|desconocid|sconosciut|inesistente)|(?:unknown|no such|invalid|nonexistent|no) (?:local )?(?:user|mailbox|recipient|account|address)\b|unrouteable address/i
const somethingElse =
  /spam|spf|dkim|dmarc|block|policy|blacklist|reputation|relay(?:ing)? (?:access )?denied|quota|full|sender (?:address|verify)/i
