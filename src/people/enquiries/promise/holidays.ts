import { fold } from '../../../finder/vocabulary/fold.ts'

/** The calendars of the world's public holidays, by country and by region of a country. */
export interface HolidayCalendars {
  /** Whether anything is known of a country (ISO 3166 code). */
  knows(country: string): boolean
  /** The code of a region of a country, by its code or its name as a record has it; undefined where it has none. */
  region(country: string, named: string): string | undefined
  /** Public holidays of a year, each as `yyyy-MM-dd`. Half a holiday is one: nobody is to be hurried on it. */
  days(country: string, region: string | undefined, year: number): ReadonlySet<string>
}

let opened: Promise<HolidayCalendars> | undefined

/** Opens the calendars of `date-holidays` when first asked: they take 40 MB, and many processes never ask. */
export function openHolidays(): Promise<HolidayCalendars> {
  return (opened ??= open())
}

async function open(): Promise<HolidayCalendars> {
  const { default: Holidays } = await import('date-holidays')
  const all = new Holidays()
  const countries: ReadonlySet<string> = new Set(Object.keys(all.getCountries()))
  const calendars = new Map<string, InstanceType<typeof Holidays>>()
  const years = new Map<string, ReadonlySet<string>>()
  const calendarOf = (country: string, region: string): InstanceType<typeof Holidays> => {
    const key = `${country} ${region}`
    const known = calendars.get(key) ?? new Holidays(country, region, { types: ['public'] })
    calendars.set(key, known)
    return known
  }
  const daysOf = (country: string, region: string, year: number): ReadonlySet<string> => {
    // One that begins at the end of a year goes on in the next.
    const found = [year - 1, year].flatMap((one) => calendarOf(country, region).getHolidays(one))
    return new Set(found.flatMap(daysOfHoliday))
  }
  return {
    knows: (country) => countries.has(country),
    region: (country, named) =>
      regionNamed(
        [
          ...Object.entries(all.getStates(country, 'en') ?? {}),
          ...Object.entries(all.getStates(country) ?? {}),
          ...(englishNames[country] ?? []),
        ],
        named,
      ),
    days: (country, region = '', year) => {
      const key = `${country} ${region} ${year}`
      const known = years.get(key) ?? daysOf(country, region, year)
      years.set(key, known)
      return known
    },
  }
}

/** The days by the calendar on the wall: the moments depend on a time zone, the written day does not. */
function daysOfHoliday(holiday: {
  readonly date: string
  readonly start: Date
  readonly end: Date
}): readonly string[] {
  const first = Temporal.PlainDate.from(holiday.date.slice(0, 10))
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000
  // An hour is missing where the clocks go forward; some holidays begin the afternoon before the day they are written at.
  const count = Math.max(1, Math.floor((hours + 1) / 24))
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString())
}

/** Such as `67` or "Bas-Rhin", which the calendars name "Département Bas-Rhin". */
function regionNamed(
  known: readonly (readonly [code: string, name: string])[],
  named: string,
): string | undefined {
  const key = fold(named).trim()
  if (key === '') return undefined
  const found =
    known.find(([code, name]) => fold(code) === key || fold(name) === key) ??
    known.find(([, name]) => fold(name).endsWith(` ${key}`))
  return found?.[0]
}

/** Records name regions in English; the calendars name those of Germany in German only. */
const englishNames: Readonly<Record<string, readonly (readonly [code: string, name: string])[]>> = {
  DE: [
    ['BY', 'Bavaria'],
    ['HE', 'Hesse'],
    ['NI', 'Lower Saxony'],
    ['MV', 'Mecklenburg-Western Pomerania'],
    ['NW', 'North Rhine-Westphalia'],
    ['RP', 'Rhineland-Palatinate'],
    ['SN', 'Saxony'],
    ['ST', 'Saxony-Anhalt'],
    ['TH', 'Thuringia'],
  ],
}
