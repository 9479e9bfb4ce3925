import type { Records } from '../../records/model/records.ts'
import { filesIn, messagesIn, type MailFile } from './mail-files.ts'
import { takeReport, type TakenReport } from './take-report.ts'

/** How many reports were found to be what. */
export type ReportCounts = Readonly<Record<TakenReport, number>>

/** Files of a mailbox that were read before, so that only what changed is read again. */
export type SeenFiles = Map<string, string>

/**
 * Takes in every report in a mailbox (an mbox, a Maildir or a folder of messages). Nothing in it is changed; what
 * was taken before counts as `known`. A file that changed in the last `restMs` milliseconds (10,000 unless it is told
 * otherwise) is left for the next time. Throws the file system's fault where the path cannot be read.
 */
export async function takeMailbox(
  records: Records,
  path: string,
  now: Date,
  { seen, restMs = usualRestMs }: { readonly seen?: SeenFiles; readonly restMs?: number } = {},
): Promise<ReportCounts> {
  const counts = { ...none }
  for (const file of await filesIn(path)) {
    // A program may still be writing to it; half a report would be taken for less than it says.
    if (now.getTime() - file.changedAt.getTime() < restMs || isSeen(file, seen)) continue
    for await (const message of messagesIn(file))
      counts[await takeReport(records, message, now)] += 1
    seen?.set(file.path, stateOf(file))
  }
  return counts
}

const usualRestMs = 10_000

const none: ReportCounts = {
  hard: 0,
  soft: 0,
  complaint: 0,
  delayed: 0,
  other: 0,
  known: 0,
  unmatched: 0,
}

function isSeen(file: MailFile, seen: SeenFiles | undefined): boolean {
  return seen?.get(file.path) === stateOf(file)
}

function stateOf({ bytes, changedAt }: MailFile): string {
  return `${bytes}:${changedAt.getTime()}`
}
