import { existsSync } from 'node:fs'
import type { Config } from './config/config.ts'
import type { Catalogue } from '../finder/catalogue/model/catalogue.ts'
import { readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { openCatalogue, saysWhatToDo } from '../finder/catalogue/open-catalogue.ts'
import { type MatcherOptions, openMatcher } from '../finder/matching/open-matcher.ts'
import { warmSelfCheck } from '../finder/self-check/self-check.ts'
import { openPlaces } from '../finder/places/places.ts'
import type { Vocabulary } from '../finder/vocabulary/concept.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { catalogueFolder, dayOf, demonstrationMark, placesFile } from './folders.ts'
import type { Logger } from './log.ts'
import { openMetrics } from './metrics.ts'
import { peopleBaseOf } from './people-base.ts'
import { writtenFolder } from '../people/mail/delivery/file-post.ts'
import type { Records } from '../people/records/model/records.ts'
import type { Service } from './server.ts'
import { shippedProtocols } from './shipped-protocols.ts'
import { version } from './version.ts'
import type { WatchBase } from '../people/watches/model/watch-base.ts'
import type { App } from '../web/shell/app.ts'
import { isThisMachine } from '../door/from-here.ts'
import { faultOf } from '../base/fault-of.ts'
import { isDictionaryKept } from '../base/zstd.ts'

/** What the server needs, opened; `close` gives it all back. */
export interface OpenService extends Service {
  readonly app: App
  close(): Promise<void>
}

/**
 * Opens the catalogue and the places of a data folder, and the site on top of them and of the records. Throws where
 * one of them cannot be opened.
 */
export async function openService(
  config: Config,
  records: Records,
  log: Logger,
  now: () => Date,
  droppedLines: () => number = () => 0,
): Promise<OpenService> {
  const vocabulary = openVocabulary()
  warnOfSlowPacking(log)
  const folder = catalogueFolder(config)
  const opening = Promise.all([catalogueOf(config, folder, vocabulary, log), readDoors()])
  // The processes that search take their time to be ready; nobody is asked to wait meanwhile.
  warmSelfCheck(vocabulary)
  const [catalogue, { createSite, createOperatorSite, programDoors }] = await opening
  const places = openPlaces(placesFile(config))
  const matcher = openMatcher(folder, readersOf(config))
  let isOpen = true
  const app = appOf(config, { catalogue, places, vocabulary, matcher, records, log, now })
  return {
    site: createSite(app),
    programs: programDoors(app, watchBaseOf(config, app)),
    operatorSite: createOperatorSite(app),
    app,
    config,
    log,
    metrics: openMetrics(() => (isOpen ? catalogue.summary() : undefined), droppedLines),
    readiness: () => ({
      catalogue: isOpen && catalogue.summary().studies > 0,
      places: isOpen,
      records: records.isThere,
    }),
    version: () => ({ name: 'trialway', version: version(), ...catalogue.summary() }),
    close: async () => {
      isOpen = false
      places.close()
      await matcher.close()
      await catalogue.close()
    },
  }
}

/** The newest catalogue, and each that comes after it. */
function catalogueOf(
  { searchProcesses, searchTimeoutMs }: Config,
  folder: string,
  vocabulary: Vocabulary,
  log: Logger,
): Promise<Catalogue> {
  return openCatalogue(folder, {
    processes: searchProcesses,
    timeoutMs: searchTimeoutMs,
    watchEveryMs: 2000,
    vocabulary,
    onTrouble: (error) =>
      log.error(
        { fault: faultOf(error), ...(saysWhatToDo(error) && { why: error.message }) },
        'the newest catalogue cannot be opened: npx trialway doctor',
      ),
  })
}

function warnOfSlowPacking(log: Logger): void {
  if (!isDictionaryKept())
    log.warn('this Node keeps no dictionaries: searches and imports are slower')
}

/** Read in while the search processes start. */
async function readDoors() {
  const [site, programs] = await Promise.all([
    import('../web/site.ts'),
    import('./program-doors.ts'),
  ])
  return { ...site, ...programs }
}

function readersOf({ searchTimeoutMs, searchProcesses }: Config): MatcherOptions {
  return { timeoutMs: searchTimeoutMs, processes: Math.min(2, searchProcesses) }
}

type Parts = Pick<App, 'catalogue' | 'places' | 'vocabulary' | 'matcher' | 'log' | 'now'> & {
  readonly records: Records
}

function appOf(config: Config, { records, ...parts }: Parts): App {
  const { baseUrl, trustProxy, operator, institutions } = config
  return {
    ...parts,
    baseUrl,
    today: () => dayOf(parts.now()),
    people: peopleBaseOf(config, records),
    mail: mailDoor(config),
    institutions,
    protocols: shippedProtocols,
    imports: () => readSoundManifest(catalogueFolder(config))?.imports ?? [],
    trustProxy,
    connect: { introductions: config.connectIntroductions, keepDays: config.enquiryKeepDays },
    isDemonstration: existsSync(demonstrationMark(config)),
    operator,
  }
}

/** Mail is offered as it is for alerts; hosts are called where the operator lists them. */
function watchBaseOf({ subscriptionHosts }: Config, { people }: App): WatchBase {
  return { ...people, allowed: subscriptionHosts }
}

function mailDoor(config: Config): App['mail'] {
  return {
    ...(showsWrittenMail(config) && { written: writtenFolder(config) }),
    ...(config.mailHookSecret !== undefined && { hookSecret: config.mailHookSecret }),
  }
}

/** Mails are shown only while nobody but this machine is served, so that no proxy can be in front of other people's. */
export function showsWrittenMail({
  smtpUrl,
  baseUrl,
}: Pick<Config, 'smtpUrl' | 'baseUrl'>): boolean {
  return smtpUrl === undefined && isThisMachine(baseUrl)
}
