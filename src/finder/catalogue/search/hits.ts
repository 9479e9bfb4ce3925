import type { Hit, NearestSite, Query, Why } from '../model/query.ts'
import { siteFlag } from '../segment/columns.ts'
import { canBeJoined, isOpen, siteStatus } from '../../registry/status.ts'
import type { Study } from '../../registry/study.ts'
import { firstPosted, lastUpdated } from '../../registry/study-days.ts'
import { asksStatus } from './filters.ts'
import { allowedSites, firstSite } from './in-area.ts'
import { type NearestSiteFound, findNearestSite, sitePointAt } from './distances.ts'
import type { TriedTreatment } from '../../vocabulary/treatment-names.ts'
import type { LoadedSegment } from '../segment/loaded.ts'

/** One study as a list shows it, from what is kept of it for lists. */
export function hitOf(
  study: Study,
  loaded: LoadedSegment,
  doc: number,
  query: Query,
  why: readonly Why[],
): Hit {
  const protocol = study.protocolSection
  const { identificationModule: id, statusModule: status, eligibilityModule } = protocol
  const { nearestSite, joinableSite } = sitesOf(study, loaded, doc, query)
  return {
    nctId: id.nctId,
    briefTitle: short(id.briefTitle ?? id.nctId),
    overallStatus: status?.overallStatus ?? 'UNKNOWN',
    conditions: (protocol.conditionsModule?.conditions ?? []).slice(0, mostNames).map(short),
    interventions: namesOf(protocol.armsInterventionsModule?.interventions?.slice(0, mostNames)),
    treatments: treatmentsOf(protocol.armsInterventionsModule?.interventions),
    terms: termsOf(study),
    phases: protocol.designModule?.phases ?? [],
    armTypes: armTypesOf(protocol),
    hasResults: study.hasResults === true,
    siteCount: siteCount(loaded, doc),
    countries: countriesOf(loaded, doc),
    why,
    ...present({
      acronym: id.acronym,
      lastKnownStatus: status?.lastKnownStatus,
      statusVerifiedDate: status?.statusVerifiedDate,
      lastUpdatePostDate: lastUpdated(study),
      studyFirstPostDate: firstPosted(study),
      studyType: protocol.designModule?.studyType,
      allocation: protocol.designModule?.designInfo?.allocation,
      purpose: protocol.designModule?.designInfo?.primaryPurpose,
      sex: eligibilityModule?.sex,
      minimumAge: eligibilityModule?.minimumAge,
      maximumAge: eligibilityModule?.maximumAge,
      leadSponsor: shortOf(protocol.sponsorCollaboratorsModule?.leadSponsor?.name),
      nearestSite,
      joinableSite,
    }),
  }
}

/** A list shows a line of each study; the registry lets a title have 300 characters. */
const mostNames = 100
const longestName = 600

function short(text: string): string {
  return text.length > longestName ? `${text.slice(0, longestName)}…` : text
}

function shortOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : short(text)
}

const mostOtherNames = 5

/** As many as an everyday title reads. */
function treatmentsOf(items: readonly TriedTreatment[] | undefined): readonly TriedTreatment[] {
  return (items ?? []).slice(0, mostTitled).map(({ name, type, otherNames }) =>
    present({
      name: shortOf(name),
      type,
      otherNames: otherNames?.slice(0, mostOtherNames).map(short),
    }),
  )
}

function termsOf(study: Study): readonly string[] {
  const meshes = study.derivedSection?.conditionBrowseModule?.meshes ?? []
  return meshes.slice(0, mostTitled).flatMap(({ term }) => (term === undefined ? [] : [term]))
}

const mostTitled = 20

function armTypesOf({ armsInterventionsModule }: Study['protocolSection']): readonly string[] {
  const types = armsInterventionsModule?.armGroups?.flatMap(({ type }) => type ?? []) ?? []
  return [...new Set(types)]
}

