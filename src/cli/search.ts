import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import { CatalogueBusy, SearchTooSlow } from '../finder/catalogue/model/catalogue.ts'
import type { Results } from '../finder/catalogue/model/query.ts'
import { type ToldUnderstood, toldUnderstood } from '../finder/question/told-understood.ts'
import { openPlacesWhenAsked } from '../finder/places/places.ts'
import { dayOf, placesFile } from '../app/folders.ts'
import { type HelpNow, helpNowFor, helpNowInWords } from './help-now.ts'
import { neededCatalogue } from './needed-catalogue.ts'
import { Failure, WrongUsage } from './outcome.ts'
import { type ReadSearch, readSearch } from './read-search.ts'
import { resultsInWords, understoodInWords } from './results-in-words.ts'
import type { Terminal } from './terminal.ts'
import type { SearchOptions } from './search-options.ts'

/**
 * Searches the catalogue, and prints what was found. Throws `WrongUsage` for options that cannot be understood, and
 * `Failure` where there is no catalogue or the search takes too long.
 */
export async function searchCommand(
  terminal: Terminal,
  words: readonly string[],
  options: SearchOptions,
): Promise<void> {
  const config = terminal.config()
  const folder = neededCatalogue(config)
  const places = openPlacesWhenAsked(placesFile(config))
  const today = dayOf(terminal.now())
  const read = readSearch(words, options, {
    places,
    isTree: await treeReader(options),
    today,
    language: 'en',
  })
  places.close()
  if (read.problems.length > 0) throw new WrongUsage(read.problems.join('\n'))
  const catalogue = await openCatalogue(folder, { processes: 1, timeoutMs: config.searchTimeoutMs })
  try {
    const results = await ask(() => catalogue.search(read.query))
    const understood = toldUnderstood(results, read.saying)
    const helpNow = helpNowFor([...words, options.cond ?? ''].join(' ').trim())
    // Said however quiet the answer shall be.
    for (const line of helpNow ? helpNowInWords(helpNow) : []) terminal.stderr.write(`${line}\n`)
    const notes = [...read.nearNotes, ...understoodInWords(results, understood)]
    if (!options.quiet) for (const note of notes) terminal.stderr.write(`${note}\n`)
    terminal.stdout.write(
      options.json
        ? asJson(results, read, { understood, helpNow })
        : resultsInWords(results, today),
    )
  } finally {
    await catalogue.close()
  }
}

/** The vocabulary takes a moment to open: only where it is asked for. */
async function treeReader({ tree }: SearchOptions): Promise<(number: string) => boolean> {
  if (tree === undefined) return () => false
  const { openVocabulary } = await import('../finder/vocabulary/vocabulary.ts')
  const vocabulary = openVocabulary()
  return (number) => vocabulary.byTree(number) !== undefined
}

async function ask(search: () => Promise<Results>): Promise<Results> {
  try {
    return await search()
  } catch (error) {
    if (error instanceof SearchTooSlow)
      throw new Failure(
        'This search took too long and was stopped. Use fewer or longer words, or fewer signs such as * and quotation marks.',
      )
    if (error instanceof CatalogueBusy)
      throw new Failure('This computer is very busy: the search did not get its turn. Try again.')
    throw error
  }
}

/** The same names as the web door's `search.json`. */
function asJson(
  results: Results,
  { query, place }: ReadSearch,
  { understood, helpNow }: { understood: ToldUnderstood; helpNow: HelpNow | undefined },
): string {
  const { total, page, pageSize, corrections, facets, hits, excluded } = results
  return `${JSON.stringify({ ...(helpNow && { helpNow }), total, page, pageSize, query, ...(place && { place }), understood, corrections, facets, hits, ...(excluded && { excluded }) }, null, 2)}\n`
}
