import { hash } from 'node:crypto'
import { twoPeople } from '../../study/analysis/participants/two-people.ts'
import type { Protocol } from '../../study/protocol/document/protocol.ts'
import type { Fact } from '../../study/protocol/facts/fact.ts'
import { gatherFacts } from '../../study/protocol/read/gather-facts.ts'
import { readFactLines } from '../../study/protocol/read/read-fact-lines.ts'
import { fileFaultText } from '../../words/file-faults.ts'
import type { Language } from '../../words/language/language.ts'
import { reportWords } from '../../words/report.ts'
import { wordsOf } from '../../words/words.ts'

/** How much a file may have here; larger ones are for the command line. */
export const mostReportBytes = 2 * 1024 * 1024
const mostFacts = 6000
const mostShown = 20

/** The facts of a posted file by participant, or everything that is wrong with it. */
export type SentFacts =
  | { readonly participants: ReadonlyMap<string, readonly Fact[]>; readonly sha256: string }
  | { readonly problems: readonly string[] }

/** Reads a file of facts, of which `most` are taken. Nothing of it is kept. */
export async function sentFacts(
  file: Uint8Array | undefined,
  protocol: Protocol,
  language: Language,
  most = mostFacts,
): Promise<SentFacts> {
  const words = factsProblems(language)
  if (!file || file.byteLength === 0) return { problems: [words.noFile] }
  const gathered = await gatherFacts(readFactLines(once(file)), { mostFacts: most })
  if (gathered.faultyLines > 0) {
    const { line } = wordsOf(language).fileFaults
    const told = gathered.faults.flatMap((one) =>
      one.faults.map((fault) => `${line(one.line)}: ${fileFaultText(language, fault)}`),
    )
    return { problems: told.slice(0, mostShown) }
  }
  const participants = new Map<string, readonly Fact[]>()
  for (const [name, facts] of gathered.participants)
    if (name !== undefined) participants.set(name, facts)
  if (participants.size === 0) return { problems: [words.nobody] }
  const two = twoPeople(protocol, participants).map((one) =>
    reportWords(language).files.twoPeople(one),
  )
  if (two.length > 0) return { problems: two.slice(0, mostShown) }
  return { participants, sha256: hash('sha256', file) }
}

/** What is said of a file that cannot be used. */
export function factsProblems(language: Language) {
  return wordsOf(language).reportPage.problems
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
