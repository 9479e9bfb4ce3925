import { parseRecord } from '../finder/registry/parse-record.ts'
import { isProblem, type RawRecord, type RecordProblem } from '../finder/registry/records.ts'
import { withProtocol } from '../finder/registry/contacts.ts'
import type { Contact, Location, Study } from '../finder/registry/study.ts'
import { terminalWords } from '../words/terminal.ts'
import type { DemoPeople } from './demo-people-file.ts'

/**
 * A copy of the record of the study, in which it looks for people, with contacts at example.org and one site more; its title
 * and its summary say that it is made up. Throws where the record cannot be read or has no such site.
 */
export function madeUpRecord(record: RawRecord, people: DemoPeople, now: Date): Study {
  const read = parseRecord(record)
  if (isProblem(read)) throw new Error(read.reason)
  const { protocolSection: whole } = read.study
  const { identificationModule: id, statusModule, descriptionModule } = whole
  const words = terminalWords.demo.record
  const day = now.toISOString().slice(0, 10)
  return withProtocol(read.study, {
    ...whole,
    identificationModule: { ...id, briefTitle: words.title(id.briefTitle ?? id.nctId) },
    descriptionModule: {
      ...descriptionModule,
      briefSummary: words.summary(descriptionModule?.briefSummary ?? ''),
    },
    statusModule: {
      ...statusModule,
      overallStatus: 'RECRUITING',
      statusVerifiedDate: day.slice(0, 7),
      lastUpdateSubmitDate: day,
      lastUpdatePostDateStruct: { date: day, type: 'ACTUAL' },
    },
    contactsLocationsModule: {
      ...whole.contactsLocationsModule,
      centralContacts: [contactAt(people.contacts.central)],
      locations: [
        ...(whole.contactsLocationsModule?.locations ?? []).map((site) => openSite(site, people)),
        ...moreSites(people),
      ],
    },
  })
}

function moreSites({ otherSite, thirdSite, contacts }: DemoPeople): readonly Location[] {
  const status = 'RECRUITING'
  const third = contacts.thirdSite
  return [
    { ...otherSite, status, contacts: [contactAt(contacts.otherSite)] },
    ...(thirdSite && third ? [{ ...thirdSite, status, contacts: [contactAt(third)] }] : []),
  ]
}

function openSite(site: Location, { site: asked, contacts }: DemoPeople): Location {
  if (site.facility !== asked.facility || site.city !== asked.city) return site
  return { ...site, status: 'RECRUITING', contacts: [contactAt(contacts.site)] }
}

function contactAt(email: string): Contact {
  return { name: terminalWords.demo.record.contact, role: 'CONTACT', email }
}

/** A site of the demonstration as its record has it. Throws where the record does not have it. */
export function demoSite(
  study: Study,
  asked: { readonly facility: string; readonly city: string },
): Location {
  const site = study.protocolSection.contactsLocationsModule?.locations?.find(
    ({ facility, city }) => facility === asked.facility && city === asked.city,
  )
  if (!site) throw new Error(`the record has no site ${asked.facility}`)
  return site
}

/** A study as a record that an import reads. */
export async function* asRecord(study: Study): AsyncGenerator<RawRecord | RecordProblem> {
  yield {
    place: 'demonstration',
    format: 'json',
    bytes: new TextEncoder().encode(JSON.stringify(study)),
  }
}
