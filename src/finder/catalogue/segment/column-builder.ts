import { ageLimitsInDays } from '../../registry/ages.ts'
import { countryCode } from '../../places/countries.ts'
import { firstPosted, lastUpdated } from '../../registry/study-days.ts'
import { hasContact } from '../../registry/contacts.ts'
import type { Location } from '../../registry/study.ts'
import { canBeJoined, isOpen, lastDayOf, siteStatus } from '../../registry/status.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { StoredStudy } from '../model/stored.ts'
import {
  type Columns,
  categoryBit,
  dayNumber,
  studyFlag,
  maskingNumbers,
  noLimit,
  noPoint,
  phaseBit,
  siteFlag,
  siteUnits,
  sponsorClassNumbers,
  statusNumbers,
  typeNumbers,
} from './columns.ts'
import { nctNumber } from '../model/nct-number.ts'

/** Gathers the columns of a segment, one study at a time, in the order of its documents. */
export class ColumnBuilder {
  readonly #rows: Row[] = []
  readonly #countryCodes = new Map<string, number>()
  readonly #country: number[] = []
  readonly #lat: number[] = []
  readonly #lon: number[] = []
  readonly #siteFlags: number[] = []
  readonly #siteArea: number[] = []
  readonly #areas = new Map<string, number>()

