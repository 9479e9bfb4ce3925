import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import { unlessDamaged } from '../../../finder/catalogue/model/damage.ts'
import { canBeJoined, isDoubtful, isOpen, siteStatus } from '../../../finder/registry/status.ts'
import { lastUpdated } from '../../../finder/registry/study-days.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { type TitledStudy, titledStudy } from '../../../finder/vocabulary/titled-study.ts'
import { remembering } from '../../../base/lru.ts'
import { type AreaPath, isInArea } from '../../../finder/places/areas.ts'
import { distanceKm, type Point } from '../../../finder/places/distance.ts'

/** What a digest says of a study, whoever reads it. */
export interface StudyCard {
  readonly nctId: string
  /** What its title is made of, in the language of who reads it. */
  readonly titled: TitledStudy
  /** The registry's value, as `RECRUITING`. */
  readonly status: string
  readonly isStale: boolean
  /** When the registry last changed the record, `yyyy-MM-dd`. */
  readonly updated: string
  /** Its sites, each with its name as "Hôpital Bicêtre, Le Kremlin-Bicêtre". */
  readonly sites: readonly CardSite[]
}

interface CardSite {
  readonly name: string
  readonly point?: Point
  /** As `FR/11/94`. */
  readonly area?: AreaPath
  readonly isOpen: boolean
  /** People can join there now, or when it opens. */
  readonly canBeJoined: boolean
}

/**
 * Reads studies for digests; those of one run are mostly the same few thousand, so each is read once. One whose record is
 * damaged is as one that is not there yet, and `onDamage` is told.
 */
export function studyCards(
  catalogue: Pick<Catalogue, 'study'>,
  today: string,
  onDamage: (nctId: string) => void,
): (nctId: string) => StudyCard | undefined {
  return remembering(
    mostKnown,
    (nctId: string) => nctId,
    (nctId) => {
      const stored = unlessDamaged(
        () => catalogue.study(nctId),
        () => onDamage(nctId),
      )
      return stored && cardOf(nctId, stored, today)
    },
  )
}

const mostKnown = 20_000

function cardOf(nctId: string, stored: StoredStudy, today: string): StudyCard {
  const { study, points, areas } = stored
  const { statusModule, contactsLocationsModule } = study.protocolSection
  const status = statusModule?.overallStatus ?? 'UNKNOWN'
  return {
    nctId,
    titled: titledStudy(study),
    status,
    isStale: isDoubtful(statusModule, today),
    updated: lastUpdated(study) ?? '',
    sites: (contactsLocationsModule?.locations ?? []).map((site, index) => {
      const point = points[index]
      const area = areas?.[index]
      const own = siteStatus(site, statusModule)
      return {
        name: [...new Set([site.facility, site.city])].filter(Boolean).join(', '),
        ...(point && { point }),
        ...(typeof area === 'string' && { area }),
        isOpen: isOpen(own),
        canBeJoined: canBeJoined(own),
      }
    }),
  }
}

/**
 * Whether news is of a version that this catalogue has not taken in yet, as where several servers import at
 * their own hours: then it waits for it, a week at most.
 */
export function isAhead(
  { eventKey, foundAt }: { readonly eventKey: string; readonly foundAt: string },
  card: StudyCard | undefined,
  now: Date,
): boolean {
  if (now.getTime() - Date.parse(foundAt) > mostWaitMs) return false
  if (!card) return true
  const [day] = /^\d{4}-\d\d-\d\d(?=-)/.exec(eventKey) ?? []
  return day !== undefined && day > card.updated
}

const mostWaitMs = 7 * 24 * 3_600_000

/** A site that a mail names, in kilometres from the place of an alert. */
export interface NamedSite {
  readonly name: string
  readonly km: number
  readonly canBeJoined: boolean
}

/** The nearest site that takes people, or the nearest of any kind; within reach before beyond it. */
export function siteToName(
  { sites }: Pick<StudyCard, 'sites'>,
  place: Point,
  withinKm: number,
): NamedSite | undefined {
  const ranked = sites.flatMap((site) => {
    if (!site.point) return []
    const { name, canBeJoined: joinable } = site
    const km = distanceKm(place, site.point)
    return [{ name, canBeJoined: joinable, km, rank: (km > withinKm ? 3 : 0) + closedness(site) }]
  })
  const [nearest] = ranked.toSorted((a, b) => a.rank - b.rank || a.km - b.km)
  return nearest
}

/** The first site in an area: one that takes people, one that is to, or any; undefined where none is in it. */
export function siteInArea(
  { sites }: Pick<StudyCard, 'sites'>,
  area: AreaPath,
): Pick<NamedSite, 'name' | 'canBeJoined'> | undefined {
  const there = sites.filter((site) => site.area !== undefined && isInArea(site.area, area))
  const [first] = there.toSorted((a, b) => closedness(a) - closedness(b))
  return first && { name: first.name, canBeJoined: first.canBeJoined }
}

function closedness({ isOpen: takesPeople, canBeJoined: joinable }: CardSite): number {
  if (takesPeople) return 0
  return joinable ? 1 : 2
}

/** Where the site that is named takes nobody although the study does: the nearest that takes people, however far. */
export function siteToJoin(
  { sites, status }: StudyCard,
  place: Point,
  named: NamedSite,
): NamedSite | undefined {
  if (named.canBeJoined || !canBeJoined(status)) return undefined
  return siteToName({ sites: sites.filter((site) => site.canBeJoined) }, place, Infinity)
}
