import { type Difference, applied } from '../../../base/json-difference.ts'
import { withProtocol } from '../../registry/contacts.ts'
import type { Study } from '../../registry/study.ts'
import type { StoredStudy } from './stored.ts'
import { withoutMembers } from './without-members.ts'

/**
 * An earlier version of a record whole, by its number (0 is the oldest of those imported here; the newest is told by the record
 * itself): undefined where it is not kept. No version has contacts: they may be withdrawn since.
 */
export function earlierRecord(
  { study, history }: Pick<StoredStudy, 'study' | 'history'>,
  version: number,
): Study | undefined {
  if (version < 0 || version >= history.length) return undefined
  let record: unknown = withoutAnyContacts(study)
  for (const { was } of history.slice(0, history.length - version)) {
    if (was === undefined) return undefined
    record = applied(record, JSON.parse(was) as Difference)
  }
  return record as Study
}

/** From which version on records are kept whole; the number of the newest where no earlier one is. */
export function firstWhole({ history }: Pick<StoredStudy, 'history'>): number {
  const gap = history.findIndex(({ was }) => was === undefined)
  return gap < 0 ? 0 : history.length - gap
}

/** A record without anybody who could be called or written to, as earlier versions are kept. */
export function withoutAnyContacts(study: Study): Study {
  const { contactsLocationsModule: module } = study.protocolSection
  const bare =
    module &&
    bared({ ...module, ...(module.locations && { locations: module.locations.map(bared) }) })
  const own = withProtocol(study, {
    ...study.protocolSection,
    ...(bare && { contactsLocationsModule: bare }),
  })
  const { resultsSection } = own
  const more = resultsSection?.['moreInfoModule']
  if (typeof more !== 'object' || more === null) return own
  return { ...own, resultsSection: { ...resultsSection, moreInfoModule: bared(more) } }
}

function bared<Whole extends object>(whole: Whole): Whole {
  return withoutMembers(whole, ...ofContacts)
}

const ofContacts = ['centralContacts', 'contacts', 'pointOfContact', 'locations_nested']
