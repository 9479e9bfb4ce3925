import { townOfArea } from '../places/areas-by-town.ts'
import { smallness } from '../vocabulary/small-words.ts'
import { readDistanceKm } from './read-values.ts'
import { areaInFrench, stateAtEnd } from './area-said.ts'
import { misspeltPlace } from './misspelt-place.ts'
import { isOwnByName, placeAtEnd, placeBetweenCommas } from './place-at-end.ts'
import { anyPerson } from './persons.ts'
import { placeBesideAsking } from './place-beside-asking.ts'
import { placeInArea, placeInPart } from './place-in-area.ts'
import { isMeantPlace } from './place-meant.ts'
import { type PlaceFinder, type SaidPlace, nameOwnWords, saysNothing } from './place-names.ts'
import { postcodeAtEnd } from './postcode-at-end.ts'

/** The place that a sentence says: after "near", "in", "à", before its state or country, or a well-known one at its end. */
export function saidPlace(text: string, finder: PlaceFinder): SaidPlace | undefined {
  const found = placeSaid(text, finder)
  if (found) return found
  const before = text.replace(timeAtEnd, '').replace(personAtEnd, '')
  return before === text ? undefined : placeSaid(before, finder)
}

function placeSaid(text: string, finder: PlaceFinder): SaidPlace | undefined {
  return (
    placeInPart(text, finder) ??
    townOfParts(text, finder) ??
    areaInFrench(text, finder) ??
    placeAfterCue(text, finder) ??
    placeAfterCue(text, finder, compassCues) ??
    placeInArea(text, finder) ??
    postcodeAtEnd(text, finder) ??
    stateAtEnd(text, finder) ??
    placeAtEnd(text, finder) ??
    placeBetweenCommas(text, finder) ??
    placeBesideAsking(text, finder) ??
    misspeltPlace(text, finder)
  )
}

/** « Aix en Provence »: a town whose name ends with an area of its own, or a river. */
function townOfParts(text: string, { findPlace, ...finder }: PlaceFinder): SaidPlace | undefined {
  if (finder.language !== 'fr') return undefined
  for (const [words] of text.matchAll(ofParts)) {
    const read = findPlace(words, true)
    if (read.kind === 'found' && isOwnByName(words.toLowerCase(), read.place, { ...finder }))
      return { words, typed: words, read }
  }
  return undefined
}

const ofParts =
  /(?<![\p{L}-])(?!(?:vi[st]|habite|suis|est|vivant)(?!\p{L}))\p{L}{3,}[ -](?:en|sur)[ -]\p{L}{3,}(?![\p{L}-])/giu