  add(stored: StoredStudy): void {
    const protocol = stored.study.protocolSection
    const age = ageLimitColumns(protocol.eligibilityModule ?? {})
    this.#rows.push({
      nct: nctNumber(protocol.identificationModule.nctId),
      status: statusNumbers.numberOf(protocol.statusModule?.overallStatus),
      phases: bitsOf(protocol.designModule?.phases ?? [], phaseBit),
      type: typeNumbers.numberOf(protocol.designModule?.studyType),
      sponsorClass: sponsorClassNumbers.numberOf(
        protocol.sponsorCollaboratorsModule?.leadSponsor?.class,
      ),
      masking: maskingNumbers.numberOf(protocol.designModule?.designInfo?.maskingInfo?.masking),
      flags: flagsOf(stored),
      updated: dayNumber(lastUpdated(stored.study)),
      posted: dayNumber(firstPosted(stored.study)),
      verified: dayNumber(lastDayOf(protocol.statusModule?.statusVerifiedDate)),
      minAge: age.least,
      maxAge: age.most,
      categories: bitsOf(
        stored.categories.map(({ slug }) => slug),
        categoryBit,
      ),
      length: lengthOf(stored),
      countryStart: this.#country.length,
      siteStart: this.#lat.length,
    })
    this.#addSites(stored)
  }

  get count(): number {
    return this.#rows.length
  }

  /** The codes that `country` numbers, in order. */
  get countryCodes(): readonly string[] {
    return [...this.#countryCodes.keys()]
  }

  /** The areas that `siteArea` numbers, in order. */
  get areas(): readonly string[] {
    return [...this.#areas.keys()]
  }

  finish(): Columns {
    const rows = this.#rows
    const column = <A extends Settable>(array: A, pick: (row: Row) => number): A => {
      rows.forEach((row, index) => (array[index] = pick(row)))
      return array
    }
    const count = rows.length
    const starts = (pick: (row: Row) => number, end: number) => {
      const array = column(new Uint32Array(count + 1), pick)
      array[count] = end
      return array
    }
    return {
      nct: column(new Int32Array(count), (row) => row.nct),
      status: column(new Uint8Array(count), (row) => row.status),
      phases: column(new Uint8Array(count), (row) => row.phases),
      type: column(new Uint8Array(count), (row) => row.type),
      sponsorClass: column(new Uint8Array(count), (row) => row.sponsorClass),
      masking: column(new Uint8Array(count), (row) => row.masking),
      flags: column(new Uint8Array(count), (row) => row.flags),
      updated: column(new Uint16Array(count), (row) => row.updated),
      posted: column(new Uint16Array(count), (row) => row.posted),
      verified: column(new Uint16Array(count), (row) => row.verified),
      minAge: column(new Uint16Array(count), (row) => row.minAge),
      maxAge: column(new Uint16Array(count), (row) => row.maxAge),
      categories: column(new Int32Array(count), (row) => row.categories),
      length: column(new Uint8Array(count), (row) => row.length),
      countryStart: starts((row) => row.countryStart, this.#country.length),
      country: Uint8Array.from(this.#country),
      siteStart: starts((row) => row.siteStart, this.#lat.length),
      siteLat: Int32Array.from(this.#lat),
      siteLon: Int32Array.from(this.#lon),
      siteFlags: Uint8Array.from(this.#siteFlags),
      siteArea: Uint16Array.from(this.#siteArea),
    }
  }

  #addSites(stored: StoredStudy): void {
    const countries = new Set<string>()
    for (const { site, point: [lat, lon] = [noPoint, noPoint], flags, area } of siteColumns(
      stored,
    )) {
      const code = site.country ? countryCode(site.country) : undefined
      if (code) countries.add(code)
      this.#lat.push(lat)
      this.#lon.push(lon)
      this.#siteFlags.push(flags)
      this.#siteArea.push(this.#areaNumber(area))
    }
    for (const code of countries) this.#country.push(this.#countryNumber(code))
  }

  #areaNumber(area: string | undefined): number {
    if (area === undefined) return 0
    const known = this.#areas.get(area)
    if (known !== undefined) return known
    // The world has fewer areas than this; were there more, the last would not be found.
    if (this.#areas.size >= mostAreas) return 0
    this.#areas.set(area, this.#areas.size + 1)
    return this.#areas.size
  }

  #countryNumber(code: string): number {
    const known = this.#countryCodes.get(code)
    if (known !== undefined) return known
    this.#countryCodes.set(code, this.#countryCodes.size)
    return this.#countryCodes.size - 1
  }
}

interface Row {
  readonly nct: number
  readonly status: number
  readonly phases: number
  readonly type: number
  readonly sponsorClass: number
  readonly masking: number
  readonly flags: number
  readonly updated: number
  readonly posted: number
  readonly verified: number
  readonly minAge: number
  readonly maxAge: number
  readonly categories: number
  readonly length: number
  readonly countryStart: number
  readonly siteStart: number
}

const mostAreas = 65_535

type Settable = Int32Array | Uint8Array | Uint16Array | Uint32Array

/** Age limits in days, both inclusive; `noLimit` when there is none above. */
export function ageLimitColumns(eligibility: Parameters<typeof ageLimitsInDays>[0]): {
  readonly least: number
  readonly most: number
} {
  const { minDays = 0, maxDays = noLimit } = ageLimitsInDays(eligibility)
  return { least: Math.min(noLimit - 1, minDays), most: Math.min(noLimit, maxDays) }
}

/** What the columns hold of one site. */
export interface SiteColumns {
  readonly site: Location
  /** As the columns of sites have it; undefined where no coordinates could be found. */
  readonly point?: readonly [lat: number, lon: number]
  readonly flags: number
  readonly area: string | undefined
}

/** What the columns hold of each site of a study, in the order of the record's locations. */
export function siteColumns(stored: StoredStudy): readonly SiteColumns[] {
  const { contactsLocationsModule, statusModule } = stored.study.protocolSection
  const sites = contactsLocationsModule?.locations ?? []
  return sites.map((site, index) => {
    const point = stored.points[index]
    const status = siteStatus(site, statusModule)
    const flags =
      (isOpen(status) ? siteFlag.open : 0) |
      (canBeJoined(status) ? siteFlag.canBeJoined : 0) |
      (point?.exactness === 'postcode' ? siteFlag.postcode : 0) |
      (point?.exactness === 'region' ? siteFlag.region : 0)
    const area = stored.areas?.[index] ?? undefined
    if (!point) return { site, flags, area }
    const units = (degrees: number): number => Math.round(degrees * siteUnits)
    return { site, point: [units(point.lat), units(point.lon)], flags, area }
  })
}

function bitsOf(values: readonly string[], bitOf: (value: string) => number): number {
  return values.reduce((bits, value) => bits | bitOf(value), 0)
}

function flagsOf(stored: StoredStudy): number {
  const { study } = stored
  const { eligibilityModule, statusModule } = study.protocolSection
  const sex = eligibilityModule?.sex
  return (
    (study.hasResults === true ? studyFlag.hasResults : 0) |
    (eligibilityModule?.healthyVolunteers === true ? studyFlag.healthy : 0) |
    (sex === 'MALE' ? 0 : studyFlag.female) |
    (sex === 'FEMALE' ? 0 : studyFlag.male) |
    (isOpen(statusModule?.overallStatus) ? studyFlag.open : 0) |
    (statusModule?.expandedAccessInfo?.hasExpandedAccess === true ? studyFlag.expandedAccess : 0) |
    (hasContact(study.protocolSection) ? studyFlag.contact : 0)
  )
}

function lengthOf(stored: StoredStudy): number {
  const { identificationModule: id, conditionsModule } = stored.study.protocolSection
  const texts = [id.briefTitle ?? '', ...(conditionsModule?.conditions ?? []).slice(0, 50)]
  return Math.min(255, tokens(texts.join(' ').slice(0, 5000)).length)
}
