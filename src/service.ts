import type { Config } from './config.ts'
import { openCatalogue } from './finder/catalogue/open-catalogue.ts'
import { openMatcher } from './finder/matching/open-matcher.ts'
import { openPlaces } from './finder/places/places.ts'
import { openVocabulary } from './finder/vocabulary/vocabulary.ts'
import { catalogueFolder, dayOf, placesFile } from './folders.ts'
import { faultOf, type Logger } from './log.ts'
import { openMetrics } from './metrics.ts'
import type { Service } from './server.ts'
import { version } from './version.ts'

/** What the server stands on, opened; `close` gives it all back. */
export interface OpenService extends Service {
  /** The day of the last import into the catalogue that is served, `yyyy-MM-dd`. */
  readonly imported: () => string | undefined
  close(): Promise<void>
}

/** Opens the catalogue and the places of a data folder, and the site on top of them. */
export async function openService(
  config: Config,
  log: Logger,
  now: () => Date,
): Promise<OpenService> {
  const vocabulary = openVocabulary()
  const opening = openCatalogue(catalogueFolder(config), {
    processes: config.searchProcesses,
    timeoutMs: config.searchTimeoutMs,
    watchEveryMs: 2000,
    vocabulary,
    onTrouble: (error) =>
      log.error({ fault: faultOf(error) }, 'the new catalogue cannot be opened'),
  })
  // Pages are read in while the search processes start.
  const [catalogue, { createSite }] = await Promise.all([opening, import('./web/site.ts')])
  const places = openPlaces(placesFile(config))
  const matcher = openMatcher(catalogueFolder(config), { timeoutMs: config.searchTimeoutMs })
  let isOpen = true
  const house = {
    catalogue,
    places,
    vocabulary,
    matcher,
    baseUrl: config.baseUrl,
    today: () => dayOf(now()),
    log,
  }
  return {
    site: createSite(house),
    config,
    log,
    metrics: openMetrics(() => (isOpen ? catalogue.summary() : undefined)),
    readiness: () => ({ catalogue: isOpen && catalogue.summary().studies > 0, places: isOpen }),
    version: () => ({ name: 'trialway', version: version(), ...catalogue.summary() }),
    imported: () => catalogue.summary().imported,
    close: async () => {
      isOpen = false
      places.close()
      await matcher.close()
      await catalogue.close()
    },
  }
}
