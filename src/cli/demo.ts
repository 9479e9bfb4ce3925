import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import type { Config } from '../app/config/config.ts'
import { demonstrationMark } from '../app/folders.ts'
import { fileModes, replaceFile } from '../base/durable-files.ts'
import { readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { catalogueFolder } from '../app/folders.ts'
import type { PeopleBase } from '../people/asks/people-base.ts'
import { writeAnchor } from '../people/audit/anchors.ts'
import { hasRecords } from '../people/records/open-records.ts'
import type { Records } from '../people/records/model/records.ts'
import { terminalWords } from '../words/terminal.ts'
import { makeDemoAccounts } from './demo-accounts.ts'
import { fillDemoCatalogue } from './demo-catalogue.ts'
import { readDemoPeople } from './demo-people-file.ts'
import { demoSite } from './demo-record.ts'
import { Failure } from './outcome.ts'
import { openProgress } from './progress.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { recordsOptions, refusedAsFailure, withRecords } from './with-records.ts'

const words = terminalWords.demo

/**
 * Fills a fresh data folder with a study that looks for people, its site, and people who asked it, all made up, and prints
 * links to sign in. Throws `Failure` for a folder in which anything is.
 */
export async function demoCommand(terminal: Terminal, options: CommonOptions): Promise<void> {
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
  const people = readDemoPeople()
  const study = await fillDemoCatalogue(terminal, config, { people, progress })
  const site = demoSite(study, people)
  const accounts = await refusedAsFailure(() =>
    withRecords(config, async (records) => {
      const base = baseOf(config, records)
      const made = await makeDemoAccounts(base, { people, site: site.id }, terminal.now())
      await writeAnchor(records, terminal.now())
      return made
    }),
  )
  if (!options.quiet) terminal.stderr.write(`${words.ready}\n`)
  for (const { name, role, url } of accounts)
    terminal.stdout.write(`${words.account(name, role)}\n  ${url}\n`)
  if (!options.quiet) terminal.stderr.write(`${words.next(config.dataDir)}\n`)
}

/** Nothing is ever added to what is there, whoever made it. */
async function refuseUnlessFresh(config: Config): Promise<void> {
  if (existsSync(demonstrationMark(config))) throw new Failure(words.again)
  const hasCatalogue = readSoundManifest(catalogueFolder(config)) !== undefined
  const isUsed = hasCatalogue || (await refusedAsFailure(() => hasRecords(recordsOptions(config))))
  if (isUsed) throw new Failure(words.used)
  if (config.smtpUrl !== undefined) throw new Failure(words.sendsMail)
}

function baseOf(config: Config, records: Records): PeopleBase {
  return {
    records,
    baseUrl: config.baseUrl,
    newId: randomUUID,
    newSecret: () => new Uint8Array(randomBytes(32)),
  }
}
