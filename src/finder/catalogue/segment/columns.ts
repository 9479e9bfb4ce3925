import { enums } from '../../registry/enums.ts'
import { categories } from '../../vocabulary/categories.ts'

/**
 * What filters, counts and distances need of every study, as plain arrays: small enough to hold in
 * memory for the whole registry. A column is a typed array with one value a study, or a list of
 * values with the offsets at which each study's begin.
 */
export interface Columns {
  /** The digits of the NCT id. */
  readonly nct: Int32Array
  readonly status: Uint8Array
  /** One bit a phase. */
  readonly phases: Uint8Array
  readonly type: Uint8Array
  readonly sponsorClass: Uint8Array
  readonly masking: Uint8Array
  readonly flags: Uint8Array
  /** Days since 1990-01-01; 0 when not given. */
  readonly updated: Uint16Array
  readonly posted: Uint16Array
  /** The last day on which its team may have verified the record. */
  readonly verified: Uint16Array
  /** Age limits in days, both inclusive; `noLimit` when there is none above. */
  readonly minAge: Uint16Array
  readonly maxAge: Uint16Array
  /** One bit a medical category. */
  readonly categories: Int32Array
  /** How long the title and conditions are, for ranking. */
  readonly length: Uint8Array
  readonly countryStart: Uint32Array
  readonly country: Uint8Array
  readonly siteStart: Uint32Array
  /** Whole numbers of which `siteUnits` are a degree. */
  readonly siteLat: Int32Array
  readonly siteLon: Int32Array
  readonly siteFlags: Uint8Array
  /** The place of a site's area in the segment's list of them, and 1; 0 where it is not known. */
  readonly siteArea: Uint16Array
}

/** The columns of a segment, each from its bytes, beside the ids of its studies. */
export function columnsOf(
  { nct }: Pick<Columns, 'nct'>,
  read: (name: Exclude<keyof Columns, 'nct'>) => ArrayBuffer,
): Columns {
  return {
    nct,
    status: new Uint8Array(read('status')),
    phases: new Uint8Array(read('phases')),
    type: new Uint8Array(read('type')),
    sponsorClass: new Uint8Array(read('sponsorClass')),
    masking: new Uint8Array(read('masking')),
    flags: new Uint8Array(read('flags')),
    updated: new Uint16Array(read('updated')),
    posted: new Uint16Array(read('posted')),
    verified: new Uint16Array(read('verified')),
    minAge: new Uint16Array(read('minAge')),
    maxAge: new Uint16Array(read('maxAge')),
    categories: new Int32Array(read('categories')),
    length: new Uint8Array(read('length')),
    countryStart: new Uint32Array(read('countryStart')),
    country: new Uint8Array(read('country')),
    siteStart: new Uint32Array(read('siteStart')),
    siteLat: new Int32Array(read('siteLat')),
    siteLon: new Int32Array(read('siteLon')),
    siteFlags: new Uint8Array(read('siteFlags')),
    siteArea: new Uint16Array(read('siteArea')),
  }
}

/** The upper age limit, in days, of a study that has none. */
export const noLimit = 65535
/** The latitude and longitude of a site whose coordinates are not known. */
export const noPoint = 0x7fffffff
/** The columns of sites hold the registry's five digits: about a metre. */
export const siteUnits = 100_000

/** The bits of the `flags` column. */
export const studyFlag = {
  hasResults: 1,
  healthy: 2,
  /** The sexes the study admits, where it says so; a study that says nothing admits both. */
  female: 4,
  male: 8,
  open: 16,
  expandedAccess: 32,
  /** The record gives a contact, and the study is not over. */
  contact: 64,
} as const

/**
 * The bits of the `siteFlags` column: whether the site is open, what its point stands for (a town where neither bit is
 * set), and whether people can join there now or when it opens.
 */
export const siteFlag = { open: 1, postcode: 2, region: 4, canBeJoined: 8 } as const

/** Statuses as the columns number them; 0 is anything else, or nothing. */
export const statusNumbers = numbered(enums.Status)
/** Phases as the columns number them; 0 is anything else, or nothing. */
export const phaseNumbers = numbered(enums.Phase)
/** Kinds of study as the columns number them; 0 is anything else, or nothing. */
export const typeNumbers = numbered(enums.StudyType)
/** Kinds of sponsor as the columns number them; 0 is anything else, or nothing. */
export const sponsorClassNumbers = numbered(enums.AgencyClass)
/** Maskings as the columns number them; 0 is anything else, or nothing. */
export const maskingNumbers = numbered(enums.DesignMasking)

/** The bit of a phase in the column of phases; 0 for a value not in the list. */
export function phaseBit(name: string): number {
  const number = phaseNumbers.numberOf(name)
  return number === 0 ? 0 : 1 << (number - 1)
}

const categoryNumbers = new Map(categories.map(({ slug }, index) => [slug, index]))

/** The bit of a medical category in the column of categories; 0 for a slug that is none. */
export function categoryBit(slug: string): number {
  const number = categoryNumbers.get(slug)
  return number === undefined ? 0 : 1 << number
}

/** The values of an enumeration, each with its number in a column. */
export interface Numbered {
  readonly names: readonly string[]
  /** 1 and up; 0 for a value not in the list. */
  readonly numberOf: (name: string | undefined) => number
}

function numbered(values: ReadonlySet<string>): Numbered {
  const names = [...values]
  const numbers = new Map(names.map((name, index) => [name, index + 1]))
  return { names, numberOf: (name) => (name === undefined ? 0 : (numbers.get(name) ?? 0)) }
}

const dayMs = 86_400_000
const epoch = Date.UTC(1990, 0, 1)

/** Days since 1990-01-01 of a date given to the year, month or day (the first of what is missing); 0 if none. */
export function dayNumber(date: string | undefined): number {
  const parts = date ? /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) : undefined
  if (!parts) return 0
  const time = Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1))
  return Math.min(65_535, Math.max(1, Math.round((time - epoch) / dayMs)))
}

/** The day of a number of days since 1990-01-01, `yyyy-MM-dd`. */
export function dayOfNumber(day: number): string {
  return new Date(epoch + day * dayMs).toISOString().slice(0, 10)
}
