import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Fact } from '../study/protocol/facts/fact.ts'
import { type GatheredFacts, gatherFacts } from '../study/protocol/read/gather-facts.ts'
import { readFactLines } from '../study/protocol/read/read-fact-lines.ts'
import { fileFaultText } from '../words/file-faults.ts'
import { wordsOf } from '../words/words.ts'
import { printable } from './columns.ts'
import { Failure, WrongUsage } from './outcome.ts'
import { openProgress } from './progress.ts'
import type { ProtocolOptions } from './protocol-files.ts'
import type { Terminal } from './terminal.ts'

/** Whose facts are wanted, and where the clock hung that times without an offset were read from. */
export interface FactsOptions extends ProtocolOptions {
  readonly participant?: string
  readonly zone?: string
}

/** The facts of one participant. */
export interface ParticipantFacts {
  readonly participant?: string
  readonly facts: readonly Fact[]
}

/** One person has a few hundred; a decision over many thousands is no decision over one person. */
const mostFacts = 20_000

/**
 * The facts of one participant from a file of facts, or from standard input for `-`. A file with a fault is not used at
 * all: the line that could not be read may be the one that changes the dose. Throws `Failure` with every fault and its
 * line, and where it is not told whose facts are wanted; `WrongUsage` where there is no file.
 */
export async function participantFacts(
  terminal: Terminal,
  file: string,
  options: FactsOptions,
): Promise<ParticipantFacts> {
  const { participant, zone } = options
  const lines = readFactLines(await chunksOf(terminal, file, options), { ...(zone && { zone }) })
  const wanted = participant === undefined ? {} : { participant }
  const gathered = await readingFile(file, () => gatherFacts(lines, { ...wanted, mostFacts }))
  const names = [...gathered.participants.keys()].filter((name) => name !== undefined)
  const words = wordsOf(options.lang).explain.files
  if (names.length > 1) throw new Failure(printable(words.severalPeople(file, names)))
  if (gathered.faultyLines > 0) throw new Failure(faultsInWords(file, gathered, options))
  return onlyOne(file, gathered, options)
}

function onlyOne(file: string, gathered: GatheredFacts, { participant, lang }: FactsOptions) {
  const words = wordsOf(lang).explain.files
  const [first] = gathered.participants
  if (first) return { ...(first[0] !== undefined && { participant: first[0] }), facts: first[1] }
  if (participant === undefined || gathered.facts === 0)
    throw new Failure(printable(words.noFact(file)))
  throw new Failure(printable(words.nobody(file, participant)))
}

/** Every fault of a file of facts with its line, and that nothing was made of it. */
export function faultsInWords(
  file: string,
  gathered: GatheredFacts,
  { lang }: FactsOptions,
): string {
  const words = wordsOf(lang)
  const shown = gathered.faults.slice(0, 20)
  const more = gathered.faultyLines - shown.length
  return [
    ...shown.flatMap(({ line, faults }) =>
      faults.map((fault) =>
        printable(`${file}, ${words.fileFaults.line(line)}: ${fileFaultText(lang, fault)}`),
      ),
    ),
    ...(more > 0 ? [words.explain.files.moreLines(more)] : []),
    words.explain.files.nothingUsed,
  ].join('\n')
}

/** Reads a file. Throws `WrongUsage` where there is none, and `Failure` where it cannot be read. */
export async function readingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined || code === 'ABORT_ERR' || error instanceof Failure) throw error
    if (code === 'ENOENT') throw new WrongUsage(`There is no file ${printable(file)}.`)
    if (code === 'EISDIR') throw new WrongUsage(`${printable(file)} is a folder. Give a file.`)
    throw new Failure(`${printable(file)} cannot be read (${code}).`)
  }
}

/** The bytes as they come, with how far they have come; ends where the command is stopped. */
export async function chunksOf(
  { stdin, stderr, signal }: Terminal,
  file: string,
  { quiet = false, lang }: FactsOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const input = file === '-' ? stdin : createReadStream(file, { signal })
  const size =
    file === '-'
      ? undefined
      : await stat(file).then(
          (found) => found.size,
          () => undefined,
        )
  // A small file is read before anybody could look.
  const isLong = size === undefined || size > 4 * 1024 * 1024
  const progress = openProgress({
    stream: stderr,
    quiet: quiet || !isLong,
    clock: () => performance.now(),
  })
  return counted()

  async function* counted(): AsyncGenerator<Uint8Array> {
    let bytes = 0
    for await (const chunk of input) {
      const part = Buffer.from(chunk)
      bytes += part.length
      const label = wordsOf(lang).explain.files.reading
      const share = size ? { share: bytes / size } : {}
      progress.show({ label, done: Math.round(bytes / 1_000_000), unit: 'MB', ...share })
      yield part
    }
    progress.end()
  }
}
