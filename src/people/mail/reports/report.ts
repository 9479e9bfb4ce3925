/** What a message that came back says, in whatever form it was written. */
export interface Report {
  /** The same for the same report. */
  readonly id: string
  readonly kind: ReportKind
  /** When it says that it was written. */
  readonly writtenAt?: Date
  /** The mail of ours it names by the address it was sent to, if it names one. */
  readonly mailId?: string
  /** Message-IDs it names, with their angle brackets. */
  readonly messageIds: readonly string[]
  /** Addresses it is about. */
  readonly recipients: readonly string[]
}

/** `delayed`: the server still tries. `other`: not a report, such as an out-of-office notice. */
export type ReportKind = 'hard' | 'soft' | 'complaint' | 'delayed' | 'other'
