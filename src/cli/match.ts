import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { SearchTooSlow } from '../finder/catalogue/model/catalogue.ts'
import type { TextMatches } from '../finder/matching/match-text.ts'
import { openMatcher } from '../finder/matching/open-matcher.ts'
import { recordProblemText } from '../words/record-problems.ts'
import { dayOf } from '../app/folders.ts'
import { matchesInWords } from './matches-in-words.ts'
import { neededCatalogue } from './needed-catalogue.ts'
import { Failure } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway match` may be told. */
export interface MatchCommandOptions extends CommonOptions {
  readonly limit: number
  readonly open?: boolean
  readonly json?: boolean
}

/**
 * Ranks studies for a note or a FHIR Bundle, and prints them. The text is kept nowhere. Throws `Failure` where it cannot
 * be read, is too long, or takes too long.
 */
export async function matchCommand(
  terminal: Terminal,
  file: string,
  options: MatchCommandOptions,
): Promise<void> {
  const config = terminal.config()
  const folder = neededCatalogue(config)
  const text = await textOf(file)
  const matcher = openMatcher(folder, { timeoutMs: config.searchTimeoutMs })
  try {
    const asked = { text, today: dayOf(terminal.now()), limit: options.limit }
    const matched = await answer(() => matcher.match({ ...asked, onlyOpen: options.open === true }))
    if (!matched.read)
      throw new Failure(matched.problems.map((one) => recordProblemText('en', one)).join('\n'))
    if (!options.quiet)
      for (const one of matched.problems)
        terminal.stderr.write(`${one.place}: ${recordProblemText('en', one)}\n`)
    terminal.stdout.write(
      options.json ? `${JSON.stringify(matched, null, 2)}\n` : matchesInWords(matched),
    )
  } finally {
    await matcher.close()
  }
}

async function answer(match: () => Promise<TextMatches>): Promise<TextMatches> {
  try {
    return await match()
  } catch (error) {
    if (error instanceof SearchTooSlow)
      throw new Failure('This took too long and was stopped. Give the last letter only.')
    throw error
  }
}

/** More is refused before it is read whole. */
const mostBytes = 1024 * 1024

async function textOf(file: string): Promise<string> {
  const input: Readable = file === '-' ? process.stdin : createReadStream(file)
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
    throw new Failure(
      `${JSON.stringify(file)} cannot be read (${code}). Give a text file, a JSON file, or - for standard input.`,
    )
  }
  const text = Buffer.concat(parts).toString('utf8')
  if (text.trim() === '') throw new Failure('There is no text in it.')
  return text
}
