import { countryCode } from '../../../finder/places/countries.ts'
import type { Point } from '../../../finder/places/distance.ts'
import type { Location } from '../../../finder/registry/study.ts'
import { type HolidayCalendars, openHolidays } from './holidays.ts'
import { timeZoneOf } from './time-zones.ts'

/** What is known of where a site is, as the registry writes it. */
export type SitePlace = Pick<Location, 'country' | 'state' | 'zip' | 'geoPoint'>

/** How a site keeps its promise, as it said itself; null where the record says it. */
export interface SiteSetting {
  /** Working days, 1 to 10. */
  readonly promiseDays: number
  /** ISO 3166 code. */
  readonly country: string | null
  /** A region of that country whose holidays differ: a code of `date-holidays`, such as `SCT`. */
  readonly region: string | null
  /** IANA's name. */
  readonly timeZone: string | null
  /** `18:00`, by the clocks of the site. */
  readonly closesAt: string
}

/** What a site that said nothing promises. */
export const usualSetting: SiteSetting = {
  promiseDays: 2,
  country: null,
  region: null,
  timeZone: null,
  closesAt: '18:00',
}

/** When a site works: its clock, its weekend and its holidays. */
export interface SiteCalendar {
  readonly timeZone: string
  /** Days of the week, 1 for Monday to 7 for Sunday, on which it does not work. */
  readonly weekend: ReadonlySet<number>
  readonly closesAt: Temporal.PlainTime
  readonly promiseDays: number
  /** Public holidays of a year, each as `yyyy-MM-dd`. */
  readonly holidays: (year: number) => ReadonlySet<string>
  /** What is not known and had to be taken for granted: UTC, Monday to Friday, or no holidays. */
  readonly assumed: readonly ('time zone' | 'weekend' | 'holidays')[]
}

/**
 * The calendar of a site. Weekends are those of its country (Unicode CLDR), holidays those of `date-holidays`. Of a site
 * whose country is not known: Monday to Friday by UTC, no holidays, and `assumed` says so.
 */
export async function calendarOf(place: SitePlace, setting = usualSetting): Promise<SiteCalendar> {
  const country = setting.country ?? countryCode(place.country ?? '')
  const timeZone = setting.timeZone ?? (country && timeZoneOf(country, pointOf(place)))
  const calendars = await openHolidays()
  const hasHolidays = country !== undefined && calendars.knows(country)
  const region = hasHolidays ? regionOf(calendars, country, place, setting) : undefined
  return {
    timeZone: timeZone ?? 'UTC',
    weekend: new Set(country ? weekendOf(country) : [6, 7]),
    closesAt: Temporal.PlainTime.from(setting.closesAt),
    promiseDays: setting.promiseDays,
    holidays: (year) => (hasHolidays ? calendars.days(country, region, year) : none),
    assumed: [
      ...(timeZone ? [] : (['time zone'] as const)),
      ...(country ? [] : (['weekend'] as const)),
      ...(hasHolidays ? [] : (['holidays'] as const)),
    ],
  }
}

/** Around Strasbourg and Metz more days are holidays: records of French sites name no region, but often a postcode. */
function regionOf(
  calendars: HolidayCalendars,
  country: string,
  { state, zip }: SitePlace,
  setting: SiteSetting,
): string | undefined {
  const named = [setting.region ?? state, country === 'FR' ? zip?.trim().slice(0, 2) : undefined]
  for (const name of named) {
    const region = name && calendars.region(country, name)
    if (region) return region
  }
  return undefined
}

const none: ReadonlySet<string> = new Set()

function pointOf({ geoPoint }: SitePlace): Point | undefined {
  return geoPoint && Number.isFinite(geoPoint.lat) && Number.isFinite(geoPoint.lon)
    ? geoPoint
    : undefined
}

/** Where a country rests on one day only, that is its weekend: people work on the others. */
function weekendOf(country: string): readonly number[] {
  return new Intl.Locale('und', { region: country }).getWeekInfo().weekend
}