function siteCount({ columns }: LoadedSegment, doc: number): number {
  return (columns.siteStart[doc + 1] as number) - (columns.siteStart[doc] as number)
}

interface Sites {
  readonly nearestSite?: NearestSite | undefined
  readonly joinableSite?: NearestSite | undefined
}

/**
 * The site that is named is one that the filters allow. Where the nearest takes nobody although the study does, the nearest
 * that takes people is named too.
 */
function sitesOf(study: Study, loaded: LoadedSegment, doc: number, query: Query): Sites {
  const { columns } = loaded
  const { near, withinKm, area } = query
  const isAllowed = allowedSites(query, loaded)
  const nearest =
    near && area === undefined
      ? findNearestSite(columns, doc, near, { withinKm, isAllowed })
      : undefined
  if (!near || !nearest) return { nearestSite: siteNamed(study, loaded, doc, query, isAllowed) }
  const nearestSite = siteAt(study, loaded, doc, nearest)
  if (nearest.canBeJoined || !canBeJoined(study.protocolSection.statusModule?.overallStatus))
    return { nearestSite }
  const joinable = findNearestSite(columns, doc, near, { flags: siteFlag.canBeJoined, isAllowed })
  return { nearestSite, joinableSite: joinable && siteAt(study, loaded, doc, joinable) }
}

/** Where nothing is measured: in the area or the countries asked for, and one that takes people where there is one. */
function siteNamed(
  study: Study,
  loaded: LoadedSegment,
  doc: number,
  query: Query,
  isAllowed: ReturnType<typeof allowedSites>,
): NearestSite | undefined {
  if (!isAllowed && !asksStatus(query)) return siteAt(study, loaded, doc)
  const index = firstSite(loaded, doc, isAllowed)
  if (query.area === undefined) return siteAt(study, loaded, doc, { index: index ?? 0 })
  const site = index === undefined ? undefined : siteAt(study, loaded, doc, { index, km: 0 })
  return site && { ...site, isInArea: true }
}

/** The brief has a study's first site; for another one the record is read. */
function siteAt(
  brief: Study,
  { columns, segment }: LoadedSegment,
  doc: number,
  found?: Pick<NearestSiteFound, 'index'> & { readonly km?: number },
): NearestSite | undefined {
  const site =
    found && found.index > 0
      ? segment.siteAt(doc, found.index)
      : brief.protocolSection.contactsLocationsModule?.locations?.[0]
  if (!site) return undefined
  const at = (columns.siteStart[doc] as number) + (found?.index ?? 0)
  const flags = found?.km !== undefined ? (columns.siteFlags[at] as number) : 0
  const status = siteStatus(site, brief.protocolSection.statusModule)
  return {
    open: isOpen(status),
    ...present({
      facility: shortOf(site.facility),
      city: shortOf(site.city),
      country: site.country,
      status,
      km: found?.km === undefined ? undefined : Math.round(found.km * 10) / 10,
      exactness: found?.km === undefined ? undefined : exactnessOf(flags),
      point: sitePointAt(columns, at),
    }),
  }
}

function exactnessOf(flags: number): 'town' | 'postcode' | 'region' {
  if ((flags & siteFlag.postcode) !== 0) return 'postcode'
  return (flags & siteFlag.region) !== 0 ? 'region' : 'town'
}

function countriesOf({ columns, segment }: LoadedSegment, doc: number): string[] {
  const codes: string[] = []
  for (
    let at = columns.countryStart[doc] as number;
    at < (columns.countryStart[doc + 1] as number);
    at++
  )
    codes.push(segment.countries[columns.country[at] as number] ?? '')
  return codes
}

function namesOf(items: readonly { readonly name?: string }[] | undefined): string[] {
  return (items ?? []).flatMap(({ name }) => (name ? [short(name)] : []))
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The same object without what is not there, as optional properties are exact. */
export function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Present<T>
}
