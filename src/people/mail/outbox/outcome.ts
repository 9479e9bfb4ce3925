/** How one attempt to send ended. Only `accepted` is well; what each means is in docs/operations.md. */
export type SendOutcomeKind =
  | 'accepted'
  /** "Come back later", as a first contact or on purpose. */
  | 'greylisted'
  | 'deferred'
  | 'timeout'
  /** The line broke after the whole mail was handed over: it may have arrived. */
  | 'uncertain'
  /** Refused for good, for a reason that says nothing about the address. */
  | 'rejected'
  /** Refused for good because the mailbox is full or the server behind it is broken. */
  | 'unavailable'
  /** There is no such mailbox, and there will be none. */
  | 'no-mailbox'
  /** Our own mail server is not there, or refuses us: nothing can be sent at all. */
  | 'relay-down'

/** How one attempt to send ended, and why. */
export interface SendOutcome {
  readonly kind: SendOutcomeKind
  /** The server's digits and enhanced code, such as `550 5.1.1`, or the machine's, such as `ECONNREFUSED`; never words. */
  readonly code?: string
}
