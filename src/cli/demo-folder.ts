import { existsSync, mkdirSync } from 'node:fs'
import type { Config } from '../app/config/config.ts'
import { catalogueFolder, demonstrationMark } from '../app/folders.ts'
import { peopleBaseOf } from '../app/people-base.ts'
import { fileModes, replaceFile } from '../base/durable-files.ts'
import { readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import type { Study } from '../finder/registry/study.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { writeAnchor } from '../people/audit/anchors.ts'
import type { EnquiryBase } from '../people/enquiries/model/enquiry-base.ts'
import type { Records } from '../people/records/model/records.ts'
import { hasRecords } from '../people/records/open-records.ts'
import { terminalWords } from '../words/terminal.ts'
import { type DemoAccount, demoLink } from './demo-accounts.ts'
import { fillDemoCatalogue } from './demo-catalogue.ts'
import type { DemoPeople } from './demo-people-file.ts'
import { Failure } from './outcome.ts'
import { openProgress, type Progress } from './progress.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { recordsOptions, refusedAsFailure, withRecords } from './with-records.ts'

const words = terminalWords.demo

/** A folder that is being filled: its people's side, the made-up record of the study, and how far it has come. */
export interface DemoFilling {
  readonly base: EnquiryBase
  readonly study: Study
  readonly progress: Progress
  readonly now: Date
}

/**
 * Makes a demonstration of a fresh data folder: marks it, makes its catalogue, lets `fill` fill its records, and prints a link to
 * sign in for each account. Throws `Failure` for a folder in which anything is.
 */
export async function fillDemoFolder(
  terminal: Terminal,
  options: CommonOptions,
  people: DemoPeople,
  fill: (filling: DemoFilling) => Promise<readonly DemoAccount[]>,
): Promise<void> {
  const config = terminal.config()
  await refuseUnlessFresh(config)
  const progress = openProgress({
    stream: terminal.stderr,
    quiet: options.quiet === true,
    clock: () => performance.now(),
  })
  // First of all, so that nothing made up is ever in a folder that does not say so.
  mkdirSync(config.dataDir, { recursive: true })
  replaceFile(demonstrationMark(config), `${words.mark}\n`, fileModes.owner)
  const study = await fillDemoCatalogue(terminal, config, { people, progress })
  const told = await refusedAsFailure(() =>
    withRecords(config, async (records) => {
      try {
        return await fillRecords(records, config, { study, progress, now: terminal.now() }, fill)
      } finally {
        progress.end()
      }
    }),
  )
  if (!options.quiet) terminal.stderr.write(`${words.ready}\n`)
  for (const { name, role, url } of told)
    terminal.stdout.write(`${words.account(name, role)}\n  ${url}\n`)
  if (!options.quiet) terminal.stderr.write(`${words.next(config.dataDir)}\n`)
}

/** What a person is called, what they are, and how they sign in. */
interface Told {
  readonly name: string
  readonly role: string
  readonly url: string
}

async function fillRecords(
  records: Records,
  config: Config,
  filling: Omit<DemoFilling, 'base'>,
  fill: (filling: DemoFilling) => Promise<readonly DemoAccount[]>,
): Promise<readonly Told[]> {
  const catalogue = await openCatalogue(catalogueFolder(config), {
    processes: 1,
    timeoutMs: config.searchTimeoutMs,
    start: 'cold',
    vocabulary: openVocabulary(),
  })
  try {
    const base = { ...peopleBaseOf(config, records), catalogue, introductions: true }
    const told: Told[] = []
    for (const account of await fill({ ...filling, base })) {
      const { name } = account.actor
      told.push({ name, role: account.role, url: await demoLink(base, account, filling.now) })
    }
    await writeAnchor(records, filling.now)
    return told
  } finally {
    await catalogue.close()
  }
}

/** Nothing is ever added to what is there, whoever made it. */
async function refuseUnlessFresh(config: Config): Promise<void> {
  if (existsSync(demonstrationMark(config))) throw new Failure(words.again)
  const hasCatalogue = readSoundManifest(catalogueFolder(config)) !== undefined
  const isUsed = hasCatalogue || (await refusedAsFailure(() => hasRecords(recordsOptions(config))))
  if (isUsed) throw new Failure(words.used)
  if (config.smtpUrl !== undefined) throw new Failure(words.sendsMail)
}
