import { isShortFor } from '../places/name-key.ts'
import {
  type PlaceFinder,
  type SaidPlace,
  hasLongerName,
  leastOfOwn,
  leastPeople,
  months,
  plainName,
  saysNothing,
} from './place-names.ts'

/** What stands before a name: whether nearly anything is a place after it, and whether a town is. */
export interface PlaceCue {
  readonly isSure: boolean
  readonly isAt: boolean
}

/** Whether a place of that very name is meant after a word such as "in": a small town only where it is written as a name. */
export function isMeantPlace(
  typed: string,
  place: SaidPlace['read']['place'],
  { isSure, isAt }: PlaceCue,
  { isOwn }: PlaceFinder,
): boolean {
  const { name, kind, population = 0, region, country, isCorrected, isForArea } = place
  if (kind === 'postcode') return true
  const [first = ''] = typed.split(',')
  const plain = plainName(first)
  if (country === undefined || months.has(plain) || saysNothing(first)) return false
  // What was only said is no place for being spelt nearly like one: "heart" is not Herat.
  if (isCorrected && (!isSure || /\bcity$/i.test(typed))) return false
  // "Saint" is the code of a region as well.
  if (plain === 'st') return false
  if (kind !== 'town' && /\d/.test(typed)) return false
  if (/^\p{Lu}{2,5}$/u.test(first)) return placeCodes.has(first)
  const isWritten = /^\p{Lu}/u.test(typed)
  const isOwnTown =
    kind === 'town' && plain === plainName(name) && population >= leastOfOwn(plain) && isOwn(place)
  // « J'habite à Roscoff »: behind these a small town too.
  const isVillage = kind === 'town' && plain === plainName(name) && isOwn(place)
  if (isVillage && isAt && isWritten && plain.length > 3) return true
  // "À Pau", "in Ely".
  if (isOwnTown && plain.length >= 3 && (isWritten || isAt)) return true
  if (plain.length < 4 && !isSure) return false
  if (isSure || isForArea) return true
  // A country has a code for its name.
  const isNamed =
    kind === 'country' ||
    hasLongerName(plain, name) ||
    isShortFor(plain, name) ||
    [name, region].some((one) => one !== undefined && plain.startsWith(plainName(one)))
  if (kind !== 'town') return isNamed || isWritten
  // Several words are hardly anything else than the reader's own town: "in santa fe".
  if (isOwnTown && plain.includes(' ')) return true
  if (isNamed) return population >= leastPeople[isWritten ? 'written' : 'typed']
  // "Londres" is a name of London in another language.
  return isWritten && plain.length >= 5 && population >= leastPeople.small
}

/** What is written in capitals is an abbreviation, and mostly one of medicine. */
const placeCodes: ReadonlySet<string> = new Set([
  'US',
  'USA',
  'UK',
  'UAE',
  'NYC',
  'LA',
  'NSW',
  'QLD',
])
