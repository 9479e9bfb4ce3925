import { isNoMailbox, saysNoMailbox } from '../delivery/smtp-outcome.ts'

/**
 * Whether a mail that was given up on will never find its mailbox. Everything else, such as a full mailbox, a
 * refusal because of what was said, or time that ran out, is soft.
 */
export function judgeFailure(status: string | undefined, words: string): 'hard' | 'soft' {
  const given = codeIn(status ?? '')
  const code = given === undefined || saysNothing(given) ? (codeIn(words) ?? given) : given
  if (code === undefined || saysNothing(code)) return saysNoMailbox(words) ? 'hard' : 'soft'
  return isNoMailbox(code) ? 'hard' : 'soft'
}

/** The first enhanced status code (RFC 3463) in a text; an IP address is none. */
export function codeIn(text: string): string | undefined {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\d|\.\d)/.exec(text)?.[0]
}

/** `5.0.0` and `5.1.0` stand where a server knows no better. */
function saysNothing(code: string): boolean {
  return /^5\.[01]\.0$/.test(code)
}
