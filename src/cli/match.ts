import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import { CatalogueBusy, SearchTooSlow } from '../finder/catalogue/model/catalogue.ts'
import type { Hit, Query } from '../finder/catalogue/model/query.ts'
import { hitsOfMatches, type MatchHitOptions } from '../finder/matching/match-hits.ts'
import type { TextMatches } from '../finder/matching/match-text.ts'
import { openPlaces } from '../finder/places/places.ts'
import { decodedText, isNoText } from '../finder/matching/text-of-bytes.ts'
import { openMatcher } from '../finder/matching/open-matcher.ts'
import { recordProblemText } from '../words/record-problems.ts'
import { terminalWords } from '../words/terminal.ts'
import { dayOf, placesFile } from '../app/folders.ts'
import { matchesInWords } from './matches-in-words.ts'
import { neededCatalogue } from './needed-catalogue.ts'
import { Failure, WrongUsage } from './outcome.ts'
import { readSearch } from './read-search.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway match` may be told. */
export interface MatchCommandOptions extends CommonOptions {
  readonly limit: number
  readonly open?: boolean
  /** The person's town or postcode. */
  readonly near?: string
  readonly json?: boolean
}

/** How long reading a text may take: nobody else waits for this process, whatever the machine has to do. */
const timeoutMs = 120_000

/**
 * Ranks studies for a note or a FHIR Bundle, and prints them. The text is kept nowhere. Throws `Failure` where it cannot
 * be read, is too long, or takes too long, and `WrongUsage` for a place that is not known.
 */
export async function matchCommand(
  terminal: Terminal,
  file: string,
  options: MatchCommandOptions,
): Promise<void> {
  const config = terminal.config()
  const folder = neededCatalogue(config)
  const today = dayOf(terminal.now())
  const where = whereOf(terminal, options, today)
  const text = await textOf(terminal, file)
  const matcher = openMatcher(folder, { timeoutMs, processes: 1, start: 'cold' })
  try {
    const asked = { text, today, limit: options.limit, onlyOpen: options.open === true }
    const matched = await answer(() => matcher.match(asked))
    if (!matched.read)
      throw new Failure(matched.problems.map((one) => recordProblemText('en', one)).join('\n'))
    if (!options.quiet)
      for (const one of matched.problems)
        terminal.stderr.write(`${one.place}: ${recordProblemText('en', one)}\n`)
    if (matched.isIncomplete) terminal.stderr.write(`${terminalWords.incomplete}\n`)
    const hits = await answer(() => hitsIn(folder, matched, { ...where, today }))
    terminal.stdout.write(
      options.json ? asJson(matched, hits) : matchesInWords(matched, { hits, today }),
    )
  } finally {
    await matcher.close()
  }
}

/** The point to measure distances from, or the area to look in, as a search reads it. */
function whereOf(
  terminal: Terminal,
  { near, quiet }: MatchCommandOptions,
  today: string,
): Pick<Query, 'near' | 'area'> {
  if (near === undefined) return {}
  const places = openPlaces(placesFile(terminal.config()))
  const read = readSearch([], { near }, { places, isTree: () => false, today, language: 'en' })
  places.close()
  if (read.problems.length > 0) throw new WrongUsage(read.problems.join('\n'))
  if (!quiet) for (const note of read.nearNotes) terminal.stderr.write(`${note}\n`)
  return read.query
}

async function hitsIn(
  folder: string,
  { matches }: TextMatches,
  options: MatchHitOptions,
): Promise<ReadonlyMap<string, Hit>> {
  const catalogue = await openCatalogue(folder, { processes: 1, timeoutMs, start: 'cold' })
  try {
    return await hitsOfMatches(matches, catalogue, options)
  } finally {
    await catalogue.close()
  }
}

function asJson(matched: TextMatches, hits: ReadonlyMap<string, Hit>): string {
  const matches = matched.matches.map((match) => {
    const { nearestSite, joinableSite, statusVerifiedDate } = hits.get(match.nctId) ?? {}
    return {
      ...match,
      ...(statusVerifiedDate && { statusVerifiedDate }),
      ...(nearestSite && { nearestSite }),
      ...(joinableSite && { joinableSite }),
    }
  })
  return `${JSON.stringify({ ...matched, matches }, null, 2)}\n`
}

async function answer<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SearchTooSlow || error instanceof CatalogueBusy)
      throw new Failure(
        'This took too long and was stopped. Run it again when the machine has less to do; of a long text give only the last letter.',
      )
    throw error
  }
}

/** More is refused before it is read whole. */
const mostBytes = 1024 * 1024

async function textOf({ stdin }: Pick<Terminal, 'stdin'>, file: string): Promise<string> {
  const input: Readable = file === '-' ? stdin : createReadStream(file)
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const part of input) {
      const chunk = Buffer.from(part)
      bytes += chunk.byteLength
      if (bytes > mostBytes) throw new Failure('A note or a Bundle may be one megabyte.')
      parts.push(chunk)
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why =
      { ENOENT: 'is not there', EISDIR: 'is a folder' }[code] ?? `cannot be read (${code})`
    throw new Failure(
      `${JSON.stringify(file)} ${why}. Give a text file, a JSON file, or - for standard input.`,
    )
  }
  const text = decodedText(Buffer.concat(parts))
  if (isNoText(text))
    throw new Failure('This is not text. Save it as plain text or JSON, in UTF-8.')
  if (text.trim() === '') throw new Failure('There is no text in it.')
  return text
}
