import { distanceKm } from './distance.ts'
import { findByName, scopesOf } from './find-by-name.ts'
import type { Gazetteer } from './gazetteer.ts'
import { postcodePlace } from './plain-place.ts'
import { type FoundCode, findPostcode } from './postcode.ts'
import type { Place } from './place.ts'

/** A postcode and a town named with it belong together when they are this near. */
const sameTownKm = 50
const mostWords = 24
const mostWordsInCode = 3

/**
 * Places of a text with a postcode in it, alone or with a town or country: "94270", "75013 Paris",
 * "SW1A 1AA", "New York, NY 10001". Undefined when no part of the text can be a postcode.
 */
export function findByPostcode(gazetteer: Gazetteer, text: string): Place[] | undefined {
  // A comma counts as a word of its own: no postcode goes over it.
  const inLine = (text.match(/[^\s,;]+|[,;]/g) ?? []).slice(0, mostWords)
  for (let length = Math.min(mostWordsInCode, inLine.length); length > 0; length--)
    for (let start = 0; start + length <= inLine.length; start++) {
      const codes = findPostcode(gazetteer, inLine.slice(start, start + length).join(' '))
      if (codes.length === 0) continue
      const before = inLine.slice(0, start).join(' ')
      const after = inLine.slice(start + length).join(' ')
      const places = placesOf(gazetteer, codes, before, after)
      if (places.length > 0) return places
    }
  return undefined
}

/** Those of the codes that agree with the words around; failing them, the place the words name. */
function placesOf(
  gazetteer: Gazetteer,
  codes: readonly FoundCode[],
  before: string,
  after: string,
): Place[] {
  const hints = [`${before} ${after}`, after, before].filter((hint) => /[^\s,;]/.test(hint))
  if (hints.length === 0) return codes.map(postcodePlace)
  for (const hint of hints) {
    const agreed = codes.filter(agreesWith(gazetteer, hint))
    if (agreed.length > 0) return agreed.map(postcodePlace)
  }
  // A code for post office boxes only, or a slip of the finger: the town is still meant.
  return (
    [after, before].map((hint) => findByName(gazetteer, hint)).find((list) => list.length > 0) ?? []
  )
}

function agreesWith(gazetteer: Gazetteer, hint: string): (code: FoundCode) => boolean {
  const countries = new Set(
    scopesOf(gazetteer, hint)
      .filter((scope) => scope.admin1 === undefined)
      .map((scope) => scope.country),
  )
  const towns = findByName(gazetteer, hint).filter((place) => place.kind !== 'country')
  return (code) =>
    countries.has(code.country) ||
    towns.some((town) => town.country === code.country && isNear(town, code))
}

/** A region is wide: being in its country has to do, its middle says nothing. */
function isNear(town: Place, code: FoundCode): boolean {
  return town.kind === 'region' || distanceKm(town, code) <= sameTownKm
}
