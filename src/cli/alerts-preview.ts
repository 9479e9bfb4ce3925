import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import { readDistanceKm } from '../finder/question/read-values.ts'
import { openPlaces } from '../finder/places/places.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { dayOf, placesFile } from '../app/folders.ts'
import type { AlertTerms } from '../people/alerts/model/alert.ts'
import { allEvents, eventBits } from '../people/alerts/model/events.ts'
import { previewDigest } from '../people/alerts/preview.ts'
import { readStudyId } from '../finder/registry/study-id.ts'
import { savedSearchOf } from '../people/alerts/model/saved-search.ts'
import { terminalWords } from '../words/terminal.ts'
import { neededCatalogue } from './needed-catalogue.ts'
import { WrongUsage } from './outcome.ts'
import { readSearch } from './read-search.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import type { SearchOptions } from './search-options.ts'

/** What `trialway alerts preview` may be told. */
export interface AlertsPreviewOptions
  extends
    CommonOptions,
    Pick<SearchOptions, 'category' | 'tree' | 'near' | 'within' | 'age' | 'sex' | 'status'> {
  readonly study?: string
  readonly language: 'en' | 'fr'
  readonly html?: boolean
}

const usualWithin = '100km'

/**
 * Prints the mail that a person with such an alert would get of the last import; nothing is sent. Throws `WrongUsage`
 * where an option cannot be understood, and `Failure` where there is no catalogue.
 */
export async function alertsPreviewCommand(
  terminal: Terminal,
  words: readonly string[],
  options: AlertsPreviewOptions,
): Promise<void> {
  const config = terminal.config()
  const folder = neededCatalogue(config)
  const vocabulary = openVocabulary()
  const today = dayOf(terminal.now())
  const terms = readTerms(words, options, placesFile(config), today, (number) =>
    Boolean(vocabulary.byTree(number)),
  )
  const catalogue = await openCatalogue(folder, {
    processes: 1,
    timeoutMs: config.searchTimeoutMs,
    vocabulary,
  })
  try {
    const last = catalogue.changeLists().at(-1)
    const list = last && (await catalogue.readChangeList(last.name))
    if (!list) {
      terminal.stderr.write(`${terminalWords.alerts.nothingChanged}\n`)
      return
    }
    const onDamage = (): void => void terminal.stderr.write(`${terminalWords.alerts.damaged(1)}\n`)
    const sources = { catalogue, names: vocabulary, baseUrl: config.baseUrl, today, onDamage }
    const letter = await previewDigest(sources, list, terms, options.language)
    if (!letter) terminal.stderr.write(`${terminalWords.alerts.nothingToTell(list.at)}\n`)
    else terminal.stdout.write(options.html ? letter.html : `${letter.subject}\n\n${letter.text}\n`)
  } finally {
    await catalogue.close()
  }
}

function readTerms(
  words: readonly string[],
  { study, language, ...options }: AlertsPreviewOptions,
  placesPath: string,
  today: string,
  isTree: (number: string) => boolean,
): AlertTerms {
  const named = study === undefined ? undefined : readStudyId(study)
  if (named && !('nctId' in named))
    throw new WrongUsage(`--study ${JSON.stringify(study)} is not an id such as NCT02390596.`)
  const places = openPlaces(placesPath)
  const { query, nearName, problems } = readSearch(words, options, {
    places,
    isTree,
    today,
    language,
  })
  places.close()
  if (problems.length > 0) throw new WrongUsage(problems.join('\n'))
  return {
    search: named === undefined ? savedSearchOf(query) : { study: named.nctId },
    ...(query.near && {
      place: {
        ...query.near,
        name: nearName ?? options.near ?? '',
        withinKm: query.withinKm ?? readDistanceKm(usualWithin) ?? 100,
      },
    }),
    ...(query.area !== undefined && {
      area: { path: query.area, name: nearName ?? options.near ?? '' },
    }),
    ...(query.age && { age: { ...query.age, on: today } }),
    ...(query.sex && { sex: query.sex }),
    events: eventBits(allEvents),
    frequency: 'daily',
  }
}
