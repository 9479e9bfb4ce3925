import { existsSync, mkdirSync } from 'node:fs'
import type { Config } from '../app/config/config.ts'
import { catalogueFolder, demonstrationMark } from '../app/folders.ts'
import { peopleBaseOf } from '../app/people-base.ts'
import { fileModes, replaceFile } from '../base/durable-files.ts'
import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { siteId } from '../finder/registry/site-id.ts'
import type { Study } from '../finder/registry/study.ts'
import type { Actor } from '../people/accounts/model/actor.ts'
import { readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { writeAnchor } from '../people/audit/anchors.ts'
import { hasRecords } from '../people/records/open-records.ts'
import type { Records } from '../people/records/model/records.ts'
import { terminalWords } from '../words/terminal.ts'
import { demoLink, makeDemoAccounts } from './demo-accounts.ts'
import { fillDemoCatalogue } from './demo-catalogue.ts'
import { playEnquiries } from './demo-enquiries.ts'
import { readDemoEnquiries } from './demo-enquiries-file.ts'
import { type DemoPeople, readDemoPeople } from './demo-people-file.ts'
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
  const told = await refusedAsFailure(() =>
    withRecords(config, (records) =>
      fillRecords(records, { config, people, study }, terminal.now()),
    ),
  )
  if (!options.quiet) terminal.stderr.write(`${words.ready}\n`)
  for (const { name, role, url } of told)
    terminal.stdout.write(`${words.account(name, role)}\n  ${url}\n`)
  if (!options.quiet) terminal.stderr.write(`${words.next(config.dataDir)}\n`)
}

interface Filling {
  readonly config: Config
  readonly people: DemoPeople
  readonly study: Study
}

/** What a person is called, what they are, and how they sign in. */
interface Told {
  readonly name: string
  readonly role: string
  readonly url: string
}

async function fillRecords(
  records: Records,
  { config, people, study }: Filling,
  now: Date,
): Promise<readonly Told[]> {
  const catalogue = await openCatalogue(catalogueFolder(config), {
    processes: 1,
    timeoutMs: config.searchTimeoutMs,
    start: 'cold',
    vocabulary: openVocabulary(),
  })
  try {
    const base = { ...peopleBaseOf(config, records), catalogue, introductions: true }
    const enquiries = readDemoEnquiries()
    const longestAgo = Math.max(...enquiries.map(({ daysAgo }) => daysAgo)) + 1
    const began = new Date(now.getTime() - longestAgo * 86_400_000)
    const site = demoSite(study, people.site)
    const accounts = await makeDemoAccounts(base, { people, site: siteId(site) }, began)
    const actorOf = (role: string): Actor => {
      const account = accounts.find((one) => one.role === role)
      if (!account) throw new Error(`nobody is ${role}`)
      return account.actor
    }
    const actors = { coordinator: actorOf('coordinator'), manager: actorOf('manager') }
    const otherSite = demoSite(study, people.otherSite)
    await playEnquiries(base, enquiries, { study: people.study, site, otherSite, actors }, now)
    const told: Told[] = []
    for (const account of accounts) {
      const { name } = account.actor
      told.push({ name, role: account.role, url: await demoLink(base, account, now) })
    }
    await writeAnchor(records, now)
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
