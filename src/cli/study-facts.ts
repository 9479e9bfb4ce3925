import { createHash } from 'node:crypto'
import type { Fact } from '../study/protocol/facts/fact.ts'
import { gatherFacts } from '../study/protocol/read/gather-facts.ts'
import { readFactLines } from '../study/protocol/read/read-fact-lines.ts'
import { wordsOf } from '../words/words.ts'
import { printable } from './columns.ts'
import { Failure } from './outcome.ts'
import { chunksOf, faultsInWords, type FactsOptions, readingFile } from './participant-facts.ts'
import type { Terminal } from './terminal.ts'

/** The facts of a study, by participant, and the hash of the bytes they came in. */
export interface StudyFacts {
  readonly participants: ReadonlyMap<string, readonly Fact[]>
  readonly sha256: string
}

/**
 * The facts of every participant in a file, or from standard input for `-`. Throws `Failure` with every fault and its line,
 * and where the file names no participant; `WrongUsage` where there is no file.
 */
export async function studyFacts(
  terminal: Terminal,
  file: string,
  options: Omit<FactsOptions, 'participant'>,
): Promise<StudyFacts> {
  const { zone, lang } = options
  const hash = createHash('sha256')
  const chunks = hashed(await chunksOf(terminal, file, options), (chunk) => hash.update(chunk))
  const lines = readFactLines(chunks, { ...(zone !== undefined && { zone }) })
  const gathered = await readingFile(file, () => gatherFacts(lines))
  if (gathered.faultyLines > 0) throw new Failure(faultsInWords(file, gathered, options))
  const participants = new Map<string, readonly Fact[]>()
  for (const [name, facts] of gathered.participants)
    if (name !== undefined) participants.set(name, facts)
  if (participants.size === 0) {
    const { noFact, noParticipant } = wordsOf(lang).explain.files
    throw new Failure(printable(gathered.facts > 0 ? noParticipant(file) : noFact(file)))
  }
  return { participants, sha256: hash.digest('hex') }
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  take: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    take(chunk)
    yield chunk
  }
}
