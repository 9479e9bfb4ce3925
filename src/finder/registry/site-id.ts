import { createHash } from 'node:crypto'
import type { Location, ProtocolSection } from './study.ts'

/**
 * A site's id within its study, of ten letters and digits: the registry gives sites none. Made from facility, town and
 * country as far as they have letters and digits, so a change of case, accents or punctuation leaves it. One that is named
 * otherwise is another site.
 */
export function siteId({ facility, city, country }: SiteName): string {
  const text = [facility, city, country].map(plain).join('|')
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

/** What a site is known by. */
export type SiteName = Pick<Location, 'facility' | 'city' | 'country'>

/** The site of a study with this id; of those that its record names alike, the first. Undefined where there is none. */
export function siteOf(protocol: ProtocolSection, id: string): Location | undefined {
  const sites = protocol.contactsLocationsModule?.locations ?? []
  return sites.find((site) => siteId(site) === id)
}

function plain(text = ''): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