/** "Asthma Boston today", « asthme Paris maintenant »: when it is, behind where. */
const timeAtEnd =
  /(?<=\p{L})[,;]? (?:right now|now|today|tonight|currently|at the moment|at present|these days|this (?:week|month|year)|asap|urgent(?:ly)?|maintenant|aujourd['’ ]?hui|actuellement|en ce moment|ces jours-ci|cette (?:semaine|ann[ée]e)|ce mois-ci|d[eè]s que possible|en urgence)[\s,.!?]*$/iu

/** "…, San Juan Puerto Rico, male", « Chicoutimi, dame »: behind the place it is said whom it is about. */
const personAtEnd = new RegExp(
  String.raw`(?<=\p{L})[,;] ?(?:an? |une? )?(?:(?:fe)?male|homme|femme|${anyPerson}|[fmh])[\s,.]*$`,
  'iu',
)

const distance = String.raw`(?<distance>\d{1,4} ?(?:km|kms|kilom[èe]tres?|kilometers?|kilometres?|miles?|mi))`

/** Where somebody was born, comes from or has travelled is not where they live: the source of a pattern. */
export const elsewhere = String.raw`(?:born(?: and raised)?|(?:(?:came |just |got |coming )?(?:back|home)|return(?:ed|ing|s)?|arriv(?:ed|ing)|flew|fled|infected(?: \p{L}+)?|contracted(?: \p{L}+)?|picked (?:it )?up)(?= (?:in|from)(?!\p{L}))|contract[ée]e?(?: \p{L}+)?|ramen[ée]e?(?: \p{L}+)?|grew up|raised|originally|came|n[ée]e?s?|grandi|originaires?|(?:retour|revenue?s?|rentr[ée]e?s?)(?: de voyage| d['’]un voyage)?|(?:trip|travel|travell?ed|travelling|flight|voyage|s[ée]jour)(?: \p{L}+)?|caught(?: \p{L}+)?|attrap[ée]e?(?: \p{L}+)?)`

/** What stands before a place; after the first kind nearly anything is one, after the second a town that is meant. */
const placeCues = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<!${elsewhere} )(?:(?<sure>zip(?: ?code)?:?|post ?code:?|code postal:?|near|close to|around|outside|not (?:too )?far from|suburbs? of|(?:within|less than|at most|up to)(?: an?)? ${distance} (?:radius )?(?:of|from|around)|${distance.replace('distance', 'far')} (?:from|around)|(?:[àa] )?(?:moins de |environ )?${distance.replace('distance', 'loin')}(?: autour)? (?:de|d['’])|(?:dans )?un rayon de ${distance.replace('distance', 'rayon')} (?:autour )?(?:de|d['’])|pr[èe]s d[e'’]|pas (?:trop )?loin d[e'’]|proche d[e'’]|autour d[e'’]|aux? (?:alentours|environs) d[e'’]|(?:grande )?banlieue d[e'’]|agglom[ée]ration d[e'’]|r[ée]gion d[e'’]|du c[ôo]t[ée] d[e'’]|[àa] c[ôo]t[ée] d[e'’])|(?<part>dans le|in the|d[ée]partement(?: du)?|dept|dpt|d[ée]p)(?=\.? (?:\d\d|2[ab]|97\d)(?:\s*(?:$|[,.;:!?)])| (?!ans|mois|jours?|heures?|sem|%|pour)\p{L}))|(?<hospital>h[ôo]pital (?:de|d['’]|à|a)|chu (?:de|d['’])|clinique (?:de|d['’]|à)|hospitals? (?:in|near))|in|(?<=(?:mov(?:ed|ing)|relocat(?:ed|ing))(?: \p{L}+){0,4} )to|from(?! \p{L}+(?: \p{L}+)? to \p{Lu})|à|(?<plain>a)|aux?|en|sur|dans le(?= \d)|habit(?:e|ant|ons|ent)|(?:on est|nous sommes|je suis|on vient|je viens) (?:de|d['’])(?! (?:plus|nature|tout|retour|garde|l[ae]))|vi[st]|vivant|bas[ée]e? [àa])(?:(?<=['’])|\s+)(?=[\p{L}\p{N}])`,
  'giu',
)

const mostPlaceWords = 5

/** "In SW London", "in north Leeds": a part of a town that has no name of its own is the town. */
const compassCues = new RegExp(
  String.raw`(?<!\p{L})(?:in|from|near|around|outside) (?:the )?(?:(?:north|south|east|west|central|greater|inner|outer|downtown|mid)(?:[ -]?(?:east|west))?(?:ern)?|(?-i:[NS][EW]|[NSEW]))[ -](?=\p{L})`,
  'giu',
)

function placeAfterCue(
  text: string,
  finder: PlaceFinder,
  cues: RegExp = placeCues,
): SaidPlace | undefined {
  const { findPlace } = finder
  let tries = 0
  for (const cue of text.matchAll(cues)) {
    const from = cue.index + cue[0].length
    const groups = cue.groups ?? {}
    if (groups['plain'] !== undefined && isEnglish.test(text)) continue
    const isPart = groups['part'] !== undefined
    const isSure = groups['sure'] !== undefined || isPart
    for (const typed of isPart
      ? partsFrom(text.slice(from))
      : namesFrom(text.slice(from), isSure)) {
      if (typed === 'nice' && (isEnglish.test(text) || /^(?:in|from)/i.test(cue[0]))) continue
      if (++tries > mostTries) return undefined
      // No place is meant by a name nearly like its own, unless the cue is sure: others are not looked for.
      const read = findPlace(typed, !isSure)
      if (read.kind === 'unknown' || (isPart && read.kind !== 'wide')) continue
      const cued = { isSure, isAt: at.test(cue[0]) }
      if (!isPart && !isMeantPlace(typed, read.place, cued, finder)) continue
      const name = nameOwnWords(typed, read, findPlace)
      const far = [groups['distance'], groups['far'], groups['loin'], groups['rayon']]
      const said = far.find((one) => one !== undefined)?.replace(/kilo\p{L}+/u, 'km')
      const isDistance = said !== undefined && readDistanceKm(said) !== undefined
      return {
        words: text.slice(cue.index, from + name.length),
        typed: name,
        read,
        ...(isDistance && { distance: said }),
      }
    }
  }
  return undefined
}

const mostTries = 30

/** After these words of French a town is meant where there is one. */
const at = /^(?:[àa]|habit\p{L}+)\s/iu

/** Then "a" is no "à". */
const isEnglish = /(?<!\p{L})(?:my|the|has|have|had|is|and|with|for|i|of|an|need|want)(?!\p{L})/iu

/** "le 93": departments are said by their numbers. */
function partsFrom(text: string): readonly string[] {
  return /(?<=^\.? ?)\w+/.exec(text) ?? []
}

/** The words after a cue that may be a place's name, the longest first; a comma may be followed by where it is. */
function namesFrom(text: string, isSure: boolean): string[] {
  const [clause = ''] = /^[^.;:!?()\n]*/.exec(text) ?? []
  const words = [...clause.matchAll(/[^\s]+/gu)].slice(0, mostPlaceWords)
  // "In my …": no name of a place begins so.
  const first = words[0]?.[0] ?? ''
  if (/^\p{Ll}/u.test(first) && smallness(first) === 'speech') return []
  const names = words.map((word) => clause.slice(0, word.index + word[0].length).replace(/,$/, ''))
  return names
    .toReversed()
    .filter(
      (name) =>
        !saysNothing(name.split(/[\s,]+/).at(-1) ?? '') ||
        /\d/.test(name) ||
        townOfArea(name) !== undefined,
    )
    .filter((name) => isSure || !/^\d{1,4}(?!\d)/.test(name))
}
