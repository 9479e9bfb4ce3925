/** In words, for who keeps a receiver: why it was not told; undefined where all is well. */
export function whyNot(outcome: string | undefined): string | undefined {
  if (outcome === undefined || outcome === 'taken') return undefined
  const [, status] = /^http-(\d{1,3})$/.exec(outcome) ?? []
  if (status !== undefined) return `The receiver answered with the status ${status}.`
  return reasons[outcome] ?? 'The receiver could not be told.'
}

const reasons: Readonly<Record<string, string>> = {
  timeout: 'The receiver took too long.',
  redirect: 'The receiver led elsewhere. It must answer itself.',
  'unknown-name': 'The name of the receiver leads to no address.',
  'not-public': 'The name of the receiver leads to an address that is not public.',
  'not-trusted': 'The certificate of the receiver is not trusted.',
  'no-http': 'What the receiver answered is not HTTP.',
  'no-connection': 'No connection to the receiver could be made, or it broke.',
  'not-allowed': 'The operator does not allow this host any more.',
  filters: 'The filters cannot be read any more. Subscribe again.',
  'not-written': 'The notification could not be written here. That is our fault, not yours.',
  'too-slow': 'The search of the filters took too long for a day. Ask for less.',
  damaged: 'What was asked cannot be read any more. Subscribe again.',
  end: 'The end of the subscription has come.',
  'not-confirmed': 'The owner of the address did not say yes within 48 hours.',
  stopped: 'The owner of the address stopped the mails.',
  replaced: 'The same was asked for this address again, and is told instead.',
  'no-mail': 'The address takes no mail.',
  gone: 'The receiver answered that it is gone for good (410).',
}
