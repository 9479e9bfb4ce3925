import { siteId } from '../finder/registry/site-id.ts'
import { renewOutlooks } from '../study/conduct/derived/renew-outlooks.ts'
import { terminalWords } from '../words/terminal.ts'
import { type DemoAccount, makeDemoAccounts } from './demo-accounts.ts'
import { aliveChildren, demoDays } from './demo-children.ts'
import { demoActors } from './demo.ts'
import { enquiryHappenings, letHappen } from './demo-enquiries.ts'
import { readDemoEnquiries } from './demo-enquiries-file.ts'
import { type DemoFilling, fillDemoFolder } from './demo-folder.ts'
import { type DemoStudyPeople, readDemoStudyPeople } from './demo-people-file.ts'
import { studyHappenings } from './demo-play-study.ts'
import { demoSite } from './demo-record.ts'
import { demoTeam } from './demo-team.ts'
import { readVersion } from './protocol-files.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway demo study` may be told. */
export interface DemoStudyOptions extends CommonOptions {
  readonly finished?: boolean
}

/**
 * Fills a fresh data folder with a study that is run at three sites: people of every role, and the sixteen invented children of
 * the report, each thing done at its own moment by the product's own functions. Throws `Failure` for a folder in which anything is.
 */
export function demoStudyCommand(terminal: Terminal, options: DemoStudyOptions): Promise<void> {
  const people = readDemoStudyPeople()
  const isFinished = options.finished === true
  return fillDemoFolder(terminal, options, people, (filling) =>
    playStudy(filling, people, isFinished),
  )
}

async function playStudy(
  { base, study: record, progress, now }: DemoFilling,
  people: DemoStudyPeople,
  isFinished: boolean,
): Promise<readonly DemoAccount[]> {
  const { study } = people
  const places = {
    site: demoSite(record, people.site),
    otherSite: demoSite(record, people.otherSite),
    thirdSite: demoSite(record, people.thirdSite),
  }
  const began = new Date(now.getTime() - (demoDays + 1) * 86_400_000)
  const siteAt = (place: keyof typeof places): string => siteId(places[place])
  const accounts = await makeDemoAccounts(base, { people, siteAt }, began)
  const sites = Object.values(places).map((place, at) => ({
    site: siteId(place),
    name: place.facility ?? '',
    number: `0${at + 1}`,
  }))
  const team = demoTeam(base, { people, sites }, accounts)
  const scene = { study, ...places, actors: demoActors(accounts) }
  const enquiries = [...readDemoEnquiries(), ...people.enquiries]
  const asked = enquiryHappenings(base, enquiries, scene, now)
  const protocol = await readVersion(`${study}.report`, { lang: 'en' })
  const from = isFinished ? new Map<number, string>() : cameFrom
  const played = studyHappenings({ team, protocol, isFinished, enquiries: asked.ids, from }, now)
  const happenings = [...asked.happenings, ...played.happenings]
  const { step, unit } = terminalWords.demoStudy
  await letHappen(happenings, now, (done) =>
    progress.show({ label: step, done, total: happenings.length, unit }),
  )
  await renewOutlooks(base.records, { holder: 'demonstration', now: () => now })
  return accounts
}

/** From which enquiry some of the children came. */
const cameFrom: ReadonlyMap<number, string> = new Map([
  [aliveChildren.lastDose, 'um.sara@example.org'],
  [aliveChildren.third, 'maman-de-lea@example.org'],
  [aliveChildren.event, 'papa-de-nour@example.org'],
])
